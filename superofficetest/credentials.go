package superofficetest

import (
	"encoding/base64"
	"net/http"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

// What a server accepts that was not given other credentials. They guard
// nothing and may be printed.
const (
	DefaultUser          = "tje0"
	DefaultPassword      = "Tje0"
	DefaultTicket        = "7T:superofficetest=="
	DefaultToken         = "8A:Cust12345.superofficetest" //nolint:gosec // guards nothing
	DefaultXSRFToken     = "superofficetest-xsrf"
	DefaultSessionCookie = "SuperOfficeSession=superofficetest"
)

type credentials struct {
	given    bool
	basic    []string // user:password
	tickets  []string
	tokens   []string
	xsrf     []xsrfSession
	appToken string
}

type xsrfSession struct{ token, cookie string }

// WithBasic accepts a user name and password, in UTF-8 or ISO-8859-1. The
// first credential option given replaces the defaults; each further one adds.
func WithBasic(user, password string) Option {
	return func(c *config) {
		c.given = true
		c.basic = append(c.basic, user+":"+password)
	}
}

// WithTicket accepts an SOTicket. See [WithBasic] for the defaults and
// [Server.AcceptTicket] for one that expires.
func WithTicket(ticket string) Option {
	return func(c *config) {
		c.given = true
		c.tickets = append(c.tickets, ticket)
	}
}

// WithBearer accepts an access token. See [WithBasic] for the defaults and
// [Server.AcceptBearer] for one that expires.
func WithBearer(token string) Option {
	return func(c *config) {
		c.given = true
		c.tokens = append(c.tokens, token)
	}
}

// WithXSRF accepts an X-XSRF-TOKEN together with a session cookie, given as
// name=value. See [WithBasic] for the defaults.
func WithXSRF(token, cookie string) Option {
	return func(c *config) {
		c.given = true
		c.xsrf = append(c.xsrf, xsrfSession{token, cookie})
	}
}

// WithAppToken demands this SO-AppToken beside a ticket. Without the option a
// tenant demands some SO-AppToken and an onsite installation none.
func WithAppToken(token string) Option {
	return func(c *config) { c.appToken = token }
}

// WithExpiredStatus sets what an expired ticket or token is answered with: 401
// (the default) or 403. The documentation names both.
func WithExpiredStatus(status int) Option {
	return func(c *config) { c.expired = status }
}

// accounts is who may call. Tickets and tokens can be added and taken away
// while the server runs.
type accounts struct {
	online   bool
	appToken string
	basic    map[string]bool
	xsrf     []xsrfSession

	mu      *sync.RWMutex
	tickets map[string]*lease
	tokens  map[string]*lease
}

type lease struct {
	until   time.Time     // zero: no end
	sliding time.Duration // each use moves until so far ahead
}

func newAccounts(c config) accounts {
	creds := c.credentials
	if !creds.given {
		creds.basic = []string{DefaultUser + ":" + DefaultPassword}
		creds.tickets = []string{DefaultTicket}
		creds.tokens = []string{DefaultToken}
		creds.xsrf = []xsrfSession{{DefaultXSRFToken, DefaultSessionCookie}}
	}
	a := accounts{
		online:   c.tenant != "",
		appToken: creds.appToken,
		basic:    map[string]bool{},
		xsrf:     creds.xsrf,
		mu:       &sync.RWMutex{},
		tickets:  map[string]*lease{},
		tokens:   map[string]*lease{},
	}
	for _, pair := range creds.basic {
		a.basic[pair] = true
	}
	for _, ticket := range creds.tickets {
		a.tickets[ticket] = &lease{}
	}
	for _, token := range creds.tokens {
		a.tokens[token] = &lease{}
	}
	return a
}

// AcceptBearer accepts an access token until the given time; the zero time
// means for ever. A token that was accepted before gets the new time.
func (s *Server) AcceptBearer(token string, until time.Time) {
	s.accounts.mu.Lock()
	defer s.accounts.mu.Unlock()
	s.accounts.tokens[token] = &lease{until: until}
}

// AcceptTicket accepts an SOTicket for the given duration after it was last
// used, as SuperOffice does with six hours; zero means for ever.
func (s *Server) AcceptTicket(ticket string, sliding time.Duration) {
	l := &lease{sliding: sliding}
	if sliding > 0 {
		l.until = time.Now().Add(sliding)
	}
	s.accounts.mu.Lock()
	defer s.accounts.mu.Unlock()
	s.accounts.tickets[ticket] = l
}

// Expire lets a ticket or token end now: requests with it get the status of
// [WithExpiredStatus]. A value that is not known is without effect.
func (s *Server) Expire(value string) {
	s.accounts.mu.Lock()
	defer s.accounts.mu.Unlock()
	for _, leases := range []map[string]*lease{s.accounts.tickets, s.accounts.tokens} {
		if l := leases[value]; l != nil {
			*l = lease{until: time.Now().Add(-time.Nanosecond)}
		}
	}
}

type verdict int

const (
	refused verdict = iota
	expired
	accepted
)

// check says whether a request may pass.
func (a *accounts) check(h http.Header) verdict {
	authorization := h.Get("Authorization")
	if authorization == "" {
		return a.checkXSRF(h)
	}
	scheme, value, _ := strings.Cut(authorization, " ")
	switch {
	case strings.EqualFold(scheme, "Basic"):
		if !a.online && a.basic[decodeBasic(value)] {
			return accepted
		}
	case strings.EqualFold(scheme, "SOTicket"):
		app := h.Get("So-Apptoken")
		if (a.appToken == "" && a.online && app == "") || (a.appToken != "" && app != a.appToken) {
			return refused
		}
		return a.use(a.tickets, value)
	case strings.EqualFold(scheme, "Bearer"):
		return a.use(a.tokens, value)
	}
	return refused
}

func (a *accounts) use(leases map[string]*lease, value string) verdict {
	a.mu.RLock()
	l := leases[value]
	ok, sliding := l != nil && l.until.IsZero(), l != nil && l.sliding > 0
	a.mu.RUnlock()
	if ok && !sliding {
		return accepted
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	switch l = leases[value]; {
	case l == nil:
		return refused
	case !l.until.IsZero() && !time.Now().Before(l.until):
		return expired
	}
	if l.sliding > 0 {
		l.until = time.Now().Add(l.sliding)
	}
	return accepted
}

func (a *accounts) checkXSRF(h http.Header) verdict {
	token := h.Get("X-Xsrf-Token")
	if token == "" {
		return refused
	}
	for _, session := range a.xsrf {
		if token == session.token && hasCookie(h, session.cookie) {
			return accepted
		}
	}
	return refused
}

func hasCookie(h http.Header, pair string) bool {
	for _, line := range h["Cookie"] {
		for cookie := range strings.SplitSeq(line, ";") {
			if strings.TrimSpace(cookie) == pair {
				return true
			}
		}
	}
	return false
}

// decodeBasic returns user:password in UTF-8, whichever of the two usual
// charsets it came in.
func decodeBasic(value string) string {
	raw, err := base64.StdEncoding.DecodeString(strings.TrimSpace(value))
	if err != nil {
		return ""
	}
	if utf8.Valid(raw) {
		return string(raw)
	}
	runes := make([]rune, len(raw))
	for i, b := range raw {
		runes[i] = rune(b)
	}
	return string(runes)
}
