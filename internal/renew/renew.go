// Package renew keeps a value that expires, such as an access token or a
// tenant's address, and fetches it once for any number of callers.
//
// A fetch belongs to nobody: it runs on its own goroutine under a context that
// keeps the values of the first caller's but not its cancellation. A caller
// who gives up therefore stops waiting and leaves the fetch to the others.
package renew

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"
)

const (
	// DefaultTimeout bounds one fetch.
	DefaultTimeout = 30 * time.Second
	// maxMargin and marginPart decide how long before its expiry a value is
	// renewed: a tenth of its life, but never more than a minute.
	maxMargin  = time.Minute
	marginPart = 10
	// grace is what a fetch gets beyond its time-out to report its own error,
	// which says more than the time-out does, before the waiting end.
	grace = time.Second
	// defaultPause is how long a stale value is served before the next try.
	defaultPause = 10 * time.Second
)

// Version names one fetched value, so that a caller can drop exactly the value
// it used. The zero Version names none.
type Version uint64

// FetchFunc gets a new value and the time it expires. A zero time means that
// the expiry is unknown: the value is kept until it is dropped. The function
// must give up when its context ends.
type FetchFunc[T any] func(ctx context.Context) (value T, expiry time.Time, err error)

// Value is one cached value. Use [New]; all methods are safe for concurrent use.
type Value[T any] struct {
	fetch   FetchFunc[T]
	timeout time.Duration
	isStale func(error) bool
	pause   time.Duration
	staleTo time.Duration

	mu      sync.Mutex
	last    Version
	held    *held[T]
	call    *call[T]
	refused time.Time // when Refuse last dropped a value
}

// held is a value that was fetched. A dropped value is forgotten altogether.
type held[T any] struct {
	value   T
	version Version
	expiry  time.Time // zero: unknown
	due     time.Time // zero: never
}

// call is a fetch under way. The results are written before done is closed.
type call[T any] struct {
	done    chan struct{}
	limit   <-chan struct{} // closed when waiting any longer is in vain
	value   T
	version Version
	err     error
}

// ErrTimeout is reported to those who waited for a fetch that did not return
// in time. It matches [context.DeadlineExceeded].
var ErrTimeout error = timeoutError{}

type timeoutError struct{}

// Error is a sentence's beginning, as errors are.
func (timeoutError) Error() string { return "the fetch took too long" }

// Timeout is what [net.Error] asks.
func (timeoutError) Timeout() bool { return true }

// Is matches the error of a context whose deadline passed.
func (timeoutError) Is(target error) bool { return target == context.DeadlineExceeded }

// PanicError is what a fetch that panicked reports. Its text leaves the
// panic's value out unless the runtime raised it, since it may hold a secret.
type PanicError struct{ Value any }

// Error names what was raised, or its type alone.
func (e *PanicError) Error() string {
	if err, ok := e.Value.(runtime.Error); ok {
		return "the fetch panicked: " + err.Error()
	}
	return fmt.Sprintf("the fetch panicked with a %T", e.Value)
}

// New returns an empty Value that fills itself with fetch on the first [Value.Get].
func New[T any](fetch FetchFunc[T], opts ...Option) *Value[T] {
	s := settings{timeout: DefaultTimeout, pause: defaultPause}
	for _, opt := range opts {
		opt(&s)
	}
	return &Value[T]{
		fetch: fetch, timeout: s.timeout,
		isStale: s.isStale, pause: s.pause, staleTo: s.staleTo,
	}
}

// Get returns the value, fetching it when there is none or when it is about to
// expire. It waits until the fetch is done or ctx is, and then returns the
// fetch's error or the cause of ctx. A failed fetch is reported to those who
// waited for it and is not remembered.
//
// The fetch sees the values of ctx, so ctx must not carry an httptrace that is
// meant for another request.
func (v *Value[T]) Get(ctx context.Context) (T, Version, error) {
	var zero T
	if ctx.Err() != nil {
		return zero, 0, context.Cause(ctx)
	}
	v.mu.Lock()
	if h := v.held; h != nil && (h.due.IsZero() || time.Now().Before(h.due)) {
		v.mu.Unlock()
		return h.value, h.version, nil
	}
	c := v.call
	if c == nil {
		c = v.start(ctx)
	}
	v.mu.Unlock()

	select {
	case <-c.done:
		return c.value, c.version, c.err
	case <-ctx.Done():
		return zero, 0, context.Cause(ctx)
	case <-c.limit:
		// done may have been closed in the same instant, and tells more.
		select {
		case <-c.done:
			return c.value, c.version, c.err
		default:
			v.abandon(c)
			return zero, 0, ErrTimeout
		}
	}
}

