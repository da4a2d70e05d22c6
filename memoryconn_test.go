package superoffice_test

import (
	"context"
	"io"
	"net"
	"sync"
	"time"
)

// memory is a network: what it dials, it accepts. Unlike [net.Pipe] its
// connections have buffers without a bound, as both ends may write at once.
type memory struct {
	conns chan net.Conn
	done  chan struct{}
	once  sync.Once
}

func newMemory() *memory { return &memory{conns: make(chan net.Conn), done: make(chan struct{})} }

func (m *memory) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	there, back := newHalf(), newHalf()
	select {
	case m.conns <- &memoryConn{in: there, out: back}:
		return &memoryConn{in: back, out: there}, nil
	case <-m.done:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (m *memory) Accept() (net.Conn, error) {
	select {
	case conn := <-m.conns:
		return conn, nil
	case <-m.done:
		return nil, net.ErrClosed
	}
}

func (m *memory) Close() error {
	m.once.Do(func() { close(m.done) })
	return nil
}

func (*memory) Addr() net.Addr { return &net.UnixAddr{Name: "memory"} }

// half is one direction of a connection.
type half struct {
	mu      sync.Mutex
	changed *sync.Cond
	data    []byte
	closed  bool
}

func newHalf() *half {
	h := &half{}
	h.changed = sync.NewCond(&h.mu)
	return h
}

func (h *half) close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	h.changed.Broadcast()
}

type memoryConn struct{ in, out *half }

func (c *memoryConn) Read(p []byte) (int, error) {
	c.in.mu.Lock()
	defer c.in.mu.Unlock()
	for len(c.in.data) == 0 && !c.in.closed {
		c.in.changed.Wait()
	}
	if len(c.in.data) == 0 {
		return 0, io.EOF
	}
	n := copy(p, c.in.data)
	c.in.data = c.in.data[n:]
	return n, nil
}

func (c *memoryConn) Write(p []byte) (int, error) {
	c.out.mu.Lock()
	defer c.out.mu.Unlock()
	if c.out.closed {
		return 0, io.ErrClosedPipe
	}
	c.out.data = append(c.out.data, p...)
	c.out.changed.Broadcast()
	return len(p), nil
}

func (c *memoryConn) Close() error {
	c.in.close()
	c.out.close()
	return nil
}

func (*memoryConn) LocalAddr() net.Addr              { return &net.UnixAddr{Name: "memory"} }
func (*memoryConn) RemoteAddr() net.Addr             { return &net.UnixAddr{Name: "memory"} }
func (*memoryConn) SetDeadline(time.Time) error      { return nil }
func (*memoryConn) SetReadDeadline(time.Time) error  { return nil }
func (*memoryConn) SetWriteDeadline(time.Time) error { return nil }
