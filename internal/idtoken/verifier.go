// Package idtoken validates the JSON Web Tokens that a SuperOffice login host
// signs: those of people who signed in, and those that carry a ticket.
//
// See https://docs.superoffice.com/en/api/authentication/online/validate-security-tokens.html.
package idtoken

import (
	"context"
	"crypto/rsa"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"

	"github.com/go-superoffice/superoffice/internal/renew"
)

const (
	issuer      = "SuperOffice AS"
	claimPrefix = "http://schemes.superoffice.net/identity/"
	// Leeway is how far the clocks of client and server may differ.
	Leeway   = 5 * time.Minute
	maxToken = 64 << 10
)

// Verifier knows the published keys of one environment. It is safe for
// concurrent use.
type Verifier struct {
	keysURL string
	client  *http.Client
	now     func() time.Time
	keys    *renew.Value[[]namedKey]

	mu         sync.Mutex
	askedAgain time.Time
}

// New returns a verifier for a login host. The client must come from
// loginhost.Client.
func New(login *url.URL, client *http.Client, now func() time.Time) *Verifier {
	v := &Verifier{
		keysURL: login.JoinPath("login", ".well-known", "jwks").String(),
		client:  client,
		now:     now,
	}
	// The old keys go on serving while the host cannot be asked.
	v.keys = renew.New(v.fetchKeys, renew.WithStale(func(error) bool { return true }, keysLife, keysPause))
	return v
}

// Claims are those of a token that was found valid.
type Claims struct {
	Audience []string
	members  map[string]json.RawMessage
}

// Identity returns one of the vendor's claims by its short name, such as
// ticket, ctx or serial; empty when it is missing.
func (c *Claims) Identity(name string) string {
	var text string
	// A claim that is not a text is as good as missing.
	_ = json.Unmarshal(c.members[claimPrefix+name], &text)
	return text
}

// Verify checks signature, issuer, audience and times of a token. Its errors
// quote nothing of the token.
func (v *Verifier) Verify(ctx context.Context, token string, audience func([]string) bool) (*Claims, error) {
	if len(token) > maxToken {
		return nil, errors.New("the token is too long")
	}
	// Only RS256: neither "none" nor a published key taken for a shared secret.
	parsed, err := jwt.ParseSigned(token, []jose.SignatureAlgorithm{jose.RS256})
	if err != nil || len(parsed.Headers) != 1 {
		return nil, errors.New("the token is not a JWT signed with RS256")
	}
	keys, err := v.candidates(ctx, parsed.Headers[0].KeyID)
	if err != nil {
		return nil, err
	}
	var (
		standard jwt.Claims
		claims   Claims
	)
	if !slices.ContainsFunc(keys, func(key *rsa.PublicKey) bool {
		return parsed.Claims(key, &standard, &claims.members) == nil
	}) {
		return nil, errors.New("the token is not signed with a published key of the environment")
	}
	if err := v.checkTimes(standard); err != nil {
		return nil, err
	}
	switch {
	case standard.Issuer != issuer:
		return nil, errors.New("the token was not issued by " + issuer)
	case !audience(standard.Audience):
		return nil, errors.New("the token is meant for another audience")
	}
	claims.Audience = standard.Audience
	return &claims, nil
}

func (v *Verifier) checkTimes(c jwt.Claims) error {
	if c.Expiry == nil {
		return errors.New("the token has no expiry")
	}
	switch err := c.ValidateWithLeeway(jwt.Expected{Time: v.now()}, Leeway); {
	case err == nil:
		return nil
	case errors.Is(err, jwt.ErrExpired):
		return errors.New("the token has expired, or the local clock is ahead")
	default:
		return errors.New("the token is not valid yet, or the local clock is behind")
	}
}
