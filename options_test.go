package superoffice_test

import (
	"context"
	"math"
	"net/http"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

func TestLaterOptionsWinAndTheCallWinsOverTheClient(t *testing.T) {
	t.Parallel()
	rows := map[string]struct {
		call []superoffice.CallOption
		want map[string]string
	}{
		"the later of the client": {nil, map[string]string{
			"So-Language": "nb", "So-Timezone": "NO, includeTZOffset", "X-A": "2", "Accept": "application/json",
		}},
		"the later of the call": {
			list[superoffice.CallOption](superoffice.WithLanguage("da"), superoffice.WithLanguage("sv"), superoffice.WithHeader("X-A", ""), superoffice.WithHeader("X-A", "3")),
			map[string]string{"So-Language": "sv", "So-Timezone": "NO, includeTZOffset", "X-A": "3"},
		},
		"removed and given again": {
			list[superoffice.CallOption](superoffice.WithLanguage(""), superoffice.WithLanguage("fi"), superoffice.WithHeader("X-A", "4"), superoffice.WithHeader("X-A", "")),
			map[string]string{"So-Language": "fi", "X-A": ""},
		},
		"a call-only option leaves the client's settings": {
			list(superoffice.WithAllowUpdate()),
			map[string]string{"So-Language": "nb", "X-A": "2"},
		},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			wire := new(answering)
			client := newClient(t, base, pageAuth, wire.option(),
				superoffice.WithLanguage("en"), superoffice.WithLanguage("nb"),
				superoffice.WithTimeZone(""), superoffice.WithTimeZone("NO"),
				superoffice.WithHeader("X-A", "1"), superoffice.WithHeader("x-a", "2"),
				superoffice.WithAccept(superoffice.MediaXML), superoffice.WithAccept(superoffice.MediaJSON))
			if err := createSmallUser(t, client, row.call...); err != nil {
				t.Fatal(err)
			}
			for header, want := range row.want {
				if got := wire.last(t).Header.Get(header); got != want {
					t.Errorf("%s: %q, want %q", header, got, want)
				}
			}
		})
	}
}

// The static types keep an option from the wrong level:
//
//	superoffice.New(url, auth, superoffice.WithSelect("Name"))    // does not compile: CallOption
//	client.CreateUser(ctx, user, superoffice.WithUserAgent("x"))  // does not compile: ClientOption
//
// and no value can be talked into the other level at run time either.
func TestOptionsBelongToTheirLevel(t *testing.T) {
	t.Parallel()
	for name, option := range map[string]superoffice.CallOption{
		"WithSelect": superoffice.WithSelect(), "WithRawSelect": superoffice.WithRawSelect(""), "WithAllowUpdate": superoffice.WithAllowUpdate(),
		"WithAtLeastOnce": superoffice.WithAtLeastOnce(), "WithResponse": superoffice.WithResponse(new(superoffice.Response)),
	} {
		if _, ok := option.(superoffice.ClientOption); ok {
			t.Errorf("%s works on a client", name)
		}
	}
	for name, option := range map[string]superoffice.ClientOption{
		"WithHTTPClient": superoffice.WithHTTPClient(new(http.Client)), "WithRetry": superoffice.WithRetry(superoffice.Retry{}),
		"WithRateLimit": superoffice.WithRateLimit(0, 0), "WithLogger": superoffice.WithLogger(nil), "WithUserAgent": superoffice.WithUserAgent(""),
		"WithMaxResponseBytes": superoffice.WithMaxResponseBytes(1), "WithInsecureHTTP": superoffice.WithInsecureHTTP(),
		"WithTenantHosts": superoffice.WithTenantHosts(),
	} {
		if _, ok := option.(superoffice.CallOption); ok {
			t.Errorf("%s works on a call", name)
		}
	}
}

