package superoffice_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/jarcoal/httpmock"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

// answering is a transport that answers every request at once and keeps it.
type answering struct {
	mu   sync.Mutex
	got  []*http.Request
	body string // createdAnswer when empty
}

func (a *answering) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.Body != nil {
		if _, err := io.Copy(io.Discard, req.Body); err != nil {
			return nil, err
		}
		req.Body.Close()
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.got = append(a.got, req)
	body := a.body
	if body == "" {
		body = createdAnswer
	}
	return &http.Response{
		StatusCode: http.StatusOK, Header: http.Header{"Content-Type": {"application/json; charset=utf-8"}},
		Body: io.NopCloser(strings.NewReader(body)), ContentLength: int64(len(body)), Request: req,
	}, nil
}

func (a *answering) last(t *testing.T) *http.Request {
	t.Helper()
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.got) == 0 {
		t.Fatal("nothing was sent")
	}
	return a.got[len(a.got)-1]
}

func (a *answering) option() superoffice.ClientOption {
	return superoffice.WithHTTPClient(&http.Client{Transport: a})
}

// refusing is a transport that fails the test when anything is sent.
func refusing(t *testing.T) superoffice.ClientOption {
	t.Helper()
	mock := httpmock.NewMockTransport()
	mock.RegisterNoResponder(func(req *http.Request) (*http.Response, error) {
		t.Errorf("sent %s %s", req.Method, req.URL)
		return nil, errors.New("nothing should have been sent")
	})
	return superoffice.WithHTTPClient(&http.Client{Transport: mock})
}

const base = "https://crm.example.com/SuperOffice"

// checkRefused is what every refusal before sending looks like; some have no
// sentinel.
func checkRefused(t *testing.T, err error, sentinel error, words ...string) {
	t.Helper()
	if err == nil {
		t.Fatal("no error")
	}
	e, ok := errors.AsType[*superoffice.Error](err)
	if !ok {
		t.Fatalf("%T is no *Error", err)
	}
	if e.Outcome != superoffice.OutcomeNotSent || e.Attempts != 0 || e.StatusCode != 0 {
		t.Errorf("outcome %q, %d attempts, status %d", e.Outcome, e.Attempts, e.StatusCode)
	}
	if sentinel != nil && !errors.Is(err, sentinel) {
		t.Errorf("%v does not match %v", err, sentinel)
	}
	text := err.Error()
	for _, word := range words {
		if !strings.Contains(text, word) {
			t.Errorf("%q does not say %q", text, word)
		}
	}
	if strings.ContainsAny(text, "\r\n") || strings.Contains(text, "  ") {
		t.Errorf("%q is not one tidy line", text)
	}
}

