package superofficetest

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"slices"
	"strings"
)

const instanceNamespace = "http://www.w3.org/2001/XMLSchema-instance"

// xmlAnswer writes a JSON answer as XML.
func xmlAnswer(a *answer, namespace string) []byte {
	if len(a.body) == 0 {
		return nil
	}
	decoder := json.NewDecoder(bytes.NewReader(a.body))
	decoder.UseNumber()
	value, err := readOrdered(decoder)
	if err != nil {
		return nil // the server wrote the JSON itself
	}
	root := a.root
	if root == "" {
		root = "Result"
	}
	w := &xmlWriter{}
	w.WriteString(`<?xml version="1.0" encoding="utf-8"?>`)
	attrs := ` xmlns:i="` + instanceNamespace + `"`
	if namespace != "" && a.shape != nil {
		attrs += ` xmlns="` + namespace + `"`
	}
	w.element(root, attrs, a.shape, value)
	return w.Bytes()
}

// ordered is a JSON value that remembers the order of its members.
type ordered struct {
	kind  byte // of: { [ s n
	text  string
	names []string
	items []ordered
}

func readOrdered(decoder *json.Decoder) (ordered, error) {
	token, err := decoder.Token()
	if err != nil {
		return ordered{}, err
	}
	switch token := token.(type) {
	case nil:
		return ordered{kind: 'n'}, nil
	case string:
		return ordered{kind: 's', text: token}, nil
	case json.Number:
		return ordered{kind: 's', text: token.String()}, nil
	case bool:
		if token {
			return ordered{kind: 's', text: "true"}, nil
		}
		return ordered{kind: 's', text: "false"}, nil
	case json.Delim:
		return readItems(decoder, byte(token))
	}
	return ordered{}, errors.New("unexpected token")
}

func readItems(decoder *json.Decoder, kind byte) (ordered, error) {
	out := ordered{kind: kind}
	for decoder.More() {
		if kind == '{' {
			name, err := decoder.Token()
			if err != nil {
				return out, err
			}
			text, _ := name.(string)
			out.names = append(out.names, text)
		}
		item, err := readOrdered(decoder)
		if err != nil {
			return out, err
		}
		out.items = append(out.items, item)
	}
	_, err := decoder.Token()
	return out, err
}

type xmlWriter struct{ bytes.Buffer }

// element writes a value; s is nil where the type is not known.
func (w *xmlWriter) element(name, attrs string, s *shape, v ordered) {
	if v.kind == 'n' {
		w.WriteString("<" + name + attrs + ` i:nil="true" />`)
		return
	}
	w.WriteString("<" + name + attrs + ">")
	switch {
	case v.kind == 's':
		_ = xml.EscapeText(w, []byte(v.text))
	case v.kind == '[':
		for _, item := range v.items {
			elem := elemOf(s)
			w.element(itemName(elem), "", elem, item)
		}
	case s != nil && s.kind != kindObject:
		w.entries(s, v)
	default:
		w.members(s, v)
	}
	w.WriteString("</" + name + ">")
}

// members writes an object: those of the base class first, then byte order,
// links last. Without a shape the order is kept.
func (w *xmlWriter) members(s *shape, v ordered) {
	order := make([]int, len(v.items))
	for i := range order {
		order[i] = i
	}
	if s != nil {
		slices.SortStableFunc(order, func(a, b int) int {
			return strings.Compare(xmlRank(v.names[a]), xmlRank(v.names[b]))
		})
	}
	for _, i := range order {
		name := v.names[i]
		var of *shape
		if s != nil {
			if m, ok := s.find(name); ok {
				of = m.shape
			}
		}
		if name == "_Links" {
			of = &shape{kind: kindTextMap, elem: &shape{kind: kindText}}
		}
		w.element(name, "", of, v.items[i])
	}
}

func xmlRank(name string) string {
	switch name {
	case "FieldProperties", "TableRight":
		return "\x01" + name
	case "_Links":
		return "\x7f"
	}
	return "\x02" + name
}

// entries writes a map as DataContract does.
func (w *xmlWriter) entries(s *shape, v ordered) {
	entry := "KeyValueOfstringstring"
	if s.kind == kindObjectMap {
		entry = "KeyValueOfstring" + s.elem.name
	}
	for i, name := range v.names {
		w.WriteString("<" + entry + "><Key>")
		_ = xml.EscapeText(w, []byte(name))
		w.WriteString("</Key>")
		w.element("Value", "", s.elem, v.items[i])
		w.WriteString("</" + entry + ">")
	}
}

func elemOf(s *shape) *shape {
	if s == nil {
		return nil
	}
	return s.elem
}

func itemName(s *shape) string {
	switch {
	case s == nil || s.name == "" && s.elem == nil:
		return "string"
	case s.kind == kindList:
		return "ArrayOf" + itemName(s.elem)
	}
	return s.name
}
