package superofficetest

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"html/template"
	"maps"
	"net/http"
	"net/netip"
	"net/url"
	"time"
)

// grant is what a code or a refresh token stands for.
type grant struct {
	app       string
	tenant    string
	redirect  string
	challenge string // empty: the program did not use PKCE
	nonce     string
	until     time.Time
}

const codeLife = 10 * time.Minute

//nolint:gochecknoglobals // read only
var consentPage = template.Must(template.New("consent").Parse(`<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Sign in</title></head>
<body>
<h1>Sign in</h1>
<p>This page stands in for SuperId. No account is needed.</p>
<p>{{.App}} asks for access to a tenant.</p>
<form method="post" action="?{{.Query}}">
<p><label>Tenant <select name="tenant">{{range .Tenants}}<option>{{.}}</option>{{end}}</select></label></p>
<p><button name="answer" value="allow">Allow</button> <button name="answer" value="deny">Deny</button></p>
</form>
</body>
</html>
`))

// authorize shows a page that asks for consent, and sends the browser back
// when it was answered.
func (p *IdentityProvider) authorize(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	app, known := p.app(query.Get("client_id"))
	redirect := query.Get("redirect_uri")
	if !known || !mayReturnTo(app, redirect) {
		// Nobody may be sent to an address that was not registered.
		http.Error(w, "The application or its redirect address is not registered.", http.StatusBadRequest)
		return
	}
	if problem := badRequest(query); problem != "" {
		sendBack(w, r, redirect, url.Values{"error": {problem}, "state": {query.Get("state")}})
		return
	}
	if r.Method != http.MethodPost {
		p.showConsent(w, app, query)
		return
	}
	tenant, exists := p.tenant(r.PostFormValue("tenant"))
	if r.PostFormValue("answer") != "allow" || !exists {
		sendBack(w, r, redirect, url.Values{"error": {"access_denied"}, "state": {query.Get("state")}})
		return
	}
	code := rand.Text()
	p.mu.Lock()
	p.codes[code] = grant{
		app: app.ID, tenant: tenant.Name, redirect: redirect,
		challenge: query.Get("code_challenge"), nonce: query.Get("nonce"), until: p.now().Add(codeLife),
	}
	p.mu.Unlock()
	sendBack(w, r, redirect, url.Values{"code": {code}, "state": {query.Get("state")}})
}

func badRequest(query url.Values) string {
	switch {
	case query.Get("response_type") != "code":
		return "unsupported_response_type"
	case query.Get("scope") != "openid":
		return "invalid_scope"
	case query.Get("code_challenge") != "" && query.Get("code_challenge_method") != "S256":
		return "invalid_request"
	}
	return ""
}

func (p *IdentityProvider) showConsent(w http.ResponseWriter, app Application, query url.Values) {
	var tenants []string
	wanted, only := acrTenant(query.Get("acr_values"))
	p.mu.Lock()
	for _, t := range p.tenants {
		if !only || t.Name == wanted {
			tenants = append(tenants, t.Name)
		}
	}
	p.mu.Unlock()
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_ = consentPage.Execute(w, map[string]any{"App": app.ID, "Query": template.URL(query.Encode()), "Tenants": tenants}) //nolint:gosec // encoded
}

func acrTenant(values string) (string, bool) {
	const prefix = "tenant:"
	if len(values) > len(prefix) && values[:len(prefix)] == prefix {
		return values[len(prefix):], true
	}
	return "", false
}

func (p *IdentityProvider) app(id string) (Application, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	app, ok := p.apps[id]
	return app, ok
}

func mayReturnTo(app Application, redirect string) bool {
	for _, registered := range app.RedirectURLs {
		if redirect == registered || sameButPort(redirect, registered) {
			return true
		}
	}
	return false
}

// sameButPort is RFC 8252's rule for programs that listen on a loopback address.
func sameButPort(a, b string) bool {
	left, errLeft := url.Parse(a)
	right, errRight := url.Parse(b)
	if errLeft != nil || errRight != nil || left.Hostname() != right.Hostname() {
		return false
	}
	addr, err := netip.ParseAddr(left.Hostname())
	if err != nil || !addr.IsLoopback() {
		return false
	}
	left.Host, right.Host = "", ""
	return left.String() == right.String()
}

