package superoffice_test

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/tls"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"golang.org/x/oauth2"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/oauth"
	"github.com/go-superoffice/superoffice/superofficetest"
	"github.com/go-superoffice/superoffice/systemuser"
)

const appToken = "app-s3cr3t"

var applicationKey = sync.OnceValues(func() (*rsa.PrivateKey, error) { return rsa.GenerateKey(rand.Reader, 2048) })

// online is SuperOffice Online with one tenant, all of it over TLS.
type online struct {
	t   *testing.T
	idp *superofficetest.IdentityProvider
	crm *superofficetest.Server
}

func startOnline(t *testing.T) *online {
	t.Helper()
	key, err := applicationKey()
	if err != nil {
		t.Fatal(err)
	}
	o := &online{t: t, idp: superofficetest.StartIdentityProvider(t, superofficetest.WithApplication(superofficetest.Application{
		ID: "app", Secret: appToken, PublicKey: &key.PublicKey,
	}))}
	o.crm = o.host()
	o.idp.SetTenant(superofficetest.IdentityTenant{Name: "Cust12345", Server: o.crm, SystemToken: "system-s3cr3t"})
	return o
}

// host starts one more host that can serve the tenant.
func (o *online) host(opts ...superofficetest.Option) *superofficetest.Server {
	o.t.Helper()
	certificate, err := o.idp.Authority().Certificate("tenants", "127.0.0.1")
	if err != nil {
		o.t.Fatal(err)
	}
	return superofficetest.Start(o.t, append(opts,
		superofficetest.WithTenant("Cust12345"),
		superofficetest.WithTLS(&tls.Config{Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS12}))...)
}

func (o *online) client(auth superoffice.Auth, opts ...superoffice.ClientOption) *superoffice.Client {
	o.t.Helper()
	client, err := superoffice.NewOnline(superoffice.Environment(o.idp.URL), "Cust12345", auth, append([]superoffice.ClientOption{
		superoffice.WithHTTPClient(o.idp.Client()), superoffice.WithAppToken(appToken), superoffice.WithRateLimit(0, 0),
	}, opts...)...)
	if err != nil {
		o.t.Fatal(err)
	}
	return client
}

func (o *online) systemUser() *systemuser.Source {
	o.t.Helper()
	key, err := applicationKey()
	if err != nil {
		o.t.Fatal(err)
	}
	source, err := systemuser.New(systemuser.Config{
		Environment: superoffice.Environment(o.idp.URL), Tenant: "Cust12345",
		SystemToken: "system-s3cr3t", ApplicationToken: appToken, Key: key, HTTPClient: o.idp.Client(),
	})
	if err != nil {
		o.t.Fatal(err)
	}
	return source
}

