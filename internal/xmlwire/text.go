package xmlwire

import (
	"strings"
	"unicode/utf8"
)

// text writes character data, which also fits an attribute in double quotes.
func (e *encoder) text(s string, at *path) error {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			return fault(at, "invalid UTF-8")
		case !IsText(r):
			return fault(at, "XML cannot carry the character %U", r)
		case r == '<':
			e.out.WriteString("&lt;")
		case r == '>':
			e.out.WriteString("&gt;")
		case r == '&':
			e.out.WriteString("&amp;")
		case r == '"':
			e.out.WriteString("&quot;")
		case r == '\r':
			// A bare one would be read as a line feed.
			e.out.WriteString("&#xD;")
		default:
			e.out.WriteString(s[i : i+size])
		}
		i += size
	}
	return nil
}

// elementName is the name of the element for a member.
func elementName(name string, at *path) (string, error) {
	if name == "" {
		return "", fault(at, "XML cannot carry a member without a name")
	}
	for _, r := range name {
		if !IsText(r) {
			return "", fault(at, "XML cannot carry the character %U in a name", r)
		}
	}
	return encodeName(name), nil
}

// flagNames splits a set of flags, whose names stand apart by commas in JSON and
// by spaces in DataContract's XML.
func flagNames(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return r == ',' || isSpace(r)
	})
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }

// trim takes off what XML calls white space.
func trim(text string) string { return strings.TrimFunc(text, isSpace) }

// appendJSON appends text as a JSON string. XML text holds no control characters
// but the three escaped here, and is valid UTF-8.
func appendJSON(out []byte, text string) []byte {
	out = append(out, '"')
	for i := range len(text) {
		switch c := text[i]; c {
		case '"', '\\':
			out = append(out, '\\', c)
		case '\n':
			out = append(out, '\\', 'n')
		case '\r':
			out = append(out, '\\', 'r')
		case '\t':
			out = append(out, '\\', 't')
		default:
			out = append(out, c)
		}
	}
	return append(out, '"')
}
