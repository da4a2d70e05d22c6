package superoffice

import (
	"bytes"
	"io"
	"net/http"
	"sync/atomic"
)

// outgoing is the body that the attempts of a call send.
type outgoing struct {
	buffer *bytes.Buffer
	opened atomic.Int32
}

func outgoingBytes(body []byte) *outgoing { return &outgoing{buffer: bytes.NewBuffer(body)} }

// open gives the body from its start, for each attempt and for what the
// transport repeats of it. net/http sends header and body in one write only when
// it knows the type of the reader.
func (o *outgoing) open() (io.ReadCloser, error) {
	o.opened.Add(1)
	if o.buffer.Len() == 0 {
		return http.NoBody, nil
	}
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
