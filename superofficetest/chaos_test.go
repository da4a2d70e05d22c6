package superofficetest_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/go-superoffice/superoffice/superofficetest"
)

// run sends n users, one after another, and returns the fault of each.
func chaotic(t *testing.T, seed uint64, n int) []string {
	t.Helper()
	srv := superofficetest.Start(t)
	srv.Chaos(seed, 0.5)
	for i := range n {
		_, _, _ = try(t, srv, "POST", "/api/v1/User", fmt.Sprintf(`{"Name":"%d"}`, i))
	}
	var faults []string
	for _, r := range srv.Requests() {
		faults = append(faults, r.Fault)
	}
	return faults
}

func TestChaosRepeatsItself(t *testing.T) {
	t.Parallel()
	first := chaotic(t, 1, 60)
	if again := chaotic(t, 1, 60); !slices.Equal(first, again) {
		t.Errorf("the same seed gave\n%q and\n%q", first, again)
	}
	if other := chaotic(t, 2, 60); slices.Equal(first, other) {
		t.Error("another seed gave the same")
	}
}

// Every record is either one that the client knows of or one whose request met
// a fault that stores.
func TestChaosKeepsAccount(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	srv.Chaos(7, 0.6)
	transport := &http.Transport{MaxIdleConnsPerHost: 8}
	defer transport.CloseIdleConnections()
	var group sync.WaitGroup
	var mu sync.Mutex
	known := map[string]bool{}
	for worker := range 8 {
		group.Go(func() {
			for i := range 60 {
				name := fmt.Sprintf("%d.%d", worker, i)
				res, body, err := tryOver(t, transport, srv, "POST", "/api/v1/User", `{"Name":"`+name+`"}`)
				if err == nil && res.StatusCode == http.StatusOK && strings.HasPrefix(body, "{") {
					mu.Lock()
					known[name] = true
					mu.Unlock()
				}
			}
		})
	}
	group.Wait()
	stored := map[string]bool{}
	for _, user := range srv.Users() {
		if stored[user.Name] {
			t.Errorf("%s is stored twice", user.Name)
		}
		stored[user.Name] = true
	}
	for name := range known {
		if !stored[name] {
			t.Errorf("%s was answered and is not stored", name)
		}
	}
	stats := srv.Stats()
	var unknown, all int64
	for kind, n := range stats.Faults {
		all += n
		if strings.Contains(kind, "after commit") || kind == "truncate" {
			unknown += n
		}
	}
	if int64(len(stored)) != stats.Created || int64(len(stored)) != int64(len(known))+unknown {
		t.Errorf("%d are stored, %d known, and %d met a fault that stores", len(stored), len(known), unknown)
	}
	if stats.Requests != 480 || all < 200 {
		t.Errorf("counted %+v", stats)
	}
}
