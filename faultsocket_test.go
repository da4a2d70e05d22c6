package superoffice_test

import (
	"errors"
	"net"
	"net/http"
	"syscall"
	"testing"
	"time"

	"github.com/go-superoffice/superoffice"
)

// openFaulty starts a fault server on a loopback socket and makes a client with
// the SDK's own transport, and with waits too short to matter.
func openFaulty(t *testing.T, opts []superoffice.ClientOption, script ...reply) (*superoffice.Client, *faultServer) {
	t.Helper()
	listener := listenOnLoopback(t)
	server := &faultServer{script: script}
	server.serve(listener)
	t.Cleanup(func() { server.close(listener) })
	return newClient(t, "http://"+listener.Addr().String(), pageAuth, append(opts, quick)...), server
}

var quick = superoffice.WithRetry(superoffice.Retry{MinWait: 1, MaxWait: time.Millisecond})

func listenOnLoopback(t *testing.T) net.Listener {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return listener
}

// resets cuts the connection with what a crashed server's machine sends.
var resets = reply{write: func(conn net.Conn, _ receivedRequest) bool {
	if conn, ok := conn.(*net.TCPConn); ok {
		_ = conn.SetLinger(0)
	}
	return false
}}

func TestTheOwnTransportOverSockets(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		script  []reply
		outcome superoffice.Outcome
		posts   int
	}{
		"success":                {script: list(saved()), posts: 1},
		"dropped after reading":  {script: list(dropsAfterReading), outcome: unknown, posts: 1},
		"dropped before reading": {script: list(dropsBeforeReading), outcome: unknown},
		"reset":                  {script: list(resets), outcome: unknown, posts: 1},
		"429, then success":      {script: list(says(429, ""), saved()), posts: 2},
		"half an answer":         {script: list(raw(head(200, asJSON, "Content-Length: 500") + "{")), outcome: unknown, posts: 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			client, server := openFaulty(t, nil, row.script...)
			err := createSmallUser(t, client)
			if got := superoffice.OutcomeOf(err); got != row.outcome {
				t.Errorf("outcome %q, want %q; error: %v", got, row.outcome, err)
			}
			if got := len(server.requests()); got != row.posts {
				t.Errorf("the server got %d requests, want %d", got, row.posts)
			}
		})
	}
}

func TestNobodyListens(t *testing.T) {
	t.Parallel()
	listener := listenOnLoopback(t)
	listener.Close()
	client := newClient(t, "http://"+listener.Addr().String(), pageAuth, quick)
	err := createSmallUser(t, client)
	e, ok := errors.AsType[*superoffice.Error](err)
	if !ok || e.Outcome != notSent || e.Attempts != 4 || !errors.Is(err, syscall.ECONNREFUSED) {
		t.Errorf("%v", err)
	}
}

func TestRedirectsLeadNowhere(t *testing.T) {
	t.Parallel()
	_, other := openFaulty(t, nil, saved())
	for _, status := range []int{301, 302, 303, 307, 308} {
		for _, method := range []string{http.MethodPost, http.MethodGet, http.MethodHead, http.MethodPut, http.MethodDelete} {
			client, server := openFaulty(t, nil, says(status, "", "Location: http://"+other.at+"/api/v1/User"))
			err := client.Do(t.Context(), method, "User", nil, nil)
			if !errors.Is(err, superoffice.ErrRedirect) || len(server.requests()) != 1 {
				t.Errorf("%d to %s: %v, %d requests", status, method, err, len(server.requests()))
			}
			e, ok := errors.AsType[*superoffice.Error](err)
			if !ok || e.Header.Get("Location") == "" {
				t.Errorf("%d to %s: the error does not keep the Location", status, method)
			}
		}
	}
	if n := len(other.requests()); n != 0 {
		t.Errorf("the other host got %d requests", n)
	}
}
