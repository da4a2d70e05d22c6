package xmlwire

import "testing"

func TestElementNames(t *testing.T) {
	t.Parallel()
	for situation, row := range map[string]struct{ member, element string }{
		"a wire name":                       {"AssociateId", "AssociateId"},
		"a leading underscore":              {"_Links", "_Links"},
		"a dotted key":                      {"Archive.Activities", "Archive.Activities"},
		"a colon":                           {"SuperOffice:1", "SuperOffice_x003A_1"},
		"a digit first":                     {"1st", "_x0031_st"},
		"a blank":                           {"a b", "a_x0020_b"},
		"a Latin letter":                    {"Größe", "Größe"},
		"a letter of another script":        {"Ω", "_x03A9_"},
		"a character beyond the first page": {"😀", "_x0001F600_"},
		"text that looks like an escape":    {"_x0041_", "_x005F_x0041_"},
		"two of them with one underscore":   {"_x0041_x0042_", "_x005F_x0041_x005F_x0042_"},
		"a capital X":                       {"_X0041_", "_x005F_X0041_"},
		"half an escape":                    {"_x004", "_x004"},
		"an escape of a surrogate":          {"_xD800_", "_x005F_xD800_"},
		"an escape of nothing":              {"_xFFFFFFFF_", "_x005F_xFFFFFFFF_"},
	} {
		t.Run(situation, func(t *testing.T) {
			t.Parallel()
			if got := encodeName(row.member); got != row.element {
				t.Errorf("encodeName(%q) = %q, want %q", row.member, got, row.element)
			}
			if got := decodeName(row.element); got != row.member {
				t.Errorf("decodeName(%q) = %q, want %q", row.element, got, row.member)
			}
		})
	}
}

func TestEscapesThatXMLCannotHoldStay(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"_x0001_", "_xD800_", "_xFFFE_", "_xFFFFFFFF_", "_x00zz_", "_x004_"} {
		if got := decodeName(name); got != name {
			t.Errorf("decodeName(%q) = %q", name, got)
		}
	}
}

func TestFoldLowersASCIIOnly(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"": "", "orgnr": "orgnr", "OrgNr": "orgnr", "eURL": "eurl", "ÅB": "Åb", "\u212A": "\u212A"} {
		if got := foldASCII(name); got != want {
			t.Errorf("foldASCII(%q) = %q, want %q", name, got, want)
		}
	}
}
