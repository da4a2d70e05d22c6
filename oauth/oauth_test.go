package oauth_test

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"golang.org/x/oauth2"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/oauth"
	"github.com/go-superoffice/superoffice/superofficetest"
)

const (
	clientSecret = "PLANTED-client-secret/+=="
	callback     = "http://127.0.0.1:8765/callback"
)

func startProvider(t *testing.T, opts ...superofficetest.IdentityOption) *superofficetest.IdentityProvider {
	t.Helper()
	idp := superofficetest.StartIdentityProvider(t, append(opts, superofficetest.WithApplication(superofficetest.Application{
		ID: "app", Secret: clientSecret, RedirectURLs: []string{"http://127.0.0.1/callback"},
	}))...)
	idp.SetTenant(superofficetest.IdentityTenant{Name: "Cust12345", Serial: "4711", SystemToken: "PLANTED-system-token"})
	return idp
}

func configFor(idp *superofficetest.IdentityProvider) oauth.Config {
	return oauth.Config{
		Environment:  superoffice.Environment(idp.URL),
		ClientID:     "app",
		ClientSecret: clientSecret,
		RedirectURL:  callback,
		HTTPClient:   http1(idp.Client()),
	}
}

// http1 keeps a client from HTTP/2, which has no bytes that are not HTTP.
func http1(client *http.Client) *http.Client {
	if transport, ok := client.Transport.(*http.Transport); ok {
		transport.ForceAttemptHTTP2 = false
	}
	return client
}

func newApp(t *testing.T, cfg oauth.Config) *oauth.App {
	t.Helper()
	app, err := oauth.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return app
}

// consent plays the browser and the person: it opens the page, answers it, and
// returns what the redirect brings back.
func consent(t *testing.T, idp *superofficetest.IdentityProvider, address, answer string) url.Values {
	t.Helper()
	browser := idp.Client()
	browser.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	page := open(t, browser, http.MethodGet, address, nil)
	if !strings.Contains(page.body, "<form") {
		t.Fatalf("no form: %s", page.body)
	}
	back := open(t, browser, http.MethodPost, address, url.Values{"tenant": {"Cust12345"}, "answer": {answer}})
	location, err := url.Parse(back.location)
	if err != nil || !strings.HasPrefix(back.location, callback+"?") {
		t.Fatalf("sent back to %q", back.location)
	}
	return location.Query()
}

type page struct{ body, location string }

func open(t *testing.T, browser *http.Client, method, address string, form url.Values) page {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, address, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	resp, err := browser.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return page{string(body), resp.Header.Get("Location")}
}

// signIn goes through the whole login.
func signIn(t *testing.T, idp *superofficetest.IdentityProvider, app *oauth.App) *oauth2.Token {
	t.Helper()
	login := app.Login()
	token, err := app.Finish(t.Context(), login, consent(t, idp, login.URL, "allow"))
	if err != nil {
		t.Fatal(err)
	}
	return token
}

func TestEndpoint(t *testing.T) {
	t.Parallel()
	want := oauth2.Endpoint{
		AuthURL:   "https://sod.superoffice.com/login/common/oauth/authorize",
		TokenURL:  "https://sod.superoffice.com/login/common/oauth/tokens",
		AuthStyle: oauth2.AuthStyleInParams,
	}
	if got := oauth.Endpoint(superoffice.Development); got != want {
		t.Errorf("Endpoint = %+v", got)
	}
	if got := oauth.Endpoint("https://sod.superoffice.com/"); got != want {
		t.Errorf("with a slash: %+v", got)
	}
}

func TestLogin(t *testing.T) {
	t.Parallel()
	idp := startProvider(t)
	app := newApp(t, configFor(idp))
	token := signIn(t, idp, app)
	if !strings.HasPrefix(token.AccessToken, "8A:Cust12345.") || token.RefreshToken == "" || time.Until(token.Expiry) < 50*time.Minute {
		t.Error("the token is not what a login gives")
	}
	who, err := app.Identity(t.Context(), token)
	if err != nil || who.Tenant != "Cust12345" || who.Serial != "4711" || who.AssociateID != "1" || who.SystemToken.Reveal() != "PLANTED-system-token" {
		t.Errorf("Identity = %+v, %v", who, err)
	}
	holdsNoSecret(t, who)
}

