package superoffice_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/go-superoffice/superoffice"
)

const (
	success  superoffice.Outcome = ""
	notSent                      = superoffice.OutcomeNotSent
	rejected                     = superoffice.OutcomeRejected
	unknown                      = superoffice.OutcomeUnknown
)

const (
	asJSON     = "Content-Type: application/json; charset=utf-8"
	asHTML     = "Content-Type: text/html"
	gatewayTag = `<html><head><title>Bad Gateway</title></head><body><p>s3cr3t</p></body></html>`
	soError    = `{"Error":true,"ErrorType":"SoFaultException","ErrorMessage":"Something is wrong","ErrorSource":"Testing","Key":"s3cr3t"}`
)

// pause is the n-th wait of the default Retry.
func pause(n int) span {
	d := 500 * time.Millisecond << (n - 1)
	return span{d / 2, d}
}

func exactly(d time.Duration) span { return span{d, d} }

func TestFailuresOfTheServer(t *testing.T) {
	t.Parallel()
	runFaults(t, []fault{
		{
			name: "500 with an error object", script: list(says(500, soError, asJSON)),
			outcome: unknown, is: list(superoffice.ErrServer), status: 500, posts: 1, says: "Something is wrong",
		},
		{
			name: "502 HTML", script: list(says(502, gatewayTag, asHTML)),
			outcome: unknown, is: list(superoffice.ErrServer), status: 502, posts: 1, says: "Bad Gateway",
		},
		{
			name: "503 HTML", script: list(says(503, gatewayTag, asHTML)),
			outcome: unknown, is: list(superoffice.ErrServer), status: 503, posts: 1,
		},
		{
			name: "504 HTML", script: list(says(504, gatewayTag, asHTML)),
			outcome: unknown, is: list(superoffice.ErrServer), status: 504, posts: 1,
		},
		{
			name: "503 with Retry-After", script: list(says(503, "", "Retry-After: 7")),
			outcome: unknown, is: list(superoffice.ErrServer), status: 503, posts: 1, after: 7 * time.Second,
		},
		{
			name: "599 with an empty body", script: list(says(599, "")),
			outcome: unknown, is: list(superoffice.ErrServer), status: 599, posts: 1, says: "status 599",
		},
		{
			name: "a status that nobody knows", script: list(says(799, "")),
			outcome: unknown, status: 799, posts: 1,
		},
	})
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	modelState := `{"Message":"The request is invalid.","ModelState":{"UserName":["Username tje0 already exists."]}}`
	runFaults(t, []fault{
		{
			name: "400 with a model state", script: list(says(400, modelState, asJSON)),
			outcome: rejected, status: 400, posts: 1, says: "UserName: Username tje0 already exists.",
		},
		{
			name: "401", script: list(says(401, `{"Message":"Authorization has been denied for this request."}`, asJSON)), auth: func() superoffice.Auth { return superoffice.Bearer("8A:token-s3cr3t") },
			outcome: rejected, is: list(superoffice.ErrUnauthorized), status: 401, posts: 1,
		},
		{
			name: "403", script: list(says(403, soError, asJSON)),
			outcome: rejected, is: list(superoffice.ErrForbidden), status: 403, posts: 1,
		},
		{
			name: "404 with a reason phrase of its own", script: list(raw("HTTP/1.1 404 Contact s3cr3t not found\r\nContent-Length: 0\r\n\r\n")),
			outcome: rejected, is: list(superoffice.ErrNotFound), status: 404, posts: 1, says: "404 Not Found (rejected",
		},
		{
			name: "405", script: list(says(405, "")),
			outcome: rejected, status: 405, posts: 1,
		},
		{
			name: "408", script: list(says(408, "", "Connection: close")),
			outcome: rejected, status: 408, posts: 1,
		},
		{
			name: "409", script: list(says(409, soError, asJSON)),
			outcome: rejected, is: list(superoffice.ErrConflict), status: 409, posts: 1,
		},
		{
			name: "412", script: list(says(412, soError, asJSON)),
			outcome: rejected, is: list(superoffice.ErrPreconditionFailed), status: 412, posts: 1,
		},
		{
			name: "413 while the body is still being sent, then the end", script: list(says(413, "", "Connection: close")),
			outcome: rejected, status: 413, posts: 1,
		},
		{
			name: "421 at a fixed address", script: list(says(421, `{"Message":"Wrong subdomain used to access tenant"}`, asJSON)),
			outcome: rejected, is: list(superoffice.ErrMisdirected), status: 421, posts: 1, says: "Wrong subdomain used to access tenant",
		},
		{
			name: "an error body that hangs", script: list(hangs(head(404, "Content-Length: 100") + `{"Message":"half`)),
			outcome: rejected, is: list(superoffice.ErrNotFound), status: 404, posts: 1, waits: list(exactly(30 * time.Second)),
		},
		{
			name: "an error body of 64 MiB", script: list(says(400, strings.Repeat("x", 64<<20))),
			outcome: rejected, status: 400, posts: 1,
		},
	})
}

