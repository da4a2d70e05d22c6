package superoffice

import (
	"bytes"
	"context"
	"errors"
	"math"
	"net/http"
	"net/url"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

// call is one call of a method: options → request → attempts → response. It
// belongs to one goroutine.
type call struct {
	config  *config
	ctx     context.Context //nolint:containedctx // a call lives as long as its context is of use
	options callOptions
	method  string
	path    string // below the base path, without query
	query   string
	body    *outgoing // nil for none
	secrets secrets   // of the entity, and tokens that were refused
	anyBody bool      // a 2xx is a success whatever its body
	where   location

	attempts int
	free     int // repeats after 401 and 421, which count in attempts only
	waits    int
	renewed  bool
	moved    bool

	waiting    bool          // for the next attempt
	pause      time.Duration // before it
	retryAfter time.Duration

	last      *attempt
	answered  *attempt // the last one that got a response
	outcome   Outcome  // the worst so far
	sentinels []error
	buffer    *bytes.Buffer // of the answer
}

// start merges the options of a call into those of its client.
func (c *Client) start(ctx context.Context, method, path string, opts []CallOption) (*call, error) {
	if err := c.usable(); err != nil {
		return nil, err
	}
	call := &call{config: c.config(), ctx: ctx, method: method, path: path}
	call.options.settings = call.config.settings
	var found problems
	for i, opt := range opts {
		if opt == nil {
			found = append(found, nilOption(i))
			continue
		}
		if err := opt.applyToCall(&call.options); err != nil {
			found = append(found, err)
		}
	}
	if r := call.options.response; r != nil {
		*r = Response{}
	}
	if len(opts) > 0 {
		found = append(found, call.options.check(), call.config.checkOnline(&call.options.settings))
	}
	if err := flatten(found...); err != nil {
		return nil, call.refuse(mark(err, ErrConfig))
	}
	if ctx == nil {
		call.ctx = context.Background()
		return nil, call.refuse(mark(errors.New("the context is nil; pass context.Background() if there is none"), ErrConfig))
	}
	return call, nil
}

// send makes the attempts. On success the answer is in c.answered, with a body
// that lasts until c.release.
func (c *call) send() error {
	if c.ctx.Err() != nil {
		return c.refuse(c.withContextEnd(nil))
	}
	var err error
	if c.where, err = c.config.address.resolve(c.ctx); err != nil {
		return c.refuse(c.withContextEnd(err))
	}
	resp, err := c.retrier().Do(c.request())
	if resp != nil {
		_ = resp.Body.Close()
	}
	switch a := c.last; {
	case a == nil:
		return c.refuse(c.withContextEnd(err))
	case a.err != nil || !a.isSuccess():
		return c.failure()
	default:
		return nil
	}
}

// request is what all attempts have in common, for [http.Client] to add the
// cookies of a jar. RoundTrip gives each attempt its header and its body.
func (c *call) request() *retryablehttp.Request {
	return &retryablehttp.Request{Request: (&http.Request{
		Method: c.method,
		URL:    c.url(),
		Proto:  "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: http.Header{},
	}).WithContext(c.ctx)}
}

// header is that of an attempt, without its credential.
func (c *call) header(cookies []string) http.Header {
	var header http.Header
	if c.options.changed || c.body == nil {
		header = c.options.header(c.config.userAgent, c.body != nil)
	} else {
		header = c.config.usualHeader.Clone()
	}
	if cookies != nil {
		header["Cookie"] = cookies
	}
	return header
}

func (c *call) url() *url.URL {
	u := *c.where.root
	below := c.path[len(restPath):]
	u.RawPath += below
	if plain, err := url.PathUnescape(below); err == nil {
		u.Path += plain
	}
	u.RawQuery = c.query
	return &u
}

// retrier is go-retryablehttp with this call as its policy and its transport:
// what a call knows is then shared with no other call.
func (c *call) retrier() *retryablehttp.Client {
	return &retryablehttp.Client{
		HTTPClient: &http.Client{
			Transport: c,
			Jar:       c.config.jar,
			// A second lock: the attempt takes the Location away.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		RetryMax: math.MaxInt, // decide counts
		CheckRetry: func(context.Context, *http.Response, error) (again bool, _ error) {
			c.settle() //nolint:contextcheck // the call has its context
			return c.waiting, nil
		},
		Backoff: func(_, _ time.Duration, _ int, _ *http.Response) time.Duration { return c.pause },
		PrepareRetry: func(req *http.Request) error {
			req.URL = c.url()
			req.Header = http.Header{} // the jar adds its cookies to every attempt
			return nil
		},
		ErrorHandler: retryablehttp.PassthroughErrorHandler,
	}
}

// settle takes the attempt just made into account and decides what follows.
func (c *call) settle() {
	a := c.last
	if a == nil {
		return
	}
	if a.status != 0 {
		c.answered = a
	}
	if a.err != nil || !a.isSuccess() {
		c.outcome = worse(c.outcome, a.outcome)
		if a.sentinel != nil {
			c.sentinels = append(c.sentinels, a.sentinel)
		}
	}
	if a.status == http.StatusTooManyRequests || a.status == http.StatusServiceUnavailable {
		c.retryAfter = a.retryAfter
	}
	c.waiting, c.pause = c.decide()
	if a.err != nil || !a.isSuccess() { // else the answer is yet to be read
		c.log(a, a.outcome, c.pause)
	}
}

// release gives the memory of the bodies back.
func (c *call) release() {
	c.config.buffers.put(c.buffer)
	if c.mayReuseBody() {
		c.config.buffers.put(c.body.buffer)
	}
	c.buffer, c.body = nil, nil
}
