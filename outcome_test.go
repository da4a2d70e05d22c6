package superoffice_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

func TestOutcomeOf(t *testing.T) {
	t.Parallel()
	ours := &superoffice.Error{Outcome: rejected}
	for name, row := range map[string]struct {
		err  error
		want superoffice.Outcome
	}{
		"nil":                                {nil, ""},
		"ours":                               {ours, rejected},
		"ours, wrapped":                      {fmt.Errorf("creating: %w", fmt.Errorf("once: %w", ours)), rejected},
		"ours, among others":                 {errors.Join(errors.New("other"), ours), rejected},
		"not ours":                           {context.DeadlineExceeded, unknown},
		"ours, joined, the worst last":       {errors.Join(ours, fmt.Errorf("b: %w", &superoffice.Error{Outcome: unknown})), unknown},
		"ours, joined, the worst first":      {fmt.Errorf("%w and %w", ours, &superoffice.Error{Outcome: notSent}), rejected},
		"ours, for an error of another call": {&superoffice.Error{Outcome: notSent, Err: &superoffice.Error{Outcome: unknown}}, notSent},
		"ours, that was not filled":          {new(superoffice.Error), unknown},
		"ours, by a method":                  {convertibleError{ours}, rejected},
	} {
		if got := superoffice.OutcomeOf(row.err); got != row.want {
			t.Errorf("%s: %q, want %q", name, got, row.want)
		}
	}
}

// convertibleError is another type of error that can be had as ours.
type convertibleError struct{ ours *superoffice.Error }

func (convertibleError) Error() string { return "another type" }
func (e convertibleError) As(target any) bool {
	to, ok := target.(**superoffice.Error)
	if ok {
		*to = e.ours
	}
	return ok
}

// silent is a transport without httptrace, as mocks are.
func silent(f roundTrip) superoffice.ClientOption {
	return superoffice.WithHTTPClient(&http.Client{Transport: f})
}

func TestATransportThatTellsNothingLeavesTheOutcomeUnknown(t *testing.T) {
	t.Parallel()
	errLost := errors.New("lost")
	client := newClient(t, base, pageAuth, silent(func(*http.Request) (*http.Response, error) { return nil, errLost }))
	err := createSmallUser(t, client)
	e, ok := errors.AsType[*superoffice.Error](err)
	if !ok || e.Outcome != unknown || e.Attempts != 1 || !errors.Is(err, errLost) {
		t.Errorf("%v", err)
	}
}

// endingJar ends the context when it is asked for cookies, which is after the
// last look at the context and before the transport is reached.
type endingJar struct{ end context.CancelFunc }

func (endingJar) SetCookies(*url.URL, []*http.Cookie) {}
func (j endingJar) Cookies(*url.URL) []*http.Cookie   { j.end(); return nil }

func TestNothingIsSentOnceTheContextIsOver(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	client := newClient(t, base, pageAuth, superoffice.WithHTTPClient(&http.Client{
		Jar: endingJar{cancel},
		Transport: roundTrip(func(req *http.Request) (*http.Response, error) {
			return nil, req.Context().Err()
		}),
	}))
	_, err := client.CreateUser(ctx, &models.User{Name: "OLA"})
	e, ok := errors.AsType[*superoffice.Error](err)
	if !ok || e.Outcome != notSent || e.Attempts != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// The SDK's own transport looks at the context before it asks for a connection;
// of another one nobody knows.
func TestATimeOutThatIsOverAtOnce(t *testing.T) {
	t.Parallel()
	listener := listenOnLoopback(t)
	t.Cleanup(func() { listener.Close() })
	url := "http://" + listener.Addr().String()
	for name, row := range map[string]struct {
		opts     []superoffice.ClientOption
		outcome  superoffice.Outcome
		attempts int
	}{
		"own":     {list(quick), notSent, 4},
		"another": {list(quick, superoffice.WithHTTPClient(&http.Client{Transport: new(http.Transport)})), unknown, 1},
	} {
		client := newClient(t, url, pageAuth, row.opts...)
		var response superoffice.Response
		err := createSmallUser(t, client, superoffice.WithTimeout(1), superoffice.WithResponse(&response))
		if superoffice.OutcomeOf(err) != row.outcome || response.Attempts != row.attempts || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: %v after %d attempts", name, err, response.Attempts)
		}
	}
}

func TestTransportsThatBreakTheirContract(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		transport roundTrip
		status    int
	}{
		"neither response nor error": {func(*http.Request) (*http.Response, error) { return nil, nil }, 0},
		"no body":                    {func(*http.Request) (*http.Response, error) { return &http.Response{StatusCode: http.StatusOK}, nil }, http.StatusOK},
		"a failure without a body": {func(*http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: http.StatusBadGateway}, nil
		}, http.StatusBadGateway},
		"response and error": {func(*http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: http.StatusServiceUnavailable, Header: http.Header{}, Body: http.NoBody}, errors.New("both")
		}, http.StatusServiceUnavailable},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := createSmallUser(t, newClient(t, base, pageAuth, silent(row.transport)))
			e, ok := errors.AsType[*superoffice.Error](err)
			if !ok || e.Outcome != unknown || e.StatusCode != row.status {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestAnErrorWithoutAnythingInItPrints(t *testing.T) {
	t.Parallel()
	for _, err := range []error{new(superoffice.Error), &superoffice.Error{Outcome: unknown, StatusCode: 418}} {
		if err.Error() == "" || fmt.Sprintf("%+v", err) != err.Error() || errors.Is(err, superoffice.ErrServer) || errors.Is(err, nil) {
			t.Errorf("%q", err)
		}
	}
}
