package jsonwire

// Skip reads past a value of any kind and checks all of it.
func (r *Reader) Skip() {
	switch c := r.peek(); {
	case c == '"':
		r.skipText()
	case c == '{':
		r.skipObject()
	case c == '[':
		r.skipArray()
	case c == 't':
		r.literal("true")
	case c == 'f':
		r.literal("false")
	case c == 'n':
		r.literal("null")
	case c == '-', c >= '0' && c <= '9':
		r.number()
	default:
		r.mismatch("a value")
	}
}

func (r *Reader) skipObject() {
	if !r.descend() {
		return
	}
	for e := (Entries{}); r.entry(&e); {
		r.Skip()
	}
}

func (r *Reader) skipArray() {
	if !r.descend() {
		return
	}
	for a := (Array{}); r.Element(&a); {
		r.Skip()
	}
}
