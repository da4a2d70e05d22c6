package main

import (
	"fmt"
	"go/ast"
	"strconv"
	"strings"
)

func writeEncoders(p *printer, src *source) {
	p.line(runtimeImport)
	h := &helpers{src: src, done: map[string]bool{}}
	for _, c := range src.carriers {
		if c.base {
			continue
		}
		p.line("")
		p.line("func (x *%s) appendJSON(w *jsonwire.Writer, b []byte) []byte {", c.name)
		p.line("b = append(b, '{')")
		for _, f := range c.fields {
			h.writeMember(p, c, f)
		}
		p.line("b = jsonwire.Members(b, x.unknown.text())")
		p.line("return jsonwire.Close(b, '}')")
		p.line("}")
		h.flush(p)
	}
}

// key is the ready text of a member's name, as a Go literal.
func key(f field) string { return "`" + strconv.Quote(f.wireName) + ":`" }

// textKey is a key and the quote that begins its value.
func textKey(f field) string { return "`" + strconv.Quote(f.wireName) + ":\"`" }

func (h *helpers) writeMember(p *printer, c *carrier, f field) {
	x, k := "x."+f.goName, key(f)
	if id, ok := f.typ.(*ast.Ident); ok {
		switch {
		case id.Name == "DateTime":
			p.line("b = %s.appendMember(w, b, %s)", x, textKey(f))
			return
		case id.Name == "bool":
			p.line("if %s {", x)
			p.line("b = jsonwire.True(b, %s)", k)
			p.line("}")
			return
		case id.Name == "int32":
			p.line("if %s != 0 {", x)
			p.line("b = jsonwire.Int32(b, %s, %s)", k, x)
			p.line("}")
			return
		case id.Name == "float64":
			p.line("if %s != 0 {", x)
			p.line("b = w.Float64(b, %s, %s)", k, x)
			p.line("}")
			return
		case id.Name == "string":
			p.line(`if %s != "" {`, x)
			p.line("b = w.Text(b, %s, %s)", textKey(f), x)
			p.line("}")
			return
		case isIdent(h.src.types[id.Name], "string"):
			p.line(`if %s != "" {`, x)
			p.line("b = w.Text(b, %s, string(%s))", textKey(f), x)
			p.line("}")
			return
		}
	}
	p.line("if %s != nil && w.Fine() {", x)
	p.line("b = append(b, %s...)", k)
	if h.src.recursive(f.typ) && !h.src.recursive(ast.NewIdent(c.name)) {
		// The compiler takes a buffer to escape in recursive functions: theirs
		// is of their own, so that this one may stay on the stack.
		p.line("b = append(b, %s...)", strings.Replace(h.write(f.typ, x), "(w, b", "(w, make([]byte, 0, 1024)", 1))
	} else {
		p.line("b = %s", h.write(f.typ, x))
	}
	p.line("b = w.Leave(b, %s)", k)
	p.line("}")
}

// write gives the expression that appends a value that is not nil.
func (h *helpers) write(typ ast.Expr, x string) string {
	switch t := typ.(type) {
	case *ast.StarExpr:
		return x + ".appendJSON(w, b)"
	case *ast.ArrayType:
		name := "append" + listName(t)
		return h.add(name, func(p *printer) {
			p.line("")
			p.line("func %s(w *jsonwire.Writer, b []byte, list []%s) []byte {", name, typeName(t.Elt))
			p.line("b = append(b, '[')")
			p.line("for i := range list {")
			p.line("if !w.Fine() {")
			p.line("break")
			p.line("}")
			if h.isCarrier(t.Elt) {
				p.line("b = list[i].appendJSON(w, b)")
			} else {
				p.line("if list[i] == nil {")
				p.line("b = append(b, `null`...)")
				p.line("} else {")
				p.line("b = %s", h.write(t.Elt, "list[i]"))
				p.line("}")
			}
			p.line("b = w.LeaveElement(b, i)")
			p.line("}")
			p.line("return jsonwire.Close(b, ']')")
			p.line("}")
		}) + "(w, b, " + x + ")"
	case *ast.Ident:
		m := h.mapType(t)
		if m == nil {
			break
		}
		if isIdent(m.Value, "string") {
			return "w.TextMap(b, " + x + ")"
		}
		name := "append" + t.Name
		return h.add(name, func(p *printer) {
			p.line("")
			p.line("func %s(w *jsonwire.Writer, b []byte, m %s) []byte {", name, t.Name)
			p.line("b = append(b, '{')")
			p.line("var few [8]string")
			p.line("for _, name := range jsonwire.SortedKeys(few[:0], m) {")
			p.line("if !w.Fine() {")
			p.line("break")
			p.line("}")
			p.line("b = w.Entry(b, name)")
			p.line("x := m[name]")
			p.line("b = x.appendJSON(w, b)")
			p.line("b = w.LeaveEntry(b, name)")
			p.line("}")
			p.line("return jsonwire.Close(b, '}')")
			p.line("}")
		}) + "(w, b, " + x + ")"
	}
	panic(fmt.Sprintf("gencodec: no writer for %T", typ))
}
