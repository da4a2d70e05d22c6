package systemuser

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/internal/idtoken"
	"github.com/go-superoffice/superoffice/internal/loginhost"
	"github.com/go-superoffice/superoffice/internal/renew"
	"github.com/go-superoffice/superoffice/internal/veil"
)

const (
	// ticketLife is what a ticket lasts without being used. That use extends
	// it is not relied on.
	ticketLife = 6 * time.Hour
	// earlyPause keeps a server that refuses every ticket from being asked
	// for one at each call.
	earlyPause = time.Minute
)

// Source gives tickets for one tenant. It keeps a ticket for six hours and
// fetches it once for any number of callers. It is safe for concurrent use.
type Source struct{ veiled veil.Value[source] }

type source struct {
	cfg    *Config
	signIn *url.URL
	client *http.Client
	jwts   *idtoken.Verifier
	ticket *renew.Value[superoffice.Token]
	now    func() time.Time
}

var _ superoffice.TokenSource = (*Source)(nil)

// New checks the configuration, reporting everything that is wrong with it,
// and fetches nothing yet.
func New(cfg Config) (*Source, error) {
	login, err := cfg.check()
	if err != nil {
		return nil, err
	}
	s := &source{
		cfg:    &cfg,
		signIn: login.JoinPath("Login", "api", "PartnerSystemUser", "Authenticate"),
		client: loginhost.Client(cfg.HTTPClient),
		now:    time.Now,
	}
	s.jwts = idtoken.New(login, s.client, func() time.Time { return s.now() })
	// A ticket that still lasts serves while no other can be had.
	s.ticket = renew.New(s.fetch, renew.WithStale(func(error) bool { return true }, 0, earlyPause))
	return &Source{veil.Over(s)}, nil
}

// Token returns the ticket, which lasts for six hours after it was fetched.
// The error is an [*Error] or the cause of ctx.
func (s *Source) Token(ctx context.Context) (superoffice.Token, error) {
	token, _, err := s.veiled.Get().ticket.Get(ctx)
	return token, err
}

// Rejected says that a server refused a ticket, so that the next Token fetches
// another. That happens once a minute at most: a tenant that refuses new
// tickets as well needs something else than more of them.
func (s *Source) Rejected(token superoffice.Token) {
	s.veiled.Get().ticket.Refuse(earlyPause, func(held superoffice.Token) bool { return held.Value == token.Value })
}

// Format prints the environment and the tenant, whatever the verb.
func (s *Source) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, s.text()) }

// LogValue logs the environment and the tenant.
func (s *Source) LogValue() slog.Value { return slog.StringValue(s.text()) }

func (s *Source) text() string {
	if s == nil || s.veiled.Get() == nil {
		return "no system user"
	}
	return s.veiled.Get().cfg.text()
}
