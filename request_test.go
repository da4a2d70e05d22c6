package superoffice_test

import (
	"bytes"
	"fmt"
	"net/http"
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

// pageAuth is the credential of the pages' sample requests.
var pageAuth = superoffice.Basic("tje0", "Tje0")

type situation struct {
	name   string
	auth   superoffice.Auth // pageAuth when zero
	client []superoffice.ClientOption
	call   []superoffice.CallOption
	// send makes the call; the default creates a small chat session.
	send sender
}

type sender func(t *testing.T, client *superoffice.Client, opts ...superoffice.CallOption) error

func createSmallSession(t *testing.T, client *superoffice.Client, opts ...superoffice.CallOption) error {
	t.Helper()
	_, err := client.CreateChatSession(t.Context(), &models.ChatSessionEntity{
		TopicID: 2, CustomerName: "Ola Nordmann & Co",
		User: &models.Associate{AssociateID: 7}, Status: models.ChatSessionStatusInQueue,
	}, opts...)
	return err
}

func createSmallUser(t *testing.T, client *superoffice.Client, opts ...superoffice.CallOption) error {
	t.Helper()
	_, err := client.CreateUser(t.Context(), &models.User{
		Name: "OLA", Type: models.UserTypeInternalAssociate,
		OtherGroups:  []models.UserGroup{{ID: 1}, {ID: 2}},
		CustomFields: models.CustomFields{"SuperOffice:1": "[I:14]"},
	}, opts...)
	return err
}

// asOnThePages are the headers of the pages' sample requests, which name no zone.
func asOnThePages() []superoffice.ClientOption {
	return list[superoffice.ClientOption](superoffice.WithAcceptLanguage("en"), superoffice.WithTimeZone(""))
}

func createPageSession(key int32) sender {
	return func(t *testing.T, client *superoffice.Client, opts ...superoffice.CallOption) error {
		t.Helper()
		entity := fromPage[models.ChatSessionEntity](t, "chatsession-request")
		entity.ChatSessionID = key
		_, err := client.CreateChatSession(t.Context(), entity, opts...)
		return err
	}
}

func createPageUser(t *testing.T, client *superoffice.Client, opts ...superoffice.CallOption) error {
	t.Helper()
	_, err := client.CreateUser(t.Context(), fromPage[models.User](t, "user-request"), opts...)
	return err
}

func TestEachRequestParameterTravelsByteForByte(t *testing.T) {
	t.Parallel()
	files := map[string][]situation{
		"create": {
			{name: "a chat session"},
			{name: "a user", send: createSmallUser},
		},
		"pages": {
			{name: "the page's chat session, its key zeroed", client: asOnThePages(), send: createPageSession(0)},
			{
				name: "the page's chat session as it stands", client: asOnThePages(), send: createPageSession(405),
				call: list(superoffice.WithAllowUpdate()),
			},
			{
				name: "the page's user as it stands", client: asOnThePages(), send: createPageUser,
				call: list(superoffice.WithAllowUpdate()),
			},
		},
		"select": {
			{
				name: "as documented",
				call: list(superoffice.WithSelect("ChatSessionId", "Status", "User/Name")),
			},
			{
				name: "spelled back, the key added",
				call: list(superoffice.WithSelect("name", "PERSON/contactid", "customfields/SuperOffice:1")),
				send: createSmallUser,
			},
			{
				name: "the page's own example, unchecked",
				call: list(superoffice.WithRawSelect("name,department,category/id")),
			},
			{
				name: "what a URL cannot hold, escaped",
				call: list(superoffice.WithRawSelect(`ChatSessionId,A&b=c#d e+"f"%2Cæ`)),
			},
		},
		"authorization": {
			{name: "Basic"},
			{name: "Basic in UTF-8", auth: superoffice.Basic("åse", "blåbær")},
			{name: "Basic in ISO-8859-1", auth: superoffice.Basic("åse", "blåbær").Latin1()},
			{name: "SOTicket", auth: superoffice.SOTicket("7T:QAxSADIAN==")},
			{name: "Bearer", auth: superoffice.Bearer("8A:Cust12345.AbCd")},
			{name: "the transport signs in", auth: superoffice.TransportAuth()},
		},
		"x-xsrf-token": {
			{name: "with its cookies", auth: superoffice.XSRF("v4lue",
				&http.Cookie{Name: "ASP.NET_SessionId", Value: "s3ssion"}, &http.Cookie{Name: "XSRF-TOKEN", Value: "v4lue"})},
			{name: "without cookies", auth: superoffice.XSRF("v4lue")},
		},
		"content-type": append(each(func(m superoffice.MediaType) situation {
			return situation{name: string(m), client: list[superoffice.ClientOption](superoffice.WithContentType(m))}
		}, requestTypes()...), overridden(superoffice.WithContentType(superoffice.MediaXML),
			superoffice.WithContentType(superoffice.MediaTextJSON), superoffice.WithContentType(""))...),
		"content-type-user": {
			{name: "XML in a namespace", send: createSmallUser, client: list[superoffice.ClientOption](
				superoffice.WithContentType(superoffice.MediaXML), superoffice.WithXMLNamespace("http://www.superoffice.net/ws/crm/NetServer/11.2.0.0"))},
			{name: "XML in none again", send: createSmallUser, client: list[superoffice.ClientOption](
				superoffice.WithContentType(superoffice.MediaXML), superoffice.WithXMLNamespace("urn:x"), superoffice.WithXMLNamespace(""))},
			{name: "form", send: createSmallUser, client: list[superoffice.ClientOption](superoffice.WithContentType(superoffice.MediaForm))},
		},
		"accept": append(each(func(m superoffice.MediaType) situation {
			return situation{name: string(m), client: list[superoffice.ClientOption](superoffice.WithAccept(m))}
		}, responseTypes()...), overridden(superoffice.WithAccept(superoffice.MediaXML),
			superoffice.WithAccept(superoffice.MediaTextXML, superoffice.MediaJSON), superoffice.WithAccept())...),
		"accept-language": overridden(superoffice.WithAcceptLanguage("nb-NO", "en;q=0.5"),
			superoffice.WithAcceptLanguage("sv"), superoffice.WithAcceptLanguage()),
		"so-language": overridden(superoffice.WithLanguage("nb"), superoffice.WithLanguage("*"), superoffice.WithLanguage("")),
		"so-culture": append(
			overridden(superoffice.WithCulture("nb-NO"), superoffice.WithCulture("en-US"), superoffice.WithCulture(""), superoffice.WithLanguage("nb")),
			situation{
				name: "the language given by the call", client: list[superoffice.ClientOption](superoffice.WithAcceptLanguage("sv")),
				call: list[superoffice.CallOption](superoffice.WithAcceptLanguage(), superoffice.WithLanguage("nb"), superoffice.WithCulture("nb")),
			},
		),
		"so-timezone": append(overridden(superoffice.WithTimeZone("US-NY"), superoffice.WithTimeZone("261"), superoffice.WithTimeZone("")),
			situation{name: "the default"}),
		"so-apptoken": overridden(superoffice.WithAppToken("client-s3cret"), superoffice.WithAppToken("other-s3cret"), superoffice.WithAppToken("")),
		"further-header": overridden(superoffice.WithHeader("x-Request-ID", "a b\tc"),
			superoffice.WithHeader("X-Request-Id", "d"), superoffice.WithHeader("X-REQUEST-ID", "")),
		"user-agent": {
			{name: "a product before the SDK", client: list[superoffice.ClientOption](superoffice.WithUserAgent("crm-sync/2.1 (nightly)"))},
			{name: "removed", client: list[superoffice.ClientOption](superoffice.WithUserAgent("crm-sync/2.1"), superoffice.WithUserAgent(""))},
		},
		"do": {
			{name: "GET with a query has no body", send: do(http.MethodGet, "ChatSession/12?$select=Status&x=a+b%2Fc", nil)},
			{name: "HEAD", send: do(http.MethodHead, "User/12", nil)},
			{name: "bytes go out as they are", send: do(http.MethodPut, "User/12", []byte("{ \"Name\" : \"<&>\" }\r\n"))},
			{
				name: "bytes of another type", send: do(http.MethodPost, "Archive", []byte("a=b&c=d")),
				client: list[superoffice.ClientOption](superoffice.WithContentType(superoffice.MediaForm)),
			},
			{name: "no bytes", send: do(http.MethodPost, "ChatSession/12/Reset", []byte{})},
			{name: "nothing", send: do(http.MethodPost, "ChatSession/12/Reset", nil)},
			{name: "a value, so that zero can be sent", send: do(http.MethodPatch, "User/12", map[string]any{"Rank": 0, "Tooltip": nil})},
			{
				name: "a value as XML", send: do(http.MethodPut, "User/12", &models.User{Name: "OLA"}),
				client: list[superoffice.ClientOption](superoffice.WithContentType(superoffice.MediaXML)),
			},
			{name: "an escaped path stays escaped", send: do(http.MethodGet, "User/a%2Fb%20c@d;e:f%C3%A6?q=[1]", nil)},
			{
				name: "a select beside a query", send: do(http.MethodGet, "User/12?fk=x", nil),
				call: list(superoffice.WithSelect("anything/goes")),
			},
		},
	}
	for file, situations := range files {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			var all bytes.Buffer
			for _, s := range situations {
				fmt.Fprintf(&all, "=== %s\n%s\n", s.name, s.sent(t))
			}
			golden(t, "requests/"+file+".golden", all.Bytes())
		})
	}
}

