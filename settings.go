package superoffice

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/go-superoffice/superoffice/internal/xmlwire"
)

// settings are what both levels of options may set; a call starts from a copy
// of its client's.
type settings struct {
	language       string
	acceptLanguage string
	culture        string
	zone           string
	appToken       string
	contentType    MediaType
	accept         []MediaType
	xmlNamespace   string
	further        map[string]string // by canonical name
	timeout        time.Duration
}

const (
	defaultZone    = "UTC"
	defaultTimeout = 30 * time.Second
)

// callOptions are the settings of one call.
type callOptions struct {
	settings

	changed     bool // the settings are not the client's
	selected    []string
	rawSelect   string
	allowUpdate bool
	atLeastOnce bool
	response    *Response
}

// setNamespace refuses what no attribute of a document can carry.
func setNamespace(to *string, uri string) error {
	if !utf8.ValidString(uri) || strings.ContainsFunc(uri, func(r rune) bool { return r <= ' ' || !xmlwire.IsText(r) }) {
		return errors.New("WithXMLNamespace: the URI has a space or a character that XML cannot carry")
	}
	*to = uri
	return nil
}

func setHeader(to *string, option, value string) error {
	if !isHeaderValue(value) {
		return fmt.Errorf("%s: the value has a line break, space at its ends or another character that a header cannot carry; remove it", option)
	}
	*to = value
	return nil
}

// reserved headers belong to the transport, the authentication or an option.
var reserved = map[string]string{
	"Authorization":     "the Auth given to New",
	"Cookie":            "XSRF or a cookie jar",
	"X-Xsrf-Token":      "XSRF",
	"So-Language":       "WithLanguage",
	"So-Culture":        "WithCulture",
	"So-Timezone":       "WithTimeZone",
	"So-Apptoken":       "WithAppToken",
	"User-Agent":        "WithUserAgent",
	"Host":              "",
	"Transfer-Encoding": "",
	"Connection":        "",
	"Keep-Alive":        "",
	"Te":                "",
	"Trailer":           "",
	"Upgrade":           "",
	"Expect":            "",
	"Idempotency-Key":   "", "X-Idempotency-Key": "",
}

func (s *settings) setFurther(name, value string) error {
	if !isHeaderName(name) {
		return fmt.Errorf("WithHeader: %q is not a header name", name)
	}
	name = http.CanonicalHeaderKey(name)
	instead, refused := reserved[name]
	for prefix, option := range map[string]string{"Content-": "WithContentType", "Accept": "WithAccept or WithAcceptLanguage", "Proxy-": "WithHTTPClient"} {
		if strings.HasPrefix(name, prefix) {
			instead, refused = option, true
		}
	}
	if refused {
		if instead != "" {
			return fmt.Errorf("WithHeader: %s is not accepted; use %s", name, instead)
		}
		return fmt.Errorf("WithHeader: %s is not accepted; leave it out", name)
	}
	if !isHeaderValue(value) {
		return fmt.Errorf("WithHeader: the value of %s has a line break, space at its ends or another character that a header cannot carry; remove it", name)
	}
	// A copy, since the map may be the client's.
	further := maps.Clone(s.further)
	if further == nil {
		further = map[string]string{}
	}
	further[name] = value
	if value == "" {
		delete(further, name)
	}
	s.further = further
	return nil
}

// check holds the rules that span options.
func (s *settings) check() error {
	if s.culture != "" && s.language == "" && s.acceptLanguage == "" {
		return fmt.Errorf("WithCulture(%q): the server ignores a culture without a language; add WithLanguage or WithAcceptLanguage", s.culture)
	}
	return nil
}

// header is the header of a request without its credential.
func (s *settings) header(userAgent string, hasBody bool) http.Header {
	h := make(http.Header, 12+len(s.further))
	for name, value := range s.further {
		h[name] = []string{value}
	}
	set := func(name, value string) {
		if value != "" {
			h[name] = []string{value}
		}
	}
	set("User-Agent", userAgent)
	if hasBody {
		set("Content-Type", s.contentType.contentType())
	}
	set("Accept", acceptHeader(s.accept))
	set("Accept-Language", s.acceptLanguage)
	set("So-Language", s.language)
	set("So-Culture", s.culture)
	set("So-Apptoken", s.appToken)
	if s.zone != "" {
		set("So-Timezone", s.zone+", includeTZOffset")
	}
	return h
}

func (s *settings) attemptTimeout() time.Duration {
	if s.timeout == 0 {
		return defaultTimeout
	}
	return s.timeout
}

// isHeaderValue tells whether net/http sends the value as it is: visible
// characters, inner spaces and tabs, and no space at the ends, which a reader
// strips.
func isHeaderValue(v string) bool {
	for i := range len(v) {
		if c := v[i]; c < ' ' && c != '\t' || c == 0x7f {
			return false
		}
	}
	return strings.TrimSpace(v) == v
}

func isHeaderName(name string) bool {
	const symbols = "!#$%&'*+-.^_`|~"
	for i := range len(name) {
		c := name[i]
		alphanumeric := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		if !alphanumeric && !strings.ContainsRune(symbols, rune(c)) {
			return false
		}
	}
	return name != ""
}
