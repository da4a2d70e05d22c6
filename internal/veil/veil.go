// Package veil keeps values out of the reach of package fmt.
package veil

// Value is a value out of fmt's reach. No method protects a value that somebody
// keeps in an unexported field, since fmt then calls none; and when a verb does
// not fit, as %s does not fit a struct, fmt follows a pointer to see what is
// there. It never follows two.
type Value[T any] struct{ behind **T }

// Over puts the veil over what value points to.
func Over[T any](value *T) Value[T] { return Value[T]{&value} }

// Get is nil for the zero Value.
func (v Value[T]) Get() *T {
	if v.behind == nil {
		return nil
	}
	return *v.behind
}
