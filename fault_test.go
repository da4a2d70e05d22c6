package superoffice_test

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

// fault is one row of the fault tables: a situation, and what must be known
// about it afterwards.
type fault struct {
	name string

	script []reply                                                     // of the server
	dial   func(ctx context.Context) error                             // fails instead of dialling
	wrap   func() func(net.Conn) net.Conn                              // what is dialled
	secure *tls.Config                                                 // of the server; plain when nil
	trust  *tls.Config                                                 // of the client
	http2  []stream                                                    // the script, of a server of HTTP/2
	auth   func() superoffice.Auth                                     // each scheme in turn when nil
	opts   []superoffice.ClientOption                                  //
	call   []superoffice.CallOption                                    //
	make   request                                                     // both creates when nil
	client func(*http.Client)                                          // changes the one that is given
	before request                                                     // an earlier call, which succeeds
	until  func(context.Context) (context.Context, context.CancelFunc) // the caller's context

	outcome  superoffice.Outcome // "" for success
	is       []error             // all of the sentinels that match, and causes beside them
	status   int                 // of the last response
	posts    int                 // requests that the server got
	attempts int                 // as posts when 0
	waits    []span              // that the call took, on the fake clock
	after    time.Duration       // RetryAfter
	says     string              // part of the error's text
}

// request is what a row calls the client for.
type request func(ctx context.Context, client *superoffice.Client, opts ...superoffice.CallOption) error

// span is a time between a least and a most.
type span struct{ least, most time.Duration }

// sentinels either match an error or do not; each row says which do.
func sentinels() []error {
	return []error{
		superoffice.ErrConfig, superoffice.ErrInsecureURL, superoffice.ErrPrimaryKey, superoffice.ErrSelect,
		superoffice.ErrUnauthorized, superoffice.ErrForbidden, superoffice.ErrNotFound, superoffice.ErrConflict,
		superoffice.ErrPreconditionFailed, superoffice.ErrMisdirected, superoffice.ErrRateLimited, superoffice.ErrServer,
		superoffice.ErrRedirect, superoffice.ErrInvalidResponse, superoffice.ErrResponseTooLarge,
		superoffice.ErrTenantUnavailable, context.Canceled, context.DeadlineExceeded,
	}
}

// creates are both create methods, with a secret wherever an entity has room
// for one.
func creates() map[string]request {
	return map[string]request{
		"chat session": func(ctx context.Context, client *superoffice.Client, opts ...superoffice.CallOption) error {
			session, err := client.CreateChatSession(ctx, &models.ChatSessionEntity{
				TopicID: 2, FirstMessage: "body-s3cr3t", SessionKey: "key-s3cr3t",
			}, opts...)
			if err == nil && session.ChatSessionID != 405 || err != nil && session != nil {
				return errors.Join(err, errors.New("the session does not go with the error"))
			}
			return err
		},
		"user": func(ctx context.Context, client *superoffice.Client, opts ...superoffice.CallOption) error {
			user, err := client.CreateUser(ctx, &models.User{
				Name: "body-s3cr3t", Credentials: []models.Credential{{Value: "value-s3cr3t"}},
			}, opts...)
			if err == nil && user.AssociateID != 891 || err != nil && user != nil {
				return errors.Join(err, errors.New("the user does not go with the error"))
			}
			return err
		},
	}
}

func runFaults(t *testing.T, rows []fault) {
	t.Helper()
	for i, row := range rows {
		requests := creates()
		if row.make != nil {
			requests = map[string]request{"call": row.make}
		}
		for kind, call := range requests {
			turn := i
			if kind == "user" {
				turn++
			}
			t.Run(row.name+"/"+kind, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) { row.run(t, call, turn) })
			})
		}
	}
}

// run makes the row's call in a bubble and checks everything about it.
func (f *fault) run(t *testing.T, call request, turn int) {
	t.Helper()
	auth := signIns()[turn%len(signIns())]
	if f.auth != nil {
		auth = f.auth()
	}
	var records bytes.Buffer
	opts := append([]superoffice.ClientOption{
		superoffice.WithLogger(slog.New(slog.NewMultiHandler(
			slog.NewTextHandler(&records, nil), slog.NewJSONHandler(&records, nil)))),
		superoffice.WithAppToken("app-s3cr3t"),
		superoffice.WithHeader("X-Further", "header-s3cr3t"),
	}, f.opts...)
	client, server := f.connect(t, auth, opts)
	if f.before != nil {
		if err := f.before(t.Context(), client); err != nil {
			t.Fatal(err)
		}
		synctest.Wait() // until the transport has seen what became of its connection
		server.forget()
		records.Reset()
	}
	var response superoffice.Response
	callOpts := append([]superoffice.CallOption{
		superoffice.WithResponse(&response), superoffice.WithRawSelect("query-s3cr3t"),
	}, f.call...)

	start := time.Now()
	err := f.send(t, client, call, callOpts...)
	f.checkTime(t, time.Since(start))
	f.check(t, err)
	f.checkResponse(t, err, &response)
	f.checkServer(t, server)
	checkRecords(t, records.String(), f.tries(), f.outcome)
	checkNoSecret(t, records.String(), err, causeOf(err), client, *client, auth, callOpts, opts, response, &response)
}

