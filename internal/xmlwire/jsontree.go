package xmlwire

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// value is a JSON value. XML wants the members of an object in another order
// than JSON has them, hence a tree.
type value struct {
	kind    valueKind
	text    string // of a string, number or boolean
	items   []value
	members []namedValue
}

type namedValue struct {
	name  string
	value value
}

type valueKind int

const (
	nullValue valueKind = iota
	textValue
	boolValue
	numberValue
	arrayValue
	objectValue
)

// parseJSON reads one JSON value and nothing after it.
func parseJSON(body []byte, root *path) (value, error) {
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.UseNumber()
	v, err := parseValue(dec, root, 1)
	if err != nil {
		return value{}, err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return value{}, fault(root, "more than one JSON value")
	}
	return v, nil
}

func parseValue(dec *json.Decoder, at *path, depth int) (value, error) {
	if depth > maxDepth {
		return value{}, fault(at.top(), "nested deeper than %d levels", maxDepth)
	}
	token, err := dec.Token()
	if err != nil {
		return value{}, fault(at, "malformed JSON")
	}
	switch token := token.(type) {
	case string:
		return value{kind: textValue, text: token}, nil
	case json.Number:
		return value{kind: numberValue, text: token.String()}, nil
	case bool:
		if token {
			return value{kind: boolValue, text: "true"}, nil
		}
		return value{kind: boolValue, text: "false"}, nil
	case json.Delim:
		if token == '[' {
			return parseArray(dec, at, depth)
		}
		return parseObject(dec, at, depth)
	default:
		return value{}, nil
	}
}

func parseArray(dec *json.Decoder, at *path, depth int) (value, error) {
	v := value{kind: arrayValue}
	for dec.More() {
		item, err := parseValue(dec, at.item(len(v.items)), depth+1)
		if err != nil {
			return value{}, err
		}
		v.items = append(v.items, item)
	}
	return v, closeDelim(dec, at)
}

// parseObject keeps the order of the members; of one named twice the last counts.
func parseObject(dec *json.Decoder, at *path, depth int) (value, error) {
	v := value{kind: objectValue}
	places := make(map[string]int)
	for dec.More() {
		token, err := dec.Token()
		name, ok := token.(string)
		if err != nil || !ok {
			return value{}, fault(at, "malformed JSON")
		}
		inner, err := parseValue(dec, at.member(name), depth+1)
		if err != nil {
			return value{}, err
		}
		if place, again := places[name]; again {
			v.members[place].value = inner
			continue
		}
		places[name] = len(v.members)
		v.members = append(v.members, namedValue{name, inner})
	}
	return v, closeDelim(dec, at)
}

func closeDelim(dec *json.Decoder, at *path) error {
	if _, err := dec.Token(); err != nil {
		return fault(at, "malformed JSON")
	}
	return nil
}
