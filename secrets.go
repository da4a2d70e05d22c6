package superoffice

import "strings"

// secrets are values that must not show up in any text. A server may repeat a
// credential in its message, and a transport may quote it in an error.
type secrets []string

// shortestSecret keeps a one-letter password from eating up the text.
const shortestSecret = 4

func (s secrets) remove(text string) string {
	for _, secret := range s {
		if len(secret) >= shortestSecret {
			text = strings.ReplaceAll(text, secret, redacted)
		}
	}
	return text
}
