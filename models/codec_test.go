package models

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// carrier is what the generated code gives every carrier.
type carrier interface {
	json.Marshaler
	json.Unmarshaler
}

// carriersByFile gives a carrier for the first word of a body's file name.
var carriersByFile = map[string]func() carrier{
	"chatsession": func() carrier { return new(ChatSessionEntityWithLinks) },
	"user":        func() carrier { return new(UserWithLinks) },
	"project":     func() carrier { return new(Project) },
	"sale":        func() carrier { return new(Sale) },
	"contact":     func() carrier { return new(Contact) },
	"person":      func() carrier { return new(Person) },
	"associate":   func() carrier { return new(Associate) },
	"mdolistitem": func() carrier { return new(MDOListItem) },
	"address":     func() carrier { return new(Address) },
}

func TestBodiesSurviveReadingAndWriting(t *testing.T) {
	t.Parallel()
	for _, folder := range []string{"testdata/pages", "testdata/hard"} {
		checkFolder(t, folder)
	}
}

// TestRecordedBodiesSurvive reads bodies that may not be published, from the
// folder named by SUPEROFFICE_WIRE.
func TestRecordedBodiesSurvive(t *testing.T) {
	t.Parallel()
	folder := os.Getenv("SUPEROFFICE_WIRE")
	if folder == "" {
		t.Skip("SUPEROFFICE_WIRE names no folder")
	}
	for _, sub := range []string{"pages", "vendor"} {
		checkFolder(t, filepath.Join(folder, sub))
	}
}

func checkFolder(t *testing.T, folder string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no bodies in %s: %v", folder, err)
	}
	for _, file := range files {
		word, _, _ := strings.Cut(strings.TrimPrefix(filepath.Base(file), "recorded-"), "-")
		newCarrier := carriersByFile[word]
		if newCarrier == nil {
			t.Errorf("no carrier for %s", file)
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			body, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			checkLossless(t, newCarrier, body)
		})
	}
}

// checkLossless reads and writes a body with the codec and with encoding/json.
func checkLossless(t *testing.T, newCarrier func() carrier, body []byte) {
	t.Helper()
	x := newCarrier()
	if err := x.UnmarshalJSON(body); err != nil {
		t.Fatal(err)
	}
	written, err := x.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	for _, loss := range lost("", generic(t, body), generic(t, written)) {
		t.Error("lost: " + loss)
	}
	for _, gain := range lost("", generic(t, written), generic(t, body)) {
		t.Error("made up: " + gain)
	}
	again := newCarrier()
	if err := again.UnmarshalJSON(written); err != nil || !reflect.DeepEqual(again, x) {
		t.Errorf("reading what was written gives another value, %v", err)
	}
	std := newCarrier()
	if err := json.Unmarshal(body, std); err != nil || !sameButUnknown(t, std, x) {
		t.Errorf("encoding/json reads another value, %v", err)
	}
	stdWritten, err := json.Marshal(x)
	if err != nil || !reflect.DeepEqual(generic(t, stdWritten), generic(t, written)) {
		t.Errorf("encoding/json writes another value, %v", err)
	}
}

// sameButUnknown compares two carriers by what they write: encoding/json hands
// unmarshalers the text with its white space in place or not.
func sameButUnknown(t *testing.T, a, b carrier) bool {
	t.Helper()
	x, err := a.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	y, err := b.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	return reflect.DeepEqual(generic(t, x), generic(t, y))
}

func generic(t testing.TB, data []byte) any {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(string(data)))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v in %.300s", err, data)
	}
	return v
}

// lost tells what of a generic JSON value is not in another. Only what means
// nothing may be missing.
func lost(path string, from, in any) []string {
	if meansNothing(from) {
		return nil
	}
	switch from := from.(type) {
	case map[string]any:
		in, ok := in.(map[string]any)
		if !ok {
			return []string{path}
		}
		var all []string
		for name, value := range from {
			all = append(all, lost(path+"."+name, value, in[name])...)
		}
		return all
	case []any:
		in, ok := in.([]any)
		if !ok || len(in) != len(from) {
			return []string{path}
		}
		var all []string
		for i := range from {
			all = append(all, lost(fmt.Sprintf("%s[%d]", path, i), from[i], in[i])...)
		}
		return all
	case json.Number:
		if in, ok := in.(json.Number); ok && sameNumber(from, in) {
			return nil
		}
	default:
		if from == in {
			return nil
		}
	}
	return []string{fmt.Sprintf("%s: %v became %v", path, from, in)}
}

