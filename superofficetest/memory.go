package superofficetest

import (
	"context"
	"net"
	"net/http"
	"sync"
)

// Transport returns a transport that reaches the server in memory, whatever
// host a request names. It is a real HTTP/1.1 transport over pipes, so that
// delays, lost connections and half responses are what they are on a socket,
// and httptrace sees them. It is made once and closed with the server.
func (s *Server) Transport() http.RoundTripper {
	s.inMemory.Lock()
	defer s.inMemory.Unlock()
	if s.transport == nil {
		memory := &memoryListener{conns: make(chan net.Conn), done: make(chan struct{})}
		s.transport = &http.Transport{
			DialContext:         memory.dial,
			MaxIdleConnsPerHost: 256,
		}
		s.serve(&wireListener{Listener: memory})
	}
	return s.transport
}

// HTTPClient returns a client over [Server.Transport].
func (s *Server) HTTPClient() *http.Client {
	return &http.Client{Transport: s.Transport()}
}

// memoryListener accepts the far ends of pipes.
type memoryListener struct {
	conns chan net.Conn
	done  chan struct{}
	once  sync.Once
}

func (l *memoryListener) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	near, far := net.Pipe()
	select {
	case l.conns <- far:
		return near, nil
	case <-l.done:
		return nil, &net.OpError{Op: "dial", Net: "memory", Err: net.ErrClosed}
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (l *memoryListener) Accept() (net.Conn, error) {
	select {
	case conn := <-l.conns:
		return conn, nil
	case <-l.done:
		return nil, net.ErrClosed
	}
}

func (l *memoryListener) Close() error {
	l.once.Do(func() { close(l.done) })
	return nil
}

func (l *memoryListener) Addr() net.Addr { return memoryAddr{} }

type memoryAddr struct{}

func (memoryAddr) Network() string { return "memory" }
func (memoryAddr) String() string  { return "127.0.0.1" }
