package superofficetest

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// xmlToJSON reads an XML body. With a namespace, elements of another one are
// ignored, and so is the whole entity if its root is one of them.
func xmlToJSON(body []byte, s *shape, namespace string, ordered bool) ([]byte, error) {
	root, err := parseXML(body, namespace)
	if err != nil {
		return nil, err
	}
	if root == nil {
		return []byte("null"), nil
	}
	if root.name != s.name {
		return nil, fmt.Errorf("the root is %s where %s was expected", root.name, s.name)
	}
	return root.toJSON(nil, s, "", ordered)
}

func parseXML(body []byte, namespace string) (*tree, error) {
	decoder := xml.NewDecoder(bytes.NewReader(body))
	var root *tree
	elements := 0
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) && elements == 1 {
			return root, nil
		}
		if err != nil {
			return nil, fmt.Errorf("not XML: %w", err)
		}
		switch token := token.(type) {
		case xml.Directive:
			// A document type may define entities; no client needs one.
			return nil, errors.New("a document type is not taken")
		case xml.StartElement:
			elements++
			if namespace != "" && token.Name.Space != namespace {
				if err := decoder.Skip(); err != nil {
					return nil, fmt.Errorf("not XML: %w", err)
				}
				continue
			}
			if root, err = parseElement(decoder, token, namespace, 0); err != nil {
				return nil, err
			}
		}
	}
}

func parseElement(decoder *xml.Decoder, start xml.StartElement, namespace string, depth int) (*tree, error) {
	if depth > maxDepth {
		return nil, errDepth
	}
	t := &tree{name: start.Name.Local}
	for _, attr := range start.Attr {
		if attr.Name.Local == "nil" && (attr.Value == "true" || attr.Value == "1") {
			t.null = true
		}
	}
	var text []byte
	for {
		token, err := decoder.Token()
		if err != nil {
			return nil, fmt.Errorf("not XML: %w", err)
		}
		switch token := token.(type) {
		case xml.CharData:
			text = append(text, token...)
		case xml.EndElement:
			if len(t.items) == 0 {
				t.text = string(text)
			}
			return t, nil
		case xml.StartElement:
			// Entries of maps are in a namespace of their own.
			if namespace != "" && token.Name.Space != namespace && token.Name.Space != arraysNamespace {
				if err := decoder.Skip(); err != nil {
					return nil, fmt.Errorf("not XML: %w", err)
				}
				continue
			}
			item, err := parseElement(decoder, token, namespace, depth+1)
			if err != nil {
				return nil, err
			}
			t.items = append(t.items, item)
		case xml.Directive:
			return nil, errors.New("a document type is not taken")
		}
	}
}

// arraysNamespace is where DataContract puts lists and maps of plain values.
const arraysNamespace = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
