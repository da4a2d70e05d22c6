package idtoken_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-superoffice/superoffice/internal/idtoken"
	"github.com/go-superoffice/superoffice/internal/loginhost"
	"github.com/go-superoffice/superoffice/superofficetest"
)

// inside reaches a provider without a socket, whose wait would not count as
// idle in the bubble of a synctest.
type inside struct {
	handler http.Handler
	down    bool
}

func (i *inside) RoundTrip(req *http.Request) (*http.Response, error) {
	if i.down {
		return nil, http.ErrServerClosed
	}
	answer := httptest.NewRecorder()
	i.handler.ServeHTTP(answer, req)
	return answer.Result(), nil
}

func anybody([]string) bool { return true }

// idToken signs somebody in and returns the token.
func idToken(t *testing.T, idp *superofficetest.IdentityProvider) string {
	t.Helper()
	form := url.Values{
		"grant_type": {"refresh_token"}, "client_id": {"app"}, "client_secret": {"secret"},
		"refresh_token": {idp.AddRefreshToken("app", "Cust12345")},
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "https://login.test/login/common/oauth/tokens", strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	answer := httptest.NewRecorder()
	idp.Handler().ServeHTTP(answer, req)
	_, rest, _ := strings.Cut(answer.Body.String(), `"id_token":"`)
	token, _, _ := strings.Cut(rest, `"`)
	return token
}

func provider(t *testing.T) *superofficetest.IdentityProvider {
	t.Helper()
	idp := superofficetest.StartIdentityProvider(t,
		superofficetest.WithTicketLife(1000*time.Hour),
		superofficetest.WithApplication(superofficetest.Application{ID: "app", Secret: "secret"}))
	idp.SetTenant(superofficetest.IdentityTenant{Name: "Cust12345", Serial: "4711"})
	return idp
}

func TestKeysAreKeptAndServeWhileTheHostIsDown(t *testing.T) {
	t.Parallel()
	idp := provider(t)
	token := idToken(t, idp) // of the real clock, which the bubble's is far behind
	offset := time.Since(time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC))
	synctest.Test(t, func(t *testing.T) {
		host := &inside{handler: idp.Handler()}
		v := idtoken.New(&url.URL{Scheme: "https", Host: "login.test"}, loginhost.Client(&http.Client{Transport: host}),
			func() time.Time { return time.Now().Add(offset) })
		verify := func() {
			t.Helper()
			claims, err := v.Verify(t.Context(), token, anybody)
			if err != nil || claims.Identity("ctx") != "Cust12345" || claims.Identity("missing") != "" {
				t.Fatalf("Verify: %v", err)
			}
		}
		verify()
		time.Sleep(11 * time.Hour)
		verify()
		if n := idp.Count(superofficetest.EndpointKeys); n != 1 {
			t.Errorf("the keys were fetched %d times, want 1", n)
		}
		host.down = true
		time.Sleep(2 * time.Hour)
		verify()
		time.Sleep(24 * time.Hour)
		if _, err := v.Verify(t.Context(), token, anybody); err == nil {
			t.Error("keys of yesterday were trusted")
		}
		host.down = false
		verify()
	})
}

func TestUnknownKeyWhileTheHostIsDown(t *testing.T) {
	t.Parallel()
	idp := provider(t)
	old := idToken(t, idp)
	host := &inside{handler: idp.Handler()}
	v := idtoken.New(&url.URL{Scheme: "https", Host: "login.test"}, loginhost.Client(&http.Client{Transport: host}), time.Now)
	if _, err := v.Verify(t.Context(), old, anybody); err != nil {
		t.Fatal(err)
	}
	if err := idp.RotateKey(); err != nil {
		t.Fatal(err)
	}
	host.down = true
	if _, err := v.Verify(t.Context(), idToken(t, idp), anybody); err == nil || !strings.Contains(err.Error(), "published keys") {
		t.Errorf("Verify: %v", err)
	}
}
