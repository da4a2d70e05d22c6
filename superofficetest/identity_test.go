package superofficetest_test

import (
	"crypto/tls"
	"encoding/json"
	"encoding/pem"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/go-superoffice/superoffice/superofficetest"
)

const idpSecret = "app-secret"

// visitor asks an identity provider as a browser or a program would, and
// follows no redirect.
type visitor struct {
	t   *testing.T
	idp *superofficetest.IdentityProvider
	web *http.Client
}

func visit(t *testing.T, opts ...superofficetest.IdentityOption) *visitor {
	t.Helper()
	idp := superofficetest.StartIdentityProvider(t, append(opts, nil, superofficetest.WithApplication(superofficetest.Application{
		ID: "app", Secret: idpSecret, RedirectURLs: []string{"http://127.0.0.1/back", "https://app.example.com/back"},
	}))...)
	idp.SetTenant(superofficetest.IdentityTenant{Name: "Cust12345", Endpoint: "https://online9.example.com/Cust12345"})
	web := idp.Client()
	web.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &visitor{t, idp, web}
}

func (v *visitor) ask(method, path string, form url.Values) (*http.Response, string) {
	v.t.Helper()
	req, err := http.NewRequestWithContext(v.t.Context(), method, v.idp.URL+path, strings.NewReader(form.Encode()))
	if err != nil {
		v.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	resp, err := v.web.Do(req)
	if err != nil {
		v.t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	return resp, string(body)
}

func authorizeQuery(change ...func(url.Values)) string {
	q := url.Values{
		"client_id": {"app"}, "redirect_uri": {"http://127.0.0.1:5000/back"}, "response_type": {"code"},
		"scope": {"openid"}, "state": {"s"}, "nonce": {"n"},
	}
	for _, c := range change {
		c(q)
	}
	return "/login/common/oauth/authorize?" + q.Encode()
}

// code goes through the consent page.
func (v *visitor) code() string {
	v.t.Helper()
	resp, _ := v.ask(http.MethodPost, authorizeQuery(), url.Values{"tenant": {"Cust12345"}, "answer": {"allow"}})
	back, err := resp.Location()
	if err != nil {
		v.t.Fatal(err)
	}
	return back.Query().Get("code")
}

func codeForm(code string) url.Values {
	return url.Values{
		"grant_type": {"authorization_code"}, "code": {code}, "redirect_uri": {"http://127.0.0.1:5000/back"},
		"client_id": {"app"}, "client_secret": {idpSecret},
	}
}

func TestIdentityConsentPage(t *testing.T) {
	t.Parallel()
	v := visit(t)
	v.idp.SetTenant(superofficetest.IdentityTenant{Name: "Cust999"})
	_, page := v.ask(http.MethodGet, authorizeQuery(), nil)
	if !strings.Contains(page, "<option>Cust12345") || !strings.Contains(page, "<option>Cust999") {
		t.Errorf("the page does not offer the tenants: %s", page)
	}
	_, page = v.ask(http.MethodGet, authorizeQuery(func(q url.Values) { q.Set("acr_values", "tenant:Cust999") }), nil)
	if strings.Contains(page, "Cust12345<") {
		t.Error("the page offers a tenant that was not asked for")
	}
}

func TestIdentitySendsNobodyToAStranger(t *testing.T) {
	t.Parallel()
	v := visit(t)
	for _, change := range []func(url.Values){
		func(q url.Values) { q.Set("client_id", "other") },
		func(q url.Values) { q.Set("redirect_uri", "https://evil.example/back") },
		func(q url.Values) { q.Set("redirect_uri", "https://app.example.com:444/back") },
		func(q url.Values) { q.Set("redirect_uri", "http://127.0.0.1:5000/elsewhere") },
		func(q url.Values) { q.Set("redirect_uri", "::") },
	} {
		resp, _ := v.ask(http.MethodGet, authorizeQuery(change), nil)
		if resp.StatusCode != http.StatusBadRequest || resp.Header.Get("Location") != "" {
			t.Errorf("status %d, Location %q", resp.StatusCode, resp.Header.Get("Location"))
		}
	}
}

func TestIdentityRefusesInTheRedirect(t *testing.T) {
	t.Parallel()
	v := visit(t)
	for want, change := range map[string]func(url.Values){
		"unsupported_response_type": func(q url.Values) { q.Set("response_type", "token") },
		"invalid_scope":             func(q url.Values) { q.Set("scope", "openid email") },
		"invalid_request":           func(q url.Values) { q.Set("code_challenge", "x"); q.Set("code_challenge_method", "plain") },
	} {
		resp, _ := v.ask(http.MethodGet, authorizeQuery(change), nil)
		back, err := resp.Location()
		if err != nil || back.Query().Get("error") != want || back.Query().Get("state") != "s" {
			t.Errorf("Location %v, %v; want %s", back, err, want)
		}
	}
}

func TestIdentityTokens(t *testing.T) {
	t.Parallel()
	v := visit(t)
	form := codeForm(v.code())
	_, body := v.ask(http.MethodPost, "/login/common/oauth/tokens", form)
	var first, second map[string]any
	if err := json.Unmarshal([]byte(body), &first); err != nil || first["refresh_token"] == nil || first["expires_in"] != 3600.0 || first["id_token"] == nil {
		t.Fatalf("%s, %v", body, err)
	}
	refresh, _ := first["refresh_token"].(string)
	_, body = v.ask(http.MethodPost, "/login/common/oauth/tokens", url.Values{
		"grant_type": {"refresh_token"}, "refresh_token": {refresh}, "client_id": {"app"}, "client_secret": {idpSecret},
	})
	if err := json.Unmarshal([]byte(body), &second); err != nil || second["access_token"] == first["access_token"] {
		t.Errorf("%s, %v", body, err)
	}
	if _, again := second["refresh_token"]; again {
		t.Error("a refresh gave a new refresh token, which SuperOffice does not")
	}
	if v.idp.Count(superofficetest.EndpointCode) != 1 || v.idp.Count(superofficetest.EndpointRefresh) != 1 {
		t.Error("the requests were not counted")
	}
	if _, body = v.ask(http.MethodPost, "/login/common/oauth/tokens", form); !strings.Contains(body, "invalid_grant") {
		t.Errorf("a code served twice: %s", body)
	}
}

func TestIdentityRefusesTokens(t *testing.T) {
	t.Parallel()
	v := visit(t)
	for _, row := range []struct {
		name, want string
		change     func(url.Values)
	}{
		{"another secret", "invalid_client", func(f url.Values) { f.Set("client_secret", "no") }},
		{"another application", "invalid_client", func(f url.Values) { f.Set("client_id", "no") }},
		{"client credentials", "unsupported_grant_type", func(f url.Values) { f.Set("grant_type", "client_credentials") }},
		{"another redirect", "invalid_grant", func(f url.Values) { f.Set("redirect_uri", "https://app.example.com/back") }},
		{"a verifier without a challenge", "invalid_grant", func(f url.Values) { f.Set("code_verifier", "x") }},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			form := codeForm(v.code())
			row.change(form)
			if resp, body := v.ask(http.MethodPost, "/login/common/oauth/tokens", form); resp.StatusCode != http.StatusBadRequest || !strings.Contains(body, `"`+row.want+`"`) {
				t.Errorf("status %d: %s", resp.StatusCode, body)
			}
		})
	}
}

