package models

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// seedBodies adds the bodies of testdata and what breaks careless decoders.
func seedBodies(f *testing.F) {
	f.Helper()
	files, err := filepath.Glob("testdata/*/*.json")
	if err != nil || len(files) == 0 {
		f.Fatalf("no bodies in testdata: %v", err)
	}
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body)
	}
	for _, body := range []string{
		``, `null`, `{}`, `[]`, `{"`, `{"Name":"\ud800"}`, `{"name":"a","Name":"b","NAME":"c"}`, `{"New":1e999,"New":2}`,
		`{"Type":7,"Status":"3","Flags":1}`, `{"Lastlogin":"0001-01-01T01:00:00+01:00"}`, `{"Rank":-0,"AssociateId":2147483648}`,
		`{"FieldProperties":{"a":null,"":{}}}`, `{"LicenseOwners":[null]}`, "{\"Name\":\"\xff\"}", strings.Repeat(`{"x":`, 600),
		`{"TicketCategories":[{"ChildItems":[{"ChildItems":[]}]}]}`, `{} x`, `{"x":[1,2,{"y":null}],}`,
	} {
		f.Add([]byte(body))
	}
}

func FuzzDecodeChatSession(f *testing.F) {
	seedBodies(f)
	f.Fuzz(func(t *testing.T, body []byte) {
		fuzzCarrier(t, body, new(ChatSessionEntityWithLinks), new(ChatSessionEntityWithLinks))
	})
}

func FuzzDecodeUser(f *testing.F) {
	seedBodies(f)
	f.Fuzz(func(t *testing.T, body []byte) { fuzzCarrier(t, body, new(UserWithLinks), new(UserWithLinks)) })
}

// fuzzCarrier holds that a body is read whole or not at all, that only JSON is
// read, and that what is written reads as the same value.
func fuzzCarrier(t *testing.T, body []byte, x, again carrier) {
	t.Helper()
	if err := x.UnmarshalJSON(body); err != nil {
		if !reflect.ValueOf(x).Elem().IsZero() {
			t.Fatalf("half an entity after %v", err)
		}
		return
	}
	if !json.Valid(body) || !utf8.Valid(body) {
		t.Fatalf("read what is not JSON: %q", body)
	}
	written, err := x.MarshalJSON()
	if err != nil {
		t.Fatalf("cannot write what was read from %q: %v", body, err)
	}
	if !json.Valid(written) {
		t.Fatalf("wrote what is not JSON: %q", written)
	}
	if err := again.UnmarshalJSON(written); err != nil {
		t.Fatalf("cannot read what was written: %v in %q", err, written)
	}
	if !reflect.DeepEqual(x, again) {
		t.Fatalf("read %+v, wrote %q and read %+v", x, written, again)
	}
}

func FuzzDateTime(f *testing.F) {
	for _, text := range []string{
		"", "0001-01-01T00:00:00", "0001-01-01T01:00:00+01:00", "9999-12-31T23:59:59.9999999", "2018-12-24T07:34:45-0500",
		"2016-04-05T03:24:51.3648436+02:00", "2002-03-31T16:00:00Z", "2002-03-31T16:00:00.000-00:00", "2000-02-29", "0000-01-01T00:00:00+23:59",
		"2002-02-30T00:00:00", "2002-03-31T16:00:00.123456789Z", "2002-03-31T16:00:00+00:00",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var d DateTime
		if err := d.UnmarshalText([]byte(text)); err != nil {
			if d != (DateTime{}) {
				t.Fatalf("%q: half a date %#v", text, d)
			}
			return
		}
		got, err := d.MarshalText()
		if err != nil {
			t.Fatalf("%q cannot be written: %v", text, err)
		}
		if len(text) > dateLen && string(got) != text {
			t.Fatalf("%q is written as %q", text, got)
		}
		if std, err := time.Parse(time.RFC3339Nano, text); err == nil && (!std.Equal(d.Time) || d.IsFloating()) {
			t.Fatalf("%q is %v to the time package, %#v here", text, std, d)
		}
		if std, err := time.Parse("2006-01-02T15:04:05.999999999", text); err == nil && (!std.Equal(d.Time) || !d.IsFloating()) {
			t.Fatalf("%q is %v to the time package, %#v here", text, std, d)
		}
		var again DateTime
		if err := again.UnmarshalText(got); err != nil || again.String() != d.String() {
			t.Fatalf("%q became %#v, then %#v, %v", text, d, again, err)
		}
	})
}

func FuzzFlags(f *testing.F) {
	for _, value := range []string{
		`"FULL"`, `"RI, RestrictedUpdate"`, `"Select,Update"`, `37`, `"37"`, `0`, `"0"`, `-1`, `4097`, `2147483647`, `2147483648`, `1.5`, `null`, `"Unused4"`, `{}`, `""`,
	} {
		f.Add([]byte(value))
	}
	f.Fuzz(func(t *testing.T, value []byte) {
		fuzzName(t, value, new(TableRightMask))
		fuzzName(t, value, new(FieldRightMask))
		fuzzName(t, value, new(ChatSessionFlags))
		fuzzName(t, value, new(ChatSessionStatus))
	})
}

func fuzzName[T ~string, P interface {
	*T
	json.Unmarshaler
}](t *testing.T, value []byte, x P,
) {
	t.Helper()
	if err := x.UnmarshalJSON(value); err != nil {
		if *x != "" {
			t.Fatalf("%q gives %q after %v", value, *x, err)
		}
		return
	}
	if !json.Valid(value) {
		t.Fatalf("read what is not JSON: %q", value)
	}
	written, err := json.Marshal(*x)
	if err != nil {
		t.Fatal(err)
	}
	var again T
	if err := P(&again).UnmarshalJSON(written); err != nil || again != *x {
		t.Fatalf("%q became %q, then %q, %v", value, *x, again, err)
	}
	var number int32
	if json.Unmarshal(value, &number) == nil && !bytes.Equal(bytes.TrimSpace(value), []byte("null")) && number == 0 != (*x == "") {
		t.Fatalf("%q gives %q", value, *x)
	}
}
