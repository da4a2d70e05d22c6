package superoffice_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice"
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