func sameNumber(a, b json.Number) bool {
	if a == b {
		return true
	}
	x, err1 := a.Float64()
	y, err2 := b.Float64()
	return err1 == nil && err2 == nil && x == y
}

func meansNothing(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case bool:
		return !v
	case string:
		return v == "" || strings.HasPrefix(v, "0001-01-01T")
	case json.Number:
		f, err := v.Float64()
		return err == nil && f == 0
	case []any:
		return len(v) == 0
	case map[string]any:
		for _, value := range v {
			if !meansNothing(value) {
				return false
			}
		}
		return true
	}
	return false
}

func TestUnknownMembersSurviveAtEveryDepth(t *testing.T) {
	t.Parallel()
	const body = `{
		"First": {"a": [1, 2.50, "x"]},
		"LicenseOwners": [{"Own": 1, "RestrictedModuleLicenses": [{"Per": "licence"}]}],
		"Person": {"Mood": null, "TableRight": {"Extent": 3}, "FieldProperties": {"f": {"Origin": "x", "FieldRight": {"Why": []}}}},
		"Odd\u0020name \"x\"": true,
		"First": "the last of two counts"
	}`
	var user User
	if err := user.UnmarshalJSON([]byte(body)); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		where string
		got   json.RawMessage
		want  string
	}{
		{"duplicate", user.Unknown("First"), `"the last of two counts"`},
		{"other case", user.Unknown("fIRST"), `"the last of two counts"`},
		{"name with escapes", user.Unknown(`Odd name "x"`), `true`},
		{"known member", user.Unknown("Person"), ``},
		{"element", user.LicenseOwners[0].Unknown("Own"), `1`},
		{"element of an element", user.LicenseOwners[0].RestrictedModuleLicenses[0].Unknown("Per"), `"licence"`},
		{"null", user.Person.Unknown("Mood"), `null`},
		{"TableRight", user.Person.TableRight.Unknown("Extent"), `3`},
		{"FieldProperty", user.Person.FieldProperties["f"].Unknown("Origin"), `"x"`},
		{"FieldRight", user.Person.FieldProperties["f"].FieldRight.Unknown("Why"), `[]`},
		{"StructuredAddress", StructuredAddress{unknown: membersOf(`"Geo":1`)}.Unknown("geo"), `1`},
		{"none", (Carrier{}).Unknown("x"), ``},
	} {
		if string(tc.got) != tc.want || tc.want == "" && tc.got != nil {
			t.Errorf("%s: got %q, want %q", tc.where, tc.got, tc.want)
		}
	}
	written, err := user.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"LicenseOwners":[{"RestrictedModuleLicenses":[{"Per": "licence"}],"Own": 1}],` +
		`"Person":{"TableRight":{"Extent": 3},"FieldProperties":{"f":{"FieldRight":{"Why": []},"Origin": "x"}},"Mood": null},` +
		`"Odd\u0020name \"x\"": true,"First": "the last of two counts"}`
	if string(written) != want {
		t.Errorf("got  %s\nwant %s", written, want)
	}

	copied := user
	copied.Name = "copy"
	copied.Unknown("First")[0] = 'X'
	if string(user.Unknown("First")) != `"the last of two counts"` {
		t.Error("Unknown gave the carrier's own memory")
	}
}

func TestReading(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		situation, body string
		want            User
	}{
		{"null", `null`, User{}},
		{"empty", ` {} `, User{}},
		{
			"null for every kind",
			`{"AssociateId":null,"Name":null,"LicenseOwners":null,"Role":null,"Deleted":null,"Lastlogin":null,"Type":null,"ExtraFields":null,"FieldProperties":null,"Credentials":[null,{"Value":null}],"Person":{"TableRight":{"Mask":null}}}`,
			User{Credentials: []Credential{{}, {}}, Person: &Person{Carrier: Carrier{TableRight: &TableRight{}}}},
		},
		{
			"empty lists and maps are kept",
			`{"LicenseOwners":[],"ExtraFields":{},"FieldProperties":{},"Role":{}}`,
			User{LicenseOwners: []LicenseOwner{}, ExtraFields: CustomFields{}, Role: &Role{}, Carrier: Carrier{FieldProperties: FieldProperties{}}},
		},
		{"enumeration by number", `{"Type":3}`, User{Type: UserTypeExternalAssociate}},
		{"enumeration by number in a string", `{"Type":"3"}`, User{Type: UserTypeExternalAssociate}},
		{"enumeration by an unknown number", `{"Type":77}`, User{Type: "77"}},
		{"enumeration by a negative number", `{"Type":-1}`, User{Type: "-1"}},
		{"enumeration number 0 is zero", `{"Type":0}`, User{}},
		{"enumeration number 0 in a string is zero", `{"Type":"0"}`, User{}},
		{"enumeration by an unknown name", `{"Type":"Robot"}`, User{Type: "Robot"}},
		{"enumeration by a huge number in a string", `{"Type":"99999999999"}`, User{Type: "99999999999"}},
		{"flags by number", `{"TableRight":{"Mask":37}}`, userWithMask("RI, RestrictedUpdate")},
		{"flags by a named number", `{"TableRight":{"Mask":15}}`, userWithMask("FULL")},
		{"flags by a number of two names", `{"TableRight":{"Mask":1}}`, userWithMask("Select")},
		{"flags by an unknown number", `{"TableRight":{"Mask":4096}}`, userWithMask("4096")},
		{"flags by a partly unknown number", `{"TableRight":{"Mask":4097}}`, userWithMask("4097")},
		{"flags by a negative number", `{"TableRight":{"Mask":-1}}`, userWithMask("-1")},
		{"flags number 0 is zero", `{"TableRight":{"Mask":0}}`, userWithMask("")},
		{"flags keep their text", `{"TableRight":{"Mask":"Update,Select , New"}}`, userWithMask("Update,Select , New")},
		{"other case", `{"associateid":1,"NAME":"x"}`, User{AssociateID: 1, Name: "x"}},
		{"the exact name wins in front", `{"Name":"exact","name":"other"}`, User{Name: "exact"}},
		{"the exact name wins behind", `{"name":"other","Name":"exact"}`, User{Name: "exact"}},
		{"of other cases the last wins", `{"name":"first","NAME":"last"}`, User{Name: "last"}},
		{"no date in any offset", `{"Lastlogin":"0001-01-01T01:00:00+01:00","Lastlogout":"0001-01-01T00:00:00"}`, User{}},
		{"only ASCII has cases", `{"Name":"x","Ran\u212a":1}`, userWithUnknown("x", `"Ran\u212a":1`)},
		{"escaped name", `{"N\u0061me":"x"}`, User{Name: "x"}},
		{"the last duplicate wins", `{"Name":"a","Name":"b"}`, User{Name: "b"}},
		{"the last duplicate wins whole", `{"Role":{"Id":1},"Role":{"Value":"x"}}`, User{Role: &Role{Value: "x"}}},
		{"the last duplicate is null", `{"Role":{"Id":1},"Role":null}`, User{}},
		{"lone surrogate", `{"Name":"a\ud800b"}`, User{Name: "a\ufffdb"}},
		{"lone low surrogate", `{"Name":"\udc00"}`, User{Name: "\ufffd"}},
		{"surrogates in the wrong order", `{"Name":"\udc00\ud800"}`, User{Name: "\ufffd\ufffd"}},
		{"surrogate and another escape", `{"Name":"\ud800\u0041"}`, User{Name: "\ufffdA"}},
		{"surrogate pair", `{"Name":"\ud83d\ude00"}`, User{Name: "😀"}},
		{"every escape", `{"Name":"\"\\\/\b\f\n\r\t\u00e5"}`, User{Name: "\"\\/\b\f\n\r\tå"}},
		{"largest and smallest number", `{"AssociateId":2147483647,"Rank":-2147483648}`, User{AssociateID: 2147483647, Rank: -2147483648}},
		{"minus zero", `{"Rank":-0}`, User{}},
		{"unused number is not read", `{"New":1e999}`, userWithUnknown("", `"New":1e999`)},
	} {
		t.Run(tc.situation, func(t *testing.T) {
			t.Parallel()
			got := User{Name: "before", Role: &Role{ID: 1}, TicketCategories: []MDOListItem{{}}}
			if err := got.UnmarshalJSON([]byte(tc.body)); err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, tc.want) {
				t.Errorf("got  %+v\nwant %+v", got, tc.want)
			}
			written, err := got.MarshalJSON()
			if err != nil {
				t.Fatal(err)
			}
			var again User
			if err := again.UnmarshalJSON(written); err != nil || !reflect.DeepEqual(again, got) {
				t.Errorf("%s reads as another value, %v", written, err)
			}
		})
	}
}

func userWithMask(mask TableRightMask) User {
	return User{Carrier: Carrier{TableRight: &TableRight{Mask: mask}}}
}

func userWithUnknown(name, raw string) User {
	return User{Name: name, Carrier: Carrier{unknown: membersOf(raw)}}
}

func TestReadingNamesThePathOfAnError(t *testing.T) {
	t.Parallel()
	deep := strings.Repeat(`{"ChildItems":[`, 5000)
	for _, tc := range []struct{ situation, body, path, reason string }{
		{"string for a number", `{"User":{"AssociateId":"7"}}`, "User.AssociateId", "want a whole number, found a string"},
		{"number for a string", `{"CustomerName":7}`, "CustomerName", "want a string, found a number"},
		{"number for a secret", `{"SessionKey":12345}`, "SessionKey", "want a string, found a number"},
		{"string for a boolean", `{"CustomerConsented":"true"}`, "CustomerConsented", "want true or false"},
		{"object for a string", `{"CustomerName":{}}`, "CustomerName", "want a string, found an object"},
		{"array for a carrier", `{"User":[]}`, "User", "want an object, found an array"},
		{"string for a carrier", `{"User":"x"}`, "User", "want an object, found a string"},
		{"object for a map", `{"User":{"CustomFields":[]}}`, "User.CustomFields", "want an object"},
		{"number in a map", `{"User":{"CustomFields":{"x":1}}}`, `User.CustomFields["x"]`, "want a string"},
		{"in a map of carriers", `{"FieldProperties":{"a.b":{"FieldLength":true}}}`, `FieldProperties["a.b"].FieldLength`, "want a whole number, found a boolean"},
		{"in a list", `{"Contact":{"Address":{"LocalizedAddress":[[],[{},{"ValueLength":""}]]}}}`, "Contact.Address.LocalizedAddress[1][1].ValueLength", "want a whole number"},
		{"object for a list", `{"Contact":{"Address":{"LocalizedAddress":{}}}}`, "Contact.Address.LocalizedAddress", "want an array"},
		{"object for an enumeration", `{"Status":{}}`, "Status", "want a name or a number"},
		{"boolean for flags", `{"Flags":true}`, "Flags", "want a name or a number"},
		{"fraction for an enumeration", `{"Status":1.5}`, "Status", "want a whole number"},
		{"overflow", `{"User":{"AssociateId":2147483648}}`, "User.AssociateId", "outside of 32 bits"},
		{"negative overflow", `{"User":{"AssociateId":-2147483649}}`, "User.AssociateId", "outside of 32 bits"},
		{"huge number", `{"User":{"AssociateId":` + strings.Repeat("9", 1000) + `}}`, "User.AssociateId", "outside of 32 bits"},
		{"overflow of an enumeration", `{"Status":99999999999}`, "Status", "outside of 32 bits"},
		{"fraction for a whole number", `{"TopicId":1.0}`, "TopicId", "want a whole number, found a fraction"},
		{"float overflow", `{"Sale":{"Amount":1e999}}`, "Sale.Amount", "outside of 64-bit floating point"},
		{"leading zero", `{"TopicId":01}`, "TopicId", "not written as JSON asks"},
		{"leading plus", `{"TopicId":+1}`, "TopicId", "want a whole number"},
		{"only a sign", `{"Sale":{"Amount":-}}`, "Sale.Amount", "not written as JSON asks"},
		{"no digits behind the point", `{"Sale":{"Amount":1.}}`, "Sale.Amount", "not written as JSON asks"},
		{"no exponent", `{"Sale":{"Amount":1e}}`, "Sale.Amount", "not written as JSON asks"},
		{"date", `{"WhenIdle":"2002-02-30T00:00:00"}`, "WhenIdle", `not a date: "2002-02-30T00:00:00": no such day`},
		{"number for a date", `{"WhenIdle":5}`, "WhenIdle", "want a string"},
		{"invalid UTF-8", "{\"CustomerName\":\"a\xffb\"}", "CustomerName", "not UTF-8"},
		{"UTF-8 of a surrogate", "{\"CustomerName\":\"\xed\xa0\x80\"}", "CustomerName", "not UTF-8"},
		{"invalid UTF-8 in an unknown member", "{\"User\":{\"New\":[\"\xff\"]}}", "User.New[0]", "not UTF-8"},
		{"invalid UTF-8 in a name", "{\"\xff\":1}", "", "not UTF-8"},
		{"control character", "{\"CustomerName\":\"a\nb\"}", "CustomerName", "control character"},
		{"unknown escape", `{"CustomerName":"\x"}`, "CustomerName", "escape"},
		{"short escape", `{"CustomerName":"\u00e"}`, "CustomerName", "escape"},
		{"escape with a sign", `{"CustomerName":"\u+0e5"}`, "CustomerName", "escape"},
		{"unknown word", `{"CustomerConsented":yes}`, "CustomerConsented", "want true or false"},
		{"cut word", `{"CustomerConsented":tru}`, "CustomerConsented", "want true"},
		{"bad unknown member", `{"User":{"New":{"a":[1,]}}}`, `User.New["a"][1]`, "want a value"},
		{"nested too deep", `{"User":{"New":` + strings.Repeat("[", 10000), "User.New[0][0]", "deeper than 500"},
		{"known carriers nested too deep", deep, "", ""},
		{"no comma", `{"TopicId":1 "Rank":2}`, "", "want ',' or '}'"},
		{"comma at the end", `{"TopicId":1,}`, "", "want a member name"},
		{"only a comma", `{,}`, "", "want a member name"},
		{"no colon", `{"TopicId" 1}`, "", "want ':'"},
		{"no value", `{"TopicId":}`, "TopicId", "want a whole number"},
		{"name without quotes", `{TopicId:1}`, "", "want a member name"},
		{"cut in a name", `{"Topic`, "", "the string has no end"},
		{"cut in a string", `{"User":{"Name":"abc`, "User.Name", "the string has no end"},
		{"cut in an escape", `{"User":{"Name":"abc\`, "User.Name", "escape"},
		{"cut in a list", `{"Contact":{"Address":{"LocalizedAddress":[[`, "Contact.Address.LocalizedAddress[0]", "the array has no end"},
		{"cut behind a value", `{"User":{"Name":"abc"`, "User", "the object has no end"},
		{"cut behind a colon", `{"User":`, "User", "want an object, found the end"},
		{"two values", `{} {}`, "", "text after the end"},
		{"junk behind", `{}x`, "", "text after the end"},
		{"an array", `[]`, "", "want an object, found an array"},
		{"a string", `"x"`, "", "want an object, found a string"},
		{"nothing", ``, "", "want an object, found the end of the text"},
		{"byte order mark", "\ufeff{}", "", "want an object"},
		{"page of HTML", `<html>`, "", `want an object, found "<"`},
		{"long unknown name", `{"User":{"` + strings.Repeat("n", 1000) + `":}}`, "User[", "want a value"},
	} {
		t.Run(tc.situation, func(t *testing.T) {
			t.Parallel()
			x := ChatSessionEntity{TopicID: 5}
			body := []byte(tc.body)
			var err error
			if tc.body == deep {
				var item MDOListItem
				if err = item.UnmarshalJSON(body); !reflect.DeepEqual(item, MDOListItem{}) {
					t.Error("half an entity")
				}
				tc.path, tc.reason = "ChildItems[0].ChildItems[0]", "deeper than 500"
			} else {
				err = x.UnmarshalJSON(body)
				if !reflect.DeepEqual(x, ChatSessionEntity{}) {
					t.Errorf("half an entity: %+v", x)
				}
			}
			if err == nil {
				t.Fatal("no error")
			}
			want := tc.path
			if want != "" && !strings.HasSuffix(want, "[") && !strings.HasSuffix(want, "[0]") {
				want += ": "
			}
			if !strings.HasPrefix(err.Error(), want) || !strings.Contains(err.Error(), tc.reason) {
				t.Errorf("got %.200v, want %s%s", err, want, tc.reason)
			}
			if strings.Contains(err.Error(), "12345") {
				t.Errorf("the error shows the value: %v", err)
			}
			// Both call the same code, but encoding/json looks for faults first.
			if std := json.Unmarshal(body, new(ChatSessionEntity)); std == nil && tc.body != deep {
				t.Error("encoding/json takes it")
			}
		})
	}
}

func TestWritingNamesThePathOfAnError(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		situation, path string
		value           json.Marshaler
	}{
		{"text that is not UTF-8", "CustomerName: ", ChatSessionEntity{CustomerName: "a\xff", TopicID: 1, Rank: 1, Contact: &Contact{Name: "\xff"}}},
		{"in a carrier", "User.Name: ", ChatSessionEntity{User: &Associate{Name: "\xff"}, Person: &Person{}, CustomerName: "x"}},
		{"not a number", "Sale.Amount: ", ChatSessionEntity{Sale: &Sale{Amount: math.NaN()}, Rank: 1}},
		{"infinite", "Sale.Amount: ", ChatSessionEntity{Sale: &Sale{Amount: math.Inf(1)}}},
		{"in a list", "LicenseOwners[1].Name: ", User{LicenseOwners: []LicenseOwner{{}, {Name: "\xff"}, {Name: "\xff"}}, Role: &Role{}}},
		{"in a list of lists", "LocalizedAddress[1][0].Label: ", Address{LocalizedAddress: [][]LocalizedField{nil, {{Label: "\xff"}}}}},
		{"in a map", `CustomFields["a"]: `, User{CustomFields: CustomFields{"a": "\xff", "b": "\xff"}}},
		{"name in a map", `CustomFields["\xff"]: `, User{CustomFields: CustomFields{"\xff": "x"}}},
		{"in a map of carriers", `FieldProperties["a"].FieldType: `, User{Carrier: Carrier{FieldProperties: FieldProperties{"a": {FieldType: "\xff"}}}}},
		{"in an enumeration", "Type: ", User{Type: "\xff"}},
		{"in a secret", "Credentials[0].Value: ", User{Credentials: []Credential{{Value: "\xff"}}}},
	} {
		t.Run(tc.situation, func(t *testing.T) {
			t.Parallel()
			b, err := tc.value.MarshalJSON()
			if err == nil || b != nil {
				t.Fatalf("got %s, %v", b, err)
			}
			if !strings.HasPrefix(err.Error(), tc.path) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestErrorsUnwrapToTheirCause(t *testing.T) {
	t.Parallel()
	user := User{Lastlogin: DateTime{}}
	user.Lastlogin.Time = user.Lastlogin.AddDate(20000, 0, 0)
	if _, err := user.MarshalJSON(); !errors.Is(err, errYearRange) {
		t.Error(err)
	}
}

func TestWritingIsStable(t *testing.T) {
	t.Parallel()
	fields := CustomFields{}
	properties := FieldProperties{}
	for i := range 20 {
		fields[fmt.Sprint("f", i)] = "x"
		properties[fmt.Sprint("f", i)] = FieldProperty{FieldLength: 1}
	}
	user := User{CustomFields: fields, Carrier: Carrier{FieldProperties: properties}}
	first, err := user.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		if next, err := user.MarshalJSON(); err != nil || string(next) != string(first) {
			t.Fatalf("%s\nthen %s, %v", first, next, err)
		}
	}
	next := first
	for _, name := range []string{"f0", "f1", "f10", "f11", "f2"} {
		_, rest, ok := strings.Cut(string(next), `"`+name+`":"x"`)
		if !ok {
			t.Fatalf("%s is out of order in %s", name, first)
		}
		next = []byte(rest)
	}
}

func TestWritingLeavesOutZero(t *testing.T) {
	t.Parallel()
	for want, user := range map[string]User{
		`{}`:                   {},
		`{"LicenseOwners":[]}`: {LicenseOwners: []LicenseOwner{}},
		`{"Role":{}}`:          {Role: &Role{}},
		`{"CustomFields":{},"FieldProperties":{}}`: {CustomFields: CustomFields{}, Carrier: Carrier{FieldProperties: FieldProperties{}}},
		`{"CustomFields":{"a":""}}`:                {CustomFields: CustomFields{"a": ""}},
	} {
		got, err := user.MarshalJSON()
		if err != nil || string(got) != want {
			t.Errorf("got %s, want %s, %v", got, want, err)
		}
	}
}

func TestEncodingJSONGivesTheSame(t *testing.T) {
	t.Parallel()
	const body = `{"AssociateId":1,"Type":4,"Lastlogin":"2002-03-31T18:00:00","New":[1],"_Links":{"Self":"x"}}`
	var want UserWithLinks
	if err := want.UnmarshalJSON([]byte(body)); err != nil {
		t.Fatal(err)
	}
	if want.AssociateID != 1 || want.Links["Self"] != "x" || want.Type != UserTypeAnonymousAssociate || string(want.Unknown("New")) != "[1]" {
		t.Fatalf("got %+v", want)
	}
	written, err := want.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	type T = UserWithLinks
	checkStd(t, body, want, written)
	checkStd(t, body, &want, written)
	checkStd(t, "["+body+"]", []T{want}, []byte("["+string(written)+"]"))
	checkStd(t, "["+body+"]", []*T{&want}, []byte("["+string(written)+"]"))
	checkStd(t, `{"k":`+body+"}", map[string]T{"k": want}, []byte(`{"k":`+string(written)+"}"))
	checkStd(t, `{"In":`+body+"}", struct{ In T }{want}, []byte(`{"In":`+string(written)+"}"))
	checkStd(t, `{"In":`+body+"}", struct{ In *T }{&want}, []byte(`{"In":`+string(written)+"}"))

	for _, typ := range []string{`"UserIsTyping"`, `1`} {
		var flags ChatSessionFlags
		if err := json.Unmarshal([]byte(typ), &flags); err != nil || flags != ChatSessionFlagsUserIsTyping {
			t.Errorf("%s gives %q, %v", typ, flags, err)
		}
	}
	status := ChatSessionStatusClosed
	if err := json.Unmarshal([]byte(`true`), &status); err == nil || status != "" {
		t.Errorf("true gives %q, %v", status, err)
	}
	if err := json.Unmarshal([]byte(`"9"`), &status); err != nil || status != ChatSessionStatusClosed {
		t.Errorf(`"9" gives %q, %v`, status, err)
	}
}

func checkStd[T any](t *testing.T, body string, want T, wantText []byte) {
	t.Helper()
	var got T
	if err := json.Unmarshal([]byte(body), &got); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%T: got %+v, %v", want, got, err)
	}
	if text, err := json.Marshal(want); err != nil || string(text) != string(wantText) {
		t.Errorf("%T: got %s, want %s, %v", want, text, wantText, err)
	}
}

func TestReadingAllocatesLittle(t *testing.T) {
	response := page(t, "chatsession-response")
	if n := testing.AllocsPerRun(10, func() {
		var x ChatSessionEntityWithLinks
		if err := x.UnmarshalJSON(response); err != nil {
			t.Error(err)
		}
	}); n > 60 {
		t.Errorf("reading the page's response makes %v allocations", n)
	}
	var x ChatSessionEntity
	if err := x.UnmarshalJSON(response); err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(10, func() {
		if _, err := x.MarshalJSON(); err != nil {
			t.Error(err)
		}
	}); n > 2 {
		t.Errorf("writing it makes %v allocations", n)
	}
}