func TestSystemUserSignsIn(t *testing.T) {
	t.Parallel()
	o := startOnline(t)
	source := o.systemUser()
	first, second := o.client(superoffice.SOTicketSource(source)), o.client(superoffice.SOTicketSource(source))
	var wg sync.WaitGroup
	for range 50 {
		for _, client := range []*superoffice.Client{first, second} {
			wg.Go(func() {
				if _, err := createOne(t.Context(), client); err != nil {
					t.Error(err)
				}
			})
		}
	}
	wg.Wait()
	if n := o.idp.Count(superofficetest.EndpointSystemUser); n != 1 {
		t.Errorf("%d tickets were made, want 1 for both clients", n)
	}

	ticket, err := source.Token(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	o.crm.Expire(ticket.Value)
	for _, client := range []*superoffice.Client{first, second} {
		if response, err := createOne(t.Context(), client); err != nil || response.Attempts != 2 {
			t.Errorf("after the ticket ended: %d attempts, %v", response.Attempts, err)
		}
	}
	if n := o.idp.Count(superofficetest.EndpointSystemUser); n != 2 {
		t.Errorf("%d tickets were made, want 2", n)
	}
	checkNoSecret(t, first, source)
}

func TestSystemUserIsRefused(t *testing.T) {
	t.Parallel()
	o := startOnline(t)
	o.idp.SetTenant(superofficetest.IdentityTenant{Name: "Cust12345", Server: o.crm, SystemToken: "another"})
	_, err := createOne(t.Context(), o.client(superoffice.SOTicketSource(o.systemUser())))
	refusal, ok := errors.AsType[*systemuser.Error](err)
	if !ok || superoffice.OutcomeOf(err) != superoffice.OutcomeNotSent || !strings.Contains(refusal.Message, "not valid for this tenant") {
		t.Errorf("outcome %s: %v", superoffice.OutcomeOf(err), err)
	}
	checkNoSecret(t, err)
}

func TestPersonSignsIn(t *testing.T) {
	t.Parallel()
	o := startOnline(t)
	app, err := oauth.New(oauth.Config{
		Environment: superoffice.Environment(o.idp.URL), ClientID: "app", ClientSecret: appToken, HTTPClient: o.idp.Client(),
	})
	if err != nil {
		t.Fatal(err)
	}
	source, err := app.TokenSource(&oauth2.Token{RefreshToken: o.idp.AddRefreshToken("app", "Cust12345")})
	if err != nil {
		t.Fatal(err)
	}
	client := o.client(superoffice.BearerSource(source))
	if _, err := createOne(t.Context(), client); err != nil {
		t.Fatal(err)
	}

	token, err := source.Token(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	o.crm.Expire(token.Value)
	if response, err := createOne(t.Context(), client); err != nil || response.Attempts != 2 {
		t.Errorf("after the token ended: %d attempts, %v", response.Attempts, err)
	}

	o.idp.RevokeConsent()
	source, err = app.TokenSource(&oauth2.Token{RefreshToken: "refresh-s3cr3t"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = createOne(t.Context(), o.client(superoffice.BearerSource(source)))
	if refusal, ok := errors.AsType[*oauth.Error](err); !ok || refusal.Code != "invalid_grant" || superoffice.OutcomeOf(err) != superoffice.OutcomeNotSent {
		t.Errorf("outcome %s: %v", superoffice.OutcomeOf(err), err)
	}
	checkNoSecret(t, err)
}

func TestCallsFollowATenantThatMoves(t *testing.T) {
	t.Parallel()
	const callers = 50
	o := startOnline(t)
	o.crm.AcceptTicket("7T:s3cr3t", 0)
	client := o.client(superoffice.SOTicket("7T:s3cr3t"))
	if _, err := createOne(t.Context(), client); err != nil {
		t.Fatal(err)
	}
	elsewhere := o.host(superofficetest.WithRecordsOf(o.crm))
	elsewhere.AcceptTicket("7T:s3cr3t", 0)
	o.crm.MoveTenant(elsewhere.URL)
	o.idp.SetTenant(superofficetest.IdentityTenant{Name: "Cust12345", Server: elsewhere})

	var wg sync.WaitGroup
	var followed atomic.Int64
	for range callers {
		wg.Go(func() {
			response, err := createOne(t.Context(), client)
			if err != nil || response.Attempts > 2 {
				t.Errorf("%d attempts, %v", response.Attempts, err)
			}
			followed.Add(int64(response.Attempts) - 1)
		})
	}
	wg.Wait()
	if n := o.idp.Count(superofficetest.EndpointState); n != 2 || followed.Load() == 0 {
		t.Errorf("the state was asked for %d times, want 2; %d calls followed", n, followed.Load())
	}
	if n := len(elsewhere.ChatSessions()); n != callers+1 {
		t.Errorf("%d records, want %d", n, callers+1)
	}
}

func TestTenantThatMovesOutOfSight(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name string
		move func(o *online)
		says string
	}{
		{"nowhere else", func(*online) {}, "421"},
		{"to a stranger", func(o *online) {
			o.idp.SetTenant(superofficetest.IdentityTenant{Name: "Cust12345", Endpoint: "https://evil.example/Cust12345"})
		}, "evil.example"},
		{"while the state cannot be asked", func(o *online) {
			o.idp.Override(superofficetest.EndpointState, http.NotFound)
		}, "no such tenant"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			o := startOnline(t)
			o.crm.AcceptTicket("7T:s3cr3t", 0)
			client := o.client(superoffice.SOTicket("7T:s3cr3t"))
			if _, err := createOne(t.Context(), client); err != nil {
				t.Fatal(err)
			}
			o.crm.MoveTenant("https://127.0.0.1:1/Cust12345")
			row.move(o)
			_, err := createOne(t.Context(), client)
			if !errors.Is(err, superoffice.ErrMisdirected) || superoffice.OutcomeOf(err) != superoffice.OutcomeRejected || !strings.Contains(err.Error(), row.says) {
				t.Errorf("outcome %s: %v", superoffice.OutcomeOf(err), err)
			}
			if n := len(o.crm.ChatSessions()); n != 1 {
				t.Errorf("%d records, want 1", n)
			}
			checkNoSecret(t, err)
		})
	}
}

func TestForgedStatesTakeNoCredentialAway(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, endpoint string }{
		{"a host elsewhere", "https://evil.example/Cust12345"},
		{"another address of this machine", "https://127.0.0.2:%port%/Cust12345"},
		{"the login host as a user name", "https://127.0.0.1@127.0.0.2:%port%/Cust12345"},
		{"plain http", "http://evil.example/Cust12345"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			o := startOnline(t)
			_, port, _ := strings.Cut(strings.TrimPrefix(o.crm.URL, "https://"), ":")
			port, _, _ = strings.Cut(port, "/")
			o.idp.SetTenant(superofficetest.IdentityTenant{Name: "Cust12345", Endpoint: strings.ReplaceAll(row.endpoint, "%port%", port)})
			_, err := createOne(t.Context(), o.client(superoffice.SOTicket("7T:s3cr3t")))
			if err == nil || superoffice.OutcomeOf(err) != superoffice.OutcomeNotSent {
				t.Errorf("outcome %s: %v", superoffice.OutcomeOf(err), err)
			}
			if n := len(o.crm.Requests()); n != 0 {
				t.Errorf("%d requests were sent", n)
			}
			checkNoSecret(t, err)
		})
	}
}

