package superofficetest_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

func TestKeys(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	_, body := call(t, srv, "POST", "/api/v1/ChatSession", `{"CustomerName":"A"}`)
	wantPart(t, body, `"ChatSessionId":1,`)
	_, body = call(t, srv, "POST", "/api/v1/ChatSession", `{"ChatSessionId":77,"CustomerName":"B"}`)
	wantPart(t, body, `"ChatSessionId":2,`)
	_, body = call(t, srv, "POST", "/api/v1/ChatSession", `{"ChatSessionId":1,"CustomerName":"C"}`)
	wantPart(t, body, `"ChatSessionId":1,`)
	_, body = call(t, srv, "PUT", "/api/v1/ChatSession/2", `{"CustomerName":"D"}`)
	wantPart(t, body, `"ChatSessionId":2,`, `"CustomerName":"D"`)

	stored := srv.ChatSessions()
	if len(stored) != 2 || stored[0].CustomerName != "C" || stored[1].CustomerName != "D" {
		t.Errorf("stored %+v", stored)
	}
	if stats := srv.Stats(); stats.Created != 2 || stats.Updated != 2 {
		t.Errorf("counted %+v", stats)
	}
	requests := srv.Requests()
	if r := requests[1]; !r.Created || r.StoredID != 2 || r.ChatSession.ChatSessionID != 77 {
		t.Errorf("recorded %+v", r)
	}
	if r := requests[2]; r.Created || r.StoredID != 1 {
		t.Errorf("recorded %+v", r)
	}
}

func TestReadBack(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	_, created := call(t, srv, "POST", "/api/v1/User", read(t, "user-request.json"))
	res, found := call(t, srv, "GET", "/API/V1/user/1/", "")
	wantStatus(t, res, found, http.StatusOK)
	if found != created {
		t.Errorf("created %s\nfound %s", created, found)
	}
	wantPart(t, found,
		`"_Links":{"Self":"`+srv.URL+`/api/v1/User/1/","Archive":"`+srv.URL+`/api/v1/User/"}`,
		`"TableRight":{"Mask":"FULL","Reason":""}`,
		`"Role":{"FieldRight":{"Mask":"Update, UIHintMandatory","Reason":"[SR_MANDATORY_FIELD_1283]"},`+
			`"FieldType":"SuperOffice.CRM.Services.Role","FieldLength":0}`,
		`"AssociateId":{"FieldRight":{"Mask":"Read, UIHintReadOnly"`)
	var user models.UserWithLinks
	if err := json.Unmarshal([]byte(found), &user); err != nil {
		t.Fatal(err)
	}
	if !user.FieldProperties.Mandatory("Name") || user.FieldProperties.Mandatory("Tooltip") {
		t.Error("FieldProperties do not say that Name is mandatory and Tooltip is not")
	}
}

func TestEveryMemberIsAnswered(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	for path, sample := range map[string]string{
		"/api/v1/ChatSession": "chatsession-response.json", "/api/v1/User": "user-response.json",
	} {
		_, body := call(t, srv, "POST", path, `{}`)
		var want, got map[string]any
		if err := json.Unmarshal([]byte(read(t, sample)), &want); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(body), &got); err != nil {
			t.Fatal(err)
		}
		for name := range want {
			if _, ok := got[name]; !ok {
				t.Errorf("%s: %s is missing", path, name)
			}
		}
	}
}

func TestMemberNamesHaveNoCaseOnInput(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	_, body := call(t, srv, "POST", "/api/v1/ChatSession",
		`{"chatSessionId":0,"CUSTOMERNAME":"Ola","contact":{"uRL":"http://example.com/"},"flags":1,"status":4}`)
	wantPart(t, body, `"CustomerName":"Ola"`, `"URL":"http://example.com/"`, `"Flags":"UserIsTyping"`, `"Status":"InQueue"`)
}

func TestDefaults(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t, superofficetest.WithLicenses(
		superofficetest.License{Owner: "SuperOffice", Name: "user-plan", Total: 2}))
	res, body := call(t, srv, "GET", "/api/v1/ChatSession/default", "")
	wantStatus(t, res, body, http.StatusOK)
	wantPart(t, body, `"ChatSessionId":0`, `"Status":"Invalid"`, `"WhenRequested":"0001-01-01T00:00:00"`, `"User":null`)
	if strings.Contains(body, "_Links") {
		t.Error("a blank entity has links")
	}
	_, body = call(t, srv, "GET", "/api/v1/User/Default?userType=ExternalAssociate&personId=865", "")
	wantPart(t, body, `"Type":"ExternalAssociate"`, `"PersonId":865`, `"Name":"user-plan"`, `"Free":2`, `"CanAssign":true`)
	_, body = call(t, srv, "GET", "/api/v1/User/default?usertype=5", "")
	wantPart(t, body, `"Type":"SystemAssociate"`)
	if len(srv.Users()) != 0 {
		t.Error("a default was stored")
	}
}

