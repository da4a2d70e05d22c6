package superofficetest_test

import (
	"io"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/superofficetest"
)

const sampleAuthorization = "Basic dGplMDpUamUw"

// call sends one request with the sample credentials. Headers are name: value.
func call(t *testing.T, srv *superofficetest.Server, method, path, body string, headers ...string) (*http.Response, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, srv.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", sampleAuthorization)
	req.Header.Set("Accept", "application/json")
	if body != "" {
		req.Header.Set("Content-Type", "application/json; charset=utf-8")
	}
	for _, header := range headers {
		name, value, _ := strings.Cut(header, ": ")
		if value == "" {
			req.Header.Del(name)
			continue
		}
		req.Header.Set(name, value)
	}
	return exchange(t, req)
}

func exchange(t *testing.T, req *http.Request) (*http.Response, string) {
	t.Helper()
	transport := &http.Transport{DisableCompression: true}
	defer transport.CloseIdleConnections()
	res, err := transport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res, string(text)
}

func read(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
func TestSmoke(t *testing.T) {
	srv := superofficetest.Start(t)
	res, body := call(t, srv, "POST", "/api/v1/ChatSession", read(t, "chatsession-request.json"))
	t.Log(res.Status, body)
	res, body = call(t, srv, "POST", "/api/v1/User?$select=name,AssociateId,OtherGroups/Id", read(t, "user-request.json"), "Accept: application/xml", "Accept-Language: en")
	t.Log(res.Status, body)
	res, body = call(t, srv, "GET", "/api/v1/User/99", "")
	t.Log(res.Status, body)
	for _,r := range srv.Requests() { t.Log(r) }
}
