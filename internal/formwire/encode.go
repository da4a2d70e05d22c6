package formwire

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"
)

// maxDepth bounds the nesting of lists and objects, as the JSON codec does.
const maxDepth = 500

// Encode turns a JSON object into a form body, its fields in the order of the
// members. Anything but an object is an error.
func Encode(body []byte) ([]byte, error) {
	e := &encoder{json: json.NewDecoder(bytes.NewReader(body))}
	e.json.UseNumber()
	token, err := e.json.Token()
	if err != nil {
		return nil, errors.New("malformed JSON")
	}
	if token != json.Delim('{') {
		return nil, errors.New("a form carries a JSON object, nothing else")
	}
	if _, err := e.object(1); err != nil {
		return nil, err
	}
	if _, err := e.json.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("more than one JSON value")
	}
	return e.out, nil
}

// encoder goes through the tokens once; steps is the way to the current value.
type encoder struct {
	json  *json.Decoder
	steps []string
	out   []byte
}

// value writes the next value and reports whether it left a trace in the form.
func (e *encoder) value(depth int) (written bool, err error) {
	if depth > maxDepth {
		return false, fmt.Errorf("nested deeper than %d levels", maxDepth)
	}
	token, err := e.json.Token()
	if err != nil {
		return false, e.malformed()
	}
	switch token := token.(type) {
	case string:
		return e.field(token), nil
	case json.Number:
		return e.field(token.String()), nil
	case bool:
		return e.field(strconv.FormatBool(token)), nil
	case json.Delim:
		if token == '[' {
			return e.list(depth)
		}
		return e.object(depth)
	default:
		return false, nil
	}
}

func (e *encoder) object(depth int) (written bool, err error) {
	for e.json.More() {
		token, err := e.json.Token()
		name, ok := token.(string)
		if err != nil || !ok {
			return false, e.malformed()
		}
		switch {
		case name == "":
			return false, e.fault("a form cannot carry a member without a name")
		case strings.ContainsAny(name, "[]"):
			return false, e.fault(fmt.Sprintf("a form cannot carry a name with brackets: %.40q", name))
		}
		inner, err := e.step(name, depth)
		if err != nil {
			return false, err
		}
		written = written || inner
	}
	return written, e.end()
}

func (e *encoder) list(depth int) (written bool, err error) {
	for i := 0; e.json.More(); i++ {
		inner, err := e.step(strconv.Itoa(i), depth)
		if err != nil {
			return false, err
		}
		if !inner {
			e.steps = append(e.steps, strconv.Itoa(i))
			e.field("")
			e.steps = e.steps[:len(e.steps)-1]
		}
		written = true
	}
	return written, e.end()
}

func (e *encoder) step(name string, depth int) (written bool, err error) {
	e.steps = append(e.steps, name)
	written, err = e.value(depth + 1)
	e.steps = e.steps[:len(e.steps)-1]
	return written, err
}

func (e *encoder) end() error {
	if _, err := e.json.Token(); err != nil {
		return e.malformed()
	}
	return nil
}

func (e *encoder) field(text string) bool {
	if len(e.out) > 0 {
		e.out = append(e.out, '&')
	}
	e.out = append(e.out, url.QueryEscape(e.path())...)
	e.out = append(e.out, '=')
	e.out = append(e.out, url.QueryEscape(text)...)
	return true
}

// path is the current way as the form writes it, before escaping.
func (e *encoder) path() string {
	if len(e.steps) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(e.steps[0])
	for _, step := range e.steps[1:] {
		b.WriteString("[" + step + "]")
	}
	return b.String()
}

func (e *encoder) malformed() error { return e.fault("malformed JSON") }

// fault is an error at the current member. It never shows a value.
func (e *encoder) fault(what string) error {
	if len(e.steps) == 0 {
		return errors.New(what)
	}
	return fmt.Errorf("%s: %s", e.path(), what)
}
