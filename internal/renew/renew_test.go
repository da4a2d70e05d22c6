package renew_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-superoffice/superoffice/internal/renew"
)

// counter hands out t1, t2, … with a life each, and counts the fetches.
type counter struct {
	fetches atomic.Int64
	life    time.Duration // 0: unknown expiry
	work    time.Duration
}

func (c *counter) fetch(ctx context.Context) (string, time.Time, error) {
	n := c.fetches.Add(1)
	if c.work > 0 {
		select {
		case <-time.After(c.work):
		case <-ctx.Done():
			return "", time.Time{}, context.Cause(ctx)
		}
	}
	var expiry time.Time
	if c.life > 0 {
		expiry = time.Now().Add(c.life)
	}
	return fmt.Sprintf("t%d", n), expiry, nil
}

func mustGet[T comparable](t *testing.T, v *renew.Value[T], want T) renew.Version {
	t.Helper()
	got, version, err := v.Get(t.Context())
	if err != nil || got != want {
		t.Fatalf("Get = %v, %v; want %v", got, err, want)
	}
	return version
}

func TestStormOfCallersCausesOneFetch(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := &counter{work: time.Second}
		v := renew.New(c.fetch)
		var wg sync.WaitGroup
		for range 500 {
			wg.Go(func() { mustGet(t, v, "t1") })
		}
		wg.Wait()
		if n := c.fetches.Load(); n != 1 {
			t.Errorf("%d fetches, want 1", n)
		}
	})
}

func TestStormOfDropsCausesOneFetch(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := &counter{work: time.Second}
		v := renew.New(c.fetch)
		used := mustGet(t, v, "t1")
		var wg sync.WaitGroup
		var dropped atomic.Int64
		for i := range 500 {
			wg.Go(func() {
				time.Sleep(time.Duration(i) * 10 * time.Millisecond) // before, during and after the fetch
				if v.Drop(used) {
					dropped.Add(1)
				}
				mustGet(t, v, "t2")
			})
		}
		wg.Wait()
		if n, d := c.fetches.Load(), dropped.Load(); n != 2 || d != 1 {
			t.Errorf("%d fetches, %d drops; want 2 and 1", n, d)
		}
	})
}

func TestRenewalComesShortlyBeforeExpiry(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name       string
		life, kept time.Duration
	}{
		{"long life: a minute before", 6 * time.Hour, 6*time.Hour - time.Minute},
		{"short life: a tenth before", 100 * time.Second, 90 * time.Second},
		{"unknown expiry: kept", 0, 1000 * time.Hour},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				c := &counter{life: row.life}
				v := renew.New(c.fetch)
				mustGet(t, v, "t1")
				time.Sleep(row.kept - 1)
				mustGet(t, v, "t1")
				if row.life == 0 {
					return
				}
				time.Sleep(time.Nanosecond)
				mustGet(t, v, "t2")
			})
		})
	}
}

func TestValueThatArrivesExpiredServesThoseWhoWaited(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := &counter{life: -time.Hour}
		past := func(ctx context.Context) (string, time.Time, error) {
			value, _, err := c.fetch(ctx)
			return value, time.Now().Add(-time.Hour), err
		}
		v := renew.New(past)
		mustGet(t, v, "t1")
		mustGet(t, v, "t2")
	})
}

func TestCancelledCallerLeavesTheFetchToTheOthers(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := &counter{work: time.Second}
		v := renew.New(c.fetch)
		gone := errors.New("the user went home")
		ctx, cancel := context.WithCancelCause(t.Context())
		var wg sync.WaitGroup
		wg.Go(func() {
			if _, _, err := v.Get(ctx); !errors.Is(err, gone) {
				t.Errorf("cancelled caller got %v", err)
			}
		})
		synctest.Wait() // the cancelled caller's fetch is the one under way
		wg.Go(func() { mustGet(t, v, "t1") })
		cancel(gone)
		wg.Wait()
		if n := c.fetches.Load(); n != 1 {
			t.Errorf("%d fetches, want 1", n)
		}
		if _, _, err := v.Get(ctx); !errors.Is(err, gone) {
			t.Errorf("a context that is over got %v", err)
		}
	})
}

