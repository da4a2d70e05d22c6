package superofficetest_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"encoding/xml"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

// The same user in each of the media types of requests.
func sameUser() map[string]string {
	const asJSON = `{"Name":"OLA","Rank":3,"Deleted":true,"Lastlogin":"2026-02-23T09:52:01.5Z","Type":"InternalAssociate",` +
		`"Role":{"Id":7},"OtherGroups":[{"Id":2,"Value":"Sales"},{"Id":3}],"CustomFields":{"SuperOffice:1":"[I:14]"}}`
	const asXML = `<?xml version="1.0" encoding="utf-8"?><User xmlns:i="http://www.w3.org/2001/XMLSchema-instance">` +
		`<FieldProperties i:nil="true"/><CustomFields><KeyValueOfstringstring><Key>SuperOffice:1</Key><Value>[I:14]</Value>` +
		`</KeyValueOfstringstring></CustomFields><Deleted>true</Deleted><Lastlogin>2026-02-23T09:52:01.5Z</Lastlogin>` +
		`<Name>OLA</Name><OtherGroups><UserGroup><Id>2</Id><Value>Sales</Value></UserGroup><UserGroup><Id>3</Id></UserGroup>` +
		`</OtherGroups><Person i:nil="true"/><Rank>3</Rank><Role><Id>7</Id></Role><Tooltip></Tooltip><Type>InternalAssociate</Type></User>`
	const asForm = `Name=OLA&Rank=3&Deleted=true&Lastlogin=2026-02-23T09%3A52%3A01.5Z&Type=InternalAssociate&Role%5BId%5D=7` +
		`&OtherGroups[1].Id=3&OtherGroups[0][Id]=2&OtherGroups[0][Value]=Sales&CustomFields[SuperOffice:1]=[I:14]`
	return map[string]string{
		"application/json": asJSON, "text/json": asJSON, "application/json-patch+json": asJSON,
		"application/merge-patch+json": asJSON, "application/xml": asXML, "text/xml": asXML,
		"application/x-www-form-urlencoded": asForm,
	}
}

func TestEveryMediaTypeToEveryOther(t *testing.T) {
	t.Parallel()
	var want models.User
	if err := json.Unmarshal([]byte(sameUser()["application/json"]), &want); err != nil {
		t.Fatal(err)
	}
	for sent, body := range sameUser() {
		for asked := range sameUser() {
			if asked == "application/x-www-form-urlencoded" {
				continue
			}
			t.Run(sent+" to "+asked, func(t *testing.T) {
				t.Parallel()
				srv := superofficetest.Start(t)
				res, answer := call(t, srv, "POST", "/api/v1/User", body, "Content-Type: "+sent, "Accept: "+asked)
				wantStatus(t, res, answer, http.StatusOK)
				if got := res.Header.Get("Content-Type"); got != asked+"; charset=utf-8" {
					t.Errorf("Content-Type is %q", got)
				}
				if diff := superofficetest.Diff(want, srv.Requests()[0].User); diff != "" {
					t.Errorf("received something else:\n%s", diff)
				}
				wantUser(t, answer, strings.HasSuffix(asked, "xml"))
			})
		}
	}
}

func wantUser(t *testing.T, answer string, isXML bool) {
	t.Helper()
	if !isXML {
		wantPart(t, answer, `"Name":"OLA"`, `"Lastlogin":"2026-02-23T09:52:01.5"`, `"Role":{"Id":7,`, `"_Links":{"Self":"`)
		return
	}
	var user struct {
		XMLName   xml.Name
		Name      string
		Lastlogin string
		Role      struct{ Id int }
		Groups    []struct {
			Id    int
			Value string
		} `xml:"OtherGroups>UserGroup"`
		Fields []struct{ Key, Value string } `xml:"CustomFields>KeyValueOfstringstring"`
		Links  []struct{ Key, Value string } `xml:"_Links>KeyValueOfstringstring"`
	}
	if err := xml.Unmarshal([]byte(answer), &user); err != nil {
		t.Fatalf("%v in %s", err, answer)
	}
	if user.XMLName.Local != "UserWithLinks" || user.Name != "OLA" || user.Lastlogin != "2026-02-23T09:52:01.5" ||
		user.Role.Id != 7 || len(user.Groups) != 2 || user.Groups[0].Value != "Sales" ||
		user.Fields[0].Value != "[I:14]" || user.Links[0].Key != "Self" {
		t.Errorf("answered %s", answer)
	}
}

