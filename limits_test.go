package superoffice_test

import (
	"errors"
	"fmt"
	"math"
	"net/http"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

func TestAnAnswerMayBeAsLongAsTheLimitAndNoLonger(t *testing.T) {
	t.Parallel()
	const usual = 16 << 20
	entity := func(n int) string { return savedEntity + strings.Repeat(" ", n-len(savedEntity)) }
	inChunks := func(text string) reply {
		return raw(head(200, asJSON, "Transfer-Encoding: chunked", "Connection: close") + chunked(text))
	}
	inGzip := func(n int) reply {
		return says(200, zipped(savedEntity)+zippedSpaces(n-len(savedEntity)), asJSON, "Content-Encoding: gzip")
	}
	limit := func(n int64) superoffice.ClientOption { return superoffice.WithMaxResponseBytes(n) }

	for name, row := range map[string]struct {
		answer  reply
		opts    []superoffice.ClientOption
		tooLong bool
	}{
		"the default limit":              {answer: says(200, entity(usual), asJSON)},
		"a byte over it":                 {answer: says(200, entity(usual+1), asJSON), tooLong: true},
		"64 MiB":                         {answer: says(200, entity(64<<20), asJSON), tooLong: true},
		"the limit in chunks":            {answer: inChunks(entity(usual))},
		"64 MiB in chunks":               {answer: inChunks(entity(64 << 20)), tooLong: true},
		"the limit in gzip":              {answer: inGzip(usual)},
		"a gzip bomb":                    {answer: inGzip(64 << 20), tooLong: true},
		"a gzip bomb left to the SDK":    {answer: inGzip(64 << 20), opts: list(compressionOff()), tooLong: true},
		"the limit in gzip, left to it":  {answer: inGzip(usual), opts: list(compressionOff())},
		"another limit":                  {answer: says(200, entity(1000), asJSON), opts: list(limit(1000))},
		"a byte over another limit":      {answer: says(200, entity(1001), asJSON), opts: list(limit(1000)), tooLong: true},
		"a limit of one byte":            {answer: says(200, "{}", asJSON), opts: list(limit(1)), tooLong: true},
		"the greatest limit":             {answer: saved(), opts: list(limit(math.MaxInt64))},
		"a length that is not the whole": {answer: hangs(head(200, asJSON, fmt.Sprintf("Content-Length: %d", int64(1)<<40)) + entity(usual+1)), tooLong: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			client, _ := openFaulty(t, row.opts, row.answer)
			var response superoffice.Response
			_, err := client.CreateUser(t.Context(), &models.User{Name: "OLA"}, superoffice.WithResponse(&response))
			if got := errors.Is(err, superoffice.ErrResponseTooLarge); got != row.tooLong || !got && err != nil {
				t.Fatalf("%v", err)
			}
			if !row.tooLong {
				return
			}
			e, ok := errors.AsType[*superoffice.Error](err)
			if !ok || e.Outcome != unknown || e.StatusCode != http.StatusOK || e.Attempts != 1 || len(e.Body) > 64<<10 || len(response.Body) > 64<<10 {
				t.Errorf("%v: status %d, %d attempts, %d and %d bytes kept", err, e.StatusCode, e.Attempts, len(e.Body), len(response.Body))
			}
		})
	}
}

// zippedSpaces is a gzip in parts, which costs next to nothing to make.
func zippedSpaces(n int) string {
	const part = 1 << 20
	return strings.Repeat(zipped(strings.Repeat(" ", part)), n/part) + zipped(strings.Repeat(" ", n%part))
}

// compressionOff is a transport that neither asks for gzip nor undoes it.
func compressionOff() superoffice.ClientOption {
	return superoffice.WithHTTPClient(&http.Client{Transport: &http.Transport{DisableCompression: true, DisableKeepAlives: true}})
}

