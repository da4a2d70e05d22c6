package loginhost

import (
	"encoding/base64"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	maxWords = 300
	hidden   = "[redacted]"
)

// Words makes what a server said fit for an error: one line, not long, and
// without the secrets that it may have echoed, also when it encoded them.
func Words(text string, secrets ...string) string {
	text = strings.Join(strings.FieldsFunc(strings.ToValidUTF8(text, " "), func(r rune) bool {
		return unicode.IsSpace(r) || !unicode.IsPrint(r)
	}), " ")
	for _, secret := range secrets {
		if len(secret) < 4 { // would blot out the sentence and hide nothing
			continue
		}
		for _, form := range []string{
			secret,
			url.QueryEscape(secret),
			url.PathEscape(secret),
			base64.StdEncoding.EncodeToString([]byte(secret)),
		} {
			text = strings.ReplaceAll(text, form, hidden)
		}
	}
	if utf8.RuneCountInString(text) > maxWords {
		text = string([]rune(text)[:maxWords]) + "…"
	}
	return text
}
