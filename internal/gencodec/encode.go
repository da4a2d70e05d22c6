package main

import (
	"fmt"
	"go/ast"
	"strconv"
)

func writeEncoders(p *printer, src *source) {
	p.line(runtimeImport)
	h := &helpers{src: src, done: map[string]bool{}}
	for _, c := range src.carriers {
		if c.base {
			continue
		}
		p.line("")
		p.line("func (x *%s) appendJSON(w *jsonwire.Writer) {", c.name)
		p.line("w.OpenObject()")
		for _, f := range c.fields {
			h.writeMember(p, f)
		}
		p.line("w.Members(x.unknown.text())")
		p.line("w.CloseObject()")
		p.line("}")
		h.flush(p)
	}
}

// key is the ready text of a member's name, as a Go literal.
func key(f field) string { return "`" + strconv.Quote(f.wireName) + ":`" }

func (h *helpers) writeMember(p *printer, f field) {
	x, k := "x."+f.goName, key(f)
	if id, ok := f.typ.(*ast.Ident); ok {
		switch {
		case id.Name == "DateTime":
			p.line("%s.appendMember(w, %s)", x, k)
			return
		case id.Name == "bool":
			p.line("if %s {", x)
			p.line("w.True(%s)", k)
			p.line("}")
			return
		case id.Name == "int32" || id.Name == "float64":
			p.line("if %s != 0 {", x)
			p.line("w.%s(%s, %s)", map[string]string{"int32": "Int32", "float64": "Float64"}[id.Name], k, x)
			p.line("}")
			return
		case id.Name == "string":
			p.line(`if %s != "" {`, x)
			p.line("w.Text(%s, %s)", k, x)
			p.line("}")
			return
		case isIdent(h.src.types[id.Name], "string"):
			p.line(`if %s != "" {`, x)
			p.line("w.Text(%s, string(%s))", k, x)
			p.line("}")
			return
		}
	}
	p.line("if %s != nil && w.Enter(%s) {", x, k)
	p.line("%s", h.write(f.typ, x))
	p.line("w.Leave(%s)", k)
	p.line("}")
}

// write gives the statement that writes a value that is not nil.
func (h *helpers) write(typ ast.Expr, x string) string {
	switch t := typ.(type) {
	case *ast.StarExpr:
		return x + ".appendJSON(w)"
	case *ast.ArrayType:
		name := "append" + listName(t)
		return h.add(name, func(p *printer) {
			p.line("")
			p.line("func %s(w *jsonwire.Writer, list []%s) {", name, typeName(t.Elt))
			p.line("w.OpenArray()")
			p.line("for i := range list {")
			p.line("if !w.EnterElement() {")
			p.line("break")
			p.line("}")
			if h.isCarrier(t.Elt) {
				p.line("list[i].appendJSON(w)")
			} else {
				p.line("if list[i] == nil {")
				p.line("w.Null()")
				p.line("} else {")
				p.line("%s", h.write(t.Elt, "list[i]"))
				p.line("}")
			}
			p.line("w.LeaveElement(i)")
			p.line("}")
			p.line("w.CloseArray()")
			p.line("}")
		}) + "(w, " + x + ")"
	case *ast.Ident:
		m := h.mapType(t)
		if m == nil {
			break
		}
		if isIdent(m.Value, "string") {
			return "w.TextMap(" + x + ")"
		}
		name := "append" + t.Name
		return h.add(name, func(p *printer) {
			p.line("")
			p.line("func %s(w *jsonwire.Writer, m %s) {", name, t.Name)
			p.line("w.OpenObject()")
			p.line("var few [8]string")
			p.line("for _, name := range jsonwire.SortedKeys(few[:0], m) {")
			p.line("if !w.EnterEntry(name) {")
			p.line("break")
			p.line("}")
			p.line("x := m[name]")
			p.line("x.appendJSON(w)")
			p.line("w.LeaveEntry(name)")
			p.line("}")
			p.line("w.CloseObject()")
			p.line("}")
		}) + "(w, " + x + ")"
	}
	panic(fmt.Sprintf("gencodec: no writer for %T", typ))
}
