package superofficetest

import (
	"maps"
	"math/rand/v2"
	"net/http"
	"sync"
)

// Chaos lets requests meet faults at random: each one with the given
// probability, and then one of a fixed list (connections lost before, during
// and after the work; 401, 429, 500, 502 and 503 with and without the work
// done; a redirect; half an answer; a page in place of an answer). The n-th
// request meets the same fault for the same seed. Scripted faults go first. A
// probability of zero ends it.
func (s *Server) Chaos(seed uint64, probability float64) {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	s.faults.chaos = nil
	if probability > 0 {
		s.faults.chaos = &chaos{
			random:      rand.New(rand.NewPCG(seed, 0)), //nolint:gosec // repeatable on purpose
			probability: probability,
			faults:      chaosFaults(),
		}
	}
	s.faults.active.Store(s.faults.chaos != nil || len(s.faults.script) > 0)
}

type chaos struct {
	random      *rand.Rand
	probability float64
	faults      []Fault
}

func (c *chaos) next() *Fault {
	if c.random.Float64() >= c.probability {
		return nil
	}
	return &c.faults[c.random.IntN(len(c.faults))]
}

func chaosFaults() []Fault {
	html := []byte("<html><head><title>Bad Gateway</title></head><body>No answer from behind.</body></html>")
	htmlHeader := http.Header{"Content-Type": {"text/html"}}
	faults := []Fault{
		{DropBefore: true},
		{DropAfterRead: true},
		{DropAfterCommit: true},
		{Truncate: true},
		{Status: http.StatusUnauthorized},
		{Status: http.StatusTooManyRequests},
		{Status: http.StatusInternalServerError},
		{Status: http.StatusInternalServerError, Commit: true},
		{Status: http.StatusBadGateway, Header: htmlHeader, Body: html},
		{Status: http.StatusBadGateway, Header: htmlHeader, Body: html, Commit: true},
		{Status: http.StatusServiceUnavailable},
		{Status: http.StatusOK, Header: htmlHeader, Body: html, Commit: true},
		{Status: http.StatusFound, Header: http.Header{"Location": {"/login"}}},
	}
	for i := range faults {
		faults[i].label = faults[i].kind()
	}
	return faults
}

// Stats are counts since the server was made. Unlike the records themselves
// they are not bounded by [WithKeepLast].
type Stats struct {
	Requests int64            // received, those that were cut off included
	Created  int64            // records stored under a new key
	Updated  int64            // records stored over an old one
	Faults   map[string]int64 // by kind, such as "drop after commit"
}

// Stats returns the counts so far.
func (s *Server) Stats() Stats {
	s.stats.mu.Lock()
	defer s.stats.mu.Unlock()
	return Stats{
		Requests: s.requests.Load(),
		Created:  s.stats.created,
		Updated:  s.stats.updated,
		Faults:   maps.Clone(s.stats.faults),
	}
}

type counters struct {
	mu               sync.Mutex
	created, updated int64
	faults           map[string]int64
}

func (c *counters) stored(created bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if created {
		c.created++
	} else {
		c.updated++
	}
}

func (c *counters) fault(kind string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.faults == nil {
		c.faults = map[string]int64{}
	}
	c.faults[kind]++
}
