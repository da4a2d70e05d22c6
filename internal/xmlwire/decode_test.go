package xmlwire

import (
	"reflect"
	"testing"
)

func TestDecode(t *testing.T) {
	t.Parallel()
	const i = ` xmlns:i="http://www.w3.org/2001/XMLSchema-instance"`
	for _, row := range []struct{ situation, xml, json string }{
		{"nothing", `<Entity/>`, `{}`},
		{"a layout of many lines", "\n<Entity>\n  <Name>n</Name>\n</Entity>\n", `{"Name":"n"}`},
		{"a text", `<Entity><Name> a&#xD;` + "\r\n\t" + `b </Name></Entity>`, `{"Name":" a\r\n\tb "}`},
		{"a text of white space", `<Entity><Name>  </Name></Entity>`, `{"Name":"  "}`},
		{"an empty text", `<Entity><Name></Name></Entity>`, `{"Name":""}`},
		{"markup in a text", `<Entity><Name>&lt;&amp;&quot;&apos;&#229;<![CDATA[<b>\]]></Name></Entity>`, `{"Name":"<&\"'å<b>\\"}`},
		{"a comment and an instruction in a text", `<Entity><Name>a<!-- x --><?y z?>b</Name></Entity>`, `{"Name":"ab"}`},
		{"numbers", `<Entity><Amount> 9141.8779999999988 </Amount><EntityId>
			-7 </EntityId></Entity>`, `{"Amount":9141.8779999999988,"EntityId":-7}`},
		{"numbers as only XML writes them", `<Entity><Amount>+01.E3</Amount><EntityId>+007</EntityId></Entity>`, `{"Amount":1E3,"EntityId":7}`},
		{"a number with nothing before the point", `<Entity><Amount>-.5e-3</Amount></Entity>`, `{"Amount":-0.5e-3}`},
		{"numbers of naught", `<Entity><Amount>00.0</Amount><EntityId>000</EntityId></Entity>`, `{"Amount":0.0,"EntityId":0}`},
		{"empty numbers, dates and booleans", `<Entity><Amount/><EntityId> </EntityId><Active/><When/></Entity>`, `{"Amount":null,"EntityId":null,"Active":null,"When":null}`},
		{"booleans", `<Entity><Active>true</Active><Group><Deleted>0</Deleted></Group></Entity>`, `{"Active":true,"Group":{"Deleted":false}}`},
		{"booleans as .NET prints them", `<Entity><Active>False</Active><Group><Deleted>1</Deleted></Group></Entity>`, `{"Active":false,"Group":{"Deleted":true}}`},
		{"a number that the type wants in quotes", `<Entity><Quoted>5</Quoted></Entity>`, `{"Quoted":"5"}`},
		{"a date", `<Entity><When> 2002-09-19T14:34:02.856279+02:00 </When></Entity>`, `{"When":"2002-09-19T14:34:02.856279+02:00"}`},
		{"flags with blanks", `<Entity><TableRight><Mask>Select  Update</Mask></TableRight></Entity>`, `{"TableRight":{"Mask":"Select, Update"}}`},
		{"flags with commas", `<Entity><TableRight><Mask>Select,Update, Insert</Mask></TableRight></Entity>`, `{"TableRight":{"Mask":"Select, Update, Insert"}}`},
		{"no flags", `<Entity><TableRight><Mask/></TableRight></Entity>`, `{"TableRight":{"Mask":""}}`},
		{"an enumeration", `<Entity><Status>InQueue</Status></Entity>`, `{"Status":"InQueue"}`},
		{"members in any order", `<Entity><Status>A</Status><TableRight/><Active>1</Active></Entity>`, `{"Status":"A","TableRight":{},"Active":true}`},
		{"members in another case", `<Entity><entityid>1</entityid><NAME>n</NAME></Entity>`, `{"EntityId":1,"Name":"n"}`},
		{"an exact name before another case", `<Entity><Name>exact</Name><name>x</name></Entity>`, `{"Name":"exact"}`},
		{"an exact name after another case", `<Entity><name>x</name><Name>exact</Name></Entity>`, `{"Name":"exact"}`},
		{"a member given twice", `<Entity><Name>first</Name><Group><Id>1</Id></Group><Name>last</Name><Group><Value>v</Value></Group></Entity>`, `{"Name":"last","Group":{"Value":"v"}}`},
		{"any namespace", `<Entity xmlns="urn:a"><Name xmlns="urn:b">n</Name></Entity>`, `{"Name":"n"}`},
		{"any prefix", `<x:Entity xmlns:x="urn:a" xmlns:y="urn:b"><y:Name>n</y:Name><z:Status>A</z:Status></x:Entity>`, `{"Name":"n","Status":"A"}`},
		{"null", `<Entity` + i + `><Group i:nil="true"/><Name i:nil="1"></Name><EntityId i:nil="false">1</EntityId></Entity>`, `{"Group":null,"Name":null,"EntityId":1}`},
		{"null under another prefix", `<Entity xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Group xsi:nil="true"/></Entity>`, `{"Group":null}`},
		{"an attribute of another namespace is not null", `<Entity xmlns:i="urn:i"><Group i:nil="true" nil="true"/></Entity>`, `{"Group":{}}`},
		{"null as a whole", `<Entity` + i + ` i:nil="true"/>`, `null`},
		{"a list", `<Entity><OtherGroups><Group><Id>1</Id></Group><Group/></OtherGroups></Entity>`, `{"OtherGroups":[{"Id":1},{}]}`},
		{"a list with items of other names", `<Entity><OtherGroups><UserGroup><Id>1</Id></UserGroup><x/></OtherGroups></Entity>`, `{"OtherGroups":[{"Id":1},{}]}`},
		{"a list of lists", `<Entity><Rows><ArrayOfRow><Row><Name>a</Name></Row></ArrayOfRow><ArrayOfRow/></Rows></Entity>`, `{"Rows":[[{"Name":"a"}],[]]}`},
		{"a list of texts and null", `<Entity` + i + `><Tags><string>a</string><string/><string i:nil="true"/></Tags></Entity>`, `{"Tags":["a","",null]}`},
		{"empty lists, objects and maps", `<Entity><OtherGroups/><Group> </Group><CustomFields></CustomFields><Loose/></Entity>`, `{"OtherGroups":[],"Group":{},"CustomFields":{},"Loose":{}}`},
		{
			"a map as DataContract writes it",
			`<Entity><CustomFields xmlns:a="http://schemas.microsoft.com/2003/10/Serialization/Arrays"><a:KeyValueOfstringstring><a:Key>SuperOffice:1</a:Key><a:Value>[I:14]</a:Value></a:KeyValueOfstringstring></CustomFields></Entity>`,
			`{"CustomFields":{"SuperOffice:1":"[I:14]"}}`,
		},
		{"a map as SOAP writes it", `<Entity><CustomFields><StringKeyValuePair><Key>k</Key><Value/></StringKeyValuePair></CustomFields></Entity>`, `{"CustomFields":{"k":""}}`},
		{"entries of other names", `<Entity><CustomFields><item><value>v</value><key>k</key></item><item><Key/></item></CustomFields></Entity>`, `{"CustomFields":{"k":"v","":null}}`},
		{"a map with elements named by key", `<Entity><CustomFields><Key>a</Key><SuperOffice_x003A_1>b</SuperOffice_x003A_1></CustomFields></Entity>`, `{"CustomFields":{"Key":"a","SuperOffice:1":"b"}}`},
		{"what only looks like an entry", `<Entity><Loose><a><Key>k</Key><Value>v</Value></a></Loose><FieldProperties><a><Key/><Key/></a><b><Value/><Value/></b></FieldProperties></Entity>`, `{"Loose":{"a":{"Key":"k","Value":"v"}},"FieldProperties":{"a":{"Key":["",""]},"b":{"Value":["",""]}}}`},
		{"a key given twice", `<Entity><CustomFields><k>first</k><x/><k>last</k></CustomFields></Entity>`, `{"CustomFields":{"k":"last","x":""}}`},
		{
			"a map of objects, in both ways",
			`<Entity><FieldProperties><KeyValueOfstringFieldProperty_S4c><Key>a</Key><Value><FieldLength>1</FieldLength></Value></KeyValueOfstringFieldProperty_S4c><b><FieldType>t</FieldType></b></FieldProperties></Entity>`,
			`{"FieldProperties":{"a":{"FieldLength":1},"b":{"FieldType":"t"}}}`,
		},
		{"a map of anything", `<Entity><Loose><a>1</a><b><c/></b><a>2</a></Loose></Entity>`, `{"Loose":{"a":["1","2"],"b":{"c":""}}}`},
		{"an unknown text", `<Entity><New> 1 </New></Entity>`, `{"New":" 1 "}`},
		{"an unknown object", `<Entity><New x="dropped">dropped<b/><a>x</a></New></Entity>`, `{"New":{"b":"","a":"x"}}`},
		{"an unknown element repeated", `<Entity` + i + `><New>1</New><Name>n</Name><New><a/></New><New i:nil="true"/></Entity>`, `{"New":["1",{"a":""},null],"Name":"n"}`},
		{"an unknown escaped name", `<Entity><a_x003A_b_xD800_>1</a_x003A_b_xD800_></Entity>`, `{"a:b_xD800_":"1"}`},
		{"a member of any type", `<Entity><Extra><a>1</a><a>2</a></Extra><extra>x</extra></Entity>`, `{"Extra":[{"a":["1","2"]},"x"]}`},
		{"a byte order mark and a declaration", "\xEF\xBB\xBF" + `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Entity/>`, `{}`},
		{"an encoding in small letters", `<?xml version='1.0' encoding='utf-8'?><Entity/>`, `{}`},
		{"comments around the root", `<!-- a --><?b?><Entity/><!-- c -->`, `{}`},
		{"a root with links", `<EntityWithLinks><_Links><Self>s</Self></_Links></EntityWithLinks>`, `{"_Links":{"Self":"s"}}`},
		{"a root in another case", `<entity/>`, `{}`},
	} {
		t.Run(row.situation, func(t *testing.T) {
			t.Parallel()
			got, err := Decode([]byte(row.xml), entity())
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != row.json {
				t.Errorf("got  %s\nwant %s", got, row.json)
			}
		})
	}
}

