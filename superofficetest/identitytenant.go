package superofficetest

import (
	"crypto/rand"
	"net/http"
	"strings"
	"time"
)

// IdentityTenant is a tenant as the login host knows it.
type IdentityTenant struct {
	Name string // such as Cust12345
	// Endpoint is where the tenant lives, without /api. Empty means the URL of
	// Server.
	Endpoint string
	// Server is told every ticket and access token that the provider issues
	// for the tenant, so that it accepts them. It may be nil.
	Server *Server
	// State is the tenant's state; empty means Running.
	State string
	// Validity is how long a state may be kept; zero means ten minutes.
	Validity time.Duration
	// SystemToken is what a consent gives an application; empty gets one made up.
	SystemToken string
	// Serial is the licence's number, which tokens are meant for; empty gets
	// one made up.
	Serial string
}

// SetTenant adds a tenant, or changes the one of that name: moves it to
// another endpoint, or stops it. It returns the tenant with what was made up.
func (p *IdentityProvider) SetTenant(t IdentityTenant) IdentityTenant {
	p.mu.Lock()
	defer p.mu.Unlock()
	known := p.tenants[strings.ToLower(t.Name)]
	if t.Endpoint == "" && t.Server != nil {
		t.Endpoint = t.Server.URL
	}
	t.State = firstOf(t.State, "Running")
	t.SystemToken = firstOf(t.SystemToken, known.SystemToken, t.Name+"-"+rand.Text())
	t.Serial = firstOf(t.Serial, known.Serial, "1234567890")
	if t.Validity == 0 {
		t.Validity = 10 * time.Minute
	}
	p.tenants[strings.ToLower(t.Name)] = t
	return t
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// tenant returns the tenant of that name, in any case.
func (p *IdentityProvider) tenant(name string) (IdentityTenant, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	t, ok := p.tenants[strings.ToLower(name)]
	return t, ok
}

func (p *IdentityProvider) tenantState(w http.ResponseWriter, r *http.Request) {
	t, ok := p.tenant(r.URL.Path[len("/api/state/"):])
	if !ok {
		http.NotFound(w, r)
		return
	}
	writeIdentityJSON(w, http.StatusOK, map[string]any{
		"ContextIdentifier": t.Name,
		"Endpoint":          t.Endpoint,
		"State":             t.State,
		"IsRunning":         t.State == "Running" || t.State == "OnlineMaintenance",
		"ValidUntil":        p.now().Add(t.Validity).UTC().Format("2006-01-02T15:04:05.0000000Z"),
		"Api":               t.Endpoint + "/api",
		"Version":           "Release_11.10_2026.02.24-02",
	})
}
