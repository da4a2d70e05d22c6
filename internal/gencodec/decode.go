package main

import (
	"fmt"
	"go/ast"
	"go/token"
)

const runtimeImport = `import "github.com/go-superoffice/superoffice/internal/jsonwire"`

// maxFields is jsonwire.MaxFields, which a command cannot tie at compile time.
const maxFields = 128

func writeMethods(p *printer, src *source) {
	p.line(runtimeImport)
	for _, c := range src.carriers {
		if c.base {
			continue
		}
		p.line("")
		p.line("// UnmarshalJSON reads the JSON form as package models describes it. It")
		p.line("// replaces all of x; after an error x is zero.")
		p.line("func (x *%s) UnmarshalJSON(data []byte) error {", c.name)
		p.line("*x = %s{}", c.name)
		p.line("r := jsonwire.NewReader(data)")
		p.line("x.decodeJSON(&r)")
		p.line("if err := r.End(%q); err != nil {", c.entity())
		p.line("*x = %s{}", c.name)
		p.line("return err")
		p.line("}")
		p.line("return nil")
		p.line("}")
		p.line("")
		p.line("// MarshalJSON gives the JSON form: all that is not zero, and the members")
		p.line("// that were read and have no field.")
		p.line("func (x %s) MarshalJSON() ([]byte, error) {", c.name)
		p.line("var w jsonwire.Writer")
		if src.recursive(ast.NewIdent(c.name)) {
			p.line("return w.Result(x.appendJSON(&w, nil), %q)", c.entity())
		} else {
			p.line("var room [jsonwire.Room]byte")
			p.line("return w.Result(x.appendJSON(&w, room[:0]), %q)", c.entity())
		}
		p.line("}")
		if src.isSent(c) {
			p.line("")
			p.line("// AppendJSON appends to b what MarshalJSON gives. After an error it gives b.")
			p.line("func (x %s) AppendJSON(b []byte) ([]byte, error) {", c.name)
			p.line("var w jsonwire.Writer")
			p.line("return w.End(b, x.appendJSON(&w, b), %q)", c.entity())
			p.line("}")
		}
	}
	for _, e := range src.enums {
		p.line("")
		p.line("// UnmarshalJSON reads a name, or a number bare or in a string; null is zero.")
		p.line("func (x *%s) UnmarshalJSON(data []byte) error {", e.name)
		p.line("r := jsonwire.NewReader(data)")
		p.line("*x = read%s(&r)", e.name)
		p.line("if err := r.End(%q); err != nil {", e.name)
		p.line(`*x = ""`)
		p.line("return err")
		p.line("}")
		p.line("return nil")
		p.line("}")
	}
}

// helpers are the functions for lists and maps that the fields ask for.
type helpers struct {
	src  *source
	done map[string]bool
	todo []func(*printer)
}

func (h *helpers) add(name string, write func(*printer)) string {
	if !h.done[name] {
		h.done[name] = true
		h.todo = append(h.todo, write)
	}
	return name
}

func (h *helpers) flush(p *printer) {
	for len(h.todo) > 0 {
		write := h.todo[0]
		h.todo = h.todo[1:]
		write(p)
	}
}

func writeDecoders(p *printer, src *source) {
	p.line(runtimeImport)
	h := &helpers{src: src, done: map[string]bool{}}
	for _, c := range src.carriers {
		if c.base {
			continue
		}
		if len(c.fields) > maxFields {
			panic(fmt.Sprintf("%s has more than %d fields: raise jsonwire.MaxFields", c.name, maxFields))
		}
		p.line("")
		p.line("// %sNames are the members of %s in the order of the wire.", lower(c.name), c.name)
		p.line("var %sNames = [...]string{", lower(c.name))
		for _, f := range c.fields {
			p.line("%q,", f.wireName)
		}
		p.line("}")
		p.line("")
		p.line("func (x *%s) decodeJSON(r *jsonwire.Reader) {", c.name)
		p.line("var o jsonwire.Object")
		p.line("if !r.Object(&o, %sNames[:]) {", lower(c.name))
		p.line("return")
		p.line("}")
		p.line("for r.Next(&o) {")
		p.line("switch o.Field {")
		for i, f := range c.fields {
			p.line("case %d:", i)
			if isIdent(f.typ, "DateTime") {
				p.line("x.%s.decodeMember(r)", f.goName)
				continue
			}
			p.line("x.%s = %s", f.goName, h.read(f.typ))
		}
		p.line("}")
		p.line("}")
		p.line("x.unknown = membersOf(r.Unknown(&o))")
		p.line("}")
		h.flush(p)
	}
}

