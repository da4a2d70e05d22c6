package loginhost

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"
)

// Answer is what the login host said, whatever the status.
type Answer struct {
	StatusCode int
	Header     http.Header
	Body       []byte
}

// ErrTooLong is reported for an answer over the limit.
var ErrTooLong = errors.New("the answer is too long")

// Client returns a copy of client that follows no redirect and keeps no
// cookies, so that what is sent reaches the login host and nobody else. A nil
// client gives one with a time-out over the default transport.
func Client(client *http.Client) *http.Client {
	own := http.Client{Timeout: 30 * time.Second}
	if client != nil {
		own = *client
	}
	own.Jar = nil
	own.CheckRedirect = func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}
	own.Transport = locationBlind{own.Transport}
	return &own
}

// locationBlind hides the Location header from net/http, which otherwise fails
// on one that it cannot parse before it asks whether to follow.
type locationBlind struct{ next http.RoundTripper }

// RoundTrip is the next one's, without the Location of a redirect.
func (t locationBlind) RoundTrip(req *http.Request) (*http.Response, error) {
	next := t.next
	if next == nil {
		next = http.DefaultTransport
	}
	resp, err := next.RoundTrip(req)
	if resp != nil && resp.StatusCode/100 == 3 {
		resp.Header.Del("Location")
	}
	return resp, err
}

// Ask sends req with a client from [Client] and reads the answer up to limit
// bytes. An error does not quote the URL.
func Ask(client *http.Client, req *http.Request, limit int64) (*Answer, error) {
	resp, err := client.Do(req) //nolint:gosec // the configured login host
	if err != nil {
		return nil, unquoted(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("reading the answer: %w", err)
	case int64(len(body)) > limit:
		return nil, ErrTooLong
	}
	return &Answer{StatusCode: resp.StatusCode, Header: resp.Header, Body: body}, nil
}

func unquoted(err error) error {
	if urlErr, ok := errors.AsType[*url.Error](err); ok {
		return urlErr.Err
	}
	return err
}