func TestDecodeRoot(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		situation, xml string
		typ            reflect.Type
		json           string
	}{
		{"the entity's own name for the type with links", `<Entity><_Links><Archive.Activities>a</Archive.Activities></_Links></Entity>`, reflect.TypeFor[*EntityWithLinks](), `{"_Links":{"Archive.Activities":"a"}}`},
		{"any name for a user's own type", `<Contact><Name>n</Name><raw><a/></raw><Data>AQI=</Data></Contact>`, reflect.TypeFor[plain](), `{"Name":"n","raw":{"a":""},"Data":"AQI="}`},
		{"any name for a map", `<Contact><Name>n</Name></Contact>`, reflect.TypeFor[map[string]any](), `{"Name":"n"}`},
		{"an empty map", `<Contact/>`, reflect.TypeFor[map[string]any](), `{}`},
		{"entries in a map of texts", `<x><e><Key>k</Key><Value>v</Value></e><b>c</b></x>`, reflect.TypeFor[map[string]string](), `{"k":"v","b":"c"}`},
		{"a list", `<ArrayOfEntity><Entity/><Entity><EntityId>1</EntityId></Entity></ArrayOfEntity>`, reflect.TypeFor[[]Entity](), `[{},{"EntityId":1}]`},
		{"a text", `<string xmlns="http://schemas.microsoft.com/2003/10/Serialization/">x</string>`, reflect.TypeFor[string](), `"x"`},
		{"a number", `<int>5</int>`, reflect.TypeFor[int](), `5`},
		{"anything", `<Error><Message>m</Message></Error>`, reflect.TypeFor[any](), `{"Message":"m"}`},
		{"no type at all", `<Error><Message>m</Message></Error>`, nil, `{"Message":"m"}`},
	} {
		t.Run(row.situation, func(t *testing.T) {
			t.Parallel()
			got, err := Decode([]byte(row.xml), row.typ)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != row.json {
				t.Errorf("got  %s\nwant %s", got, row.json)
			}
		})
	}
}

