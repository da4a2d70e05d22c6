package superoffice_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

// numbered gives token-s3cr3t-1, token-s3cr3t-2, … and tells the server to
// accept each.
type numbered struct {
	server *superofficetest.Server
	life   time.Duration
	work   func(ctx context.Context) error // nil: none
	given  atomic.Int64
}

func (n *numbered) Token(ctx context.Context) (superoffice.Token, error) {
	number := n.given.Add(1)
	if n.work != nil {
		if err := n.work(ctx); err != nil {
			return superoffice.Token{}, err
		}
	}
	token := superoffice.Token{Value: fmt.Sprintf("8A:token-s3cr3t-%d", number)}
	if n.life != 0 {
		token.Expiry = time.Now().Add(n.life)
	}
	n.server.AcceptBearer(token.Value, time.Time{})
	return token, nil
}

func signedIn(t *testing.T, srv *superofficetest.Server, source superoffice.TokenSource) *superoffice.Client {
	t.Helper()
	client, err := superoffice.New(srv.URL, superoffice.BearerSource(source))
	if err != nil {
		t.Fatal(err)
	}
	return client
}

// createOne returns what became of one create.
func createOne(ctx context.Context, client *superoffice.Client) (superoffice.Response, error) {
	var response superoffice.Response
	_, err := client.CreateChatSession(ctx, &models.ChatSessionEntity{TopicID: 2}, superoffice.WithResponse(&response))
	return response, err
}

func TestRefusedTokenIsReplacedOnce(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name   string
		status int
		life   time.Duration
		again  bool
	}{
		{"401", http.StatusUnauthorized, time.Hour, true},
		{"401 without an expiry", http.StatusUnauthorized, 0, true},
		{"403 after the token's time", http.StatusForbidden, -time.Hour, true},
		{"403 within the token's time", http.StatusForbidden, time.Hour, false},
		{"403 without an expiry", http.StatusForbidden, 0, false},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t, superofficetest.WithExpiredStatus(row.status))
			source := &numbered{server: srv, life: time.Hour}
			response, err := createOne(t.Context(), signedIn(t, srv, &expiringOnce{source, row.life}))
			if !row.again {
				if !errors.Is(err, superoffice.ErrForbidden) || superoffice.OutcomeOf(err) != superoffice.OutcomeRejected || source.given.Load() != 1 {
					t.Errorf("%v after %d tokens", err, source.given.Load())
				}
				return
			}
			if err != nil || response.Attempts != 2 || source.given.Load() != 2 || len(srv.ChatSessions()) != 1 {
				t.Errorf("%v, %d attempts, %d tokens, %d records", err, response.Attempts, source.given.Load(), len(srv.ChatSessions()))
			}
		})
	}
}

// expiringOnce gives a first token that the server takes for expired, whatever
// its own idea of the token's life is.
type expiringOnce struct {
	*numbered

	life time.Duration
}

func (e *expiringOnce) Token(ctx context.Context) (superoffice.Token, error) {
	token, err := e.numbered.Token(ctx)
	if e.given.Load() == 1 {
		e.server.Expire(token.Value)
		token.Expiry = time.Time{}
		if e.life != 0 {
			token.Expiry = time.Now().Add(e.life)
		}
	}
	return token, err
}

func TestTokenThatIsRefusedAgainEndsTheCall(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	client := signedIn(t, srv, refusedSource{new(atomic.Int64)})
	_, err := createOne(t.Context(), client)
	if !errors.Is(err, superoffice.ErrUnauthorized) || superoffice.OutcomeOf(err) != superoffice.OutcomeRejected || len(srv.Requests()) != 2 {
		t.Errorf("%v after %d requests", err, len(srv.Requests()))
	}
	checkNoSecret(t, err)
}

// refusedSource gives tokens that nobody accepts.
type refusedSource struct{ given *atomic.Int64 }

func (s refusedSource) Token(context.Context) (superoffice.Token, error) {
	return superoffice.Token{Value: fmt.Sprintf("8A:s3cr3t-%d", s.given.Add(1))}, nil
}

