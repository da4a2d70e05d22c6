package superoffice

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strings"

	"github.com/go-superoffice/superoffice/internal/veil"
)

// Auth says how a [Client] signs in. Make one with [Basic], [SOTicket],
// [Bearer], [XSRF], [TransportAuth], [SOTicketSource] or [BearerSource]. The
// zero Auth is refused by [New]. An Auth never prints what it holds.
type Auth struct {
	credential veil.Value[credential]
}

func newAuth(c *credential) Auth { return Auth{veil.Over(c)} }

type scheme string

const (
	schemeBasic     scheme = "Basic"
	schemeSOTicket  scheme = "SOTicket"
	schemeBearer    scheme = "Bearer"
	schemeXSRF      scheme = "XSRF"
	schemeTransport scheme = "transport"
)

type credential struct {
	scheme  scheme
	user    string
	value   string // password, ticket, token or XSRF value
	latin1  bool
	cookies []*http.Cookie
	sourced bool // made from a source, which may yet be nil
	source  TokenSource
}

// Basic signs in with a user name and a password, as onsite installations
// allow. They are sent in UTF-8; [Auth.Latin1] changes that. A user name with
// a colon cannot be expressed and is refused by [New], and SuperOffice Online
// does not accept Basic.
//
// See https://docs.superoffice.com/en/api/web-services/webapi/index.html.
func Basic(user, password string) Auth {
	return newAuth(&credential{scheme: schemeBasic, user: user, value: password})
}

// Latin1 returns a copy of a [Basic] Auth that sends user name and password in
// ISO-8859-1, as some installations expect; [New] refuses text which that
// charset cannot express. It has no effect on other schemes.
func (a Auth) Latin1() Auth {
	if a.credential.Get() == nil {
		return a
	}
	c := *a.credential.Get()
	c.latin1 = true
	return newAuth(&c)
}

// SOTicket signs in with a ticket, which is sent as it is. In SuperOffice
// Online it also needs [WithAppToken].
func SOTicket(ticket string) Auth {
	return newAuth(&credential{scheme: schemeSOTicket, value: ticket})
}

// Bearer signs in with an OAuth 2.0 access token of SuperOffice Online.
func Bearer(token string) Auth {
	return newAuth(&credential{scheme: schemeBearer, value: token})
}

// XSRF signs in with the session of a browser: the XSRF value of the page and
// the cookies that belong to it. It ends with that session.
func XSRF(token string, cookies ...*http.Cookie) Auth {
	c := &credential{scheme: schemeXSRF, value: token}
	for _, cookie := range cookies {
		if cookie != nil {
			cookie = new(*cookie)
		}
		c.cookies = append(c.cookies, cookie)
	}
	return newAuth(c)
}

// TransportAuth sends no credential: the transport given with [WithHTTPClient]
// signs in, as with Negotiate or client certificates.
func TransportAuth() Auth {
	return newAuth(&credential{scheme: schemeTransport})
}

// SOTicketSource signs in with tickets from source, for instance those of
// package systemuser. See [TokenSource] for when the source is asked.
func SOTicketSource(source TokenSource) Auth {
	return newAuth(&credential{scheme: schemeSOTicket, sourced: true, source: source})
}

// BearerSource signs in with access tokens from source, for instance those of
// package oauth. See [TokenSource] for when the source is asked.
func BearerSource(source TokenSource) Auth {
	return newAuth(&credential{scheme: schemeBearer, sourced: true, source: source})
}

// Format prints the scheme and nothing else, whatever the verb.
func (a Auth) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, a.text()) }

// LogValue logs the scheme and nothing else.
func (a Auth) LogValue() slog.Value { return slog.StringValue(a.text()) }

func (a Auth) text() string {
	c := a.credential.Get()
	if c == nil {
		return "no credential"
	}
	return string(c.scheme) + " " + redacted
}

const redacted = "[redacted]"

// check reports what would make the credential unusable, without quoting it.
func (c *credential) check() error {
	if c == nil {
		return errors.New("auth: none given; use Basic, SOTicket, Bearer, XSRF, TransportAuth or a source of tokens")
	}
	switch c.scheme {
	case schemeTransport:
		return nil
	case schemeBasic:
		return c.checkBasic()
	case schemeSOTicket, schemeBearer, schemeXSRF:
	}
	if c.sourced {
		if c.source == nil {
			return errors.New("auth: the token source is nil; give one")
		}
		return nil
	}
	var found problems
	if err := checkCredentialValue(string(c.scheme), c.value); err != nil {
		found = append(found, err)
	}
	for i, cookie := range c.cookies {
		switch {
		case cookie == nil:
			found = append(found, fmt.Errorf("auth: XSRF cookie %d is nil; leave it out", i+1))
		case cookie.Valid() != nil:
			found = append(found, fmt.Errorf("auth: XSRF cookie %d is not a valid cookie; correct its name or value", i+1))
		}
	}
	return flatten(found...)
}

func (c *credential) checkBasic() error {
	switch {
	case c.user == "":
		return errors.New("auth: Basic needs a user name")
	case c.value == "":
		return errors.New("auth: Basic needs a password; the one given is empty")
	case strings.Contains(c.user, ":"):
		return errors.New("auth: a user name with a colon cannot be sent with Basic; use another name or scheme")
	case !c.latin1:
		return nil
	}
	for _, r := range c.user + c.value {
		if r > 0xff {
			return errors.New("auth: user name or password has a character that ISO-8859-1 cannot express; use UTF-8")
		}
	}
	return nil
}

func checkCredentialValue(what, value string) error {
	switch {
	case value == "":
		return fmt.Errorf("auth: %s is empty; give its value", what)
	case !isHeaderValue(value):
		return fmt.Errorf("auth: %s has a line break, space at its ends or another character that a header cannot carry; remove it", what)
	}
	return nil
}

// set puts the credential into the header of one attempt, and returns the
// token when it came from a source.
func (c *credential) set(ctx context.Context, header http.Header, tokens *tokenCache) (lease, error) {
	switch c.scheme {
	case schemeTransport:
	case schemeXSRF:
		header.Set("X-Xsrf-Token", c.value)
		for _, cookie := range c.cookies {
			(&http.Request{Header: header}).AddCookie(cookie)
		}
	case schemeBasic:
		header.Set("Authorization", c.basic())
	case schemeSOTicket, schemeBearer:
		if tokens == nil {
			header.Set("Authorization", string(c.scheme)+" "+c.value)
			break
		}
		token, err := tokens.get(ctx)
		if err == nil {
			header.Set("Authorization", string(c.scheme)+" "+token.Value)
		}
		return token, err
	}
	return lease{}, nil
}

func (c *credential) basic() string {
	pair := c.user + ":" + c.value
	raw := []byte(pair)
	if c.latin1 {
		raw = raw[:0]
		for _, r := range pair {
			raw = append(raw, byte(r))
		}
	}
	return "Basic " + base64.StdEncoding.EncodeToString(raw)
}

// secrets are the values that may appear in no text of the SDK's.
func (c *credential) secrets() secrets {
	out := secrets{c.value}
	if c.scheme == schemeBasic {
		out = append(out, strings.TrimPrefix(c.basic(), "Basic "))
	}
	for _, cookie := range c.cookies {
		out = append(out, cookie.Value)
	}
	return out
}
