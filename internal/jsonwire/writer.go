package jsonwire

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// Writer writes one JSON text. Members, elements and entries end with a comma
// that the closing bracket replaces. A key is the ready text `"Name":`.
type Writer struct {
	buf []byte
	err *Error
}

// NewWriter gives a writer with room for size bytes.
func NewWriter(size int) Writer { return Writer{buf: make([]byte, 0, size)} }

// Result gives the text, or the first failure.
func (w *Writer) Result() ([]byte, error) {
	if w.err != nil {
		return nil, w.err
	}
	return w.buf, nil
}

// OpenObject begins an object.
func (w *Writer) OpenObject() { w.buf = append(w.buf, '{') }

// CloseObject ends it.
func (w *Writer) CloseObject() { w.end('}') }

// OpenArray begins an array.
func (w *Writer) OpenArray() { w.buf = append(w.buf, '[') }

// CloseArray ends it.
func (w *Writer) CloseArray() { w.end(']') }

func (w *Writer) end(bracket byte) {
	if last := len(w.buf) - 1; w.buf[last] == ',' {
		w.buf[last] = bracket
	} else {
		w.buf = append(w.buf, bracket)
	}
}

// Enter begins a member with a value of several parts. It gives false after a
// failure; after true, Leave follows the value.
func (w *Writer) Enter(key string) bool {
	w.buf = append(w.buf, key...)
	return w.err == nil
}

// Leave ends the member that Enter began.
func (w *Writer) Leave(key string) {
	w.buf = append(w.buf, ',')
	if w.err != nil {
		w.err.within(nameOf(key))
	}
}

// EnterElement begins an element, as Enter.
func (w *Writer) EnterElement() bool { return w.err == nil }

// LeaveElement ends the element at an index.
func (w *Writer) LeaveElement(index int) {
	w.buf = append(w.buf, ',')
	if w.err != nil {
		w.err.within(indexed(index))
	}
}

// EnterEntry begins an entry with a free name, as Enter.
func (w *Writer) EnterEntry(name string) bool {
	if w.err != nil {
		return false
	}
	w.text(name)
	w.buf = append(w.buf, ':')
	if w.err != nil {
		w.err.within(keyed(name))
		return false
	}
	return true
}

// LeaveEntry ends the entry.
func (w *Writer) LeaveEntry(name string) {
	w.buf = append(w.buf, ',')
	if w.err != nil {
		w.err.within(keyed(name))
	}
}

// Null writes a null.
func (w *Writer) Null() { w.buf = append(w.buf, "null"...) }

// True writes a member that is true.
func (w *Writer) True(key string) {
	w.buf = append(append(w.buf, key...), "true,"...)
}

// Int32 writes a member that is a whole number.
func (w *Writer) Int32(key string, n int32) {
	w.buf = append(strconv.AppendInt(append(w.buf, key...), int64(n), 10), ',')
}

// Float64 writes a member that is a number. JSON has no NaN and no infinity.
func (w *Writer) Float64(key string, f float64) {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		w.Fail(key, &Error{Offset: -1, Reason: "a number that JSON cannot write: " + strconv.FormatFloat(f, 'g', -1, 64)})
		return
	}
	format := byte('f')
	if abs := math.Abs(f); abs < 1e-6 || abs >= 1e21 {
		format = 'e'
	}
	w.buf = append(strconv.AppendFloat(append(w.buf, key...), f, format, -1, 64), ',')
}

// Text writes a member that is a string, which must be UTF-8.
func (w *Writer) Text(key, s string) {
	w.buf = append(w.buf, key...)
	if !w.text(s) && w.err.Path == "" {
		w.err.within(nameOf(key))
	}
	w.buf = append(w.buf, ',')
}

// Members writes members that Reader.Unknown gave.
func (w *Writer) Members(members string) {
	if members != "" {
		w.buf = append(append(w.buf, members...), ',')
	}
}

// TextMap writes an object of strings in the order of their names.
func (w *Writer) TextMap(m map[string]string) {
	w.OpenObject()
	var few [8]string
	for _, name := range SortedKeys(few[:0], m) {
		if !w.EnterEntry(name) {
			break
		}
		w.text(m[name])
		w.LeaveEntry(name)
	}
	w.CloseObject()
}

// Begin writes a key and gives the buffer, for a caller who appends the value
// and hands it to End.
func (w *Writer) Begin(key string) []byte { return append(w.buf, key...) }

// End takes the buffer back behind a value.
func (w *Writer) End(buf []byte) { w.buf = append(buf, ',') }

// Fail records that the value of a member cannot be written.
func (w *Writer) Fail(key string, err error) {
	if w.err == nil {
		w.err = &Error{Path: nameOf(key), Offset: -1, Reason: err.Error(), Err: err}
	}
}

// text writes a string and tells whether it could.
func (w *Writer) text(s string) bool {
	b := append(w.buf, '"')
	for i := range len(s) {
		if !plain[s[i]] {
			return w.textRest(b, s, i)
		}
	}
	w.buf = append(append(b, s...), '"')
	return true
}

// textRest writes a string whose byte at i is the first that is not plain.
func (w *Writer) textRest(b []byte, s string, i int) bool {
	b = append(b, s[:i]...)
	for i < len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 {
				if w.err == nil {
					w.err = &Error{Offset: -1, Reason: "a string that is not UTF-8"}
				}
				return false
			}
			b = append(b, s[i:i+n]...)
			i += n
			continue
		}
		i++
		switch {
		case plain[c]:
			b = append(b, c)
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
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
	}
	w.buf = append(b, '"')
	return true
}

// nameOf gives the name in a key.
func nameOf(key string) string { return key[1 : len(key)-2] }
