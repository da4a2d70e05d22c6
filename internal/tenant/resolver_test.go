package tenant_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-superoffice/superoffice/internal/tenant"
)

// stateAPI plays the login host inside the bubble of a synctest, where a
// socket's wait would not count as idle.
type stateAPI struct {
	answer  func(*http.Request) (*http.Response, error)
	lookups atomic.Int64
}

func (a *stateAPI) RoundTrip(req *http.Request) (*http.Response, error) {
	a.lookups.Add(1)
	for _, name := range []string{"Authorization", "Cookie", "So-Apptoken"} {
		if req.Header.Get(name) != "" {
			return nil, errors.New("the look-up carries a credential")
		}
	}
	return a.answer(req)
}

func says(status int, body string) func(*http.Request) (*http.Response, error) {
	return func(*http.Request) (*http.Response, error) {
		return &http.Response{
			StatusCode: status,
			Header:     http.Header{},
			Body:       io.NopCloser(strings.NewReader(body)),
		}, nil
	}
}

func running(address, until string) string {
	return fmt.Sprintf(`{"ContextIdentifier":"Cust12345","Endpoint":%q,"State":"Running","IsRunning":true,"ValidUntil":%q,"Api":%q,"Version":"x"}`,
		address, until, address+"/api")
}

func newResolver(t *testing.T, api *stateAPI, change ...func(*tenant.Config)) *tenant.Resolver {
	t.Helper()
	cfg := tenant.Config{
		Environment: "https://online.superoffice.com",
		Tenant:      "Cust12345",
		Client:      &http.Client{Transport: api},
		UserAgent:   "test/1",
	}
	for _, c := range change {
		c(&cfg)
	}
	r, err := tenant.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestResolve(t *testing.T) {
	t.Parallel()
	const home = "https://online2.superoffice.com/Cust12345"
	for _, row := range []struct{ name, body, want string }{
		{"the documented answer", running(home, "2099-01-01T00:00:00.9342965Z"), home + "/api"},
		{"the tenant in other capitals", strings.Replace(running(home, ""), "Cust12345", "CUST12345", 1), home + "/api"},
		{"no Api member", `{"ContextIdentifier":"Cust12345","IsRunning":true,"Endpoint":"` + home + `/"}`, home + "/api"},
		{"a slash behind the API", `{"ContextIdentifier":"Cust12345","IsRunning":true,"Api":"` + home + `/api/"}`, home + "/api"},
		{"no IsRunning", `{"ContextIdentifier":"Cust12345","State":"OnlineMaintenance","Api":"` + home + `/api"}`, home + "/api"},
		{"the state as a number", `{"ContextIdentifier":"Cust12345","State":2,"Api":"` + home + `/api"}`, home + "/api"},
		{"online maintenance", `{"ContextIdentifier":"Cust12345","State":"OnlineMaintenance","IsRunning":true,"Api":"` + home + `/api"}`, home + "/api"},
		{"the default port", `{"ContextIdentifier":"Cust12345","IsRunning":true,"Api":"https://online2.superoffice.com:443/Cust12345/api"}`, "https://online2.superoffice.com:443/Cust12345/api"},
		{"a byte order mark", "\xef\xbb\xbf" + running(home, ""), home + "/api"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			api := &stateAPI{answer: func(req *http.Request) (*http.Response, error) {
				if got := req.URL.String(); got != "https://online.superoffice.com/api/state/Cust12345" {
					t.Errorf("asked %s", got)
				}
				if req.Header.Get("Accept") != "application/json" || req.Header.Get("User-Agent") != "test/1" {
					t.Errorf("header %v", req.Header)
				}
				return says(http.StatusOK, row.body)(req)
			}}
			got, err := newResolver(t, api).Resolve(t.Context())
			if err != nil || got.String() != row.want {
				t.Errorf("Resolve = %v, %v; want %s", got, err, row.want)
			}
		})
	}
}