func TestNewRefusesWhatCannotWork(t *testing.T) {
	t.Parallel()
	auth := pageAuth
	rows := map[string]struct {
		url   string
		auth  superoffice.Auth
		opts  []superoffice.ClientOption
		words []string // the field, and what to do
	}{
		"an empty base URL":              {"", auth, nil, list("base URL", "give the address")},
		"a relative base URL":            {"/SuperOffice", auth, nil, list("base URL", "absolute")},
		"a base URL without scheme":      {"crm.example.com/SuperOffice", auth, nil, list("base URL", "absolute")},
		"a host and port without scheme": {"crm.example.com:8443/SuperOffice", auth, nil, list("base URL", "absolute")},
		"an address without scheme":      {"127.0.0.1:8443/SuperOffice", auth, nil, list("base URL", "give it as")},
		"a base URL without host":        {"https:///SuperOffice", auth, nil, list("base URL", "host")},
		"a base URL of a port alone":     {"https://:443", auth, nil, list("base URL", "host")},
		"an opaque base URL":             {"https:crm.example.com", auth, nil, list("base URL", "absolute")},
		"another scheme":                 {"ftp://crm.example.com", auth, nil, list("base URL", "http")},
		"a base URL that does not parse": {"https://crm.example.com/%zz", auth, nil, list("base URL", "give it as")},
		"a base URL with a line break":   {base + "\n", auth, nil, list("base URL", "give it as")},
		"a base URL with a query":        {base + "?a=b", auth, nil, list("base URL", "query", "leave it out")},
		"a base URL with a bare ?":       {base + "?", auth, nil, list("base URL", "query", "leave it out")},
		"a base URL with a fragment":     {base + "#x", auth, nil, list("base URL", "fragment", "leave it out")},
		"a base URL with a bare #":       {base + "#", auth, nil, list("base URL", "fragment", "leave it out")},
		"a base URL with user info":      {"https://u:hunter22@crm.example.com", auth, nil, list("base URL", "user info", "use Basic")},
		"plain http":                     {"http://crm.example.com", auth, nil, list("base URL", "plain http", "use https")},
		"plain http to a private host":   {"http://10.0.0.1", auth, nil, list("base URL", "use https or WithInsecureHTTP")},

		"no auth, in another charset":      {base, superoffice.Auth{}.Latin1(), nil, list("auth", "use Basic")},
		"no auth":                          {base, superoffice.Auth{}, nil, list("auth", "use Basic")},
		"Basic without a password":         {base, superoffice.Basic("ola", ""), nil, list("auth", "Basic", "password")},
		"Basic without a user":             {base, superoffice.Basic("", "pw"), nil, list("auth", "Basic", "user name")},
		"Basic with a colon":               {base, superoffice.Basic("a:b", "pw"), nil, list("auth", "colon", "use another")},
		"Basic beyond ISO-8859-1":          {base, superoffice.Basic("ola", "zł0ty").Latin1(), nil, list("auth", "ISO-8859-1", "use UTF-8")},
		"an empty ticket":                  {base, superoffice.SOTicket(""), nil, list("auth", "SOTicket", "give its value")},
		"an empty token":                   {base, superoffice.Bearer(""), nil, list("auth", "Bearer", "give its value")},
		"a token with a line break":        {base, superoffice.Bearer("8A:x\nX-Evil: 1"), nil, list("auth", "Bearer", "line break", "remove it")},
		"a token with the file's newline":  {base, superoffice.Bearer("8A:x\n"), nil, list("auth", "Bearer", "line break", "remove it")},
		"a ticket with a space at its end": {base, superoffice.SOTicket("7T:x "), nil, list("auth", "SOTicket", "space", "remove it")},
		"an XSRF value with a NUL":         {base, superoffice.XSRF("a\x00b"), nil, list("auth", "XSRF", "remove it")},
		"a nil XSRF cookie":                {base, superoffice.XSRF("a", &http.Cookie{Name: "a", Value: "b"}, nil), nil, list("auth", "cookie 2", "leave it out")},
		"an XSRF cookie that is none":      {base, superoffice.XSRF("a", &http.Cookie{Name: "a b", Value: "c"}), nil, list("auth", "cookie 1", "correct")},
		"a nil ticket source":              {base, superoffice.SOTicketSource(nil), nil, list("auth", "token source", "give one")},
		"a nil token source":               {base, superoffice.BearerSource(nil), nil, list("auth", "token source", "give one")},

		"a nil option":                 {base, auth, list[superoffice.ClientOption](superoffice.WithLanguage("nb"), nil), list("option 2", "nil", "leave it out")},
		"a nil HTTP client":            {base, auth, list(superoffice.WithHTTPClient(nil)), list("WithHTTPClient", "leave the option out")},
		"a nil logger":                 {base, auth, list(superoffice.WithLogger(nil)), list("WithLogger", "leave the option out")},
		"a culture without a language": {base, auth, list[superoffice.ClientOption](superoffice.WithCulture("nb-NO")), list("WithCulture", "add WithLanguage")},
		"a language with a line break": {base, auth, list[superoffice.ClientOption](superoffice.WithLanguage("nb\r\nX-Evil: 1")), list("WithLanguage", "remove it")},
		"tags with a line break":       {base, auth, list[superoffice.ClientOption](superoffice.WithAcceptLanguage("nb", "en\n")), list("WithAcceptLanguage", "remove it")},
		"a culture with a line break":  {base, auth, list[superoffice.ClientOption](superoffice.WithCulture("nb\n")), list("WithCulture", "remove it")},
		"an app token with a break":    {base, auth, list[superoffice.ClientOption](superoffice.WithAppToken("s3cret\n")), list("WithAppToken", "remove it")},
		"a zone with its own suffix":   {base, auth, list[superoffice.ClientOption](superoffice.WithTimeZone("NO, includeTZOffset")), list("WithTimeZone", "give the zone alone")},
		"a zone with a tab at its end": {base, auth, list[superoffice.ClientOption](superoffice.WithTimeZone("NO\t")), list("WithTimeZone", "remove it")},
		"a product with a line break":  {base, auth, list(superoffice.WithUserAgent("x\ny")), list("WithUserAgent", "remove it")},
		"a header with a line break":   {base, auth, list[superoffice.ClientOption](superoffice.WithHeader("x-a", "b\r\nc: d")), list("WithHeader", "X-A", "remove it")},
		"an unknown request type":      {base, auth, list[superoffice.ClientOption](superoffice.WithContentType("text/plain")), list("WithContentType", "text/plain", "use one of")},
		"a form as the response":       {base, auth, list[superoffice.ClientOption](superoffice.WithAccept(superoffice.MediaForm)), list("WithAccept", "urlencoded", "use one of")},
		"a negative time-out":          {base, auth, list[superoffice.ClientOption](superoffice.WithTimeout(-time.Second)), list("WithTimeout", "-1s", "give")},
		"negative attempts":            {base, auth, list(superoffice.WithRetry(superoffice.Retry{MaxAttempts: -1})), list("WithRetry", "negative")},
		"a negative wait":              {base, auth, list(superoffice.WithRetry(superoffice.Retry{MinWait: -1})), list("WithRetry", "negative")},
		"a negative longest wait":      {base, auth, list(superoffice.WithRetry(superoffice.Retry{MaxWait: -1})), list("WithRetry", "negative")},
		"waits the wrong way round":    {base, auth, list(superoffice.WithRetry(superoffice.Retry{MinWait: time.Minute})), list("WithRetry", "MinWait 1m0s is above MaxWait 30s")},
		"a rate without a burst":       {base, auth, list(superoffice.WithRateLimit(5, 0)), list("WithRateLimit(5, 0)", "both must be positive")},
		"a burst without a rate":       {base, auth, list(superoffice.WithRateLimit(0, 5)), list("WithRateLimit(0, 5)", "both must be positive")},
		"an endless rate":              {base, auth, list(superoffice.WithRateLimit(math.Inf(1), 1)), list("WithRateLimit", "both must be positive")},
		"a rate that is no number":     {base, auth, list(superoffice.WithRateLimit(math.NaN(), 1)), list("WithRateLimit", "both must be positive")},
		"a negative rate":              {base, auth, list(superoffice.WithRateLimit(-1, 1)), list("WithRateLimit", "both must be positive")},
		"no bytes of a response":       {base, auth, list(superoffice.WithMaxResponseBytes(0)), list("WithMaxResponseBytes", "positive")},
		"an empty domain":              {base, auth, list(superoffice.WithTenantHosts("example.com", ".")), list("WithTenantHosts", "give one such as")},
		"a domain that is a URL":       {base, auth, list(superoffice.WithTenantHosts("https://example.com")), list("WithTenantHosts", "give one such as")},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			client, err := superoffice.New(row.url, row.auth, row.opts...)
			if client != nil {
				t.Error("a client beside the error")
			}
			checkRefused(t, err, superoffice.ErrConfig, row.words...)
			if strings.Contains(err.Error(), "hunter22") || strings.Contains(err.Error(), "s3cret") {
				t.Errorf("%v shows a secret", err)
			}
		})
	}
}

