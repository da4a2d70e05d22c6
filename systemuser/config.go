package systemuser

import (
	"crypto/rsa"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/internal/loginhost"
	"github.com/go-superoffice/superoffice/internal/tenant"
)

// Config says for which tenant to sign in, and as what. It prints its
// environment and tenant only.
type Config struct {
	// Environment is where the tenant's people sign in; required.
	Environment superoffice.Environment
	// Tenant is the context identifier, such as Cust12345; required.
	Tenant string
	// SystemToken is the system_token claim of the tenant's consent; required.
	SystemToken string
	// ApplicationToken is the application's client secret; required. The
	// client needs it too, see [superoffice.WithAppToken].
	ApplicationToken string
	// Key is the application's private key; required. See [ParseKey].
	Key *rsa.PrivateKey
	// Audience is whom the answer must be meant for: spn: and the serial
	// number. Empty accepts any audience of that form, since only some
	// programs know the number; signature, issuer and tenant are checked anyway.
	Audience string
	// HTTPClient reaches the environment; nil uses a plain one with a
	// time-out of 30 s. It is copied; redirects are not followed and its
	// cookies not sent.
	HTTPClient *http.Client
}

// Format prints the environment and the tenant, whatever the verb.
func (c Config) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, c.text()) }

// LogValue logs the environment and the tenant.
func (c Config) LogValue() slog.Value { return slog.StringValue(c.text()) }

func (c Config) text() string {
	if login, err := loginhost.Parse(string(c.Environment), false); err == nil {
		return "system user of " + c.Tenant + " at " + login.Host
	}
	return "system user of " + c.Tenant
}

// check reports everything that is wrong with the configuration.
func (c Config) check() (*url.URL, error) {
	login, err := loginhost.Parse(string(c.Environment), false)
	problems := []error{err, tenant.CheckName(c.Tenant), checkKey(c.Key)}
	for _, part := range []struct{ name, text string }{
		{"SystemToken", c.SystemToken}, {"ApplicationToken", c.ApplicationToken},
	} {
		if part.text == "" {
			problems = append(problems, fmt.Errorf("%s is empty", part.name))
		}
	}
	if err := errors.Join(problems...); err != nil {
		return nil, fmt.Errorf("systemuser: %w", err)
	}
	return login, nil
}
