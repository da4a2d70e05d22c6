package oauth

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"time"

	"golang.org/x/oauth2"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/internal/renew"
	"github.com/go-superoffice/superoffice/internal/veil"
)

// refusedPause keeps a server that refuses every token from causing a refresh
// at each call.
const refusedPause = 10 * time.Second

// TokenSource gives access tokens and refreshes them shortly before they
// expire, once for any number of callers. One TokenSource may serve many
// clients. It is safe for concurrent use.
type TokenSource struct{ veiled veil.Value[tokenSource] }

type tokenSource struct {
	app    *app
	save   SaveFunc
	access *renew.Value[superoffice.Token]

	mu      sync.Mutex // held by a fetch; the cache gives up on one that hangs
	token   *oauth2.Token
	unsaved bool
}

var _ superoffice.TokenSource = (*TokenSource)(nil)

// SaveFunc stores a token where the next run of the program finds it. The
// token must not be changed.
type SaveFunc func(ctx context.Context, token *oauth2.Token) error

// SourceOption adjusts a [TokenSource].
type SourceOption func(*TokenSource)

// WithSave calls save each time there is a new token. When save fails, so does
// the call that needed the token, with a [*SaveError]; the new token is not
// lost but saved by the next one.
func WithSave(save SaveFunc) SourceOption {
	return func(s *TokenSource) { s.veiled.Get().save = save }
}

// SaveError says that a new token could not be stored.
type SaveError struct{ Err error }

// Error gives the cause.
func (e *SaveError) Error() string { return "oauth: saving the token: " + e.Err.Error() }

// Unwrap gives the cause.
func (e *SaveError) Unwrap() error { return e.Err }

// TokenSource returns a source that begins with a token from [App.Finish] or
// one that was saved. It needs a refresh token or an access token that lasts.
func (a *App) TokenSource(token *oauth2.Token, opts ...SourceOption) (*TokenSource, error) {
	if token == nil || token.RefreshToken == "" && token.AccessToken == "" {
		return nil, errors.New("oauth: there is neither a refresh token nor an access token")
	}
	s := &tokenSource{app: a.veiled.Get(), token: new(*token)}
	source := &TokenSource{veil.Over(s)}
	for _, opt := range opts {
		if opt == nil {
			return nil, errors.New("oauth: an option is nil")
		}
		opt(source)
	}
	// An access token that still lasts serves while the login host does not.
	s.access = renew.New(s.fetch, renew.WithStale(isOutage, 0, refusedPause))
	if lasts(token) {
		s.access.Put(superoffice.Token{Value: token.AccessToken, Expiry: token.Expiry}, token.Expiry)
	}
	return source, nil
}

func lasts(token *oauth2.Token) bool {
	return token.AccessToken != "" && (token.Expiry.IsZero() || time.Now().Before(token.Expiry))
}

func isOutage(err error) bool {
	_, notSaved := errors.AsType[*SaveError](err)
	return !notSaved
}

// Token returns an access token. The error is an [*Error], a [*SaveError] or
// the cause of ctx.
func (s *TokenSource) Token(ctx context.Context) (superoffice.Token, error) {
	token, _, err := s.veiled.Get().access.Get(ctx)
	return token, err
}

// Rejected says that a server refused an access token, so that the next Token
// refreshes it. That happens every ten seconds at most.
func (s *TokenSource) Rejected(token superoffice.Token) {
	s.veiled.Get().access.Refuse(refusedPause, func(held superoffice.Token) bool { return held.Value == token.Value })
}

func (s *tokenSource) fetch(ctx context.Context) (superoffice.Token, time.Time, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.unsaved || !lasts(s.token) {
		if s.token.RefreshToken == "" {
			return superoffice.Token{}, time.Time{}, &Error{
				What: "refreshing the access token", Description: "there is no refresh token: sign in again",
			}
		}
		token, err := s.app.refresh(ctx, s.token.RefreshToken)
		if err != nil {
			return superoffice.Token{}, time.Time{}, err
		}
		s.token, s.unsaved = token, s.save != nil
	}
	if s.unsaved {
		if err := s.save(ctx, new(*s.token)); err != nil {
			return superoffice.Token{}, time.Time{}, &SaveError{Err: err}
		}
		s.unsaved = false
	}
	return superoffice.Token{Value: s.token.AccessToken, Expiry: s.token.Expiry}, s.token.Expiry, nil
}

// Format prints the environment and the client id, whatever the verb.
func (s *TokenSource) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, s.text()) }

// LogValue logs the environment and the client id.
func (s *TokenSource) LogValue() slog.Value { return slog.StringValue(s.text()) }

func (s *TokenSource) text() string {
	if s == nil || s.veiled.Get() == nil {
		return "no token source"
	}
	return "access tokens of " + s.veiled.Get().app.cfg.text()
}