func TestXMLAnswersAreInDataContractOrder(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t, superofficetest.WithXMLNamespace("urn:so"))
	_, body := call(t, srv, "POST", "/api/v1/ChatSession", `{"User":{"Name":"<BB>"}}`, "Accept: application/xml")
	at := 0
	for _, part := range []string{
		`<ChatSessionEntityWithLinks xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="urn:so">`,
		`<FieldProperties><KeyValueOfstringFieldProperty><Key>`, `<TableRight><Mask>FULL</Mask>`, `<AlertLevel>0</AlertLevel>`,
		`<ChatSessionId>1</ChatSessionId>`, `<Contact i:nil="true" />`, `<User><FieldProperties></FieldProperties>`,
		`<TableRight i:nil="true" />`, `<Name>&lt;BB&gt;</Name>`, `<WhenStarted>`, `<_Links>`,
	} {
		i := strings.Index(body[at:], part)
		if i < 0 {
			t.Fatalf("%s is missing or out of order in %s", part, body)
		}
		at += i
	}
}

func TestXMLRequests(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		options []superofficetest.Option
		body    string
		status  int
		want    string
	}{
		"any namespace and order": {
			body:   `<User xmlns="http://www.superoffice.net/ws/crm/NetServer/11.2.0.0"><Tooltip>b</Tooltip><Name>A</Name></User>`,
			status: 200, want: `"Name":"A","Rank":0,"Tooltip":"b"`,
		},
		"order that a DataContract reader does not see": {
			options: []superofficetest.Option{superofficetest.WithXMLOrder()},
			body:    `<User><Tooltip>b</Tooltip><Name>A</Name><TableRight/></User>`,
			status:  200, want: `"Name":"","Rank":0,"Tooltip":"b"`,
		},
		"order that it does see": {
			options: []superofficetest.Option{superofficetest.WithXMLOrder()},
			body:    `<User><TableRight/><FieldProperties/><Name>A</Name><Tooltip>b</Tooltip></User>`,
			status:  200, want: `"Name":"A","Rank":0,"Tooltip":"b"`,
		},
		"the demanded namespace": {
			options: []superofficetest.Option{superofficetest.WithXMLNamespace("urn:so")},
			body:    `<User xmlns="urn:so"><Name>A</Name><Tooltip xmlns="urn:other">b</Tooltip></User>`,
			status:  200, want: `"Name":"A","Rank":0,"Tooltip":""`,
		},
		"another namespace": {
			options: []superofficetest.Option{superofficetest.WithXMLNamespace("urn:so")},
			body:    `<User><Name>A</Name></User>`, status: 400, want: `ArgumentException`,
		},
		"a map by the names of its elements": {
			body:   `<User><CustomFields><x_a>1</x_a><SuperOffice_x003A_1>2</SuperOffice_x003A_1></CustomFields></User>`,
			status: 200, want: `"CustomFields":{"SuperOffice:1":"2","x_a":"1"}`,
		},
		"flags parted by spaces": {
			body:   `<User><Role><TableRight><Mask>Select Update</Mask></TableRight></Role></User>`,
			status: 200, want: `"Role":{"Id":0`,
		},
		"an empty number": {body: `<User><Rank></Rank><Name>A</Name></User>`, status: 200, want: `"Rank":0`},
		"a number as text": {
			body: `<User><Role><Id>seven</Id></Role></User>`, status: 400, want: `Role.Id: not a number`,
		},
		"a yes for a true":        {body: `<User><Deleted>yes</Deleted></User>`, status: 400, want: `Deleted: not true or false`},
		"another root":            {body: `<Contact/>`, status: 400, want: `User was expected`},
		"a document type":         {body: `<!DOCTYPE User [<!ENTITY x "y">]><User/>`, status: 400, want: `document type`},
		"an entity":               {body: `<User><Name>&x;</Name></User>`, status: 400, want: `not XML`},
		"another charset":         {body: `<?xml version="1.0" encoding="latin1"?><User/>`, status: 400, want: `not XML`},
		"no XML":                  {body: `{"Name":"A"}`, status: 400, want: `not XML`},
		"two roots":               {body: `<User/><User/>`, status: 400, want: `not XML`},
		"XML that breaks off":     {body: `<User><Name>A`, status: 400, want: `not XML`},
		"ten thousand levels":     {body: strings.Repeat("<User>", 10_000), status: 400, want: `nested too deeply`},
		"null for the whole user": {body: `<User xmlns:i="x" i:nil="true"/>`, status: 400, want: `ArgumentException`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t, test.options...)
			res, body := call(t, srv, "POST", "/api/v1/User", test.body, "Content-Type: application/xml")
			wantStatus(t, res, body, test.status)
			wantPart(t, body, test.want)
		})
	}
}

