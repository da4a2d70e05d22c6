package systemuser

import (
	"fmt"
	"strings"
	"time"
)

// Error says why there is no ticket.
type Error struct {
	Tenant     string
	StatusCode int    // of the login host, 0 when it did not answer
	Message    string // what the login host said, without secrets
	// Skew is how far the local clock is ahead of the login host's, when that
	// is far enough to explain the refusal.
	Skew   time.Duration
	Reason string
	Err    error // cause, may be nil
}

// Error names the tenant, the reason and the server's words.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("system user of " + e.Tenant + ": " + e.Reason)
	if e.StatusCode != 0 {
		fmt.Fprintf(&b, " (status %d)", e.StatusCode)
	}
	if e.Message != "" {
		b.WriteString(": " + e.Message)
	}
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	}
	switch {
	case e.Skew > 0:
		fmt.Fprintf(&b, "; the local clock is %v ahead of the login host's", e.Skew)
	case e.Skew < 0:
		fmt.Fprintf(&b, "; the local clock is %v behind the login host's", -e.Skew)
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }
