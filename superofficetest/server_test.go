package superofficetest_test

import (
	"io"
	"net/http"
	"os"
	"runtime"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

const sampleAuthorization = "Basic dGplMDpUamUw"

// call sends one request with the sample credentials over a connection of its
// own. Headers are "Name: value"; an empty value removes one.
func call(t *testing.T, srv *superofficetest.Server, method, path, body string, headers ...string) (*http.Response, string) {
	t.Helper()
	res, text, err := try(t, srv, method, path, body, headers...)
	if err != nil {
		t.Fatal(err)
	}
	return res, text
}

func try(
	t *testing.T, srv *superofficetest.Server, method, path, body string, headers ...string,
) (*http.Response, string, error) {
	t.Helper()
	transport := &http.Transport{DisableCompression: true}
	defer transport.CloseIdleConnections()
	return tryOver(t, transport, srv, method, path, body, headers...)
}

func tryOver(
	t *testing.T, transport http.RoundTripper, srv *superofficetest.Server, method, path, body string, headers ...string,
) (*http.Response, string, error) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, srv.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", sampleAuthorization)
	if body != "" {
		req.Header.Set("Content-Type", "application/json; charset=utf-8")
	}
	for _, header := range headers {
		name, value, _ := strings.Cut(header, ": ")
		req.Header.Del(name)
		if value != "" {
			req.Header.Set(name, value)
		}
	}
	res, err := transport.RoundTrip(req)
	if err != nil {
		return nil, "", err
	}
	defer func() { _ = res.Body.Close() }()
	text, err := io.ReadAll(res.Body)
	return res, string(text), err
}

func read(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// wantStatus fails the test with the answer's body unless it has the status.
func wantStatus(t *testing.T, res *http.Response, body string, status int) {
	t.Helper()
	if res.StatusCode != status {
		t.Fatalf("got %s, want %d: %s", res.Status, status, body)
	}
}

func wantPart(t *testing.T, body string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(body, part) {
			t.Errorf("%s is missing from %s", part, body)
		}
	}
}

func clientOf(t *testing.T, srv *superofficetest.Server) *superoffice.Client {
	t.Helper()
	client, err := superoffice.New(srv.URL, superofficetest.Auth)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.CloseIdleConnections)
	return client
}

func TestClientCreatesASession(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	client := clientOf(t, srv)
	sent := &models.ChatSessionEntity{TopicID: 2, CustomerName: "Ola", Contact: &models.Contact{ContactID: 7}}
	created, err := client.CreateChatSession(t.Context(), sent)
	if err != nil {
		t.Fatal(err)
	}
	if created.ChatSessionID == 0 || created.Links.Self() == "" {
		t.Errorf("the answer has no key or no links: %+v", created)
	}
	last, _ := srv.LastRequest()
	if diff := superofficetest.Diff(sent, last.ChatSession); diff != "" {
		t.Errorf("the server received something else:\n%s", diff)
	}
	if stored := srv.ChatSessions(); len(stored) != 1 || stored[0].ChatSessionID != created.ChatSessionID {
		t.Errorf("stored %+v", stored)
	}
}

func TestKeepLastBoundsRecordsAndRequests(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t, superofficetest.WithKeepLast(3))
	for _, name := range []string{"A", "B", "C", "D", "E"} {
		call(t, srv, "POST", "/api/v1/User", `{"Name":"`+name+`"}`)
	}
	users := srv.Users()
	if len(users) != 3 || users[0].Name != "C" || users[2].AssociateID != 5 {
		t.Errorf("kept %+v", users)
	}
	if requests := srv.Requests(); len(requests) != 3 || requests[0].User.Name != "C" {
		t.Errorf("kept %d requests", len(requests))
	}
	if stats := srv.Stats(); stats.Created != 5 || stats.Requests != 5 {
		t.Errorf("counted %+v", stats)
	}
	if res, body := call(t, srv, "GET", "/api/v1/User/1", ""); res.StatusCode != http.StatusNotFound {
		t.Errorf("the first user is still there: %s", body)
	}
}

