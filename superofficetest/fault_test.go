package superofficetest_test

import (
	"bufio"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-superoffice/superoffice/superofficetest"
)

// faultCase says what a client sees of a fault and what the server keeps.
type faultCase struct {
	fault  superofficetest.Fault
	status int    // that the client sees; 0 for none
	body   string // part of what it reads
	breaks bool   // the client gets an error
	stored int
	kind   string
}

func faultCases() map[string]faultCase {
	html := http.Header{"Content-Type": {"text/html"}}
	return map[string]faultCase{
		"nothing": {status: 200, body: `"AssociateId":1`, stored: 1, kind: "nothing"},
		"dropped before it is read": {
			fault: superofficetest.Fault{DropBefore: true}, breaks: true, kind: "drop before",
		},
		"dropped after it was read": {
			fault: superofficetest.Fault{DropAfterRead: true}, breaks: true, kind: "drop after read",
		},
		"dropped after it was stored": {
			fault: superofficetest.Fault{DropAfterCommit: true}, breaks: true, stored: 1, kind: "drop after commit",
		},
		"half an answer": {
			fault: superofficetest.Fault{Truncate: true}, status: 200, breaks: true, stored: 1, kind: "truncate",
		},
		"a status": {
			fault: superofficetest.Fault{Status: 503, Header: http.Header{"retry-after": {"1"}}}, status: 503, kind: "status 503",
		},
		"a status after it was stored": {
			fault: superofficetest.Fault{Status: 500, Commit: true}, status: 500, stored: 1, kind: "status 500 after commit",
		},
		"a page in place of the answer": {
			fault:  superofficetest.Fault{Body: []byte("<title>Log in</title>"), Header: html, Commit: true},
			status: 200, body: "<title>Log in</title>", stored: 1, kind: "status 200 after commit",
		},
		"half a page": {
			fault:  superofficetest.Fault{Body: []byte("<title>Log in</title>"), Header: html, Truncate: true},
			status: 200, body: "<title>Log", breaks: true, kind: "status 200",
		},
		"an empty answer": {
			fault: superofficetest.Fault{Status: 200, Commit: true}, status: 200, stored: 1, kind: "status 200 after commit",
		},
		"bytes that are no HTTP": {
			fault: superofficetest.Fault{Raw: []byte("220 mail.example.com\r\n")}, breaks: true, kind: "raw",
		},
		"a chunk of no size": {
			fault: superofficetest.Fault{
				Raw: []byte("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhello\r\n"), Commit: true,
			},
			status: 200, breaks: true, stored: 1, kind: "raw after commit",
		},
	}
}

func TestFaultsOnASocket(t *testing.T) {
	t.Parallel()
	for name, test := range faultCases() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t)
			transport := &http.Transport{}
			defer transport.CloseIdleConnections()
			checkFault(t, srv, transport, test)
		})
	}
}

func TestFaultsInMemory(t *testing.T) {
	t.Parallel()
	for name, test := range faultCases() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				srv := superofficetest.New()
				defer srv.Close()
				checkFault(t, srv, srv.Transport(), test)
			})
		})
	}
}

func checkFault(t *testing.T, srv *superofficetest.Server, transport http.RoundTripper, test faultCase) {
	t.Helper()
	srv.Inject(test.fault)
	res, body, err := tryOver(t, transport, srv, "POST", "/api/v1/User", `{"Name":"`+strings.Repeat("A", 10_000)+`"}`)
	if (err != nil) != test.breaks {
		t.Errorf("the error is %v", err)
	}
	status := 0
	if res != nil {
		status = res.StatusCode
	}
	if status != test.status || !strings.Contains(body, test.body) {
		t.Errorf("the client saw %d %s", status, body)
	}
	if stored := len(srv.Users()); stored != test.stored {
		t.Errorf("%d users are stored", stored)
	}
	last, _ := srv.LastRequest()
	if last.Fault != test.kind || srv.Stats().Faults[test.kind] != 1 {
		t.Errorf("recorded %q, counted %v", last.Fault, srv.Stats().Faults)
	}
	// The server lives on, and the fault has left the script.
	if res, _, err := tryOver(t, transport, srv, "GET", "/api/v1/User/default", ""); err != nil || res.StatusCode != http.StatusOK {
		t.Errorf("afterwards: %v %v", res, err)
	}
}

func TestWhichRequestsMeetAFault(t *testing.T) {
	t.Parallel()
	type step struct {
		method, path string
		status       int
	}
	tests := map[string]struct {
		faults []superofficetest.Fault
		steps  []step
	}{
		"in the order of the script": {
			faults: []superofficetest.Fault{{Status: 500}, {Status: 502, Times: 2}, {Status: 429}},
			steps: []step{
				{"GET", "/User/default", 500},
				{"GET", "/User/default", 502},
				{"GET", "/User/default", 502},
				{"GET", "/User/default", 429},
				{"GET", "/User/default", 200},
			},
		},
		"by path and method": {
			faults: []superofficetest.Fault{{Method: "post", Path: "/api/v1/user", Status: 500}},
			steps: []step{
				{"GET", "/User/default", 200}, {"POST", "/ChatSession", 200}, {"POST", "/User", 500}, {"POST", "/User", 200},
			},
		},
		"from the second attempt": {
			faults: []superofficetest.Fault{{Path: "/User", Attempt: 2, Status: 500}},
			steps: []step{
				{"POST", "/User", 200}, {"POST", "/ChatSession", 200}, {"POST", "/User", 500}, {"POST", "/User", 200},
			},
		},
		"all of them": {
			faults: []superofficetest.Fault{{Times: -1, Path: "/User", Status: 500}},
			steps:  []step{{"POST", "/User", 500}, {"POST", "/User", 500}, {"POST", "/ChatSession", 200}, {"POST", "/User", 500}},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t)
			srv.Inject(test.faults...)
			for i, step := range test.steps {
				body := ""
				if step.method == "POST" {
					body = "{}"
				}
				if res, _ := call(t, srv, step.method, "/api/v1"+step.path, body); res.StatusCode != step.status {
					t.Errorf("step %d is %s", i+1, res.Status)
				}
			}
		})
	}
}

