package superoffice_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-superoffice/superoffice"
)

// waitsOf are the waits of a call that is refused with 429 every time.
func waitsOf(t *testing.T, retry superoffice.Retry) (waits []time.Duration) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		var last time.Time
		client := newClient(t, base, pageAuth, superoffice.WithRetry(retry), silent(func(*http.Request) (*http.Response, error) {
			if !last.IsZero() {
				waits = append(waits, time.Since(last))
			}
			last = time.Now()
			answer := httptest.NewRecorder()
			answer.WriteHeader(http.StatusTooManyRequests)
			return answer.Result(), nil
		}))
		if err := createSmallUser(t, client); superoffice.OutcomeOf(err) != rejected {
			t.Error(err)
		}
	})
	return waits
}

func TestWaitsGrowToTheirCeilingAndAreSpread(t *testing.T) {
	t.Parallel()
	const ms = time.Millisecond
	for name, row := range map[string]struct {
		retry    superoffice.Retry
		ceilings []time.Duration
	}{
		"by default":              {superoffice.Retry{}, list(500*ms, 1000*ms, 2000*ms)},
		"up to MaxWait":           {superoffice.Retry{MaxAttempts: 6, MinWait: 100 * ms, MaxWait: 350 * ms}, list(100*ms, 200*ms, 350*ms, 350*ms, 350*ms)},
		"constant":                {superoffice.Retry{MaxAttempts: 3, MinWait: time.Second, MaxWait: time.Second}, list(time.Second, time.Second)},
		"of a nanosecond":         {superoffice.Retry{MaxAttempts: 3, MinWait: 1}, list[time.Duration](1, 2)},
		"without an end in sight": {superoffice.Retry{MaxAttempts: 100, MinWait: time.Hour, MaxWait: 1000 * time.Hour}, ceilings(time.Hour, 1000*time.Hour, 99)},
		"once":                    {superoffice.Retry{MaxAttempts: 1}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var first []time.Duration
			for range 40 {
				waits := waitsOf(t, row.retry)
				if len(waits) != len(row.ceilings) {
					t.Fatalf("%d waits, want %d", len(waits), len(row.ceilings))
				}
				for i, d := range row.ceilings {
					if waits[i] < d/2 || waits[i] > d {
						t.Errorf("wait %d took %v, want %v to %v", i+1, waits[i], d/2, d)
					}
				}
				if len(waits) > 0 {
					first = append(first, waits[0])
				}
			}
			if len(first) > 0 && row.ceilings[0] >= time.Second/10 && slices.Min(first) == slices.Max(first) {
				t.Errorf("every first wait took %v", first[0])
			}
		})
	}
}

func ceilings(d, most time.Duration, n int) (out []time.Duration) {
	for range n {
		out = append(out, d)
		d = min(2*d, most)
	}
	return out
}

// Many clients that were refused together come back apart, unless the server
// says when.
func TestRetryAfterIsTheFloorOfAWait(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		header      string
		least, most time.Duration
	}{
		"shorter than the wait":  {"0", 5 * time.Second, 10 * time.Second},
		"as long as the ceiling": {"10", 10 * time.Second, 10 * time.Second},
		"longer":                 {"20", 20 * time.Second, 20 * time.Second},
		"in between":             {"7", 7 * time.Second, 10 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			runFaults(t, []fault{{
				script: list(says(429, "", "Retry-After: "+row.header), saved()), posts: 2,
				opts:  list(superoffice.WithRetry(superoffice.Retry{MinWait: 10 * time.Second})),
				waits: list(span{row.least, row.most}),
			}})
		})
	}
}
