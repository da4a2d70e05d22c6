package superoffice

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"html"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/go-superoffice/superoffice/internal/veil"
)

// secrets are values that must not show up in any text. A server may repeat a
// credential in its message, and a transport may quote it in an error.
type secrets []string

const (
	// shortestSecret keeps a one-letter password from eating up the text.
	shortestSecret = 4
	// shortestKey is the length from which the value of a further header may be
	// a key of a gateway rather than a word.
	shortestKey = 8
)

// remove takes the secrets out of a text, also in the forms that a server gives
// them when it repeats a body or an address.
func (s secrets) remove(text string) string {
	for _, form := range s.forms() {
		text = strings.ReplaceAll(text, form, redacted)
	}
	return text
}

// forms are the spellings of the secrets, the longest first: one may hold
// another, which must not break it up.
func (s secrets) forms() []string {
	var out []string
	for _, secret := range s {
		if len(secret) < shortestSecret {
			continue
		}
		quotedSecret, _ := json.Marshal(secret) //nolint:errchkjson // a string
		out = append(out, secret, oneLine(secret), string(quotedSecret[1:len(quotedSecret)-1]), strings.Trim(strconv.Quote(secret), `"`),
			url.QueryEscape(secret), url.PathEscape(secret), html.EscapeString(secret), base64.StdEncoding.EncodeToString([]byte(secret)))
	}
	out = slices.DeleteFunc(out, func(form string) bool { return len(form) < shortestSecret })
	slices.SortFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
}

// hide returns err with the secrets taken out of its text. What is inside is
// found by [errors.Is] and [errors.As], and not by unwrapping, since its text
// is what it was.
func (s secrets) hide(err error) error {
	if err == nil {
		return nil
	}
	text := err.Error()
	if clean := s.remove(text); clean != text {
		return hiddenError{clean, veil.Over(&err)}
	}
	return err
}

type hiddenError struct {
	text  string
	cause veil.Value[error]
}

func (h hiddenError) Error() string        { return h.text }
func (h hiddenError) Is(target error) bool { return errors.Is(*h.cause.Get(), target) }
func (h hiddenError) As(target any) bool   { return errors.As(*h.cause.Get(), target) }

// unquoted keeps out of an error's text what it quotes: a URL with its query, or
// bytes that the server sent.
type unquoted struct{ error }

var quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"?`)

func (u unquoted) Error() string { return quoted.ReplaceAllString(u.error.Error(), `"…"`) }
func (u unquoted) Unwrap() error { return u.error }