func TestCloseLeavesNothingBehind(t *testing.T) { //nolint:paralleltest // counts goroutines
	ignore := goleak.IgnoreCurrent()
	servers := map[string]func() *superofficetest.Server{
		"listening": func() *superofficetest.Server { return superofficetest.NewServer() },
		"in memory": func() *superofficetest.Server { return superofficetest.New() },
	}
	for name, open := range servers {
		t.Run(name, func(t *testing.T) { //nolint:paralleltest // counts goroutines
			srv := open()
			transport := http.RoundTripper(&http.Transport{})
			if name == "in memory" {
				transport = srv.Transport()
			}
			// One connection stays idle, one is in the middle of a delay.
			if _, _, err := tryOver(t, transport, srv, "GET", "/api/v1/User/default", ""); err != nil {
				t.Fatal(err)
			}
			srv.Inject(superofficetest.Fault{Commit: true, Delay: 1 << 40})
			failed := make(chan error)
			go func() {
				_, _, err := tryOver(t, transport, srv, "POST", "/api/v1/User", `{"Name":"A"}`)
				failed <- err
			}()
			for len(srv.Users()) == 0 {
				runtime.Gosched() // the request is on its way
			}
			srv.Close()
			srv.Close()
			if err := <-failed; err == nil {
				t.Error("the delayed request was answered")
			}
			if pool, ok := transport.(*http.Transport); ok {
				pool.CloseIdleConnections()
			}
			goleak.VerifyNone(t, ignore, goleak.IgnoreTopFunction("testing.(*T).Run"))
			if len(srv.Requests()) != 2 {
				t.Error("the requests are gone with the server")
			}
		})
	}
}

func TestListenReportsAnAddressThatCannotBeUsed(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	address := strings.TrimPrefix(srv.URL, "http://")
	if _, err := superofficetest.Listen(superofficetest.WithAddress(address)); err == nil {
		t.Error("no error")
	}
}

// report catches what Start does with the test that it belongs to.
type report struct {
	testing.TB

	cleanup func()
	failed  bool
	text    strings.Builder
}

func (r *report) Helper()                   {}
func (r *report) Cleanup(f func())          { r.cleanup = f }
func (r *report) Failed() bool              { return r.failed }
func (r *report) Log(args ...any)           { r.text.WriteString(args[0].(string)) } //nolint:forcetypeassert // a string
func (r *report) Errorf(_ string, _ ...any) { r.failed = true }

func TestStartShowsTheRequestsOfAFailedTest(t *testing.T) {
	t.Parallel()
	r := &report{TB: t, failed: true}
	srv := superofficetest.Start(r)
	call(t, srv, "POST", "/api/v1/User", `{"Name":"A","Credentials":[{"Value":"planted"}]}`)
	r.cleanup()
	wantPart(t, r.text.String(), "received 1 requests", "POST /api/v1/User -> 200 OK, created 1", `"Name":"A"`)
	if strings.Contains(r.text.String(), "planted") || strings.Contains(r.text.String(), "dGplMDpUamUw") {
		t.Errorf("a secret is shown: %s", r.text.String())
	}
}

func TestStartShowsTheLastRequestsOnly(t *testing.T) {
	t.Parallel()
	r := &report{TB: t, failed: true}
	srv := superofficetest.Start(r)
	for _, name := range []string{"A", "B", "C", "D", "E", "F"} {
		call(t, srv, "POST", "/api/v1/User", `{"Name":"`+name+`"}`)
	}
	r.cleanup()
	wantPart(t, r.text.String(), "received 6 requests, the last 5 of them", `"Name":"B"`, `"Name":"F"`)
	if strings.Contains(r.text.String(), `"Name":"A"`) {
		t.Errorf("the first of six requests is shown: %s", r.text.String())
	}
}

func TestStartFailsForAFaultThatMetNoRequest(t *testing.T) {
	t.Parallel()
	r := &report{TB: t}
	superofficetest.Start(r).Inject(superofficetest.Fault{Path: "/nowhere", Status: 500})
	r.cleanup()
	if !r.failed {
		t.Error("the test did not fail")
	}
}

func TestHandlerServesBelowAnotherServer(t *testing.T) {
	t.Parallel()
	srv := superofficetest.New()
	defer srv.Close()
	recorder := &recorder{header: http.Header{}}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://example.com/api/v1/User", strings.NewReader(`{"Name":"A"}`))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", sampleAuthorization)
	req.Header.Set("Content-Type", "application/json")
	srv.Handler().ServeHTTP(recorder, req)
	wantPart(t, recorder.body.String(), `"AssociateId":1`, `"Self":"http://example.com:80/api/v1/User/1/"`)
}

type recorder struct {
	header http.Header
	status int
	body   strings.Builder
}

func (r *recorder) Header() http.Header         { return r.header }
func (r *recorder) WriteHeader(status int)      { r.status = status }
func (r *recorder) Write(p []byte) (int, error) { return r.body.Write(p) }
