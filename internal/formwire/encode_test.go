package formwire

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEncode(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ situation, json, form string }{
		{"nothing", `{}`, ``},
		{"a number", `{"AssociateId":1}`, `AssociateId=1`},
		{"a number in its own digits", `{"Amount":9141.8779999999988,"Rate":-1e3}`, `Amount=9141.8779999999988&Rate=-1e3`},
		{"booleans", `{"Deleted":true,"IsOnTravel":false}`, `Deleted=true&IsOnTravel=false`},
		{"texts", `{"Name":"Ola & Kari = 100% + 1/2","Empty":""}`, `Name=Ola & Kari = 100% + 1/2&Empty=`},
		{"text of any script", `{"Name":"Ærø 😀\r\n"}`, "Name=Ærø 😀\r\n"},
		{"members in their order", `{"b":1,"a":2}`, `b=1&a=2`},
		{"an object", `{"User":{"AssociateId":1,"Person":{"PersonId":2}}}`, `User[AssociateId]=1&User[Person][PersonId]=2`},
		{"a list of objects", `{"OtherGroups":[{"Id":2},{"Id":3,"Value":"x"}]}`, `OtherGroups[0][Id]=2&OtherGroups[1][Id]=3&OtherGroups[1][Value]=x`},
		{"a list of lists", `{"Rows":[[{"Name":"a"}],["b","c"]]}`, `Rows[0][0][Name]=a&Rows[1][0]=b&Rows[1][1]=c`},
		{"a map", `{"CustomFields":{"SuperOffice:1":"[I:14]","x_name":"True"}}`, `CustomFields[SuperOffice:1]=[I:14]&CustomFields[x_name]=True`},
		{"null", `{"Person":null,"Name":"n"}`, `Name=n`},
		{"empty lists and objects", `{"Person":{},"OtherGroups":[],"Deep":{"a":{"b":null}},"Name":"n"}`, `Name=n`},
		{"empty items before another keep its place", `{"Items":[{},null,[],{"a":null},{"Id":1}]}`, `Items[0]=&Items[1]=&Items[2]=&Items[3]=&Items[4][Id]=1`},
	} {
		t.Run(row.situation, func(t *testing.T) {
			t.Parallel()
			got, err := Encode([]byte(row.json))
			if err != nil {
				t.Fatal(err)
			}
			if want := escaped(row.form); string(got) != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

// escaped escapes the names and values of a readable form. In it only an & without
// blanks around it separates, and only the first = behind a name.
func escaped(form string) string {
	if form == "" {
		return ""
	}
	fields := strings.Split(strings.ReplaceAll(form, " & ", "\x00"), "&")
	for i, field := range fields {
		name, value, _ := strings.Cut(strings.ReplaceAll(field, "\x00", " & "), "=")
		fields[i] = url.QueryEscape(name) + "=" + url.QueryEscape(value)
	}
	return strings.Join(fields, "&")
}

func TestEncodeEscapesEverything(t *testing.T) {
	t.Parallel()
	got, err := Encode([]byte(`{"CustomFields":{"SuperOffice:1":"a b+c&d=e/å"}}`))
	if want := `CustomFields%5BSuperOffice%3A1%5D=a+b%2Bc%26d%3De%2F%C3%A5`; err != nil || string(got) != want {
		t.Errorf("got %s, %v; want %s", got, err, want)
	}
}

func TestEncodeRefuses(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ situation, json, message string }{
		{"nothing", ``, "malformed JSON"},
		{"null", `null`, "a form carries a JSON object, nothing else"},
		{"a list", `[{}]`, "a form carries a JSON object, nothing else"},
		{"a text", `"x"`, "a form carries a JSON object, nothing else"},
		{"two values", `{}{}`, "more than one JSON value"},
		{"half an object", `{"User":{"Name":`, "User[Name]: malformed JSON"},
		{"half a list", `{"Tags":["a"`, "Tags: malformed JSON"},
		{"a key with brackets", `{"CustomFields":{"x[0]":"v"}}`, `CustomFields: a form cannot carry a name with brackets: "x[0]"`},
		{"a member with brackets", `{"a]":1}`, `a form cannot carry a name with brackets: "a]"`},
		{"a member without a name", `{"User":{"":1}}`, `User: a form cannot carry a member without a name`},
		{"a deep nesting", strings.Repeat(`{"a":`, 501) + "1" + strings.Repeat("}", 501), "nested deeper than 500 levels"},
	} {
		t.Run(row.situation, func(t *testing.T) {
			t.Parallel()
			got, err := Encode([]byte(row.json))
			if err == nil || err.Error() != row.message {
				t.Errorf("got %s, %v; want error %s", got, err, row.message)
			}
		})
	}
}

// The bodies of the documentation pages, one field a line.
func TestPagesAsForms(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"chatsession-request", "user-request"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			body, err := os.ReadFile(filepath.Join("..", "..", "models", "testdata", "pages", name+".json"))
			if err != nil {
				t.Fatal(err)
			}
			form, err := Encode(body)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := url.ParseQuery(string(form)); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", name+".form")
			got := strings.ReplaceAll(string(form), "&", "\n") + "\n"
			if os.Getenv("UPDATE_GOLDEN") != "" {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs:\n%s", golden, got)
			}
		})
	}
}