func TestSelect(t *testing.T) {
	t.Parallel()
	const entity = `{"TopicId":2,"CustomerName":"Ola","Status":"InQueue","User":{"AssociateId":5,"Name":"BB"},` +
		`"WhenRequested":"2026-02-23T09:52:01Z","Contact":{"ContactId":1,"Address":{"Street":{"City":"Oslo","Zipcode":"0150"}}}}`
	tests := map[string]struct {
		expression string
		form       superofficetest.SelectForm
		want, not  []string
	}{
		"nothing selected gives everything": {
			want: []string{`"CustomerName":"Ola"`, `"FieldProperties":{"ChatSessionId"`},
		},
		"names in any case, the rest null": {
			expression: "chatsessionid,STATUS",
			want: []string{
				`"ChatSessionId":1`, `"Status":"InQueue"`, `"CustomerName":null`, `"TopicId":null`,
				`"WhenRequested":null`, `"CustomerConsented":null`, `"FieldProperties":null`, `"_Links":{"Self"`,
			},
		},
		"a path into an object": {
			expression: "User/Name,Contact/Address/Street/City",
			want:       []string{`"User":{"AssociateId":null,"Name":"BB"`, `"City":"Oslo"`, `"Zipcode":null`, `"ContactId":null`},
		},
		"a whole object": {
			expression: "User/Name,User",
			want:       []string{`"User":{"AssociateId":5,"Name":"BB"`},
		},
		"names that do not exist": {
			expression: "name,department,category/id",
			want:       []string{`"ChatSessionId":null`, `"_Links"`},
		},
		"the rest left out": {
			expression: "CustomerName", form: superofficetest.SelectOmit,
			want: []string{`{"CustomerName":"Ola","_Links"`},
		},
		"the rest zero": {
			expression: "CustomerName", form: superofficetest.SelectZero,
			want: []string{
				`"ChatSessionId":0`, `"CustomerConsented":false`, `"WhenRequested":"0001-01-01T00:00:00"`,
				`"Status":"Invalid"`, `"CustomerAlias":null`, `"User":null`,
			},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t, superofficetest.WithSelectForm(test.form))
			query := ""
			if test.expression != "" {
				query = "?%24select=" + test.expression
			}
			res, body := call(t, srv, "POST", "/api/v1/ChatSession"+query, entity)
			wantStatus(t, res, body, http.StatusOK)
			wantPart(t, body, test.want...)
			if !json.Valid([]byte(body)) {
				t.Errorf("not JSON: %s", body)
			}
		})
	}
}

