package oauth

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"time"

	"golang.org/x/oauth2"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/internal/idtoken"
	"github.com/go-superoffice/superoffice/internal/loginhost"
	"github.com/go-superoffice/superoffice/internal/veil"
)

// App is an application that people sign in to. It is safe for concurrent use.
type App struct{ veiled veil.Value[app] }

type app struct {
	cfg    *Config
	oauth  *oauth2.Config
	client *http.Client
	jwts   *idtoken.Verifier
}

// New checks the configuration, reporting everything that is wrong with it. It
// does not connect.
func New(cfg Config) (*App, error) {
	login, err := cfg.check()
	if err != nil {
		return nil, err
	}
	client := loginhost.Client(cfg.HTTPClient)
	return &App{veil.Over(&app{
		cfg: &cfg,
		oauth: &oauth2.Config{
			ClientID:     cfg.ClientID,
			ClientSecret: cfg.ClientSecret,
			Endpoint:     Endpoint(superoffice.Environment(login.String())),
			RedirectURL:  cfg.RedirectURL,
			Scopes:       []string{"openid"},
		},
		client: client,
		jwts:   idtoken.New(login, client, time.Now),
	})}, nil
}

// Format prints the environment and the client id, whatever the verb.
func (a *App) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, a.text()) }

// LogValue logs the environment and the client id.
func (a *App) LogValue() slog.Value { return slog.StringValue(a.text()) }

func (a *App) text() string {
	if a == nil || a.veiled.Get() == nil {
		return "no application"
	}
	return a.veiled.Get().cfg.text()
}

// within makes golang.org/x/oauth2 use the application's client.
func (a *app) within(ctx context.Context) context.Context {
	return context.WithValue(ctx, oauth2.HTTPClient, a.client)
}

// refresh exchanges a refresh token for an access token.
func (a *app) refresh(ctx context.Context, refreshToken string) (*oauth2.Token, error) {
	// Only the refresh token is given, so the library does not judge by
	// itself whether the access token still lasts.
	token, err := a.oauth.TokenSource(a.within(ctx), &oauth2.Token{RefreshToken: refreshToken}).Token()
	if err == nil {
		err = checkToken(token)
	}
	if err != nil {
		return nil, a.failed("refreshing the access token", err, refreshToken)
	}
	if token.RefreshToken == "" {
		token.RefreshToken = refreshToken
	}
	return token, nil
}
