package superoffice_test

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice"
)

// The bodies of failures in the folder that SUPEROFFICE_WIRE names; a file's
// name holds its status.
func TestWireErrorsSayWhatIsWrong(t *testing.T) {
	t.Parallel()
	folder := os.Getenv("SUPEROFFICE_WIRE")
	if folder == "" {
		t.Skip("SUPEROFFICE_WIRE names no folder")
	}
	files, err := filepath.Glob(filepath.Join(folder, "errors", "*.*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	statusIn := regexp.MustCompile(`-([2-5]\d\d)-`)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			body, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			found := statusIn.FindStringSubmatch(filepath.Base(file))
			if found == nil {
				t.Fatal("its name holds no status")
			}
			status, err := strconv.Atoi(found[1])
			if err != nil {
				t.Fatal(err)
			}
			mediaType := "application/json"
			if filepath.Ext(file) == ".html" {
				mediaType = "text/html"
			}
			for _, encoded := range []string{string(body), "\ufeff" + string(body)} {
				client, _ := openFaulty(t, nil, says(status, encoded, "Content-Type: "+mediaType))
				err := createSmallUser(t, client)
				e, ok := errors.AsType[*superoffice.Error](err)
				if !ok || e.StatusCode != status || string(e.Body) != encoded {
					t.Fatalf("%v", err)
				}
				want := rejected
				if status < http.StatusBadRequest || status >= http.StatusInternalServerError {
					want = unknown
				}
				told := e.Message != "" && !strings.ContainsAny(e.Message, "<>{}")
				if e.Outcome != want || told == strings.HasPrefix(string(body), "null") {
					t.Errorf("outcome %q, message %q", e.Outcome, e.Message)
				}
			}
		})
	}
}
