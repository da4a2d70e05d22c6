package oauth

import (
	"context"
	"errors"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/oauth2"

	"github.com/go-superoffice/superoffice/internal/loginhost"
)

// Error says why there is no token. It never holds a token, a code or a
// secret, also when the login host repeated one.
type Error struct {
	What        string // what was tried
	StatusCode  int    // of the login host, 0 when it did not answer
	Code        string // as OAuth 2.0 names it, such as invalid_grant
	Description string // the login host's words
	Err         error  // cause, may be nil
}

// Error says what was tried, what came back, and what can be done.
func (e *Error) Error() string {
	parts := []string{"oauth: " + e.What}
	if e.StatusCode != 0 {
		parts = append(parts, "status "+strconv.Itoa(e.StatusCode))
	}
	if e.Code != "" {
		parts = append(parts, e.Code)
	}
	if e.Description != "" {
		parts = append(parts, e.Description)
	}
	if e.Err != nil {
		parts = append(parts, e.Err.Error())
	}
	text := strings.Join(parts, ": ")
	if advice := adviceFor(e.Code); advice != "" {
		text += " (" + advice + ")"
	}
	return text
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

func adviceFor(code string) string {
	switch code {
	case "invalid_grant":
		return "the code or the refresh token is used up or revoked: sign in again"
	case "invalid_client", "unauthorized_client":
		return "check the client id and secret, and that they belong to this environment"
	case "access_denied":
		return "the person, or the tenant's administrator, did not allow it"
	default:
		return ""
	}
}

// refused is what the login host said in OAuth 2.0's words.
func (a *app) refused(what string, status int, code, description string, secrets ...string) error {
	secrets = append(secrets, a.cfg.ClientSecret)
	return &Error{
		What:        what,
		StatusCode:  status,
		Code:        loginhost.Words(code, secrets...),
		Description: loginhost.Words(description, secrets...),
	}
}

// failed turns an error of golang.org/x/oauth2 into one of ours. Its own hold
// the body of the answer, so only causes that are known to be harmless stay
// in the chain.
func (a *app) failed(what string, err error, secrets ...string) error {
	if refusal, ok := errors.AsType[*oauth2.RetrieveError](err); ok {
		status := 0
		if refusal.Response != nil {
			status = refusal.Response.StatusCode
		}
		return a.refused(what, status, refusal.ErrorCode, refusal.ErrorDescription, secrets...)
	}
	if urlErr, ok := errors.AsType[*url.Error](err); ok {
		return &Error{What: what, Err: loginhost.Hide(urlErr.Err, append(secrets, a.cfg.ClientSecret)...)}
	}
	for _, end := range []error{context.Canceled, context.DeadlineExceeded} {
		if errors.Is(err, end) {
			return &Error{What: what, Err: end}
		}
	}
	return &Error{What: what, Description: loginhost.Words(err.Error(), append(secrets, a.cfg.ClientSecret)...)}
}