func TestClearFaults(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	srv.Inject(superofficetest.Fault{Status: 500, Times: -1})
	srv.Chaos(1, 1)
	srv.ClearFaults()
	res, body := call(t, srv, "POST", "/api/v1/User", "{}")
	wantStatus(t, res, body, http.StatusOK)
}

func TestReasonOfAFault(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	srv.Inject(superofficetest.Fault{Status: 500, Reason: "It Broke", Body: []byte(`{"Message":"no"}`)})
	res, body := call(t, srv, "POST", "/api/v1/User", "{}")
	if res.Status != "500 It Broke" || body != `{"Message":"no"}` {
		t.Errorf("answered %q %s", res.Status, body)
	}
}

func TestDelayOnTheClockOfABubble(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		srv := superofficetest.New()
		defer srv.Close()
		srv.Inject(superofficetest.Fault{Delay: time.Hour})
		begin := time.Now()
		res, _, err := tryOver(t, srv.Transport(), srv, "POST", "/api/v1/User", "{}")
		if err != nil || res.StatusCode != http.StatusOK || time.Since(begin) != time.Hour {
			t.Errorf("after %v: %v %v", time.Since(begin), res, err)
		}
	})
}

func TestClientThatGivesUpDuringADelay(t *testing.T) {
	t.Parallel()
	for name, stored := range map[string]int{"before it is stored": 0, "after it was stored": 1} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				srv := superofficetest.New()
				defer srv.Close()
				srv.Inject(superofficetest.Fault{Delay: time.Hour, Commit: stored == 1})
				client := http.Client{Transport: srv.Transport(), Timeout: time.Second}
				req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, srv.URL+"/api/v1/User", strings.NewReader("{}"))
				if err != nil {
					t.Fatal(err)
				}
				req.Header.Set("Authorization", sampleAuthorization)
				req.Header.Set("Content-Type", "application/json")
				if res, err := client.Do(req); err == nil {
					_ = res.Body.Close()
					t.Fatal("answered")
				}
				synctest.Wait()
				if got := len(srv.Users()); got != stored {
					t.Errorf("%d users are stored", got)
				}
				if last, _ := srv.LastRequest(); !last.Dropped {
					t.Errorf("recorded %s", last)
				}
			})
		})
	}
}

func TestDripSendsTheHeadAtOnceAndTheBodySlowly(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		srv := superofficetest.New()
		defer srv.Close()
		srv.Inject(superofficetest.Fault{Status: 500, Body: []byte("slow"), Drip: time.Minute})
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, srv.URL+"/api/v1/User/1", nil)
		if err != nil {
			t.Fatal(err)
		}
		begin := time.Now()
		res, err := srv.HTTPClient().Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = res.Body.Close() }()
		if since := time.Since(begin); since != 0 {
			t.Errorf("the head took %v", since)
		}
		body, err := io.ReadAll(res.Body)
		if since := time.Since(begin); since != 4*time.Minute || string(body) != "slow" || err != nil {
			t.Errorf("the body took %v: %s %v", since, body, err)
		}
	})
}

func TestFaultOverTLSAndHTTP2(t *testing.T) {
	t.Parallel()
	srv, transport := startTLS(t)
	srv.Inject(superofficetest.Fault{DropAfterCommit: true}, superofficetest.Fault{Raw: []byte("x")},
		superofficetest.Fault{Status: 500, Reason: "unheard"})
	for range 2 {
		if _, _, err := tryOver(t, transport, srv, "POST", "/api/v1/User", "{}"); err == nil || errors.Is(err, io.EOF) {
			t.Errorf("the stream ended with %v", err)
		}
	}
	for _, status := range []int{500, 200} {
		res, _, err := tryOver(t, transport, srv, "POST", "/api/v1/User", "{}")
		if err != nil || res.ProtoMajor != 2 || res.StatusCode != status {
			t.Errorf("answered %v %v", res, err)
		}
	}
	if len(srv.Users()) != 2 {
		t.Errorf("%d users are stored", len(srv.Users()))
	}
}

func TestCloseClientConnections(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	conn, err := new(net.Dialer).DialContext(t.Context(), "tcp", strings.TrimPrefix(srv.URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	reader := bufio.NewReader(conn)
	get := "GET /api/v1 HTTP/1.1\r\nHost: x\r\n\r\n"
	if _, err := io.WriteString(conn, get); err != nil {
		t.Fatal(err)
	}
	res, err := http.ReadResponse(reader, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, res.Body); err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	srv.CloseClientConnections()
	if _, err := reader.ReadByte(); err == nil {
		t.Error("the connection is still open")
	}
	res, body := call(t, srv, "GET", "/api/v1", "")
	wantStatus(t, res, body, http.StatusOK)
}