func TestTenantThatIsNotRunning(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ state, wants, says string }{
		{`"Suspended"`, "Suspended", "administrator"},
		{`"OfflineMaintenance"`, "OfflineMaintenance", "maintenance"},
		{`"Deleted"`, "Deleted", "stop calling"},
		{`"Deleting"`, "Deleting", "stop calling"},
		{`"DeleteFailed"`, "DeleteFailed", "stop calling"},
		{`"Provisioning"`, "Provisioning", "being set up"},
		{`"ProvisioningFailed"`, "ProvisioningFailed", "failed"},
		{`"MigrationPending"`, "MigrationPending", "move"},
		{`"Unknown"`, "Unknown", "support"},
		{`"OnlineMaintenance"`, "OnlineMaintenance", "later"}, // IsRunning decides
		{`"Hibernating"`, "Hibernating", "support"},
		{`6`, "OfflineMaintenance", "maintenance"},
		{`77`, "77", "support"},
		{`""`, "", "Unknown"},
	} {
		t.Run(row.state, func(t *testing.T) {
			t.Parallel()
			api := &stateAPI{answer: says(http.StatusOK, `{"ContextIdentifier":"Cust12345","IsRunning":false,"State":`+row.state+`}`)}
			_, err := newResolver(t, api).Resolve(t.Context())
			stopped, ok := errors.AsType[*tenant.NotRunningError](err)
			if !ok || stopped.State != row.wants || stopped.Tenant != "Cust12345" || !strings.Contains(err.Error(), row.says) {
				t.Errorf("Resolve: %v", err)
			}
			if tenant.IsTransient(err) {
				t.Error("a state is an answer, not an outage")
			}
		})
	}
}

func TestBadAnswers(t *testing.T) {
	t.Parallel()
	at := func(api string) string {
		return fmt.Sprintf(`{"ContextIdentifier":"Cust12345","IsRunning":true,"Api":%q}`, api)
	}
	for _, row := range []struct {
		name      string
		status    int
		body      string
		says      string
		transient bool
	}{
		{"a web page", 200, "<html><body>Down for maintenance PLANTED</body></html>", "web page", true},
		{"nothing", 200, "", "empty", true},
		{"white space", 200, " \n", "empty", true},
		{"null", 200, "null", "not a JSON object", true},
		{"a list", 200, "[]", "not a JSON object", true},
		{"broken JSON", 200, `{"ContextIdentifier":"PLANTED`, "not the JSON", true},
		{"two objects", 200, `{}{}`, "not the JSON", true},
		{"a state that is an object", 200, `{"State":{}}`, "not the JSON", true},
		{"an empty object", 200, `{}`, "another tenant", false},
		{"another tenant", 200, strings.ReplaceAll(running("https://online2.superoffice.com/Cust9", ""), "Cust12345", "Cust99999"), "another tenant", false},
		{"a tenant that looks the same", 200, `{"ContextIdentifier":"Cu\u017ft12345","IsRunning":true}`, "another tenant", false},
		{"no address", 200, at(""), "no address", false},
		{"a host elsewhere", 200, at("https://evil.example/Cust12345/api"), `"evil.example"`, false},
		{"a host that ends alike", 200, at("https://evilsuperoffice.com/api"), "does not belong", false},
		{"the domain as a user name", 200, at("https://online.superoffice.com@evil.example/api"), "evil.example", false},
		{"the domain with a port and a password", 200, at("https://online.superoffice.com:443@evil.example/api"), "evil.example", false},
		{"a user name", 200, at("https://me@online2.superoffice.com/api"), "more than host and path", false},
		{"a dot behind the host", 200, at("https://online2.superoffice.com./api"), "cannot be trusted", false},
		{"the domain below another", 200, at("https://online2.superoffice.com.evil.example/api"), "does not belong", false},
		{"a backslash", 200, at(`https://evil.example\.superoffice.com/api`), "not a URL", false},
		{"plain http", 200, at("http://online2.superoffice.com/api"), "without https", false},
		{"no scheme", 200, at("//online2.superoffice.com/api"), "without https", false},
		{"another scheme", 200, at("ftp://online2.superoffice.com/api"), "without https", false},
		{"another port", 200, at("https://online2.superoffice.com:8443/api"), "port", false},
		{"a query", 200, at("https://online2.superoffice.com/api?to=x"), "more than host and path", false},
		{"a fragment", 200, at("https://online2.superoffice.com/api#x"), "more than host and path", false},
		{"dot segments", 200, at("https://online2.superoffice.com/Cust12345/../Cust1/api"), "not plain", false},
		{"escapes in the path", 200, at("https://online2.superoffice.com/Cust12345%2f../api"), "not plain", false},
		{"loopback", 200, at("http://127.0.0.1/api"), "does not belong", false},
		{"not found", 404, "PLANTED", "no such tenant", false},
		{"a bad request", 400, "PLANTED", "refused", false},
		{"a redirect", 302, "", "redirects", true},
		{"too many requests", 429, "", "out of order", true},
		{"a failure", 503, "<html>PLANTED</html>", "out of order", true},
		{"a body without end", 200, strings.Repeat(" ", 65<<10), "too long", false},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			api := &stateAPI{answer: says(row.status, row.body)}
			address, err := newResolver(t, api).Resolve(t.Context())
			lookup, ok := errors.AsType[*tenant.LookupError](err)
			if !ok || !strings.Contains(err.Error(), row.says) || !strings.Contains(err.Error(), "Cust12345") {
				t.Fatalf("Resolve = %v, %v; want an error with %q", address, err, row.says)
			}
			if lookup.Transient != row.transient || tenant.IsTransient(err) != row.transient {
				t.Errorf("transient is %v, want %v", lookup.Transient, row.transient)
			}
			if strings.Contains(err.Error(), "PLANTED") {
				t.Errorf("the error quotes the answer: %v", err)
			}
		})
	}
}

