package loginhost_test

import (
	"errors"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/internal/loginhost"
)

func ask(t *testing.T, client *http.Client, address string) (*loginhost.Answer, error) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	return loginhost.Ask(loginhost.Client(client), req, 100)
}

func TestAskFollowsNoRedirect(t *testing.T) {
	t.Parallel()
	for _, location := range []string{"/elsewhere", "http://[::1:%zz", ""} {
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path != "/" {
				t.Error("the redirect was followed")
			}
			w.Header()["Location"] = []string{location}
			w.WriteHeader(http.StatusTemporaryRedirect)
		}))
		answer, err := ask(t, nil, srv.URL)
		if err != nil || answer.StatusCode != http.StatusTemporaryRedirect {
			t.Errorf("Location %q: %+v, %v", location, answer, err)
		}
		srv.Close()
	}
}

func TestAskBoundsTheAnswer(t *testing.T) {
	t.Parallel()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write(make([]byte, 101))
	}))
	defer srv.Close()
	if _, err := ask(t, nil, srv.URL); !errors.Is(err, loginhost.ErrTooLong) {
		t.Errorf("Ask: %v", err)
	}
}

func TestAskReportsAnAnswerBrokenOff(t *testing.T) {
	t.Parallel()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "50")
		_, _ = w.Write([]byte("half"))
	}))
	defer srv.Close()
	if _, err := ask(t, nil, srv.URL); err == nil || !strings.Contains(err.Error(), "reading the answer") {
		t.Errorf("Ask: %v", err)
	}
}

func TestAskDoesNotQuoteTheURL(t *testing.T) {
	t.Parallel()
	_, err := ask(t, nil, "http://127.0.0.1:1/?secret=PLANTED")
	if err == nil || strings.Contains(err.Error(), "PLANTED") {
		t.Errorf("Ask: %v", err)
	}
}

func TestClientLeavesTheCallersAlone(t *testing.T) {
	t.Parallel()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	address, _ := url.Parse("https://online.superoffice.com")
	jar.SetCookies(address, []*http.Cookie{{Name: "session", Value: "PLANTED"}})
	mine := &http.Client{Jar: jar, Transport: http.DefaultTransport}
	theirs := loginhost.Client(mine)
	if theirs.Jar != nil || mine.Jar == nil || mine.CheckRedirect != nil || mine.Transport != http.DefaultTransport {
		t.Error("the caller's client was changed, or its cookies would be sent")
	}
}
