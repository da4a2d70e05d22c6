package superofficetest

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strings"
	"time"
)

// systemUser exchanges a signed system token for a ticket.
func (p *IdentityProvider) systemUser(w http.ResponseWriter, r *http.Request) {
	var request struct {
		SignedSystemToken string `json:"SignedSystemToken"`
		ApplicationToken  string `json:"ApplicationToken"`
		ContextIdentifier string `json:"ContextIdentifier"`
		ReturnTokenType   string `json:"ReturnTokenType"`
	}
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		http.Error(w, "the body is not the JSON that was expected", http.StatusBadRequest)
		return
	}
	app, known := p.appWithSecret(request.ApplicationToken)
	t, exists := p.tenant(request.ContextIdentifier)
	var problem string
	switch {
	case !known:
		problem = "The application token is not valid."
	case !exists:
		problem = "The context identifier is not valid."
	case request.ReturnTokenType != "JWT":
		problem = "The return token type is not supported."
	default:
		problem = p.checkSystemToken(request.SignedSystemToken, t, app.PublicKey)
	}
	if problem != "" {
		writeIdentityJSON(w, http.StatusOK, map[string]any{"IsSuccessful": false, "Token": nil, "ErrorMessage": problem})
		return
	}
	p.issueTicket(w, t)
}

func (p *IdentityProvider) issueTicket(w http.ResponseWriter, t IdentityTenant) {
	ticket := "7T:" + base64.StdEncoding.EncodeToString([]byte(rand.Text()))
	token, err := p.signToken("spn:"+t.Serial, t, map[string]any{claimPrefix + "ticket": ticket})
	if err != nil {
		http.Error(w, "signing failed", http.StatusInternalServerError)
		return
	}
	if t.Server != nil {
		t.Server.AcceptTicket(ticket, p.cfg.ticketLife)
	}
	writeIdentityJSON(w, http.StatusOK, map[string]any{"IsSuccessful": true, "Token": token, "ErrorMessage": nil})
}

func (p *IdentityProvider) appWithSecret(secret string) (Application, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, app := range p.apps {
		if app.Secret == secret && secret != "" {
			return app, true
		}
	}
	return Application{}, false
}

// signatureWindow is how far a system token's time may be off.
const signatureWindow = 5 * time.Minute

// checkSystemToken says what is wrong with {token}.{time}.{signature}.
func (p *IdentityProvider) checkSystemToken(signed string, t IdentityTenant, key *rsa.PublicKey) string {
	dot := strings.LastIndexByte(signed, '.')
	if dot < 0 {
		return "The signed system token is malformed."
	}
	text, encoded := signed[:dot], signed[dot+1:]
	token, stamp := lastDot(text)
	at, err := time.ParseInLocation("200601021504", stamp, time.UTC)
	if err != nil {
		return "The signed system token is malformed."
	}
	signature, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		return "The signed system token is malformed."
	}
	digest := sha256.Sum256([]byte(text))
	switch {
	case key == nil, rsa.VerifyPKCS1v15(key, crypto.SHA256, digest[:], signature) != nil:
		return "InvalidSignature: The signature of the system token is not valid."
	case token != t.SystemToken:
		return "The system token is not valid for this tenant."
	}
	// The stamp has whole minutes: its own minute counts as no difference.
	if ahead := at.Sub(p.now()); ahead > signatureWindow || ahead < -signatureWindow-time.Minute {
		return "InvalidTimestamp: The system token was signed too long ago or in the future."
	}
	return ""
}

func lastDot(text string) (before, after string) {
	if dot := strings.LastIndexByte(text, '.'); dot >= 0 {
		return text[:dot], text[dot+1:]
	}
	return "", text
}