func TestNewReportsEveryProblemAtOnce(t *testing.T) {
	t.Parallel()
	_, err := superoffice.New("http://crm.example.com", superoffice.Bearer("x\ny"),
		nil, superoffice.WithCulture("nb"), superoffice.WithTimeout(-1), superoffice.WithHeader("Host", "evil.example"))
	checkRefused(t, err, superoffice.ErrConfig, "option 1", "WithTimeout", "WithHeader: Host", "plain http", "Bearer", "WithCulture")
	if !errors.Is(err, superoffice.ErrInsecureURL) {
		t.Errorf("%v does not match ErrInsecureURL", err)
	}
}

func TestNewTakesWhatCanWork(t *testing.T) {
	t.Parallel()
	rows := map[string]struct {
		url  string
		auth superoffice.Auth
		opts []superoffice.ClientOption
	}{
		"https":                           {base, pageAuth, nil},
		"an upper-case scheme":            {"HTTPS://CRM.example.com", pageAuth, nil},
		"plain http to localhost":         {"http://localhost:8080", pageAuth, nil},
		"plain http to LOCALHOST":         {"http://LOCALHOST", pageAuth, nil},
		"plain http to 127.0.0.2":         {"http://127.0.0.2", pageAuth, nil},
		"plain http to ::1":               {"http://[::1]:80/x", pageAuth, nil},
		"plain http that is asked for":    {"http://crm.example.com", pageAuth, list(superoffice.WithInsecureHTTP())},
		"a password of anything":          {base, superoffice.Basic("ola", "a:b\n \x00æ"), nil},
		"a ticket without its prefix":     {base, superoffice.SOTicket("anything"), nil},
		"the transport's credential":      {base, superoffice.TransportAuth(), nil},
		"Latin1 without effect":           {base, superoffice.Bearer("ł").Latin1(), nil},
		"a culture with a language":       {base, pageAuth, list[superoffice.ClientOption](superoffice.WithCulture("nb"), superoffice.WithLanguage("nb"))},
		"a culture with Accept-Language":  {base, pageAuth, list[superoffice.ClientOption](superoffice.WithCulture("nb"), superoffice.WithAcceptLanguage("nb"))},
		"a rate limit taken back":         {base, pageAuth, list(superoffice.WithRateLimit(1, 1), superoffice.WithRateLimit(0, 0))},
		"only the attempts of the retry":  {base, pageAuth, list(superoffice.WithRetry(superoffice.Retry{MaxAttempts: 1}))},
		"both waits of the retry":         {base, pageAuth, list(superoffice.WithRetry(superoffice.Retry{MinWait: time.Minute, MaxWait: time.Hour}))},
		"further domains":                 {base, pageAuth, list(superoffice.WithTenantHosts("example.com", ".example.org"))},
		"an empty value for each setting": {base, pageAuth, emptyValues()},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, err := superoffice.New(row.url, row.auth, row.opts...); err != nil {
				t.Error(err)
			}
		})
	}
}

