package models_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestEveryCarrierIsHeldAgainstTheList keeps a new carrier from being left out
// of modelTypes and with that out of the tests that go through it.
func TestEveryCarrierIsHeldAgainstTheList(t *testing.T) {
	t.Parallel()
	var known, declared []string
	for _, typ := range modelTypes() {
		known = append(known, typ.Name())
	}
	files, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			if s, ok := spec.Type.(*ast.StructType); ok && spec.Name.IsExported() && hasJSONTag(s) {
				declared = append(declared, spec.Name.Name)
			}
			return false
		})
	}
	slices.Sort(known)
	slices.Sort(declared)
	if !reflect.DeepEqual(known, declared) {
		t.Errorf("modelTypes are\n%v\nthe package declares\n%v", known, declared)
	}
}

func hasJSONTag(s *ast.StructType) bool {
	return slices.ContainsFunc(s.Fields.List, func(f *ast.Field) bool {
		return f.Tag != nil && strings.Contains(f.Tag.Value, "json:")
	})
}
