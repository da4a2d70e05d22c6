package superofficetest

import (
	"net/http"
	"strings"
	"sync"
	"time"
)

// tenantState is what the state API says.
type tenantState struct {
	name string

	mu    sync.RWMutex
	state string
	moved string // URL of the new host, "" while the tenant is here
}

// SetState changes the state of the installation to one of the names of the
// state API: Running, OnlineMaintenance, OfflineMaintenance, Suspended and so
// on. In all but the first two the API answers 503 with a page. It also works
// for an onsite installation, which has no state API.
func (s *Server) SetState(state string) {
	s.tenant.mu.Lock()
	defer s.tenant.mu.Unlock()
	s.tenant.state = state
}

// MoveTenant moves the tenant to another host, given as the URL of the server
// there: the state API names the new host and every call to the API here is
// answered with 421. An empty URL moves it back.
func (s *Server) MoveTenant(url string) {
	s.tenant.mu.Lock()
	defer s.tenant.mu.Unlock()
	s.tenant.moved = strings.TrimSuffix(url, "/")
}

func (t *tenantState) now() (state, moved string) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.state, t.moved
}

func isRunning(state string) bool { return state == "Running" || state == "OnlineMaintenance" }

// tenantGate answers for an installation that is not here or not running.
func (x *exchange) tenantGate() (answer, bool) {
	state, moved := x.s.tenant.now()
	if moved != "" || x.area == areaAstray {
		return x.refuse(http.StatusMisdirectedRequest, "SoHttpResponseException",
			"Wrong subdomain used to access tenant"), false
	}
	if !isRunning(state) {
		return page(http.StatusServiceUnavailable, "Service Unavailable",
			"This installation is closed for maintenance."), false
	}
	return answer{}, true
}

// stateAnswer is the state API, which asks for no credentials.
func (x *exchange) stateAnswer() answer {
	if !strings.EqualFold(x.rest, x.s.tenant.name) {
		return x.plain(http.StatusOK, pairs{
			{"ContextIdentifier", x.rest},
			{"Endpoint", ""},
			{"State", "Unknown"},
			{"IsRunning", false},
			{"ValidUntil", x.validUntil()},
			{"Api", ""},
		})
	}
	state, moved := x.s.tenant.now()
	endpoint := moved
	if endpoint == "" {
		endpoint = x.endpoint()
	}
	return x.plain(http.StatusOK, pairs{
		{"ContextIdentifier", x.s.tenant.name},
		{"Endpoint", endpoint},
		{"State", state},
		{"IsRunning", isRunning(state)},
		{"ValidUntil", x.validUntil()},
		{"Api", endpoint + "/api"},
		{"Version", "superofficetest"},
	})
}

func (x *exchange) validUntil() string {
	return time.Now().Add(x.s.cfg.validity).UTC().Format(wallTime + "Z")
}

// endpoint is the tenant's address at the host that was asked.
func (x *exchange) endpoint() string {
	scheme := "http://"
	if x.r.TLS != nil {
		scheme = "https://"
	}
	return scheme + x.r.Host + x.s.basePath()
}
