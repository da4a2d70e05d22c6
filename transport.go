package superoffice

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/hashicorp/go-cleanhttp"
)

const (
	// maxIdlePerHost lets that many concurrent callers come back to the
	// connections they opened.
	maxIdlePerHost = 1024
	// maxHeaderBytes bounds the header of a response.
	maxHeaderBytes = 256 << 10
	// socketBuffer takes a usual request in one write and a response in few reads.
	socketBuffer = 16 << 10
	// dialPatience is how long a request that could soon have a connection
	// waits for it before it opens another.
	dialPatience = 100 * time.Millisecond
)

// ownTransport is the SDK's transport. [http.Transport] opens a connection for
// every request that finds none idle, also when one comes free before the new
// one is open, so that N callers end up with far more than N connections. This
// one first waits a moment when there are as many connections as requests.
type ownTransport struct {
	*http.Transport

	mu       sync.Mutex
	inFlight int
	open     map[string]int // by address, those being opened included
	held     int            // dials that wait
	changed  chan struct{}  // closed to have them look again
}

func newTransport() *ownTransport {
	t := &ownTransport{
		Transport: cleanhttp.DefaultPooledTransport(),
		open:      map[string]int{},
		changed:   make(chan struct{}),
	}
	t.MaxIdleConns = 0
	t.MaxIdleConnsPerHost = maxIdlePerHost
	t.MaxResponseHeaderBytes = maxHeaderBytes
	t.WriteBufferSize = socketBuffer
	t.ReadBufferSize = socketBuffer
	dial := t.DialContext
	t.DialContext = func(ctx context.Context, network, addr string) (net.Conn, error) {
		return t.dial(ctx, network, addr, dial)
	}
	return t
}

// passage is one request on its way, and its context: a dial finds it there,
// since the context of a dial keeps the values of the request's.
type passage struct {
	context.Context //nolint:containedctx // it is the context

	target *url.URL
	served bool // and needs no connection any more; changes under the transport's lock
}

type passageKey struct{}

func (p *passage) Value(key any) any {
	if key == (passageKey{}) {
		return p
	}
	return p.Context.Value(key)
}

// directTo tells whether addr is the target's own. A connection to a proxy may
// belong to another target's tunnel, and does not come free for this one.
func (p *passage) directTo(addr string) bool {
	host, port, err := net.SplitHostPort(addr)
	if err != nil || host != p.target.Hostname() {
		return false
	}
	if own := p.target.Port(); own != "" {
		return port == own
	}
	return port == "443" && p.target.Scheme == "https" || port == "80" && p.target.Scheme == "http"
}

func (t *ownTransport) RoundTrip(req *http.Request) (*http.Response, error) {
	p := &passage{Context: req.Context(), target: req.URL}
	t.count(func() { t.inFlight++ })
	resp, err := t.Transport.RoundTrip(req.WithContext(p)) //nolint:contextcheck // it is the request's
	t.count(func() {
		p.served = true
		if err != nil {
			t.inFlight--
		}
	})
	if err != nil {
		return nil, err
	}
	resp.Body = &countedBody{ReadCloser: resp.Body, transport: t}
	return resp, nil
}

// countedBody keeps its request in flight until it is closed.
type countedBody struct {
	io.ReadCloser

	transport *ownTransport
	once      sync.Once
}

func (b *countedBody) Close() error {
	err := b.ReadCloser.Close()
	b.once.Do(func() { b.transport.count(func() { b.transport.inFlight-- }) })
	return err
}

// count changes the counts and wakes the dials that wait.
func (t *ownTransport) count(change func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	change()
	if t.held > 0 {
		close(t.changed)
		t.changed = make(chan struct{})
	}
}

func (t *ownTransport) countOut(addr string) {
	t.count(func() {
		t.open[addr]--
		if t.open[addr] == 0 {
			delete(t.open, addr)
		}
	})
}

var errServed = errors.New("the request has another connection")

func (t *ownTransport) dial(ctx context.Context, network, addr string, dial func(context.Context, string, string) (net.Conn, error)) (net.Conn, error) {
	if err := t.waitToDial(ctx, addr); err != nil {
		return nil, err
	}
	conn, err := dial(ctx, network, addr)
	if err != nil {
		t.countOut(addr)
		return nil, err
	}
	return &countedConn{Conn: conn, closed: func() { t.countOut(addr) }}, nil
}

// waitToDial counts a connection in, at once when there are fewer than
// requests, else after the patience has run out.
func (t *ownTransport) waitToDial(ctx context.Context, addr string) error {
	p, ok := ctx.Value(passageKey{}).(*passage)
	hold := ok && p.directTo(addr)
	var patience <-chan time.Time
	t.mu.Lock()
	defer t.mu.Unlock()
	for hold && t.open[addr] >= t.inFlight {
		if patience == nil {
			patience = time.After(dialPatience)
		}
		if p.served {
			return errServed
		}
		changed := t.changed
		t.held++
		t.mu.Unlock()
		var err error
		select {
		case <-changed:
		case <-ctx.Done():
			err = ctx.Err()
		case <-patience:
			hold = false
		}
		t.mu.Lock()
		t.held--
		if err != nil {
			return err
		}
	}
	t.open[addr]++
	return nil
}

// countedConn tells when it is closed.
type countedConn struct {
	net.Conn

	once   sync.Once
	closed func()
}

func (c *countedConn) Close() error {
	err := c.Conn.Close()
	c.once.Do(c.closed)
	return err
}