func emptyValues() []superoffice.ClientOption {
	return []superoffice.ClientOption{
		superoffice.WithLanguage(""), superoffice.WithAcceptLanguage(), superoffice.WithCulture(""), superoffice.WithTimeZone(""),
		superoffice.WithAppToken(""), superoffice.WithContentType(""), superoffice.WithAccept(), superoffice.WithXMLNamespace(""),
		superoffice.WithHeader("X-Any", ""), superoffice.WithTimeout(0), superoffice.WithUserAgent(""), superoffice.WithRateLimit(0, 0),
		superoffice.WithRetry(superoffice.Retry{}), superoffice.WithTenantHosts(),
	}
}

func TestTheBaseURLMayEndInAnyOfItsForms(t *testing.T) {
	t.Parallel()
	rows := map[string]string{ // given → requested for User
		"https://crm.example.com":                         "https://crm.example.com/api/v1/User",
		"https://crm.example.com/":                        "https://crm.example.com/api/v1/User",
		"https://crm.example.com:8443/api":                "https://crm.example.com:8443/api/v1/User",
		"https://crm.example.com/SuperOffice":             "https://crm.example.com/SuperOffice/api/v1/User",
		"https://crm.example.com/SuperOffice/":            "https://crm.example.com/SuperOffice/api/v1/User",
		"https://crm.example.com/SuperOffice///":          "https://crm.example.com/SuperOffice/api/v1/User",
		"https://crm.example.com/SuperOffice/api":         "https://crm.example.com/SuperOffice/api/v1/User",
		"https://crm.example.com/SuperOffice/api/":        "https://crm.example.com/SuperOffice/api/v1/User",
		"https://crm.example.com/SuperOffice/api/v1":      "https://crm.example.com/SuperOffice/api/v1/User",
		"https://crm.example.com/SuperOffice/api/v1/":     "https://crm.example.com/SuperOffice/api/v1/User",
		"https://crm.example.com/SuperOffice/API/V1/":     "https://crm.example.com/SuperOffice/api/v1/User",
		"https://crm.example.com/v1":                      "https://crm.example.com/v1/api/v1/User",
		"https://crm.example.com/myapi":                   "https://crm.example.com/myapi/api/v1/User",
		"https://crm.example.com/Super%20Office%2F1/api/": "https://crm.example.com/Super%20Office%2F1/api/v1/User",
		"https://crm.example.com/Süper":                   "https://crm.example.com/S%C3%BCper/api/v1/User",
	}
	for given, want := range rows {
		t.Run(given, func(t *testing.T) {
			t.Parallel()
			wire := new(answering)
			if err := createSmallUser(t, newClient(t, given, pageAuth, wire.option())); err != nil {
				t.Fatal(err)
			}
			if got := wire.last(t).URL.String(); got != want {
				t.Errorf("requested %s, want %s", got, want)
			}
		})
	}
}

