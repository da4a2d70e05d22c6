package jsonwire

import (
	"math"
	"strconv"
)

// Int32 reads a whole number.
func (r *Reader) Int32() int32 {
	s, i := r.text, r.pos
	if r.err != nil || i >= len(s) {
		r.mismatch("a whole number")
		return 0
	}
	negative := s[i] == '-'
	if negative {
		i++
	}
	start, n := i, int64(0)
	for i < len(s) && s[i]-'0' <= 9 && n <= math.MaxInt32 {
		n = n*10 + int64(s[i]-'0')
		i++
	}
	if i == start || i < len(s) && continues[s[i]] || s[start] == '0' && i > start+1 {
		r.notInt32()
		return 0
	}
	if negative {
		n = -n
	}
	if n != int64(int32(n)) {
		r.unfit("a number outside of 32 bits")
		return 0
	}
	r.pos = i
	return int32(n)
}

// continues marks the bytes that go on with a number behind its whole part.
var continues = [256]bool{
	'0': true, '1': true, '2': true, '3': true, '4': true,
	'5': true, '6': true, '7': true, '8': true, '9': true,
	'.': true, 'e': true, 'E': true,
}

// notInt32 reads null or says why the value is no whole number.
func (r *Reader) notInt32() {
	switch c := r.peek(); {
	case c == 'n':
		r.literal("null")
	case c != '-' && (c < '0' || c > '9'):
		r.mismatch("a whole number")
	default:
		switch text, whole := r.number(); {
		case text == nil:
		case whole:
			r.unfit("a number outside of 32 bits")
		default:
			r.unfit("want a whole number, found a fraction or an exponent")
		}
	}
}

// Float64 reads a number.
func (r *Reader) Float64() float64 {
	if c := r.peek(); c != '-' && (c < '0' || c > '9') {
		if !r.Null() {
			r.mismatch("a number")
		}
		return 0
	}
	text, _ := r.number()
	if text == nil {
		return 0
	}
	f, err := strconv.ParseFloat(string(text), 64)
	if err != nil {
		r.unfit("a number outside of 64-bit floating point")
		return 0
	}
	return f
}

// NameOrNumber reads the value of an enumeration or flag set: a string as
// Bytes gives it, or a bare number.
func (r *Reader) NameOrNumber() (name []byte, number int32, isNumber bool) {
	switch c := r.peek(); {
	case c == '"':
		return r.Bytes(), 0, false
	case c == '-', c >= '0' && c <= '9':
		number = r.Int32()
		return nil, number, r.err == nil
	default:
		if !r.Null() {
			r.mismatch("a name or a number")
		}
		return nil, 0, false
	}
}

// WholeNumber reads a string that is a number and nothing else.
func WholeNumber(s []byte) (int32, bool) {
	if len(s) == 0 || s[0] > '9' || s[0] < '0' && s[0] != '-' {
		return 0, false
	}
	n, err := strconv.ParseInt(string(s), 10, 32)
	return int32(n), err == nil
}

// number reads past a number and gives its text, nil after a failure.
func (r *Reader) number() (text []byte, whole bool) {
	s, i := r.text, r.pos
	whole = true
	if i < len(s) && s[i] == '-' {
		i++
	}
	switch {
	case i < len(s) && s[i] == '0':
		i++
	default:
		i = digits(s, i)
	}
	if i >= 0 && i < len(s) && s[i] == '.' {
		whole = false
		i = digits(s, i+1)
	}
	if i >= 0 && i < len(s) && s[i]|0x20 == 'e' {
		whole = false
		i++
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		i = digits(s, i)
	}
	if i < 0 || i < len(s) && continues[s[i]] {
		r.fail("a number that is not written as JSON asks")
		return nil, false
	}
	text = s[r.pos:i]
	r.pos = i
	return text, whole
}

// digits gives the place behind one or more digits, -1 when there are none.
func digits(s []byte, i int) int {
	start := i
	for i < len(s) && s[i]-'0' <= 9 {
		i++
	}
	if i == start {
		return -1
	}
	return i
}
