package superoffice_test

import (
	"errors"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-superoffice/superoffice"
)

// Each attempt carries the same header, with each credential and cookie once.
func TestRepeatsCarryTheSameHeader(t *testing.T) {
	t.Parallel()
	for i, auth := range signIns() {
		synctest.Test(t, func(t *testing.T) {
			jar, err := cookiejar.New(nil)
			if err != nil {
				t.Fatal(err)
			}
			jar.SetCookies(&url.URL{Scheme: "http", Host: "127.0.0.1"}, cookies("jar=kept"))
			row := fault{
				make: creates()["user"], script: list(says(429, ""), says(429, "", "Set-Cookie: balance=node2"), saved()),
				client: func(c *http.Client) { c.Jar = jar },
			}
			client, server := row.connect(t, auth, list[superoffice.ClientOption](superoffice.WithAppToken("app"), superoffice.WithHeader("X-Further", "x")))
			if err := row.send(t, client, row.make); err != nil {
				t.Fatal(err)
			}
			got := server.requests()
			if len(got) != 3 {
				t.Fatalf("scheme %d: %d requests, want 3", i, len(got))
			}
			for _, name := range []string{"Authorization", "X-Xsrf-Token", "So-Apptoken", "So-Timezone", "X-Further", "Content-Type", "Accept"} {
				for _, r := range got[1:] {
					if values := r.header[name]; len(values) > 1 || !slices.Equal(values, got[0].header[name]) {
						t.Errorf("scheme %d: %s is %q, then %q", i, name, got[0].header[name], values)
					}
				}
			}
			for n, r := range got {
				names := map[string]int{}
				for _, cookie := range readCookies(r.header) {
					names[cookie.Name]++
				}
				want := map[string]int{"jar": 1}
				if r.header.Get("X-Xsrf-Token") != "" {
					want["session"] = 1
				}
				if n == 2 {
					want["balance"] = 1
				}
				if len(names) != len(want) || names["jar"] != 1 || names["session"] != want["session"] || names["balance"] != want["balance"] {
					t.Errorf("scheme %d: attempt %d has the cookies %v, want %v", i, n+1, names, want)
				}
			}
		})
	}
}

func readCookies(h http.Header) []*http.Cookie {
	return (&http.Request{Header: h}).Cookies()
}

// watched is a transport that tells when its idle connections are closed.
type watched struct {
	*http.Transport

	closed int
}

func (w *watched) CloseIdleConnections() { w.closed++ }

func TestFailuresLeaveTheCallersClientAlone(t *testing.T) {
	t.Parallel()
	for _, row := range []fault{
		{name: "a failure", script: list(says(500, ""))},
		{name: "a lost connection", script: list(dropsAfterReading)},
		{name: "a hang", script: list(hangs(""))},
		{name: "429 that lasts", script: list(says(429, ""))},
		{name: "a wait that is cancelled", script: list(says(429, "")), until: shutdown(time.Millisecond)},
		{name: "an answer that is none", script: list(says(200, "null", asJSON))},
		{name: "a redirect", script: list(says(302, "", "Location: /"))},
		{name: "no connection", dial: fails(errors.New("refused"))},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				var mine *http.Client
				var kept http.Client
				row.make = creates()["user"]
				row.client = func(c *http.Client) {
					transport, _ := c.Transport.(*http.Transport)
					*c = http.Client{Transport: &watched{Transport: transport}, Timeout: time.Hour}
					mine, kept = c, *c
				}
				if err := row.fail(t); err == nil {
					t.Fatal("no error")
				}
				if mine.Transport != kept.Transport || mine.CheckRedirect != nil || mine.Jar != nil || mine.Timeout != kept.Timeout {
					t.Error("the client was changed")
				}
				if w, ok := mine.Transport.(*watched); !ok || w.closed != 0 {
					t.Error("idle connections were closed")
				}
			})
		})
	}
}

// A transport may keep the request of an attempt that was given up, and read
// its header while the next attempt is made.
func TestAttemptsShareNoHeader(t *testing.T) {
	t.Parallel()
	var reading sync.WaitGroup
	attempts := 0
	client := newClient(t, base, pageAuth, quick, silent(func(req *http.Request) (*http.Response, error) {
		attempts++
		reading.Go(func() {
			for range 1000 {
				_ = req.Header.Clone()
			}
		})
		status := http.StatusTooManyRequests
		if attempts == 3 {
			status = http.StatusBadRequest
		}
		return &http.Response{StatusCode: status, Header: http.Header{}, Body: http.NoBody}, nil
	}))
	if err := createSmallUser(t, client); superoffice.OutcomeOf(err) != rejected || attempts != 3 {
		t.Errorf("%v after %d attempts", err, attempts)
	}
	reading.Wait()
}
