package superoffice_test

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice"
)

func TestWhatTheBodyOfAFailureSays(t *testing.T) {
	t.Parallel()
	type said struct{ kind, message, source string }
	for name, row := range map[string]struct {
		body string
		want said
	}{
		"SuperOffice, with ErrorMessage": {
			`{ "Error": true, "ErrorType": "SoNotFoundException", "ErrorMessage": "User id 99999 not found", "ErrorSource": "SuperOffice.Testing" }`,
			said{"SoNotFoundException", "User id 99999 not found", "SuperOffice.Testing"},
		},
		"SuperOffice, with Message": {
			`{"Error":true,"ErrorType":"ArgumentException","Message":"The topic must exist: 'Topic' 77 not found","ErrorSource":"SuperOffice.Testing"}`,
			said{"ArgumentException", "The topic must exist: 'Topic' 77 not found", "SuperOffice.Testing"},
		},
		"SuperOffice, with both": {
			`{"ErrorType":"SoException","Message":"the one","ErrorMessage":"the other"}`,
			said{kind: "SoException", message: "the one"},
		},
		"SuperOffice, with FriendlyText":     {`{"ErrorMessage":"SQL 547","FriendlyText":"The user name is taken."}`, said{message: "The user name is taken."}},
		"Web API, with MessageDetail":        {`{"Message":"The request is invalid.","MessageDetail":"A null entry for parameter 'id'."}`, said{message: "The request is invalid. A null entry for parameter 'id'."}},
		"Web API, with MessageDetail alone":  {`{"MessageDetail":"No action was found."}`, said{message: "No action was found."}},
		"Web API, unauthorised":              {`{"Message":"Authorization has been denied for this request."}`, said{message: "Authorization has been denied for this request."}},
		"Web API, with a ModelState":         {`{"Message":"Invalid.","ModelState":{"UserName":["taken","too long"],"Name":["missing"]}}`, said{message: "Invalid. Name: missing UserName: taken UserName: too long"}},
		"Web API, with an exception":         {`{"Message":"An error has occurred.","ExceptionMessage":"Timeout expired.","ExceptionType":"System.TimeoutException","StackTrace":"   at s3cr3t"}`, said{kind: "System.TimeoutException", message: "An error has occurred. Timeout expired."}},
		"Web API, with exceptions inside":    {`{"Message":"An error has occurred.","InnerException":{"Message":"Second.","ExceptionType":"B","InnerException":{"Message":"Third.","ErrorSource":"C"}}}`, said{"B", "An error has occurred. Second. Third.", "C"}},
		"SuperOffice, with ExceptionInfo":    {`{"ErrorType":"SoException","ErrorMessage":"Cannot save","ExceptionInfo":{"Message":"Duplicate NickName"}}`, said{kind: "SoException", message: "Cannot save: Duplicate NickName"}},
		"problem details":                    {`{"type":"https://example.com/out","title":"Out of licences","status":403,"detail":"None is left.","instance":"/x"}`, said{message: "Out of licences: None is left."}},
		"problem details of a validation":    {`{"title":"Validation failed.","status":400,"errors":{"$.topicId":["Not a number."]},"traceId":"00-1"}`, said{message: "Validation failed. $.topicId: Not a number."}},
		"OAuth 2.0":                          {`{"error":"invalid_token","error_description":"The token expired"}`, said{message: "invalid_token: The token expired"}},
		"an error inside":                    {`{"error":{"code":"Forbidden","message":"Blocked by policy"}}`, said{message: "Blocked by policy"}},
		"names in any case":                  {`{"ERRORTYPE":"X","errormessage":"Y","errorSource":"Z"}`, said{"X", "Y", "Z"}},
		"members of other types":             {`{"ErrorType":7,"Message":["a"],"ErrorMessage":"Y","ErrorSource":null,"ModelState":"x"}`, said{message: "Y"}},
		"white space and line breaks":        {`{"Message":"  one\r\n\ttwo \u2028 three  "}`, said{message: "one two three"}},
		"characters that do not print":       {"{\"Message\":\"a\\u0000b\\u001b[31mc\\u202ed\"}", said{message: "ab[31mcd"}},
		"a byte order mark":                  {"\ufeff" + `{"Message":"hello"}`, said{message: "hello"}},
		"half an object":                     {`{"Message":"hel`, said{}},
		"an object without anything known":   {`{"Foo":"s3cr3t"}`, said{}},
		"an array":                           {`["s3cr3t"]`, said{}},
		"null":                               {"null", said{}},
		"a JSON text":                        {`"It did not work."`, said{message: "It did not work."}},
		"a text":                             {"Service  unavailable\r\n", said{message: "Service unavailable"}},
		"half a JSON text":                   {`"It did not`, said{message: `"It did not`}},
		"half an XML of something else":      {`<Foo><Bar>s3cr3t`, said{}},
		"a ModelState with one text":         {`{"ModelState":{"Name":"missing"}}`, said{message: "Name: missing"}},
		"a text that is cut inside a letter": {"x" + strings.Repeat("é", 1000), said{message: "x" + strings.Repeat("é", 249) + "…"}},
		"nothing":                            {"", said{}},
		"white space":                        {" \r\n", said{}},
		"Latin-1":                            {"Feil p\xe5 tjeneren", said{message: "Feil p\uFFFD tjeneren"}},
		"a page":                             {"<!DOCTYPE html>\n<html><head>\n<title>\n Down for  maintenance &amp; repair </title></head><body>s3cr3t</body></html>", said{message: "Down for maintenance & repair"}},
		"an XML error": {
			`<?xml version="1.0"?><Error xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><ErrorType>SoException</ErrorType><Message>Cannot &lt;save&gt;</Message><ErrorSource>SuperOffice.Testing</ErrorSource><Key>s3cr3t</Key></Error>`,
			said{"SoException", "Cannot <save>", "SuperOffice.Testing"},
		},
		"half an XML error":         {`<Error><Message>Cannot save</Message><Key>s3cr`, said{message: "Cannot save"}},
		"a page in capitals":        {`<HTML><HEAD><TITLE LANG="en">Service Unavailable</TITLE></HEAD><BODY>s3cr3t</BODY></HTML>`, said{message: "Service Unavailable"}},
		"a page without a title":    {"<html><body>s3cr3t</body></html>", said{message: "an HTML page without a title"}},
		"XML of the Web API":        {`<?xml version="1.0"?><Error><Message>No &lt;topic&gt;</Message><StackTrace>s3cr3t</StackTrace></Error>`, said{message: "No <topic>"}},
		"XML with a prefix":         {`<a:Error xmlns:a="x"><a:ErrorMessage>No</a:ErrorMessage></a:Error>`, said{message: "No"}},
		"XML of something else":     {`<Foo>s3cr3t</Foo>`, said{}},
		"a text that is long":       {strings.Repeat("é", 1000), said{message: strings.Repeat("é", 250) + "…"}},
		"an ErrorType that is long": {`{"ErrorType":"` + strings.Repeat("x", 60_000) + `"}`, said{kind: strings.Repeat("x", 500) + "…"}},
		"exceptions inside exceptions, 6": {
			`{"Message":"a.","InnerException":{"Message":"b.","InnerException":{"Message":"c.","InnerException":{"Message":"d.","InnerException":{"Message":"e.","InnerException":{"Message":"f."}}}}}}`,
			said{message: "a. b. c. d. e."},
		},
		"exceptions inside exceptions, 2 500": {strings.Repeat(`{"Message":"m","error":`, 5_000/2) + "{}" + strings.Repeat("}", 5_000/2), said{message: "m"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			client := newClient(t, base, pageAuth, silent(func(*http.Request) (*http.Response, error) {
				return &http.Response{StatusCode: http.StatusTeapot, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(row.body))}, nil
			}))
			err := createSmallUser(t, client)
			e, ok := errors.AsType[*superoffice.Error](err)
			if !ok {
				t.Fatalf("%v", err)
			}
			if got := (said{e.Type, e.Message, e.Source}); got != row.want {
				t.Errorf("said %+.300q\nwant %+.300q", got, row.want)
			}
			if !bytes.Equal(e.Body, []byte(row.body)) {
				t.Errorf("the body is not kept: %.300q", e.Body)
			}
			checkNoSecret(t, err)
		})
	}
}
