package superoffice

import "errors"

// Outcome says what is known about the effect of a failed call on the server.
type Outcome string

// The outcomes, from the best to the worst. A call's outcome is the worst one
// over its attempts.
const (
	// OutcomeNotSent: the server never got a whole request, so nothing exists.
	// Correct the cause and call again.
	OutcomeNotSent Outcome = "not_sent"
	// OutcomeRejected: the server answered that it refused the request, so
	// nothing exists.
	OutcomeRejected Outcome = "rejected"
	// OutcomeUnknown: the record may or may not exist. Look it up before
	// creating it again: a User by UserName or NickName; a chat session has no
	// natural key, so hand it to a person or a review queue.
	OutcomeUnknown Outcome = "unknown"
)

// OutcomeOf returns the outcome of an error of this package, however deeply it
// is wrapped, and the worst one where several are joined. It is "" for nil and
// [OutcomeUnknown] for an error that is not ours.
func OutcomeOf(err error) Outcome {
	if err == nil {
		return ""
	}
	if out := worstIn(err); out != "" {
		return out
	}
	return OutcomeUnknown
}

// worstIn does not look into an *Error: what failed on the way to a token, say,
// is not what happened to the call.
func worstIn(err error) Outcome {
	if list, ok := err.(interface{ Unwrap() []error }); ok {
		var out Outcome
		for _, err := range list.Unwrap() {
			if err != nil {
				out = worse(out, worstIn(err))
			}
		}
		return out
	}
	if e, ok := err.(*Error); ok { //nolint:errorlint // not what it wraps
		return e.Outcome
	}
	if inner := errors.Unwrap(err); inner != nil {
		return worstIn(inner)
	}
	if e, ok := errors.AsType[*Error](err); ok { // by a method As
		return e.Outcome
	}
	return ""
}

func (o Outcome) rank() int {
	switch o {
	case OutcomeNotSent:
		return 1
	case OutcomeRejected:
		return 2
	case OutcomeUnknown:
		return 3
	default:
		return 0
	}
}

func worse(a, b Outcome) Outcome {
	if b.rank() > a.rank() {
		return b
	}
	return a
}

func (o Outcome) words() string {
	switch o {
	case OutcomeNotSent:
		return "not sent"
	case OutcomeUnknown:
		return "outcome unknown"
	default:
		return string(o)
	}
}