func TestTheZeroAndTheNilClientReturnAnError(t *testing.T) {
	t.Parallel()
	for name, client := range map[string]*superoffice.Client{"zero": {}, "nil": nil} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			session, err := client.CreateChatSession(t.Context(), &models.ChatSessionEntity{})
			checkRefused(t, err, superoffice.ErrConfig, "make one with New or NewOnline")
			_, err = client.CreateChatSession(t.Context(), nil)
			checkRefused(t, err, superoffice.ErrConfig, "make one with New or NewOnline")
			user, err := client.CreateUser(t.Context(), &models.User{})
			checkRefused(t, err, superoffice.ErrConfig, "make one with New or NewOnline")
			err = client.Do(t.Context(), http.MethodGet, "User/1", nil, nil)
			checkRefused(t, err, superoffice.ErrConfig, "make one with New or NewOnline")
			derived, err := client.With()
			checkRefused(t, err, superoffice.ErrConfig, "make one with New or NewOnline")
			if session != nil || user != nil || derived != nil {
				t.Error("a value beside the error")
			}
			client.CloseIdleConnections()
			if got := fmt.Sprintf("%v", client); name == "zero" && got != "superoffice.Client(unusable)" {
				t.Errorf("prints %s", got)
			}
		})
	}
}

func TestClientPrintsItsHostOnly(t *testing.T) {
	t.Parallel()
	client := newClient(t, base, superoffice.Basic("tje0", "hunter22"), superoffice.WithAppToken("hunter22"), superoffice.WithHeader("X-Key", "hunter22"))
	const want = "superoffice.Client(crm.example.com)"
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%x", "%p"} {
		for _, value := range []any{client, *client} {
			got := fmt.Sprintf(verb, value)
			if verb != "%p" && got != want || strings.Contains(got, "hunter22") {
				t.Errorf("%s of %T prints %s", verb, value, got)
			}
		}
	}
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).LogAttrs(t.Context(), slog.LevelInfo, "made", slog.Any("client", client), slog.Any("value", *client))
	if strings.Count(log.String(), want) != 2 {
		t.Errorf("logs %s", log.String())
	}
}

func TestWithLeavesTheReceiverAlone(t *testing.T) {
	t.Parallel()
	wire := new(answering)
	parent := newClient(t, base, pageAuth, wire.option(),
		superoffice.WithLanguage("nb"), superoffice.WithHeader("X-A", "parent"), superoffice.WithUserAgent("parent/1"))
	derived, err := parent.With(superoffice.WithLanguage("en"), superoffice.WithTimeZone("NO"), superoffice.WithHeader("X-A", "derived"),
		superoffice.WithHeader("X-B", "derived"), superoffice.WithUserAgent("derived/1"), superoffice.WithAccept(superoffice.MediaTextJSON))
	if err != nil {
		t.Fatal(err)
	}
	sentBy := func(client *superoffice.Client, opts ...superoffice.CallOption) string {
		if err := createSmallUser(t, client, opts...); err != nil {
			t.Fatal(err)
		}
		h := wire.last(t).Header
		agent, _, _ := strings.Cut(h.Get("User-Agent"), " ")
		return strings.Join([]string{h.Get("So-Language"), h.Get("So-Timezone"), h.Get("X-A"), h.Get("X-B"), agent, h.Get("Accept")}, "|")
	}
	const ofParent = "nb|UTC, includeTZOffset|parent||parent/1|application/json; charset=utf-8"
	const ofDerived = "en|NO, includeTZOffset|derived|derived|derived/1|text/json"
	if got := sentBy(derived); got != ofDerived {
		t.Errorf("the derived client sent %s", got)
	}
	if got := sentBy(parent); got != ofParent {
		t.Errorf("the parent sent %s", got)
	}
	sentBy(parent, superoffice.WithHeader("X-B", "call"), superoffice.WithLanguage("sv"), superoffice.WithAccept(superoffice.MediaXML))
	if got := sentBy(parent); got != ofParent {
		t.Errorf("after a call with options the parent sent %s", got)
	}

	_, err = parent.With(nil, superoffice.WithLanguage(""), superoffice.WithCulture("nb"))
	checkRefused(t, err, superoffice.ErrConfig, "option 1", "WithCulture")
	if got := sentBy(parent); got != ofParent {
		t.Errorf("after a With that failed the parent sent %s", got)
	}
}