// fail makes the row's call and returns its error.
func (f *fault) fail(t *testing.T) error {
	t.Helper()
	auth := superoffice.Basic("tje0", "password-s3cr3t")
	if f.auth != nil {
		auth = f.auth()
	}
	client, _ := f.connect(t, auth, f.opts)
	return f.send(t, client, f.make, f.call...)
}

func (f *fault) send(t *testing.T, client *superoffice.Client, call request, opts ...superoffice.CallOption) error {
	t.Helper()
	ctx, cancel := t.Context(), context.CancelFunc(func() {})
	if f.until != nil {
		ctx, cancel = f.until(ctx)
	}
	defer cancel()
	return call(ctx, client, opts...)
}

func causeOf(err error) string {
	if cause := errors.Unwrap(err); cause != nil {
		return cause.Error()
	}
	return ""
}

func (f *fault) tries() int {
	if f.attempts != 0 {
		return f.attempts
	}
	return f.posts
}

func (f *fault) checkTime(t *testing.T, took time.Duration) {
	t.Helper()
	var least, most time.Duration
	for _, s := range f.waits {
		least += s.least
		most += s.most
	}
	if took < least || took > most {
		t.Errorf("took %v, want %v to %v", took, least, most)
	}
}

func (f *fault) check(t *testing.T, err error) {
	t.Helper()
	if got := superoffice.OutcomeOf(err); got != f.outcome {
		t.Errorf("outcome %q, want %q; error: %v", got, f.outcome, err)
	}
	for _, sentinel := range append(sentinels(), f.is...) {
		want := slices.Contains(f.is, sentinel)
		if got := errors.Is(err, sentinel); got != want {
			t.Errorf("errors.Is(err, %v) is %v, want %v; error: %v", sentinel, got, want, err)
		}
	}
	if f.outcome == "" {
		if err != nil {
			t.Errorf("error %v, want none", err)
		}
		return
	}
	e, ok := errors.AsType[*superoffice.Error](err)
	if !ok {
		t.Fatalf("%T is no *superoffice.Error", err)
	}
	if e.StatusCode != f.status {
		t.Errorf("status %d, want %d; error: %v", e.StatusCode, f.status, err)
	}
	if (e.Header != nil) != (f.status != 0) {
		t.Errorf("header %v with status %d", e.Header, f.status)
	}
	if e.Attempts != f.tries() {
		t.Errorf("%d attempts, want %d; error: %v", e.Attempts, f.tries(), err)
	}
	if e.RetryAfter != f.after {
		t.Errorf("RetryAfter %v, want %v", e.RetryAfter, f.after)
	}
	if e.Method == "" || e.Path == "" || strings.ContainsAny(e.Path, "?") {
		t.Errorf("method %q, path %q", e.Method, e.Path)
	}
	if text := e.Error(); strings.ContainsAny(text, "\r\n") || !strings.Contains(text, f.says) {
		t.Errorf("text %q, want one line with %q", text, f.says)
	}
	if len(e.Body) > 64<<10 {
		t.Errorf("%d bytes of body", len(e.Body))
	}
}

func (f *fault) checkResponse(t *testing.T, err error, r *superoffice.Response) {
	t.Helper()
	want := f.status
	if f.outcome == "" && want == 0 {
		want = http.StatusOK
	}
	if r.StatusCode != want || r.Attempts != f.tries() {
		t.Errorf("response: status %d after %d attempts, want %d after %d", r.StatusCode, r.Attempts, want, f.tries())
	}
	if e, ok := errors.AsType[*superoffice.Error](err); ok && !bytes.Equal(e.Body, r.Body) {
		t.Errorf("response: body %.100q, error has %.100q", r.Body, e.Body)
	}
}

func (f *fault) checkServer(t *testing.T, server faulty) {
	t.Helper()
	got := server.requests()
	if len(got) != f.posts {
		t.Errorf("the server got %d requests, want %d", len(got), f.posts)
	}
	for i, r := range got {
		if i > 0 && (r.target != got[0].target || !bytes.Equal(r.body, got[0].body)) {
			t.Errorf("request %d is another than the first: %s", i+1, r.target)
		}
	}
}