func TestFetchSeesTheCallersValues(t *testing.T) {
	t.Parallel()
	type key struct{}
	v := renew.New(func(ctx context.Context) (any, time.Time, error) {
		return ctx.Value(key{}), time.Time{}, nil
	})
	got, _, err := v.Get(context.WithValue(t.Context(), key{}, "span"))
	if err != nil || got != "span" {
		t.Errorf("Get = %v, %v", got, err)
	}
}

func TestFailureIsSharedAndNotRemembered(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		broken := errors.New("identity provider is down")
		c := &counter{work: time.Second}
		var failures atomic.Int64
		v := renew.New(func(ctx context.Context) (string, time.Time, error) {
			value, expiry, err := c.fetch(ctx)
			if c.fetches.Load() == 1 {
				return "", time.Time{}, broken
			}
			return value, expiry, err
		})
		var wg sync.WaitGroup
		for range 50 {
			wg.Go(func() {
				if _, _, err := v.Get(t.Context()); errors.Is(err, broken) {
					failures.Add(1)
				}
			})
		}
		wg.Wait()
		if n := failures.Load(); n != 50 {
			t.Errorf("%d callers saw the failure, want 50", n)
		}
		mustGet(t, v, "t2")
	})
}

func TestFetchIsBounded(t *testing.T) {
	t.Parallel()
	t.Run("one that obeys reports its own error", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			start := time.Now()
			v := renew.New(func(ctx context.Context) (int, time.Time, error) {
				<-ctx.Done()
				return 0, time.Time{}, fmt.Errorf("asking: %w", ctx.Err())
			}, renew.WithTimeout(5*time.Second))
			_, _, err := v.Get(t.Context())
			if !errors.Is(err, context.DeadlineExceeded) || !strings.HasPrefix(err.Error(), "asking") {
				t.Errorf("Get: %v", err)
			}
			if took := time.Since(start); took != 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	})
	t.Run("one that does not is left behind", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			var fetches atomic.Int64
			release := make(chan struct{})
			v := renew.New(func(context.Context) (int64, time.Time, error) {
				n := fetches.Add(1)
				if n == 1 {
					<-release
				}
				return n, time.Time{}, nil
			})
			if _, _, err := v.Get(t.Context()); !errors.Is(err, renew.ErrTimeout) {
				t.Errorf("Get: %v", err)
			}
			for range 3 {
				mustGet(t, v, 2)
			}
			close(release)
			synctest.Wait()
			mustGet(t, v, 2)
		})
	})
}

func TestTimeoutIsADeadline(t *testing.T) {
	t.Parallel()
	var timeout interface{ Timeout() bool }
	if !errors.Is(renew.ErrTimeout, context.DeadlineExceeded) ||
		!errors.As(renew.ErrTimeout, &timeout) || !timeout.Timeout() || renew.ErrTimeout.Error() == "" {
		t.Errorf("ErrTimeout = %#v", renew.ErrTimeout)
	}
}

func TestPanicBecomesAnError(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name  string
		fetch func()
		want  string
	}{
		{"of the runtime", func() { _ = []int{}[len(t.Name())] }, "index out of range"},
		{"of the program", func() { panic("token=PLANTED") }, "the fetch panicked with a string"},
		{"by leaving the goroutine", runtime.Goexit, "ended its goroutine"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			v := renew.New(func(context.Context) (int, time.Time, error) {
				row.fetch()
				return 1, time.Time{}, nil
			})
			_, _, err := v.Get(t.Context())
			if err == nil || !strings.Contains(err.Error(), row.want) || strings.Contains(err.Error(), "PLANTED") {
				t.Errorf("Get: %v", err)
			}
		})
	}
}

