package superofficetest

import (
	"bytes"
	"encoding/json"
	"io"
	"strconv"
	"strings"
)

// coerce rewrites a JSON body that was refused into one with the types of the
// shape, where Json.NET would convert: numbers and truth values in strings, and
// both where a text belongs. It reports false if the body is no JSON.
func coerce(body []byte, s *shape) ([]byte, bool) {
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, false
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, false
	}
	out, err := json.Marshal(converted(value, s))
	return out, err == nil
}

func converted(value any, s *shape) any {
	switch v := value.(type) {
	case map[string]any:
		for name, item := range v {
			if m, ok := s.find(name); ok {
				v[name] = converted(item, m.shape)
			} else if s.kind == kindTextMap {
				v[name] = converted(item, s.elem)
			}
		}
	case []any:
		for i := range v {
			if s.kind == kindList {
				v[i] = converted(v[i], s.elem)
			}
		}
	case string:
		return fromText(v, s.kind)
	case json.Number:
		switch s.kind {
		case kindText, kindSecret:
			return v.String()
		case kindBool:
			f, err := v.Float64()
			return err != nil || f != 0
		case kindName, kindInt, kindFloat, kindDate, kindObject, kindList, kindTextMap, kindObjectMap:
		}
	case bool:
		if s.kind == kindText || s.kind == kindSecret {
			return strconv.FormatBool(v)
		}
	}
	return value
}

func fromText(text string, k kind) any {
	trimmed := strings.TrimSpace(text)
	switch k {
	case kindInt:
		if n, err := strconv.ParseInt(trimmed, 10, 64); err == nil {
			return n
		}
	case kindFloat:
		if f, err := strconv.ParseFloat(trimmed, 64); err == nil && !strings.ContainsAny(trimmed, "xXpP_nN") {
			return f
		}
	case kindBool:
		if strings.EqualFold(trimmed, "true") || strings.EqualFold(trimmed, "false") {
			return strings.EqualFold(trimmed, "true")
		}
	case kindText, kindSecret, kindName, kindDate, kindObject, kindList, kindTextMap, kindObjectMap:
	}
	return text
}
