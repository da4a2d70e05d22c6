package main

import (
	"encoding/json"
	"io"
	"net/http"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// output collects what run prints and tells when it holds the address.
type output struct {
	mu    sync.Mutex
	text  strings.Builder
	ready chan string
}

var baseURL = regexp.MustCompile(`Base URL +(\S+)`)

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	_, _ = o.text.Write(p)
	if match := baseURL.FindStringSubmatch(o.text.String()); match != nil && o.ready != nil {
		o.ready <- match[1]
		o.ready = nil
	}
	return len(p), nil
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// start runs the program until the test ends and returns its base URL.
func start(t *testing.T, arguments ...string) (url string, out *output) {
	t.Helper()
	ready := make(chan string, 1)
	out = &output{ready: ready}
	done := make(chan error, 1)
	go func() { done <- run(t.Context(), append([]string{"-addr", "127.0.0.1:0"}, arguments...), out) }()
	t.Cleanup(func() {
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	select {
	case url = <-ready:
	case err := <-done:
		done <- err
		t.Fatal("ended before it served: ", err)
	}
	return url, out
}

func send(t *testing.T, method, url, body, authorization string) (int, http.Header, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", authorization)
	req.Header.Set("Content-Type", "application/json")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, res.Header, string(text)
}

func TestPrintedAuthorizationValuesAreAccepted(t *testing.T) {
	t.Parallel()
	url, out := start(t)
	values := regexp.MustCompile(`(?m)^(?:Authorization| {13}) +((?:Basic|SOTicket|Bearer) \S+)`)
	found := values.FindAllStringSubmatch(out.String(), -1)
	if len(found) != 3 {
		t.Fatalf("printed:\n%s", out)
	}
	for _, value := range found {
		if status, _, body := send(t, "GET", url+"/api/v1/User/default", "", value[1]); status != http.StatusOK {
			t.Errorf("%s: %d %s", value[1], status, body)
		}
	}
}

func TestReceivedListsRecordsAndRequestsWithoutCredentials(t *testing.T) {
	t.Parallel()
	url, _ := start(t)
	const entity = `{"TopicId":2,"CustomerName":"Ola","SessionKey":"planted-key"}`
	send(t, "POST", url+"/api/v1/ChatSession", entity, "Basic dGplMDpUamUw")
	send(t, "POST", url+"/api/v1/ChatSession", entity, "Bearer planted-token")

	_, header, body := send(t, "GET", url+"/received.json", "", "")
	if strings.Contains(body, "planted") || strings.Contains(body, "dGplMDpUamUw") {
		t.Errorf("a secret is shown:\n%s", body)
	}
	if got := header.Get("Content-Security-Policy"); !strings.Contains(got, "default-src 'none'") {
		t.Errorf("Content-Security-Policy is %q", got)
	}
	var data received
	if err := json.Unmarshal([]byte(body), &data); err != nil {
		t.Fatal(err)
	}
	if len(data.Sessions) != 1 || data.Sessions[0].Customer != "Ola" || len(data.Log) != 2 || data.Log[0].Status != 401 {
		t.Errorf("got %+v", data)
	}
}

func TestAddressInUseIsAnError(t *testing.T) {
	t.Parallel()
	url, _ := start(t)
	err := run(t.Context(), []string{"-addr", strings.TrimPrefix(url, "http://")}, io.Discard)
	if err == nil {
		t.Error("a second server on the same address did not fail")
	}
}

func TestHelpIsNotAnError(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	if err := run(t.Context(), []string{"-h"}, &out); err != nil {
		t.Errorf("error %v", err)
	}
	for _, want := range []string{"-addr", "-tenant", "-zone", "-keep", "-strict", "go run ./examples/testserver"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %s in:\n%s", want, &out)
		}
	}
}

func TestArgumentsThatMeanNothingAreErrors(t *testing.T) {
	t.Parallel()
	for _, arguments := range [][]string{{"-port", "1"}, {"127.0.0.1:0"}, {"-keep", "many"}} {
		if err := run(t.Context(), arguments, io.Discard); err == nil {
			t.Errorf("no error for %q", arguments)
		}
	}
}

func TestATenantIsAnnouncedWithItsState(t *testing.T) {
	t.Parallel()
	url, out := start(t, "-tenant", "Cust12345")
	state := regexp.MustCompile(`State +(\S+)`).FindStringSubmatch(out.String())
	if state == nil {
		t.Fatalf("no address of the state:\n%s", out)
	}
	if status, _, body := send(t, "GET", state[1], "", ""); status != http.StatusOK || !strings.Contains(body, url+"/api") {
		t.Errorf("the state is %d %s", status, body)
	}
}

func TestPageInABrowser(t *testing.T) {
	t.Parallel()
	browser := findBrowser()
	if browser == "" {
		t.Skip("no Chromium or Chrome is installed, so the page was not looked at")
	}
	url, _ := start(t)
	const markup = `<img src=x onerror=document.title='owned'>`
	send(t, "POST", url+"/api/v1/ChatSession",
		`{"TopicId":2,"CustomerName":"`+markup+`"}`, "Basic dGplMDpUamUw")

	command := exec.CommandContext(t.Context(), browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
		"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--user-data-dir="+t.TempDir(), "--virtual-time-budget=500", "--dump-dom", url+"/")
	var problems strings.Builder
	command.Stderr = &problems
	dom, err := command.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, problems.String())
	}
	page := string(dom)
	for what, part := range map[string]string{
		"the live mark":        `Live.`,
		"the customer as text": `<td>&lt;img src=x onerror=document.title='owned'&gt;</td>`,
		"the request":          `POST /api/v1/ChatSession`,
		"the outcome":          `200 OK, created 1`,
		"the title":            `<title>SuperOffice test server</title>`,
	} {
		if !strings.Contains(page, part) {
			t.Errorf("%s is missing from the page:\n%s", what, page)
		}
	}
	if strings.Contains(page, "dGplMDpUamUw") {
		t.Error("the page shows a credential")
	}
}

func findBrowser() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}
