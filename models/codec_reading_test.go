package models

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
)

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
		{"date", `{"WhenIdle":"2002-02-30T00:00:00"}`, "WhenIdle", "not a date: no such day"},
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
			want := "ChatSessionEntity"
			if tc.body == deep {
				want = "MDOListItem"
			}
			if tc.path != "" {
				want += "." + tc.path
			}
			if !strings.HasSuffix(want, "[") && !strings.HasSuffix(want, "[0]") {
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

func TestWhatWasReadSharesNoMemoryWithTheBody(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("long ", 2000)
	body := `{"Name":"a","Tooltip":"` + long + `","Type":"Later","UserName":"e\u0301","Lastlogin":"2002-03-31T18:00:00",` +
		`"CustomFields":{"Å":"b","c":"d"},"Ärger":[1],"_Links":{"Self":"x"},"LicenseOwners":[{"Name":"e"},{"Name":"","Neu":2}]}`
	var got, want UserWithLinks
	text := []byte(body)
	if err := errors.Join(got.UnmarshalJSON(text), want.UnmarshalJSON([]byte(body))); err != nil {
		t.Fatal(err)
	}
	for i := range text {
		text[i] = '#'
	}
	if !reflect.DeepEqual(got, want) || got.Name != "a" || got.Tooltip != long || got.CustomFields["Å"] != "b" || string(got.Unknown("Ärger")) != "[1]" {
		t.Errorf("got %+v", got)
	}
	bad := []byte(`{"CustomFields":{"key":1}}`)
	err := got.UnmarshalJSON(bad)
	clear(bad)
	if err == nil || err.Error() != `User.CustomFields["key"]: want a string, found a number` {
		t.Errorf("got %v", err)
	}
}
