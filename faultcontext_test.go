package superoffice_test

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"time"

	"github.com/go-superoffice/superoffice"
)

type cancelling func(context.Context) (context.Context, context.CancelFunc)

// deadline is a caller's context with so much time left.
func deadline(d time.Duration) cancelling {
	return func(ctx context.Context) (context.Context, context.CancelFunc) { return context.WithTimeout(ctx, d) }
}

var errShutdown = errors.New("the program shuts down")

// shutdown is a caller's context that is cancelled after some time, for a reason.
func shutdown(after time.Duration) cancelling {
	return func(ctx context.Context) (context.Context, context.CancelFunc) {
		ctx, cancel := context.WithCancelCause(ctx)
		if after == 0 {
			cancel(errShutdown)
			return ctx, func() {}
		}
		stop := time.AfterFunc(after, func() { cancel(errShutdown) })
		return ctx, func() { stop.Stop(); cancel(nil) }
	}
}

// deadlineCause is a caller's deadline with a cause of its own.
func deadlineCause(d time.Duration) cancelling {
	return func(ctx context.Context) (context.Context, context.CancelFunc) {
		return context.WithTimeoutCause(ctx, d, errShutdown)
	}
}

func TestTheContextEndsTheCall(t *testing.T) {
	t.Parallel()
	both := list(context.Canceled, errShutdown)
	late := list(context.DeadlineExceeded, errShutdown)
	half := head(200, asJSON, "Content-Length: 500") + "{"
	long := says(429, `{"Message":"slow down"}`, asJSON, "Retry-After: 20")
	withHTTP := func(further ...error) []error { return append(further, both...) }
	soon := time.Second
	runFaults(t, []fault{
		{name: "before the call", until: shutdown(0), outcome: notSent, is: both},
		{name: "deadline passed before the call", until: deadline(-1), outcome: notSent, is: list(context.DeadlineExceeded)},
		{name: "before the header", script: list(hangs("")), until: shutdown(soon), outcome: unknown, is: both, posts: 1, waits: list(exactly(soon))},
		{name: "during the body", script: list(hangs(half)), until: shutdown(soon), outcome: unknown, is: both, status: 200, posts: 1, waits: list(exactly(soon))},
		{
			name: "during the body of a refusal", script: list(hangs(head(404, "Content-Length: 500") + "{")), until: shutdown(soon),
			outcome: rejected, is: withHTTP(superoffice.ErrNotFound), status: 404, posts: 1, waits: list(exactly(soon)),
		},
		{
			name: "during the body of a 429", script: list(hangs(head(429, "Content-Length: 500") + "{")), until: shutdown(soon),
			outcome: rejected, is: withHTTP(superoffice.ErrRateLimited), status: 429, posts: 1, waits: list(exactly(soon)),
		},
		{
			name: "during the wait", script: list(long), until: shutdown(soon),
			outcome: rejected, is: withHTTP(superoffice.ErrRateLimited), status: 429, posts: 1, after: 20 * time.Second, waits: list(exactly(soon)), says: "slow down",
		},
		{
			name: "deadline during the wait", script: list(says(429, "")), until: deadline(10 * time.Millisecond),
			outcome: rejected, is: list(superoffice.ErrRateLimited, context.DeadlineExceeded), status: 429, posts: 1, waits: list(exactly(10 * time.Millisecond)),
		},
		{
			name: "during the second attempt", script: list(says(429, "", "Retry-After: 1"), hangs("")), until: shutdown(3 * time.Second),
			outcome: unknown, is: withHTTP(superoffice.ErrRateLimited), status: 429, posts: 2, after: soon, waits: list(exactly(3 * time.Second)),
		},
		{
			name: "while dialling", dial: func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }, until: shutdown(soon),
			outcome: notSent, is: both, attempts: 1, waits: list(exactly(soon)),
		},
		{name: "deadline with a cause", script: list(hangs("")), until: deadlineCause(soon), outcome: unknown, is: late, posts: 1, waits: list(exactly(soon))},
		{
			name: "while a token is fetched", auth: func() superoffice.Auth { return superoffice.BearerSource(hangingSource{}) }, until: shutdown(soon),
			outcome: notSent, is: both, waits: list(exactly(soon)),
		},
		{
			name: "while another token is fetched", script: list(says(401, "")), until: shutdown(soon),
			auth: func() superoffice.Auth {
				return superoffice.BearerSource(&sourceOf{tokens: list("8A:first-s3cr3t"), then: hangingSource{}})
			},
			outcome: rejected, is: withHTTP(superoffice.ErrUnauthorized), status: 401, posts: 1, waits: list(exactly(soon)),
		},
		{
			name: "after the answer is complete", until: shutdown(time.Hour), posts: 1,
		},
	})
}

// hangingSource gives nothing until its context ends.
type hangingSource struct{}

func (hangingSource) Token(ctx context.Context) (superoffice.Token, error) {
	<-ctx.Done()
	return superoffice.Token{}, ctx.Err()
}

func TestARateLimitThatLeavesNoTurn(t *testing.T) {
	t.Parallel()
	slow := list(superoffice.WithRateLimit(0.1, 1))
	first := func(ctx context.Context, client *superoffice.Client, _ ...superoffice.CallOption) error {
		return client.Do(ctx, http.MethodDelete, "User/1", nil, nil)
	}
	runFaults(t, []fault{
		{name: "before the deadline", opts: slow, before: first, until: deadline(5 * time.Second), outcome: notSent, is: list(context.DeadlineExceeded), says: "rate limit"},
		{name: "before it is cancelled", opts: slow, before: first, until: shutdown(5 * time.Second), outcome: notSent, is: list(context.Canceled, errShutdown), waits: list(exactly(5 * time.Second))},
		{name: "at first", opts: slow, before: first, posts: 1, waits: list(exactly(10 * time.Second))},
		{
			name: "for the second attempt", opts: slow, until: deadline(5 * time.Second), script: list(says(429, "")),
			outcome: rejected, is: list(superoffice.ErrRateLimited, context.DeadlineExceeded), status: 429, posts: 1, waits: list(pause(1)),
		},
		{
			name: "though the caller's http.Client has a time-out", opts: slow, client: func(c *http.Client) { c.Timeout = time.Second },
			before: first, posts: 1, waits: list(exactly(10 * time.Second)),
		},
	})
}
