package superofficetest

import (
	"context"
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"
)

// IdentityProvider stands in for the login host of SuperOffice Online: SuperId
// sign-in, published keys, system user tickets and the state of tenants. It is
// served over TLS with a certificate of its own [Authority]. Make one with
// [StartIdentityProvider] or [NewIdentityProvider]. It is safe for concurrent use.
//
//	idp := superofficetest.StartIdentityProvider(t)
//	crm := superofficetest.Start(t, superofficetest.WithTenant("Cust12345"))
//	idp.SetTenant(superofficetest.IdentityTenant{Name: "Cust12345", Server: crm})
//	client, err := superoffice.NewOnline(superoffice.Environment(idp.URL), "Cust12345",
//		auth, superoffice.WithHTTPClient(idp.Client()))
type IdentityProvider struct {
	// URL is the environment: https://127.0.0.1:port, or http with [WithoutTLS].
	URL string

	cfg       identityConfig
	authority *Authority
	http      *http.Server
	serving   sync.WaitGroup
	closeOnce sync.Once
	makeKey   sync.Once
	noKey     error

	mu        sync.Mutex
	apps      map[string]Application // by ID
	tenants   map[string]IdentityTenant
	key       *signingKey // nil until it is needed, since it takes long to make
	codes     map[string]grant
	refreshes map[string]grant
	overrides map[IdentityEndpoint]http.HandlerFunc
	fault     *JWTFault
	counts    map[IdentityEndpoint]int
}

// NewIdentityProvider returns an identity provider on a free port of the
// loopback interface. It panics if there is none, as [NewServer] does.
func NewIdentityProvider(opts ...IdentityOption) *IdentityProvider {
	p, err := ListenIdentityProvider(opts...)
	if err != nil {
		panic(err.Error()) //nolint:forbidigo // as httptest does
	}
	return p
}

// StartIdentityProvider is [NewIdentityProvider] for a test, which closes it.
func StartIdentityProvider(tb testing.TB, opts ...IdentityOption) *IdentityProvider {
	tb.Helper()
	p, err := ListenIdentityProvider(opts...)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(p.Close)
	return p
}

// ListenIdentityProvider is [NewIdentityProvider] with an error instead of a panic.
func ListenIdentityProvider(opts ...IdentityOption) (*IdentityProvider, error) {
	p := &IdentityProvider{
		cfg:       identityDefaults(),
		apps:      map[string]Application{},
		tenants:   map[string]IdentityTenant{},
		codes:     map[string]grant{},
		refreshes: map[string]grant{},
		overrides: map[IdentityEndpoint]http.HandlerFunc{},
		counts:    map[IdentityEndpoint]int{},
	}
	for _, opt := range opts {
		if opt != nil {
			opt(&p.cfg)
		}
	}
	for _, app := range p.cfg.apps {
		p.apps[app.ID] = app
	}
	if err := p.listen(); err != nil {
		return nil, err
	}
	return p, nil
}

func (p *IdentityProvider) listen() error {
	if p.authority = p.cfg.authority; p.authority == nil {
		authority, err := NewAuthority()
		if err != nil {
			return err
		}
		p.authority = authority
	}
	certificate, err := p.authority.Certificate("superofficetest login", "127.0.0.1", "::1", "localhost")
	if err != nil {
		return err
	}
	var config net.ListenConfig
	listener, err := config.Listen(context.Background(), "tcp", p.cfg.address)
	if err != nil {
		return fmt.Errorf("superofficetest: %w", err)
	}
	p.URL = "https://" + listener.Addr().String()
	p.http = &http.Server{
		Handler:           p.Handler(),
		ErrorLog:          discardLog(),
		ReadHeaderTimeout: 10 * time.Second,
		TLSConfig:         &tls.Config{Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS12},
	}
	if p.cfg.plain {
		p.URL = "http://" + listener.Addr().String()
		p.serving.Go(func() { _ = p.http.Serve(listener) })
		return nil
	}
	p.serving.Go(func() { _ = p.http.ServeTLS(listener, "", "") })
	return nil
}

// Close cuts every connection. Further calls do nothing.
func (p *IdentityProvider) Close() {
	p.closeOnce.Do(func() {
		_ = p.http.Close()
		p.serving.Wait()
	})
}

// Authority is who issued the provider's certificate.
func (p *IdentityProvider) Authority() *Authority { return p.authority }

// Client returns a new [http.Client] that trusts the provider.
func (p *IdentityProvider) Client() *http.Client { return p.authority.Client() }

// IdentityEndpoint names one of the addresses that a provider serves.
type IdentityEndpoint string

// The endpoints of a provider. Code and Refresh are the two uses of one address.
const (
	EndpointDiscovery  IdentityEndpoint = "discovery"
	EndpointKeys       IdentityEndpoint = "keys"
	EndpointAuthorize  IdentityEndpoint = "authorize"
	EndpointCode       IdentityEndpoint = "code"
	EndpointRefresh    IdentityEndpoint = "refresh"
	EndpointSystemUser IdentityEndpoint = "system user"
	EndpointState      IdentityEndpoint = "state"
)

// Count returns how many requests an endpoint has had.
func (p *IdentityProvider) Count(endpoint IdentityEndpoint) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.counts[endpoint]
}

// Override lets another handler answer for an endpoint, for instance with a
// web page or a redirect; nil takes it back.
func (p *IdentityProvider) Override(endpoint IdentityEndpoint, handler http.HandlerFunc) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.overrides[endpoint] = handler
}

// Handler returns the provider as a handler, for use below another server.
func (p *IdentityProvider) Handler() http.Handler { return http.HandlerFunc(p.serveHTTP) }

func (p *IdentityProvider) serveHTTP(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	endpoint, handler := p.route(r)
	if handler == nil {
		http.NotFound(w, r)
		return
	}
	p.mu.Lock()
	p.counts[endpoint]++
	override := p.overrides[endpoint]
	p.mu.Unlock()
	if override != nil {
		handler = override
	}
	handler(w, r)
}

// route ignores case, as the real host's paths are written in several.
func (p *IdentityProvider) route(r *http.Request) (IdentityEndpoint, http.HandlerFunc) {
	path := strings.ToLower(r.URL.Path)
	switch {
	case path == "/login/.well-known/openid-configuration":
		return EndpointDiscovery, p.discovery
	case path == "/login/.well-known/jwks":
		return EndpointKeys, p.publishKeys
	case path == "/login/common/oauth/authorize":
		return EndpointAuthorize, p.authorize
	case path == "/login/common/oauth/tokens" && r.Method == http.MethodPost:
		if r.FormValue("grant_type") == "refresh_token" {
			return EndpointRefresh, p.refresh
		}
		return EndpointCode, p.redeem
	case path == "/login/api/partnersystemuser/authenticate" && r.Method == http.MethodPost:
		return EndpointSystemUser, p.systemUser
	case strings.HasPrefix(path, "/api/state/"):
		return EndpointState, p.tenantState
	}
	return "", nil
}

func (p *IdentityProvider) now() time.Time { return p.cfg.clock() }
