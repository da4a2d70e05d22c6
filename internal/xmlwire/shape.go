package xmlwire

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"
)

// kind is how the content of an element reads.
type kind int

const (
	anyKind    kind = iota // nothing known: text, or children by name
	textKind               // text as it stands
	flagsKind              // names in a row
	stampKind              // trimmed text, null when empty: dates
	intKind                // whole number
	floatKind              // number
	boolKind               // true or false
	structKind             // members known by name
	listKind               // items under any name
	mapKind                // entries of one type under any key
	looseKind              // elements named by keys
)

// shape is what the struct tags say of one type.
type shape struct {
	kind kind
	// name is the DataContract name of the type.
	name string
	// primitive says that DataContract keeps the name in the arrays namespace.
	primitive bool
	// elem is the type of the items or values.
	elem reflect.Type
	// members are the fields by wire name, folded the wire names in lower case.
	members map[string]member
	folded  map[string]string
}

// member is one field. Depth counts the embedding types around it: the base
// members of DataContract are the deepest.
type member struct {
	name   string
	typ    reflect.Type
	depth  int
	quoted bool // the tag asks for a number or boolean in a string
}

// shapes holds the types met during one call. A type is read when an element
// needs it, so a recursive type takes no care.
type shapes map[reflect.Type]*shape

func (s shapes) of(t reflect.Type) *shape {
	if t == nil {
		return &shape{name: "anyType", primitive: true}
	}
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if known := s[t]; known != nil {
		return known
	}
	sh := newShape(t)
	s[t] = sh
	switch sh.kind {
	case structKind:
		sh.members, sh.folded = make(map[string]member), make(map[string]string)
		sh.addFields(t, 0)
	case listKind:
		sh.name = "ArrayOf" + s.of(sh.elem).name
	case mapKind:
		switch inner := s.of(sh.elem); {
		case inner.kind == anyKind:
			sh.kind = looseKind
		case sh.primitive:
			sh.name = "ArrayOfKeyValueOfstring" + inner.name
		}
	default:
	}
	return sh
}

// field is the shape of a member.
func (s shapes) field(m member) *shape {
	sh := s.of(m.typ)
	if m.quoted && sh.kind >= intKind && sh.kind <= boolKind {
		return &shape{kind: textKind, name: "string", primitive: true}
	}
	return sh
}

func newShape(t reflect.Type) *shape {
	if t == reflect.TypeFor[json.RawMessage]() {
		return &shape{name: "anyType", primitive: true}
	}
	sh := &shape{name: t.Name(), primitive: t.PkgPath() == ""}
	switch k := t.Kind(); {
	case k == reflect.String:
		sh.kind = textKind
		// A set of flags is the string type that answers Has.
		if _, ok := t.MethodByName("Has"); ok {
			sh.kind = flagsKind
		}
	case implements[encoding.TextUnmarshaler](t):
		sh.kind = stampKind
		if t.Kind() == reflect.Struct && strings.HasSuffix(t.Name(), "Time") {
			sh.name, sh.primitive = "dateTime", true
		}
	case k == reflect.Struct:
		sh.kind = structKind
	case k == reflect.Map:
		sh.kind, sh.elem = mapKind, t.Elem()
	case k == reflect.Slice && t.Elem().Kind() == reflect.Uint8:
		sh.kind, sh.name, sh.primitive = textKind, "base64Binary", true
	case k == reflect.Slice, k == reflect.Array:
		sh.kind, sh.elem, sh.primitive = listKind, t.Elem(), false
	case implements[json.Unmarshaler](t):
	case k == reflect.Bool:
		sh.kind = boolKind
	case k >= reflect.Int && k <= reflect.Uintptr:
		sh.kind = intKind
	case k == reflect.Float32, k == reflect.Float64:
		sh.kind = floatKind
	default:
		sh.name, sh.primitive = "anyType", true
	}
	if name, ok := primitiveNames[sh.name]; ok && sh.primitive {
		sh.name = name
	}
	if sh.name == "" {
		sh.name = "anyType"
	}
	return sh
}

// primitiveNames are the schema names of Go's own types, where they differ.
var primitiveNames = map[string]string{
	"bool": "boolean", "float32": "float", "float64": "double",
	"int8": "byte", "int16": "short", "int32": "int", "int64": "long",
	"uint8": "unsignedByte", "uint16": "unsignedShort", "uint32": "unsignedInt", "uint64": "unsignedLong", "uint": "unsignedLong",
}

func implements[T any](t reflect.Type) bool {
	want := reflect.TypeFor[T]()
	return t.Implements(want) || reflect.PointerTo(t).Implements(want)
}

// addFields collects the fields of t and of the types it embeds; the outermost
// of two with one name counts, as for encoding/json.
func (sh *shape) addFields(t reflect.Type, depth int) {
	for f := range t.Fields() {
		tag, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		inner := f.Type
		if inner.Kind() == reflect.Pointer {
			inner = inner.Elem()
		}
		switch {
		case tag == "-" && options == "":
			continue
		case f.Anonymous && tag == "" && inner.Kind() == reflect.Struct:
			sh.addFields(inner, depth+1)
			continue
		case !f.IsExported():
			continue
		case tag == "":
			tag = f.Name
		}
		if old, ok := sh.members[tag]; ok && old.depth <= depth {
			continue
		}
		sh.members[tag] = member{name: tag, typ: f.Type, depth: depth, quoted: strings.Contains(options, "string")}
		if fold := foldASCII(tag); sh.folded[fold] == "" {
			sh.folded[fold] = tag
		}
	}
}

// member finds a field: by its exact name first, then in any ASCII case.
func (sh *shape) member(name string) (m member, exact, ok bool) {
	if m, ok = sh.members[name]; ok {
		return m, true, true
	}
	m, ok = sh.members[sh.folded[foldASCII(name)]]
	return m, false, ok
}

// carrier reports whether t belongs to the API: it embeds Carrier somewhere. Of
// these the name of the root is known; a user's own type may be called anything.
func carrier(t reflect.Type) bool {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t == nil || t.Kind() != reflect.Struct {
		return false
	}
	for f := range t.Fields() {
		if f.Anonymous && (f.Name == "Carrier" || carrier(f.Type)) {
			return true
		}
	}
	return false
}
