package superofficetest

import (
	"errors"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// formToJSON reads a form body, whose names say where a value belongs:
// User[AssociateId], OtherGroups[0][Id] or User.AssociateId.
func formToJSON(body []byte, s *shape) ([]byte, error) {
	values, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, errors.New("not a form")
	}
	root := &tree{}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		steps, err := formSteps(name)
		if err != nil {
			return nil, err
		}
		at := root
		for _, step := range steps {
			at = at.item(step)
		}
		// ASP.NET binds the first of several values.
		at.text = values[name][0]
	}
	root.sortItems()
	return root.toJSON(nil, s, "", false)
}

// formSteps splits a name into the members, indexes and keys on the way.
func formSteps(name string) ([]string, error) {
	var steps []string
	for rest := name; rest != ""; {
		if len(steps) > maxDepth {
			return nil, errDepth
		}
		if rest[0] == '[' {
			step, after, ok := strings.Cut(rest[1:], "]")
			if !ok {
				return nil, fmt.Errorf("%s: a bracket is not closed", name)
			}
			steps, rest = append(steps, step), strings.TrimPrefix(after, ".")
			continue
		}
		end := strings.IndexAny(rest, "[.")
		if end < 0 {
			end = len(rest)
		}
		steps, rest = append(steps, rest[:end]), strings.TrimPrefix(rest[end:], ".")
	}
	return steps, nil
}

func (t *tree) item(name string) *tree {
	for _, item := range t.items {
		if item.name == name {
			return item
		}
	}
	item := &tree{name: name}
	t.items = append(t.items, item)
	return item
}

// sortItems puts numbered children into the order of their numbers.
func (t *tree) sortItems() {
	slices.SortStableFunc(t.items, func(a, b *tree) int {
		i, err1 := strconv.Atoi(a.name)
		j, err2 := strconv.Atoi(b.name)
		if err1 != nil || err2 != nil {
			return 0
		}
		return i - j
	})
	for _, item := range t.items {
		item.sortItems()
	}
}
