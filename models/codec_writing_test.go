package models

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
)

func TestWritingNamesThePathOfAnError(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		situation, path string
		value           json.Marshaler
	}{
		{"text that is not UTF-8", "ChatSessionEntity.CustomerName: ", ChatSessionEntity{CustomerName: "a\xff", TopicID: 1, Rank: 1, Contact: &Contact{Name: "\xff"}}},
		{"in a carrier", "ChatSessionEntity.User.Name: ", ChatSessionEntity{User: &Associate{Name: "\xff"}, Person: &Person{}, CustomerName: "x"}},
		{"not a number", "ChatSessionEntity.Sale.Amount: ", ChatSessionEntity{Sale: &Sale{Amount: math.NaN()}, Rank: 1}},
		{"infinite", "ChatSessionEntity.Sale.Amount: ", ChatSessionEntity{Sale: &Sale{Amount: math.Inf(1)}}},
		{"in a list", "User.LicenseOwners[1].Name: ", User{LicenseOwners: []LicenseOwner{{}, {Name: "\xff"}, {Name: "\xff"}}, Role: &Role{}}},
		{"in a list of lists", "Address.LocalizedAddress[1][0].Label: ", Address{LocalizedAddress: [][]LocalizedField{nil, {{Label: "\xff"}}}}},
		{"in a map", `User.CustomFields["a"]: `, User{CustomFields: CustomFields{"a": "\xff", "b": "\xff"}}},
		{"name in a map", `User.CustomFields["\xff"]: `, User{CustomFields: CustomFields{"\xff": "x"}}},
		{"in a map of carriers", `User.FieldProperties["a"].FieldType: `, User{Carrier: Carrier{FieldProperties: FieldProperties{"a": {FieldType: "\xff"}}}}},
		{"in an enumeration", "User.Type: ", User{Type: "\xff"}},
		{"in a secret", "User.Credentials[0].Value: ", User{Credentials: []Credential{{Value: "\xff"}}}},
		{"with links", "User.Name: ", UserWithLinks{User: User{Name: "\xff"}}},
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

func TestAppendingGivesTheSame(t *testing.T) {
	t.Parallel()
	const body = `{"AssociateId":1,"New":[1],"_Links":{"Self":"x"}}`
	var user UserWithLinks
	var session ChatSessionEntityWithLinks
	if err := errors.Join(user.UnmarshalJSON([]byte(body)), session.UnmarshalJSON([]byte(body))); err != nil {
		t.Fatal(err)
	}
	type both interface {
		json.Marshaler
		AppendJSON(b []byte) ([]byte, error)
	}
	for _, entity := range []both{user, user.User, session, session.ChatSessionEntity} {
		want, err := entity.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		got, err := entity.AppendJSON([]byte("before "))
		if err != nil || string(got) != "before "+string(want) {
			t.Errorf("%T: got %s, want %s, %v", entity, got, want, err)
		}
	}
	got, err := User{Name: "\xff"}.AppendJSON([]byte("before "))
	if _, want := (User{Name: "\xff"}).MarshalJSON(); err == nil || err.Error() != want.Error() || string(got) != "before " {
		t.Errorf("got %s, %v, want %v", got, err, want)
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
