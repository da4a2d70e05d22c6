package superoffice_test

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

func TestDoRefusesPathsThatLeaveTheAPI(t *testing.T) {
	t.Parallel()
	rows := map[string]struct{ path, words string }{
		"empty":                   {"", "it is empty; give one below /api/v1/"},
		"a slash alone":           {"/", "it is empty"},
		"a query alone":           {"?x=y", "it is empty"},
		"an absolute URL":         {"https://evil.example/User", "absolute URL"},
		"another host":            {"//evil.example/User", "absolute URL"},
		"three slashes":           {"///evil.example", "absolute URL"},
		"a dot segment":           {"User/../../../x", "dot segments"},
		"a dot segment first":     {"../x", "dot segments"},
		"a dot segment last":      {"User/..", "dot segments"},
		"a single dot":            {"User/./x", "dot segments"},
		"an escaped dot segment":  {"User/%2e%2E/x", "dot segments"},
		"one behind an escape":    {"User%2F..%2Fx", "dot segments"},
		"one behind a backslash":  {"User%5C..%5Cx", "dot segments"},
		"a backslash":             {`User\..\x`, "backslash"},
		"a fragment":              {"User/1#x", "fragment"},
		"a fragment in the query": {"User?x#y", "fragment"},
		"a scheme":                {"https:User", "absolute URL"},
		"a space":                 {"User/a b", "percent-encoded"},
		"a line break":            {"User/1 HTTP/1.1\r\nX-Evil: 1", "percent-encoded"},
		"a NUL":                   {"User/\x00", "percent-encoded"},
		"a letter outside ASCII":  {"User/å", "percent-encoded"},
		"one in the query":        {"User?x=å", "percent-encoded"},
		"a bad percent-encoding":  {"User/%zz", "bad percent-encoding"},
		"half a percent-encoding": {"User/%2", "bad percent-encoding"},
	}
	client := newClient(t, base, pageAuth, refusing(t))
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, method := range []string{http.MethodGet, http.MethodPost} {
				checkRefused(t, client.Do(t.Context(), method, row.path, nil, nil), superoffice.ErrConfig, method+" /api/v1/: path: ", row.words)
			}
		})
	}
}

func TestDoRefusesWhatItCannotCarry(t *testing.T) {
	t.Parallel()
	client := newClient(t, base, pageAuth, refusing(t))
	do := func(method string, in, out any) error {
		return client.Do(t.Context(), method, "User/1", in, out)
	}
	checkRefused(t, do("", nil, nil), superoffice.ErrConfig, "method", "give one")
	checkRefused(t, do("GE T", nil, nil), superoffice.ErrConfig, "method", "give one")
	checkRefused(t, do("GET / HTTP/1.1\r\nX-Evil: 1\r\n\r\n", nil, nil), superoffice.ErrConfig, "method", "give one")
	checkRefused(t, do("GET", nil, models.User{}), superoffice.ErrConfig, "out is a models.User", "pass nil or a pointer")
	checkRefused(t, do("GET", nil, (*models.User)(nil)), superoffice.ErrConfig, "out", "pass nil or a pointer")
	checkRefused(t, do("POST", (*models.User)(nil), nil), superoffice.ErrConfig, "in is a nil *models.User", "pass nil for no body")
	checkRefused(t, do("POST", map[string]any(nil), nil), superoffice.ErrConfig, "in is a nil map", "pass nil for no body")
	checkRefused(t, do("POST", []models.User(nil), nil), superoffice.ErrConfig, "in is a nil []models.User", "pass nil for no body")
	checkRefused(t, client.Do(t.Context(), "GET", "User/1?%24Select=Name", nil, nil, superoffice.WithSelect("Name")), superoffice.ErrConfig, "$select", "not twice")
	checkRefused(t, do("POST", strings.NewReader("{}"), nil), superoffice.ErrConfig, "in is the reader", "pass the bytes")
	checkRefused(t, do("GET", nil, new(strings.Builder)), superoffice.ErrConfig, "out is the writer", "pass a *[]byte")
	checkRefused(t, do("POST", make(chan int), nil), nil, "encoding")
	checkRefused(t, do("POST", models.User{Name: "\xff"}, nil), nil, "encoding", "Name")
}

// answeredWith makes one call whose answer is the given one.
func answeredWith(t *testing.T, status int, contentType, body string, call func(*superoffice.Client) error) error {
	t.Helper()
	header := http.Header{}
	if contentType != "" {
		header.Set("Content-Type", contentType)
	}
	return call(newClient(t, base, pageAuth, superoffice.WithRetry(superoffice.Retry{MaxAttempts: 1}),
		silent(func(req *http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(strings.NewReader(body)), ContentLength: int64(len(body)), Request: req}, nil
		})))
}