// read gives the expression that reads a value of a type from r.
func (h *helpers) read(typ ast.Expr) string {
	switch t := typ.(type) {
	case *ast.StarExpr:
		name := t.X.(*ast.Ident).Name
		return h.add("new"+name, func(p *printer) {
			p.line("")
			p.line("func new%s(r *jsonwire.Reader) *%s {", name, name)
			p.line("if r.Null() {")
			p.line("return nil")
			p.line("}")
			p.line("x := new(%s)", name)
			p.line("x.decodeJSON(r)")
			p.line("return x")
			p.line("}")
		}) + "(r)"
	case *ast.ArrayType:
		name := "read" + listName(t)
		return h.add(name, func(p *printer) {
			elem := typeName(t.Elt)
			p.line("")
			p.line("func %s(r *jsonwire.Reader) []%s {", name, elem)
			p.line("if !r.Array() {")
			p.line("return nil")
			p.line("}")
			p.line("list := []%s{}", elem)
			p.line("for a := (jsonwire.Array{}); r.Element(&a); {")
			if h.isCarrier(t.Elt) {
				p.line("list = append(jsonwire.GrowList(list), %s{})", elem)
				p.line("list[len(list)-1].decodeJSON(r)")
			} else {
				p.line("list = append(jsonwire.GrowList(list), %s)", h.read(t.Elt))
			}
			p.line("}")
			p.line("return list")
			p.line("}")
		}) + "(r)"
	case *ast.Ident:
		return h.readNamed(t)
	}
	panic(fmt.Sprintf("gencodec: no reader for %T", typ))
}

func (h *helpers) readNamed(t *ast.Ident) string {
	switch t.Name {
	case "string":
		return "r.Text()"
	case "bool":
		return "r.Bool()"
	case "int32":
		return "r.Int32()"
	case "float64":
		return "r.Float64()"
	}
	if h.src.enumOf[t.Name] != nil {
		return "read" + t.Name + "(r)"
	}
	under := h.src.types[t.Name]
	if isIdent(under, "string") {
		return t.Name + "(r.Text())"
	}
	m := h.mapType(t)
	if m == nil {
		panic("gencodec: no reader for " + t.Name)
	}
	if isIdent(m.Value, "string") {
		return "r.TextMap()"
	}
	name, elem := "read"+t.Name, typeName(m.Value)
	return h.add(name, func(p *printer) {
		p.line("")
		p.line("func %s(r *jsonwire.Reader) %s {", name, t.Name)
		p.line("if !r.Map() {")
		p.line("return nil")
		p.line("}")
		p.line("m := %s{}", t.Name)
		p.line("for e := (jsonwire.Entries{}); r.Entry(&e); {")
		p.line("var x %s", elem)
		p.line("x.decodeJSON(r)")
		p.line("m[e.Key] = x")
		p.line("}")
		p.line("return m")
		p.line("}")
	}) + "(r)"
}

// mapType gives the map under a name, through aliases, nil when it is none.
func (h *helpers) mapType(t *ast.Ident) *ast.MapType {
	for {
		switch under := h.src.types[t.Name].(type) {
		case *ast.MapType:
			return under
		case *ast.Ident:
			t = under
		default:
			return nil
		}
	}
}

func (h *helpers) isCarrier(t ast.Expr) bool {
	id, ok := t.(*ast.Ident)
	return ok && h.src.byName[id.Name] != nil
}

// typeName spells a type as Go does.
func typeName(t ast.Expr) string {
	switch t := t.(type) {
	case *ast.Ident:
		return t.Name
	case *ast.ArrayType:
		return "[]" + typeName(t.Elt)
	case *ast.StarExpr:
		return token.MUL.String() + typeName(t.X)
	}
	panic(fmt.Sprintf("gencodec: no name for %T", t))
}

// listName names a list in a function: ModuleLicenseLinkList, LocalizedFieldListList.
func listName(t ast.Expr) string {
	if a, ok := t.(*ast.ArrayType); ok {
		return listName(a.Elt) + "List"
	}
	return typeName(t)
}
