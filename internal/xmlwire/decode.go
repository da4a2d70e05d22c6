package xmlwire

import (
	"fmt"
	"reflect"
	"strings"
)

// Decode turns an XML document into the JSON text of a value of type t.
//
// Elements may come in any order, namespace and prefix, their names in any ASCII
// case. The root is named after t, with or without WithLinks; where t is not a
// type of the API, any name but html will do. A list takes items of any name; a
// map takes entries of any name with Key and Value, and elements named by the keys.
func Decode(doc []byte, t reflect.Type) ([]byte, error) {
	tr, err := parseXML(doc)
	if err != nil {
		return nil, err
	}
	d := &decoder{tree: tr, shapes: make(shapes), out: make([]byte, 0, len(doc)/2)}
	root := tr.nodes[0].name
	sh := d.shapes.of(t)
	if err := checkRoot(root, sh.name, carrier(t)); err != nil {
		return nil, err
	}
	if err := d.value(0, sh, &path{name: rootPath(root)}); err != nil {
		return nil, err
	}
	return d.out, nil
}

// rootPath is what paths start with: the entity, be it with links or not.
func rootPath(root string) string { return strings.TrimSuffix(root, linksSuffix) }

func checkRoot(root, want string, strict bool) error {
	want = rootPath(want)
	got := foldASCII(root)
	switch {
	case !strict && got != "html":
		return nil
	case strict && (got == foldASCII(want) || got == foldASCII(want+linksSuffix)):
		return nil
	default:
		return fmt.Errorf("the root element of the XML is %s where %s is expected", show(root), want)
	}
}

// decoder writes the JSON of a tree.
type decoder struct {
	*tree

	shapes shapes
	out    []byte
}

func (d *decoder) value(n int32, sh *shape, at *path) error {
	el := &d.nodes[n]
	if el.null {
		d.raw("null")
		return nil
	}
	switch {
	case sh.kind == anyKind && el.first != 0:
		return d.object(n, sh, at)
	case sh.kind >= structKind:
		if el.mixed || el.first == 0 && trim(el.text) != "" {
			return fault(at, "text where elements are expected")
		}
	case el.first != 0:
		return fault(at, "elements where text is expected")
	}
	switch sh.kind {
	case structKind, looseKind:
		return d.object(n, sh, at)
	case listKind:
		return d.list(n, sh, at)
	case mapKind:
		return d.entries(n, sh, at)
	default:
		var wrong string
		if d.out, wrong = appendScalar(d.out, sh.kind, el.text); wrong != "" {
			return fault(at, "%s", wrong)
		}
		return nil
	}
}

// group is the elements that make one member.
type group struct {
	name  string
	shape *shape
	exact bool
	node  int32
	more  []int32 // makes it an array
}

// object writes the children as members. Of one that the type knows the last
// counts, and one spelled exactly before any other; the others become an array
// when they are repeated.
func (d *decoder) object(n int32, sh *shape, at *path) error {
	var groups []group
	places := make(map[string]int)
	for c := range d.children(n) {
		g := d.group(sh, d.nodes[c].name)
		g.node = c
		place, again := places[g.name]
		switch {
		case !again:
			places[g.name] = len(groups)
			groups = append(groups, g)
		case g.shape.kind == anyKind:
			groups[place].more = append(groups[place].more, c)
		case g.exact || !groups[place].exact:
			groups[place] = g
		}
	}
	d.raw("{")
	for i, g := range groups {
		if i > 0 {
			d.raw(",")
		}
		d.out = appendJSON(d.out, g.name)
		d.raw(":")
		if err := d.member(g, at.member(g.name)); err != nil {
			return err
		}
	}
	d.raw("}")
	return nil
}

func (d *decoder) group(sh *shape, name string) group {
	if m, exact, ok := sh.member(name); ok {
		return group{name: m.name, shape: d.shapes.field(m), exact: exact}
	}
	if sh.kind == looseKind {
		return group{name: name, shape: d.shapes.of(sh.elem)}
	}
	return group{name: name, shape: d.shapes.of(nil)}
}

func (d *decoder) member(g group, at *path) error {
	if len(g.more) == 0 {
		return d.value(g.node, g.shape, at)
	}
	d.raw("[")
	if err := d.value(g.node, g.shape, at.item(0)); err != nil {
		return err
	}
	for i, n := range g.more {
		d.raw(",")
		if err := d.value(n, g.shape, at.item(i+1)); err != nil {
			return err
		}
	}
	d.raw("]")
	return nil
}

func (d *decoder) list(n int32, sh *shape, at *path) error {
	inner := d.shapes.of(sh.elem)
	i := 0
	d.raw("[")
	for c := range d.children(n) {
		if i > 0 {
			d.raw(",")
		}
		if err := d.value(c, inner, at.item(i)); err != nil {
			return err
		}
		i++
	}
	d.raw("]")
	return nil
}

// entries writes a map. Of a key given twice the last value counts.
func (d *decoder) entries(n int32, sh *shape, at *path) error {
	inner := d.shapes.of(sh.elem)
	type entry struct {
		key   string
		value int32 // 0: none
	}
	var entries []entry
	places := make(map[string]int)
	for c := range d.children(n) {
		e := entry{key: d.nodes[c].name, value: c}
		if key, value, ok := d.pair(c); ok {
			if d.nodes[key].first != 0 {
				return fault(at, "elements in the key of an entry")
			}
			e = entry{key: d.nodes[key].text, value: value}
		}
		if place, again := places[e.key]; again {
			entries[place] = e
			continue
		}
		places[e.key] = len(entries)
		entries = append(entries, e)
	}
	d.raw("{")
	for i, e := range entries {
		if i > 0 {
			d.raw(",")
		}
		d.out = appendJSON(d.out, e.key)
		d.raw(":")
		if e.value == 0 {
			d.raw("null")
		} else if err := d.value(e.value, inner, at.key(e.key)); err != nil {
			return err
		}
	}
	d.raw("}")
	return nil
}

// pair reports whether an element is an entry: it holds a Key, at most one Value
// and nothing else. KeyValueOfstringstring and StringKeyValuePair are of this form.
func (d *decoder) pair(n int32) (key, value int32, ok bool) {
	for c := range d.children(n) {
		switch foldASCII(d.nodes[c].name) {
		case "key":
			if key != 0 {
				return 0, 0, false
			}
			key = c
		case "value":
			if value != 0 {
				return 0, 0, false
			}
			value = c
		default:
			return 0, 0, false
		}
	}
	return key, value, key != 0
}

func (d *decoder) raw(text string) { d.out = append(d.out, text...) }
