package superoffice_test

import (
	"context"
	"io"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

func TestHTTP2(t *testing.T) {
	t.Parallel()
	hang := stream{write: func(net.Conn, uint32) bool { return true }}
	drop := stream{write: func(net.Conn, uint32) bool { return false }}
	half := stream{write: func(conn net.Conn, id uint32) bool {
		return writeFrame(conn, frameHeaders, flagEndHeaders, id, []byte{0x88}) &&
			writeFrame(conn, frameData, 0, id, []byte(`{"ChatSessionId":`)) &&
			writeFrame(conn, frameReset, 0, id, []byte{0, 0, 0, codeInternal})
	}}
	goneInside := stream{write: func(conn net.Conn, id uint32) bool {
		return writeFrame(conn, frameHeaders, flagEndHeaders, id, []byte{0x88}) && goAway(0, codeInternal).write(conn, id)
	}}
	runFaults(t, []fault{
		{name: "success", http2: list(savedStream), posts: 1},
		{name: "GOAWAY below our stream, then success", http2: list(goAway(2, codeNone), savedStream), posts: 1},
		{name: "GOAWAY at our stream", http2: list(goAway(0, codeNone)), outcome: unknown, posts: 1},
		{name: "GOAWAY at our stream for an error", http2: list(goAway(0, codeInternal)), outcome: unknown, posts: 1},
		{name: "REFUSED_STREAM once", http2: list(reset(codeRefused), savedStream), posts: 1},
		{
			name: "REFUSED_STREAM for ever", http2: list(reset(codeRefused)), attempts: 1,
			outcome: unknown, is: list(context.DeadlineExceeded), waits: list(exactly(30 * time.Second)),
		},
		{name: "reset for an error", http2: list(reset(codeInternal)), outcome: unknown, posts: 1},
		{name: "reset inside the body", http2: list(half), outcome: unknown, is: list(superoffice.ErrInvalidResponse), status: 200, posts: 1},
		{name: "GOAWAY inside the body", http2: list(goneInside), outcome: unknown, is: list(superoffice.ErrInvalidResponse), status: 200, posts: 1},
		{name: "drop", http2: list(drop), outcome: unknown, posts: 1},
		{name: "hang", http2: list(hang), outcome: unknown, is: list(context.DeadlineExceeded), posts: 1, waits: list(exactly(30 * time.Second))},
		{name: "cancelled", http2: list(hang), until: shutdown(time.Second), outcome: unknown, is: list(context.Canceled, errShutdown), posts: 1, waits: list(exactly(time.Second))},
	})
}

// A request without a body is whole with its header, which HTTP/2 may still be
// writing when the call has returned.
func TestAnHTTP2HeaderThatGoesOutLate(t *testing.T) {
	t.Parallel()
	for name, call := range map[string]request{
		"without a body": func(ctx context.Context, client *superoffice.Client, opts ...superoffice.CallOption) error {
			return client.Do(ctx, http.MethodDelete, "User/12", nil, nil, opts...)
		},
		"of a form without a value": func(ctx context.Context, client *superoffice.Client, opts ...superoffice.CallOption) error {
			return client.Do(ctx, http.MethodPost, "User", struct{}{}, nil, append(opts, superoffice.WithContentType(superoffice.MediaForm))...)
		},
		"of an entity without a value, as a form": func(ctx context.Context, client *superoffice.Client, opts ...superoffice.CallOption) error {
			_, err := client.CreateUser(ctx, new(models.User), append(opts, superoffice.WithContentType(superoffice.MediaForm))...)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			headerGoesOutLate(t, call)
		})
	}
}

func headerGoesOutLate(t *testing.T, call request) {
	t.Helper()
	near, pipe := net.Pipe() // without a buffer
	defer pipe.Close()
	dial := func(context.Context, string, string) (net.Conn, error) { return near, nil }
	transport := &http.Transport{DialContext: dial, Protocols: new(http.Protocols)}
	transport.Protocols.SetUnencryptedHTTP2(true)
	client := newClient(t, "http://127.0.0.1", superoffice.TransportAuth(), superoffice.WithHTTPClient(&http.Client{Transport: transport}))
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()

	failed := make(chan error, 1)
	go func() { failed <- call(ctx, client) }()
	var err error
	if _, err := io.ReadFull(pipe, make([]byte, len(clientPreface))); err != nil {
		t.Fatal(err)
	}
	go writeFrame(pipe, frameSettings, 0, 0, nil)
	for {
		var start [9]byte
		if _, err := io.ReadFull(pipe, start[:4]); err != nil {
			t.Fatal(err)
		}
		isHeader := start[3] == frameHeaders
		if isHeader { // the client is in the middle of its write
			cancel()
			err = <-failed
		}
		if _, err := io.ReadFull(pipe, start[4:]); err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(pipe, make([]byte, int(start[0])<<16|int(start[1])<<8|int(start[2]))); err != nil {
			t.Fatal(err)
		}
		if isHeader {
			if start[4]&flagEnd == 0 {
				t.Fatal("the request is not whole")
			}
			break
		}
	}
	if superoffice.OutcomeOf(err) != unknown {
		t.Errorf("the server got the request, and the error is %v", err)
	}
}
