package superoffice

import (
	"bytes"
	"errors"
	"fmt"
	"mime"
	"reflect"
	"strings"

	"github.com/go-superoffice/superoffice/internal/formwire"
	"github.com/go-superoffice/superoffice/internal/xmlwire"
)

// encode turns a body in JSON into the media type of the call.
func (s *settings) encode(plain []byte, t reflect.Type, root string) ([]byte, error) {
	var body []byte
	var err error
	switch s.contentType.form() {
	case wireXML:
		body, err = xmlwire.Encode(plain, t, root, s.xmlNamespace)
	case wireURLForm:
		body, err = formwire.Encode(plain)
	case wireJSON, wireOther:
		return plain, nil
	}
	if err != nil {
		return nil, fmt.Errorf("encoding as %s: %w", s.contentType, err)
	}
	return body, nil
}

// rootName names the root element of a value sent as XML.
func rootName(t reflect.Type) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return strings.TrimSuffix(t.Name(), "WithLinks")
}

// json is the body of a 2xx as JSON, by the response's own Content-Type.
func (a *attempt) json(t reflect.Type) ([]byte, error) {
	body := bytes.TrimPrefix(a.body, []byte("\xef\xbb\xbf"))
	form, err := wireFormOf(a.header.Get("Content-Type"))
	switch {
	case err != nil:
		return nil, err
	case len(bytes.TrimSpace(body)) == 0:
		return nil, errors.New("the answer is empty")
	case form != wireXML:
		return body, nil
	}
	body, err = xmlwire.Decode(body, t)
	if err != nil {
		return nil, fmt.Errorf("the answer does not decode: %w", unquoted{err})
	}
	return body, nil
}

// wireFormOf tells how a Content-Type is decoded. An absent one counts as JSON:
// the decoder finds out.
func wireFormOf(contentType string) (wireForm, error) {
	switch contentType {
	case "", "application/json", "application/json; charset=utf-8":
		return wireJSON, nil
	}
	name, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		return wireOther, errors.New("the answer has a Content-Type that does not parse")
	}
	if charset := params["charset"]; charset != "" && !strings.EqualFold(charset, "utf-8") && !strings.EqualFold(charset, "utf8") {
		return wireOther, fmt.Errorf("the answer has the charset %q instead of UTF-8", charset)
	}
	form := MediaType(name).form()
	switch {
	case form == wireJSON || form == wireXML:
		return form, nil
	case strings.HasSuffix(name, "+json"):
		return wireJSON, nil
	case strings.HasSuffix(name, "+xml") && name != "application/xhtml+xml":
		return wireXML, nil
	default:
		return wireOther, fmt.Errorf("the answer is %s, neither JSON nor XML", name)
	}
}

// isErrorObject recognises a failure that came with a 2xx.
func isErrorObject(body []byte) bool {
	body = bytes.TrimSpace(body)
	if len(body) == 0 || body[0] != '{' {
		return false
	}
	flag := string(readMembers(body)["error"])
	return flag == "true" || flag == `"true"` // as XML leaves it
}
