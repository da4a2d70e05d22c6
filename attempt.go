package superoffice

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptrace"
	"strings"
	"sync/atomic"
	"time"
)

// attempt is one request of a call and what came of it.
type attempt struct {
	started    time.Time
	took       time.Duration
	status     int
	header     http.Header
	body       []byte // until the call's buffer is used again
	retryAfter time.Duration
	token      lease
	outcome    Outcome // of a failure; a 2xx is judged after decoding
	err        error
	sentinel   error // nil when there is none
	final      bool  // it is pointless to repeat
	timedOut   bool
	lost       bool // the connection broke
	cutShort   bool // the body did not come whole, and the status says enough

	trace        httptrace.ClientTrace
	askedForConn atomic.Int32
	wroteHeaders atomic.Bool
	wroteRequest atomic.Bool // all of it
}

// RoundTrip makes one attempt, from its turn at the rate limiter to the last
// byte of the body. It stands where [http.Client] expects its transport, so the
// credential is set on a clone that nobody above ever sees.
func (c *call) RoundTrip(req *http.Request) (*http.Response, error) {
	a := &attempt{started: time.Now(), outcome: OutcomeNotSent}
	c.last = a
	ctx := req.Context()
	if err := c.config.waitForTurn(ctx); err != nil {
		return nil, a.give(err)
	}
	header := c.header(req.Header["Cookie"])
	var err error
	if a.token, err = c.config.auth.set(ctx, header, c.config.tokens); err != nil {
		return nil, a.give(err)
	}
	if ctx.Err() != nil {
		return nil, a.give(ctx.Err())
	}
	c.attempts++
	a.started = time.Now()
	resp, err := a.send(ctx, c, req, header)
	a.took = time.Since(a.started)
	return resp, err
}

// give ends an attempt before it began.
func (a *attempt) give(err error) error {
	a.err, a.final = err, true
	return err
}

func (a *attempt) send(ctx context.Context, c *call, req *http.Request, header http.Header) (*http.Response, error) {
	limited, cancel := context.WithTimeout(ctx, c.attemptTimeout())
	defer cancel()
	clone := req.WithContext(httptrace.WithClientTrace(limited, a.watched(c.body != nil)))
	clone.Header = header
	if c.body != nil {
		clone.ContentLength = int64(c.body.buffer.Len())
		clone.Body, _ = c.body.open()
		clone.GetBody = c.body.open
	}

	resp, err := c.config.transport.RoundTrip(clone)
	if resp != nil && err != nil { // which no transport should give
		a.status, a.header = resp.StatusCode, resp.Header
		if resp.Body != nil {
			_ = resp.Body.Close()
		}
	}
	if resp == nil || err != nil {
		if err == nil {
			err = errors.New("the transport gave neither a response nor an error")
		}
		a.outcome = a.sent(c.config.usesOwnTransport())
		return nil, a.fail(limited, c, unquoted{err})
	}
	if resp.Body == nil {
		resp.Body = http.NoBody
	}
	a.status, a.header = resp.StatusCode, resp.Header
	a.retryAfter = retryAfter(a.status, a.header)
	a.outcome = outcomeOfStatus(a.status)
	a.sentinel = statusSentinel(a.status)
	if err := a.read(c, resp); err != nil {
		if a.isSuccess() && !c.anyBody {
			return nil, a.fail(limited, c, err)
		}
		a.cutShort = true
	}
	resp.Body = http.NoBody
	if _, ok := resp.Header["Location"]; ok {
		// net/http fails on a Location it cannot parse, and hides the status.
		resp.Header = resp.Header.Clone()
		resp.Header.Del("Location")
	}
	return resp, nil
}

// watched is the trace that tells how far the request got.
func (a *attempt) watched(hasBody bool) *httptrace.ClientTrace {
	a.trace = httptrace.ClientTrace{
		GetConn:      func(string) { a.askedForConn.Add(1) },
		WroteHeaders: func() { a.wroteHeaders.Store(true) },
		WroteRequest: func(i httptrace.WroteRequestInfo) { a.wroteRequest.Store(i.Err == nil) },
	}
	if !hasBody {
		// Such a request is whole with its header, of which HTTP/2 tells only
		// once it is out. It names the pseudo-headers before.
		a.trace.WroteHeaderField = func(name string, _ []string) {
			if strings.HasPrefix(name, ":") {
				a.wroteHeaders.Store(true)
			}
		}
	}
	return &a.trace
}

// attemptTimeout is that of the option or that of the caller's [http.Client],
// whichever is shorter.
func (c *call) attemptTimeout() time.Duration {
	d := c.options.attemptTimeout()
	if own := c.config.clientTimeout; own > 0 {
		d = min(d, own)
	}
	return d
}

// sent tells whether the server can have got the request. Headers that went
// out late still count: the transport closes the connection before it returns.
func (a *attempt) sent(own bool) Outcome {
	switch {
	case a.wroteHeaders.Load():
		return OutcomeUnknown
	case a.askedForConn.Load() > 0 || own:
		return OutcomeNotSent
	default:
		return OutcomeUnknown
	}
}

// fail keeps why the attempt ended: the caller's context, the attempt's own
// time-out, or a broken connection.
func (a *attempt) fail(limited context.Context, c *call, err error) error {
	a.err = err
	switch {
	case c.ctx.Err() != nil || errors.Is(err, ErrResponseTooLarge) || errors.Is(err, ErrInvalidResponse):
	case errors.Is(limited.Err(), context.DeadlineExceeded):
		a.timedOut = true
		a.err = mark(fmt.Errorf("the attempt timed out after %v; WithTimeout allows more", c.attemptTimeout()), context.DeadlineExceeded)
	case isTimeout(err):
		a.timedOut = true
		a.err = mark(err, context.DeadlineExceeded)
	default:
		a.lost = true
		switch {
		case a.isSuccess():
			a.sentinel = ErrInvalidResponse
			a.err = mark(fmt.Errorf("the answer broke off: %w", err), a.sentinel)
		case a.outcome == OutcomeUnknown:
			a.err = fmt.Errorf("no answer came back: %w", err)
		}
	}
	return a.err
}

func isTimeout(err error) bool {
	t, ok := errors.AsType[interface {
		error
		Timeout() bool
	}](err)
	return ok && t.Timeout()
}

func (a *attempt) isSuccess() bool { return a.status >= 200 && a.status <= 299 }

// outcomeOfStatus is the outcome of a response that is no success. A 2xx whose
// body does not hold what it should is as unknown as a 5xx.
func outcomeOfStatus(status int) Outcome {
	if status >= 400 && status <= 499 {
		return OutcomeRejected
	}
	return OutcomeUnknown
}
