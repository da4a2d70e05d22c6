package superoffice_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

// checkRecords checks the JSON lines of a call's log: one for each attempt, with
// listed attributes and no others.
func checkRecords(t *testing.T, log string, attempts int, outcome superoffice.Outcome) {
	t.Helper()
	var records []map[string]any
	for line := range strings.Lines(log) {
		if !strings.HasPrefix(line, "{") {
			continue
		}
		var record map[string]any
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		records = append(records, record)
	}
	if len(records) != attempts {
		t.Fatalf("%d records for %d attempts:\n%s", len(records), attempts, log)
	}
	for i, record := range records {
		names := slices.Sorted(maps.Keys(record))
		names = slices.DeleteFunc(names, func(name string) bool { return name == "wait" })
		if want := []string{"attempt", "duration", "level", "method", "msg", "outcome", "path", "status", "time"}; !slices.Equal(names, want) {
			t.Errorf("attributes %v, want %v", names, want)
		}
		if record["attempt"] != float64(i+1) {
			t.Errorf("record %d is of attempt %v", i+1, record["attempt"])
		}
		if _, waits := record["wait"]; waits && i+1 == attempts && outcome == "" {
			t.Error("the attempt that succeeded is followed by a wait")
		}
		wantOutcome := ""
		switch {
		case i+1 < attempts: // some failure
		case outcome == "":
			wantOutcome = "success"
		}
		if got := record["outcome"]; wantOutcome != "" && got != wantOutcome || outcome != "" && got == "success" {
			t.Errorf("record %d: outcome %v of a call that ended in %q", i+1, got, outcome)
		}
	}
}

// The records of one call, in full.
func TestOneRecordForEachAttempt(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var log bytes.Buffer
		handler := slog.NewTextHandler(&log, nil)
		row := fault{
			make: creates()["user"],
			script: list(
				late(250*time.Millisecond, says(429, "", "Retry-After: 2")),
				late(time.Second, says(200, "null", asJSON)),
			),
			opts: list(superoffice.WithLogger(slog.New(handler))),
		}
		_ = row.fail(t)
		row.script = list(saved())
		_ = row.fail(t)
		const want = `time=2000-01-01T00:00:00.250Z level=WARN msg="superoffice attempt" method=POST path=/api/v1/User status=429 attempt=1 duration=250ms outcome=rejected wait=2s
time=2000-01-01T00:00:03.250Z level=WARN msg="superoffice attempt" method=POST path=/api/v1/User status=200 attempt=2 duration=1s outcome=unknown
time=2000-01-01T00:00:03.250Z level=INFO msg="superoffice attempt" method=POST path=/api/v1/User status=200 attempt=1 duration=0s outcome=success
`
		if got := log.String(); got != want {
			t.Errorf("got:\n%s\nwant:\n%s", got, want)
		}
	})
}

// contextHandler takes note of what the context of a record carries.
type contextHandler struct {
	slog.Handler

	values *[]any
}

type requestID struct{}

func (h contextHandler) Handle(ctx context.Context, r slog.Record) error {
	*h.values = append(*h.values, ctx.Value(requestID{}), ctx.Err())
	return h.Handler.Handle(ctx, r)
}

func TestARecordHasTheValuesOfTheCallsContextAlsoWhenThatIsOver(t *testing.T) {
	t.Parallel()
	var values []any
	ctx, cancel := context.WithCancel(context.WithValue(t.Context(), requestID{}, "r1"))
	client := newClient(t, base, pageAuth,
		superoffice.WithLogger(slog.New(contextHandler{slog.NewTextHandler(io.Discard, nil), &values})), //nolint:sloglint // the discarding one is not enabled
		silent(func(req *http.Request) (*http.Response, error) { cancel(); return nil, req.Context().Err() }))
	_, err := client.CreateUser(ctx, &models.User{})
	if !errors.Is(err, context.Canceled) || !slices.Equal(values, list[any]("r1", nil)) {
		t.Errorf("%v, %v", err, values)
	}
}

func TestALookUpOfATokenIsNoAttempt(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	client := newClient(t, base, superoffice.BearerSource(failingSource{errors.New("down")}),
		superoffice.WithLogger(slog.New(slog.NewTextHandler(&log, nil))))
	if err := createSmallUser(t, client); superoffice.OutcomeOf(err) != notSent || log.Len() != 0 {
		t.Errorf("%v\n%s", err, &log)
	}
}