func sendBack(w http.ResponseWriter, r *http.Request, redirect string, answer url.Values) {
	target, err := url.Parse(redirect)
	if err != nil {
		http.Error(w, "The redirect address is not a URL.", http.StatusBadRequest)
		return
	}
	query := target.Query()
	maps.Copy(query, answer)
	target.RawQuery = query.Encode()
	http.Redirect(w, r, target.String(), http.StatusFound) //nolint:gosec // registered beforehand
}

// redeem exchanges a code for tokens, once.
func (p *IdentityProvider) redeem(w http.ResponseWriter, r *http.Request) {
	app, ok := p.authenticated(w, r)
	if !ok {
		return
	}
	if r.FormValue("grant_type") != "authorization_code" {
		oauthError(w, "unsupported_grant_type", "Only authorization_code and refresh_token are supported.")
		return
	}
	code := r.FormValue("code")
	p.mu.Lock()
	g, known := p.codes[code]
	delete(p.codes, code)
	p.mu.Unlock()
	switch {
	case !known || g.app != app.ID || !p.now().Before(g.until):
		oauthError(w, "invalid_grant", "The code is not valid any more.")
	case g.redirect != r.FormValue("redirect_uri"):
		oauthError(w, "invalid_grant", "The redirect address is not the one of the code.")
	case !verifies(g.challenge, r.FormValue("code_verifier")):
		oauthError(w, "invalid_grant", "The code verifier does not match.")
	default:
		refresh := rand.Text()
		p.mu.Lock()
		p.refreshes[refresh] = g
		p.mu.Unlock()
		p.issueTokens(w, g, refresh)
	}
}

func verifies(challenge, verifier string) bool {
	if challenge == "" {
		return verifier == ""
	}
	digest := sha256.Sum256([]byte(verifier))
	return subtle.ConstantTimeCompare([]byte(challenge), []byte(base64.RawURLEncoding.EncodeToString(digest[:]))) == 1
}

// refresh gives a new access token and, as SuperOffice does, no new refresh token.
func (p *IdentityProvider) refresh(w http.ResponseWriter, r *http.Request) {
	app, ok := p.authenticated(w, r)
	if !ok {
		return
	}
	p.mu.Lock()
	g, known := p.refreshes[r.FormValue("refresh_token")]
	p.mu.Unlock()
	if !known || g.app != app.ID {
		oauthError(w, "invalid_grant", "The refresh token was revoked.")
		return
	}
	p.issueTokens(w, g, "")
}

// AddRefreshToken makes up a refresh token, as a consent would have given one
// to the application for the tenant.
func (p *IdentityProvider) AddRefreshToken(app, tenant string) string {
	refresh := rand.Text()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.refreshes[refresh] = grant{app: app, tenant: tenant}
	return refresh
}

// RevokeConsent ends every refresh token.
func (p *IdentityProvider) RevokeConsent() {
	p.mu.Lock()
	defer p.mu.Unlock()
	clear(p.refreshes)
}

func (p *IdentityProvider) authenticated(w http.ResponseWriter, r *http.Request) (Application, bool) {
	app, known := p.app(r.FormValue("client_id"))
	if !known || app.Secret != r.FormValue("client_secret") {
		oauthError(w, "invalid_client", "The client or its secret is not valid.")
		return Application{}, false
	}
	return app, true
}

func (p *IdentityProvider) issueTokens(w http.ResponseWriter, g grant, refresh string) {
	t, exists := p.tenant(g.tenant)
	if !exists {
		oauthError(w, "invalid_grant", "The tenant is gone.")
		return
	}
	claims := map[string]any{
		claimPrefix + "system_token": t.SystemToken,
		claimPrefix + "associateid":  "1",
	}
	if g.nonce != "" {
		claims["nonce"] = g.nonce
	}
	id, err := p.signToken(g.app, t, claims)
	if err != nil {
		http.Error(w, "signing failed", http.StatusInternalServerError)
		return
	}
	access := "8A:" + t.Name + "." + rand.Text()
	answer := map[string]any{"token_type": "Bearer", "access_token": access, "id_token": id}
	var until time.Time
	if p.cfg.tokenLife != 0 {
		answer["expires_in"] = int64(p.cfg.tokenLife / time.Second)
		until = time.Now().Add(p.cfg.tokenLife)
	}
	if refresh != "" {
		answer["refresh_token"] = refresh
	}
	if t.Server != nil {
		t.Server.AcceptBearer(access, until)
	}
	writeIdentityJSON(w, http.StatusOK, answer)
}

func oauthError(w http.ResponseWriter, code, description string) {
	writeIdentityJSON(w, http.StatusBadRequest, map[string]any{"error": code, "error_description": description})
}
