package systemuser_test

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/superofficetest"
	"github.com/go-superoffice/superoffice/systemuser"
)

const (
	appSecret   = "PLANTED-app-secret/+=="
	systemToken = "Cust12345-PLANTED-system-token"
)

// login starts a login host that knows the application and the tenant.
func login(t *testing.T, opts ...superofficetest.IdentityOption) *superofficetest.IdentityProvider {
	t.Helper()
	idp := superofficetest.StartIdentityProvider(t, append(opts, superofficetest.WithApplication(superofficetest.Application{
		ID: "app", Secret: appSecret, PublicKey: &appKey().PublicKey,
	}))...)
	idp.SetTenant(superofficetest.IdentityTenant{
		Name: "Cust12345", Endpoint: "https://127.0.0.1/Cust12345", SystemToken: systemToken, Serial: "4711",
	})
	return idp
}

func configFor(idp *superofficetest.IdentityProvider) systemuser.Config {
	return systemuser.Config{
		Environment:      superoffice.Environment(idp.URL),
		Tenant:           "Cust12345",
		SystemToken:      systemToken,
		ApplicationToken: appSecret,
		Key:              appKey(),
		HTTPClient:       http1(idp.Client()),
	}
}

// http1 keeps a client from HTTP/2, which has no bytes that are not HTTP.
func http1(client *http.Client) *http.Client {
	if transport, ok := client.Transport.(*http.Transport); ok {
		transport.ForceAttemptHTTP2 = false
	}
	return client
}

func newSource(t *testing.T, cfg systemuser.Config) *systemuser.Source {
	t.Helper()
	source, err := systemuser.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return source
}

