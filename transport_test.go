package superoffice

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestADialWaitsForAConnectionThatMayComeFree(t *testing.T) {
	t.Parallel()
	const addr = "crm.example.com:443"
	over := errors.New("the request was given up")

	for name, row := range map[string]struct {
		target         string
		inFlight, open int
		meanwhile      func(*ownTransport, *passage, context.CancelCauseFunc)
		waits          time.Duration
		want           error
	}{
		"fewer connections than requests": {inFlight: 2, open: 1},
		"as many, and one more request starts": {
			inFlight: 2, open: 2,
			meanwhile: func(t *ownTransport, _ *passage, _ context.CancelCauseFunc) { t.count(func() { t.inFlight++ }) },
		},
		"as many, and a connection is closed": {
			inFlight: 2, open: 2,
			meanwhile: func(t *ownTransport, _ *passage, _ context.CancelCauseFunc) { t.count(func() { t.open[addr]-- }) },
		},
		"as many, and the request gets one that came free": {
			inFlight: 2, open: 2, want: errServed,
			meanwhile: func(t *ownTransport, mine *passage, _ context.CancelCauseFunc) {
				t.count(func() { mine.served = true })
			},
		},
		"as many, and the dial is called off": {
			inFlight: 2, open: 2, want: context.Canceled,
			meanwhile: func(_ *ownTransport, _ *passage, cancel context.CancelCauseFunc) { cancel(over) },
		},
		"as many, but to a proxy":      {target: "another.example.com", inFlight: 2, open: 2},
		"as many, and none comes free": {inFlight: 2, open: 2, waits: dialPatience},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				transport := newTransport()
				transport.inFlight, transport.open[addr] = row.inFlight, row.open
				mine := &passage{Context: t.Context(), target: &url.URL{Scheme: "https", Host: row.target}}
				if row.target == "" {
					mine.target.Host = "crm.example.com"
				}
				ctx, cancel := context.WithCancelCause(mine)
				defer cancel(nil)

				start := time.Now()
				got := make(chan error, 1)
				go func() { got <- transport.waitToDial(ctx, addr) }()
				synctest.Wait()
				if row.meanwhile != nil {
					row.meanwhile(transport, mine, cancel)
				}
				if err := <-got; !errors.Is(err, row.want) {
					t.Errorf("got %v, want %v", err, row.want)
				}
				if waited := time.Since(start); waited != row.waits {
					t.Errorf("waited %v, want %v", waited, row.waits)
				}
			})
		})
	}
}

func TestConnectionsAreCountedOutWhenTheyClose(t *testing.T) {
	t.Parallel()
	transport := newTransport()
	refused := errors.New("refused")
	near, far := net.Pipe()
	defer far.Close()
	answers := []error{nil, refused}
	dial := func(context.Context, string, string) (net.Conn, error) {
		err := answers[0]
		answers = answers[1:]
		return near, err
	}
	conn, err := transport.dial(t.Context(), "tcp", "a:1", dial)
	if err != nil || transport.open["a:1"] != 1 {
		t.Fatalf("after a dial: %v, open %v", err, transport.open)
	}
	if _, err := transport.dial(t.Context(), "tcp", "a:1", dial); !errors.Is(err, refused) || transport.open["a:1"] != 1 {
		t.Fatalf("after a refused dial: %v, open %v", err, transport.open)
	}
	for range 2 {
		_ = conn.Close()
	}
	if transport.open["a:1"] != 0 {
		t.Errorf("after closing: open %v", transport.open)
	}
}

// Every caller makes its next request as soon as the last is done, which makes
// a plain transport open connections that nobody needs. The bound is loose: a
// dial that has waited out its patience goes ahead.
func TestCallersShareTheConnectionsTheyOpened(t *testing.T) {
	t.Parallel()
	var opened atomic.Int64
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte("[]"))
	}))
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			opened.Add(1)
		}
	}
	server.Start()
	t.Cleanup(server.Close)
	client, err := New(server.URL, Basic("tje0", "Tje0"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.CloseIdleConnections)

	const callers, calls = 16, 50
	var wg sync.WaitGroup
	for range callers {
		wg.Go(func() {
			for range calls {
				if err := client.Do(t.Context(), http.MethodGet, "ChatSession", nil, nil); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	if n := opened.Load(); n > callers*3/2 {
		t.Errorf("%d callers opened %d connections", callers, n)
	}
	own := client.config().own
	own.mu.Lock()
	defer own.mu.Unlock()
	if own.inFlight != 0 || own.held != 0 {
		t.Errorf("left over: %d in flight, %d dials waiting", own.inFlight, own.held)
	}
}