func TestLoginURL(t *testing.T) {
	t.Parallel()
	app := newApp(t, oauth.Config{
		Environment: superoffice.Production, ClientID: "app", ClientSecret: clientSecret,
		RedirectURL: "https://app.example.com/callback", Tenant: "Cust12345",
	})
	login := app.Login()
	got, err := url.Parse(login.URL)
	if err != nil {
		t.Fatal(err)
	}
	query := got.Query()
	for name, want := range map[string]string{
		"response_type": "code", "client_id": "app", "scope": "openid", "state": login.State,
		"redirect_uri": "https://app.example.com/callback", "acr_values": "tenant:Cust12345",
		"code_challenge": oauth2.S256ChallengeFromVerifier(login.Verifier), "code_challenge_method": "S256",
	} {
		if query.Get(name) != want {
			t.Errorf("%s = %q, want %q", name, query.Get(name), want)
		}
	}
	if len(query) != 8 || strings.Contains(login.URL, login.Verifier) || strings.Contains(login.URL, "PLANTED") {
		t.Errorf("the address says too much: %s", login.URL)
	}
	if again := app.Login(); again.State == login.State || again.Verifier == login.Verifier {
		t.Error("two logins share a secret")
	}
	if text := fmt.Sprintf("%v %+v %#v %s %q", login, login, login, login, login); strings.Contains(text, login.Verifier) || strings.Contains(text, login.State) {
		t.Errorf("a login prints its secrets: %s", text)
	}
}

func TestCallbacksThatAreRefused(t *testing.T) {
	t.Parallel()
	idp := startProvider(t)
	app := newApp(t, configFor(idp))
	for _, row := range []struct {
		name   string
		change func(*oauth.Login, url.Values)
		says   string
	}{
		{"another state", func(_ *oauth.Login, q url.Values) { q.Set("state", "PLANTED") }, "does not belong"},
		{"no state", func(_ *oauth.Login, q url.Values) { q.Del("state") }, "does not belong"},
		{"no state on either side", func(l *oauth.Login, q url.Values) { l.State = ""; q.Del("state") }, "does not belong"},
		{"no code", func(_ *oauth.Login, q url.Values) { q.Del("code") }, "no code"},
		{"another code", func(_ *oauth.Login, q url.Values) { q.Set("code", "PLANTED") }, "sign in again"},
		{"another verifier", func(l *oauth.Login, _ url.Values) { l.Verifier = oauth2.GenerateVerifier() }, "verifier"},
		{"no verifier", func(l *oauth.Login, _ url.Values) { l.Verifier = "" }, "verifier"},
		{"a refusal", func(_ *oauth.Login, q url.Values) {
			q.Set("error", "access_denied")
			q.Set("error_description", "No, says "+q.Get("code"))
		}, "access_denied: No, says [redacted] (the person"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			login := app.Login()
			query := consent(t, idp, login.URL, "allow")
			code := query.Get("code")
			row.change(&login, query)
			_, err := app.Finish(t.Context(), login, query)
			if err == nil || !strings.Contains(err.Error(), row.says) {
				t.Fatalf("Finish: %v; want an error with %q", err, row.says)
			}
			if strings.Contains(fmt.Sprintf("%+v", err), code) {
				t.Error("the error holds the code")
			}
			holdsNoSecret(t, err)
		})
	}
}

func TestCodeServesOnce(t *testing.T) {
	t.Parallel()
	idp := startProvider(t)
	app := newApp(t, configFor(idp))
	login := app.Login()
	query := consent(t, idp, login.URL, "allow")
	if _, err := app.Finish(t.Context(), login, query); err != nil {
		t.Fatal(err)
	}
	if _, err := app.Finish(t.Context(), login, query); err == nil {
		t.Error("a code served twice")
	}
}

func TestPersonDenies(t *testing.T) {
	t.Parallel()
	idp := startProvider(t)
	app := newApp(t, configFor(idp))
	login := app.Login()
	_, err := app.Finish(t.Context(), login, consent(t, idp, login.URL, "deny"))
	if refusal, ok := errors.AsType[*oauth.Error](err); !ok || refusal.Code != "access_denied" {
		t.Errorf("Finish: %v", err)
	}
}

