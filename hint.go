package superoffice

import (
	"net/http"
	"strings"
)

const userPath = restPath + "User"

// hintFor is what the user can do about a failure, "" where the SDK knows
// nothing better than the message.
func hintFor(e *Error, online bool) string {
	userManagement := online && (e.Path == userPath || strings.HasPrefix(e.Path, userPath+"/"))
	switch e.StatusCode {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound:
		if userManagement {
			return "user management is closed to partner apps in SuperOffice Online"
		}
	}
	switch e.StatusCode {
	case http.StatusUnauthorized:
		return "the server did not accept the credential; sign in again"
	case http.StatusMisdirectedRequest:
		return "the tenant has moved: use NewOnline or resolve the address again"
	case http.StatusTooManyRequests:
		return "slow down, or set WithRateLimit"
	}
	if e.Outcome != OutcomeUnknown || e.Method != http.MethodPost {
		return ""
	}
	switch e.Path {
	case userPath:
		return "look the user up by UserName or NickName before creating it again"
	case sessionPath:
		return "the session may exist and has no natural key: have a person check before creating it again"
	}
	return ""
}
