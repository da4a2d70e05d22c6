package superoffice

import (
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
)

// Response is what came back, for [WithResponse]. With it a caller can tell
// null, absent and zero apart, which the models do not.
type Response struct {
	StatusCode int         // 0 when no response arrived
	Header     http.Header // nil when no response arrived
	// TimeZone is the zone that the server says the dates are in, "" when it
	// does not say.
	TimeZone string
	Attempts int
	// Body is a copy: all of it on success, at most 64 KiB on failure. It may
	// hold secrets, such as a session key.
	Body []byte
}

// Format prints the status and nothing else, whatever the verb.
func (r Response) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, r.text()) }

// LogValue logs the status and the number of attempts.
func (r Response) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("status", r.StatusCode), slog.Int("attempts", r.Attempts))
}

func (r Response) text() string {
	return "superoffice.Response(status " + strconv.Itoa(r.StatusCode) + ", " + strconv.Itoa(len(r.Body)) + " bytes)"
}

// report logs the end of the call and fills the caller's Response.
func (c *call) report(succeeded bool) {
	c.logAnswer(succeeded)
	r := c.options.response
	if r == nil {
		return
	}
	*r = Response{Attempts: c.attempts}
	a := c.answered
	if a == nil {
		return
	}
	r.StatusCode, r.Header = a.status, a.header
	zone, _, _ := strings.Cut(a.header.Get("So-Timezone"), ",")
	r.TimeZone = strings.TrimSpace(zone)
	if r.Body = bytes.Clone(a.body); !succeeded {
		r.Body = excerpt(a.body)
	}
}