func TestHeadersOfTheTransportTheAuthAndOtherOptionsAreRefused(t *testing.T) {
	t.Parallel()
	rows := map[string]string{ // header → what to do instead
		"Authorization": "the Auth given to New", "authorization": "the Auth given to New", "Cookie": "XSRF", "X-XSRF-TOKEN": "XSRF",
		"SO-Language": "WithLanguage", "so-culture": "WithCulture", "SO-TimeZone": "WithTimeZone", "SO-AppToken": "WithAppToken",
		"Accept": "WithAccept", "Accept-Language": "WithAccept", "Accept-Encoding": "WithAccept", "accept-charset": "WithAccept",
		"Content-Type": "WithContentType", "CONTENT-LENGTH": "WithContentType", "Content-Encoding": "WithContentType",
		"User-Agent": "WithUserAgent", "Proxy-Authorization": "WithHTTPClient", "Proxy-Connection": "WithHTTPClient",
		"Host": "leave it out", "Transfer-Encoding": "leave it out", "Connection": "leave it out", "Keep-Alive": "leave it out",
		"TE": "leave it out", "Trailer": "leave it out", "Upgrade": "leave it out", "Expect": "leave it out",
		"Idempotency-Key": "leave it out", "x-idempotency-key": "leave it out",
		"": "no header name", "a b": "no header name", "a:b": "no header name", "a\r\nb": "no header name", "æ": "no header name",
	}
	client := newClient(t, base, pageAuth, refusing(t))
	for header, words := range rows {
		t.Run(header, func(t *testing.T) {
			t.Parallel()
			words := strings.Replace(words, "no header name", "is not a header name", 1)
			_, err := superoffice.New(base, pageAuth, superoffice.WithHeader(header, "x"))
			checkRefused(t, err, superoffice.ErrConfig, "WithHeader", words)
			for _, value := range []string{"x", ""} {
				checkRefused(t, createSmallUser(t, client, superoffice.WithHeader(header, value)), superoffice.ErrConfig, "WithHeader", words)
			}
		})
	}
}

func TestBadInputOfACallIsRefusedBeforeAnythingIsSent(t *testing.T) {
	t.Parallel()
	plain := newClient(t, base, pageAuth, refusing(t))
	cultured := newClient(t, base, pageAuth, refusing(t), superoffice.WithLanguage("nb"), superoffice.WithCulture("nb-NO"))
	call := func(opts ...superoffice.CallOption) sender {
		return func(t *testing.T, client *superoffice.Client, _ ...superoffice.CallOption) error {
			t.Helper()
			return createSmallUser(t, client, opts...)
		}
	}
	rows := map[string]struct {
		send     sender
		client   *superoffice.Client
		sentinel error
		words    []string
	}{
		"a nil chat session": {func(t *testing.T, c *superoffice.Client, _ ...superoffice.CallOption) error {
			t.Helper()
			_, err := c.CreateChatSession(t.Context(), nil)
			return err
		}, plain, superoffice.ErrConfig, list("POST /api/v1/ChatSession: ", "chat session is nil", "pass the one")},
		"a nil user": {func(t *testing.T, c *superoffice.Client, _ ...superoffice.CallOption) error {
			t.Helper()
			_, err := c.CreateUser(t.Context(), nil)
			return err
		}, plain, superoffice.ErrConfig, list("POST /api/v1/User: ", "user is nil", "pass the one")},
		"a nil context": {func(t *testing.T, c *superoffice.Client, _ ...superoffice.CallOption) error {
			t.Helper()
			_, err := c.CreateUser(nil, &models.User{}) //nolint:staticcheck // what this is about
			return err
		}, plain, superoffice.ErrConfig, list("context is nil", "pass context.Background()")},
		"a nil context for Do": {func(t *testing.T, c *superoffice.Client, _ ...superoffice.CallOption) error {
			t.Helper()
			return c.Do(nil, http.MethodGet, "User/1", nil, nil) //nolint:staticcheck // what this is about
		}, plain, superoffice.ErrConfig, list("GET /api/v1/User/1: ", "pass context.Background()")},
		"a context that is over": {func(t *testing.T, c *superoffice.Client, _ ...superoffice.CallOption) error {
			t.Helper()
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			_, err := c.CreateUser(ctx, &models.User{})
			return err
		}, plain, context.Canceled, list("POST /api/v1/User: context canceled")},
		"a chat session with a primary key": {
			createPageSession(405), plain, superoffice.ErrPrimaryKey,
			list("ChatSessionId is 405", "set it to 0, or allow it with WithAllowUpdate"),
		},
		"a user with a primary key": {
			createPageUser, plain, superoffice.ErrPrimaryKey,
			list("AssociateId is 891", "set it to 0, or allow it with WithAllowUpdate"),
		},
		"a negative primary key":          {createPageSession(-1), plain, superoffice.ErrPrimaryKey, list("ChatSessionId is -1", "set it to 0")},
		"an unknown select path":          {call(superoffice.WithSelect("Nmae")), plain, superoffice.ErrSelect, list(`"Nmae"`, `did you mean "Name"?`)},
		"a nil option":                    {call(superoffice.WithAllowUpdate(), nil), plain, superoffice.ErrConfig, list("option 2", "leave it out")},
		"a nil option of both levels":     {call(superoffice.Option(nil)), plain, superoffice.ErrConfig, list("option 1", "leave it out")},
		"a nil response":                  {call(superoffice.WithResponse(nil)), plain, superoffice.ErrConfig, list("WithResponse", "pass a pointer")},
		"a namespace with a space":        {call(superoffice.WithXMLNamespace("urn: x")), plain, superoffice.ErrConfig, list("WithXMLNamespace", "a space")},
		"a namespace that is not UTF-8":   {call(superoffice.WithXMLNamespace("urn:\xff")), plain, superoffice.ErrConfig, list("WithXMLNamespace", "XML cannot carry")},
		"a namespace XML has no code for": {call(superoffice.WithXMLNamespace("urn:\ufffe")), plain, superoffice.ErrConfig, list("WithXMLNamespace", "XML cannot carry")},
		"a culture without a language": {
			call(superoffice.WithCulture("nb-NO")), plain, superoffice.ErrConfig,
			list("WithCulture", "add WithLanguage"),
		},
		"the client's culture without the language the call removed": {
			call(superoffice.WithLanguage("")), cultured, superoffice.ErrConfig,
			list("WithCulture", "add WithLanguage"),
		},
		"an app token with a line break": {call(superoffice.WithAppToken("a\nb")), plain, superoffice.ErrConfig, list("WithAppToken", "remove it")},
		"several at once": {
			call(nil, superoffice.WithTimeout(-1), superoffice.WithCulture("nb")), plain, superoffice.ErrConfig,
			list("option 1", "WithTimeout", "WithCulture"),
		},
		"a text that is not UTF-8": {func(t *testing.T, c *superoffice.Client, _ ...superoffice.CallOption) error {
			t.Helper()
			_, err := c.CreateUser(t.Context(), &models.User{Name: "a\xff", Credentials: []models.Credential{{Value: "hunter22"}}})
			return err
		}, plain, nil, list("encoding", "Name")},
		"a number that JSON does not have": {func(t *testing.T, c *superoffice.Client, _ ...superoffice.CallOption) error {
			t.Helper()
			_, err := c.CreateChatSession(t.Context(), &models.ChatSessionEntity{Sale: &models.Sale{Amount: math.NaN()}})
			return err
		}, plain, nil, list("encoding", "Sale.Amount")},
		"a text that XML cannot carry": {func(t *testing.T, c *superoffice.Client, _ ...superoffice.CallOption) error {
			t.Helper()
			_, err := c.CreateUser(t.Context(), &models.User{Name: "a\x01"}, superoffice.WithContentType(superoffice.MediaXML))
			return err
		}, plain, nil, list("encoding as application/xml", "Name")},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkRefused(t, row.send(t, row.client), row.sentinel, row.words...)
		})
	}
}

