package superoffice

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Retry says how often and after what waits a call is repeated. Zero fields
// keep their defaults.
type Retry struct {
	// MaxAttempts is how many attempts a call may take, 4 by default; 1
	// switches the repeats off. The single repeats after a 401 with a new token
	// and after a 421 with a new address are not counted.
	MaxAttempts int
	// MinWait is the base of the waits, 500 ms by default: wait n lies between
	// half and all of MinWait·2ⁿ⁻¹.
	MinWait time.Duration
	// MaxWait is the longest wait, 30 s by default. A Retry-After beyond it
	// ends the call at once.
	MaxWait time.Duration
}

const (
	defaultMaxAttempts = 4
	defaultMinWait     = 500 * time.Millisecond
	defaultMaxWait     = 30 * time.Second
)

func (r Retry) withDefaults() (Retry, error) {
	if r.MaxAttempts < 0 || r.MinWait < 0 || r.MaxWait < 0 {
		return r, errors.New("WithRetry: negative values are not accepted; zero keeps a default")
	}
	if r.MaxAttempts == 0 {
		r.MaxAttempts = defaultMaxAttempts
	}
	if r.MinWait == 0 {
		r.MinWait = defaultMinWait
	}
	if r.MaxWait == 0 {
		r.MaxWait = defaultMaxWait
	}
	if r.MinWait > r.MaxWait {
		return r, fmt.Errorf("WithRetry: MinWait %v is above MaxWait %v; a zero one keeps its default", r.MinWait, r.MaxWait)
	}
	return r, nil
}

// wait is the n-th wait, counted from 1, spread over the upper half of its
// range so that many clients do not come back together.
func (r Retry) wait(n int, retryAfter time.Duration) time.Duration {
	d := r.MaxWait
	if shift := n - 1; shift < 62 && r.MinWait <= r.MaxWait>>shift {
		d = r.MinWait << shift
	}
	half := d / 2
	return min(max(half+rand.N(d-half+1), retryAfter), r.MaxWait) //nolint:gosec // jitter is no secret
}

// decide says whether the attempt just made is followed by another, and after
// what wait.
func (c *call) decide() (again bool, wait time.Duration) {
	a := c.last
	switch {
	case a.final || c.ctx.Err() != nil:
		return false, 0
	case c.renews(a) || c.follows(a):
		c.free++
		return true, 0
	case c.attempts-c.free >= c.config.retry.MaxAttempts || !c.mayRepeat(a):
		return false, 0
	case a.retryAfter > c.config.retry.MaxWait || c.endsWithin(a.retryAfter):
		return false, 0
	}
	c.waits++
	return true, c.config.retry.wait(c.waits, a.retryAfter)
}

// mayRepeat is the table of the package documentation.
func (c *call) mayRepeat(a *attempt) bool {
	if a.outcome == OutcomeNotSent {
		return !isUntrusted(a.err)
	}
	idempotent := c.method == http.MethodGet || c.method == http.MethodHead
	switch {
	case a.timedOut:
		return c.options.atLeastOnce
	case a.err != nil:
		return a.lost && (c.options.atLeastOnce || idempotent)
	}
	switch a.status {
	case http.StatusTooManyRequests:
		return true
	case http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return c.options.atLeastOnce || idempotent
	case http.StatusInternalServerError:
		return c.options.atLeastOnce
	default:
		return false
	}
}

func (c *call) endsWithin(d time.Duration) bool {
	deadline, ok := c.ctx.Deadline()
	return ok && d > 0 && d > time.Until(deadline)
}

// renews gets another token after a refusal, once in a call.
func (c *call) renews(a *attempt) bool {
	refused := a.status == http.StatusUnauthorized || a.status == http.StatusForbidden && a.token.hasExpired()
	if !refused || c.renewed || c.config.tokens == nil {
		return false
	}
	c.renewed = true
	c.secrets = append(c.secrets, a.token.Value)
	err := c.config.tokens.renew(c.ctx, a.token)
	if err != nil && !errors.Is(err, errSameToken) {
		a.err = err
	}
	return err == nil
}

// follows looks for the tenant's new address after a 421, once in a call.
func (c *call) follows(a *attempt) bool {
	if a.status != http.StatusMisdirectedRequest || c.moved {
		return false
	}
	c.moved = true
	where, err := c.config.address.moved(c.ctx, c.where)
	if err != nil {
		a.err = err
		return false
	}
	if where.root.Host == c.where.root.Host {
		return false
	}
	c.where = where
	return true
}

func isUntrusted(err error) bool {
	if _, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return true
	}
	if _, ok := errors.AsType[x509.UnknownAuthorityError](err); ok {
		return true
	}
	if _, ok := errors.AsType[x509.HostnameError](err); ok {
		return true
	}
	_, ok := errors.AsType[x509.CertificateInvalidError](err)
	return ok
}

// retryAfter reads the header of a 429 or 503: seconds or a date. What is
// negative, past or not understood counts as absent.
func retryAfter(status int, header http.Header) time.Duration {
	if status != http.StatusTooManyRequests && status != http.StatusServiceUnavailable {
		return 0
	}
	value := strings.TrimSpace(header.Get("Retry-After"))
	if value == "" {
		return 0
	}
	if strings.Trim(value, "0123456789") == "" {
		seconds, err := strconv.ParseInt(value, 10, 64)
		if err != nil || seconds > int64(math.MaxInt64/time.Second) {
			return math.MaxInt64
		}
		return time.Duration(seconds) * time.Second
	}
	date, err := http.ParseTime(value)
	if err != nil {
		return 0
	}
	return max(0, time.Until(date))
}