// What a transport leaves compressed is undone by the SDK.
func TestCompressionThatIsLeftToTheSDK(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		method string
		answer reply
		is     error
	}{
		"a header alone":       {http.MethodHead, says(200, zipped(savedEntity), asJSON, "Content-Encoding: gzip"), nil},
		"nothing":              {http.MethodDelete, says(200, "", "Content-Encoding: gzip"), nil},
		"x-gzip":               {http.MethodGet, says(200, zipped(savedEntity), asJSON, "Content-Encoding: X-GZIP"), nil},
		"none, said to be one": {http.MethodGet, says(200, savedEntity, asJSON, "Content-Encoding: gzip"), superoffice.ErrInvalidResponse},
		"identity":             {http.MethodGet, says(200, savedEntity, asJSON, "Content-Encoding: identity"), nil},
		"unknown":              {http.MethodGet, says(200, savedEntity, asJSON, "Content-Encoding: zstd"), superoffice.ErrInvalidResponse},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			client, _ := openFaulty(t, list(compressionOff()), row.answer)
			var out any
			var raw []byte
			if out = &raw; row.method == http.MethodGet {
				out = new(models.User)
			}
			if err := client.Do(t.Context(), row.method, "User/891", nil, out); !errors.Is(err, row.is) {
				t.Errorf("%v", err)
			}
			if user, ok := out.(*models.User); ok && row.is == nil && user.AssociateID != 891 {
				t.Errorf("%+v", user)
			}
		})
	}
}

func TestTheBodyOfAFailureIsKeptUpTo64KiB(t *testing.T) {
	t.Parallel()
	page := "<html><head><title>Down</title></head>" + strings.Repeat("x", 1<<20)
	for name, answer := range map[string]reply{
		"of 1 MiB":         says(503, page, asHTML),
		"without a length": raw(head(503, asHTML, "Connection: close") + page),
		"a gzip bomb":      says(503, zipped(page)+zippedSpaces(64<<20), asHTML, "Content-Encoding: gzip"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			client, _ := openFaulty(t, nil, answer)
			e, ok := errors.AsType[*superoffice.Error](createSmallUser(t, client))
			if !ok || e.StatusCode != http.StatusServiceUnavailable || e.Message != "Down" || string(e.Body) != page[:64<<10] {
				t.Errorf("%v with %d bytes", e, len(e.Body))
			}
		})
	}
}

func TestAHeaderMayHave256KiBOnTheOwnTransport(t *testing.T) {
	t.Parallel()
	line := "X-Long: " + strings.Repeat("x", 1000)
	for name, row := range map[string]struct {
		lines   int
		outcome superoffice.Outcome
	}{
		"less": {lines: 200},
		"more": {lines: 300, outcome: unknown},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			client, _ := openFaulty(t, nil, saved(strings.TrimSuffix(strings.Repeat(line+"\r\n", row.lines), "\r\n")))
			if err := createSmallUser(t, client); superoffice.OutcomeOf(err) != row.outcome {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestFailuresLeaveTheConnectionFitForUse(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		answer reply
		conns  int
	}{
		"a short body":                    {answer: says(400, "no"), conns: 1},
		"more than an error keeps":        {answer: says(400, strings.Repeat("x", 200<<10)), conns: 1},
		"more than is worth reading":      {answer: says(400, strings.Repeat("x", 64<<20)), conns: 3},
		"a redirect":                      {answer: says(302, "see there", "Location: /"), conns: 1},
		"an answer that is not an entity": {answer: says(200, "null", asJSON), conns: 1},
		"a gzip":                          {answer: says(500, zipped("no"), "Content-Encoding: gzip"), conns: 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			client, server := openFaulty(t, nil, row.answer)
			for range 3 {
				if err := createSmallUser(t, client); err == nil {
					t.Error("no error")
				}
			}
			server.mu.Lock()
			defer server.mu.Unlock()
			if len(server.conns) != row.conns {
				t.Errorf("%d connections, want %d", len(server.conns), row.conns)
			}
		})
	}
}