func TestDecodeRefuses(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ situation, xml, message string }{
		{"another root", `<Error><Message>m</Message></Error>`, "the root element of the XML is Error where Entity is expected"},
		{"a page", `<html><body/></html>`, "the root element of the XML is html where Entity is expected"},
		{"a fraction for a whole number", `<Entity><EntityId>1.5</EntityId></Entity>`, "Entity.EntityId: not a whole number"},
		{"digits apart", `<Entity><EntityId>1 5</EntityId></Entity>`, "Entity.EntityId: not a whole number"},
		{"a sign alone", `<Entity><EntityId>-</EntityId></Entity>`, "Entity.EntityId: not a whole number"},
		{"an exponent alone", `<Entity><Amount>1e+</Amount></Entity>`, "Entity.Amount: not a number that JSON can carry"},
		{"infinity", `<Entity><Amount>-INF</Amount></Entity>`, "Entity.Amount: not a number that JSON can carry"},
		{"not a number", `<Entity><Group><Id>1</Id></Group><Amount>NaN</Amount></Entity>`, "Entity.Amount: not a number that JSON can carry"},
		{"not a boolean", `<Entity><OtherGroups><Group/><Group><Deleted>yes</Deleted></Group></OtherGroups></Entity>`, "Entity.OtherGroups[1].Deleted: not a boolean"},
		{"elements in a text", `<Entity><Name><b/></Name></Entity>`, "Entity.Name: elements where text is expected"},
		{"a text for an object", `<Entity><Group>x</Group></Entity>`, "Entity.Group: text where elements are expected"},
		{"a text among members", `<Entity>x<Name/></Entity>`, "Entity: text where elements are expected"},
		{"a text for a list", `<Entity><Rows><r>x</r></Rows></Entity>`, "Entity.Rows[0]: text where elements are expected"},
		{"elements in the value of a map", `<Entity><CustomFields><x_name><b/></x_name></CustomFields></Entity>`, `Entity.CustomFields["x_name"]: elements where text is expected`},
		{"elements in a key", `<Entity><CustomFields><e><Key><b/></Key></e></CustomFields></Entity>`, "Entity.CustomFields: elements in the key of an entry"},
		{"a path through the links' type", `<EntityWithLinks><EntityId>x</EntityId></EntityWithLinks>`, "Entity.EntityId: not a whole number"},
		{"a fault in the first of several", `<x:Entity><Loose><a>1</a><a>2</a></Loose><Codes><c>x</c></Codes></x:Entity>`, "Entity.Codes[0]: not a whole number"},
		{"a name with a line feed", `<Entity><Loose><a_x000A_b><c></Loose></Entity>`, "malformed XML on line 1 in element c: element <c> closed by </Loose>"},
	} {
		t.Run(row.situation, func(t *testing.T) {
			t.Parallel()
			got, err := Decode([]byte(row.xml), entity())
			if err == nil || err.Error() != row.message {
				t.Errorf("got %s, %v; want error %s", got, err, row.message)
			}
		})
	}
	if _, err := Decode([]byte(`<HTML/>`), reflect.TypeFor[map[string]any]()); err == nil {
		t.Error("a page is no value, whatever the type")
	}
}
