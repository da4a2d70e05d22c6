package superofficetest_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

const bearer = "Authorization: Bearer " + superofficetest.DefaultToken

// state asks the state API of the host that a server is on.
func state(t *testing.T, srv *superofficetest.Server, tenant string) map[string]any {
	t.Helper()
	root := &superofficetest.Server{URL: strings.TrimSuffix(srv.URL, "/Cust12345")}
	res, body := call(t, root, "GET", "/api/state/"+tenant, "", "Authorization: ")
	wantStatus(t, res, body, http.StatusOK)
	var out map[string]any
	if err := json.Unmarshal([]byte(body), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestTenant(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t, superofficetest.WithTenant("Cust12345"), superofficetest.WithStateValidity(time.Minute))
	if !strings.HasSuffix(srv.URL, "/Cust12345") {
		t.Fatal(srv.URL)
	}
	got := state(t, srv, "cust12345")
	until, err := time.Parse(time.RFC3339Nano, got["ValidUntil"].(string)) //nolint:forcetypeassert // the test ends
	if err != nil || time.Until(until) > time.Minute || time.Until(until) < 0 {
		t.Errorf("ValidUntil is %v", got["ValidUntil"])
	}
	if got["Api"] != srv.URL+"/api" || got["Endpoint"] != srv.URL || got["State"] != "Running" || got["IsRunning"] != true {
		t.Errorf("the state is %v", got)
	}
	if got := state(t, srv, "Cust1"); got["State"] != "Unknown" || got["IsRunning"] != false {
		t.Errorf("the state of another tenant is %v", got)
	}
	res, body := call(t, srv, "POST", "/api/v1/ChatSession", `{}`, bearer)
	wantStatus(t, res, body, http.StatusOK)
	wantPart(t, body, `"Self":"`+srv.URL+`/api/v1/ChatSession/1/"`)

	other := &superofficetest.Server{URL: strings.TrimSuffix(srv.URL, "5") + "6"}
	res, body = call(t, other, "POST", "/api/v1/ChatSession", `{}`, bearer)
	wantStatus(t, res, body, http.StatusMisdirectedRequest)
}

func TestEnvironmentAndTenantAreWhatNewOnlineTakes(t *testing.T) {
	t.Parallel()
	listening := superofficetest.Start(t, superofficetest.WithTenant("Cust12345"))
	inMemory := superofficetest.New(superofficetest.WithTenant("Cust12345"))
	t.Cleanup(inMemory.Close)
	for name, row := range map[string]struct {
		srv     *superofficetest.Server
		options []superoffice.ClientOption
	}{
		"listening": {srv: listening},
		"in memory": {srv: inMemory, options: []superoffice.ClientOption{superoffice.WithHTTPClient(inMemory.HTTPClient())}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			client, err := superoffice.NewOnline(row.srv.Environment(), row.srv.Tenant(),
				superoffice.Bearer(superofficetest.DefaultToken), row.options...)
			if err != nil {
				t.Fatal(err)
			}
			defer client.CloseIdleConnections()
			if _, err := client.CreateChatSession(t.Context(), &models.ChatSessionEntity{TopicID: 2}); err != nil {
				t.Fatal(err)
			}
			paths := []string{"/api/state/Cust12345", "/Cust12345/api/v1/ChatSession"}
			for i, r := range row.srv.Requests() {
				if r.Path != paths[i] {
					t.Errorf("request %d went to %s", i, r.Path)
				}
			}
		})
	}
}

func TestEnvironmentOfAnInstallationIsItsHost(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t, superofficetest.WithBasePath("/SuperOffice"))
	if got := string(srv.Environment()); got+"/SuperOffice" != srv.URL || srv.Tenant() != "" {
		t.Errorf("environment %q, tenant %q", got, srv.Tenant())
	}
}

func TestTenantMoves(t *testing.T) {
	t.Parallel()
	before := superofficetest.Start(t, superofficetest.WithTenant("Cust12345"))
	after := superofficetest.Start(t, superofficetest.WithTenant("Cust12345"), superofficetest.WithRecordsOf(before))
	call(t, before, "POST", "/api/v1/ChatSession", `{"CustomerName":"A"}`, bearer)
	before.MoveTenant(after.URL)
	res, body := call(t, before, "GET", "/api/v1/ChatSession/1", "", bearer)
	wantStatus(t, res, body, http.StatusMisdirectedRequest)
	wantPart(t, body, "Wrong subdomain used to access tenant")
	if got := state(t, before, "Cust12345"); got["Api"] != after.URL+"/api" {
		t.Errorf("the state is %v", got)
	}
	res, body = call(t, after, "GET", "/api/v1/ChatSession/1", "", bearer)
	wantStatus(t, res, body, http.StatusOK)
	before.MoveTenant("")
	res, body = call(t, before, "GET", "/api/v1/ChatSession/1", "", bearer)
	wantStatus(t, res, body, http.StatusOK)
}

func TestMaintenance(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t, superofficetest.WithTenant("Cust12345"))
	for name, running := range map[string]bool{
		"OnlineMaintenance": true, "OfflineMaintenance": false, "Suspended": false, "Running": true,
	} {
		srv.SetState(name)
		if got := state(t, srv, "Cust12345"); got["State"] != name || got["IsRunning"] != running {
			t.Errorf("%s is %v", name, got)
		}
		res, body := call(t, srv, "POST", "/api/v1/ChatSession", `{}`, bearer)
		if running {
			wantStatus(t, res, body, http.StatusOK)
			continue
		}
		wantStatus(t, res, body, http.StatusServiceUnavailable)
		if got := res.Header.Get("Content-Type"); got != "text/html; charset=utf-8" {
			t.Errorf("the answer is %s", got)
		}
	}
}

func TestBasePath(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t, superofficetest.WithBasePath("SuperOffice/"))
	res, body := call(t, srv, "POST", "/api/v1/ChatSession", `{}`)
	wantStatus(t, res, body, http.StatusOK)
	wantPart(t, body, `/SuperOffice/api/v1/ChatSession/1/"`)
	res, body = call(t, &superofficetest.Server{URL: strings.TrimSuffix(srv.URL, "/SuperOffice")}, "GET", "/api/v1", "")
	wantStatus(t, res, body, http.StatusNotFound)
}
