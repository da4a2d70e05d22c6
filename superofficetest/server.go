package superofficetest

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

// Auth is accepted by every server that was not given other credentials. It
// is the user of the samples in the SuperOffice documentation:
// Authorization: Basic dGplMDpUamUw.
var Auth = superoffice.Basic(DefaultUser, DefaultPassword) //nolint:gochecknoglobals // an opaque value for tests

// Server is a SuperOffice in memory. Make one with [Start], [NewServer],
// [Listen] or [New]; the zero Server is not usable. It is safe for concurrent
// use.
type Server struct {
	// URL is what a client is given as its base URL, without /api and without
	// a final slash: http://127.0.0.1:port, followed by the tenant or base
	// path if there is one. Of a server made with [New] it is a loopback
	// address that only [Server.Transport] reaches.
	URL string

	cfg      config
	log      requestLog
	faults   faultScript
	stats    counters
	accounts accounts
	tenant   tenantState
	rules    rules
	data     *records
	props    sync.Map // language code to the FieldProperties of each entity

	http      *http.Server
	inMemory  sync.Mutex
	transport *http.Transport
	conns     sync.WaitGroup
	serving   sync.WaitGroup
	done      chan struct{}
	closeOnce sync.Once

	openMu   sync.Mutex
	open     map[net.Conn]bool
	requests atomic.Int64
	panics   atomic.Int64
	gzip     sync.Pool
	buffers  sync.Pool
}

// New returns a server that listens on nothing. Reach it through
// [Server.Transport] or [Server.Handler], and close it at the end. Called
// within a [testing/synctest] bubble it belongs to that bubble.
func New(opts ...Option) *Server {
	s := newServer(opts)
	s.setURL("http", "127.0.0.1")
	return s
}

// NewServer returns a server on a free port of the loopback interface. It
// panics if there is none, as [net/http/httptest.NewServer] does; [Listen]
// returns an error instead.
func NewServer(opts ...Option) *Server {
	s, err := Listen(opts...)
	if err != nil {
		panic(err.Error()) //nolint:forbidigo // as httptest does; Listen returns the error
	}
	return s
}

// Listen returns a server on the address of [WithAddress], or on a free port
// of the loopback interface. The error is that of opening the port.
func Listen(opts ...Option) (*Server, error) {
	s := newServer(opts)
	listener, err := new(net.ListenConfig).Listen(context.Background(), "tcp", s.cfg.address)
	if err != nil {
		return nil, fmt.Errorf("superofficetest: %w", err)
	}
	if s.cfg.tls != nil {
		s.setURL("https", listener.Addr().String())
		s.serveTLS(listener)
		return s, nil
	}
	s.setURL("http", listener.Addr().String())
	s.serve(&wireListener{Listener: listener})
	return s, nil
}

// Start is [NewServer] for a test. When the test ends the server is closed; if
// the test failed, the requests that were received are logged; and a fault
// that was injected and never met a request fails the test.
func Start(t testing.TB, opts ...Option) *Server {
	t.Helper()
	s, err := Listen(opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		s.Close()
		s.report(t)
	})
	return s
}

func newServer(opts []Option) *Server {
	s := &Server{cfg: defaults(), done: make(chan struct{}), open: map[net.Conn]bool{}}
	for _, opt := range opts {
		if opt != nil {
			opt(&s.cfg)
		}
	}
	s.log.keep = s.cfg.keep
	s.accounts = newAccounts(s.cfg)
	s.rules = newRules(s.cfg)
	s.tenant.name = s.cfg.tenant
	s.tenant.state = "Running"
	s.data = newRecords(s.cfg.keep)
	if s.cfg.sharedWith != nil {
		s.data = s.cfg.sharedWith.data
	}
	s.http = &http.Server{ //nolint:gosec // no timeouts: a bubble's clock may leap over them
		Handler:     http.HandlerFunc(s.serveHTTP),
		ConnContext: keepConn,
		ConnState:   s.connState,
		ErrorLog:    discardLog(),
	}
	return s
}

func (s *Server) setURL(scheme, host string) {
	s.URL = scheme + "://" + host + s.basePath()
}

// basePath is what stands before /api: nothing, /app or /Cust12345.
func (s *Server) basePath() string {
	if s.cfg.tenant != "" {
		return "/" + s.cfg.tenant
	}
	return s.cfg.basePath
}

