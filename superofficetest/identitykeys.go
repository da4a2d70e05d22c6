package superofficetest

import (
	"crypto"
	"crypto/hmac"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"net/http"
)

// signingKey is one of the provider's published keys.
type signingKey struct {
	id      string
	private *rsa.PrivateKey
}

// JWTFault spoils the tokens that the provider signs. Its zero value spoils nothing.
type JWTFault struct {
	// Algorithm is what the token says it is signed with: "none" leaves the
	// signature out, "HS256" signs with the published key as if it were a
	// shared secret. Empty means RS256.
	Algorithm string
	// Stranger signs with a key that is not published, under the name of one
	// that is.
	Stranger bool
	// Header and Claims replace members; a nil value removes one.
	Header, Claims map[string]any
	// Text replaces the whole token.
	Text string
}

// SetJWTFault spoils the tokens signed from now on; nil takes it back.
func (p *IdentityProvider) SetJWTFault(fault *JWTFault) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fault = fault
}

func (p *IdentityProvider) jwtFault() JWTFault {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.fault == nil {
		return JWTFault{}
	}
	return *p.fault
}

// RotateKey signs with a new key from now on, and publishes no other.
func (p *IdentityProvider) RotateKey() error {
	private, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return fmt.Errorf("superofficetest: %w", err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.key = &signingKey{id: rand.Text(), private: private}
	return nil
}

// signingKey returns the key that signs now.
func (p *IdentityProvider) signingKey() (signingKey, error) {
	p.makeKey.Do(func() {
		p.mu.Lock()
		made := p.key != nil
		p.mu.Unlock()
		if !made {
			p.noKey = p.RotateKey()
		}
	})
	if p.noKey != nil {
		return signingKey{}, p.noKey
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return *p.key, nil
}

func (p *IdentityProvider) publishKeys(w http.ResponseWriter, _ *http.Request) {
	key, err := p.signingKey()
	if err != nil {
		http.Error(w, "there is no key", http.StatusInternalServerError)
		return
	}
	writeIdentityJSON(w, http.StatusOK, map[string]any{"keys": []map[string]any{{
		"kty": "RSA", "use": "sig", "alg": "RS256", "kid": key.id,
		"n": base64.RawURLEncoding.EncodeToString(key.private.N.Bytes()),
		"e": base64.RawURLEncoding.EncodeToString(big.NewInt(int64(key.private.E)).Bytes()),
	}}})
}

func (p *IdentityProvider) discovery(w http.ResponseWriter, _ *http.Request) {
	writeIdentityJSON(w, http.StatusOK, map[string]any{
		"issuer":                                tokenIssuer,
		"authorization_endpoint":                p.URL + "/login/common/oauth/authorize",
		"token_endpoint":                        p.URL + "/login/common/oauth/tokens",
		"jwks_uri":                              p.URL + "/login/.well-known/jwks",
		"scopes_supported":                      []string{"openid"},
		"response_types_supported":              []string{"code"},
		"id_token_signing_alg_values_supported": []string{"RS256"},
		"code_challenge_methods_supported":      []string{"S256"},
	})
}

const (
	tokenIssuer = "SuperOffice AS"
	claimPrefix = "http://schemes.superoffice.net/identity/"
)

// signToken returns a JWT for the audience, spoilt as [JWTFault] says.
func (p *IdentityProvider) signToken(audience string, t IdentityTenant, further map[string]any) (string, error) {
	fault := p.jwtFault()
	if fault.Text != "" {
		return fault.Text, nil
	}
	key, err := p.signingKey()
	if err != nil {
		return "", err
	}

	now := p.now()
	claims := map[string]any{
		"iss": tokenIssuer, "aud": audience, "sub": "system",
		"iat": now.Unix(), "nbf": now.Unix(), "exp": now.Add(p.cfg.ticketLife).Unix(),
		claimPrefix + "ctx":    t.Name,
		claimPrefix + "serial": t.Serial,
	}
	maps.Copy(claims, further)
	header := map[string]any{"typ": "JWT", "alg": firstOf(fault.Algorithm, "RS256"), "kid": key.id}
	replace(header, fault.Header)
	replace(claims, fault.Claims)
	text, err := unsigned(header, claims)
	if err != nil {
		return "", err
	}
	if fault.Stranger {
		if key.private, err = rsa.GenerateKey(rand.Reader, 2048); err != nil {
			return "", fmt.Errorf("superofficetest: %w", err)
		}
	}
	signature, err := signatureOf(text, fault.Algorithm, key.private)
	return text + "." + base64.RawURLEncoding.EncodeToString(signature), err
}

func replace(members, with map[string]any) {
	for name, value := range with {
		if members[name] = value; value == nil {
			delete(members, name)
		}
	}
}

func unsigned(header, claims map[string]any) (string, error) {
	h, err := json.Marshal(header)
	if err != nil {
		return "", fmt.Errorf("superofficetest: %w", err)
	}
	c, err := json.Marshal(claims)
	if err != nil {
		return "", fmt.Errorf("superofficetest: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(h) + "." + base64.RawURLEncoding.EncodeToString(c), nil
}

func signatureOf(text, algorithm string, key *rsa.PrivateKey) ([]byte, error) {
	switch algorithm {
	case "none":
		return nil, nil
	case "HS256":
		mac := hmac.New(sha256.New, x509.MarshalPKCS1PublicKey(&key.PublicKey))
		mac.Write([]byte(text))
		return mac.Sum(nil), nil
	}
	digest := sha256.Sum256([]byte(text))
	signature, err := rsa.SignPKCS1v15(nil, key, crypto.SHA256, digest[:])
	if err != nil {
		return nil, fmt.Errorf("superofficetest: %w", err)
	}
	return signature, nil
}

func writeIdentityJSON(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value) //nolint:errchkjson // texts, numbers and maps of them
}
