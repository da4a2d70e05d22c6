// Package tenant finds out where a tenant of SuperOffice Online lives: it asks
// the environment's state API, checks the answer, and remembers the address
// for as long as the answer is valid.
//
// See https://docs.superoffice.com/en/developer-portal/best-practices/tenant-status/check-status.html.
package tenant

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"

	"github.com/go-superoffice/superoffice/internal/loginhost"
	"github.com/go-superoffice/superoffice/internal/renew"
)

const (
	maxAnswer   = 64 << 10
	lookupTime  = 15 * time.Second
	staleAtMost = 24 * time.Hour
	stalePause  = 30 * time.Second
)

// Config says whose address to find out, and where.
type Config struct {
	Environment  string       // the login host, as a URL
	Tenant       string       // such as Cust12345
	Client       *http.Client // nil: one of the package's own
	HostSuffixes []string     // further domains the tenant may live under
	AllowHTTP    bool         // plain http also beyond loopback
	UserAgent    string
}

// Resolver knows one tenant's address. It is safe for concurrent use.
type Resolver struct {
	tenant    string
	stateURL  string
	userAgent string
	client    *http.Client
	rules     addressRules
	address   *renew.Value[*url.URL]
}

// New checks cfg, reporting everything that is wrong with it, and asks nothing yet.
func New(cfg Config) (*Resolver, error) {
	login, envErr := loginhost.Parse(cfg.Environment, cfg.AllowHTTP)
	var domain *loginhost.Domain
	var domainErr error
	if envErr == nil {
		domain, domainErr = loginhost.NewDomain(login, cfg.HostSuffixes...)
	}
	if err := errors.Join(CheckName(cfg.Tenant), envErr, domainErr); err != nil {
		return nil, err
	}
	r := &Resolver{
		tenant:    cfg.Tenant,
		stateURL:  login.JoinPath("api", "state", cfg.Tenant).String(),
		userAgent: cfg.UserAgent,
		client:    loginhost.Client(cfg.Client),
		rules:     addressRules{domain: domain, login: login, allowHTTP: cfg.AllowHTTP},
	}
	r.address = renew.New(r.lookUp,
		renew.WithTimeout(lookupTime),
		renew.WithStale(IsTransient, staleAtMost, stalePause))
	return r, nil
}

// CheckName reports whether a tenant's name can stand in a path.
func CheckName(name string) error {
	if name == "" {
		return errors.New("the tenant is empty; it is written like Cust12345")
	}
	for _, c := range []byte(name) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_':
		default:
			return errors.New("the tenant may hold letters and digits only; it is written like Cust12345")
		}
	}
	return nil
}

// Resolve returns the root of the tenant's API, such as
// https://online2.superoffice.com/Cust12345/api. The URL is shared by all
// callers and must not be changed. The error is a [*NotRunningError], a
// [*LookupError], or the cause of ctx.
//
// Values of ctx reach the look-up, so it must not carry an httptrace that is
// meant for another request.
func (r *Resolver) Resolve(ctx context.Context) (*url.URL, error) {
	address, _, err := r.address.Get(ctx)
	if errors.Is(err, renew.ErrTimeout) {
		return nil, &LookupError{Tenant: r.tenant, Transient: true, Reason: "no answer from the state API", Err: err}
	}
	return address, err
}

// Moved says that the tenant was not at an address that Resolve returned, so
// that the next Resolve asks again. When many callers find out the same, it
// asks once for all of them. It reports whether that address was still the
// current one.
func (r *Resolver) Moved(old *url.URL) bool {
	return r.address.DropFunc(func(current *url.URL) bool { return current == old })
}

func (r *Resolver) lookUp(ctx context.Context) (*url.URL, time.Time, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, r.stateURL, http.NoBody)
	if err != nil {
		return nil, time.Time{}, r.failed(false, 0, "the address of the state API", err)
	}
	req.Header.Set("Accept", "application/json")
	if r.userAgent != "" {
		req.Header.Set("User-Agent", r.userAgent)
	}
	answer, err := loginhost.Ask(r.client, req, maxAnswer)
	if err != nil {
		return nil, time.Time{}, r.failed(!errors.Is(err, loginhost.ErrTooLong), 0, "no usable answer from the state API", err)
	}
	if answer.StatusCode != http.StatusOK {
		return nil, time.Time{}, r.refused(answer.StatusCode)
	}
	s, err := parseState(answer.Body)
	if err != nil {
		return nil, time.Time{}, r.failed(true, answer.StatusCode, err.Error(), nil)
	}
	return r.accept(s)
}

// accept checks what the state API said before anything is sent there.
func (r *Resolver) accept(s *state) (*url.URL, time.Time, error) {
	if !equalFold(s.ContextIdentifier, r.tenant) {
		return nil, time.Time{}, r.failed(false, 0, "the state API answered for another tenant", nil)
	}
	if !s.running() {
		return nil, time.Time{}, &NotRunningError{Tenant: r.tenant, State: string(s.State)}
	}
	address, err := r.rules.accept(s)
	if err != nil {
		return nil, time.Time{}, r.failed(false, 0, err.Error(), nil)
	}
	return address, s.expiry(time.Now()), nil
}

func (r *Resolver) refused(status int) error {
	switch {
	case status == http.StatusNotFound:
		return r.failed(false, status, "the environment has no such tenant", nil)
	case status/100 == 3:
		return r.failed(true, status, "the state API redirects, which is not followed", nil)
	case status/100 == 5, status == http.StatusTooManyRequests, status == http.StatusRequestTimeout:
		return r.failed(true, status, "the state API is out of order", nil)
	default:
		return r.failed(false, status, "the state API refused", nil)
	}
}

func (r *Resolver) failed(transient bool, status int, reason string, err error) error {
	return &LookupError{Tenant: r.tenant, StatusCode: status, Transient: transient, Reason: reason, Err: err}
}