// createdServer answers every request with a created record and a cookie, and
// counts the connections opened to it.
func createdServer(t *testing.T, opened *atomic.Int32) *httptest.Server {
	t.Helper()
	srv := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "seen", Value: "yes"})
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, createdAnswer)
	}))
	srv.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			opened.Add(1)
		}
	}
	srv.Start()
	t.Cleanup(srv.Close)
	return srv
}

func TestDerivedClientsShareConnections(t *testing.T) {
	t.Parallel()
	var opened atomic.Int32
	srv := createdServer(t, &opened)
	parent := newClient(t, srv.URL, pageAuth)
	for i := range 5 {
		derived, err := parent.With(superoffice.WithLanguage("nb"), superoffice.WithHeader("X-N", fmt.Sprint(i)))
		if err != nil {
			t.Fatal(err)
		}
		for _, client := range []*superoffice.Client{derived, parent} {
			if err := createSmallUser(t, client); err != nil {
				t.Fatal(err)
			}
		}
	}
	if got := opened.Load(); got != 1 {
		t.Errorf("%d connections opened, want 1", got)
	}
	parent.CloseIdleConnections()
	if err := createSmallUser(t, parent); err != nil {
		t.Fatal(err)
	}
	if got := opened.Load(); got != 2 {
		t.Errorf("%d connections opened after closing the idle one, want 2", got)
	}
}

type countingSource struct{ asked atomic.Int32 }

func (s *countingSource) Token(context.Context) (superoffice.Token, error) {
	return superoffice.Token{Value: fmt.Sprintf("8A:%d", s.asked.Add(1))}, nil
}

func TestDerivedClientsShareTheToken(t *testing.T) {
	t.Parallel()
	wire, source := new(answering), new(countingSource)
	client := newClient(t, base, superoffice.BearerSource(source), wire.option())
	for i := range 3 {
		if err := createSmallUser(t, client); err != nil {
			t.Fatal(err)
		}
		if got := wire.last(t).Header.Get("Authorization"); got != "Bearer 8A:1" {
			t.Errorf("client %d signed in with %s", i, got)
		}
		var err error
		if client, err = client.With(superoffice.WithLanguage("nb"), wire.option()); err != nil {
			t.Fatal(err)
		}
	}
	if got := source.asked.Load(); got != 1 {
		t.Errorf("the source was asked %d times", got)
	}
}

func TestDerivedClientsShareTheRateLimitUnlessGivenTheirOwn(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		wire := new(answering)
		parent := newClient(t, base, pageAuth, wire.option(), superoffice.WithRateLimit(1, 1))
		sharing, err1 := parent.With(superoffice.WithLanguage("nb"))
		unlimited, err2 := parent.With(superoffice.WithRateLimit(0, 0))
		if err := errors.Join(err1, err2); err != nil {
			t.Fatal(err)
		}
		took := func(client *superoffice.Client) time.Duration {
			start := time.Now()
			if err := createSmallUser(t, client); err != nil {
				t.Fatal(err)
			}
			return time.Since(start)
		}
		if got := took(parent); got != 0 {
			t.Errorf("the first call waited %v", got)
		}
		if got := took(sharing); got != time.Second {
			t.Errorf("the derived client's call waited %v, want 1s", got)
		}
		if got := took(unlimited); got != 0 {
			t.Errorf("the call without a limit waited %v", got)
		}
		if got := took(parent); got != time.Second {
			t.Errorf("the parent's next call waited %v, want 1s", got)
		}
	})
}