func TestATicketKeepsItsAppTokenInEveryCallOnline(t *testing.T) {
	t.Parallel()
	client, err := superoffice.NewOnline(superoffice.Production, "Cust12345", superoffice.SOTicket("7T:x"), refusing(t), superoffice.WithAppToken("s3cret"))
	if err != nil {
		t.Fatal(err)
	}
	checkRefused(t, createSmallSession(t, client, superoffice.WithAppToken("")), superoffice.ErrConfig, "app token", "add WithAppToken")
	_, err = client.With(superoffice.WithAppToken(""))
	checkRefused(t, err, superoffice.ErrConfig, "app token", "add WithAppToken")
}

func TestOptionsOfACallAreForgottenAfterIt(t *testing.T) {
	t.Parallel()
	wire := new(answering)
	client := newClient(t, base, pageAuth, wire.option())
	option := superoffice.WithLanguage("nb")
	for i, opts := range [][]superoffice.CallOption{{option}, nil, {option}} {
		if err := createSmallUser(t, client, opts...); err != nil {
			t.Fatal(err)
		}
		if got := wire.last(t).Header.Get("So-Language"); (got == "nb") != (len(opts) > 0) {
			t.Errorf("call %d sent %q", i, got)
		}
	}
}

func TestTheLargestResponseLimitIsNoLimit(t *testing.T) {
	t.Parallel()
	client := newClient(t, base, pageAuth, new(answering).option(), superoffice.WithMaxResponseBytes(math.MaxInt64))
	if err := createSmallUser(t, client); err != nil {
		t.Error(err)
	}
}

func TestMediaTypesAndSelectionsAreCopied(t *testing.T) {
	t.Parallel()
	wire := new(answering)
	types := []superoffice.MediaType{superoffice.MediaXML}
	client := newClient(t, base, pageAuth, wire.option(), superoffice.WithAccept(types...))
	types[0] = "changed"
	if err := createSmallUser(t, client); err != nil {
		t.Fatal(err)
	}
	if got := wire.last(t).Header.Get("Accept"); got != "application/xml" {
		t.Errorf("sent %q", got)
	}
}