func TestFormRequests(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		body   string
		status int
		want   string
	}{
		"names in any case":       {body: `name=A`, status: 200, want: `"Name":"A"`},
		"a value given twice":     {body: `Name=A&Name=B`, status: 200, want: `"Name":"A"`},
		"a map by Key and Value":  {body: `CustomFields[0].Key=a&CustomFields[0].Value=b`, status: 200, want: `"CustomFields":{"a":"b"}`},
		"more than ten items":     {body: `OtherGroups[10][Id]=10&OtherGroups[9][Id]=9`, status: 200, want: `"Id":9,`},
		"an open bracket":         {body: `Role[Id=1`, status: 400, want: `not closed`},
		"a percent sign":          {body: `Name=%`, status: 400, want: `not a form`},
		"a name without end":      {body: strings.Repeat("a.", 1000) + "=1", status: 400, want: `nested too deeply`},
		"a number as text":        {body: `Rank=1x`, status: 400, want: `Rank: not a number`},
		"a number out of range":   {body: `Rank=99999999999`, status: 400, want: `Rank`},
		"a member without value":  {body: `Rank=&Name=A`, status: 200, want: `"Name":"A"`},
		"a member nobody knows":   {body: `Unicorn[0]=1&Name=A`, status: 200, want: `"Name":"A"`},
		"an object as plain text": {body: `Role=1`, status: 200, want: `"Role":{"Id":0`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t)
			res, body := call(t, srv, "POST", "/api/v1/User", test.body, "Content-Type: application/x-www-form-urlencoded")
			wantStatus(t, res, body, test.status)
			wantPart(t, body, test.want)
		})
	}
}

func TestNegotiation(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		headers []string
		status  int
		answer  string
	}{
		"no Accept":                  {status: 200, answer: "application/json; charset=utf-8"},
		"anything":                   {headers: []string{"Accept: */*"}, status: 200, answer: "application/json; charset=utf-8"},
		"a family":                   {headers: []string{"Accept: text/*"}, status: 200, answer: "text/json; charset=utf-8"},
		"weights":                    {headers: []string{"Accept: text/xml;q=0.2, text/json;q=0.9"}, status: 200, answer: "text/json; charset=utf-8"},
		"the first of equals":        {headers: []string{"Accept: text/xml, text/json"}, status: 200, answer: "text/xml; charset=utf-8"},
		"none that the server has":   {headers: []string{"Accept: image/png"}, status: 406},
		"weight zero":                {headers: []string{"Accept: application/json;q=0"}, status: 406},
		"a body of no type":          {headers: []string{"Content-Type: "}, status: 415},
		"a body of another type":     {headers: []string{"Content-Type: text/plain"}, status: 415},
		"a body in another charset":  {headers: []string{"Content-Type: application/json; charset=iso-8859-1"}, status: 415},
		"a compressed body":          {headers: []string{"Content-Encoding: gzip"}, status: 415},
		"a type that does not parse": {headers: []string{"Content-Type: ;;"}, status: 415},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t)
			res, body := call(t, srv, "POST", "/api/v1/User", `{"Name":"A"}`, test.headers...)
			wantStatus(t, res, body, test.status)
			if got := res.Header.Get("Content-Type"); test.answer != "" && got != test.answer {
				t.Errorf("Content-Type is %q", got)
			}
			if stored := len(srv.Users()); (stored == 1) != (test.status == http.StatusOK) {
				t.Errorf("%d users are stored", stored)
			}
		})
	}
}

func TestByteOrderMarkIsSkipped(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	res, body := call(t, srv, "POST", "/api/v1/User", "\xef\xbb\xbf"+`{"Name":"A"}`)
	wantStatus(t, res, body, http.StatusOK)
}

func TestGzipWhenAsked(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	_, plain := call(t, srv, "POST", "/api/v1/User", `{"Name":"A"}`)
	res, packed := call(t, srv, "GET", "/api/v1/User/1", "", "Accept-Encoding: gzip, deflate")
	if res.Header.Get("Content-Encoding") != "gzip" || res.Header.Get("Vary") != "Accept-Encoding" {
		t.Fatalf("headers are %v", res.Header)
	}
	reader, err := gzip.NewReader(bytes.NewReader([]byte(packed)))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(reader)
	if err != nil {
		t.Fatal(err)
	}
	if string(text) != plain {
		t.Errorf("unpacked to %s", text)
	}
	if res, _ = call(t, srv, "GET", "/api/v1/User/1", "", "Accept-Encoding: gzip;q=0"); res.Header.Get("Content-Encoding") != "" {
		t.Error("packed for a client that cannot unpack")
	}
}

func TestBodyOverTheLimit(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t, superofficetest.WithMaxBody(20))
	res, body := call(t, srv, "POST", "/api/v1/User", `{"Name":"`+strings.Repeat("a", 100)+`"}`)
	wantStatus(t, res, body, http.StatusRequestEntityTooLarge)
	res, body = call(t, srv, "POST", "/api/v1/User", `{"Name":"A"}`)
	wantStatus(t, res, body, http.StatusOK)
}
