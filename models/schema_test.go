package models_test

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/models"
)

// modelTypes are all carriers.
func modelTypes() []reflect.Type {
	return []reflect.Type{
		reflect.TypeFor[models.Address](),
		reflect.TypeFor[models.Associate](),
		reflect.TypeFor[models.Carrier](),
		reflect.TypeFor[models.ChatSessionEntity](),
		reflect.TypeFor[models.ChatSessionEntityWithLinks](),
		reflect.TypeFor[models.Contact](),
		reflect.TypeFor[models.Credential](),
		reflect.TypeFor[models.CredentialType](),
		reflect.TypeFor[models.CustomCommand](),
		reflect.TypeFor[models.FieldProperty](),
		reflect.TypeFor[models.FieldRight](),
		reflect.TypeFor[models.LicenseOwner](),
		reflect.TypeFor[models.LocalizedField](),
		reflect.TypeFor[models.MDOListItem](),
		reflect.TypeFor[models.ModuleLicenseLink](),
		reflect.TypeFor[models.Person](),
		reflect.TypeFor[models.Project](),
		reflect.TypeFor[models.Role](),
		reflect.TypeFor[models.Sale](),
		reflect.TypeFor[models.StructuredAddress](),
		reflect.TypeFor[models.TableRight](),
		reflect.TypeFor[models.Ticket](),
		reflect.TypeFor[models.User](),
		reflect.TypeFor[models.UserGroup](),
		reflect.TypeFor[models.UserWithLinks](),
	}
}

// The names that the Go types of some enums differ in from the wire's.
var wireEnums = map[string]string{"FieldRightMask": "EFieldRight", "TableRightMask": "ETableRight"}

func TestSchemaIsWhatTheStructsHave(t *testing.T) {
	t.Parallel()
	listed := readSchema(t).members
	declared := map[string]map[string]string{}
	for _, typ := range modelTypes() {
		declared[typ.Name()] = structMembers(t, typ)
	}
	for typ, members := range listed {
		if _, ok := declared[typ]; !ok {
			t.Errorf("%s is listed and no type of this package", typ)
			continue
		}
		for member, wire := range members {
			got, ok := declared[typ][member]
			switch {
			case !ok:
				t.Errorf("%s.%s is listed (%s) and has no field", typ, member, wire)
			case got != wire && (got != "int32" || wire != "int16"):
				t.Errorf("%s.%s is listed as %s and its field is %s", typ, member, wire, got)
			}
		}
	}
	for typ, members := range declared {
		for member := range members {
			if _, ok := listed[typ][member]; !ok {
				t.Errorf("%s.%s is a field and not listed", typ, member)
			}
		}
	}
}

func TestSchemaIsWhatTheEnumsHave(t *testing.T) {
	t.Parallel()
	listed := readSchema(t).enums
	declared := map[string]map[string]int{}
	for _, c := range slices.Concat(numberedConstants(t, "enums.go"), numberedConstants(t, "flags.go")) {
		if c.goName != c.typ+c.value {
			t.Errorf("%s: want the name %s", c.goName, c.typ+c.value)
		}
		wire := cmp.Or(wireEnums[c.typ], c.typ)
		if declared[wire] == nil {
			declared[wire] = map[string]int{}
		}
		declared[wire][c.value] = c.number
	}
	for enum := range maps.Keys(listed) {
		if !maps.Equal(declared[enum], listed[enum]) {
			t.Errorf("%s: the constants are\n%v\nthe list has\n%v", enum, declared[enum], listed[enum])
		}
	}
	for enum := range declared {
		if listed[enum] == nil {
			t.Errorf("%s has constants and is not listed", enum)
		}
	}
}

// structMembers gives the wire members of a carrier, those of embedded ones
// included, with their types as the list spells them.
func structMembers(t *testing.T, typ reflect.Type) map[string]string {
	t.Helper()
	members := map[string]string{}
	for _, f := range reflect.VisibleFields(typ) {
		if f.Anonymous || !f.IsExported() {
			continue
		}
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		if want := fmt.Sprintf(`json:%q`, name+",omitzero"); string(f.Tag) != want || option != "omitzero" || name == "" {
			t.Errorf("%s.%s has the tag `%s`, want `%s`", typ.Name(), f.Name, f.Tag, want)
		}
		if want := goName(name); f.Name != want {
			t.Errorf("%s.%s carries %s, want the name %s", typ.Name(), f.Name, name, want)
		}
		if _, twice := members[name]; twice {
			t.Errorf("%s carries %s twice", typ.Name(), name)
		}
		members[name] = wireType(t, f.Type)
	}
	return members
}

// goName is the field name for a wire name: the same with Go's initialisms.
func goName(wire string) string {
	if wire == "_Links" {
		return "Links"
	}
	if trunk, ok := strings.CutSuffix(wire, "Id"); ok {
		return trunk + "ID"
	}
	return wire
}

func wireType(t *testing.T, typ reflect.Type) string {
	t.Helper()
	switch typ {
	case reflect.TypeFor[models.DateTime]():
		return "datetime"
	case reflect.TypeFor[models.Secret]():
		return "string"
	}
	switch typ.Kind() {
	case reflect.Bool, reflect.Int32, reflect.Float64:
		return typ.String()
	case reflect.String:
		if typ.PkgPath() == "" {
			return "string"
		}
		return "enum:" + cmp.Or(wireEnums[typ.Name()], typ.Name())
	case reflect.Pointer:
		if typ.Elem().Kind() == reflect.Struct {
			return typ.Elem().Name()
		}
	case reflect.Slice:
		// Elements of lists are values, single carriers are pointers.
		if elem := typ.Elem(); elem.Kind() == reflect.Struct {
			return "array<" + elem.Name() + ">"
		}
		return "array<" + wireType(t, typ.Elem()) + ">"
	case reflect.Map:
		if elem := typ.Elem(); elem.Kind() == reflect.Struct {
			return "map[string]" + elem.Name()
		}
		return "map[string]" + wireType(t, typ.Elem())
	}
	t.Errorf("%s has no wire type", typ)
	return typ.String()
}

type schema struct {
	members map[string]map[string]string // by type and member: the wire type
	enums   map[string]map[string]int    // by enum and name: the number
}

func readSchema(t *testing.T) schema {
	t.Helper()
	text, err := os.ReadFile("testdata/schema.txt")
	if err != nil {
		t.Fatal(err)
	}
	s := schema{map[string]map[string]string{}, map[string]map[string]int{}}
	for line := range strings.Lines(string(text)) {
		words := strings.Fields(line)
		switch {
		case len(words) == 0 || words[0] == "#":
		case len(words) == 4 && words[0] == "enum":
			number, err := strconv.Atoi(words[3])
			if err != nil {
				t.Fatalf("schema.txt: %s", line)
			}
			if s.enums[words[1]] == nil {
				s.enums[words[1]] = map[string]int{}
			}
			s.enums[words[1]][words[2]] = number
		case len(words) == 3:
			if s.members[words[0]] == nil {
				s.members[words[0]] = map[string]string{}
			}
			if _, twice := s.members[words[0]][words[1]]; twice {
				t.Fatalf("schema.txt has twice: %s", line)
			}
			s.members[words[0]][words[1]] = words[2]
		default:
			t.Fatalf("schema.txt: %s", line)
		}
	}
	return s
}