func token(t *testing.T, source *systemuser.Source) superoffice.Token {
	t.Helper()
	got, err := source.Token(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestTicketIsFetchedOnceForManyCallers(t *testing.T) {
	t.Parallel()
	idp := login(t)
	source := newSource(t, configFor(idp))
	start := time.Now()
	first := token(t, source)
	var wg sync.WaitGroup
	for range 500 {
		wg.Go(func() {
			if got, err := source.Token(context.WithoutCancel(t.Context())); err != nil || got != first {
				t.Errorf("another token or an error: %v", err)
			}
		})
	}
	wg.Wait()
	if n := idp.Count(superofficetest.EndpointSystemUser); n != 1 {
		t.Errorf("%d tickets were made, want 1", n)
	}
	if !strings.HasPrefix(first.Value, "7T:") {
		t.Error("the ticket is not one")
	}
	if life := first.Expiry.Sub(start); life < 6*time.Hour-time.Minute || life > 6*time.Hour+time.Minute {
		t.Errorf("the ticket lasts %v, want six hours from its fetch", life)
	}
}

func TestRequestIsTheDocumentedOne(t *testing.T) {
	t.Parallel()
	idp := login(t)
	var seen map[string]string
	var header http.Header
	idp.Override(superofficetest.EndpointSystemUser, func(w http.ResponseWriter, r *http.Request) {
		header = r.Header
		if r.URL.Path != "/Login/api/PartnerSystemUser/Authenticate" || r.URL.RawQuery != "" {
			t.Errorf("asked %s", r.URL)
		}
		if err := json.NewDecoder(r.Body).Decode(&seen); err != nil {
			t.Error(err)
		}
		_, _ = io.WriteString(w, "{}")
	})
	source := newSource(t, configFor(idp))
	source.SetClock(func() time.Time { return time.Date(2026, 3, 9, 1, 4, 5, 0, time.FixedZone("", 2*3600)) })
	_, _ = source.Token(t.Context())
	rest, ok := strings.CutPrefix(seen["SignedSystemToken"], systemToken+".202603082304.")
	if raw, err := base64.StdEncoding.DecodeString(rest); !ok || err != nil || len(raw) != 256 {
		t.Errorf("signed %q", seen["SignedSystemToken"])
	}
	if seen["ApplicationToken"] != appSecret || seen["ContextIdentifier"] != "Cust12345" || seen["ReturnTokenType"] != "JWT" || len(seen) != 4 {
		t.Errorf("sent %v", seen)
	}
	if !strings.HasPrefix(header.Get("Content-Type"), "application/json") || header.Get("Authorization") != "" {
		t.Errorf("header %v", header)
	}
}

func TestAnswersThatCannotBeTrusted(t *testing.T) { //nolint:tparallel // its rows share the provider
	t.Parallel()
	const prefix = "http://schemes.superoffice.net/identity/"
	hour := func(n int) int64 { return time.Now().Add(time.Duration(n) * time.Hour).Unix() }
	idp := login(t) // one, since its key takes long to make; so the rows take turns
	for _, row := range []struct {
		name  string
		fault superofficetest.JWTFault
		says  string
	}{
		{"signed by another key", superofficetest.JWTFault{Stranger: true}, "published key"},
		{"not signed", superofficetest.JWTFault{Algorithm: "none"}, "RS256"},
		{"signed with the public key as a secret", superofficetest.JWTFault{Algorithm: "HS256"}, "RS256"},
		{"a key id nobody published", superofficetest.JWTFault{Header: map[string]any{"kid": "elsewhere"}}, "published key"},
		{"another algorithm named", superofficetest.JWTFault{Header: map[string]any{"alg": "RS512"}}, "RS256"},
		{"for another audience", superofficetest.JWTFault{Claims: map[string]any{"aud": "PLANTED-client"}}, "audience"},
		{"for nobody", superofficetest.JWTFault{Claims: map[string]any{"aud": nil}}, "audience"},
		{"for a serial that is empty", superofficetest.JWTFault{Claims: map[string]any{"aud": "spn:"}}, "audience"},
		{"by another issuer", superofficetest.JWTFault{Claims: map[string]any{"iss": "PLANTED"}}, "issued"},
		{"expired", superofficetest.JWTFault{Claims: map[string]any{"exp": hour(-1)}}, "expired"},
		{"without an expiry", superofficetest.JWTFault{Claims: map[string]any{"exp": nil}}, "no expiry"},
		{"not valid yet", superofficetest.JWTFault{Claims: map[string]any{"nbf": hour(1)}}, "not valid yet"},
		{"issued in the future", superofficetest.JWTFault{Claims: map[string]any{"iat": hour(1)}}, "not valid yet"},
		{"another tenant's", superofficetest.JWTFault{Claims: map[string]any{prefix + "ctx": "Cust99999"}}, "another tenant"},
		{"without a ticket", superofficetest.JWTFault{Claims: map[string]any{prefix + "ticket": nil}}, "no ticket"},
		{"with a ticket that is a number", superofficetest.JWTFault{Claims: map[string]any{prefix + "ticket": 7}}, "no ticket"},
		{"with a ticket that breaks a header", superofficetest.JWTFault{Claims: map[string]any{prefix + "ticket": "7T:\r\nX: PLANTED"}}, "no ticket"},
		{"malformed", superofficetest.JWTFault{Text: "PLANTED.token"}, "RS256"},
		{"longer than any token", superofficetest.JWTFault{Text: strings.Repeat("x", 65<<10)}, "too long"},
	} {
		t.Run(row.name, func(t *testing.T) {
			idp.SetJWTFault(&row.fault)
			source := newSource(t, configFor(idp))
			_, err := source.Token(t.Context())
			if _, ok := errors.AsType[*systemuser.Error](err); !ok || !strings.Contains(err.Error(), row.says) {
				t.Fatalf("Token: %v; want an error with %q", err, row.says)
			}
			holdsNoSecret(t, err)
			idp.SetJWTFault(nil)
			token(t, source) // a failure is not remembered
		})
	}
}

func TestAudience(t *testing.T) {
	t.Parallel()
	idp := login(t)
	cfg := configFor(idp)
	cfg.Audience = "spn:4711"
	token(t, newSource(t, cfg))
	cfg.Audience = "spn:4712"
	if _, err := newSource(t, cfg).Token(t.Context()); err == nil || !strings.Contains(err.Error(), "audience") {
		t.Errorf("Token: %v", err)
	}
}

func TestKeysAreRotated(t *testing.T) {
	t.Parallel()
	idp := login(t)
	source := newSource(t, configFor(idp))
	first := token(t, source)
	if err := idp.RotateKey(); err != nil {
		t.Fatal(err)
	}
	source.Rejected(first)
	if second := token(t, source); second == first {
		t.Error("the refused ticket came again")
	}
	if n := idp.Count(superofficetest.EndpointKeys); n != 2 {
		t.Errorf("the keys were fetched %d times, want 2", n)
	}
}

func TestUnknownKeyIDsDoNotFloodTheKeys(t *testing.T) {
	t.Parallel()
	idp := login(t)
	idp.SetJWTFault(&superofficetest.JWTFault{Header: map[string]any{"kid": "elsewhere"}})
	source := newSource(t, configFor(idp))
	for range 20 {
		if _, err := source.Token(t.Context()); err == nil {
			t.Fatal("an unknown key was accepted")
		}
	}
	if n := idp.Count(superofficetest.EndpointKeys); n != 2 {
		t.Errorf("the keys were fetched %d times, want 2", n)
	}
}

func TestTokenWithoutAKeyIDIsTriedWithEveryKey(t *testing.T) {
	t.Parallel()
	idp := login(t)
	idp.SetJWTFault(&superofficetest.JWTFault{Header: map[string]any{"kid": nil}})
	token(t, newSource(t, configFor(idp)))
}

func TestBadKeys(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, body, says string }{
		{"a web page", "<html>", "set of keys"},
		{"no keys", `{"keys":[]}`, "no RSA"},
		{"only keys of other kinds", `{"keys":[{"kty":"EC"},{"kty":"oct","k":"AAAA"},7]}`, "no RSA"},
		{"more than there can be", `{"keys":[` + strings.Repeat(" ", 300<<10), "too long"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			idp := login(t)
			idp.Override(superofficetest.EndpointKeys, func(w http.ResponseWriter, _ *http.Request) {
				_, _ = io.WriteString(w, row.body)
			})
			_, err := newSource(t, configFor(idp)).Token(t.Context())
			if err == nil || !strings.Contains(err.Error(), row.says) {
				t.Errorf("Token: %v; want an error with %q", err, row.says)
			}
		})
	}
	t.Run("not found", func(t *testing.T) {
		t.Parallel()
		idp := login(t)
		idp.Override(superofficetest.EndpointKeys, http.NotFound)
		if _, err := newSource(t, configFor(idp)).Token(t.Context()); err == nil || !strings.Contains(err.Error(), "404") {
			t.Errorf("Token: %v", err)
		}
	})
}