func TestDerivedOnlineClientsShareTheAddress(t *testing.T) {
	t.Parallel()
	var asked atomic.Int32
	wire := new(answering)
	online := roundTrip(func(req *http.Request) (*http.Response, error) {
		if req.URL.Path != "/api/state/Cust12345" {
			return wire.RoundTrip(req)
		}
		asked.Add(1)
		return (&answering{body: `{"ContextIdentifier":"Cust12345","Endpoint":"https://online2.superoffice.com/Cust12345","State":"Running",` +
			`"IsRunning":true,"ValidUntil":"9999-01-01T00:00:00Z","Api":"https://online2.superoffice.com/Cust12345/api"}`}).RoundTrip(req)
	})
	parent, err := superoffice.NewOnline(superoffice.Production, "Cust12345", superoffice.Bearer("8A:x"),
		superoffice.WithHTTPClient(&http.Client{Transport: online}))
	if err != nil {
		t.Fatal(err)
	}
	sharing, err := parent.With(superoffice.WithLanguage("nb"))
	if err != nil {
		t.Fatal(err)
	}
	other, err := parent.With(superoffice.WithHTTPClient(&http.Client{Transport: online}))
	if err != nil {
		t.Fatal(err)
	}
	for i, client := range []*superoffice.Client{parent, sharing, parent, other, other} {
		if err := createSmallSession(t, client); err != nil {
			t.Fatal(err)
		}
		if got := wire.last(t).URL.String(); got != "https://online2.superoffice.com/Cust12345/api/v1/ChatSession" {
			t.Errorf("call %d went to %s", i, got)
		}
	}
	if got := asked.Load(); got != 2 {
		t.Errorf("the state API was asked %d times, want once by the parent and once by the client with a transport of its own", got)
	}
	if got := fmt.Sprint(parent); got != "superoffice.Client(Cust12345)" {
		t.Errorf("prints %s", got)
	}
}

// roundTrip is a transport that interfaces cannot compare, as users have them.
type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

func TestTheCallersHTTPClientIsNeitherChangedNorClosed(t *testing.T) {
	t.Parallel()
	var opened atomic.Int32
	srv := createdServer(t, &opened)
	jar := new(cookieJar)
	transport := new(http.Transport)
	t.Cleanup(transport.CloseIdleConnections)
	mine := &http.Client{Transport: transport, Jar: jar, Timeout: time.Minute}
	client := newClient(t, srv.URL, superoffice.XSRF("v4lue", &http.Cookie{Name: "session", Value: "s"}), superoffice.WithHTTPClient(mine))
	for range 2 {
		if err := createSmallUser(t, client); err != nil {
			t.Fatal(err)
		}
		client.CloseIdleConnections()
	}
	if got := opened.Load(); got != 1 {
		t.Errorf("%d connections opened, want 1", got)
	}
	if mine.CheckRedirect != nil || mine.Transport != http.RoundTripper(transport) || mine.Timeout != time.Minute {
		t.Error("the client was changed")
	}
	if jar.set.Load() != 2 || jar.asked.Load() != 2 {
		t.Errorf("the jar was filled %d times and asked %d times, want 2 and 2", jar.set.Load(), jar.asked.Load())
	}
}

// cookieJar gives one cookie of its own.
type cookieJar struct{ set, asked atomic.Int32 }

func (j *cookieJar) SetCookies(*url.URL, []*http.Cookie) { j.set.Add(1) }
func (j *cookieJar) Cookies(*url.URL) []*http.Cookie {
	j.asked.Add(1)
	return []*http.Cookie{{Name: "jar", Value: "j"}}
}

func TestOptionsAndClientsMayBeSharedByGoroutines(t *testing.T) {
	t.Parallel()
	wire := new(answering)
	parent := newClient(t, base, pageAuth, wire.option(), superoffice.WithHeader("X-A", "1"), superoffice.WithLanguage("nb"))
	clientOptions := list[superoffice.ClientOption](superoffice.WithAccept(superoffice.MediaJSON, superoffice.MediaXML),
		superoffice.WithHeader("X-B", "2"), superoffice.WithTenantHosts("example.com"), superoffice.WithRetry(superoffice.Retry{MaxAttempts: 2}))
	callOptions := list[superoffice.CallOption](superoffice.WithSelect("Status", "User/Name"), superoffice.WithHeader("X-C", "3"),
		superoffice.WithCulture("nb-NO"), superoffice.WithAcceptLanguage("nb", "en"))
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			derived, err := parent.With(clientOptions...)
			if err != nil {
				t.Error(err)
				return
			}
			for _, client := range []*superoffice.Client{parent, derived} {
				if err := createSmallSession(t, client, callOptions...); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}
