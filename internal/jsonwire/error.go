package jsonwire

import (
	"fmt"
	"strconv"
	"strings"
)

// Error tells what is wrong with a text and where.
//
// It quotes no text, since that may be a secret: no more than names, the one
// byte that cannot begin a value, and NaN or an infinity.
type Error struct {
	// Path names the member, such as User.AssociateId or
	// User.LicenseOwners[1].Name. It begins with the name of the outermost value,
	// if that has one.
	Path string
	// Offset is the byte where the text stops being JSON. It is -1 while writing
	// and when a value does not suit its member: there the path tells the place,
	// also to those who read a body that was not JSON before.
	Offset int
	// Reason says what was wrong.
	Reason string
	// Err is the cause, when another package found the fault.
	Err error
}

// longestPath bounds the path in an error's text, since nesting may be deep.
const longestPath = 200

// Error gives path, reason and, if there is one, offset.
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

// of puts the name of the outermost value before the path. It gives nil for none.
func (e *Error) of(name string) error {
	if e == nil {
		return nil
	}
	if name != "" {
		e.within(name)
	}
	return e
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
