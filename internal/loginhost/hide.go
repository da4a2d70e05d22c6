package loginhost

import (
	"fmt"
	"io"
)

// Hide returns an error with the text of err made fit by [Words]: a transport
// may quote what a server sent, and a server may repeat what it was sent. The
// chain stays as it is, for [errors.Is] and [errors.As].
func Hide(err error, secrets ...string) error {
	if err == nil {
		return nil
	}
	return &hiddenError{text: Words(err.Error(), secrets...), err: err}
}

type hiddenError struct {
	text string
	err  error
}

// Error is the text without secrets.
func (e *hiddenError) Error() string { return e.text }

// Unwrap gives the error as it was.
func (e *hiddenError) Unwrap() error { return e.err }

// Format prints the text, whatever the verb.
func (e *hiddenError) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, e.text) }
