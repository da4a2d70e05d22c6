package models

import (
	"fmt"
	"io"
	"log/slog"
)

const redacted = "[redacted]"

// Secret is text that must not reach a log: a chat session's key, a user's
// password. Whatever prints it, any verb of package fmt or a slog handler, prints
// [redacted] instead, also when the secret is empty, so that an output does not
// tell whether there is one. Reveal gives the text.
//
// JSON carries the text, since that is what the server must get. So a value of
// one's own that has a Secret somewhere inside, and a slice or a map of entities,
// is not redacted by whatever marshals it as JSON, slog's JSON handler included;
// log entities one by one, or give such a type a LogValue method.
//
// Three things are out of the reach of a method: the verbs %p and %w on a value
// that is neither a pointer nor an error (go vet reports them), a Secret in an
// unexported field of a struct that is printed whole, and the text after
// string(secret).
type Secret string

// Reveal gives the text of the secret.
func (s Secret) Reveal() string { return string(s) }

// String gives [redacted].
func (Secret) String() string { return redacted }

// GoString gives [redacted].
func (Secret) GoString() string { return redacted }

// Format prints [redacted] for every verb, flag and width.
func (Secret) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, redacted) }

// LogValue gives [redacted].
func (Secret) LogValue() slog.Value { return slog.StringValue(redacted) }
