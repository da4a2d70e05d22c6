// Package jsonwire reads and writes the JSON of the carriers in package models.
//
// It is the small runtime under the code that internal/gencodec generates. A
// [Reader] walks one text and copies the strings it hands out side by side into
// a few pieces of memory, so that a body costs few allocations and keeps nothing
// but its strings. A [Writer] appends to one buffer. Both keep their first
// failure: callers read or write on and ask once at the end, and the path to the
// fault is put together while the calls return.
//
// What is read is checked as strictly as RFC 8259 asks, unknown members
// included. Three readings are lenient: a member name that matches no known
// name exactly may match one in another case, of duplicate members the last
// counts, and a lone surrogate escape becomes U+FFFD. Raw bytes that are not
// UTF-8 are an error.
package jsonwire

import (
	"strconv"
	"strings"
)

// MaxDepth is the number of nested objects and arrays a text may have.
const MaxDepth = 500

// Reader reads one JSON text. Every reading method starts at a value, leaves
// the reader behind it, and gives the zero value for null and after a failure.
type Reader struct {
	text  []byte
	pos   int
	depth int
	err   *Error
	kept  strings.Builder // see Keep
	// spans holds the unknown members of the objects being read, innermost last.
	spans []span
}

// NewReader gives a reader at the start of the value in text, which must stay as
// it is until the reading ends. What was read shares no memory with it.
func NewReader(text []byte) Reader {
	return Reader{text: text, pos: space(text, 0)}
}

// End reports the first failure, or text behind the value. The path of the error
// begins with the name of the value, unless that is empty.
func (r *Reader) End(name string) error {
	if r.err == nil {
		if r.pos = space(r.text, r.pos); r.pos < len(r.text) {
			r.fail("text after the end of the value")
		}
	}
	return r.err.of(name)
}

// Null reads a null if there is one, and tells whether it did.
func (r *Reader) Null() bool {
	if r.peek() != 'n' || !r.literal("null") {
		return false
	}
	return true
}

// Bool reads true or false.
func (r *Reader) Bool() bool {
	switch r.peek() {
	case 't':
		return r.literal("true")
	case 'f':
		r.literal("false")
	case 'n':
		r.literal("null")
	default:
		r.mismatch("true or false")
	}
	return false
}

// Fail records that the value just read means nothing, for a cause the caller found.
func (r *Reader) Fail(err error) {
	if r.err == nil {
		r.err = &Error{Offset: -1, Reason: err.Error(), Err: err}
	}
}

// peek gives the byte at the reader, 0 at the end or after a failure.
func (r *Reader) peek() byte {
	if r.pos < len(r.text) && r.err == nil {
		return r.text[r.pos]
	}
	return 0
}

func (r *Reader) literal(word string) bool {
	end := r.pos + len(word)
	if end > len(r.text) || string(r.text[r.pos:end]) != word {
		r.fail("want " + word)
		return false
	}
	r.pos = end
	return true
}

// descend enters an object or array.
func (r *Reader) descend() bool {
	r.depth++
	if r.depth > MaxDepth {
		r.unfit("nested deeper than " + strconv.Itoa(MaxDepth) + " levels")
		return false
	}
	r.pos++
	return true
}

func (r *Reader) fail(reason string) { r.failAt(r.pos, reason) }

func (r *Reader) failAt(pos int, reason string) {
	if r.err == nil {
		r.err = &Error{Offset: pos, Reason: reason}
	}
}

// unfit fails because of a value that is JSON and does not suit its place.
func (r *Reader) unfit(reason string) { r.failAt(-1, reason) }

// mismatch fails because another kind of value stands here, or none.
func (r *Reader) mismatch(want string) {
	want = "want " + want + ", found "
	if r.pos >= len(r.text) {
		r.fail(want + "the end of the text")
		return
	}
	switch c := r.text[r.pos]; {
	case c == '"':
		r.unfit(want + "a string")
	case c == '{':
		r.unfit(want + "an object")
	case c == '[':
		r.unfit(want + "an array")
	case c == 't', c == 'f':
		r.unfit(want + "a boolean")
	case c == '-', c >= '0' && c <= '9':
		r.unfit(want + "a number")
	default:
		r.fail(want + strconv.QuoteToASCII(string(r.text[r.pos:r.pos+1])))
	}
}

// blanks has a bit for each of JSON's white space bytes.
const blanks uint64 = 1<<' ' | 1<<'\t' | 1<<'\n' | 1<<'\r'

// space gives the place of the first byte from i on that is no white space.
func space(s []byte, i int) int {
	for i < len(s) && s[i] <= ' ' && blanks>>s[i]&1 != 0 {
		i++
	}
	return i
}
