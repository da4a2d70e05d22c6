package oauth_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/oauth2"

	"github.com/go-superoffice/superoffice/oauth"
	"github.com/go-superoffice/superoffice/superofficetest"
)

func TestOneRefreshForManyCallers(t *testing.T) {
	t.Parallel()
	idp := startProvider(t)
	source := sourceFor(t, idp, idp.AddRefreshToken("app", "Cust12345"))
	var wg sync.WaitGroup
	for range 500 {
		wg.Go(func() {
			if _, err := source.Token(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if n := idp.Count(superofficetest.EndpointRefresh); n != 1 {
		t.Errorf("%d refreshes, want 1", n)
	}
}

func TestRefreshTokenIsKeptWhenTheAnswerHasNone(t *testing.T) {
	t.Parallel()
	idp := startProvider(t)
	refresh := idp.AddRefreshToken("app", "Cust12345")
	var saved []*oauth2.Token
	source := sourceFor(t, idp, refresh, oauth.WithSave(func(_ context.Context, token *oauth2.Token) error {
		saved = append(saved, token)
		return nil
	}))
	first, err := source.Token(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	source.Rejected(first)
	second, err := source.Token(t.Context())
	if err != nil || second.Value == first.Value {
		t.Fatalf("the second refresh: %v", err)
	}
	if len(saved) != 2 || saved[0].RefreshToken != refresh || saved[1].RefreshToken != refresh ||
		saved[0].AccessToken != first.Value || saved[1].AccessToken != second.Value || !saved[1].Expiry.Equal(second.Expiry) {
		t.Error("what was saved is not what is used")
	}
	if left := time.Until(second.Expiry); left < 59*time.Minute || left > time.Hour {
		t.Errorf("expires_in of an hour gave %v", left)
	}
}

func TestNewRefreshTokenReplacesTheOld(t *testing.T) {
	t.Parallel()
	idp := startProvider(t)
	var used []string
	idp.Override(superofficetest.EndpointRefresh, func(w http.ResponseWriter, r *http.Request) {
		used = append(used, r.PostFormValue("refresh_token"))
		says(200, `{"access_token":"8A:x`+strings.Repeat("x", len(used))+`","token_type":"Bearer","refresh_token":"second"}`)(w, r)
	})
	source := sourceFor(t, idp, "first")
	for range 2 {
		token, err := source.Token(t.Context())
		if err != nil || !token.Expiry.IsZero() {
			t.Fatalf("Token: %v; expiry %v of an answer without one", err, token.Expiry)
		}
		source.Rejected(token)
	}
	if got := strings.Join(used, " "); got != "first second" {
		t.Errorf("used %s", got)
	}
}

func TestSavedAccessTokenIsUsedWhileItLasts(t *testing.T) {
	t.Parallel()
	idp := startProvider(t)
	app := newApp(t, configFor(idp))
	refresh := idp.AddRefreshToken("app", "Cust12345")
	for _, row := range []struct {
		name      string
		expiry    time.Time
		refreshed bool
	}{
		{"it lasts", time.Now().Add(time.Hour), false},
		{"nobody knows", time.Time{}, false},
		{"it is over", time.Now().Add(-time.Hour), true},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			source, err := app.TokenSource(&oauth2.Token{AccessToken: "8A:saved", RefreshToken: refresh, Expiry: row.expiry})
			if err != nil {
				t.Fatal(err)
			}
			token, err := source.Token(t.Context())
			if err != nil || (token.Value != "8A:saved") != row.refreshed {
				t.Errorf("Token: %v", err)
			}
		})
	}
}

func TestAccessTokenAlone(t *testing.T) {
	t.Parallel()
	app := newApp(t, configFor(startProvider(t)))
	source, err := app.TokenSource(&oauth2.Token{AccessToken: "8A:saved"})
	if err != nil {
		t.Fatal(err)
	}
	token, err := source.Token(t.Context())
	if err != nil || token.Value != "8A:saved" {
		t.Fatal(err)
	}
	source.Rejected(token)
	if _, err := source.Token(t.Context()); err == nil || !strings.Contains(err.Error(), "sign in again") {
		t.Errorf("Token: %v", err)
	}
	for _, nothing := range []*oauth2.Token{nil, {}} {
		if _, err := app.TokenSource(nothing); err == nil {
			t.Error("a source from nothing")
		}
	}
	if _, err := app.TokenSource(&oauth2.Token{AccessToken: "8A:saved"}, nil); err == nil {
		t.Error("a nil option was accepted")
	}
}

func TestSavingThatFailsIsReportedAndTriedAgain(t *testing.T) {
	t.Parallel()
	idp := startProvider(t)
	full := errors.New("the disk is full")
	answer := full
	source := sourceFor(t, idp, idp.AddRefreshToken("app", "Cust12345"), oauth.WithSave(func(context.Context, *oauth2.Token) error { return answer }))
	_, err := source.Token(t.Context())
	if _, ok := errors.AsType[*oauth.SaveError](err); !ok || !errors.Is(err, full) || !strings.Contains(err.Error(), "saving") {
		t.Fatalf("Token: %v", err)
	}
	answer = nil
	if _, err := source.Token(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := idp.Count(superofficetest.EndpointRefresh); n != 1 {
		t.Errorf("%d refreshes; the token that could not be saved was thrown away", n)
	}
}

func TestTokenThatEndedBeforeItCouldBeSaved(t *testing.T) {
	t.Parallel()
	idp := startProvider(t)
	n := 0
	idp.Override(superofficetest.EndpointRefresh, func(w http.ResponseWriter, r *http.Request) {
		n++
		expires := `-60`
		if n > 1 {
			expires = `3600`
		}
		says(200, `{"access_token":"8A:x","token_type":"Bearer","expires_in":`+expires+`}`)(w, r)
	})
	answer := errors.New("no")
	source := sourceFor(t, idp, "r", oauth.WithSave(func(context.Context, *oauth2.Token) error { return answer }))
	if _, err := source.Token(t.Context()); err == nil {
		t.Fatal("saving did not fail")
	}
	answer = nil
	token, err := source.Token(t.Context())
	if err != nil || time.Until(token.Expiry) < time.Minute || n != 2 {
		t.Errorf("Token expires %v after %d refreshes, %v", token.Expiry, n, err)
	}
}

func TestServerThatRefusesEveryTokenCausesFewRefreshes(t *testing.T) {
	t.Parallel()
	idp := startProvider(t)
	source := sourceFor(t, idp, idp.AddRefreshToken("app", "Cust12345"))
	for range 10 {
		token, err := source.Token(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		source.Rejected(token)
	}
	if n := idp.Count(superofficetest.EndpointRefresh); n != 2 {
		t.Errorf("%d refreshes, want 2", n)
	}
}

func TestRefreshesThatFail(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name   string
		answer http.HandlerFunc // nil: the provider's own
		says   string
	}{
		{"revoked", nil, "invalid_grant"},
		{"a web page", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			_, _ = io.WriteString(w, "<html>PLANTED</html>")
		}, "refreshing"},
		{"an error page", says(503, "<html>PLANTED</html>"), "status 503"},
		{"nothing", says(200, ""), "refreshing"},
		{"no token", says(200, "{}"), "refreshing"},
		{"a form", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/plain")
			_, _ = io.WriteString(w, "PLANTED=%zz")
		}, "refreshing"},
		{"another kind of token", says(200, `{"access_token":"PLANTED","token_type":"mac"}`), "not a bearer"},
		{"a token that breaks a header", says(200, `{"access_token":"8A:\r\nPLANTED","token_type":"Bearer"}`), "header"},
		{"a redirect", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "https://evil.example/", http.StatusTemporaryRedirect)
		}, "status 307"},
		{"a refusal that repeats what it got", func(w http.ResponseWriter, r *http.Request) {
			_ = r.ParseForm()
			answer, _ := json.Marshal(map[string]string{"error": "invalid_client", "error_description": r.PostForm.Encode() + clientSecret})
			says(400, string(answer))(w, r)
		}, "check the client id"},
		{"something that is not HTTP", parrot, "malformed"},
		{"a connection that is cut", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, "refreshing"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			idp := startProvider(t)
			idp.Override(superofficetest.EndpointRefresh, row.answer)
			_, err := sourceFor(t, idp, "PLANTED-refresh").Token(t.Context())
			if _, ok := errors.AsType[*oauth.Error](err); !ok || !strings.Contains(err.Error(), row.says) {
				t.Fatalf("Token: %v; want an error with %q", err, row.says)
			}
			if _, ok := errors.AsType[*oauth2.RetrieveError](err); ok {
				t.Error("the chain holds the body of the answer")
			}
			holdsNoSecret(t, err)
		})
	}
}

