package xmlwire

import (
	"strings"
	"testing"
)

func TestDecodeRefusesHostileDocuments(t *testing.T) {
	t.Parallel()
	const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>`
	for _, row := range []struct{ situation, xml, message string }{
		{"entities that expand", laughs + `<Entity><Name>&lol1;</Name></Entity>`, "the XML has a document type declaration (DOCTYPE), which is refused"},
		{"an external entity", `<!DOCTYPE Entity [<!ENTITY x SYSTEM "file:///etc/passwd">]><Entity><Name>&x;</Name></Entity>`, "the XML has a document type declaration (DOCTYPE), which is refused"},
		{"an external document type", `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/x.dtd"><html/>`, "the XML has a document type declaration (DOCTYPE), which is refused"},
		{"a declaration inside the root", `<Entity><!ENTITY x "y"></Entity>`, "the XML has a document type declaration (DOCTYPE), which is refused"},
		{"an entity nobody declared", `<Entity><Name>hunter2&secret;</Name></Entity>`, "malformed XML on line 1 in element Name: invalid character entity (only the five of XML itself are read)"},
		{"an entity of HTML", `<Entity><Name>a&nbsp;b</Name></Entity>`, "malformed XML on line 1 in element Name: invalid character entity (only the five of XML itself are read)"},
		{"a control character", "<Entity><Name>\x00</Name></Entity>", "malformed XML on line 1 in element Name: illegal character code U+0000"},
		{"an escaped control character", "<Entity><Name>&#0;</Name></Entity>", "malformed XML on line 1 in element Name: illegal character code U+0000"},
		{"invalid UTF-8", "<Entity><Name>\xff</Name></Entity>", "malformed XML on line 1 in element Name: invalid UTF-8"},
		{"UTF-16", "\xff\xfe<\x00E\x00/\x00>\x00", "malformed XML on line 1: invalid UTF-8"},
		{"another encoding", `<?xml version="1.0" encoding="iso-8859-1"?><Entity/>`, `malformed XML: xml: opening charset "iso-8859-1": only UTF-8 is read`},
		{"another version", `<?xml version="1.1"?><Entity/>`, `malformed XML: xml: unsupported version "1.1"; only version 1.0 is supported`},
		{"nothing", ``, "the XML has no root element"},
		{"only a comment", `<!-- Entity -->`, "the XML has no root element"},
		{"text only", `Service Unavailable`, "the XML has text outside the root element"},
		{"truncated in an element", "<Entity>\n<Name>abc", "malformed XML on line 2 in element Name: unexpected EOF"},
		{"truncated in a tag", `<Entity><Na`, "malformed XML on line 1 in element Entity: unexpected EOF"},
		{"text behind the root", `<Entity/>x`, "the XML has text outside the root element"},
		{"another root behind it", `<Entity/><Entity/>`, "the XML has a second root element"},
		{"a closing tag too many", `<Entity/></Entity>`, "malformed XML on line 1: unexpected end element </Entity>"},
		{"elements closed crosswise", `<Entity><Name></Entity></Name>`, "malformed XML on line 1 in element Name: element <Name> closed by </Entity>"},
		{"nested too deep", strings.Repeat("<Entity>", 10_000), "the XML is nested deeper than 500 levels"},
	} {
		t.Run(row.situation, func(t *testing.T) {
			t.Parallel()
			got, err := Decode([]byte(row.xml), entity())
			if err == nil || err.Error() != row.message {
				t.Errorf("got %.80s, %v; want error %s", got, err, row.message)
			}
		})
	}
}

func TestDecodeTakesTheDeepestAllowed(t *testing.T) {
	t.Parallel()
	doc := strings.Repeat("<Entity>", 500) + strings.Repeat("</Entity>", 500)
	if _, err := Decode([]byte(doc), entity()); err != nil {
		t.Error(err)
	}
}

// What is only large is read; none of it costs more than its size.
func TestDecodeReadsLargeDocuments(t *testing.T) {
	t.Parallel()
	const n = 20_000
	for situation, doc := range map[string]string{
		"an attribute":              `<Entity><Name x="` + strings.Repeat("a", 10*n) + `">n</Name></Entity>`,
		"very many attributes":      `<Entity><Name` + strings.Repeat(` x="a"`, n) + `>n</Name></Entity>`,
		"very many namespaces":      `<Entity><Name` + strings.Repeat(` xmlns:x="a"`, n) + `>n</Name></Entity>`,
		"a name":                    `<Entity><` + strings.Repeat("a", 10*n) + `/><Name>n</Name></Entity>`,
		"a text in pieces":          `<Entity><Name>` + strings.Repeat("<!---->", n) + `n</Name></Entity>`,
		"very many unknown members": `<Entity>` + strings.Repeat("<a/>", n) + `<Name>n</Name></Entity>`,
		"very many repeats":         `<Entity>` + strings.Repeat("<Name/>", n) + `<Name>n</Name></Entity>`,
	} {
		t.Run(situation, func(t *testing.T) {
			t.Parallel()
			got, err := Decode([]byte(doc), entity())
			if err != nil {
				t.Fatalf("%.200v", err)
			}
			if !strings.Contains(string(got), `"Name":"n"`) {
				t.Errorf("the name is lost: %.80s", got)
			}
		})
	}
}

func TestErrorsShortenNamesOfTheSender(t *testing.T) {
	t.Parallel()
	_, err := Decode([]byte("<"+strings.Repeat("å", 1000)+"/>"), entity())
	if err == nil || len(err.Error()) > 150 {
		t.Errorf("got %v", err)
	}
}
