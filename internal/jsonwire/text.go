package jsonwire

import (
	"bytes"
	"math/bits"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// plain tells that a byte stands for itself in a JSON string: ASCII without
// controls, quote and backslash.
func plain(c byte) bool { return c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' }

// special gives a mask of eight bytes, low byte first: the lowest byte that is
// not plain has its top bit set, all below it are zero; 0 when all are plain.
func special(w uint64) uint64 {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	quote, slash := w^ones*'"', w^ones*'\\'
	return (w | (w-ones*' ')&^w | (quote-ones)&^quote | (slash-ones)&^slash) & tops
}

// letters are read and written by the same rules.
type letters interface{ ~string | ~[]byte }

// load gives eight bytes of s from i on, low byte first. The compiler makes one
// load of it.
func load[T letters](s T, i int) uint64 {
	_ = s[i+7]
	return uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
		uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
}

// plainEnd gives the place of the first byte from i on that is not plain.
func plainEnd[T letters](s T, i int) int {
	for i <= len(s)-8 {
		if m := special(load(s, i)); m != 0 {
			return i + bits.TrailingZeros64(m)/8
		}
		i += 8
	}
	for i < len(s) && plain(s[i]) {
		i++
	}
	return i
}

// allPlain tells that every byte of s is plain, with loads that overlap at the end.
func allPlain(s string) bool {
	n := len(s)
	switch {
	case n >= 8:
		for i := 0; i < n-8; i += 8 {
			if special(load(s, i)) != 0 {
				return false
			}
		}
		return special(load(s, n-8)) == 0
	case n >= 4:
		return special(load4(s, 0)|load4(s, n-4)<<32) == 0
	case n > 0:
		const blank = 0x2020202020000000
		return special(blank|uint64(s[0])|uint64(s[n/2])<<8|uint64(s[n-1])<<16) == 0
	}
	return true
}

func load4(s string, i int) uint64 {
	_ = s[i+3]
	return uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24
}

// pieceSize bounds the memory that one string can keep from being freed.
const pieceSize = 4 << 10

// Keep copies a string out of the text, behind the one kept before. Strings are
// about a quarter of a usual body.
func (r *Reader) Keep(s []byte) string {
	if len(s) == 0 {
		return ""
	}
	if r.kept.Cap()-r.kept.Len() < len(s) {
		size := min(64+(len(r.text)-r.pos)/4, pieceSize)
		if len(s) > size/8 {
			return string(s) // so that no more than that of a piece is left unused
		}
		r.kept.Reset()
		r.kept.Grow(size)
	}
	start := r.kept.Len()
	r.kept.Write(s)
	return r.kept.String()[start:]
}

// Text reads a string.
func (r *Reader) Text() string { return r.Keep(r.Bytes()) }

// Bytes reads a string that is of use only until the text changes.
func (r *Reader) Bytes() []byte {
	s, start := r.text, r.pos+1
	if r.err != nil || start > len(s) || s[start-1] != '"' {
		if !r.Null() {
			r.mismatch("a string")
		}
		return nil
	}
	i := plainEnd(s, start)
	if i < len(s) && s[i] == '"' {
		r.pos = i + 1
		return s[start:i]
	}
	return r.textRest(start, i)
}

// textRest reads on from the first byte at i that is not plain.
func (r *Reader) textRest(start, i int) []byte {
	s := r.text
	var ascii, escaped bool
	if i, ascii, escaped = r.closing(i); i < 0 {
		return nil
	}
	r.pos = i + 1
	raw := s[start:i]
	if !ascii && !utf8.Valid(raw) {
		r.failAt(start, notUTF8)
		return nil
	}
	if !escaped {
		return raw
	}
	return unescape(raw)
}

// skipText reads past a string and checks it.
func (r *Reader) skipText() {
	start := r.pos + 1
	end, ascii, _ := r.closing(start)
	if end < 0 {
		return
	}
	r.pos = end + 1
	if !ascii && !utf8.Valid(r.text[start:end]) {
		r.failAt(start, notUTF8)
	}
}

// closing finds the quote that ends a string and checks its escapes.
// It gives -1 after a failure.
func (r *Reader) closing(i int) (end int, ascii, escaped bool) {
	s := r.text
	ascii = true
	for {
		if i = plainEnd(s, i); i >= len(s) {
			r.failAt(len(s), "the string has no end")
			return -1, false, false
		}
		switch c := s[i]; {
		case c == '"':
			return i, ascii, escaped
		case c >= utf8.RuneSelf:
			ascii = false
			i++
		case c == '\\':
			n := escapeLen(s[i:])
			if n == 0 {
				r.failAt(i, "an escape that JSON does not have")
				return -1, false, false
			}
			escaped = true
			i += n
		default:
			r.failAt(i, "a control character in a string")
			return -1, false, false
		}
	}
}

// escapeLen gives the length of the escape that s starts with, 0 when it is none.
func escapeLen(s []byte) int {
	if len(s) < 2 {
		return 0
	}
	switch s[1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2
	case 'u':
		if _, ok := hex4(s); ok {
			return 6
		}
	}
	return 0
}

// hex4 gives the code unit of the escape \uXXXX that s starts with.
func hex4(s []byte) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(s[2:6]), 16, 16)
	return rune(n), err == nil
}

// unescape resolves the escapes of a string that closing has checked.
func unescape(s []byte) []byte {
	b := make([]byte, 0, len(s))
	for i := 0; ; {
		n := bytes.IndexByte(s[i:], '\\')
		if n < 0 {
			return append(b, s[i:]...)
		}
		b = append(b, s[i:i+n]...)
		i += n
		switch c := s[i+1]; c {
		case 'b':
			b = append(b, '\b')
		case 'f':
			b = append(b, '\f')
		case 'n':
			b = append(b, '\n')
		case 'r':
			b = append(b, '\r')
		case 't':
			b = append(b, '\t')
		case 'u':
			u, _ := hex4(s[i:])
			i += 6
			if utf16.IsSurrogate(u) {
				low, _ := hex4(s[i:])
				if u = utf16.DecodeRune(u, low); u != utf8.RuneError {
					i += 6
				}
			}
			b = utf8.AppendRune(b, u)
			continue
		default:
			b = append(b, c)
		}
		i += 2
	}
}