func (s situation) sent(t *testing.T) []byte {
	t.Helper()
	if fmt.Sprint(s.auth) == fmt.Sprint(superoffice.Auth{}) {
		s.auth = pageAuth
	}
	if s.send == nil {
		s.send = createSmallSession
	}
	tap := listenIn(t)
	client := newClient(t, tap.url, s.auth, s.client...)
	if err := s.send(t, client, s.call...); err != nil {
		t.Fatalf("%s: %v", s.name, err)
	}
	return tap.next(t)
}

func do(method, path string, in any) sender {
	return func(t *testing.T, client *superoffice.Client, opts ...superoffice.CallOption) error {
		t.Helper()
		return client.Do(t.Context(), method, path, in, nil, opts...)
	}
}

// overridden shows an option on the client, given again by the call, and
// removed by the call.
func overridden(client, call, removal superoffice.Option, beside ...superoffice.ClientOption) []situation {
	onClient := append(list[superoffice.ClientOption](client), beside...)
	return []situation{
		{name: "on the client", client: onClient},
		{name: "given again by the call", client: onClient, call: list[superoffice.CallOption](call)},
		{name: "removed by the call", client: onClient, call: list[superoffice.CallOption](removal)},
	}
}

func list[T any](items ...T) []T { return items }

func each[T, R any](f func(T) R, items ...T) []R {
	out := make([]R, len(items))
	for i, item := range items {
		out[i] = f(item)
	}
	return out
}

// requestTypes are the types that both pages list for the request body.
func requestTypes() []superoffice.MediaType {
	return append(responseTypes(), superoffice.MediaForm)
}

// responseTypes are the types that both pages list for the response.
func responseTypes() []superoffice.MediaType {
	return []superoffice.MediaType{
		superoffice.MediaJSON, superoffice.MediaTextJSON, superoffice.MediaXML, superoffice.MediaTextXML,
		superoffice.MediaJSONPatch, superoffice.MediaMergePatch,
	}
}
