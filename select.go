package superoffice

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/google/go-querystring/query"
)

// selection is the one query parameter of the two pages.
type selection struct {
	Select string `url:"$select,omitempty"`
}

// asDocumented keeps "$", "," and "/" readable, as the pages write them; a
// query may hold all three.
var asDocumented = strings.NewReplacer("%24", "$", "%2C", ",", "%2F", "/")

// selectQuery is the query of the call's $select, "" without one. keyName is
// added to it; it is "" where no key is needed.
func (c *call) selectQuery(t reflect.Type, keyName string) (string, error) {
	expr := c.options.rawSelect
	if paths := c.options.selected; len(paths) > 0 {
		checked, err := checkSelect(t, paths)
		if err != nil {
			return "", mark(mark(err, ErrSelect), ErrConfig)
		}
		if keyName != "" && !slices.Contains(checked, keyName) {
			checked = append(checked, keyName)
		}
		expr = strings.Join(checked, ",")
	}
	if expr == "" {
		return "", nil
	}
	values, err := query.Values(selection{expr})
	if err != nil {
		return "", err
	}
	return asDocumented.Replace(values.Encode()), nil
}

// checkSelect spells the paths as the server documents them. What is not a
// model is not checked.
func checkSelect(t reflect.Type, paths []string) ([]string, error) {
	checked := make([]string, 0, len(paths))
	var found problems
	for _, path := range paths {
		spelled, err := spell(t, path)
		if err != nil {
			found = append(found, fmt.Errorf("WithSelect: %w", err))
		} else if !slices.Contains(checked, spelled) {
			checked = append(checked, spelled)
		}
	}
	return checked, flatten(found...)
}

func spell(t reflect.Type, path string) (string, error) {
	t = elementOf(t)
	switch {
	case path == "":
		return "", errors.New("a path is empty; leave it out")
	case !isModel(t):
		return path, nil
	case strings.Contains(path, ","):
		return "", fmt.Errorf("%q: give each path as an argument of its own", path)
	}
	segments := strings.Split(path, "/")
	for i, segment := range segments {
		switch {
		case t == nil || t.Kind() == reflect.Map && segment != "":
			t = nil // keys of a map are the installation's own
			continue
		case t.Kind() != reflect.Struct || !isModel(t) || len(wireNames(t)) == 0:
			return "", fmt.Errorf("%q: %q has no properties", path, strings.Join(segments[:i], "/"))
		}
		names := wireNames(t)
		at := slices.IndexFunc(names, func(n wireName) bool { return len(n.name) == len(segment) && strings.EqualFold(n.name, segment) }) // of one length, so ASCII
		if at < 0 {
			return "", fmt.Errorf("%q: %s has no property %q; did you mean %q?", path, t.Name(), segment, nearest(segment, names))
		}
		segments[i], t = names[at].name, elementOf(names[at].typ)
	}
	return strings.Join(segments, "/"), nil
}

// elementOf is what a path continues in behind pointers and lists.
func elementOf(t reflect.Type) reflect.Type {
	for t != nil && (t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice) {
		t = t.Elem()
	}
	return t
}

func isModel(t reflect.Type) bool {
	return t != nil && t.Kind() == reflect.Struct && t.PkgPath() == modulePath+"/models"
}

type wireName struct {
	name string
	typ  reflect.Type
}

// wireNames are the members of a carrier, those of embedded ones included.
func wireNames(t reflect.Type) []wireName {
	var out []wireName
	for field := range t.Fields() {
		tag, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		switch {
		case field.Anonymous && tag == "" && isModel(field.Type):
			out = append(out, wireNames(field.Type)...)
		case field.IsExported() && tag != "":
			out = append(out, wireName{tag, field.Type})
		}
	}
	return out
}

// nearest is the name that takes the fewest edits to reach.
func nearest(name string, names []wireName) string {
	best := slices.MinFunc(names, func(a, b wireName) int {
		return distance(name, a.name) - distance(name, b.name)
	})
	return best.name
}

// distance counts the edits between two names, without regard to case; a swap
// of neighbours counts as one.
func distance(a, b string) int {
	a, b = strings.ToLower(a), strings.ToLower(b)
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(row[j]+1, last[j+1]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