func TestNoAnswerIsTransientAndKeepsItsCause(t *testing.T) {
	t.Parallel()
	down := errors.New("network is unreachable")
	api := &stateAPI{answer: func(*http.Request) (*http.Response, error) { return nil, down }}
	_, err := newResolver(t, api).Resolve(t.Context())
	if !errors.Is(err, down) || !tenant.IsTransient(err) {
		t.Errorf("Resolve: %v", err)
	}
}

func TestFurtherHosts(t *testing.T) {
	t.Parallel()
	api := &stateAPI{answer: says(http.StatusOK, running("https://t1.crm.example.com/Cust12345", ""))}
	r := newResolver(t, api, func(c *tenant.Config) { c.HostSuffixes = []string{"crm.example.com"} })
	if _, err := r.Resolve(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestPlainHTTP(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, env, api string
		allow, ok      bool
	}{
		{"loopback", "http://127.0.0.1:1", "http://127.0.0.1:2/Cust12345", false, true},
		{"trusted network", "http://idp.lan", "http://idp.lan/Cust12345", true, true},
		{"not trusted", "https://idp.lan", "http://idp.lan/Cust12345", false, false},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			api := &stateAPI{answer: says(http.StatusOK, running(row.api, ""))}
			r := newResolver(t, api, func(c *tenant.Config) { c.Environment, c.AllowHTTP = row.env, row.allow })
			if _, err := r.Resolve(t.Context()); (err == nil) != row.ok {
				t.Error(err)
			}
		})
	}
}

func TestOneLookUpForManyCallers(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		api := &stateAPI{}
		api.answer = func(req *http.Request) (*http.Response, error) {
			time.Sleep(time.Second)
			host := fmt.Sprintf("https://online%d.superoffice.com/Cust12345", api.lookups.Load())
			return says(http.StatusOK, running(host, time.Now().Add(time.Hour).Format(time.RFC3339)))(req)
		}
		r := newResolver(t, api)
		var wg sync.WaitGroup
		for range 500 {
			wg.Go(func() {
				old, err := r.Resolve(t.Context())
				if err != nil || old.Host != "online1.superoffice.com" {
					t.Errorf("first: %v, %v", old, err)
					return
				}
				r.Moved(old)
				moved, err := r.Resolve(t.Context())
				if err != nil || moved.Host != "online2.superoffice.com" {
					t.Errorf("after the move: %v, %v", moved, err)
				}
			})
		}
		wg.Wait()
		if n := api.lookups.Load(); n != 2 {
			t.Errorf("%d look-ups, want 2", n)
		}
	})
}

func TestAnswerIsKeptUntilItsTime(t *testing.T) {
	t.Parallel()
	// The bubble's clock starts at 2000-01-01T00:00:00Z.
	for _, row := range []struct {
		name, until string
		kept        time.Duration // a margin of a tenth or a minute before the expiry
	}{
		{"two hours", "2000-01-01T02:00:00.1234567Z", 2*time.Hour - time.Minute},
		{"without an offset", "2000-01-01T02:00:00", 2*time.Hour - time.Minute},
		{"absent", "", 9 * time.Minute},
		{"unreadable", "tomorrow", 9 * time.Minute},
		{"past", "1999-01-01T00:00:00Z", 54 * time.Second},
		{"years ahead", "2050-01-01T00:00:00Z", 24*time.Hour - time.Minute},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				api := &stateAPI{answer: says(http.StatusOK, running("https://online2.superoffice.com/Cust12345", row.until))}
				r := newResolver(t, api)
				get := func(want int64) {
					t.Helper()
					if _, err := r.Resolve(t.Context()); err != nil {
						t.Fatal(err)
					}
					if n := api.lookups.Load(); n != want {
						t.Fatalf("%d look-ups, want %d", n, want)
					}
				}
				get(1)
				time.Sleep(row.kept - 1)
				get(1)
				time.Sleep(time.Second)
				get(2)
			})
		})
	}
}

