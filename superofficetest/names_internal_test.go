package superofficetest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The server's names and the SDK's constants were written down apart.
func TestEnumNamesAreThoseOfTheModels(t *testing.T) {
	t.Parallel()
	constants := map[string][]string{}
	for _, name := range []string{"enums.go", "flags.go"} {
		file, err := parser.ParseFile(token.NewFileSet(), "../models/"+name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok && spec.Type != nil && len(spec.Values) == 1 {
				typeName, _ := spec.Type.(*ast.Ident)
				value, _ := spec.Values[0].(*ast.BasicLit)
				if typeName != nil && value != nil && value.Kind == token.STRING {
					text, _ := strconv.Unquote(value.Value)
					constants[typeName.Name] = append(constants[typeName.Name], text)
				}
			}
			return true
		})
	}
	for enum, names := range enumNames() {
		if got, want := slices.Sorted(slices.Values(strings.Fields(names))), slices.Sorted(slices.Values(constants[enum])); !slices.Equal(got, want) {
			t.Errorf("%s: the server has %q, the models %q", enum, got, want)
		}
		delete(constants, enum)
	}
	for enum := range constants {
		t.Errorf("the server has no names of %s", enum)
	}
}
