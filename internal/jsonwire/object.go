package jsonwire

import "strings"

// Object is the state of reading one object whose member names are known.
type Object struct {
	// Field is the index of the current member among the names.
	Field int

	names []string
	next  int       // the name that is likely to come next
	seen  [2]uint64 // names that stood there in exactly this spelling
	spans int       // length of Reader.spans when the object began
	more  bool      // a member has been read
}

// MaxFields is the number of names an Object can tell apart.
const MaxFields = 128

// span is one member the reader does not know.
type span struct {
	name       []byte
	start, end int
}

// Object enters an object. It gives false for null and when there is none.
func (r *Reader) Object(o *Object, names []string) bool {
	if r.peek() != '{' {
		if !r.Null() {
			r.mismatch("an object")
		}
		return false
	}
	o.names = names
	o.spans = len(r.spans)
	return r.descend()
}

// Next moves to the value of the next member whose name is known, keeping the
// others aside. It gives false behind the object's end and after a failure.
//
// Servers write members in one order, so the name after the last one is tried
// before any search.
func (r *Reader) Next(o *Object) bool {
	if r.err != nil {
		r.err.within(o.names[o.Field])
		return false
	}
	for {
		s, i := r.text, space(r.text, r.pos)
		if i >= len(s) {
			r.failAt(i, "the object has no end")
			return false
		}
		if c := s[i]; c == '}' {
			r.pos = i + 1
			r.depth--
			return false
		} else if o.more {
			if c != ',' {
				r.failAt(i, "want ',' or '}' after a member")
				return false
			}
			i = space(s, i+1)
		}
		o.more = true
		if o.next < len(o.names) {
			name := o.names[o.next]
			end := i + 1 + len(name)
			if end < len(s) && s[end] == '"' && s[i] == '"' && string(s[i+1:end]) == name {
				if r.pos = end + 1; !r.colon() {
					return false
				}
				o.take(o.next)
				return true
			}
		}
		r.pos = i
		switch r.search(o) {
		case known:
			return true
		case failed:
			return false
		}
	}
}

// The outcomes of search.
const (
	known = iota
	unknown
	failed
)

// search reads a name and looks it up. An unknown member is read past and kept.
func (r *Reader) search(o *Object) int {
	start := r.pos
	name := r.name()
	if r.err != nil {
		return failed
	}
	if i := o.exact(name); i >= 0 {
		o.take(i)
		return known
	}
	i := o.folded(name)
	if i >= 0 && !o.has(i) {
		o.Field, o.next = i, i+1
		return known
	}
	r.Skip()
	if r.err != nil {
		r.err.within(bounded(string(name)))
		return failed
	}
	if i < 0 {
		r.spans = append(r.spans, span{name, start, r.pos})
	}
	return unknown
}

// name reads a member name and its colon.
func (r *Reader) name() []byte {
	if r.pos >= len(r.text) || r.text[r.pos] != '"' {
		r.fail("want a member name")
		return nil
	}
	name := r.Bytes()
	if r.err != nil || !r.colon() {
		return nil
	}
	return name
}

// colon moves behind the colon of a member, to the value.
func (r *Reader) colon() bool {
	s, i := r.text, r.pos
	if i >= len(s) || s[i] != ':' {
		if i = space(s, i); i >= len(s) || s[i] != ':' {
			r.failAt(i, "want ':' after a member name")
			return false
		}
	}
	r.pos = space(s, i+1)
	return true
}

func (o *Object) take(field int) {
	o.Field, o.next = field, field+1
	o.seen[field>>6&1] |= 1 << (field & 63)
}

func (o *Object) has(field int) bool { return o.seen[field>>6&1]>>(field&63)&1 != 0 }

// exact searches from the likely name on, since sparse bodies leave members out.
func (o *Object) exact(name []byte) int {
	start := min(o.next, len(o.names))
	for i, n := range o.names[start:] {
		if n == string(name) {
			return start + i
		}
	}
	for i, n := range o.names[:start] {
		if n == string(name) {
			return i
		}
	}
	return -1
}

func (o *Object) folded(name []byte) int {
	for i, n := range o.names {
		if len(n) == len(name) && equalFold(n, name) {
			return i
		}
	}
	return -1
}

// equalFold compares two strings of one length, ASCII letters in any case.
func equalFold(a string, b []byte) bool {
	for i := range len(a) {
		if c, d := a[i], b[i]; c != d && (c|0x20 != d|0x20 || c|0x20 < 'a' || c|0x20 > 'z') {
			return false
		}
	}
	return true
}

// Unknown gives the members of the object that no name matched, as JSON text
// `"Name":value,…` without braces, and forgets them. Of duplicates the last is kept.
func (r *Reader) Unknown(o *Object) string {
	if len(r.spans) == o.spans {
		return ""
	}
	return r.join(o)
}

func (r *Reader) join(o *Object) string {
	spans := r.spans[o.spans:]
	r.spans = r.spans[:o.spans]
	if len(spans) == 1 {
		return r.Keep(r.text[spans[0].start:spans[0].end])
	}
	last := make(map[string]int, len(spans))
	size := 0
	for i, m := range spans {
		last[string(m.name)] = i
		size += m.end - m.start + 1
	}
	var b strings.Builder
	b.Grow(size)
	for i, m := range spans {
		if last[string(m.name)] != i {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(',')
		}
		b.Write(r.text[m.start:m.end])
	}
	return b.String()
}

// Lookup finds a member in text that Unknown gave: the exact name first, then
// the last one in another case. It gives the value's text, "" when there is none.
func Lookup(members, name string) string {
	r := NewReader([]byte("{" + members + "}"))
	var o Object
	var found []byte
	if !r.Object(&o, nil) {
		return ""
	}
	r.Next(&o)
	for _, m := range r.spans {
		if len(m.name) != len(name) || !equalFold(name, m.name) {
			continue
		}
		value := NewReader(r.text[:m.end])
		value.pos = m.start
		value.name()
		found = value.text[value.pos:]
		if string(m.name) == name {
			break
		}
	}
	return string(found)
}

// bounded is a name chosen by the other side as an error repeats it.
func bounded(name string) string {
	if len(name) > longestKey {
		return keyed(name)
	}
	return name
}
