package xmlwire

import (
	"fmt"
	"strconv"
	"strings"
)

// path is the way from the root to a member. It lives on the stack of the walk
// and becomes text only when something is wrong.
type path struct {
	up    *path
	form  step
	name  string // of a member or key
	index int    // of an item
}

type step int

const (
	memberStep step = iota
	itemStep
	keyStep
)

func (p *path) member(name string) *path { return &path{up: p, name: name} }
func (p *path) item(i int) *path         { return &path{up: p, form: itemStep, index: i} }
func (p *path) key(name string) *path    { return &path{up: p, form: keyStep, name: name} }

// String is the path as User.OtherGroups[1].Id or User.CustomFields["x_name"].
func (p *path) String() string {
	var b strings.Builder
	if p.up != nil {
		b.WriteString(p.up.String())
	}
	switch p.form {
	case itemStep:
		b.WriteString("[" + strconv.Itoa(p.index) + "]")
	case keyStep:
		b.WriteString("[" + strconv.Quote(shorten(p.name)) + "]")
	default:
		if p.up != nil {
			b.WriteByte('.')
		}
		b.WriteString(show(p.name))
	}
	return b.String()
}

// top is the root's.
func (p *path) top() *path {
	for p.up != nil {
		p = p.up
	}
	return p
}

// fault is an error at a member. It never shows a value, which may be a secret.
func fault(at *path, format string, args ...any) error {
	return fmt.Errorf("%s: %s", at, fmt.Sprintf(format, args...))
}

// show is a name for an error message. It was chosen by the sender, so it may be
// long, empty or hold a line feed.
func show(name string) string {
	name = shorten(name)
	for _, r := range name {
		if !strconv.IsPrint(r) {
			return strconv.Quote(name)
		}
	}
	if name == "" {
		return `""`
	}
	return name
}

func shorten(name string) string {
	const longest = 40
	if len(name) <= longest {
		return name
	}
	return strings.ToValidUTF8(name[:longest], "") + "…"
}