func TestDoDecodesOneCompleteValue(t *testing.T) {
	t.Parallel()
	const jsonType, xmlType = "application/json; charset=utf-8", "application/xml"
	ola := map[string]any{"Name": "Ola"}
	rows := map[string]struct {
		contentType, body string
		out               any
		want              any // what out points to; nil for ErrInvalidResponse
	}{
		"a model":                     {jsonType, `{"Name":"Ola"}`, new(models.User), models.User{Name: "Ola"}},
		"a model, space around":       {jsonType, "\n {\"Name\":\"Ola\"} \r\n", new(models.User), models.User{Name: "Ola"}},
		"a list of models":            {jsonType, `[{"Name":"Ola"},{}]`, new([]models.User), []models.User{{Name: "Ola"}, {}}},
		"a map":                       {jsonType, `{"Name":"Ola"}`, new(map[string]any), ola},
		"anything":                    {jsonType, `{"Name":"Ola"}`, new(any), any(ola)},
		"a type of the user's":        {jsonType, `{"Name":"Ola"}`, new(struct{ Name string }), struct{ Name string }{"Ola"}},
		"a number":                    {jsonType, `17`, new(int), 17},
		"a text":                      {jsonType, `"17"`, new(string), "17"},
		"raw JSON":                    {jsonType, `{"a": 1}`, new(json.RawMessage), json.RawMessage(`{"a": 1}`)},
		"no Content-Type":             {"", `{"Name":"Ola"}`, new(models.User), models.User{Name: "Ola"}},
		"problem details":             {"application/problem+json", `{"Name":"Ola"}`, new(models.User), models.User{Name: "Ola"}},
		"a byte order mark":           {jsonType, "\xef\xbb\xbf{\"Name\":\"Ola\"}", new(models.User), models.User{Name: "Ola"}},
		"an upper-case type":          {"Application/JSON; Charset=\"UTF-8\"", `{"Name":"Ola"}`, new(models.User), models.User{Name: "Ola"}},
		"XML into a model":            {xmlType, `<User><Name>Ola</Name></User>`, new(models.User), models.User{Name: "Ola"}},
		"an error that is false":      {jsonType, `{"Error":false,"Name":"Ola"}`, new(struct{ Name string }), struct{ Name string }{"Ola"}},
		"bytes, whatever they are":    {"text/html", "<html>\xff", new([]byte), []byte("<html>\xff")},
		"bytes with their BOM":        {jsonType, "\xef\xbb\xbf{}", new([]byte), []byte("\xef\xbb\xbf{}")},
		"bytes of nothing":            {jsonType, "", new([]byte), []byte{}},
		"null":                        {jsonType, "null", new(models.User), nil},
		"null into anything":          {jsonType, " null\n", new(any), nil},
		"nothing":                     {jsonType, "", new(models.User), nil},
		"white space":                 {jsonType, " \r\n", new(models.User), nil},
		"half a value":                {jsonType, `{"Name":"Ola"`, new(models.User), nil},
		"a value and more":            {jsonType, `{"Name":"Ola"}{}`, new(models.User), nil},
		"a list for an object":        {jsonType, `[]`, new(models.User), nil},
		"a wrong type inside":         {jsonType, `{"Name":"Ola","Rank":"x"}`, new(models.User), nil},
		"an error object":             {jsonType, `{"Error":true,"Message":"no"}`, new(map[string]any), nil},
		"an error object in any case": {jsonType, `{"error":true}`, new(models.User), nil},
		"HTML":                        {"text/html", `<html><title>Sign in</title></html>`, new(map[string]any), nil},
		"HTML said to be JSON":        {jsonType, `<html><title>Sign in</title></html>`, new(any), nil},
		"plain text":                  {"text/plain", `{"Name":"Ola"}`, new(models.User), nil},
		"XHTML":                       {"application/xhtml+xml", `<html/>`, new(models.User), nil},
		"a form":                      {"application/x-www-form-urlencoded", `Name=Ola`, new(models.User), nil},
		"another charset":             {"application/json; charset=iso-8859-1", `{"Name":"Ola"}`, new(models.User), nil},
		"UTF-16":                      {"application/json; charset=utf-16", "\xff\xfe{\x00}\x00", new(any), nil},
		"a type that does not parse":  {"application/json; charset", `{"Name":"Ola"}`, new(models.User), nil},
		"XML of another root":         {xmlType, `<html/>`, new(models.User), nil},
		"XML cut off":                 {xmlType, `<User><Name>Ola</Name>`, new(models.User), nil},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := answeredWith(t, http.StatusOK, row.contentType, row.body, func(c *superoffice.Client) error {
				return c.Do(t.Context(), http.MethodPost, "Any", nil, row.out)
			})
			got := reflect.ValueOf(row.out).Elem()
			if row.want != nil {
				if err != nil || !reflect.DeepEqual(got.Interface(), row.want) {
					t.Errorf("%#v and %v, want %#v", got, err, row.want)
				}
				return
			}
			e, ok := errors.AsType[*superoffice.Error](err)
			if !ok || !errors.Is(err, superoffice.ErrInvalidResponse) {
				t.Fatalf("%v does not match ErrInvalidResponse", err)
			}
			if e.Outcome != superoffice.OutcomeUnknown || e.StatusCode != http.StatusOK || e.Attempts != 1 || string(e.Body) != row.body {
				t.Errorf("outcome %q, status %d, %d attempts, body %q", e.Outcome, e.StatusCode, e.Attempts, e.Body)
			}
			if !got.IsZero() {
				t.Errorf("half a value beside the error: %#v", got)
			}
		})
	}
}

