package superoffice

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Sentinels for [errors.Is]. Those named after a status match when any attempt
// of the call was answered with it.
var (
	ErrConfig             = errors.New("superoffice: bad configuration")
	ErrInsecureURL        = errors.New("superoffice: plain http to a host that is not loopback")
	ErrPrimaryKey         = errors.New("superoffice: the entity has a primary key")
	ErrSelect             = errors.New("superoffice: $select names an unknown property")
	ErrUnauthorized       = errors.New("superoffice: 401 unauthorized")
	ErrForbidden          = errors.New("superoffice: 403 forbidden")
	ErrNotFound           = errors.New("superoffice: 404 not found")
	ErrConflict           = errors.New("superoffice: 409 conflict")
	ErrPreconditionFailed = errors.New("superoffice: 412 precondition failed")
	ErrMisdirected        = errors.New("superoffice: 421 misdirected request")
	ErrRateLimited        = errors.New("superoffice: 429 rate limited")
	ErrServer             = errors.New("superoffice: 5xx server error")
	ErrRedirect           = errors.New("superoffice: 3xx redirect, not followed")
	ErrInvalidResponse    = errors.New("superoffice: a 2xx that is not what was asked for")
	ErrResponseTooLarge   = errors.New("superoffice: the response is over the size limit")
	ErrTenantUnavailable  = errors.New("superoffice: the tenant is not available")
)

func statusSentinel(status int) error {
	switch {
	case status == http.StatusUnauthorized:
		return ErrUnauthorized
	case status == http.StatusForbidden:
		return ErrForbidden
	case status == http.StatusNotFound:
		return ErrNotFound
	case status == http.StatusConflict:
		return ErrConflict
	case status == http.StatusPreconditionFailed:
		return ErrPreconditionFailed
	case status == http.StatusMisdirectedRequest:
		return ErrMisdirected
	case status == http.StatusTooManyRequests:
		return ErrRateLimited
	case status >= 500 && status <= 599:
		return ErrServer
	case status >= 300 && status <= 399 && status != http.StatusNotModified:
		return ErrRedirect
	default:
		return nil
	}
}

// Error is every failure of this package. Status, type, message, header and
// body are those of the last response; [errors.Is] also finds the sentinels of
// earlier attempts, the cause, and, when the context ended the call, its error
// and its cause.
//
// Error never prints a header, a query or a body: only what the server gave as
// its message, from which the credentials of the call are removed. The fields
// Header and Body hold what arrived, unredacted.
type Error struct { //nolint:recvcheck // Format is by value, or %v of an Error value would print its fields
	Outcome    Outcome       // what is known about the call's effect on the server
	Method     string        // POST
	Path       string        // /api/v1/User, without base path and query
	StatusCode int           // 0 when no response arrived
	Type       string        // the server's ErrorType, e.g. SoNotFoundException
	Message    string        // what the server said
	Source     string        // the server's ErrorSource
	Header     http.Header   // response header, nil without a response
	Body       []byte        // at most 64 KiB of the response body
	Attempts   int           // requests made, 0 when it came to none
	RetryAfter time.Duration // of the last 429 or 503, 0 without one
	Err        error         // cause, nil when the status says it all

	hint      string
	sentinels []error // of all attempts
}

// Error tells in one line what was tried, what came back, what the outcome is
// and, where the SDK knows it, what to do.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("superoffice")
	if e.Method != "" || e.Path != "" {
		b.Reset()
		b.WriteString(strings.TrimSpace(e.Method + " " + e.Path))
	}
	if e.StatusCode != 0 {
		b.WriteString(": " + statusText(e.StatusCode))
	}
	for _, part := range []string{e.typed(), e.message(), e.cause()} {
		if part != "" {
			b.WriteString(": " + shortened(part))
		}
	}
	b.WriteString(" (" + e.Outcome.words())
	if e.Attempts > 1 {
		b.WriteString(" after " + strconv.Itoa(e.Attempts) + " attempts")
	}
	if e.hint != "" {
		b.WriteString("; " + e.hint)
	}
	b.WriteString(")")
	return b.String()
}

// typed is the server's exception name, where the message does not say it.
func (e *Error) typed() string {
	if e.Type == "" || strings.Contains(e.Message, e.Type) {
		return ""
	}
	return e.Type
}

// message is what the server said, where the status does not say it.
func (e *Error) message() string {
	if e.Message == http.StatusText(e.StatusCode) {
		return ""
	}
	return e.Message
}

func (e *Error) cause() string {
	if e.Err == nil {
		return ""
	}
	return e.Err.Error()
}

func statusText(status int) string {
	text := http.StatusText(status)
	if text == "" {
		return "status " + strconv.Itoa(status)
	}
	return strconv.Itoa(status) + " " + text
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Is reports whether target is the sentinel of the status or of an earlier
// attempt's.
func (e *Error) Is(target error) bool {
	if target != nil && target == statusSentinel(e.StatusCode) {
		return true
	}
	return target != nil && slices.Contains(e.sentinels, target)
}

// Format prints the text of [Error.Error] whatever the verb, so that no verb
// reaches the header or the body.
func (e Error) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, e.Error()) }

// LogValue logs outcome, method, path, status, type, message and attempts.
func (e Error) LogValue() slog.Value {
	attrs := []slog.Attr{
		slog.String("outcome", string(e.Outcome)),
		slog.String("method", e.Method),
		slog.String("path", e.Path),
		slog.Int("attempts", e.Attempts),
		slog.String("error", e.Error()),
	}
	if e.StatusCode != 0 {
		attrs = append(attrs, slog.Int("status", e.StatusCode))
	}
	if e.Type != "" {
		attrs = append(attrs, slog.String("type", e.Type))
	}
	return slog.GroupValue(attrs...)
}

// MarshalJSON gives what LogValue logs: a list of errors in a log must not hold
// header and body either.
func (e Error) MarshalJSON() ([]byte, error) {
	out := map[string]any{}
	for _, attr := range e.LogValue().Group() {
		out[attr.Key] = attr.Value.Any()
	}
	return json.Marshal(out)
}

// oneLine folds white space of any kind and drops what does not print, so that
// an error stays one line and does nothing to a terminal.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return -1
	}, s)
}

// problems is a list of causes that prints on one line.
type problems []error

func (p problems) Error() string {
	texts := make([]string, len(p))
	for i, err := range p {
		texts[i] = err.Error()
	}
	return strings.Join(texts, "; ")
}

func (p problems) Unwrap() []error { return p }

// flatten joins errors, and the lists of them, into one; nil when there are
// none.
func flatten(errs ...error) error {
	var out problems
	for _, err := range errs {
		switch err := err.(type) { //nolint:errorlint // a list is opened, a wrapped list is one error
		case nil:
		case problems:
			out = append(out, err...)
		default:
			out = append(out, err)
		}
	}
	switch len(out) {
	case 0:
		return nil
	case 1:
		return out[0]
	default:
		return out
	}
}

// marked is an error that also matches a sentinel, without repeating its text.
type marked struct {
	error

	sentinel error
}

func (m marked) Unwrap() []error { return []error{m.error, m.sentinel} }

func mark(err, sentinel error) error { return marked{err, sentinel} }

// configError is what New, With and bad options give: nothing was sent.
func configError(errs ...error) error {
	err := flatten(errs...)
	if err == nil {
		return nil
	}
	return &Error{Outcome: OutcomeNotSent, Err: mark(err, ErrConfig)}
}
