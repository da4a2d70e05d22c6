package superoffice

import (
	"bytes"
	"io"
	"sync/atomic"
)

// outgoing is the body that the attempts of a call send. It is never empty.
type outgoing struct {
	buffer *bytes.Buffer
	opened atomic.Int32
}

// newOutgoing gives nil for nothing: a form without a value is no body, and a
// request without one is whole with its header.
func newOutgoing(body *bytes.Buffer) *outgoing {
	if body.Len() == 0 {
		return nil
	}
	return &outgoing{buffer: body}
}

// open gives the body from its start, for each attempt and for what the
// transport repeats of it. net/http sends header and body in one write only when
// it knows the type of the reader.
func (o *outgoing) open() (io.ReadCloser, error) {
	o.opened.Add(1)
	return io.NopCloser(bytes.NewReader(o.buffer.Bytes())), nil
}

// mayReuseBody tells that no transport reads the body any more. A transport may
// do so in a goroutine of its own after it has answered, and one that is not the
// SDK's may keep the request to look at it later; so this is for a request that
// went out once, and whole.
func (c *call) mayReuseBody() bool {
	return c.body != nil && c.last != nil && c.config.usesOwnTransport() &&
		c.body.opened.Load() == 1 && c.last.askedForConn.Load() == 1 && c.last.wroteRequest.Load()
}
