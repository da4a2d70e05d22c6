package xmlwire_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/internal/xmlwire"
	"github.com/go-superoffice/superoffice/models"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The bodies of the documentation pages in their XML form.
func TestPagesAsXML(t *testing.T) {
	t.Parallel()
	t.Run("chatsession-request", func(t *testing.T) { t.Parallel(); page[models.ChatSessionEntity](t) })
	t.Run("chatsession-response", func(t *testing.T) { t.Parallel(); page[models.ChatSessionEntityWithLinks](t) })
	t.Run("user-request", func(t *testing.T) { t.Parallel(); page[models.User](t) })
	t.Run("user-response", func(t *testing.T) { t.Parallel(); page[models.UserWithLinks](t) })
}

func page[T any](t *testing.T) {
	t.Helper()
	name := filepath.Base(t.Name())
	body, err := os.ReadFile(filepath.Join("..", "..", "models", "testdata", "pages", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	doc := roundTrip(t, decode[T](t, string(body)))
	golden := filepath.Join("testdata", name+".xml")
	if *update {
		if err := os.WriteFile(golden, []byte(lines(doc)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := lines(doc); got != string(want) {
		t.Errorf("%s differs:\n%s", golden, got)
	}
}

// lines makes one line of every element of a document, for a reader's sake.
func lines(doc string) string { return strings.ReplaceAll(doc, "><", ">\n<") + "\n" }

// What the pages do not show comes back the same through XML, value by value.
func TestEntitiesComeBackFromXML(t *testing.T) {
	t.Parallel()
	for situation, body := range map[string]string{
		"nothing":                    `{}`,
		"no date, far future":        `{"Lastlogin":"0001-01-01T00:00:00","Lastlogout":"9999-12-31T23:59:59.9999999"}`,
		"an offset without colon":    `{"Lastlogin":"2018-12-24T07:34:45-0500"}`,
		"a date without an offset":   `{"Lastlogin":"2020-08-19T17:12:16.9553621"}`,
		"rights in their spellings":  `{"TableRight":{"Mask":"RI, RestrictedUpdate"},"Role":{"TableRight":{"Mask":"FULL","Reason":"[SR_X]"}}}`,
		"the right on a dotted key":  `{"FieldProperties":{"UserDefinedFields.machine_type":{"FieldRight":{"Mask":"Update, UIHintMandatory","Reason":"r"},"FieldType":"System.Int32","FieldLength":-1}}}`,
		"custom fields":              `{"CustomFields":{"SuperOffice:1":"[I:14]","SuperOffice:1:DisplayText":"","x_name":"[D:06/01/2020]","function-1":"a & <b>","":"no key","[x]":"True"}}`,
		"texts with white space":     `{"RequestSignature":" a\r\n\tb\n","Name":"\n"}`,
		"texts with markup":          `{"Name":"<Name>]]></Name>&amp;\"'","Tooltip":"😀 \u2028 \ufeff"}`,
		"an enumeration of tomorrow": `{"Type":"Robot","TicketCategories":[{"ChildItems":[{"ChildItems":[{"Id":3}]},{}]}]}`,
		"empty lists and maps":       `{"OtherGroups":[],"CustomFields":{},"FieldProperties":{},"Credentials":[{}],"LicenseOwners":[{"RestrictedModuleLicenses":[]}]}`,
		"a secret":                   `{"Credentials":[{"Type":{"Type":"password","ValueControl":"Password","CanCreatePerson":true},"Value":" hunter2\t"}]}`,
		"unknown members":            `{"Later":"text","a:b":{"c":"d","e":["1",{"f":""},null]},"Role":{"_x0041_":"y"},"Nothing":null}`,
	} {
		t.Run(situation, func(t *testing.T) {
			t.Parallel()
			roundTrip(t, decode[models.User](t, body))
		})
	}
	t.Run("an address with rows", func(t *testing.T) {
		t.Parallel()
		doc := roundTrip(t, decode[models.Contact](t, `{"Address":{"LocalizedAddress":[[{"Name":"Zipcode","ValueLength":16},{"Name":"City"}],[],[{}]],
			"Wgs84Latitude":59.95,"Street":{"AtypeIdx":"ContactStreetAddress","City":"Oslo","New":"n"}}}`))
		if !strings.Contains(doc, "<LocalizedAddress><ArrayOfLocalizedField><LocalizedField><Name>Zipcode</Name>") {
			t.Error(doc)
		}
	})
	t.Run("links", func(t *testing.T) {
		t.Parallel()
		roundTrip(t, decode[models.ChatSessionEntityWithLinks](t, `{"ChatSessionId":1,"_Links":{"Self":"https://sod2.superoffice.com:443/Cust12345/api/v1/Project/1/","Archive.Activities":"a?b=c&d"}}`))
	})
}

// Whoever reads an error does not see in which of the two forms the body came.
func TestFaultsAreNamedAlikeInXMLAndJSON(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ situation, element, member, path, both string }{
		{"a word for a number", "<AssociateId>x</AssociateId>", `"AssociateId":"x"`, "User.AssociateId: ", ""},
		{"a number of 64 bits", "<AssociateId>99999999999</AssociateId>", `"AssociateId":99999999999`, "", "User.AssociateId: a number outside of 32 bits"},
		{"a word for a boolean", "<Deleted>no</Deleted>", `"Deleted":"no"`, "User.Deleted: ", ""},
		{"no such day", "<Lastlogin>2002-02-30T00:00:00</Lastlogin>", `"Lastlogin":"2002-02-30T00:00:00"`, "", "User.Lastlogin: not a date: no such day"},
		{"in a list", "<OtherGroups><UserGroup/><UserGroup><Id>x</Id></UserGroup></OtherGroups>", `"OtherGroups":[{},{"Id":"x"}]`, "User.OtherGroups[1].Id: ", ""},
	} {
		t.Run(test.situation, func(t *testing.T) {
			t.Parallel()
			body, err := xmlwire.Decode([]byte("<UserWithLinks>"+test.element+"</UserWithLinks>"), reflect.TypeFor[models.UserWithLinks]())
			if err == nil {
				err = new(models.UserWithLinks).UnmarshalJSON(body)
			}
			for form, err := range map[string]error{"XML": err, "JSON": new(models.UserWithLinks).UnmarshalJSON([]byte("{" + test.member + "}"))} {
				if err == nil || !strings.HasPrefix(err.Error(), test.path) || test.both != "" && err.Error() != test.both {
					t.Errorf("%s: got %v, want %s%s", form, err, test.path, test.both)
				}
			}
		})
	}
}

func decode[T any](t *testing.T, body string) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(body), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// roundTrip sends an entity through XML, with and without a namespace, and
// gives the document without one.
func roundTrip[T any](t *testing.T, v T) string {
	t.Helper()
	body, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var doc []byte
	for _, namespace := range []string{"http://www.superoffice.net/ws/crm/NetServer/11.2.0.0", ""} {
		if doc, err = xmlwire.Encode(body, reflect.TypeFor[T](), "", namespace); err != nil {
			t.Fatal(err)
		}
		back, err := xmlwire.Decode(doc, reflect.TypeFor[T]())
		if err != nil {
			t.Fatalf("%v\n%s", err, doc)
		}
		again, err := json.Marshal(decode[T](t, string(back)))
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(parsed(t, again), parsed(t, body)) {
			t.Errorf("sent %s\ngot  %s\nover %s", body, again, doc)
		}
	}
	return string(doc)
}