func TestIdentityConsentIsRevoked(t *testing.T) {
	t.Parallel()
	v := visit(t)
	form := url.Values{"grant_type": {"refresh_token"}, "client_id": {"app"}, "client_secret": {idpSecret}, "refresh_token": {v.idp.AddRefreshToken("app", "Cust12345")}}
	if resp, body := v.ask(http.MethodPost, "/login/common/oauth/tokens", form); resp.StatusCode != http.StatusOK {
		t.Fatal(body)
	}
	v.idp.RevokeConsent()
	if _, body := v.ask(http.MethodPost, "/login/common/oauth/tokens", form); !strings.Contains(body, "invalid_grant") {
		t.Error(body)
	}
}

func TestIdentityTokenLife(t *testing.T) {
	t.Parallel()
	crm := superofficetest.Start(t, superofficetest.WithTenant("Cust12345"))
	v := visit(t, superofficetest.WithTokenLife(0))
	v.idp.SetTenant(superofficetest.IdentityTenant{Name: "Cust12345", Server: crm})
	_, body := v.ask(http.MethodPost, "/login/common/oauth/tokens", codeForm(v.code()))
	if strings.Contains(body, "expires_in") {
		t.Error(body)
	}
	_, state := v.ask(http.MethodGet, "/api/state/Cust12345", nil)
	if !strings.Contains(state, crm.URL+"/api") {
		t.Errorf("the tenant is not where its server is: %s", state)
	}
}

func TestIdentityCodeExpires(t *testing.T) {
	t.Parallel()
	now := time.Now()
	v := visit(t, superofficetest.WithIdentityClock(func() time.Time { return now }))
	form := codeForm(v.code())
	now = now.Add(10 * time.Minute)
	if _, body := v.ask(http.MethodPost, "/login/common/oauth/tokens", form); !strings.Contains(body, "invalid_grant") {
		t.Error(body)
	}
}

