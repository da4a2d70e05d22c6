package superoffice

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"time"

	"golang.org/x/time/rate"

	"github.com/go-superoffice/superoffice/internal/veil"
)

// Client talks to one SuperOffice installation or tenant. Make one with [New]
// or [NewOnline] and use it for as long as the program runs: it is immutable,
// safe for concurrent use, and keeps connections and tokens. The zero Client
// returns an error from every method.
type Client struct{ veiled veil.Value[config] } //nolint:recvcheck // Format is by value, or %v of a Client value would print its fields

// config is what a client is made of. It does not change once New or With has
// returned it.
type config struct {
	settings

	address     address
	auth        *credential
	tokens      *tokenCache // nil unless auth has a source
	online      bool
	retry       Retry
	limiter     *rate.Limiter // nil: no limit
	logger      *slog.Logger  // nil: no log
	product     string
	userAgent   string
	usualHeader http.Header // of calls with a body and without options of their own
	insecure    bool
	tenantHosts []string
	// looksUpAnew is set by the options that a tenant's look-up depends on.
	looksUpAnew bool

	maxResponseBytes int64
	transport        http.RoundTripper
	own              *ownTransport  // the SDK's, in use or not
	clientTimeout    time.Duration  // of the caller's [http.Client]
	jar              http.CookieJar // of the same
	buffers          *buffers
}

func newConfig(auth Auth) *config {
	retry, _ := Retry{}.withDefaults()
	own := newTransport()
	c := &config{
		settings:         settings{zone: defaultZone},
		auth:             auth.credential.Get(),
		retry:            retry,
		maxResponseBytes: defaultMaxResponseBytes,
		own:              own,
		transport:        own,
		buffers:          new(buffers),
	}
	if c.auth != nil && c.auth.source != nil {
		c.tokens = newTokenCache(c.auth.source)
	}
	return c
}

// New makes a client for the installation at baseURL, which may end in
// nothing, /api or /api/v1. It checks everything it is given and reports every
// problem in one *[Error] that matches [ErrConfig]; it does not connect.
func New(baseURL string, auth Auth, opts ...ClientOption) (*Client, error) {
	c := newConfig(auth)
	found := c.apply(opts)
	root, err := parseBaseURL(baseURL, c.insecure)
	found = append(found, err)
	c.address = fixedAddress{location{root: root}}
	return c.finish(found)
}

// With returns a client with further options. The receiver is unchanged;
// transport, token cache, tenant address and rate limiter are shared unless an
// option replaces them.
func (c *Client) With(opts ...ClientOption) (*Client, error) {
	if err := c.usable(); err != nil {
		return nil, err
	}
	derived := *c.config()
	derived.looksUpAnew = false
	found := derived.apply(opts)
	if online, ok := derived.address.(*tenantAddress); ok && derived.looksUpAnew {
		found = append(found, derived.lookUp(online.environment, online.tenant))
	}
	return derived.finish(found)
}

// CloseIdleConnections closes the idle connections of the SDK's own transport.
// A transport given with [WithHTTPClient] is left alone.
func (c *Client) CloseIdleConnections() {
	if c.usable() == nil {
		c.config().own.CloseIdleConnections()
	}
}

// Format prints the host the client talks to and nothing else.
func (c Client) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, c.text()) }

// LogValue logs the host the client talks to and nothing else.
func (c Client) LogValue() slog.Value { return slog.StringValue(c.text()) }

func (c Client) text() string {
	if c.usable() != nil {
		return "superoffice.Client(unusable)"
	}
	return "superoffice.Client(" + c.config().address.String() + ")"
}

func (c *Client) config() *config { return c.veiled.Get() }

func (c *Client) usable() error {
	if c == nil || c.config() == nil {
		return configError(errors.New("the client is empty; make one with New or NewOnline"))
	}
	return nil
}

func (c *config) apply(opts []ClientOption) problems {
	var found problems
	for i, opt := range opts {
		if opt == nil {
			found = append(found, nilOption(i))
			continue
		}
		if err := opt.applyToClient(c); err != nil {
			found = append(found, err)
		}
	}
	return found
}

func nilOption(i int) error { return fmt.Errorf("option %d is nil; leave it out", i+1) }

// finish checks what needs the whole configuration.
func (c *config) finish(found problems) (*Client, error) {
	found = append(found, c.auth.check(), c.check(), c.checkOnline(&c.settings))
	if err := configError(slices.DeleteFunc(found, func(err error) bool { return err == nil })...); err != nil {
		return nil, err
	}
	c.userAgent = userAgent(c.product)
	c.usualHeader = c.header(c.userAgent, true)
	return &Client{veil.Over(c)}, nil
}

// checkOnline refuses what SuperOffice Online does not accept, for the settings
// of the client or of a call.
func (c *config) checkOnline(s *settings) error {
	if !c.online || c.auth == nil {
		return nil
	}
	switch {
	case c.auth.scheme == schemeBasic:
		return errors.New("auth: SuperOffice Online does not accept Basic; use Bearer, or SOTicket with WithAppToken")
	case c.auth.scheme == schemeSOTicket && s.appToken == "":
		return errors.New("auth: SuperOffice Online accepts SOTicket only together with the app token; add WithAppToken")
	default:
		return nil
	}
}

func (c *config) useHTTPClient(client *http.Client) {
	c.clientTimeout, c.jar = client.Timeout, client.Jar
	c.transport, c.looksUpAnew = client.Transport, true
	if client.Transport == nil {
		c.transport = c.own
	}
}

func (c *config) usesOwnTransport() bool { return c.transport == http.RoundTripper(c.own) }

// waitForTurn waits for the rate limiter. A wait beyond the deadline fails at
// once.
func (c *config) waitForTurn(ctx context.Context) error {
	if c.limiter == nil {
		return nil
	}
	err := c.limiter.Wait(ctx)
	if err == nil || ctx.Err() != nil {
		return err
	}
	return mark(errors.New("the rate limit leaves no turn before the deadline"), context.DeadlineExceeded)
}
