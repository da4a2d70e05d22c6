package models_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/models"
)

func TestTableRightMaskHas(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		mask, flag models.TableRightMask
		want       bool
	}{
		"a single right":                        {"Delete", models.TableRightMaskDelete, true},
		"another single right":                  {"Delete", models.TableRightMaskSelect, false},
		"one of a list":                         {"Select, Update, Insert", models.TableRightMaskInsert, true},
		"not in a list":                         {"Select, Update, Insert", models.TableRightMaskDelete, false},
		"list without the space":                {"Select,Update,Insert", models.TableRightMaskUpdate, true},
		"FULL has each of the four":             {"FULL", models.TableRightMaskDelete, true},
		"FULL has a combination":                {"FULL", models.TableRightMaskURI, true},
		"FULL has itself":                       {"FULL", models.TableRightMaskFULL, true},
		"FULL has no filtering":                 {"FULL", models.TableRightMaskFiltering, false},
		"the four spelled out are FULL":         {"Select, Update, Insert, Delete", models.TableRightMaskFULL, true},
		"three of the four are not FULL":        {"Select, Update, Insert", models.TableRightMaskFULL, false},
		"UDR reads, updates and deletes":        {"UDR", "Select, Update, Delete", true},
		"UDR does not insert":                   {"UDR", models.TableRightMaskInsert, false},
		"URI inserts":                           {"URI", models.TableRightMaskRI, true},
		"URI does not delete":                   {"URI", models.TableRightMaskDelete, false},
		"RI, RestrictedUpdate reads":            {"RI, RestrictedUpdate", models.TableRightMaskSelect, true},
		"RI, RestrictedUpdate is restricted":    {"RI, RestrictedUpdate", models.TableRightMaskRestrictedUpdate, true},
		"RI, RestrictedUpdate without update":   {"RI, RestrictedUpdate", models.TableRightMaskUpdate, false},
		"part of a combination is not all":      {"Select", models.TableRightMaskUR, false},
		"URU is both kinds of update":           {"Update, RestrictedUpdate", models.TableRightMaskURU, true},
		"WRITE spelled out":                     {"Update, Insert, RestrictedUpdate", models.TableRightMaskWRITE, true},
		"R is Select":                           {"R", models.TableRightMaskSelect, true},
		"F is Filtering":                        {"Filtering", models.TableRightMaskF, true},
		"digits":                                {"15", models.TableRightMaskFULL, true},
		"digits without the bit":                {"7", models.TableRightMaskDelete, false},
		"digits beside a name":                  {"Select, 8", models.TableRightMaskDelete, true},
		"digits asked for":                      {"FULL", "8", true},
		"minus one is every right":              {"-1", models.TableRightMaskFULL, true},
		"more digits than a number has":         {"99999999999999999999", models.TableRightMaskSelect, false},
		"unknown name asked of itself":          {"Impersonate", "Impersonate", true},
		"unknown name in a list":                {"Select, Impersonate", "Impersonate", true},
		"unknown name missing":                  {"FULL", "Impersonate", false},
		"unknown name and a known one":          {"Select, Impersonate", "Impersonate,Select", true},
		"unknown name there, known one missing": {"Select, Impersonate", "Impersonate,Update", false},
		"names are matched whole":               {"Selection", models.TableRightMaskSelect, false},
		"nothing has no right":                  {"", models.TableRightMaskSelect, false},
		"None has no right":                     {"None", models.TableRightMaskSelect, false},
		"nothing is None":                       {"", models.TableRightMaskNone, true},
		"None is None":                          {"None", models.TableRightMaskNone, true},
		"None is empty":                         {"None", "", true},
		"zero is None":                          {"0", models.TableRightMaskNone, true},
		"a right is not None":                   {"Select", models.TableRightMaskNone, false},
		"an unknown name is not None":           {"Impersonate", models.TableRightMaskNone, false},
		"None adds nothing to a question":       {"Select", "None, Select", true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := tt.mask.Has(tt.flag); got != tt.want {
				t.Errorf("TableRightMask(%q).Has(%q) = %t, want %t", tt.mask, tt.flag, got, tt.want)
			}
		})
	}
}

func TestFieldRightMaskHas(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		mask, flag models.FieldRightMask
		want       bool
	}{
		"Update reads":                       {"Update", models.FieldRightMaskRead, true},
		"Update writes":                      {"Update", models.FieldRightMaskWrite, true},
		"Read does not write":                {"Read", models.FieldRightMaskUpdate, false},
		"Read and Write are Update":          {"Read, Write", models.FieldRightMaskUpdate, true},
		"a hint beside the right":            {"Update, UIHintMandatory", models.FieldRightMaskUIHintMandatory, true},
		"the other hint":                     {"Update, UIHintMandatory", models.FieldRightMaskUIHintReadOnly, false},
		"UIHints are both":                   {"UIHints", models.FieldRightMaskUIHintReadOnly, true},
		"one hint is not both":               {"UIHintMandatory", models.FieldRightMaskUIHints, false},
		"Unused4 is Nullable":                {"Update, Unused4", models.FieldRightMaskNullable, true},
		"Nullable is Unused4":                {"Nullable", models.FieldRightMaskUnused4, true},
		"digits":                             {"67", models.FieldRightMaskUIHintMandatory, true},
		"FULL, a name of table rights, both": {"FULL", models.FieldRightMaskUpdate, true},
		"nothing is None":                    {"", models.FieldRightMaskNone, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := tt.mask.Has(tt.flag); got != tt.want {
				t.Errorf("FieldRightMask(%q).Has(%q) = %t, want %t", tt.mask, tt.flag, got, tt.want)
			}
		})
	}
}

