package superoffice

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"math"
	"net/http"
	"strings"
	"sync"
)

const (
	defaultMaxResponseBytes = 16 << 20
	maxErrorBytes           = 64 << 10
	// maxDrainBytes is how much of a body that nobody wants is read so that
	// its connection can serve again; beyond it a new connection is cheaper.
	maxDrainBytes = 256 << 10
	// trustedLength bounds what a Content-Length may reserve in advance.
	trustedLength = 1 << 20
)

// buffers are used again by the calls of a client and all derived from it. A
// large one is left to the collector.
type buffers struct{ pool sync.Pool }

const largestKept = 1 << 20

func (b *buffers) get() *bytes.Buffer {
	if buf, ok := b.pool.Get().(*bytes.Buffer); ok {
		buf.Reset()
		return buf
	}
	return new(bytes.Buffer)
}

func (b *buffers) put(buf *bytes.Buffer) {
	if buf != nil && buf.Cap() <= largestKept {
		b.pool.Put(buf)
	}
}

// read takes in the body of a response, within the limit for its status, and
// leaves the connection fit to be used again where that is cheap.
func (a *attempt) read(c *call, resp *http.Response) error {
	defer resp.Body.Close()
	if a.status == http.StatusSwitchingProtocols {
		return nil // the body is the connection, and has no end
	}
	body, err := decompressed(resp)
	if err != nil {
		return err
	}
	if c.buffer == nil {
		c.buffer = c.config.buffers.get()
	}
	c.buffer.Reset()
	limit := int64(maxErrorBytes)
	if a.isSuccess() {
		limit = c.config.maxResponseBytes
	}
	if n := resp.ContentLength; n > 0 {
		c.buffer.Grow(int(min(n, limit, trustedLength)) + bytes.MinRead)
	}
	_, err = c.buffer.ReadFrom(io.LimitReader(body, min(limit, math.MaxInt64-1)+1))
	a.body = c.buffer.Bytes()
	if int64(len(a.body)) > limit {
		a.body = a.body[:limit]
		if a.isSuccess() {
			return mark(fmt.Errorf("the response is longer than %d bytes", limit), ErrResponseTooLarge)
		}
		_, _ = io.CopyN(io.Discard, resp.Body, maxDrainBytes)
	}
	if err != nil {
		return unquoted{err}
	}
	return nil
}

// decompressed undoes a gzip that the transport has left in place, as those
// with DisableCompression do.
func decompressed(resp *http.Response) (io.Reader, error) {
	switch encoding := strings.ToLower(resp.Header.Get("Content-Encoding")); encoding {
	case "", "identity":
		return resp.Body, nil
	case "gzip", "x-gzip":
		if resp.ContentLength == 0 || resp.Request != nil && resp.Request.Method == http.MethodHead {
			return resp.Body, nil
		}
		body, err := gzip.NewReader(resp.Body)
		if err != nil {
			return nil, mark(fmt.Errorf("the response is not the gzip it says it is: %w", err), ErrInvalidResponse)
		}
		return body, nil
	default:
		return nil, mark(fmt.Errorf("the response is encoded as %q, which nobody asked for", encoding), ErrInvalidResponse)
	}
}

// excerpt is the copy of a body that an Error keeps.
func excerpt(body []byte) []byte {
	if body == nil {
		return nil
	}
	return bytes.Clone(body[:min(len(body), maxErrorBytes)])
}
