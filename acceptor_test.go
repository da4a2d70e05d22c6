package superoffice_test

import (
	"net"
	"sync"
)

// acceptor gives every connection of a server a goroutine, and cuts all of them
// at the end. Its lock is the whole server's.
type acceptor struct {
	mu      sync.Mutex
	conns   []net.Conn
	closed  bool
	serving sync.WaitGroup
}

func (a *acceptor) accept(listener net.Listener, converse func(net.Conn)) {
	a.serving.Go(func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			if !a.keep(conn) {
				conn.Close()
				return
			}
			a.serving.Go(func() { converse(conn) })
		}
	})
}

func (a *acceptor) keep(conn net.Conn) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.conns = append(a.conns, conn)
	return !a.closed
}

// close cuts every connection and waits for the goroutines.
func (a *acceptor) close(listener net.Listener) {
	listener.Close()
	a.mu.Lock()
	a.closed = true
	for _, conn := range a.conns {
		conn.Close()
	}
	a.mu.Unlock()
	a.serving.Wait()
}