func TestChatSessionFlagsHas(t *testing.T) {
	t.Parallel()
	const customer, agent = models.ChatSessionFlagsCustomerIsTyping, models.ChatSessionFlagsUserIsTyping
	tests := map[string]struct {
		flags, flag models.ChatSessionFlags
		want        bool
	}{
		"agent typing":                               {"UserIsTyping", agent, true},
		"agent typing, as a number":                  {"1", agent, true},
		"the name the server prints for no flags":    {"CustomerIsTyping", agent, false},
		"customer is a question about the text":      {"CustomerIsTyping", customer, true},
		"customer, absent from the text":             {"UserIsTyping", customer, false},
		"customer, nothing sent":                     {"", customer, false},
		"both":                                       {"CustomerIsTyping, UserIsTyping", "UserIsTyping,CustomerIsTyping", true},
		"both, one missing":                          {"UserIsTyping", "UserIsTyping, CustomerIsTyping", false},
		"customer, asked with a space":               {"CustomerIsTyping, UserIsTyping", " CustomerIsTyping", true},
		"no bit set, whatever the server calls that": {"CustomerIsTyping", "", true},
		"no bit set, nothing sent":                   {"", "", true},
		"a bit set":                                  {"UserIsTyping", "", false},
		"unknown name":                               {"UserIsTyping, BotIsTyping", "BotIsTyping", true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := tt.flags.Has(tt.flag); got != tt.want {
				t.Errorf("ChatSessionFlags(%q).Has(%q) = %t, want %t", tt.flags, tt.flag, got, tt.want)
			}
		})
	}
}

func TestHasDoesNotAllocate(t *testing.T) {
	mask := models.TableRightMask("RI, RestrictedUpdate, Impersonate, 1024, 99999999999999999999")
	n := testing.AllocsPerRun(100, func() {
		mask.Has("Select, RestrictedUpdate, Impersonate")
	})
	if n != 0 {
		t.Errorf("Has allocates %v times, want 0", n)
	}
}

// TestHasAgreesWithTheNumbers holds the bits that Has works with against the
// numbers beside the constants, from which the codec is made.
func TestHasAgreesWithTheNumbers(t *testing.T) {
	t.Parallel()
	same := map[string]func(name, digits string) bool{
		"ChatSessionFlags": func(name, digits string) bool {
			return models.ChatSessionFlags(digits).Has(models.ChatSessionFlags(name)) || digits == "0"
		},
		"FieldRightMask": func(name, digits string) bool {
			n, d := models.FieldRightMask(name), models.FieldRightMask(digits)
			return n.Has(d) && d.Has(n)
		},
		"TableRightMask": func(name, digits string) bool {
			n, d := models.TableRightMask(name), models.TableRightMask(digits)
			return n.Has(d) && d.Has(n)
		},
	}
	checked := 0
	for _, c := range numberedConstants(t, "flags.go") {
		agree, ok := same[c.typ]
		if !ok {
			t.Fatalf("%s: no comparison for its type %s", c.goName, c.typ)
		}
		if !agree(c.value, strconv.Itoa(c.number)) {
			t.Errorf("%s: Has does not know that %q is %d", c.goName, c.value, c.number)
		}
		checked++
	}
	if checked == 0 {
		t.Error("no constants found")
	}
}

type numberedConstant struct {
	goName, typ, value string
	number             int
	words              string
}

// numberedConstants reads the constants of a source file with the number at the
// start of the comment behind each.
func numberedConstants(t *testing.T, file string) []numberedConstant {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var found []numberedConstant
	for _, decl := range f.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok || gen.Tok != token.CONST {
			continue
		}
		for _, s := range gen.Specs {
			spec, ok := s.(*ast.ValueSpec)
			if !ok {
				continue
			}
			name := spec.Names[0].Name
			typ, _ := spec.Type.(*ast.Ident)
			lit, _ := spec.Values[0].(*ast.BasicLit)
			if typ == nil || lit == nil || spec.Comment == nil {
				t.Fatalf("%s: want a type, a literal and a number behind it", name)
			}
			value, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			digits, words, _ := strings.Cut(strings.TrimSpace(spec.Comment.Text()), ":")
			number, err := strconv.Atoi(digits)
			if err != nil {
				t.Fatalf("%s: the comment does not begin with a number: %v", name, err)
			}
			found = append(found, numberedConstant{name, typ.Name, value, number, words})
		}
	}
	return found
}
