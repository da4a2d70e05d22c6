package tenant

import (
	"errors"
	"fmt"
	"strconv"
)

// NotRunningError says that the tenant exists and takes no calls.
type NotRunningError struct {
	Tenant string
	State  string // as the state API names it
}

// Error names the tenant, its state and what to do.
func (e *NotRunningError) Error() string {
	name := e.State
	if name == "" {
		name = "Unknown"
	}
	return fmt.Sprintf("tenant %s is not running: %s; %s", e.Tenant, strconv.Quote(name), adviceFor(name))
}

func adviceFor(state string) string {
	switch state {
	case "Provisioning":
		return "it is being set up: try again later"
	case "ProvisioningFailed":
		return "setting it up failed: ask SuperOffice support"
	case "Suspended":
		return "it was suspended: its administrator must have SuperOffice open it again"
	case "OfflineMaintenance":
		return "it is closed for maintenance: try again later"
	case "MigrationPending":
		return "it is about to move: try again later"
	case "Deleted", "Deleting", "DeleteFailed":
		return "it was given up: stop calling it, or correct the tenant's name"
	default:
		return "try again later, and ask SuperOffice support if it lasts"
	}
}

// LookupError says that the tenant's address could not be found out.
type LookupError struct {
	Tenant     string
	StatusCode int  // of the state API, 0 when it did not answer
	Transient  bool // asking again may help
	Reason     string
	Err        error // cause, may be nil
}

// Error says what was wrong, without quoting the answer.
func (e *LookupError) Error() string {
	text := "looking up the address of tenant " + e.Tenant + ": " + e.Reason
	if e.StatusCode != 0 {
		text += " (status " + strconv.Itoa(e.StatusCode) + ")"
	}
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap gives the cause.
func (e *LookupError) Unwrap() error { return e.Err }

// IsTransient reports whether asking again may help.
func IsTransient(err error) bool {
	lookup, ok := errors.AsType[*LookupError](err)
	return ok && lookup.Transient
}
