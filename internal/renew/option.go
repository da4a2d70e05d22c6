package renew

import "time"

// Option adjusts a [Value].
type Option func(*settings)

type settings struct {
	timeout time.Duration
	isStale func(error) bool
	pause   time.Duration
	staleTo time.Duration
}

// WithTimeout bounds one fetch; the default is [DefaultTimeout].
func WithTimeout(d time.Duration) Option {
	return func(s *settings) { s.timeout = d }
}

// WithStale lets the old value stand in when its renewal fails with an error
// that transient accepts, for at most the given time after its expiry. The
// next renewal is tried after pause, so that an outage costs every caller
// nothing and the server little. A dropped value never stands in.
func WithStale(transient func(error) bool, atMost, pause time.Duration) Option {
	return func(s *settings) {
		s.isStale, s.staleTo, s.pause = transient, atMost, pause
	}
}
