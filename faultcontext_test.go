package superoffice_test

import (
	"context"
	"time"
)

// deadline is a caller's context with so much time left.
func deadline(d time.Duration) func(context.Context) (context.Context, context.CancelFunc) {
	return func(ctx context.Context) (context.Context, context.CancelFunc) { return context.WithTimeout(ctx, d) }
}
