package xmlwire

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// encodeName makes any text the local name of an element, the way .NET's
// XmlConvert.EncodeLocalName does: what a name may not hold is written _xHHHH_,
// and an underscore that would read as the start of such an escape is escaped.
// Letters beyond Latin-1 are escaped too: which of them are letters depends on
// the edition of XML that a reader follows.
func encodeName(name string) string {
	if isPlainName(name) {
		return name
	}
	var b strings.Builder
	for i, r := range name {
		_, _, escape := cutEscape(name[i:])
		switch {
		case !escape && isNameRune(r, i == 0):
			b.WriteRune(r)
		case r > 0xFFFF:
			fmt.Fprintf(&b, "_x%08X_", r)
		default:
			fmt.Fprintf(&b, "_x%04X_", r)
		}
	}
	return b.String()
}

// decodeName undoes encodeName. An escape of something that XML text cannot hold
// stays as it is written.
func decodeName(name string) string {
	if !strings.Contains(name, "_x") && !strings.Contains(name, "_X") {
		return name
	}
	var b strings.Builder
	for name != "" {
		if r, size, ok := cutEscape(name); ok && IsText(r) {
			b.WriteRune(r)
			name = name[size:]
			continue
		}
		_, size := utf8.DecodeRuneInString(name)
		b.WriteString(name[:size])
		name = name[size:]
	}
	return b.String()
}

// cutEscape reads an escape with four or eight digits at the start of s.
func cutEscape(s string) (r rune, size int, ok bool) {
	if len(s) < 2 || s[0] != '_' || s[1]|0x20 != 'x' {
		return 0, 0, false
	}
	digits, _, closed := strings.Cut(s[2:min(len(s), 11)], "_")
	if !closed || len(digits) != 4 && len(digits) != 8 {
		return 0, 0, false
	}
	code, err := strconv.ParseUint(digits, 16, 32)
	if err != nil {
		return 0, 0, false
	}
	if code > utf8.MaxRune {
		return -1, len(digits) + 3, true
	}
	return rune(code), len(digits) + 3, true
}

func isPlainName(name string) bool {
	for i := range len(name) {
		if !isNameRune(rune(name[i]), i == 0) || name[i] >= utf8.RuneSelf || name[i] == '_' && i+1 < len(name) && name[i+1]|0x20 == 'x' {
			return false
		}
	}
	return name != ""
}

func isNameRune(r rune, first bool) bool {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r == '_':
		return true
	case r >= 0xC0 && r <= 0xFF && r != 0xD7 && r != 0xF7:
		return true
	case r >= '0' && r <= '9', r == '-', r == '.':
		return !first
	default:
		return false
	}
}

// IsText reports whether XML 1.0 can carry r at all, escaped or not.
func IsText(r rune) bool {
	switch {
	case r == '\t', r == '\n', r == '\r':
		return true
	case r < ' ', r == 0xFFFE, r == 0xFFFF, r >= 0xD800 && r <= 0xDFFF:
		return false
	default:
		return r <= utf8.MaxRune
	}
}

// foldASCII lowers A to Z only: other letters have no case here.
func foldASCII(name string) string {
	for i := range len(name) {
		if name[i] >= 'A' && name[i] <= 'Z' {
			lower := []byte(name)
			for j, c := range lower[i:] {
				if c >= 'A' && c <= 'Z' {
					lower[i+j] = c | 0x20
				}
			}
			return string(lower)
		}
	}
	return name
}
