package systemuser

import (
	"bytes"
	"context"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/internal/loginhost"
)

const (
	maxAnswer    = 256 << 10
	minutes      = "200601021504"
	audienceForm = "spn:"
	// skewShown is the difference of clocks worth telling. The host's has
	// whole seconds and took its way here.
	skewShown = 2 * time.Minute
)

type request struct {
	SignedSystemToken string `json:"SignedSystemToken"`
	ApplicationToken  string `json:"ApplicationToken"`
	ContextIdentifier string `json:"ContextIdentifier"`
	ReturnTokenType   string `json:"ReturnTokenType"`
}

type answer struct {
	IsSuccessful bool   `json:"IsSuccessful"`
	Token        string `json:"Token"`
	ErrorMessage string `json:"ErrorMessage"`
}

// fetch gets a new ticket.
func (s *source) fetch(ctx context.Context) (superoffice.Token, time.Time, error) {
	start := s.now()
	signed, err := s.sign(start)
	if err != nil {
		return superoffice.Token{}, time.Time{}, s.failed(0, "signing the system token", err)
	}
	said, err := s.authenticate(ctx, signed)
	if err != nil {
		return superoffice.Token{}, time.Time{}, err
	}
	ticket, err := s.ticketOf(ctx, said.Token)
	if err != nil {
		return superoffice.Token{}, time.Time{}, err
	}
	expiry := start.Add(ticketLife)
	return superoffice.Token{Value: ticket, Expiry: expiry}, expiry, nil
}

// sign returns {token}.{UTC minute}.{signature of both}.
func (s *source) sign(now time.Time) (string, error) {
	text := s.cfg.SystemToken + "." + now.UTC().Format(minutes)
	digest := sha256.Sum256([]byte(text))
	signature, err := rsa.SignPKCS1v15(rand.Reader, s.cfg.Key, crypto.SHA256, digest[:])
	if err != nil {
		return "", fmt.Errorf("RSA: %w", err)
	}
	return text + "." + base64.StdEncoding.EncodeToString(signature), nil
}

func (s *source) authenticate(ctx context.Context, signed string) (*answer, error) {
	body, err := json.Marshal(request{
		SignedSystemToken: signed,
		ApplicationToken:  s.cfg.ApplicationToken,
		ContextIdentifier: s.cfg.Tenant,
		ReturnTokenType:   "JWT",
	})
	if err != nil {
		return nil, s.failed(0, "encoding the request", err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.signIn.String(), bytes.NewReader(body))
	if err != nil {
		return nil, s.failed(0, "making the request", err)
	}
	req.Header.Set("Content-Type", "application/json; charset=utf-8")
	req.Header.Set("Accept", "application/json")
	got, err := loginhost.Ask(s.client, req, maxAnswer)
	if err != nil {
		return nil, s.failed(0, "no usable answer from the login host", loginhost.Hide(err, s.secrets(signed)...))
	}
	var said answer
	decoded := json.Unmarshal(bytes.TrimPrefix(got.Body, []byte("\xef\xbb\xbf")), &said) == nil
	switch {
	case got.StatusCode/100 == 3:
		return nil, s.failed(got.StatusCode, "the login host redirects, which is not followed", nil)
	case !decoded && got.StatusCode == http.StatusOK:
		return nil, s.failed(got.StatusCode, "the login host did not answer with JSON", nil)
	case got.StatusCode != http.StatusOK, !said.IsSuccessful:
		return nil, &Error{
			Tenant:     s.cfg.Tenant,
			StatusCode: got.StatusCode,
			Reason:     "the login host refused",
			Message:    loginhost.Words(said.ErrorMessage, s.secrets(signed)...),
			Skew:       s.skew(got.Header),
		}
	case said.Token == "":
		return nil, s.failed(got.StatusCode, "the login host answered without a token", nil)
	}
	return &said, nil
}

// ticketOf validates the token and takes the ticket out of it.
func (s *source) ticketOf(ctx context.Context, token string) (string, error) {
	claims, err := s.jwts.Verify(ctx, token, s.isForUs)
	if err != nil {
		return "", s.failed(0, "the answer cannot be trusted", err)
	}
	if owner := claims.Identity("ctx"); owner != "" && !strings.EqualFold(owner, s.cfg.Tenant) {
		return "", s.failed(0, "the answer cannot be trusted: the token belongs to another tenant", nil)
	}
	ticket := claims.Identity("ticket")
	if !isTicket(ticket) {
		return "", s.failed(0, "the token holds no ticket", nil)
	}
	return ticket, nil
}

func (s *source) isForUs(audience []string) bool {
	return slices.ContainsFunc(audience, func(a string) bool {
		if s.cfg.Audience != "" {
			return a == s.cfg.Audience
		}
		return len(a) > len(audienceForm) && strings.HasPrefix(a, audienceForm)
	})
}

// isTicket tells whether a header can carry the ticket as it is.
func isTicket(ticket string) bool {
	return ticket != "" && !strings.ContainsFunc(ticket, func(r rune) bool { return r <= ' ' || r >= 0x7f })
}

// skew compares clocks by the Date of an answer.
func (s *source) skew(header http.Header) time.Duration {
	date, err := http.ParseTime(header.Get("Date"))
	if err != nil {
		return 0
	}
	if ahead := s.now().Sub(date).Round(time.Minute); ahead.Abs() >= skewShown {
		return ahead
	}
	return 0
}

// secrets are what no error may repeat.
func (s *source) secrets(signed string) []string {
	parts := strings.Split(signed, ".")
	return []string{signed, s.cfg.SystemToken, s.cfg.ApplicationToken, parts[len(parts)-1]}
}

func (s *source) failed(status int, reason string, err error) error {
	return &Error{Tenant: s.cfg.Tenant, StatusCode: status, Reason: reason, Err: err}
}
