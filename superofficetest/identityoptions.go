package superofficetest

import (
	"crypto/rsa"
	"time"
)

// IdentityOption configures an [IdentityProvider].
type IdentityOption func(*identityConfig)

type identityConfig struct {
	address    string
	authority  *Authority
	clock      func() time.Time
	plain      bool
	apps       []Application
	tokenLife  time.Duration
	ticketLife time.Duration
}

func identityDefaults() identityConfig {
	return identityConfig{
		address:    "127.0.0.1:0",
		clock:      time.Now,
		tokenLife:  time.Hour,
		ticketLife: 6 * time.Hour,
	}
}

// Application is a program that is registered with SuperOffice.
type Application struct {
	ID     string // client id
	Secret string // client secret, which is also the SO-AppToken
	// RedirectURLs are where a person may be sent back to. A loopback address
	// matches with any port, as programs on a desktop need.
	RedirectURLs []string
	// PublicKey checks the signature of system tokens; nil refuses them.
	PublicKey *rsa.PublicKey
}

// WithApplication registers an application; [IdentityProvider.SetApplication]
// does so later.
func WithApplication(app Application) IdentityOption {
	return func(c *identityConfig) { c.apps = append(c.apps, app) }
}

// WithIdentityAddress sets what the provider listens on, as host:port of the
// loopback interface. The default is a free port of 127.0.0.1.
func WithIdentityAddress(address string) IdentityOption {
	return func(c *identityConfig) { c.address = address }
}

// WithAuthority lets the provider's certificate be issued by an authority that
// other servers share. The default is one of its own.
func WithAuthority(authority *Authority) IdentityOption {
	return func(c *identityConfig) { c.authority = authority }
}

// WithoutTLS serves plain http, for a browser that would warn of a certificate
// that it does not know.
func WithoutTLS() IdentityOption {
	return func(c *identityConfig) { c.plain = true }
}

// WithIdentityClock sets the provider's clock, to let it differ from the
// client's. The default is [time.Now].
func WithIdentityClock(now func() time.Time) IdentityOption {
	return func(c *identityConfig) { c.clock = now }
}

// WithTokenLife sets how long access tokens last. The default is one hour;
// zero leaves expires_in out of the answers, and the token never ends.
func WithTokenLife(d time.Duration) IdentityOption {
	return func(c *identityConfig) { c.tokenLife = d }
}

// WithTicketLife sets how long a ticket lasts after its last use. The default
// is six hours.
func WithTicketLife(d time.Duration) IdentityOption {
	return func(c *identityConfig) { c.ticketLife = d }
}

// SetApplication registers an application or replaces the one of that ID.
func (p *IdentityProvider) SetApplication(app Application) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.apps[app.ID] = app
}
