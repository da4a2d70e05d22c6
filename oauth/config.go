package oauth

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"

	"golang.org/x/oauth2"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/internal/loginhost"
	"github.com/go-superoffice/superoffice/internal/tenant"
)

// Endpoint returns the addresses that people sign in at. Secrets are sent in
// the body and not in the query, where they would reach logs.
func Endpoint(env superoffice.Environment) oauth2.Endpoint {
	host := strings.TrimRight(string(env), "/")
	return oauth2.Endpoint{
		AuthURL:   host + "/login/common/oauth/authorize",
		TokenURL:  host + "/login/common/oauth/tokens",
		AuthStyle: oauth2.AuthStyleInParams,
	}
}

// Config is an application as it is registered with SuperOffice. It prints its
// environment and client id only.
type Config struct {
	// Environment is where people sign in; required.
	Environment superoffice.Environment
	// ClientID is the application's id; required.
	ClientID string
	// ClientSecret is the application's secret; empty for a program that
	// cannot keep one.
	ClientSecret string
	// RedirectURL is where the browser is sent back to, as registered. It is
	// required for [App.Login].
	RedirectURL string
	// Tenant asks people to sign in to one tenant, such as Cust12345; empty
	// lets them choose.
	Tenant string
	// HTTPClient reaches the environment; nil uses a plain one with a
	// time-out of 30 s. It is copied; redirects are not followed and its
	// cookies not sent.
	HTTPClient *http.Client
}

// Format prints the environment and the client id, whatever the verb.
func (c Config) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, c.text()) }

// LogValue logs the environment and the client id.
func (c Config) LogValue() slog.Value { return slog.StringValue(c.text()) }

func (c Config) text() string {
	if login, err := loginhost.Parse(string(c.Environment), false); err == nil {
		return "application " + c.ClientID + " at " + login.Host
	}
	return "application " + c.ClientID
}

// check reports everything that is wrong with the configuration.
func (c Config) check() (*url.URL, error) {
	login, err := loginhost.Parse(string(c.Environment), false)
	problems := []error{err, checkRedirect(c.RedirectURL)}
	if c.ClientID == "" {
		problems = append(problems, errors.New("ClientID is empty"))
	}
	if c.Tenant != "" {
		problems = append(problems, tenant.CheckName(c.Tenant))
	}
	if err := errors.Join(problems...); err != nil {
		return nil, fmt.Errorf("oauth: %w", err)
	}
	return login, nil
}

func checkRedirect(redirect string) error {
	if redirect == "" {
		return nil
	}
	u, err := url.Parse(redirect)
	if err != nil || !u.IsAbs() || strings.Contains(redirect, "#") {
		return errors.New("RedirectURL must be an absolute URL without a fragment")
	}
	return nil
}
