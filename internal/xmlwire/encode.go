package xmlwire

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"strings"
)

// Encode turns the JSON text of a value of type t into an XML document whose
// root is called root; an empty root is the name of t. All elements lie in
// namespace, or in none when it is empty.
//
// The members of a struct go out base members first and then by name, since a
// DataContract reader skips what comes out of order. A map with a known type of
// value goes out as entries with Key and Value, in the namespace where DataContract
// puts them, provided that there is a namespace at all. Other maps, and a map as
// the whole document, go out as elements named by the keys.
func Encode(body []byte, t reflect.Type, root, namespace string) ([]byte, error) {
	e := &encoder{shapes: make(shapes), namespace: namespace}
	sh := e.shapes.of(t)
	if root == "" && sh.kind >= structKind && !sh.primitive {
		root = sh.name
	}
	at := &path{name: rootPath(root)}
	if root == "" {
		return nil, errors.New("XML needs the name of a root element, which a type without a name does not give")
	}
	v, err := parseJSON(body, at)
	if err != nil {
		return nil, err
	}
	if sh.kind == mapKind {
		sh = &shape{kind: looseKind, elem: sh.elem}
	}
	if err := e.content(v, sh, at); err != nil {
		return nil, err
	}
	return e.document(encodeName(root), v.kind == nullValue, at)
}

// encoder writes what is inside the root; the root's tag comes last, when it is
// known whether null occurs.
type encoder struct {
	shapes    shapes
	namespace string
	out       bytes.Buffer
	nils      bool
}

func (e *encoder) document(root string, null bool, at *path) ([]byte, error) {
	inside := e.out.Bytes()
	e.out = bytes.Buffer{}
	e.out.Grow(len(inside) + 2*len(root) + len(e.namespace) + 150)
	e.out.WriteString(`<?xml version="1.0" encoding="utf-8"?>` + "\n<" + root)
	if e.namespace != "" {
		e.out.WriteString(` xmlns="`)
		if err := e.text(e.namespace, at); err != nil {
			return nil, err
		}
		e.out.WriteByte('"')
	}
	if e.nils || null {
		e.out.WriteString(` xmlns:i="` + nilSpace + `"`)
	}
	if null {
		e.out.WriteString(` i:nil="true"`)
	}
	e.out.WriteByte('>')
	e.out.Write(inside)
	e.out.WriteString("</" + root + ">")
	return e.out.Bytes(), nil
}

// element writes a value under a name. attributes is empty or starts with a space.
func (e *encoder) element(name, attributes string, v value, sh *shape, at *path) error {
	e.out.WriteString("<" + name + attributes)
	if v.kind == nullValue {
		e.nils = true
		e.out.WriteString(` i:nil="true"></` + name + ">")
		return nil
	}
	e.out.WriteByte('>')
	if err := e.content(v, sh, at); err != nil {
		return err
	}
	e.out.WriteString("</" + name + ">")
	return nil
}

// content follows the JSON value; the shape adds the order and the names.
func (e *encoder) content(v value, sh *shape, at *path) error {
	switch v.kind {
	case objectValue:
		switch sh.kind {
		case structKind:
			return e.members(e.sorted(v.members, sh), at)
		case mapKind:
			return e.entries(v.members, sh, at)
		default:
			return e.members(e.loose(v.members, sh), at)
		}
	case arrayValue:
		return e.items(v.items, sh, at)
	case textValue:
		if sh.kind == flagsKind {
			return e.text(strings.Join(flagNames(v.text), " "), at)
		}
		return e.text(v.text, at)
	case boolValue, numberValue:
		e.out.WriteString(v.text)
		return nil
	default:
		return nil
	}
}

// placed is a member with what its place depends on.
type placed struct {
	namedValue

	shape *shape
	depth int
}

// sorted orders members as DataContract does: those of the innermost base type
// first, then by name.
func (e *encoder) sorted(members []namedValue, sh *shape) []placed {
	out := make([]placed, len(members))
	for i, nv := range members {
		out[i] = placed{namedValue: nv, shape: e.shapes.of(nil)}
		if m, _, ok := sh.member(nv.name); ok {
			out[i].name, out[i].shape, out[i].depth = m.name, e.shapes.field(m), m.depth
		}
	}
	slices.SortStableFunc(out, func(a, b placed) int {
		if a.depth != b.depth {
			return b.depth - a.depth
		}
		return strings.Compare(a.name, b.name)
	})
	return out
}

// loose leaves members in their order: nothing is known about them.
func (e *encoder) loose(members []namedValue, sh *shape) []placed {
	inner := e.shapes.of(sh.elem)
	out := make([]placed, len(members))
	for i, nv := range members {
		out[i] = placed{namedValue: nv, shape: inner}
	}
	return out
}

func (e *encoder) members(members []placed, at *path) error {
	for _, m := range members {
		if err := e.member(m, at.member(m.name)); err != nil {
			return err
		}
	}
	return nil
}

func (e *encoder) member(m placed, at *path) error {
	name, err := elementName(m.name, at)
	if err != nil {
		return err
	}
	if m.shape.kind == anyKind && m.value.kind == arrayValue && len(m.value.items) > 0 {
		// No type to name items after: the element itself is repeated.
		for i, item := range m.value.items {
			if err := e.element(name, "", item, m.shape, at.item(i)); err != nil {
				return err
			}
		}
		return nil
	}
	return e.element(name, e.arraysPrefix(m.shape), m.value, m.shape, at)
}

// items writes a list, each item under the name of its type.
func (e *encoder) items(items []value, sh *shape, at *path) error {
	inner := e.shapes.of(sh.elem)
	name := encodeName(inner.name)
	if e.foreign(sh) {
		name = "a:" + name
	}
	for i, item := range items {
		if err := e.element(name, e.arraysPrefix(inner), item, inner, at.item(i)); err != nil {
			return err
		}
	}
	return nil
}

// entries writes a map as a list of pairs.
func (e *encoder) entries(members []namedValue, sh *shape, at *path) error {
	inner := e.shapes.of(sh.elem)
	prefix := ""
	if e.foreign(sh) {
		prefix = "a:"
	}
	entry := prefix + encodeName("KeyValueOfstring"+inner.name)
	for _, m := range members {
		at := at.key(m.name)
		e.out.WriteString("<" + entry + "><" + prefix + "Key>")
		if err := e.text(m.name, at); err != nil {
			return err
		}
		e.out.WriteString("</" + prefix + "Key>")
		if err := e.element(prefix+"Value", e.arraysPrefix(inner), m.value, inner, at); err != nil {
			return err
		}
		e.out.WriteString("</" + entry + ">")
	}
	return nil
}

// foreign reports whether what is directly inside sh lies in the arrays namespace.
func (e *encoder) foreign(sh *shape) bool {
	if e.namespace == "" {
		return false
	}
	return sh.kind == mapKind || sh.kind == listKind && e.shapes.of(sh.elem).primitive
}

func (e *encoder) arraysPrefix(sh *shape) string {
	if !e.foreign(sh) {
		return ""
	}
	return ` xmlns:a="` + arraysSpace + `"`
}
