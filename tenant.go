package superoffice

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"

	"github.com/go-superoffice/superoffice/internal/tenant"
)

// Environment is the login host of one of SuperOffice Online's environments,
// as a URL. Any other URL works too, for tests.
//
// See https://docs.superoffice.com/en/developer-portal/getting-started/app-envir.html.
type Environment string

// The environments of SuperOffice Online.
const (
	Development Environment = "https://sod.superoffice.com"
	Stage       Environment = "https://qaonline.superoffice.com"
	Production  Environment = "https://online.superoffice.com"
)

// onlineRate is what the vendor's certification asks of partner applications,
// in any second: hence no burst beyond it.
const onlineRate = 10

// NewOnline makes a client for a tenant of SuperOffice Online, such as
// "Cust12345". Tenants move between hosts, so the address is looked up in the
// environment's state API when the first call needs it, kept until the answer's
// ValidUntil, and looked up again when a call is answered with 421. A tenant
// that is not running gives [ErrTenantUnavailable].
//
// Calls are limited to 10 a second, one every 100 ms, which the vendor's
// certification demands; [WithRateLimit] changes that. Like [New] it checks everything at once and
// does not connect.
func NewOnline(env Environment, tenant string, auth Auth, opts ...ClientOption) (*Client, error) {
	c := newConfig(auth)
	c.online = true
	limit := WithRateLimit(onlineRate, 1)
	found := c.apply(slices.Insert(slices.Clone(opts), 0, limit))
	found = append(found, c.lookUp(env, tenant))
	return c.finish(found)
}

// tenantAddress is looked up in the state API.
type tenantAddress struct {
	environment Environment
	tenant      string
	resolver    *tenant.Resolver
}

// lookUp makes the configuration look up its address.
func (c *config) lookUp(env Environment, name string) error {
	if u, err := url.Parse(string(env)); err == nil && u.Scheme == "http" && !c.insecure && !isLoopback(u.Hostname()) {
		return mark(errors.New("environment: plain http could be answered by anyone on the way; use https"), ErrInsecureURL)
	}
	resolver, err := tenant.New(tenant.Config{
		Environment:  string(env),
		Tenant:       name,
		Client:       &http.Client{Transport: c.transport, Timeout: c.clientTimeout},
		HostSuffixes: c.tenantHosts,
		AllowHTTP:    c.insecure,
		UserAgent:    userAgent(c.product),
	})
	if err != nil {
		return err
	}
	c.address = &tenantAddress{env, name, resolver}
	return nil
}

func (a *tenantAddress) String() string { return a.tenant }

func (a *tenantAddress) resolve(ctx context.Context) (location, error) {
	api, err := a.resolver.Resolve(ctx)
	if err != nil {
		if _, ok := errors.AsType[*tenant.NotRunningError](err); ok {
			return location{}, mark(err, ErrTenantUnavailable)
		}
		return location{}, err
	}
	return location{root: restRoot(api), source: api}, nil
}

func (a *tenantAddress) moved(ctx context.Context, old location) (location, error) {
	a.resolver.Moved(old.source)
	return a.resolve(ctx)
}
