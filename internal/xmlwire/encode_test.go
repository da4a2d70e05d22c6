package xmlwire

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

const declaration = `<?xml version="1.0" encoding="utf-8"?>` + "\n"

func TestEncode(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ situation, json, xml string }{
		{"nothing", `{}`, ``},
		{"a text", `{"Name":"OLA"}`, `<Name>OLA</Name>`},
		{"an empty text", `{"Name":""}`, `<Name></Name>`},
		{"markup in a text", `{"Name":"<a> & \"b\" ]]>"}`, `<Name>&lt;a&gt; &amp; &quot;b&quot; ]]&gt;</Name>`},
		{"white space in a text", `{"Name":" a\r\n\tb "}`, "<Name> a&#xD;\n\tb </Name>"},
		{"a character beyond the first page", `{"Name":"\ud83d\ude00"}`, `<Name>😀</Name>`},
		{"numbers in their own digits", `{"Amount":9141.8779999999988,"EntityId":-7}`, `<Amount>9141.8779999999988</Amount><EntityId>-7</EntityId>`},
		{"a boolean", `{"Active":true}`, `<Active>true</Active>`},
		{"an enumeration", `{"Status":"InQueue"}`, `<Status>InQueue</Status>`},
		{"a date", `{"When":"0001-01-01T00:00:00"}`, `<When>0001-01-01T00:00:00</When>`},
		{"flags", `{"TableRight":{"Mask":"Select, Update"}}`, `<TableRight><Mask>Select Update</Mask></TableRight>`},
		{"flags as a number", `{"TableRight":{"Mask":3}}`, `<TableRight><Mask>3</Mask></TableRight>`},
		{"members by ordinal", `{"Status":"A","Name":"b","Active":true,"EntityId":1}`, `<Active>true</Active><EntityId>1</EntityId><Name>b</Name><Status>A</Status>`},
		{"base members first", `{"Active":true,"TableRight":{},"FieldProperties":{}}`, `<FieldProperties></FieldProperties><TableRight></TableRight><Active>true</Active>`},
		{"an unknown member among the own ones", `{"Name":"n","Later":"l","_new":1}`, `<Later>l</Later><Name>n</Name><_new>1</_new>`},
		{"a list", `{"OtherGroups":[{"Id":1},{}]}`, `<OtherGroups><Group><Id>1</Id></Group><Group></Group></OtherGroups>`},
		{"an empty list", `{"OtherGroups":[]}`, `<OtherGroups></OtherGroups>`},
		{"a list of lists", `{"Rows":[[{"Name":"a"},{"Name":"b"}],[]]}`, `<Rows><ArrayOfRow><Row><Name>a</Name></Row><Row><Name>b</Name></Row></ArrayOfRow><ArrayOfRow></ArrayOfRow></Rows>`},
		{"a list of texts", `{"Tags":["a","b"]}`, `<Tags><string>a</string><string>b</string></Tags>`},
		{"a list of numbers", `{"Codes":[1,2]}`, `<Codes><int>1</int><int>2</int></Codes>`},
		{"null in a list", `{"Tags":[null]}`, `<Tags><string i:nil="true"></string></Tags>`},
		{
			"a map of texts", `{"CustomFields":{"SuperOffice:1":"[I:14]","a b":""}}`,
			`<CustomFields><KeyValueOfstringstring><Key>SuperOffice:1</Key><Value>[I:14]</Value></KeyValueOfstringstring>` +
				`<KeyValueOfstringstring><Key>a b</Key><Value></Value></KeyValueOfstringstring></CustomFields>`,
		},
		{
			"a map of objects", `{"FieldProperties":{"f.x":{"FieldType":"System.Int32","FieldRight":null}}}`,
			`<FieldProperties><KeyValueOfstringfield><Key>f.x</Key><Value><FieldRight i:nil="true"></FieldRight>` +
				`<FieldType>System.Int32</FieldType></Value></KeyValueOfstringfield></FieldProperties>`,
		},
		{"a map of numbers", `{"Counts":{"a":1}}`, `<Counts><KeyValueOfstringint><Key>a</Key><Value>1</Value></KeyValueOfstringint></Counts>`},
		{"a map of anything", `{"Loose":{"b c":1,"a":[true,false]}}`, `<Loose><b_x0020_c>1</b_x0020_c><a>true</a><a>false</a></Loose>`},
		{"null", `{"Group":null}`, `<Group i:nil="true"></Group>`},
		{"an unknown object keeps its order", `{"New":{"b":1,"a":"x"}}`, `<New><b>1</b><a>x</a></New>`},
		{"an unknown array repeats its element", `{"New":[1,{"a":2},null]}`, `<New>1</New><New><a>2</a></New><New i:nil="true"></New>`},
		{"an unknown array of arrays", `{"New":[[1,2],[]]}`, `<New><anyType>1</anyType><anyType>2</anyType></New><New></New>`},
		{"an unknown name that XML does not allow", `{"a:b":1}`, `<a_x003A_b>1</a_x003A_b>`},
		{"a member of any type", `{"Extra":{"a":[1,2]}}`, `<Extra><a>1</a><a>2</a></Extra>`},
		{"a member given twice", `{"Name":"first","Name":"last"}`, `<Name>last</Name>`},
		{"a member in another case", `{"name":"n"}`, `<Name>n</Name>`},
	} {
		t.Run(row.situation, func(t *testing.T) {
			t.Parallel()
			got, err := Encode([]byte(row.json), entity(), "", "")
			if err != nil {
				t.Fatal(err)
			}
			start := "<Entity>"
			if strings.Contains(row.xml, "i:nil") {
				start = `<Entity xmlns:i="http://www.w3.org/2001/XMLSchema-instance">`
			}
			if want := declaration + start + row.xml + "</Entity>"; string(got) != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func TestEncodeRoot(t *testing.T) {
	t.Parallel()
	const nilRoot = ` xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"`
	for _, row := range []struct {
		situation, json string
		typ             reflect.Type
		root, namespace string
		xml             string
	}{
		{"named after the type", `{}`, entity(), "", "", `<Entity></Entity>`},
		{"named after the type behind a pointer", `{}`, reflect.TypeFor[**Entity](), "", "", `<Entity></Entity>`},
		{"named by the caller", `{}`, entity(), "ChatSessionEntity", "", `<ChatSessionEntity></ChatSessionEntity>`},
		{"base members, then the entity's, then the links", `{"_Links":{},"Name":"n","TableRight":{}}`, reflect.TypeFor[EntityWithLinks](), "", "", `<EntityWithLinks><TableRight></TableRight><Name>n</Name><_Links></_Links></EntityWithLinks>`},
		{"null", `null`, entity(), "", "", `<Entity` + nilRoot + `></Entity>`},
		{"a list", `[{"EntityId":1}]`, reflect.TypeFor[[]Entity](), "", "", `<ArrayOfEntity><Entity><EntityId>1</EntityId></Entity></ArrayOfEntity>`},
		{"a map names its elements by key", `{"Name":"n","a":{"b":"c"}}`, reflect.TypeFor[map[string]any](), "User", "", `<User><Name>n</Name><a><b>c</b></a></User>`},
		{"so does a map of texts", `{"Name":"n"}`, reflect.TypeFor[map[string]string](), "User", "", `<User><Name>n</Name></User>`},
		{"a map type with a name", `{"Id":1}`, reflect.TypeFor[looseMap](), "", "", `<looseMap><Id>1</Id></looseMap>`},
		{"no type at all", `{"Id":1}`, nil, "User", "", `<User><Id>1</Id></User>`},
		{"a text", `"x"`, reflect.TypeFor[string](), "string", "", `<string>x</string>`},
		{"a type of one's own", `{"Name":"n","raw":[1,2],"Data":"AQI="}`, reflect.TypeFor[plain](), "", "", `<plain><Data>AQI=</Data><Name>n</Name><raw>1</raw><raw>2</raw></plain>`},
		{"a namespace with markup", `{}`, entity(), "", `urn:"<&`, `<Entity xmlns="urn:&quot;&lt;&amp;"></Entity>`},
	} {
		t.Run(row.situation, func(t *testing.T) {
			t.Parallel()
			got, err := Encode([]byte(row.json), row.typ, row.root, row.namespace)
			if err != nil {
				t.Fatal(err)
			}
			if want := declaration + row.xml; string(got) != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

// With a namespace, DataContract's own structures lie in DataContract's.
func TestEncodeNamespace(t *testing.T) {
	t.Parallel()
	body := `{"Name":"n","Tags":["t"],"OtherGroups":[{"Id":1}],"Rows":[[{"Name":"r"}]],"CustomFields":{"k":"v"},
		"FieldProperties":{"f":{"FieldType":"x"}},"Group":null,"New":{"a":1}}`
	got, err := Encode([]byte(body), entity(), "", "http://www.superoffice.net/ws/crm/NetServer/11.2.0.0")
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/namespace.xml")
	if err != nil {
		t.Fatal(err)
	}
	if string(got)+"\n" != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestEncodeRefuses(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ situation, json, message string }{
		{"a control character", `{"Group":{"Value":"\u0000"}}`, "Entity.Group.Value: XML cannot carry the character U+0000"},
		{"a non-character", `{"OtherGroups":[{},{"Value":"\uFFFE"}]}`, "Entity.OtherGroups[1].Value: XML cannot carry the character U+FFFE"},
		{"a control character in a key", `{"CustomFields":{"\u0001":""}}`, `Entity.CustomFields["\x01"]: XML cannot carry the character U+0001`},
		{"a control character in a name", `{"\u0001":""}`, `Entity."\x01": XML cannot carry the character U+0001 in a name`},
		{"a member without a name", `{"Group":{"":1}}`, `Entity.Group."": XML cannot carry a member without a name`},
		{"a control character in a list of anything", `{"New":["a","\u0002"]}`, "Entity.New[1]: XML cannot carry the character U+0002"},
		{"a control character in a map", `{"FieldProperties":{"x":{"FieldType":"\u0002"}}}`, `Entity.FieldProperties["x"].FieldType: XML cannot carry the character U+0002`},
		{"half a list", `{"Tags":["a",`, "Entity.Tags[1]: malformed JSON"},
		{"a list closed as an object", `{"Tags":["a"}`, "Entity.Tags: malformed JSON"},
		{"half an object", `{"Name":`, "Entity.Name: malformed JSON"},
		{"nothing", ``, "Entity: malformed JSON"},
		{"two values", `{}{}`, "Entity: more than one JSON value"},
		{"a deep nesting", strings.Repeat(`{"Group":`, 501) + "1" + strings.Repeat("}", 501), "Entity: nested deeper than 500 levels"},
	} {
		t.Run(row.situation, func(t *testing.T) {
			t.Parallel()
			got, err := Encode([]byte(row.json), entity(), "", "")
			if err == nil || err.Error() != row.message {
				t.Errorf("got %s, %v; want error %s", got, err, row.message)
			}
		})
	}
	if _, err := Encode([]byte(`{}`), entity(), "", "urn:\x00"); err == nil {
		t.Error("a namespace is text that XML can carry")
	}
	if _, err := Encode([]byte(`{}`), reflect.TypeFor[map[string]any](), "", ""); err == nil {
		t.Error("a type without a name needs the name of a root")
	}
}