func TestDropDuringARenewal(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := &counter{life: time.Hour, work: time.Second}
		v := renew.New(c.fetch)
		old := mustGet(t, v, "t1")
		time.Sleep(time.Hour)
		var wg sync.WaitGroup
		wg.Go(func() { mustGet(t, v, "t2") })
		synctest.Wait()
		if !v.Drop(old) {
			t.Error("the old value was not there to drop")
		}
		wg.Go(func() { mustGet(t, v, "t2") })
		wg.Wait()
		if v.Drop(old) {
			t.Error("the new value was dropped under the old version")
		}
		mustGet(t, v, "t2")
	})
}

func TestDropByValue(t *testing.T) {
	t.Parallel()
	c := &counter{}
	v := renew.New(c.fetch)
	if v.DropFunc(func(string) bool { return true }) {
		t.Error("dropped from an empty Value")
	}
	mustGet(t, v, "t1")
	if v.DropFunc(func(s string) bool { return s == "other" }) {
		t.Error("dropped a value that does not match")
	}
	if !v.DropFunc(func(s string) bool { return s == "t1" }) {
		t.Error("did not drop the value that matches")
	}
	mustGet(t, v, "t2")
}

func TestServerThatRefusesEverythingCausesFewFetches(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := &counter{}
		v := renew.New(c.fetch)
		for range 120 { // a call each second, for two minutes
			got, _, err := v.Get(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			v.Refuse(time.Minute, func(s string) bool { return s == got })
			time.Sleep(time.Second)
		}
		if n := c.fetches.Load(); n != 3 {
			t.Errorf("%d fetches, want 3", n)
		}
		if v.Refuse(time.Minute, func(string) bool { return false }) {
			t.Error("dropped a value that does not match")
		}
	})
}

func TestPutSavesTheFirstFetch(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := &counter{}
		v := renew.New(c.fetch)
		version := v.Put("saved", time.Now().Add(time.Hour))
		if got := mustGet(t, v, "saved"); got != version {
			t.Errorf("version %d, want %d", got, version)
		}
		time.Sleep(time.Hour)
		mustGet(t, v, "t1")
	})
}

func TestOldValueStandsInWhileRenewalFails(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var (
			outage = errors.New("503")
			denied = errors.New("suspended")
			answer error
			n      int
		)
		v := renew.New(func(context.Context) (string, time.Time, error) {
			n++
			return fmt.Sprintf("t%d", n), time.Now().Add(time.Hour), answer
		}, renew.WithStale(func(err error) bool { return errors.Is(err, outage) }, 24*time.Hour, time.Minute))

		mustGet(t, v, "t1")
		answer = outage
		time.Sleep(time.Hour)
		mustGet(t, v, "t1")
		mustGet(t, v, "t1")
		if n != 2 {
			t.Errorf("%d fetches; the second within the pause must not happen", n)
		}
		time.Sleep(time.Minute)
		mustGet(t, v, "t1")
		if n != 3 {
			t.Errorf("%d fetches, want 3: one after the pause", n)
		}

		time.Sleep(time.Minute)
		answer = denied
		if _, _, err := v.Get(t.Context()); !errors.Is(err, denied) {
			t.Errorf("a final failure gave %v", err)
		}

		answer = outage
		time.Sleep(24 * time.Hour)
		if _, _, err := v.Get(t.Context()); !errors.Is(err, outage) {
			t.Errorf("a value too old to stand in gave %v", err)
		}
	})
}

func TestDroppedValueNeverStandsIn(t *testing.T) {
	t.Parallel()
	fail := false
	v := renew.New(func(context.Context) (int, time.Time, error) {
		if fail {
			return 0, time.Time{}, errors.New("outage")
		}
		return 1, time.Time{}, nil
	}, renew.WithStale(func(error) bool { return true }, time.Hour, time.Minute))
	version := mustGet(t, v, 1)
	fail = true
	v.Drop(version)
	if _, _, err := v.Get(t.Context()); err == nil {
		t.Error("a dropped value was served")
	}
}
