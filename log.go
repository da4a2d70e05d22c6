package superoffice

import (
	"context"
	"log/slog"
	"time"
)

// log writes the record of the attempt just made. Its attributes are all
// listed here; none of them can hold a query, a header value or a body.
func (c *call) log(a *attempt, wait time.Duration) {
	if c.config.logger == nil {
		return
	}
	level, outcome := slog.LevelInfo, "success"
	if a.err != nil || !a.isSuccess() {
		level, outcome = slog.LevelWarn, string(a.outcome)
	}
	attrs := []slog.Attr{
		slog.String("method", c.method),
		slog.String("path", c.path),
		slog.Int("status", a.status),
		slog.Int("attempt", c.attempts),
		slog.Duration("duration", time.Since(a.started)),
		slog.String("outcome", outcome),
	}
	if wait > 0 {
		attrs = append(attrs, slog.Duration("wait", wait))
	}
	// The caller's context may be over, and the record is wanted all the same.
	c.config.logger.LogAttrs(context.WithoutCancel(c.ctx), level, "superoffice attempt", attrs...)
}