func TestClocksMayDifferByFiveMinutes(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		off  time.Duration
		says string // empty: accepted
	}{
		{-4 * time.Minute, ""},
		{4 * time.Minute, ""},
		{-8 * time.Minute, "8m0s behind"},
		{8 * time.Minute, "8m0s ahead"},
	} {
		t.Run(row.off.String(), func(t *testing.T) {
			t.Parallel()
			source := newSource(t, configFor(login(t)))
			source.SetClock(func() time.Time { return time.Now().Add(row.off) })
			_, err := source.Token(t.Context())
			switch {
			case row.says == "" && err != nil:
				t.Error(err)
			case row.says != "" && (err == nil || !strings.Contains(err.Error(), row.says) || !strings.Contains(err.Error(), "InvalidTimestamp")):
				t.Errorf("Token: %v; want an error with %q", err, row.says)
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name   string
		change func(*systemuser.Config)
		says   string
	}{
		{"another application's secret", func(c *systemuser.Config) { c.ApplicationToken = "PLANTED-other" }, "application token is not valid"},
		{"another tenant's system token", func(c *systemuser.Config) { c.SystemToken = "PLANTED-other" }, "not valid for this tenant"},
		{"an unknown tenant", func(c *systemuser.Config) { c.Tenant = "Cust99999" }, "context identifier"},
		{"another key", func(c *systemuser.Config) { c.Key = newKey(2048) }, "InvalidSignature"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			cfg := configFor(login(t))
			row.change(&cfg)
			_, err := newSource(t, cfg).Token(t.Context())
			refusal, ok := errors.AsType[*systemuser.Error](err)
			if !ok || !strings.Contains(refusal.Message, row.says) || refusal.StatusCode != http.StatusOK {
				t.Fatalf("Token: %v; want the words %q", err, row.says)
			}
			holdsNoSecret(t, err)
		})
	}
}

func TestBadAnswers(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name   string
		answer http.HandlerFunc
		says   string
		status int
	}{
		{"a web page", says(200, "<html>PLANTED"), "did not answer with JSON", 200},
		{"nothing", says(200, ""), "did not answer with JSON", 200},
		{"success without a token", says(200, `{"IsSuccessful":true}`), "without a token", 200},
		{"null", says(200, `null`), "refused", 200},
		{"a failure", says(500, "<html>PLANTED"), "refused", 500},
		{"a refusal in words", says(403, `{"ErrorMessage":"Not\nallowed"}`), "refused (status 403): Not allowed", 403},
		{"an answer without end", says(200, strings.Repeat("x", 300<<10)), "too long", 0},
		{"a redirect", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/elsewhere", http.StatusTemporaryRedirect)
		}, "redirects", 307},
		{"a refusal that repeats what it got", func(w http.ResponseWriter, r *http.Request) {
			body, _ := io.ReadAll(r.Body)
			answer, _ := json.Marshal(map[string]any{"ErrorMessage": "bad request: " + string(body)})
			_, _ = w.Write(answer)
		}, "[redacted]", 200},
		{"something that is not HTTP", func(w http.ResponseWriter, r *http.Request) {
			body, _ := io.ReadAll(r.Body)
			if conn, _, err := http.NewResponseController(w).Hijack(); err == nil {
				_, _ = conn.Write(append(body, "\r\n\r\n"...))
				_ = conn.Close()
			}
		}, "malformed", 0},
		{"a connection that is cut", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, "no usable answer", 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			idp := login(t)
			idp.Override(superofficetest.EndpointSystemUser, row.answer)
			_, err := newSource(t, configFor(idp)).Token(t.Context())
			failure, ok := errors.AsType[*systemuser.Error](err)
			if !ok || !strings.Contains(err.Error(), row.says) || failure.StatusCode != row.status {
				t.Fatalf("Token: %v; want %q and status %d", err, row.says, row.status)
			}
			holdsNoSecret(t, err)
		})
	}
}

