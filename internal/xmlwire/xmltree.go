package xmlwire

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// node is one element. Children hang together by index, which keeps a document
// of very many small elements small.
type node struct {
	name  string // unescaped, without prefix
	text  string // of an element without children
	first int32  // child, 0: none
	next  int32  // sibling, 0: none
	null  bool   // i:nil
	mixed bool   // text beside child elements
}

// tree is a document; nodes[0] is the root.
type tree struct {
	nodes []node
}

// children calls yield for the child elements of n, in order.
func (t *tree) children(n int32) func(yield func(int32) bool) {
	return func(yield func(int32) bool) {
		for c := t.nodes[n].first; c != 0; c = t.nodes[c].next {
			if !yield(c) {
				return
			}
		}
	}
}

// open is an element whose end has not been read yet.
type open struct {
	node int32
	last int32 // child
	text []byte
}

// reader builds a tree from the tokens of a document.
type reader struct {
	tree

	names map[string]string // one copy of each
	stack []open
	done  bool // the root is closed
}

// parseXML reads a whole document. What may stand for other text or fetch it
// (DOCTYPE and the entities it declares) is refused unseen.
func parseXML(doc []byte) (*tree, error) {
	doc = bytes.TrimPrefix(doc, []byte("\xEF\xBB\xBF"))
	dec := xml.NewDecoder(bytes.NewReader(doc))
	dec.CharsetReader = func(string, io.Reader) (io.Reader, error) {
		return nil, errors.New("only UTF-8 is read")
	}
	r := &reader{names: make(map[string]string)}
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) && r.done {
			return &r.tree, nil
		}
		if err != nil {
			return nil, r.malformed(dec, err)
		}
		if err := r.take(token); err != nil {
			return nil, err
		}
	}
}

func (r *reader) take(token xml.Token) error {
	switch token := token.(type) {
	case xml.StartElement:
		return r.start(token)
	case xml.EndElement:
		r.end()
	case xml.CharData:
		if len(r.stack) > 0 {
			top := &r.stack[len(r.stack)-1]
			top.text = append(top.text, token...)
		} else if trim(string(token)) != "" {
			return errors.New("the XML has text outside the root element")
		}
	case xml.Directive:
		return errors.New("the XML has a document type declaration (DOCTYPE), which is refused")
	}
	return nil
}

func (r *reader) start(token xml.StartElement) error {
	if r.done {
		return errors.New("the XML has a second root element")
	}
	if len(r.stack) == maxDepth {
		return fmt.Errorf("the XML is nested deeper than %d levels", maxDepth)
	}
	n := int32(len(r.nodes)) //nolint:gosec // the size limit of a body keeps it far below
	r.nodes = append(r.nodes, node{name: r.name(token.Name.Local), null: isNil(token.Attr)})
	if len(r.stack) > 0 {
		top := &r.stack[len(r.stack)-1]
		if top.last == 0 {
			r.nodes[top.node].first = n
		} else {
			r.nodes[top.last].next = n
		}
		top.last = n
	}
	// The text buffer of an earlier element at this depth serves again.
	if depth := len(r.stack); depth < cap(r.stack) {
		r.stack = r.stack[:depth+1]
		r.stack[depth] = open{node: n, text: r.stack[depth].text[:0]}
	} else {
		r.stack = append(r.stack, open{node: n})
	}
	return nil
}

func (r *reader) end() {
	top := r.stack[len(r.stack)-1]
	n := &r.nodes[top.node]
	if n.first == 0 {
		n.text = string(top.text)
	} else {
		n.mixed = len(bytes.TrimFunc(top.text, isSpace)) > 0
	}
	r.stack = r.stack[:len(r.stack)-1]
	r.done = len(r.stack) == 0
}

func (r *reader) name(raw string) string {
	if name, ok := r.names[raw]; ok {
		return name
	}
	name := decodeName(raw)
	r.names[raw] = name
	return name
}

// malformed describes what the tokenizer found, without the document's own text:
// an unknown entity may be a piece of a value.
func (r *reader) malformed(dec *xml.Decoder, err error) error {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, io.EOF):
		return errors.New("the XML has no root element")
	case !errors.As(err, &syntax):
		return fmt.Errorf("malformed XML: %w", err)
	}
	what, _, entity := strings.Cut(syntax.Msg, "&")
	if entity {
		what = strings.TrimSpace(what) + " (only the five of XML itself are read)"
	}
	at := ""
	if len(r.stack) > 0 {
		at = " in element " + show(r.nodes[r.stack[len(r.stack)-1].node].name)
	}
	line, _ := dec.InputPos()
	return fmt.Errorf("malformed XML on line %d%s: %s", line, at, what)
}

func isNil(attributes []xml.Attr) bool {
	for _, a := range attributes {
		if a.Name.Local == "nil" && a.Name.Space == nilSpace {
			value := trim(a.Value)
			return value == "true" || value == "1"
		}
	}
	return false
}