func (s *Server) serve(listener net.Listener) {
	s.serving.Go(func() {
		// Always ends with an error: the one that says the server was closed.
		_ = s.http.Serve(listener)
	})
}

func (s *Server) serveTLS(listener net.Listener) {
	s.http.TLSConfig = s.cfg.tls
	s.serving.Go(func() { _ = s.http.ServeTLS(listener, "", "") })
}

// connState keeps the open connections, so that they can be closed, and so
// that Close can wait for them.
func (s *Server) connState(conn net.Conn, state http.ConnState) {
	switch state {
	case http.StateNew:
		s.conns.Add(1)
		s.openMu.Lock()
		s.open[conn] = true
		s.openMu.Unlock()
		select {
		case <-s.done:
			// Accepted while net/http was closing the others.
			_ = conn.Close()
		default:
		}
	case http.StateClosed, http.StateHijacked:
		s.openMu.Lock()
		delete(s.open, conn)
		s.openMu.Unlock()
		s.conns.Done()
	case http.StateActive, http.StateIdle:
	}
}

// Environment is the login host that a client of [WithTenant] is given: the URL
// without the tenant. The state API there names the URL.
//
//	client, err := superoffice.NewOnline(srv.Environment(), srv.Tenant(), superoffice.Bearer(superofficetest.DefaultToken))
//
// A server made with [New] also needs [superoffice.WithHTTPClient] and
// [Server.HTTPClient].
func (s *Server) Environment() superoffice.Environment {
	return superoffice.Environment(strings.TrimSuffix(s.URL, s.basePath()))
}

// Tenant is the name given to [WithTenant], and "" without it.
func (s *Server) Tenant() string { return s.cfg.tenant }

// Close cuts every connection, ends delays that are under way and waits until
// the server's goroutines are done. What was received and stored can still be
// read. Further calls do nothing.
func (s *Server) Close() {
	s.closeOnce.Do(func() {
		close(s.done)
		_ = s.http.Close()
		s.inMemory.Lock()
		if s.transport != nil {
			s.transport.CloseIdleConnections()
		}
		s.inMemory.Unlock()
		s.serving.Wait()
		s.conns.Wait()
	})
}

// CloseClientConnections closes every connection from the server's side, as a
// restart behind a load balancer does. Clients that kept one alive find it
// stale at their next call.
func (s *Server) CloseClientConnections() {
	s.openMu.Lock()
	defer s.openMu.Unlock()
	for conn := range s.open {
		_ = conn.Close()
	}
}

// Handler returns the server as a handler, for use below another server. A
// fault that cuts a connection panics with [http.ErrAbortHandler], as handlers
// do; reason phrases of its own and raw bytes need a connection of the
// server's own.
func (s *Server) Handler() http.Handler { return http.HandlerFunc(s.serveHTTP) }

// ChatSessions returns the chat sessions that are stored, oldest first. What
// they point to is shared with the server and must not be changed.
func (s *Server) ChatSessions() []models.ChatSessionEntity { return s.data.sessions.all() }

// Users returns the users that are stored, oldest first. What they point to is
// shared with the server and must not be changed.
func (s *Server) Users() []models.User { return s.data.users.all() }

// report tells a test what it may want to know about a server that was used.
func (s *Server) report(t testing.TB) {
	t.Helper()
	for _, fault := range s.faults.unused() {
		t.Errorf("superofficetest: injected and never met a request: %s", fault)
	}
	if n := s.panics.Load(); n > 0 {
		t.Errorf("superofficetest: %d requests made the server panic", n)
	}
	if !t.Failed() {
		return
	}
	var text strings.Builder
	requests := s.Requests()
	shown := requests[max(0, len(requests)-maxReported):]
	fmt.Fprintf(&text, "superofficetest: received %d requests", s.requests.Load())
	if len(shown) < len(requests) {
		text.WriteString(", the last " + strconv.Itoa(len(shown)) + " of them")
	}
	for _, r := range shown {
		text.WriteString("\n" + r.String())
	}
	t.Log(text.String())
}

// maxReported bounds what a failed test logs; [Server.Requests] has the others.
const maxReported = 5