func says(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

func TestUntrustedCertificate(t *testing.T) {
	t.Parallel()
	cfg := configFor(login(t))
	cfg.HTTPClient = nil
	if _, err := newSource(t, cfg).Token(t.Context()); err == nil || !strings.Contains(err.Error(), "certificate") {
		t.Errorf("Token: %v", err)
	}
}

func TestRefusedTicketIsReplacedOnceAMinute(t *testing.T) {
	t.Parallel()
	idp := login(t)
	source := newSource(t, configFor(idp))
	for range 10 {
		source.Rejected(token(t, source))
	}
	if n := idp.Count(superofficetest.EndpointSystemUser); n != 2 {
		t.Errorf("%d tickets were made, want 2", n)
	}
}

func TestNewReportsEverything(t *testing.T) {
	t.Parallel()
	_, err := systemuser.New(systemuser.Config{Environment: "http://online.superoffice.com", Tenant: "a/b", Key: newKey(1024)})
	if err == nil {
		t.Fatal("New accepted it")
	}
	for _, says := range []string{"https", "tenant", "1024", "SystemToken", "ApplicationToken"} {
		if !strings.Contains(err.Error(), says) {
			t.Errorf("New does not speak of %s: %v", says, err)
		}
	}
	if _, err := systemuser.New(systemuser.Config{}); err == nil || !strings.Contains(err.Error(), "key is missing") {
		t.Errorf("New: %v", err)
	}
}

func TestNothingPrintsASecret(t *testing.T) {
	t.Parallel()
	cfg := configFor(login(t))
	source := newSource(t, cfg)
	holding := token(t, source)
	type holder struct{ source *systemuser.Source } // fmt calls no method of what is in there
	type copied struct{ source systemuser.Source }
	for _, value := range []any{cfg, &cfg, source, holder{source}, &holder{source}, copied{*source}, &copied{*source}, []copied{{*source}}, holding, (*systemuser.Source)(nil), systemuser.Config{}} {
		holdsNoSecret(t, value)
		if strings.Contains(fmt.Sprintf("%+v %#v", value, value), holding.Value) {
			t.Errorf("%T prints the ticket", value)
		}
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