// parrot sends the request's body back as if it were an answer.
func parrot(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := r.ParseForm(); err == nil {
		body = append(body, r.PostForm.Encode()...)
	}
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer conn.Close()
	_, _ = conn.Write(append(body, "\r\n\r\n"...))
}

func TestCallerWhoGivesUp(t *testing.T) {
	t.Parallel()
	idp := startProvider(t)
	bored := errors.New("bored")
	ctx, cancel := context.WithCancelCause(t.Context())
	release := make(chan struct{})
	idp.Override(superofficetest.EndpointRefresh, func(w http.ResponseWriter, r *http.Request) {
		cancel(bored)
		<-release
		says(200, `{"access_token":"8A:x","token_type":"Bearer","expires_in":3600}`)(w, r)
	})
	source := sourceFor(t, idp, "r")
	if _, err := source.Token(ctx); !errors.Is(err, bored) {
		t.Errorf("Token: %v", err)
	}
	close(release)
	if _, err := source.Token(t.Context()); err != nil {
		t.Error(err)
	}
	if n := idp.Count(superofficetest.EndpointRefresh); n != 1 {
		t.Errorf("%d refreshes; the one under way was thrown away", n)
	}
}

func TestLoginThatIsCutShort(t *testing.T) {
	t.Parallel()
	idp := startProvider(t)
	app := newApp(t, configFor(idp))
	login := app.Login()
	query := consent(t, idp, login.URL, "allow")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := app.Finish(ctx, login, query); !errors.Is(err, context.Canceled) {
		t.Errorf("Finish: %v", err)
	}
}