func TestStaleAddressServesDuringAnOutage(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		api := &stateAPI{answer: says(http.StatusOK, running("https://online2.superoffice.com/Cust12345", ""))}
		r := newResolver(t, api)
		home, err := r.Resolve(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, outage := range []func(*http.Request) (*http.Response, error){
			says(http.StatusServiceUnavailable, ""),
			says(http.StatusOK, "<html>"),
			func(*http.Request) (*http.Response, error) { return nil, errors.New("no route") },
			func(req *http.Request) (*http.Response, error) {
				<-req.Context().Done()
				return nil, req.Context().Err()
			},
		} {
			time.Sleep(time.Hour)
			api.answer = outage
			if again, err := r.Resolve(t.Context()); err != nil || again != home {
				t.Errorf("Resolve = %v, %v", again, err)
			}
		}

		time.Sleep(time.Hour)
		api.answer = says(http.StatusOK, `{"ContextIdentifier":"Cust12345","IsRunning":false,"State":"Suspended"}`)
		if _, err := r.Resolve(t.Context()); err == nil {
			t.Error("a suspended tenant was served from memory")
		}
	})
}

func TestAddressThatMovedNeverServes(t *testing.T) {
	t.Parallel()
	api := &stateAPI{answer: says(http.StatusOK, running("https://online2.superoffice.com/Cust12345", ""))}
	r := newResolver(t, api)
	home, err := r.Resolve(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !r.Moved(home) || r.Moved(home) {
		t.Error("Moved must report true once")
	}
	api.answer = says(http.StatusServiceUnavailable, "")
	if _, err := r.Resolve(t.Context()); !tenant.IsTransient(err) {
		t.Errorf("Resolve: %v", err)
	}
}

func TestLookUpThatHangs(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		api := &stateAPI{answer: func(*http.Request) (*http.Response, error) { <-release; return nil, io.EOF }}
		r := newResolver(t, api)
		start := time.Now()
		_, err := r.Resolve(t.Context())
		if !errors.Is(err, context.DeadlineExceeded) || !tenant.IsTransient(err) {
			t.Errorf("Resolve: %v", err)
		}
		if took := time.Since(start); took > time.Minute {
			t.Errorf("took %v", took)
		}
		close(release)
	})
}

func TestCallerWhoGivesUp(t *testing.T) {
	t.Parallel()
	api := &stateAPI{answer: says(http.StatusServiceUnavailable, "")}
	bored := errors.New("bored")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(bored)
	if _, err := newResolver(t, api).Resolve(ctx); !errors.Is(err, bored) {
		t.Errorf("Resolve: %v", err)
	}
	if n := api.lookups.Load(); n != 0 {
		t.Errorf("%d look-ups for a context that is over", n)
	}
}

func TestNewReportsEverything(t *testing.T) {
	t.Parallel()
	_, err := tenant.New(tenant.Config{Environment: "http://online.superoffice.com", Tenant: "../Cust1"})
	if err == nil || !strings.Contains(err.Error(), "https") || !strings.Contains(err.Error(), "tenant") {
		t.Errorf("New: %v", err)
	}
	_, err = tenant.New(tenant.Config{Environment: "https://online.superoffice.com", HostSuffixes: []string{"https://x"}})
	if err == nil || !strings.Contains(err.Error(), "https://x") || !strings.Contains(err.Error(), "empty") {
		t.Errorf("New: %v", err)
	}
}

func TestResolvedAddressIsAURL(t *testing.T) {
	t.Parallel()
	api := &stateAPI{answer: says(http.StatusOK, running("https://online2.superoffice.com/Cust12345", ""))}
	got, err := newResolver(t, api).Resolve(t.Context())
	want := &url.URL{Scheme: "https", Host: "online2.superoffice.com", Path: "/Cust12345/api"}
	if err != nil || *got != *want {
		t.Errorf("Resolve = %#v, %v", got, err)
	}
}
