package superofficetest

import (
	"math/rand/v2"
	"testing"
	"time"
)

func TestTimesAreWrittenAsTheirLayoutSays(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	oslo := zones()["NO"].location
	for range 10_000 {
		at := time.Unix(random.Int64N(8000*365*86400)-1900*365*86400, random.Int64N(1e9)).In(oslo)
		for _, unit := range []time.Duration{1, time.Microsecond, time.Second} {
			at = at.Truncate(unit)
			if got, want := string(appendTime(nil, at)), at.Format("2006-01-02T15:04:05.9999999"); got != want {
				t.Fatalf("wrote %s, want %s", got, want)
			}
		}
	}
}
