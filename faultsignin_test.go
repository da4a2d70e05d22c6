package superoffice_test

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/go-superoffice/superoffice"
)

// sourceOf gives its tokens in turn, and what follows.
type sourceOf struct {
	tokens []string
	life   time.Duration // of each token, when not 0
	then   superoffice.TokenSource

	mu    sync.Mutex
	given int
}

func (s *sourceOf) Token(ctx context.Context) (superoffice.Token, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.given == len(s.tokens) && s.then != nil {
		return s.then.Token(ctx)
	}
	token := superoffice.Token{Value: s.tokens[min(s.given, len(s.tokens)-1)]}
	if s.life != 0 {
		token.Expiry = time.Now().Add(s.life)
	}
	s.given++
	return token, nil
}

// failingSource gives an error.
type failingSource struct{ err error }

func (s failingSource) Token(context.Context) (superoffice.Token, error) {
	return superoffice.Token{}, s.err
}

func TestRefusedCredentials(t *testing.T) {
	t.Parallel()
	bearer := func(source superoffice.TokenSource) func() superoffice.Auth {
		return func() superoffice.Auth { return superoffice.BearerSource(source) }
	}
	tokens := func(life time.Duration, then superoffice.TokenSource, tokens ...string) func() superoffice.Auth {
		return func() superoffice.Auth {
			return superoffice.BearerSource(&sourceOf{tokens: tokens, life: life, then: then})
		}
	}
	three := tokens(0, nil, "8A:one-s3cr3t", "8A:two-s3cr3t", "8A:three-s3cr3t")
	errDown := errors.New("the login host is down")
	unauthorized, forbidden := list(superoffice.ErrUnauthorized), list(superoffice.ErrForbidden)
	once := list(superoffice.WithRetry(superoffice.Retry{MaxAttempts: 1}))
	refused := says(401, `{"Message":"Authorization has been denied for this request."}`, asJSON)
	runFaults(t, []fault{
		{name: "401, then success with a new token", auth: three, script: list(refused, saved()), posts: 2},
		{name: "401, then success with a new token and MaxAttempts 1", auth: three, opts: once, script: list(refused, saved()), posts: 2},
		{name: "401 also with the new token", auth: three, script: list(refused), outcome: rejected, is: unauthorized, status: 401, posts: 2},
		{
			name: "401 and the same token again", auth: bearer(fixedSource("8A:same-s3cr3t")), script: list(refused),
			outcome: rejected, is: unauthorized, status: 401, posts: 1,
		},
		{
			name: "401 and no other token to be had", auth: tokens(0, failingSource{errDown}, "8A:one-s3cr3t"), script: list(refused),
			outcome: rejected, is: append(list(errDown), unauthorized...), status: 401, posts: 1, says: "down",
		},
		{name: "401 with a new token, then 500", auth: three, script: list(refused, says(500, "")), outcome: unknown, is: append(list(superoffice.ErrServer), unauthorized...), status: 500, posts: 2},
		{
			name: "401 with a new token, then 429 three times and success", auth: three, script: list(refused, says(429, ""), says(429, ""), says(429, ""), saved()),
			posts: 5, waits: list(pause(1), pause(2), pause(3)),
		},
		{
			name: "429, 401 with a new token, then 429 for ever", auth: three, script: list(says(429, ""), refused, says(429, "")),
			outcome: rejected, is: append(list(superoffice.ErrRateLimited), unauthorized...), status: 429, posts: 5, waits: list(pause(1), pause(2), pause(3)),
		},
		{name: "403 with a token whose expiry is unknown", auth: three, script: list(says(403, ""), saved()), outcome: rejected, is: forbidden, status: 403, posts: 1},
		{
			name: "403 with a token that is still good", auth: tokens(time.Hour, nil, "8A:one-s3cr3t"), script: list(says(403, ""), saved()),
			outcome: rejected, is: forbidden, status: 403, posts: 1,
		},
		{
			name: "403 with a token that expired on the way", auth: tokens(time.Minute, nil, "8A:one-s3cr3t", "8A:two-s3cr3t"),
			script: list(late(2*time.Minute, says(403, "")), saved()), call: list[superoffice.CallOption](superoffice.WithTimeout(time.Hour)),
			posts: 2, waits: list(exactly(2 * time.Minute)),
		},
		{
			name: "no token to be had", auth: bearer(failingSource{errDown}),
			outcome: notSent, is: list(errDown), says: "down",
		},
		{
			name: "a token that no header can carry", auth: bearer(fixedSource("s3cr3t\r\nX: y")),
			outcome: notSent,
		},
		{name: "an empty token", auth: bearer(fixedSource("")), outcome: notSent},
		{
			name: "a server that repeats the credential", auth: func() superoffice.Auth { return superoffice.Basic("tje0", "pass-s3cr3t") },
			script:  list(says(401, `{"Message":"pass-s3cr3t is wrong, and so is dGplMDpwYXNzLXMzY3IzdA=="}`, asJSON)),
			outcome: rejected, is: unauthorized, status: 401, posts: 1, says: "[redacted] is wrong, and so is [redacted]",
		},
		{
			name: "a server that repeats the token", auth: bearer(fixedSource("8A:repeated-s3cr3t")),
			script:  list(says(500, `{"ErrorMessage":"8A:repeated-s3cr3t","ErrorType":"8A:repeated-s3cr3t","ErrorSource":"8A:repeated-s3cr3t"}`, asJSON)),
			outcome: unknown, is: list(superoffice.ErrServer), status: 500, posts: 1,
		},
		{
			name: "a server that repeats the rest of the request", auth: bearer(fixedSource("8A:x")),
			script:  list(says(404, "no app-s3cr3t, header-s3cr3t or User?$select=query-s3cr3t")),
			outcome: rejected, is: list(superoffice.ErrNotFound), status: 404, posts: 1, says: "no [redacted], [redacted] or User?[redacted]",
		},
		{
			name: "a server that repeats a query as it came, and as it reads", auth: bearer(fixedSource("8A:x")),
			make: func(ctx context.Context, client *superoffice.Client, opts ...superoffice.CallOption) error {
				return client.Do(ctx, http.MethodGet, "User?name=Ola%20s3cr3t", nil, nil, opts...)
			},
			script:  list(says(404, "no User?name=Ola%20s3cr3t&$select=query-s3cr3t, no name=Ola s3cr3t&$select=query-s3cr3t")),
			outcome: rejected, is: list(superoffice.ErrNotFound), status: 404, posts: 1, says: "no User?[redacted], no [redacted]",
		},
		{
			name: "a server that repeats the session key", make: creates()["chat session"], script: list(says(400, "key-s3cr3t")),
			outcome: rejected, status: 400, posts: 1, says: "Bad Request: [redacted]",
		},
		{
			name: "a server that repeats the user's password", make: creates()["user"], script: list(says(400, "value-s3cr3t")),
			outcome: rejected, status: 400, posts: 1, says: "Bad Request: [redacted]",
		},
		{
			name: "a secret that holds another", auth: bearer(fixedSource("app-s3cr3t-and-s3cr3t")), script: list(says(400, "app-s3cr3t-and-s3cr3t")),
			outcome: rejected, status: 400, posts: 1, says: "Bad Request: [redacted] (",
		},
		{
			name: "a server that repeats the cookie", auth: func() superoffice.Auth { return superoffice.XSRF("xsrf-s3cr3t", cookies("session=cookie-s3cr3t")...) },
			script:  list(says(403, "xsrf-s3cr3t and cookie-s3cr3t")),
			outcome: rejected, is: forbidden, status: 403, posts: 1, says: "[redacted] and [redacted]",
		},
	})
}
