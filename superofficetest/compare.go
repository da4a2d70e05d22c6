package superofficetest

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"
)

// Diff compares two values as they travel, for instance the entity that a test
// sent with the one that the server received. It returns a line for each
// member that differs, or "" when none does. A member that is absent and one
// that is zero are the same, and so are two dates with offsets that name the
// same instant. Secrets are compared but not shown.
func Diff(want, got any) string {
	var lines []string
	diff(&lines, "", travelling(want), travelling(got))
	return strings.Join(lines, "\n")
}

func travelling(v any) any {
	text, err := json.Marshal(v)
	if err != nil {
		return "cannot be sent: " + err.Error()
	}
	var tree any
	decoder := json.NewDecoder(strings.NewReader(string(text)))
	decoder.UseNumber()
	if err := decoder.Decode(&tree); err != nil {
		return "cannot be read: " + err.Error()
	}
	return tree
}

func diff(lines *[]string, path string, want, got any) {
	wantObject, ok1 := want.(map[string]any)
	gotObject, ok2 := got.(map[string]any)
	if ok1 && ok2 {
		names := map[string]bool{}
		for name := range wantObject {
			names[name] = true
		}
		for name := range gotObject {
			names[name] = true
		}
		for _, name := range slices.Sorted(maps.Keys(names)) {
			diff(lines, strings.TrimPrefix(path+"."+name, "."), wantObject[name], gotObject[name])
		}
		return
	}
	wantList, ok1 := want.([]any)
	gotList, ok2 := got.([]any)
	if ok1 && ok2 && len(wantList) == len(gotList) {
		for i := range wantList {
			diff(lines, fmt.Sprintf("%s[%d]", path, i), wantList[i], gotList[i])
		}
		return
	}
	if reflect.DeepEqual(want, got) || (isNothing(want) && isNothing(got)) || sameInstant(want, got) {
		return
	}
	*lines = append(*lines, fmt.Sprintf("%s: want %s, got %s", path, shown(path, want), shown(path, got)))
}

func sameInstant(want, got any) bool {
	a, ok1 := want.(string)
	b, ok2 := got.(string)
	if !ok1 || !ok2 {
		return false
	}
	t, err1 := time.Parse(time.RFC3339Nano, a)
	u, err2 := time.Parse(time.RFC3339Nano, b)
	return err1 == nil && err2 == nil && t.Equal(u)
}

// isNothing reports whether a value is what the SDK does not send.
func isNothing(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case bool:
		return !v
	case string:
		return v == ""
	case json.Number:
		return v == "0"
	case map[string]any:
		return len(v) == 0
	case []any:
		return len(v) == 0
	}
	return false
}

func shown(path string, v any) string {
	if isSecret(path) && !isNothing(v) {
		return "[redacted]"
	}
	if v == nil {
		return "nothing"
	}
	text, err := json.Marshal(redact(v, path))
	if err != nil {
		return "?"
	}
	return string(text)
}

// isSecret knows the members that hold secrets by their path.
func isSecret(path string) bool {
	return strings.HasSuffix(path, "SessionKey") ||
		(strings.Contains(path, "Credentials[") && strings.HasSuffix(path, "].Value"))
}

func redact(v any, path string) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for name, value := range v {
			at := path + "." + name
			if isSecret(at) && !isNothing(value) {
				value = "[redacted]"
			}
			out[name] = redact(value, at)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, value := range v {
			out[i] = redact(value, fmt.Sprintf("%s[%d]", path, i))
		}
		return out
	}
	return v
}

// maxShown bounds the entity in a failure message.
const maxShown = 2000

// shownEntity is an entity without its secrets, without what the server says
// about its fields, and without members that this version does not know, which
// might be secrets.
func shownEntity(entity any, s *shape) string {
	out, err := json.Marshal(prune(travelling(entity), s))
	if err != nil {
		return "?"
	}
	if len(out) > maxShown {
		return string(out[:maxShown]) + "..."
	}
	return string(out)
}

func prune(v any, s *shape) any {
	switch v := v.(type) {
	case map[string]any:
		for name, value := range v {
			elem := s.elem
			if s.kind == kindObject {
				m, ok := s.find(name)
				if !ok || m.base {
					delete(v, name)
					continue
				}
				elem = m.shape
			}
			v[name] = prune(value, elem)
		}
	case []any:
		for i := range v {
			v[i] = prune(v[i], s.elem)
		}
	default:
		if s.kind == kindSecret && !isNothing(v) {
			return "[redacted]"
		}
	}
	return v
}
