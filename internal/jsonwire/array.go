package jsonwire

import "slices"

// Array is the state of reading one array.
type Array struct {
	index int
	more  bool
}

// Array enters an array. It gives false for null and when there is none.
func (r *Reader) Array() bool {
	if r.peek() != '[' {
		if !r.Null() {
			r.mismatch("an array")
		}
		return false
	}
	return r.descend()
}

// Element moves to the next element. It gives false behind the array's end and
// after a failure.
func (r *Reader) Element(a *Array) bool {
	if r.err != nil {
		r.err.within(indexed(a.index))
		return false
	}
	s, i := r.text, space(r.text, r.pos)
	if i >= len(s) {
		r.failAt(i, "the array has no end")
		return false
	}
	if c := s[i]; !a.more {
		if c == ']' {
			return r.leaveArray(i)
		}
		a.more = true
	} else {
		switch c {
		case ']':
			return r.leaveArray(i)
		case ',':
			i = space(s, i+1)
			a.index++
		default:
			r.failAt(i, "want ',' or ']' after an element")
			return false
		}
	}
	r.pos = i
	return true
}

// GrowList doubles a long list that is full, which append lets grow by a quarter:
// its elements would be copied twice as often, and cleared as often.
func GrowList[T any](list []T) []T {
	const long = 256
	if len(list) >= long && len(list) == cap(list) {
		return slices.Grow(list, len(list))
	}
	return list
}

func (r *Reader) leaveArray(i int) bool {
	r.pos = i + 1
	r.depth--
	return false
}

// Entries is the state of reading one object of free names.
type Entries struct {
	// Key is the name of the current entry.
	Key  string
	name []byte
	more bool
}

// Map enters an object of free names. It gives false for null and when there is none.
func (r *Reader) Map() bool {
	if r.peek() != '{' {
		if !r.Null() {
			r.mismatch("an object")
		}
		return false
	}
	return r.descend()
}

// Entry moves to the value of the next entry. It gives false behind the
// object's end and after a failure.
func (r *Reader) Entry(e *Entries) bool {
	if !r.entry(e) {
		return false
	}
	e.Key = r.Keep(e.name)
	return true
}

// entry is Entry without the key.
func (r *Reader) entry(e *Entries) bool {
	if r.err != nil {
		r.err.within(keyed(string(e.name)))
		return false
	}
	s, i := r.text, space(r.text, r.pos)
	if i >= len(s) {
		r.failAt(i, "the object has no end")
		return false
	}
	if c := s[i]; c == '}' {
		r.pos = i + 1
		r.depth--
		return false
	} else if e.more {
		if c != ',' {
			r.failAt(i, "want ',' or '}' after a member")
			return false
		}
		i = space(s, i+1)
	}
	e.more = true
	r.pos = i
	e.name = r.name()
	return r.err == nil
}

// TextMap reads an object of strings.
func (r *Reader) TextMap() map[string]string {
	if !r.Map() {
		return nil
	}
	m := map[string]string{}
	for e := (Entries{}); r.Entry(&e); {
		m[e.Key] = r.Text()
	}
	return m
}
