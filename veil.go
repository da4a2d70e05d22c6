package superoffice

// veiled keeps a value out of fmt's reach. No method protects a value that
// somebody keeps in an unexported field, since fmt then calls none; and when a
// verb does not fit, as %s does not fit a struct, fmt follows a pointer to see
// what is there. It never follows two.
type veiled[T any] struct{ behind **T }

func veil[T any](value *T) veiled[T] {
	if value == nil {
		return veiled[T]{}
	}
	return veiled[T]{&value}
}

// value is nil for the zero veiled.
func (v veiled[T]) value() *T {
	if v.behind == nil {
		return nil
	}
	return *v.behind
}
