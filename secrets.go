package superoffice

import (
	"regexp"
	"strings"
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

func (s *secrets) remove(text string) string {
	if s == nil {
		return text
	}
	for _, secret := range *s {
		if len(secret) >= shortestSecret {
			text = strings.ReplaceAll(text, secret, redacted)
		}
	}
	return text
}

// unquoted keeps out of an error's text what it quotes: a URL with its query, or
// bytes that the server sent.
type unquoted struct{ error }

var quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"?`)

func (u unquoted) Error() string { return quoted.ReplaceAllString(u.error.Error(), `"…"`) }
func (u unquoted) Unwrap() error { return u.error }
