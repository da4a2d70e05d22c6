package superofficetest_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os/exec"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/superofficetest"
)

// The header lines of the sample request of both pages, word for word.
const sampleHeader = `Authorization: Basic dGplMDpUamUw
Accept: application/json; charset=utf-8
Accept-Language: en
Content-Type: application/json; charset=utf-8`

var samples = []struct {
	line, body, key string
}{
	{"POST /api/v1/ChatSession", "chatsession-request.json", "ChatSessionId"},
	{"POST /api/v1/User", "user-request.json", "AssociateId"},
	{"POST /api/v1/ChatSession?$select=name,department,category/id", "chatsession-request.json", ""},
	{"POST /api/v1/User?$select=name,department,category/id", "user-request.json", ""},
}

// What a page leaves out of its sample is the protocol, host and length.
func TestSampleRequestsOfThePagesAsTheyStand(t *testing.T) {
	t.Parallel()
	for _, sample := range samples {
		t.Run(sample.line, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t)
			body := read(t, sample.body)
			host := strings.TrimPrefix(srv.URL, "http://")
			conn, err := new(net.Dialer).DialContext(t.Context(), "tcp", host)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = conn.Close() }()
			if _, err := fmt.Fprintf(conn, "%s HTTP/1.1\r\nHost: %s\r\n%s\r\nContent-Length: %d\r\n\r\n%s",
				sample.line, host, strings.ReplaceAll(sampleHeader, "\n", "\r\n"), len(body), body); err != nil {
				t.Fatal(err)
			}
			res, err := http.ReadResponse(bufio.NewReader(conn), nil)
			if err != nil {
				t.Fatal(err)
			}
			answer, err := io.ReadAll(res.Body)
			if err != nil {
				t.Fatal(err)
			}
			_ = res.Body.Close()
			checkSample(t, res.StatusCode, string(answer), body, sample.key)
			if last, _ := srv.LastRequest(); string(last.Body) != body {
				t.Error("the recorded body differs from the one sent")
			}
		})
	}
}

func TestSampleRequestsOfThePagesWithCurl(t *testing.T) {
	t.Parallel()
	curl, err := exec.LookPath("curl")
	if err != nil {
		t.Skip("curl is not installed")
	}
	for _, sample := range samples {
		t.Run(sample.line, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t)
			method, path, _ := strings.Cut(sample.line, " ")
			arguments := []string{
				"--silent", "--show-error", "--globoff", "--noproxy", "*", "-X", method,
				"--data-binary", "@testdata/" + sample.body, "--write-out", "\n%{http_code}",
			}
			for header := range strings.SplitSeq(sampleHeader, "\n") {
				arguments = append(arguments, "-H", header)
			}
			out, err := exec.CommandContext(t.Context(), curl, append(arguments, srv.URL+path)...).Output()
			if err != nil {
				t.Fatal(err)
			}
			end := bytes.LastIndexByte(out, '\n')
			status := 0
			if _, err := fmt.Sscan(string(out[end+1:]), &status); err != nil {
				t.Fatal(err)
			}
			checkSample(t, status, string(out[:end]), read(t, sample.body), sample.key)
		})
	}
}

// checkSample demands every member of the request in the answer, and a new
// key. Without a key nothing that exists was selected.
func checkSample(t *testing.T, status int, answer, request, key string) {
	t.Helper()
	if status != http.StatusOK {
		t.Fatalf("answered %d: %s", status, answer)
	}
	var sent, got map[string]any
	if err := json.Unmarshal([]byte(request), &sent); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(answer), &got); err != nil {
		t.Fatal(err)
	}
	if _, ok := got["_Links"]; !ok {
		t.Error("there are no _Links")
	}
	if key == "" {
		if value, ok := got["CustomerName"]; ok && value != nil {
			t.Errorf("CustomerName was not selected and is %v", value)
		}
		return
	}
	if got[key] != float64(1) {
		t.Errorf("%s is %v, want a new key", key, got[key])
	}
	delete(sent, key)
	for _, date := range datesOf(sent) {
		delete(sent, date)
	}
	contains(t, "", sent, got)
}

// datesOf are the members that come back without an offset.
func datesOf(object map[string]any) []string {
	var names []string
	for name, value := range object {
		if text, ok := value.(string); ok && strings.Contains(text, "T1") && strings.Contains(text, ":") {
			names = append(names, name)
		}
	}
	return names
}

func contains(t *testing.T, path string, want, got any) {
	t.Helper()
	switch want := want.(type) {
	case map[string]any:
		object, ok := got.(map[string]any)
		if !ok {
			t.Errorf("%s is %v", path, got)
			return
		}
		for _, date := range datesOf(want) {
			delete(want, date)
		}
		for name, value := range want {
			contains(t, path+"."+name, value, object[name])
		}
	case []any:
		list, ok := got.([]any)
		if !ok || len(list) != len(want) {
			t.Errorf("%s is %v", path, got)
			return
		}
		for i, value := range want {
			contains(t, fmt.Sprintf("%s[%d]", path, i), value, list[i])
		}
	default:
		if want != got {
			t.Errorf("%s: want %v, got %v", path, want, got)
		}
	}
}
