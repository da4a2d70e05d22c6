package superoffice_test

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

const (
	soakCallers = 256
	soakSeed    = 20260101
	soakFaults  = 0.4 // of the requests
	soakHaste   = 0.1 // of the calls, whose deadline is too short
)

// soakLimit is how long, or how many creates: SUPEROFFICE_SOAK=30s or =100000x.
func soakLimit(t *testing.T) (time.Duration, int64) {
	t.Helper()
	text := os.Getenv("SUPEROFFICE_SOAK")
	if count, ok := strings.CutSuffix(text, "x"); ok {
		n, err := strconv.ParseInt(count, 10, 64)
		if err != nil {
			t.Fatalf("SUPEROFFICE_SOAK=%s: want a number before x", text)
		}
		return time.Hour, n
	}
	switch {
	case text != "":
		d, err := time.ParseDuration(text)
		if err != nil {
			t.Fatalf("SUPEROFFICE_SOAK=%s: want a duration, or a number and x", text)
		}
		return d, 1 << 62
	case testing.Short():
		return time.Second / 5, 1 << 62
	}
	return 2 * time.Second, 1 << 62
}

// soaked is how one create ended.
type soaked struct {
	name    string // that no other create has
	user    bool
	outcome superoffice.Outcome
	id      int32
}

// Many callers create records while the server fails at random. Each call ends
// in exactly one way, and what is stored afterwards is what they were told. It
// does not run in parallel: it looks for goroutines that are left over.
func TestSoak(t *testing.T) {
	limit, most := soakLimit(t)
	authority, err := superofficetest.NewAuthority()
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := authority.Certificate("server", "127.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	withTLS := superofficetest.WithTLS(&tls.Config{Certificates: list(certificate)})
	t.Run("HTTP 1", func(t *testing.T) { soak(t, limit/2, most/2, nil) })
	t.Run("HTTP 2", func(t *testing.T) { soak(t, limit/2, most/2, authority.Client(), withTLS) })
}

// soak uses the SDK's own transport unless it is given a client.
func soak(t *testing.T, limit time.Duration, most int64, web *http.Client, options ...superofficetest.Option) {
	t.Helper()
	srv := superofficetest.NewServer(append(options,
		superofficetest.WithKeepLast(0), superofficetest.WithBearer("8A:one"), superofficetest.WithBearer("8A:two"))...)
	defer srv.Close()
	srv.Chaos(soakSeed, soakFaults)
	before := goleak.IgnoreCurrent()
	opts := list(superoffice.WithRetry(superoffice.Retry{MinWait: time.Millisecond, MaxWait: 5 * time.Millisecond}))
	if web != nil {
		opts = append(opts, superoffice.WithHTTPClient(web))
	}
	client, err := superoffice.New(srv.URL, superoffice.BearerSource(new(twoTokens)), opts...)
	if err != nil {
		t.Fatal(err)
	}

	start := time.Now()
	var started atomic.Int64
	results := make([][]soaked, soakCallers)
	var callers sync.WaitGroup
	for g := range results {
		callers.Go(func() {
			random := rand.New(rand.NewPCG(soakSeed, uint64(g)))
			for n := 0; time.Since(start) < limit && started.Add(1) <= most; n++ {
				result := soaked{name: fmt.Sprintf("%d-%d", g, n), user: random.IntN(2) == 0}
				ctx, cancel := context.WithCancel(t.Context())
				if random.Float64() < soakHaste {
					ctx, cancel = context.WithTimeout(ctx, time.Duration(random.Int64N(int64(10*time.Millisecond))))
				}
				err := result.create(ctx, client)
				cancel()
				result.outcome = superoffice.OutcomeOf(err)
				if e, ok := errors.AsType[*superoffice.Error](err); err != nil && (!ok || e.Attempts == 0 && e.Outcome != notSent) {
					t.Errorf("%s: %v", result.name, err)
				}
				results[g] = append(results[g], result)
			}
		})
	}
	callers.Wait()
	took := time.Since(start)
	// With the server still open: a connection that is left has a goroutine at
	// either end. One that was asked for by a call which is over may come late.
	for range 5 {
		client.CloseIdleConnections()
		if web != nil {
			web.CloseIdleConnections()
		}
		if err = goleak.Find(before); err == nil {
			break
		}
	}
	if err != nil {
		t.Error(err)
	}
	checkSoak(t, slices.Concat(results...), srv, took)
}

func (s *soaked) create(ctx context.Context, client *superoffice.Client) error {
	if s.user {
		user, err := client.CreateUser(ctx, &models.User{Name: s.name, UserName: s.name})
		if err == nil {
			s.id = user.AssociateID
		}
		return err
	}
	session, err := client.CreateChatSession(ctx, &models.ChatSessionEntity{TopicID: 2, CustomerName: s.name})
	if err == nil {
		s.id = session.ChatSessionID
	}
	return err
}

// twoTokens gives two tokens in turn.
type twoTokens struct{ asked atomic.Int64 }

func (s *twoTokens) Token(context.Context) (superoffice.Token, error) {
	return superoffice.Token{Value: list("8A:one", "8A:two")[s.asked.Add(1)%2]}, nil
}

// checkSoak compares what the callers were told with what is stored.
func checkSoak(t *testing.T, results []soaked, srv *superofficetest.Server, took time.Duration) {
	t.Helper()
	sessions, users := map[string][]int32{}, map[string][]int32{}
	for _, s := range srv.ChatSessions() {
		sessions[s.CustomerName] = append(sessions[s.CustomerName], s.ChatSessionID)
	}
	for _, u := range srv.Users() {
		users[u.UserName] = append(users[u.UserName], u.AssociateID)
	}
	counts := map[superoffice.Outcome]int{}
	unknownStored, stored := 0, 0
	for _, r := range results {
		counts[r.outcome]++
		ids := sessions[r.name]
		if r.user {
			ids = users[r.name]
		}
		stored += len(ids)
		switch {
		case len(ids) > 1:
			t.Errorf("%s is stored %d times", r.name, len(ids))
		case r.outcome == success && !slices.Equal(ids, list(r.id)):
			t.Errorf("%s: success with the id %d, stored under %v", r.name, r.id, ids)
		case (r.outcome == notSent || r.outcome == rejected) && len(ids) > 0:
			t.Errorf("%s: %s, and it is stored", r.name, r.outcome)
		case r.outcome == unknown:
			unknownStored += len(ids)
		}
	}
	stats := srv.Stats()
	if counts[success]+counts[notSent]+counts[rejected]+counts[unknown] != len(results) {
		t.Errorf("outcomes %v of %d calls", counts, len(results))
	}
	if stored != counts[success]+unknownStored || int64(stored) != stats.Created || stored != len(srv.ChatSessions())+len(srv.Users()) {
		t.Errorf("%d records of these calls, %d in all, for %d successes and %d unknown that are stored", stored, stats.Created, counts[success], unknownStored)
	}
	if len(results) > 10_000 && len(counts) != 4 {
		t.Errorf("outcomes %v: not every kind came about", counts)
	}
	t.Logf("%d creates by %d callers in %v, seed %d", len(results), soakCallers, took.Round(time.Millisecond), soakSeed)
	t.Logf("success %d, not sent %d, rejected %d, unknown %d (%d of them stored)",
		counts[success], counts[notSent], counts[rejected], counts[unknown], unknownStored)
	t.Logf("%d records stored, none twice; %d requests received", stored, stats.Requests)
	for _, kind := range slices.Sorted(maps.Keys(stats.Faults)) {
		t.Logf("%6d × %s", stats.Faults[kind], kind)
	}
}
