package main

import (
	"net/http"
	"strings"
	"testing"
	"time"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

func TestItShowsEachAttempt(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	if err := run(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"ChatSessionID 1\n", "HTTP POST 429 ", "HTTP POST 200 ", "create chat session\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in:\n%s", want, &out)
		}
	}
}

// The instrumentation hands on what the SDK decides the outcome by.
func TestOutcomesAreAsExactAsWithoutTracing(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		listens bool
		fault   superofficetest.Fault
		want    superoffice.Outcome
		spans   int
	}{
		"nobody listens": {want: superoffice.OutcomeNotSent, spans: 2},
		"refused":        {true, superofficetest.Fault{Status: http.StatusBadRequest}, superoffice.OutcomeRejected, 1},
		"lost":           {true, superofficetest.Fault{DropAfterCommit: true}, superoffice.OutcomeUnknown, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t)
			if row.listens {
				srv.Inject(row.fault)
			} else {
				srv.Close()
			}
			spans := tracetest.NewSpanRecorder()
			provider := sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(spans))
			client, err := newClient(srv.URL, provider, superoffice.WithRetry(superoffice.Retry{MaxAttempts: 2, MinWait: time.Millisecond}))
			if err != nil {
				t.Fatal(err)
			}
			_, err = create(t.Context(), client, provider.Tracer("test"), &models.ChatSessionEntity{TopicID: 2})
			if got := superoffice.OutcomeOf(err); got != row.want {
				t.Errorf("outcome %q, want %q: %v", got, row.want, err)
			}
			if got := len(spans.Ended()) - 1; got != row.spans {
				t.Errorf("%d spans of attempts, want %d", got, row.spans)
			}
		})
	}
}