// Put stores a value that came from elsewhere, such as one saved by an earlier
// run, and returns its version.
func (v *Value[T]) Put(value T, expiry time.Time) Version {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.keep(value, expiry)
}

// Drop forgets the value of that version, and reports whether it was there to
// forget. When many callers drop the same version, one of them gets true, and
// the next Get fetches once for all of them.
func (v *Value[T]) Drop(version Version) bool {
	return v.dropIf(func(h *held[T]) bool { return h.version == version })
}

// DropFunc is [Value.Drop] for those who know the value but not its version.
func (v *Value[T]) DropFunc(match func(T) bool) bool {
	return v.dropIf(func(h *held[T]) bool { return match(h.value) })
}

// Refuse is [Value.DropFunc] for a value that a server refused. Between two
// drops it lets pause go by, so that a server which refuses every value does
// not cause a fetch at every call.
func (v *Value[T]) Refuse(pause time.Duration, match func(T) bool) bool {
	return v.dropIf(func(h *held[T]) bool {
		now := time.Now()
		if !match(h.value) || !v.refused.IsZero() && now.Sub(v.refused) < pause {
			return false
		}
		v.refused = now
		return true
	})
}

func (v *Value[T]) dropIf(match func(*held[T]) bool) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.held == nil || !match(v.held) {
		return false
	}
	v.held = nil
	return true
}

// start begins a fetch; the caller holds the lock.
func (v *Value[T]) start(ctx context.Context) *call[T] {
	detached := context.WithoutCancel(ctx)
	limit, release := context.WithTimeout(detached, v.timeout+grace)
	fetchCtx, cancel := context.WithTimeout(detached, v.timeout)
	c := &call[T]{done: make(chan struct{}), limit: limit.Done()}
	v.call = c
	go func() {
		defer release()
		defer cancel()
		v.run(fetchCtx, c)
	}()
	return c
}

// abandon lets the next Get start anew when a fetch ignores its context. What
// the abandoned one may yet give is not kept.
func (v *Value[T]) abandon(c *call[T]) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.call == c {
		v.call = nil
	}
}

// run publishes what a fetch gave, also when it panicked or ended its goroutine.
func (v *Value[T]) run(ctx context.Context, c *call[T]) {
	var (
		value  T
		expiry time.Time
		err    = errors.New("the fetch ended its goroutine")
	)
	defer func() {
		if p := recover(); p != nil {
			err = &PanicError{Value: p}
		}
		v.finish(c, value, expiry, err)
	}()
	value, expiry, err = v.fetch(ctx)
}

// finish publishes a fetch's result. done is closed under the lock, so nobody
// can find the call gone and the value not yet there.
func (v *Value[T]) finish(c *call[T], value T, expiry time.Time, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	defer close(c.done)
	if v.call != c {
		c.err = ErrTimeout
		return
	}
	v.call = nil
	if err == nil {
		c.value, c.version = value, v.keep(value, expiry)
		return
	}
	if h := v.held; h != nil && v.serves(h, err) {
		h.due = time.Now().Add(v.pause)
		c.value, c.version = h.value, h.version
		return
	}
	c.err = err
}

// serves reports whether the old value may stand in for a renewal that failed.
func (v *Value[T]) serves(h *held[T], err error) bool {
	if v.isStale == nil || !v.isStale(err) {
		return false
	}
	return h.expiry.IsZero() || time.Now().Before(h.expiry.Add(v.staleTo))
}

// keep stores a value under a new version; the caller holds the lock.
func (v *Value[T]) keep(value T, expiry time.Time) Version {
	v.last++
	h := &held[T]{value: value, version: v.last, expiry: expiry}
	if !expiry.IsZero() {
		margin := min(maxMargin, max(0, time.Until(expiry)/marginPart))
		h.due = expiry.Add(-margin)
	}
	v.held = h
	return h.version
}