func TestAgents(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	_, body := call(t, srv, "POST", "/api/v1/Agents/Chat/CreateChatSessionForTopic", `{"ChatTopicId":65}`)
	wantPart(t, body, `"TopicId":65`, `"Status":"InQueue"`)
	if strings.Contains(body, "_Links") {
		t.Error("the Agents answer links")
	}
	res, body := call(t, srv, "POST", "/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=9", "")
	if res.StatusCode != http.StatusOK || body != "null" {
		t.Errorf("a missing entity is %d %s", res.StatusCode, body)
	}
	res, _ = call(t, srv, "POST", "/api/v1/Agents/User/GetUser", "")
	if res.StatusCode != http.StatusBadRequest {
		t.Errorf("a missing parameter is %d", res.StatusCode)
	}
	_, body = call(t, srv, "POST", "/api/v1/Agents/User/ValidateUser", `{"user":{"Name":"A"}}`)
	if body != "{}" {
		t.Errorf("a valid user is %s", body)
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		method, path, body string
		headers            []string
		status             int
		reason             string
		want               string
	}{
		"a record that does not exist": {
			method: "GET", path: "/api/v1/ChatSession/99", status: 404, reason: "404 ChatSession Not Found",
			want: `{"Error":true,"ErrorType":"SoNotFoundException","ErrorMessage":"ChatSessionEntity 99 does not exist",` +
				`"ErrorSource":"SuperOffice.Services.Implementation"}`,
		},
		"an update of what does not exist": {
			method: "PUT", path: "/api/v1/User/99", body: `{}`, status: 404, want: `SoNotFoundException`,
		},
		"an address that does not exist": {
			method: "GET", path: "/api/v1/Unicorn/1", status: 404, want: `"MessageDetail":`,
		},
		"an id that is no number": {
			method: "GET", path: "/api/v1/User/tje0", status: 400, want: `"MessageDetail":"The parameter 'id'`,
		},
		"a method that is not taken": {
			method: "DELETE", path: "/api/v1/User/1", status: 405, want: `"Message":`,
		},
		"no body": {
			method: "POST", path: "/api/v1/User", status: 400, want: `"ErrorType":"ArgumentException"`,
		},
		"null for an entity": {
			method: "POST", path: "/api/v1/User", body: "null", status: 400, want: `"ErrorType":"ArgumentException"`,
		},
		"an array for an entity": {
			method: "POST", path: "/api/v1/User", body: "[]", status: 400, want: `"ModelState":{"newEntity":[`,
		},
		"a value of the wrong type": {
			method: "POST", path: "/api/v1/User", body: `{"Rank":"high"}`, status: 400, want: `Rank`,
		},
		"JSON that breaks off": {
			method: "POST", path: "/api/v1/User", body: `{"Rank":`, status: 400, want: `"ModelState"`,
		},
		"no credentials": {
			method: "GET", path: "/api/v1/User/1", headers: []string{"Authorization: "}, status: 401, want: `{"Message":"`,
		},
		"an error asked for as XML": {
			method: "GET", path: "/api/v1/User/9", headers: []string{"Accept: text/xml"}, status: 404,
			want: `<ErrorType>SoNotFoundException</ErrorType>`,
		},
		"no credentials, asked for as XML": {
			method: "GET", path: "/api/v1/User/1", headers: []string{"Authorization: ", "Accept: application/xml"},
			status: 401, want: `<Message>The request carries no credentials`,
		},
		"an address outside the API": {
			method: "GET", path: "/elsewhere", status: 404, want: `<title>Not Found</title>`,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t)
			res, body := call(t, srv, test.method, test.path, test.body, test.headers...)
			wantStatus(t, res, body, test.status)
			wantPart(t, body, test.want)
			if test.reason != "" && res.Status != test.reason {
				t.Errorf("the status line says %q", res.Status)
			}
			if last, ok := srv.LastRequest(); !ok || last.Status != test.status {
				t.Errorf("recorded as %s", last)
			}
		})
	}
}

func TestReasonPhraseKeepsTheConnection(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	transport := &http.Transport{MaxConnsPerHost: 1}
	defer transport.CloseIdleConnections()
	for range 3 {
		res, _, err := tryOver(t, transport, srv, "GET", "/api/v1/User/99", "")
		if err != nil || res.Status != "404 User Not Found" {
			t.Fatal(res, err)
		}
		if res, _, err = tryOver(t, transport, srv, "GET", "/api/v1/User/default", ""); err != nil || res.Status != "200 OK" {
			t.Fatal(res, err)
		}
	}
}

func TestPreconditionsAreIgnored(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	res, body := call(t, srv, "POST", "/api/v1/User", `{"Name":"A"}`,
		"If-Unmodified-Since: Wed, 21 Oct 2015 07:28:00 GMT", "If-Match: \"x\"")
	wantStatus(t, res, body, http.StatusOK)
	res, body = call(t, srv, "GET", "/api/v1/User/1", "", "If-Modified-Since: Wed, 21 Oct 2099 07:28:00 GMT")
	wantStatus(t, res, body, http.StatusOK)
}

func TestVersionAndRoutes(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	res, body := call(t, srv, "GET", "/api", "", "Authorization: ", "Accept: text/html,*/*;q=0.8")
	wantStatus(t, res, body, http.StatusOK)
	wantPart(t, body, "<title>")
	_, body = call(t, srv, "GET", "/api/", "", "Authorization: ", "Accept: application/json")
	wantPart(t, body, `"v1":"`+srv.URL+`/api/v1"`, `"NetServerVersion":`)
	_, body = call(t, srv, "GET", "/api/v1", "", "Authorization: ")
	wantPart(t, body, `"`+srv.URL+`/api/v1/ChatSession":{"POST":"`, `/api/v1/User/{id}":{"GET":"Gives a user.","PUT":`)
}
