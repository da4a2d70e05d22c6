package oauth

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"strings"

	"golang.org/x/oauth2"
)

// Login is a sign-in under way. It is for one person and one time: keep it
// where only that person's browser leads to, such as a server-side session.
// It may be stored as JSON. It prints nothing but that it is a login.
type Login struct {
	// URL is where the browser goes.
	URL string
	// State comes back with the browser and proves whose login it is.
	State string
	// Verifier proves to the token endpoint who began the login; it must not
	// reach the browser.
	Verifier string
}

// Format prints that there is a login and nothing else, whatever the verb.
func (l Login) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, "login under way") }

// LogValue logs that there is a login and nothing else.
func (l Login) LogValue() slog.Value { return slog.StringValue("login under way") }

// Login begins a sign-in with the authorization code flow and PKCE.
func (a *App) Login() Login {
	in := a.veiled.Get()
	login := Login{State: rand.Text(), Verifier: oauth2.GenerateVerifier()}
	opts := []oauth2.AuthCodeOption{oauth2.S256ChallengeOption(login.Verifier)}
	if in.cfg.Tenant != "" {
		opts = append(opts, oauth2.SetAuthURLParam("acr_values", "tenant:"+in.cfg.Tenant))
	}
	login.URL = in.oauth.AuthCodeURL(login.State, opts...)
	return login
}

// ErrState is reported by [App.Finish] for a callback that does not belong to
// the login, which may be an attempt to sign a person in as somebody else.
var ErrState = errors.New("oauth: the callback does not belong to this login")

// Finish ends a sign-in with the query that the browser brought back: it
// checks the state and exchanges the code for tokens. The error is [ErrState],
// an [*Error], or that of ctx. A code is good for one Finish.
func (a *App) Finish(ctx context.Context, login Login, callback url.Values) (*oauth2.Token, error) {
	const what = "finishing the login"
	in := a.veiled.Get()
	state := callback.Get("state")
	if login.State == "" || subtle.ConstantTimeCompare([]byte(state), []byte(login.State)) != 1 {
		return nil, ErrState
	}
	code := callback.Get("code")
	if refusal := callback.Get("error"); refusal != "" {
		return nil, in.refused(what, 0, refusal, callback.Get("error_description"), code, login.Verifier, login.State)
	}
	if code == "" {
		return nil, in.failed(what, errors.New("the callback brings no code"))
	}
	token, err := in.oauth.Exchange(in.within(ctx), code, oauth2.VerifierOption(login.Verifier))
	if err == nil {
		err = checkToken(token)
	}
	if err != nil {
		return nil, in.failed(what, err, code, login.Verifier)
	}
	return token, nil
}

// checkToken refuses what could not be sent as an access token.
func checkToken(token *oauth2.Token) error {
	switch {
	case !strings.EqualFold(token.Type(), "Bearer"):
		return errors.New("the answer is not a bearer token")
	case strings.ContainsFunc(token.AccessToken, func(r rune) bool { return r <= ' ' || r >= 0x7f }):
		return errors.New("the access token has characters that a header cannot carry")
	}
	return nil
}
