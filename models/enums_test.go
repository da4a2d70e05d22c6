package models_test

import "testing"

// TestEveryConstantIsExplained: the number belongs to the codec, the words to
// the reader.
func TestEveryConstantIsExplained(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"enums.go", "flags.go"} {
		for _, c := range numberedConstants(t, file) {
			if c.words == "" {
				t.Errorf("%s has no explanation behind its number", c.goName)
			}
		}
	}
}