func TestIdentityState(t *testing.T) {
	t.Parallel()
	v := visit(t)
	for state, running := range map[string]string{"": "true", "OnlineMaintenance": "true", "Suspended": "false"} {
		v.idp.SetTenant(superofficetest.IdentityTenant{Name: "Cust12345", Endpoint: "https://online9.example.com/Cust12345", State: state})
		_, body := v.ask(http.MethodGet, "/api/state/cust12345", nil)
		if !strings.Contains(body, `"IsRunning":`+running) || !strings.Contains(body, `"Api":"https://online9.example.com/Cust12345/api"`) {
			t.Errorf("state %q: %s", state, body)
		}
	}
	if resp, _ := v.ask(http.MethodGet, "/api/state/Cust1", nil); resp.StatusCode != http.StatusNotFound {
		t.Errorf("an unknown tenant: status %d", resp.StatusCode)
	}
	if resp, _ := v.ask(http.MethodGet, "/elsewhere", nil); resp.StatusCode != http.StatusNotFound {
		t.Errorf("an unknown path: status %d", resp.StatusCode)
	}
}

func TestIdentityDiscovery(t *testing.T) {
	t.Parallel()
	v := visit(t)
	_, body := v.ask(http.MethodGet, "/login/.well-known/openid-configuration", nil)
	if !strings.Contains(body, v.idp.URL+"/login/.well-known/jwks") {
		t.Error(body)
	}
	_, before := v.ask(http.MethodGet, "/login/.well-known/jwks", nil)
	if err := v.idp.RotateKey(); err != nil {
		t.Fatal(err)
	}
	if _, after := v.ask(http.MethodGet, "/login/.well-known/jwks", nil); before == after || !strings.Contains(after, `"RS256"`) {
		t.Error("the keys were not rotated")
	}
}

func TestIdentityOverride(t *testing.T) {
	t.Parallel()
	v := visit(t)
	v.idp.Override(superofficetest.EndpointState, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) })
	if resp, _ := v.ask(http.MethodGet, "/api/state/Cust12345", nil); resp.StatusCode != http.StatusTeapot {
		t.Errorf("status %d", resp.StatusCode)
	}
	v.idp.Override(superofficetest.EndpointState, nil)
	if resp, _ := v.ask(http.MethodGet, "/api/state/Cust12345", nil); resp.StatusCode != http.StatusOK {
		t.Errorf("status %d", resp.StatusCode)
	}
}

func TestIdentitySystemUserRefusesWhatIsNotJSON(t *testing.T) {
	t.Parallel()
	v := visit(t)
	if resp, _ := v.ask(http.MethodPost, "/Login/api/PartnerSystemUser/Authenticate", url.Values{"a": {"b"}}); resp.StatusCode != http.StatusBadRequest {
		t.Errorf("status %d", resp.StatusCode)
	}
}

func TestIdentityAddressThatIsTaken(t *testing.T) {
	t.Parallel()
	v := visit(t)
	taken := strings.TrimPrefix(v.idp.URL, "https://")
	if _, err := superofficetest.ListenIdentityProvider(superofficetest.WithIdentityAddress(taken)); err == nil {
		t.Error("two providers share a port")
	}
	defer func() {
		if recover() == nil {
			t.Error("NewIdentityProvider did not say that there is no port")
		}
	}()
	superofficetest.NewIdentityProvider(superofficetest.WithIdentityAddress(taken))
}

func TestIdentityWithoutTLS(t *testing.T) {
	t.Parallel()
	v := visit(t, superofficetest.WithoutTLS())
	if resp, _ := v.ask(http.MethodGet, "/api/state/Cust12345", nil); resp.StatusCode != http.StatusOK || !strings.HasPrefix(v.idp.URL, "http://127.0.0.1:") {
		t.Errorf("%s: status %d", v.idp.URL, resp.StatusCode)
	}
}

func TestAuthority(t *testing.T) {
	t.Parallel()
	authority, err := superofficetest.NewAuthority()
	if err != nil {
		t.Fatal(err)
	}
	server, err := authority.Certificate("server", "127.0.0.1", "crm.test")
	if err != nil {
		t.Fatal(err)
	}
	person, err := authority.Certificate("ola")
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, r.TLS.PeerCertificates[0].Subject.CommonName)
	}))
	srv.TLS = &tls.Config{Certificates: []tls.Certificate{server}, ClientCAs: authority.Pool(), ClientAuth: tls.RequireAndVerifyClientCert, MinVersion: tls.VersionTLS12}
	srv.StartTLS()
	defer srv.Close()

	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, srv.URL, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := authority.Client(person).Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if body, err := io.ReadAll(resp.Body); err != nil || string(body) != "ola" {
		t.Errorf("the server saw %q, %v", body, err)
	}
	if block, _ := pem.Decode(authority.PEM()); block == nil || block.Type != "CERTIFICATE" {
		t.Error("no certificate in the PEM")
	}
	idp := superofficetest.StartIdentityProvider(t, superofficetest.WithAuthority(authority))
	if idp.Authority() != authority {
		t.Error("the provider made an authority of its own")
	}
}
