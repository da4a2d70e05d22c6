package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"strconv"
	"strings"
)

// source is what the generator knows of the package.
type source struct {
	name     string
	carriers []*carrier // in the order of files and declarations
	enums    []*enum
	types    map[string]ast.Expr
	byName   map[string]*carrier
	enumOf   map[string]*enum
}

// carrier is a struct that travels as a JSON object.
type carrier struct {
	name    string
	fields  []field
	unknown bool // has members kept aside
	base    bool // Carrier itself: flattened into the others, no methods of its own
}

// field is one wire member.
type field struct {
	goName, wireName string
	typ              ast.Expr
}

// enum is a string type with constants.
type enum struct {
	name   string
	flags  bool
	values []value
}

// value is one constant.
type value struct {
	constant, text string
	number         int32
}

// baseCarrier is the embedded part that is never a value of its own on the wire.
const baseCarrier = "Carrier"

// linksSuffix is what an answer's type adds to the name of the entity.
const linksSuffix = "WithLinks"

func load(dir string) (*source, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	src := &source{types: map[string]ast.Expr{}, byName: map[string]*carrier{}, enumOf: map[string]*enum{}}
	structs := map[string]*ast.StructType{}
	var order []string
	var consts []*ast.ValueSpec
	fset := token.NewFileSet()
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "zz_") {
			continue
		}
		file, err := parser.ParseFile(fset, dir+"/"+name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		src.name = file.Name.Name
		for _, decl := range file.Decls {
			decl, ok := decl.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range decl.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					src.types[spec.Name.Name] = spec.Type
					if s, ok := spec.Type.(*ast.StructType); ok {
						structs[spec.Name.Name] = s
						order = append(order, spec.Name.Name)
					}
					if isIdent(spec.Type, "string") && spec.Name.IsExported() {
						src.enumOf[spec.Name.Name] = &enum{name: spec.Name.Name, flags: name == "flags.go"}
						src.enums = append(src.enums, src.enumOf[spec.Name.Name])
					}
				case *ast.ValueSpec:
					if decl.Tok == token.CONST {
						consts = append(consts, spec)
					}
				}
			}
		}
	}
	if err := src.addValues(consts); err != nil {
		return nil, err
	}
	for _, name := range order {
		if _, err := src.carrier(name, structs); err != nil {
			return nil, err
		}
	}
	for _, name := range order {
		if c := src.byName[name]; c != nil {
			src.carriers = append(src.carriers, c)
		}
	}
	return src, nil
}

// addValues gives the enumerations their constants and drops plain string types.
func (src *source) addValues(consts []*ast.ValueSpec) error {
	for _, spec := range consts {
		name, ok := spec.Type.(*ast.Ident)
		if !ok || src.enumOf[name.Name] == nil {
			continue
		}
		text, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			return err
		}
		fields := strings.FieldsFunc(spec.Comment.Text(), func(r rune) bool { return r != '-' && (r < '0' || r > '9') })
		if len(fields) == 0 {
			return fmt.Errorf("the constant %s has no number in its line comment", spec.Names[0].Name)
		}
		number, err := strconv.ParseInt(fields[0], 10, 32)
		if err != nil {
			return err
		}
		e := src.enumOf[name.Name]
		e.values = append(e.values, value{spec.Names[0].Name, text, int32(number)})
	}
	var enums []*enum
	for _, e := range src.enums {
		if len(e.values) == 0 {
			delete(src.enumOf, e.name)
			continue
		}
		enums = append(enums, e)
	}
	src.enums = enums
	return nil
}

// carrier flattens a struct, nil when it is no carrier.
func (src *source) carrier(name string, structs map[string]*ast.StructType) (*carrier, error) {
	if c, done := src.byName[name]; done {
		return c, nil
	}
	if structs[name] == nil || name == "DateTime" {
		return nil, nil
	}
	c := &carrier{name: name, base: name == baseCarrier}
	var embedded []field
	for _, f := range structs[name].Fields.List {
		if len(f.Names) == 0 {
			id, ok := f.Type.(*ast.Ident)
			if !ok {
				continue
			}
			inner, err := src.carrier(id.Name, structs)
			if err != nil {
				return nil, err
			}
			if inner != nil {
				embedded = append(embedded, inner.fields...)
				c.unknown = c.unknown || inner.unknown
			}
			continue
		}
		if f.Names[0].Name == "unknown" {
			c.unknown = true
		}
		if f.Tag == nil {
			continue
		}
		tag, err := strconv.Unquote(f.Tag.Value)
		if err != nil {
			return nil, err
		}
		wire, options, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
		if wire == "" || options != "omitzero" {
			return nil, fmt.Errorf("%s.%s: want a tag such as `json:\"Name,omitzero\"`", name, f.Names[0].Name)
		}
		c.fields = append(c.fields, field{f.Names[0].Name, wire, f.Type})
	}
	if len(c.fields)+len(embedded) == 0 {
		return nil, nil
	}
	if strings.HasSuffix(name, linksSuffix) {
		// _Links is the last member on the wire, behind those of the embedded entity.
		c.fields = append(embedded, c.fields...)
	} else {
		c.fields = append(c.fields, embedded...)
	}
	if !c.unknown {
		return nil, fmt.Errorf("%s has no place for unknown members", name)
	}
	src.byName[name] = c
	return c, nil
}

// recursive tells that values of a type can hold carriers of the same type.
func (src *source) recursive(t ast.Expr) bool {
	c := src.carrierIn(t)
	if c == nil {
		return false
	}
	seen := map[*carrier]bool{}
	var reaches func(from *carrier) bool
	reaches = func(from *carrier) bool {
		for _, f := range from.fields {
			next := src.carrierIn(f.typ)
			if next == nil || seen[next] {
				continue
			}
			seen[next] = true
			if next == c || reaches(next) {
				return true
			}
		}
		return false
	}
	return reaches(c)
}

// isSent tells that a carrier is the body of a call, or what is answered to it:
// that which comes with links.
func (src *source) isSent(c *carrier) bool { return src.byName[c.entity()+linksSuffix] != nil }

// entity is what errors call a carrier, with its links or without.
func (c *carrier) entity() string { return strings.TrimSuffix(c.name, linksSuffix) }

// carrierIn gives the carrier that a type is, points to, or is made of.
func (src *source) carrierIn(t ast.Expr) *carrier {
	switch t := t.(type) {
	case *ast.StarExpr:
		return src.carrierIn(t.X)
	case *ast.ArrayType:
		return src.carrierIn(t.Elt)
	case *ast.MapType:
		return src.carrierIn(t.Value)
	case *ast.Ident:
		if c := src.byName[t.Name]; c != nil {
			return c
		}
		if m, ok := src.types[t.Name].(*ast.MapType); ok {
			return src.carrierIn(m.Value)
		}
	}
	return nil
}

func isIdent(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

// lower is the name of an unexported function or variable for a type.
func lower(name string) string {
	n := 1
	for n < len(name)-1 && name[n] >= 'A' && name[n] <= 'Z' && name[n+1] >= 'A' && name[n+1] <= 'Z' {
		n++
	}
	return strings.ToLower(name[:n]) + name[n:]
}
