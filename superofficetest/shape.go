package superofficetest

import (
	"reflect"
	"strings"
	"sync"

	"github.com/go-superoffice/superoffice/models"
)

// kind is what a value is on the wire.
type kind uint8

const (
	kindText kind = iota
	kindSecret
	kindName // of an enumeration or a set of flags
	kindInt
	kindFloat
	kindBool
	kindDate
	kindObject
	kindList
	kindTextMap
	kindObjectMap
)

// shape is what a type looks like on the wire, read once from the json tags of
// the models. Lists and maps have an element, objects have members.
type shape struct {
	kind    kind
	name    string            // of the type
	zero    string            // of a name: what 0 is called
	names   map[string]string // of a name: by itself and in lower case
	elem    *shape
	members []member // own members in order, then those of Carrier
	byName  map[string]int
	carrier bool
}

type member struct {
	name  string
	key   string // "Name":
	index []int
	shape *shape
	base  bool // of Carrier
	stamp bool // kept by the server, always UTC
}

// find returns the member of that name, in any case.
func (s *shape) find(name string) (member, bool) {
	i, ok := s.byName[strings.ToLower(name)]
	if !ok {
		return member{}, false
	}
	return s.members[i], true
}

// of returns the member of an object.
func (m *member) of(v reflect.Value) reflect.Value {
	if len(m.index) == 1 {
		return v.Field(m.index[0])
	}
	return v.FieldByIndex(m.index)
}

var (
	sessionShape = sync.OnceValue(func() *shape { return shapeOf(reflect.TypeFor[models.ChatSessionEntity]()) })
	userShape    = sync.OnceValue(func() *shape { return shapeOf(reflect.TypeFor[models.User]()) })
)

func shapeOf(t reflect.Type) *shape {
	sh := &shaper{made: map[reflect.Type]*shape{}, enums: enumNames()}
	return sh.of(t)
}

type shaper struct {
	made  map[reflect.Type]*shape
	enums map[string]string
}

func (sh *shaper) of(t reflect.Type) *shape {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if s := sh.made[t]; s != nil {
		return s
	}
	s := &shape{name: t.Name()}
	sh.made[t] = s
	switch {
	case t == reflect.TypeFor[models.DateTime]():
		s.kind = kindDate
	case t == reflect.TypeFor[models.Secret]():
		s.kind = kindSecret
	case t.Kind() == reflect.String:
		s.kind = kindText
		if names := strings.Fields(sh.enums[t.Name()]); len(names) > 0 {
			s.kind, s.zero, s.names = kindName, names[0], map[string]string{}
			for _, name := range names {
				s.names[name], s.names[strings.ToLower(name)] = name, name
			}
		}
	case t.Kind() == reflect.Bool:
		s.kind = kindBool
	case t.Kind() == reflect.Float64:
		s.kind = kindFloat
	case t.Kind() == reflect.Slice:
		s.kind, s.elem = kindList, sh.of(t.Elem())
	case t.Kind() == reflect.Map:
		s.kind, s.elem = kindTextMap, sh.of(t.Elem())
		if s.elem.kind == kindObject {
			s.kind = kindObjectMap
		}
	case t.Kind() == reflect.Struct:
		s.kind = kindObject
		sh.addMembers(s, t)
	default:
		s.kind = kindInt
	}
	return s
}

func (sh *shaper) addMembers(s *shape, t reflect.Type) {
	var base []member
	for f := range t.Fields() {
		if f.Type == reflect.TypeFor[models.Carrier]() {
			s.carrier = true
			for g := range f.Type.Fields() {
				if m, ok := sh.member(g); ok {
					m.base, m.index = true, []int{f.Index[0], g.Index[0]}
					base = append(base, m)
				}
			}
			continue
		}
		if m, ok := sh.member(f); ok {
			m.stamp = t == reflect.TypeFor[models.Project]() && m.name == "Updated"
			s.members = append(s.members, m)
		}
	}
	s.members = append(s.members, base...)
	s.byName = make(map[string]int, len(s.members))
	for i, m := range s.members {
		s.byName[strings.ToLower(m.name)] = i
	}
}

func (sh *shaper) member(f reflect.StructField) (member, bool) {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if name == "" || name == "-" {
		return member{}, false
	}
	return member{name: name, key: `"` + name + `":`, index: f.Index, shape: sh.of(f.Type)}, true
}
