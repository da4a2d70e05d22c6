package superoffice

import (
	"context"
	"log/slog"
	"time"
)

// log writes the record of an attempt once its outcome is known, which is "" for
// a success. Its attributes are all listed here; none of them can hold a query,
// a header value or a body.
func (c *call) log(a *attempt, outcome Outcome, wait time.Duration) {
	if c.config.logger == nil || a.final {
		return
	}
	level, word := slog.LevelWarn, string(outcome)
	if outcome == "" {
		level, word = slog.LevelInfo, "success"
	}
	attrs := []slog.Attr{
		slog.String("method", c.method),
		slog.String("path", c.path),
		slog.Int("status", a.status),
		slog.Int("attempt", c.attempts),
		slog.Duration("duration", a.took),
		slog.String("outcome", word),
	}
	if wait > 0 {
		attrs = append(attrs, slog.Duration("wait", wait))
	}
	// The caller's context may be over, and the record is wanted all the same.
	c.config.logger.LogAttrs(context.WithoutCancel(c.ctx), level, "superoffice attempt", attrs...)
}

// logAnswer logs the last attempt when it was answered with a 2xx.
func (c *call) logAnswer(succeeded bool) {
	a := c.last
	switch {
	case a == nil || a.err != nil || !a.isSuccess():
	case succeeded:
		c.log(a, "", 0)
	default:
		c.log(a, OutcomeUnknown, 0)
	}
}