func TestTenantThatIsNotRunning(t *testing.T) {
	t.Parallel()
	for _, state := range []string{"Suspended", "OfflineMaintenance", "Deleted", "MigrationPending", "Provisioning"} {
		t.Run(state, func(t *testing.T) {
			t.Parallel()
			o := startOnline(t)
			o.idp.SetTenant(superofficetest.IdentityTenant{Name: "Cust12345", Server: o.crm, State: state})
			_, err := createOne(t.Context(), o.client(superoffice.SOTicket("7T:s3cr3t")))
			if !errors.Is(err, superoffice.ErrTenantUnavailable) || superoffice.OutcomeOf(err) != superoffice.OutcomeNotSent || !strings.Contains(err.Error(), state) {
				t.Errorf("outcome %s: %v", superoffice.OutcomeOf(err), err)
			}
			if n := len(o.crm.Requests()); n != 0 {
				t.Errorf("%d requests were sent", n)
			}
		})
	}
}

func TestStateThatSaysNothing(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{
		"a web page":     "<html>s3cr3t</html>",
		"nothing":        "",
		"another tenant": `{"ContextIdentifier":"Cust9","IsRunning":true,"Api":"https://127.0.0.1/Cust9/api"}`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := startOnline(t)
			o.idp.Override(superofficetest.EndpointState, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, body) })
			_, err := createOne(t.Context(), o.client(superoffice.SOTicket("7T:s3cr3t"), superoffice.WithRetry(superoffice.Retry{MaxAttempts: 1})))
			if err == nil || superoffice.OutcomeOf(err) != superoffice.OutcomeNotSent || !strings.Contains(err.Error(), "Cust12345") {
				t.Errorf("outcome %s: %v", superoffice.OutcomeOf(err), err)
			}
			checkNoSecret(t, err)
		})
	}
}

func TestTokensOfAnotherTenantAndMalformedOnes(t *testing.T) {
	t.Parallel()
	o := startOnline(t)
	for _, auth := range []superoffice.Auth{
		superoffice.Bearer("8A:Cust99999.s3cr3t"), superoffice.Bearer("s3cr3t"),
		superoffice.SOTicket("7T:s3cr3t"), superoffice.SOTicket("8A:Cust12345.s3cr3t"),
	} {
		_, err := createOne(t.Context(), o.client(auth))
		if !errors.Is(err, superoffice.ErrUnauthorized) || superoffice.OutcomeOf(err) != superoffice.OutcomeRejected {
			t.Errorf("outcome %s: %v", superoffice.OutcomeOf(err), err)
		}
		checkNoSecret(t, err)
	}
}
