package superofficetest

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// tree is a document of XML or of a form before its types are known: elements
// with a name, and either text or children.
type tree struct {
	name  string
	text  string
	null  bool
	items []*tree
}

// maxDepth bounds nesting, far above what the entities have.
const maxDepth = 100

var errDepth = errors.New("nested too deeply")

// toJSON writes the tree as JSON of the shape, which knows what a text is and
// which children are items of a list. The path is for messages.
func (t *tree) toJSON(dst []byte, s *shape, path string, ordered bool) ([]byte, error) {
	if t.null {
		return append(dst, "null"...), nil
	}
	switch s.kind {
	case kindObject:
		return t.objectJSON(dst, s, path, ordered)
	case kindList:
		return t.listJSON(dst, s, path, ordered)
	case kindTextMap, kindObjectMap:
		return t.mapJSON(dst, s, path, ordered)
	case kindText, kindSecret, kindDate:
		return appendText(dst, t.text), nil
	case kindName:
		return appendText(dst, flagText(t.text)), nil
	case kindInt, kindFloat, kindBool:
	}
	text := strings.TrimSpace(t.text)
	switch {
	case s.kind == kindBool && (text == "true" || text == "false" || text == "True" || text == "False"):
		return append(dst, strings.ToLower(text)...), nil
	case s.kind == kindBool && (text == "1" || text == "0"):
		return strconv.AppendBool(dst, text == "1"), nil
	case s.kind == kindBool:
		return nil, fmt.Errorf("%s: not true or false", path)
	}
	if _, err := strconv.ParseFloat(text, 64); err != nil || strings.ContainsAny(text, "xXpP_nN") {
		return nil, fmt.Errorf("%s: not a number", path)
	}
	return append(dst, strings.TrimPrefix(text, "+")...), nil
}

// flagText turns flags parted by spaces, as DataContract writes them, into the
// form of JSON.
func flagText(text string) string {
	if strings.Contains(text, ",") {
		return strings.TrimSpace(text)
	}
	return strings.Join(strings.Fields(text), ", ")
}

func (t *tree) objectJSON(dst []byte, s *shape, path string, ordered bool) ([]byte, error) {
	dst = append(dst, '{')
	first, last := true, ""
	for _, item := range t.items {
		m, ok := s.find(item.name)
		if !ok || (ordered && m.name != item.name) {
			continue
		}
		if ordered {
			// A DataContract reader never goes back.
			rank := orderOf(m)
			if rank < last {
				continue
			}
			last = rank
		}
		if item.isEmpty() && m.shape.kind >= kindInt && m.shape.kind <= kindDate {
			continue
		}
		if !first {
			dst = append(dst, ',')
		}
		first = false
		var err error
		dst = append(dst, m.key...)
		if dst, err = item.toJSON(dst, m.shape, strings.TrimPrefix(path+"."+m.name, "."), ordered); err != nil {
			return nil, err
		}
	}
	return append(dst, '}'), nil
}

// orderOf sorts members as DataContract does: those of the base class first,
// then the others in byte order. The two base members count as equal.
func orderOf(m member) string {
	if m.base {
		return ""
	}
	return "\x01" + m.name
}

func (t *tree) isEmpty() bool {
	return !t.null && len(t.items) == 0 && strings.TrimSpace(t.text) == ""
}

func (t *tree) listJSON(dst []byte, s *shape, path string, ordered bool) ([]byte, error) {
	dst = append(dst, '[')
	for i, item := range t.items {
		if i > 0 {
			dst = append(dst, ',')
		}
		var err error
		if dst, err = item.toJSON(dst, s.elem, fmt.Sprintf("%s[%d]", path, i), ordered); err != nil {
			return nil, err
		}
	}
	return append(dst, ']'), nil
}

// mapJSON reads both forms of a map: entries with Key and Value, and children
// named by their key.
func (t *tree) mapJSON(dst []byte, s *shape, path string, ordered bool) ([]byte, error) {
	dst = append(dst, '{')
	for i, item := range t.items {
		key, value := item.entry()
		if i > 0 {
			dst = append(dst, ',')
		}
		var err error
		dst = append(appendText(dst, key), ':')
		if dst, err = value.toJSON(dst, s.elem, path+"["+key+"]", ordered); err != nil {
			return nil, err
		}
	}
	return append(dst, '}'), nil
}

func (t *tree) entry() (string, *tree) {
	if len(t.items) == 2 && t.items[0].name == "Key" && t.items[1].name == "Value" {
		return t.items[0].text, t.items[1]
	}
	return decodeXMLName(t.name), t
}

// decodeXMLName undoes how .NET writes characters that a name cannot have:
// SuperOffice_x003A_1.
func decodeXMLName(name string) string {
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(name, "_x")
		if !ok {
			break
		}
		out.WriteString(before)
		if len(rest) >= 5 && rest[4] == '_' {
			if code, err := strconv.ParseUint(rest[:4], 16, 16); err == nil {
				out.WriteRune(rune(code))
				name = rest[5:]
				continue
			}
		}
		out.WriteString("_x")
		name = rest
	}
	out.WriteString(name)
	return out.String()
}