func TestSecretsTravelInTheBody(t *testing.T) {
	t.Parallel()
	idp := startProvider(t)
	var seen *http.Request
	idp.Override(superofficetest.EndpointRefresh, func(w http.ResponseWriter, r *http.Request) {
		seen = r
		says(200, `{"access_token":"8A:x","token_type":"bearer","expires_in":60}`)(w, r)
	})
	source := sourceFor(t, idp, "PLANTED-refresh")
	if _, err := source.Token(t.Context()); err != nil {
		t.Fatal(err)
	}
	if seen.URL.RawQuery != "" || seen.Header.Get("Authorization") != "" || seen.PostForm.Get("client_secret") != clientSecret ||
		seen.PostForm.Get("refresh_token") != "PLANTED-refresh" || seen.PostForm.Get("client_id") != "app" {
		t.Errorf("sent %s %v %v", seen.URL, seen.Header, seen.PostForm)
	}
}

func TestIdentityThatCannotBeTrusted(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name  string
		fault superofficetest.JWTFault
		says  string
	}{
		{"signed by another key", superofficetest.JWTFault{Stranger: true}, "published key"},
		{"not signed", superofficetest.JWTFault{Algorithm: "none"}, "RS256"},
		{"for another application", superofficetest.JWTFault{Claims: map[string]any{"aud": "other"}}, "audience"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			idp := startProvider(t)
			idp.SetJWTFault(&row.fault)
			app := newApp(t, configFor(idp))
			if _, err := app.Identity(t.Context(), signIn(t, idp, app)); err == nil || !strings.Contains(err.Error(), row.says) {
				t.Errorf("Identity: %v; want an error with %q", err, row.says)
			}
		})
	}
	app := newApp(t, configFor(startProvider(t)))
	for _, token := range []*oauth2.Token{nil, {AccessToken: "8A:x"}} {
		if _, err := app.Identity(t.Context(), token); err == nil {
			t.Errorf("an identity without an id token")
		}
	}
}

func TestNewReportsEverything(t *testing.T) {
	t.Parallel()
	_, err := oauth.New(oauth.Config{Environment: "http://online.superoffice.com", Tenant: "a/b", RedirectURL: "/callback"})
	if err == nil {
		t.Fatal("New accepted it")
	}
	for _, says := range []string{"https", "tenant", "ClientID", "RedirectURL"} {
		if !strings.Contains(err.Error(), says) {
			t.Errorf("New does not speak of %s: %v", says, err)
		}
	}
}

func TestNothingPrintsASecret(t *testing.T) {
	t.Parallel()
	idp := startProvider(t)
	cfg := configFor(idp)
	app := newApp(t, cfg)
	source := sourceFor(t, idp, "PLANTED-refresh")
	type holder struct { // fmt calls no method of what is in there
		app    *oauth.App
		source *oauth.TokenSource
	}
	type copied struct {
		app    oauth.App
		source oauth.TokenSource
	}
	for _, value := range []any{cfg, &cfg, app, source, holder{app, source}, &holder{app, source}, copied{*app, *source}, &copied{*app, *source}, []copied{{*app, *source}}, (*oauth.App)(nil), (*oauth.TokenSource)(nil), oauth.Config{}, app.Login()} {
		holdsNoSecret(t, value)
	}
}

// holdsNoSecret prints a value in every way there is.
func holdsNoSecret(t *testing.T, value any) {
	t.Helper()
	var b strings.Builder
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d", "%t", "%z"} {
		fmt.Fprintf(&b, verb, value)
	}
	slog.New(slog.NewTextHandler(&b, nil)).InfoContext(t.Context(), "value", slog.Any("v", value))
	slog.New(slog.NewJSONHandler(&b, nil)).InfoContext(t.Context(), "value", slog.Any("v", value))
	if text := b.String(); strings.Contains(text, "PLANTED") || strings.Contains(text, fmt.Sprintf("%x", "PLANTED")) {
		t.Errorf("a secret shows in %T: %s", value, text)
	}
}

func says(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

func sourceFor(t *testing.T, idp *superofficetest.IdentityProvider, refresh string, opts ...oauth.SourceOption) *oauth.TokenSource {
	t.Helper()
	source, err := newApp(t, configFor(idp)).TokenSource(&oauth2.Token{RefreshToken: refresh}, opts...)
	if err != nil {
		t.Fatal(err)
	}
	return source
}
