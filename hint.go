package superoffice

import (
	"math"
	"net/http"
	"strings"
	"time"
)

// hintFor is what the user can do about a failure, "" where the SDK knows
// nothing better than the message.
func hintFor(e *Error, online bool) string {
	if e.Outcome == OutcomeUnknown {
		return join("; ", hintForUnknown(e), hintForRedirect(e))
	}
	switch e.StatusCode {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound:
		if online && (e.Path == userPath || strings.HasPrefix(e.Path, userPath+"/")) {
			return "user management is closed to partner apps in SuperOffice Online"
		}
	}
	switch {
	case e.StatusCode == http.StatusUnauthorized:
		return "the server did not accept the credential; sign in again"
	case e.StatusCode == http.StatusMisdirectedRequest && online:
		return "the tenant has moved, and the state API names no other address yet: try again later"
	case e.StatusCode == http.StatusMisdirectedRequest:
		return "the tenant has moved: use NewOnline or resolve the address again"
	case e.StatusCode == http.StatusTooManyRequests && e.RetryAfter > 0 && e.RetryAfter < math.MaxInt64:
		return "try again in " + e.RetryAfter.Round(time.Second).String() + ", or set WithRateLimit"
	case e.StatusCode == http.StatusTooManyRequests:
		return "slow down, or set WithRateLimit"
	case isUntrusted(e.Err):
		return "trust its authority in the transport of WithHTTPClient"
	default:
		return ""
	}
}

func hintForUnknown(e *Error) string {
	switch {
	case e.Method == http.MethodGet || e.Method == http.MethodHead:
		return ""
	case e.Method == http.MethodPost && e.Path == userPath:
		return "look the user up by UserName or NickName before creating it again"
	case e.Method == http.MethodPost && e.Path == sessionPath:
		return "the session may exist and has no natural key: have a person check before creating it again"
	default:
		return "it may have taken effect: check before sending it again"
	}
}

func hintForRedirect(e *Error) string {
	if statusSentinel(e.StatusCode) != ErrRedirect { //nolint:errorlint // a sentinel itself
		return ""
	}
	return "redirects are not followed: correct the base URL"
}
