package jsonwire

import "slices"

// SortedKeys appends the keys of a map to buf and gives them in order, so that
// one value is always written as one text.
func SortedKeys[V any](buf []string, m map[string]V) []string {
	for key := range m {
		buf = append(buf, key)
	}
	if len(buf) > 1 {
		slices.Sort(buf)
	}
	return buf
}
