package xmlwire_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/internal/xmlwire"
	"github.com/go-superoffice/superoffice/models"
)

// FuzzDecodeXML: no document breaks the decoder, what it gives is JSON, and a
// value that came from XML comes from its own XML again.
func FuzzDecodeXML(f *testing.F) {
	for _, seed := range []string{
		`<User/>`,
		`<?xml version="1.0" encoding="utf-8"?><User xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><AssociateId>1</AssociateId><Role i:nil="true"/></User>`,
		`<User><OtherGroups><UserGroup><Id>+07</Id></UserGroup></OtherGroups><New>1</New><New><a b="c"/></New></User>`,
		`<User><CustomFields><a:KeyValueOfstringstring><Key>k</Key><Value>v</Value></a:KeyValueOfstringstring><SuperOffice_x003A_1/></CustomFields></User>`,
		`<User><FieldProperties><x><Key>a</Key></x><y><FieldRight><Mask>Read Write</Mask></FieldRight></y></FieldProperties></User>`,
		`<User><Lastlogin> 2002-09-19T14:34:02.856279+02:00</Lastlogin><Deleted>True</Deleted><name>&#xD;<![CDATA[ ]]></name></User>`,
		`<User><Person><Address><LocalizedAddress><a><b><Name>n</Name></b></a></LocalizedAddress><Wgs84Latitude>-.5E3</Wgs84Latitude></Address></Person></User>`,
		`<x><ByName><e><Key/><Value><Street/></Value></e></ByName></x>`,
		`<!DOCTYPE x [<!ENTITY a "b">]><User>&a;</User>`,
		"\xEF\xBB\xBF<x:UserWithLinks><_x0041_ssociateId>1</_x0041_ssociateId><_xD800_/></x:UserWithLinks>\n",
	} {
		f.Add([]byte(seed))
	}
	types := []reflect.Type{reflect.TypeFor[models.UserWithLinks](), reflect.TypeFor[map[string]any](), reflect.TypeFor[struct{ ByName map[string]models.Address }]()}
	f.Fuzz(func(t *testing.T, doc []byte) {
		for _, typ := range types {
			body, err := xmlwire.Decode(doc, typ)
			if err != nil {
				continue
			}
			first := parsed(t, body)
			again, err := xmlwire.Encode(body, typ, "User", "")
			if err != nil {
				t.Fatalf("%s does not go out again: %v", body, err)
			}
			body2, err := xmlwire.Decode(again, typ)
			if err != nil && strings.Contains(err.Error(), "nested deeper") {
				continue // entries of a map take one more level than elements named by key
			}
			if err != nil {
				t.Fatalf("%s does not come back: %v", again, err)
			}
			if second := parsed(t, body2); !reflect.DeepEqual(first, second) {
				t.Errorf("%s came back as %s", body, body2)
			}
			if typ == types[0] {
				// The model may refuse a number out of range, but never the form.
				var user models.UserWithLinks
				_ = user.UnmarshalJSON(body)
			}
		}
	})
}

func parsed(t *testing.T, body []byte) any {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(string(body)))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil || dec.More() {
		t.Fatalf("%s is no JSON: %v", body, err)
	}
	return v
}
