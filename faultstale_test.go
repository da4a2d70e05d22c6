package superoffice_test

import (
	"context"
	"net"
	"net/http"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/go-superoffice/superoffice"
)

func TestStaleConnections(t *testing.T) {
	t.Parallel()
	first := creates()["user"]
	get := func(ctx context.Context, client *superoffice.Client, opts ...superoffice.CallOption) error {
		return client.Do(ctx, http.MethodGet, "User/12", nil, nil, opts...)
	}
	remove := func(ctx context.Context, client *superoffice.Client, opts ...superoffice.CallOption) error {
		return client.Do(ctx, http.MethodDelete, "User/12", nil, nil, opts...)
	}
	closing := says(200, savedEntity, asJSON, "Connection: close")
	runFaults(t, []fault{
		{name: "kept and used again", before: first, posts: 1},
		{name: "closed as announced", before: first, script: list(closing, saved()), posts: 1},
		{name: "closed between the calls", before: first, script: list(thenCut(saved()), saved()), posts: 1},
		{name: "dead, with nothing written", before: first, wrap: breaksAfterOneWrite(0), posts: 1},
		{name: "dead, with nothing written, for DELETE", before: first, make: remove, wrap: breaksAfterOneWrite(0), posts: 1},
		{name: "dead after a byte has left", before: first, wrap: breaksAfterOneWrite(1), outcome: unknown, is: list(error(syscall.EPIPE)), attempts: 1},
		{name: "cut while the request was on its way", before: first, script: list(saved(), dropsBeforeReading, saved()), outcome: unknown, attempts: 1},
		{name: "cut after the request was read", before: first, script: list(saved(), dropsAfterReading, saved()), outcome: unknown, posts: 1},
		{name: "cut after a DELETE was read", before: first, make: remove, script: list(saved(), dropsAfterReading, saved()), outcome: unknown, posts: 1},
		{name: "cut after a GET was read", before: first, make: get, script: list(saved(), dropsAfterReading, saved()), posts: 2, attempts: 1},
	})
}

// thenCut cuts the connection after the answer, without having said so.
func thenCut(r reply) reply {
	return reply{write: func(conn net.Conn, request receivedRequest) bool {
		r.write(conn, request)
		return false
	}}
}

// breaksAfterOneWrite lets one request out on the first connection. Of the next
// it writes so many bytes, while reading still shows nothing wrong.
func breaksAfterOneWrite(bytes int) func() func(net.Conn) net.Conn {
	return func() func(net.Conn) net.Conn {
		var conns atomic.Int32
		return func(conn net.Conn) net.Conn {
			if conns.Add(1) > 1 {
				return conn
			}
			return &breakingConn{Conn: conn, bytes: bytes}
		}
	}
}

type breakingConn struct {
	net.Conn

	bytes  int
	writes atomic.Int32
}

func (c *breakingConn) Write(p []byte) (int, error) {
	if c.writes.Add(1) == 1 {
		return c.Conn.Write(p)
	}
	n, _ := c.Conn.Write(p[:c.bytes])
	return n, syscall.EPIPE
}
