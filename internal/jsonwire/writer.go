package jsonwire

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Writer writes one JSON text. Its methods append to a buffer that the caller
// hands on from call to call, which lets it live on the stack: see [Room].
//
// Members, elements and entries end with a comma that the closing bracket
// replaces. A key is the ready text `"Name":`, or `"Name":"` before a string.
type Writer struct {
	err *Error
}

// Room is the size of a buffer that most bodies fit in. A buffer of this size
// on the caller's stack makes a body cost one allocation, of its own size.
const Room = 8 << 10

// Result gives a copy of the text, or the first failure, as End.
func (w *Writer) Result(b []byte, name string) ([]byte, error) {
	b, err := w.End(nil, b, name)
	return slices.Clone(b), err
}

// End gives b, or what there was before and the first failure. The path of the
// error begins with the name of the value, unless that is empty.
func (w *Writer) End(before, b []byte, name string) ([]byte, error) {
	if w.err != nil {
		return before, w.err.of(name)
	}
	return b, nil
}

// Close ends an object or array, which the caller began by appending '{' or '['.
func Close(b []byte, bracket byte) []byte {
	if last := len(b) - 1; b[last] == ',' {
		b[last] = bracket
		return b
	}
	return append(b, bracket)
}

// Fine tells that nothing failed so far. Whoever writes a value of several parts
// asks before it, since Leave takes a failure for one of that value.
func (w *Writer) Fine() bool { return w.err == nil }

// Leave ends a member with a value of several parts.
func (w *Writer) Leave(b []byte, key string) []byte {
	if w.err != nil {
		w.err.within(nameOf(key))
	}
	return append(b, ',')
}

// LeaveElement ends the element at an index.
func (w *Writer) LeaveElement(b []byte, index int) []byte {
	if w.err != nil {
		w.err.within(indexed(index))
	}
	return append(roomy(b), ',')
}

// roomy doubles a buffer that is nearly full. Long lists would otherwise be
// copied more often, since append grows large slices by a quarter.
func roomy(b []byte) []byte {
	const little = 512
	if cap(b)-len(b) < little {
		return slices.Grow(b, cap(b)+little)
	}
	return b
}

// Entry begins an entry with a free name.
func (w *Writer) Entry(b []byte, name string) []byte {
	return append(w.text(b, name), ':')
}

// LeaveEntry ends the entry, whose name may be what failed.
func (w *Writer) LeaveEntry(b []byte, name string) []byte {
	if w.err != nil {
		w.err.within(keyed(name))
	}
	return append(roomy(b), ',')
}

// True writes a member that is true.
func True(b []byte, key string) []byte {
	return append(append(b, key...), "true,"...)
}

// Int32 writes a member that is a whole number.
func Int32(b []byte, key string, n int32) []byte {
	b = append(b, key...)
	switch { // most numbers are short ids
	case n < 0 || n > 999:
	case n > 99:
		return append(b, byte('0'+n/100), byte('0'+n/10%10), byte('0'+n%10), ',')
	case n > 9:
		return append(b, byte('0'+n/10), byte('0'+n%10), ',')
	default:
		return append(b, byte('0'+n), ',')
	}
	return append(strconv.AppendInt(b, int64(n), 10), ',')
}

// Float64 writes a member that is a number. JSON has no NaN and no infinity.
func (w *Writer) Float64(b []byte, key string, f float64) []byte {
	abs := math.Abs(f)
	if !(abs <= math.MaxFloat64) {
		w.fail(nameOf(key), "a number that JSON cannot write: "+strconv.FormatFloat(f, 'g', -1, 64), nil)
		return b
	}
	format := byte('f')
	if abs < 1e-6 || abs >= 1e21 {
		format = 'e'
	}
	return append(strconv.AppendFloat(append(b, key...), f, format, -1, 64), ',')
}

// Text writes a member that is a string, which must be UTF-8.
func (w *Writer) Text(b []byte, key, s string) []byte {
	b = append(b, key...)
	if allPlain(s) {
		b = append(b, s...)
		return append(b, '"', ',')
	}
	b, ok := appendEscaped(b, s)
	if !ok {
		w.fail(nameOf(key), notUTF8, nil)
	}
	return append(b, '"', ',')
}

// Members writes members that Reader.Unknown gave.
func Members(b []byte, members string) []byte {
	if members == "" {
		return b
	}
	return append(append(b, members...), ',')
}

// TextMap writes an object of strings in the order of their names.
func (w *Writer) TextMap(b []byte, m map[string]string) []byte {
	b = append(b, '{')
	var few [8]string
	for _, name := range SortedKeys(few[:0], m) {
		if !w.Fine() {
			break
		}
		b = w.Entry(b, name)
		b = w.text(b, m[name])
		b = w.LeaveEntry(b, name)
	}
	return Close(b, '}')
}

// Fail records that the value of a member cannot be written.
func (w *Writer) Fail(key string, err error) { w.fail(nameOf(key), err.Error(), err) }

func (w *Writer) fail(name, reason string, err error) {
	if w.err == nil {
		w.err = &Error{Path: name, Offset: -1, Reason: reason, Err: err}
	}
}

const notUTF8 = "a string that is not UTF-8"

// text writes a string without a name.
func (w *Writer) text(b []byte, s string) []byte {
	b, ok := appendEscaped(append(b, '"'), s)
	if !ok {
		w.fail("", notUTF8, nil)
	}
	return append(b, '"')
}

// appendEscaped writes the inside of a string. It gives false for one that is
// not UTF-8.
func appendEscaped(b []byte, s string) ([]byte, bool) {
	for i := 0; ; {
		end := plainEnd(s, i)
		b = append(b, s[i:end]...)
		if i = end; i == len(s) {
			return b, true
		}
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 {
				return b, false
			}
			b = append(b, s[i:i+n]...)
			i += n - 1
		case c == '"', c == '\\':
			b = append(b, '\\', c)
		case c == '\n':
			b = append(b, `\n`...)
		case c == '\r':
			b = append(b, `\r`...)
		case c == '\t':
			b = append(b, `\t`...)
		default:
			const hex = "0123456789abcdef"
			b = append(b, `\u00`...)
			b = append(b, hex[c>>4], hex[c&15])
		}
		i++
	}
}

// nameOf gives the name in a key.
func nameOf(key string) string {
	name, _, _ := strings.Cut(key[1:], `"`)
	return name
}