func TestTooManyRequests(t *testing.T) {
	t.Parallel()
	now := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) // in every bubble
	limited := func(retryAfter string) reply {
		return says(429, `{"Message":"slow down"}`, asJSON, "Retry-After: "+retryAfter)
	}
	exhausted := list(pause(1), pause(2), pause(3))
	rate := list(superoffice.ErrRateLimited)
	runFaults(t, []fault{
		{
			name: "429 without Retry-After, for ever", script: list(says(429, "")),
			outcome: rejected, is: rate, status: 429, posts: 4, waits: exhausted,
		},
		{
			name: "429 in seconds, then success", script: list(limited("2"), saved()),
			outcome: success, posts: 2, waits: list(exactly(2 * time.Second)),
		},
		{
			name: "429 in seconds less than the usual wait", script: list(limited("0"), saved()),
			outcome: success, posts: 2, waits: list(pause(1)),
		},
		{
			name: "429 as a date, then success", script: list(limited(now.Add(3*time.Second).Format(http.TimeFormat)), saved()),
			outcome: success, posts: 2, waits: list(exactly(3 * time.Second)),
		},
		{
			name: "429 as a date of RFC 850, then success", script: list(limited(now.Add(3*time.Second).Format("Monday, 02-Jan-06 15:04:05 GMT")), saved()),
			outcome: success, posts: 2, waits: list(exactly(3 * time.Second)),
		},
		{
			name: "429 as a date in the past, for ever", script: list(limited(now.Add(-time.Hour).Format(http.TimeFormat))),
			outcome: rejected, is: rate, status: 429, posts: 4, waits: exhausted,
		},
		{
			name: "429 of an hour", script: list(limited("3600")),
			outcome: rejected, is: rate, status: 429, posts: 1, after: time.Hour,
		},
		{
			name: "429 as a date in an hour", script: list(limited(now.Add(time.Hour).Format(http.TimeFormat))),
			outcome: rejected, is: rate, status: 429, posts: 1, after: time.Hour,
		},
		{
			name: "429 at the longest wait", script: list(limited("30"), saved()),
			outcome: success, posts: 2, waits: list(exactly(30 * time.Second)),
		},
		{
			name: "429 just above the longest wait", script: list(limited("31")),
			outcome: rejected, is: rate, status: 429, posts: 1, after: 31 * time.Second,
		},
		{
			name: "429 that overflows a Duration", script: list(limited("9223372037")),
			outcome: rejected, is: rate, status: 429, posts: 1, after: 1<<63 - 1,
		},
		{
			name: "429 that overflows an int64", script: list(limited("99999999999999999999999")),
			outcome: rejected, is: rate, status: 429, posts: 1, after: 1<<63 - 1,
		},
		{
			name: "429 negative, for ever", script: list(limited("-3600")),
			outcome: rejected, is: rate, status: 429, posts: 4, waits: exhausted,
		},
		{
			name: "429 with garbage, for ever", script: list(limited("soon")),
			outcome: rejected, is: rate, status: 429, posts: 4, waits: exhausted,
		},
		{
			name: "429 with a fraction, for ever", script: list(limited("1.5")),
			outcome: rejected, is: rate, status: 429, posts: 4, waits: exhausted,
		},
		{
			name: "429 beyond the caller's deadline", script: list(limited("10")), until: deadline(5 * time.Second),
			outcome: rejected, is: rate, status: 429, posts: 1, after: 10 * time.Second,
		},
		{
			name: "429 with MaxAttempts 1", script: list(limited("1")), opts: list(superoffice.WithRetry(superoffice.Retry{MaxAttempts: 1})),
			outcome: rejected, is: rate, status: 429, posts: 1, after: time.Second,
		},
		{
			name: "429 of half an hour with a MaxWait of an hour, then success", script: list(limited("1800"), saved()),
			opts:    list(superoffice.WithRetry(superoffice.Retry{MaxWait: time.Hour})),
			outcome: success, posts: 2, waits: list(exactly(30 * time.Minute)),
		},
	})
}
