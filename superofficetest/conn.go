package superofficetest

import (
	"bytes"
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"sync/atomic"
)

// wireListener wraps each connection in a wireConn.
type wireListener struct{ net.Listener }

func (l *wireListener) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &wireConn{Conn: conn}, nil
}

// wireConn puts a reason phrase of the handler's choice into the status line,
// which net/http cannot.
type wireConn struct {
	net.Conn

	reason atomic.Pointer[string]
}

// Write relies on net/http flushing at the end of each response: the first
// write after a reason was set begins with the status line.
func (c *wireConn) Write(p []byte) (int, error) {
	reason := c.reason.Swap(nil)
	if reason == nil {
		return c.Conn.Write(p)
	}
	line, rest, ok := bytes.Cut(p, []byte("\r\n"))
	fields := bytes.SplitN(line, []byte(" "), 3)
	if !ok || len(fields) < 2 || !bytes.HasPrefix(line, []byte("HTTP/1.")) {
		return c.Conn.Write(p)
	}
	buf := make([]byte, 0, len(p)+len(*reason))
	buf = append(buf, fields[0]...)
	buf = append(buf, ' ')
	buf = append(buf, fields[1]...)
	buf = append(buf, ' ')
	buf = append(buf, *reason...)
	buf = append(buf, "\r\n"...)
	buf = append(buf, rest...)
	if _, err := c.Conn.Write(buf); err != nil {
		return 0, err
	}
	return len(p), nil
}

// CloseWrite lets net/http end a connection without a reset where it can.
func (c *wireConn) CloseWrite() error {
	if half, ok := c.Conn.(interface{ CloseWrite() error }); ok {
		return half.CloseWrite()
	}
	return nil
}

type connKey struct{}

func keepConn(ctx context.Context, conn net.Conn) context.Context {
	return context.WithValue(ctx, connKey{}, conn)
}

// setReason is without effect where the connection is not ours.
func setReason(r *http.Request, phrase string) {
	if conn, ok := r.Context().Value(connKey{}).(*wireConn); ok && phrase != "" {
		conn.reason.Store(&phrase)
	}
}

// discardLog keeps net/http from reporting connections that were cut on
// purpose.
func discardLog() *log.Logger { return log.New(io.Discard, "", 0) }
