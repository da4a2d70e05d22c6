package main

import "slices"

func writeNames(p *printer, src *source) {
	p.line("import (")
	p.line(`"strconv"`)
	p.line("")
	p.line(`"github.com/go-superoffice/superoffice/internal/jsonwire"`)
	p.line(")")
	for _, e := range src.enums {
		if e.flags {
			writeFlags(p, e)
		} else {
			writeEnum(p, e)
		}
	}
}

func writeEnum(p *printer, e *enum) {
	p.line("")
	p.line("// read%s gives the constant for a known name or number, so that a value", e.name)
	p.line("// does not keep the text it was read from in memory.")
	p.line("func read%s(r *jsonwire.Reader) %s {", e.name, e.name)
	p.line("name, number, isNumber := r.NameOrNumber()")
	p.line("if isNumber {")
	p.line("return %sOf(number)", lower(e.name))
	p.line("}")
	p.line("switch string(name) {")
	for _, v := range e.values {
		p.line("case %q:", v.text)
		p.line("return %s", v.constant)
	}
	p.line("}")
	p.line("if number, ok := jsonwire.WholeNumber(name); ok {")
	p.line("return %sOf(number)", lower(e.name))
	p.line("}")
	p.line("return %s(r.Keep(name))", e.name)
	p.line("}")
	p.line("")
	p.line("func %sOf(number int32) %s {", lower(e.name), e.name)
	p.line("switch number {")
	p.line("case 0:")
	p.line(`return ""`)
	for _, v := range e.distinct() {
		if v.number == 0 {
			continue
		}
		p.line("case %d:", v.number)
		p.line("return %s", v.constant)
	}
	p.line("}")
	p.line("return %s(strconv.Itoa(int(number)))", e.name)
	p.line("}")
}

func writeFlags(p *printer, e *enum) {
	table := lower(e.name) + "Flags"
	p.line("")
	p.line("// %s has the largest bits first, as jsonwire.FlagNames asks.", table)
	p.line("var %s = []jsonwire.Flag{", table)
	values := slices.Clone(e.values)
	slices.SortStableFunc(values, func(a, b value) int { return int(b.number) - int(a.number) })
	for _, v := range values {
		p.line("{Bits: %d, Name: %q},", v.number, v.text)
	}
	p.line("}")
	p.line("")
	p.line("// read%s keeps the text of a string. A bare number becomes names.", e.name)
	p.line("func read%s(r *jsonwire.Reader) %s {", e.name, e.name)
	p.line("text, number, isNumber := r.NameOrNumber()")
	p.line("if isNumber {")
	p.line("return %s(jsonwire.FlagNames(%s, number))", e.name, table)
	p.line("}")
	p.line("if number, ok := jsonwire.WholeNumber(text); ok && number == 0 {")
	p.line(`return ""`)
	p.line("}")
	p.line("return %s(r.Keep(text))", e.name)
	p.line("}")
}

// distinct gives the first constant of each number.
func (e *enum) distinct() []value {
	var first []value
	for _, v := range e.values {
		if !slices.ContainsFunc(first, func(f value) bool { return f.number == v.number }) {
			first = append(first, v)
		}
	}
	return first
}
