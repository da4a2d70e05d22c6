package superoffice

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/go-superoffice/superoffice/internal/renew"
)

// TokenSource gives tokens that expire. A [Client] keeps a token until shortly
// before its expiry and asks once for any number of concurrent callers; a 401,
// or a 403 when the token's Expiry has passed, drops the token, asks once more
// and repeats the request once. The context is not ended by one impatient
// caller, since others may wait for the same token.
//
// A source that keeps tokens by itself, to serve several clients, may also have
// a method Rejected(Token). It is called when a server refused a token, before
// Token is asked again and maybe by several callers, so that the source does
// not give the same one.
type TokenSource interface {
	Token(ctx context.Context) (Token, error)
}

// Token is a ticket or an access token. It never prints its value.
type Token struct {
	Value  string
	Expiry time.Time // zero: unknown, the token serves until it is refused
}

// Format prints that there is a token and nothing else, whatever the verb.
func (t Token) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, redacted) }

// LogValue logs that there is a token and nothing else.
func (t Token) LogValue() slog.Value { return slog.StringValue(redacted) }

func (t Token) hasExpired() bool { return !t.Expiry.IsZero() && !time.Now().Before(t.Expiry) }

// tokenCache keeps a source's token for a client and all derived from it.
type tokenCache struct {
	source TokenSource
	tokens *renew.Value[Token]
}

// renewalPause is how long a token that is about to expire goes on serving
// after its source failed to give another one.
const renewalPause = 10 * time.Second

func newTokenCache(source TokenSource) *tokenCache {
	anyFailure := func(error) bool { return true }
	return &tokenCache{source, renew.New(func(ctx context.Context) (Token, time.Time, error) {
		token, err := source.Token(ctx)
		if err != nil {
			return Token{}, time.Time{}, err
		}
		if err := checkCredentialValue("the token of the source", token.Value); err != nil {
			return Token{}, time.Time{}, err
		}
		return token, token.Expiry, nil
	}, renew.WithStale(anyFailure, 0, renewalPause))}
}

// lease is a token in the hands of one attempt.
type lease struct {
	Token

	version renew.Version
}

func (t *tokenCache) get(ctx context.Context) (lease, error) {
	token, version, err := t.tokens.Get(ctx)
	if err != nil {
		return lease{}, fmt.Errorf("getting a token: %w", err)
	}
	return lease{token, version}, nil
}

var errSameToken = errors.New("the token source gave the refused token again")

// renew drops a refused token and gets another one.
func (t *tokenCache) renew(ctx context.Context, refused lease) error {
	// First the source, or a caller in between would get the token from it again.
	if source, ok := t.source.(interface{ Rejected(token Token) }); ok {
		source.Rejected(refused.Token)
	}
	t.tokens.Drop(refused.version)
	fresh, err := t.get(ctx)
	if err == nil && fresh.Value == refused.Value {
		return errSameToken
	}
	return err
}
