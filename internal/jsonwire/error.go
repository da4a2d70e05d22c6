package jsonwire

import (
	"fmt"
	"strconv"
	"strings"
)

// Error tells what is wrong with a text and where.
//
// It never quotes the value it complains about, since that may be a secret.
type Error struct {
	// Path names the member, such as User.AssociateId or LicenseOwners[1].Name.
	// It is empty when the fault is in the outermost value.
	Path string
	// Offset is the byte where reading stopped, or -1 while writing.
	Offset int
	// Reason says what was wrong.
	Reason string
	// Err is the cause, when another package found the fault.
	Err error
}

// longestPath bounds the path in an error's text, since nesting may be deep.
const longestPath = 200

// Error gives path, reason and offset.
func (e *Error) Error() string {
	var b strings.Builder
	if path := e.Path; path != "" {
		if len(path) > longestPath {
			path = strings.ToValidUTF8(path[:longestPath], "") + "…"
		}
		b.WriteString(path)
		b.WriteString(": ")
	}
	b.WriteString(e.Reason)
	if e.Offset >= 0 {
		fmt.Fprintf(&b, " (byte %d)", e.Offset)
	}
	return b.String()
}

// Unwrap gives the cause, or nil.
func (e *Error) Unwrap() error { return e.Err }

// within puts the name of the enclosing member before the path.
// It runs on the way out of a failure only, so reading pays nothing for paths.
func (e *Error) within(name string) {
	switch {
	case e.Path == "":
		e.Path = name
	case e.Path[0] == '[':
		e.Path = name + e.Path
	default:
		e.Path = name + "." + e.Path
	}
}

// longestKey bounds how much of a key chosen by the other side an error repeats.
const longestKey = 40

// keyed is the path element of a map entry.
func keyed(key string) string {
	if len(key) > longestKey {
		key = strings.ToValidUTF8(key[:longestKey], "") + "…"
	}
	return "[" + strconv.Quote(key) + "]"
}

// indexed is the path element of a list element.
func indexed(index int) string { return "[" + strconv.Itoa(index) + "]" }