func TestSameTokenAgainIsNotTried(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	client := signedIn(t, srv, fixedSource("8A:s3cr3t"))
	if _, err := createOne(t.Context(), client); !errors.Is(err, superoffice.ErrUnauthorized) || len(srv.Requests()) != 1 {
		t.Errorf("%v after %d requests", err, len(srv.Requests()))
	}
}

func TestRefreshStormFetchesOnce(t *testing.T) {
	t.Parallel()
	const callers = 500
	srv := superofficetest.Start(t)
	source := &numbered{server: srv}
	client := signedIn(t, srv, source)
	if _, err := createOne(t.Context(), client); err != nil {
		t.Fatal(err)
	}
	srv.Expire("8A:token-s3cr3t-1")
	var wg sync.WaitGroup
	for range callers {
		wg.Go(func() {
			if _, err := createOne(t.Context(), client); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if n := source.given.Load(); n != 2 {
		t.Errorf("%d tokens were fetched, want 2", n)
	}
	if n := len(srv.ChatSessions()); n != callers+1 {
		t.Errorf("%d records, want %d", n, callers+1)
	}
}

func TestSourceThatFails(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	down := errors.New("the vault is sealed")
	for _, row := range []struct {
		name string
		work func(context.Context) error
		is   error
	}{
		{"with an error", func(context.Context) error { return down }, down},
		{"with a panic", func(context.Context) error { panic("s3cr3t") }, nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			_, err := createOne(t.Context(), signedIn(t, srv, &numbered{server: srv, work: row.work}))
			if err == nil || superoffice.OutcomeOf(err) != superoffice.OutcomeNotSent || row.is != nil && !errors.Is(err, row.is) {
				t.Errorf("outcome %s: %v", superoffice.OutcomeOf(err), err)
			}
			checkNoSecret(t, err)
		})
	}
	if n := len(srv.Requests()); n != 0 {
		t.Errorf("%d requests were sent without a token", n)
	}
}

func TestSourceThatFailsAfterARefusal(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	down := errors.New("the vault is sealed")
	source := &numbered{server: srv}
	client := signedIn(t, srv, source)
	if _, err := createOne(t.Context(), client); err != nil {
		t.Fatal(err)
	}
	srv.Expire("8A:token-s3cr3t-1")
	source.work = func(context.Context) error { return down }
	_, err := createOne(t.Context(), client)
	if !errors.Is(err, superoffice.ErrUnauthorized) || !errors.Is(err, down) || superoffice.OutcomeOf(err) != superoffice.OutcomeRejected {
		t.Errorf("outcome %s: %v", superoffice.OutcomeOf(err), err)
	}
}

func TestCallerWhoGivesUpLeavesTheTokenToOthers(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	begun, release := make(chan struct{}), make(chan struct{})
	source := &numbered{server: srv, work: func(ctx context.Context) error {
		close(begun)
		<-release
		return ctx.Err()
	}}
	client := signedIn(t, srv, source)
	bored := errors.New("bored")
	ctx, cancel := context.WithCancelCause(t.Context())
	var wg sync.WaitGroup
	wg.Go(func() {
		_, err := createOne(ctx, client)
		if !errors.Is(err, bored) || !errors.Is(err, context.Canceled) || superoffice.OutcomeOf(err) != superoffice.OutcomeNotSent {
			t.Errorf("who gave up got outcome %s: %v", superoffice.OutcomeOf(err), err)
		}
	})
	<-begun
	wg.Go(func() {
		if _, err := createOne(t.Context(), client); err != nil {
			t.Errorf("who waited got %v", err)
		}
	})
	cancel(bored)
	close(release)
	wg.Wait()
	if n := source.given.Load(); n != 1 {
		t.Errorf("%d tokens were fetched, want 1", n)
	}
}

func TestTokenThatAHeaderCannotCarry(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	for _, value := range []string{"", "8A:s3cr3t\r\nX-Evil: 1", " 8A:s3cr3t"} {
		_, err := createOne(t.Context(), signedIn(t, srv, fixedSource(value)))
		if err == nil || superoffice.OutcomeOf(err) != superoffice.OutcomeNotSent || strings.Contains(err.Error(), "Evil") {
			t.Errorf("token %q: %v", value, err)
		}
		checkNoSecret(t, err)
	}
}