func TestDoWithoutOutTakesAnySuccess(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		status            int
		contentType, body string
	}{
		"no content":      {http.StatusNoContent, "", ""},
		"created":         {http.StatusCreated, "application/json", "{}"},
		"accepted":        {http.StatusAccepted, "", ""},
		"HTML":            {http.StatusOK, "text/html", "<html>"},
		"null":            {http.StatusOK, "application/json", "null"},
		"half a value":    {http.StatusOK, "application/json", "{"},
		"an image":        {http.StatusOK, "image/png", "\x89PNG"},
		"the last of 2xx": {299, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var r superoffice.Response
			err := answeredWith(t, row.status, row.contentType, row.body, func(c *superoffice.Client) error {
				return c.Do(t.Context(), http.MethodDelete, "User/1", nil, nil, superoffice.WithResponse(&r))
			})
			if err != nil || r.StatusCode != row.status || string(r.Body) != row.body {
				t.Errorf("%v, status %d, body %q", err, r.StatusCode, r.Body)
			}
		})
	}
}

func TestDoSendsThePathAsItIs(t *testing.T) {
	t.Parallel()
	rows := map[string]string{ // given → what follows /api/v1/
		"User":                             "User",
		"/User/12":                         "User/12",
		"User/12/":                         "User/12/",
		"User//12":                         "User//12",
		"User/...":                         "User/...",
		"User/a.b":                         "User/a.b",
		"User/" + url.PathEscape("a/b c?"): "User/a%2Fb%20c%3F",
		"User/%c3%A6":                      "User/%c3%A6",
		"User/12?":                         "User/12",
		"User?a=b?c&d=%zz":                 "User?a=b?c&d=%zz",
		"User?u=https://x.example/../y":    "User?u=https://x.example/../y",
		"Archive/dynamic?$filter=name%20begins%20'a'": "Archive/dynamic?$filter=name%20begins%20'a'",
	}
	for given, want := range rows {
		t.Run(given, func(t *testing.T) {
			t.Parallel()
			wire := new(answering)
			if err := newClient(t, base, pageAuth, wire.option()).Do(t.Context(), http.MethodGet, given, nil, nil); err != nil {
				t.Fatal(err)
			}
			if got := wire.last(t).URL.RequestURI(); got != "/SuperOffice/api/v1/"+want {
				t.Errorf("requested %s", got)
			}
		})
	}
}

func TestDoTakesAPathAsErrorsWriteIt(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"User/1", "/User/1", "api/v1/User/1", "/api/v1/User/1"} {
		var got string
		client := newClient(t, base, pageAuth, silent(func(req *http.Request) (*http.Response, error) {
			got = req.URL.Path
			return &http.Response{StatusCode: http.StatusOK, Request: req}, nil
		}))
		if err := client.Do(t.Context(), http.MethodGet, path, nil, nil); err != nil {
			t.Fatal(err)
		}
		if want := "/SuperOffice/api/v1/User/1"; got != want {
			t.Errorf("%q reaches %s, want %s", path, got, want)
		}
	}
}

func TestDoLeavesOutAloneWhenTheAnswerDoesNotFit(t *testing.T) {
	t.Parallel()
	out := struct {
		Name string
		Rank int
	}{Name: "before"}
	err := answeredWith(t, http.StatusOK, "application/json", `{"Name":"after","Rank":"high"}`, func(client *superoffice.Client) error {
		return client.Do(t.Context(), http.MethodGet, "User/1", nil, &out)
	})
	if !errors.Is(err, superoffice.ErrInvalidResponse) || out.Name != "before" {
		t.Errorf("got %+v with %v", out, err)
	}
}

func TestDoWithoutOutTakesA2xxWhateverItsBody(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		header http.Header
		body   io.Reader
	}{
		"cut short":                   {body: io.MultiReader(strings.NewReader("{"), brokenBody{})},
		"in an encoding nobody knows": {header: http.Header{"Content-Encoding": {"br"}}, body: strings.NewReader("x")},
		"above the limit":             {body: strings.NewReader("0123456789")},
		"a page":                      {header: http.Header{"Content-Type": {"text/html"}}, body: strings.NewReader("<html>")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			client := newClient(t, base, pageAuth, superoffice.WithMaxResponseBytes(5),
				silent(func(req *http.Request) (*http.Response, error) {
					header := row.header
					if header == nil {
						header = http.Header{}
					}
					return &http.Response{StatusCode: http.StatusOK, Header: header, Body: io.NopCloser(row.body), ContentLength: -1, Request: req}, nil
				}))
			if err := client.Do(t.Context(), http.MethodPost, "User/Validate", nil, nil); err != nil {
				t.Error(err)
			}
		})
	}
}

type brokenBody struct{}

func (brokenBody) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }
