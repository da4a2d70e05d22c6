package models_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/go-superoffice/superoffice/models"
)

// The shapes of properties that real servers send, with values made for this test.
func sampleProperties(t *testing.T) models.FieldProperties {
	t.Helper()
	var c models.Person
	if err := c.UnmarshalJSON([]byte(`{"FieldProperties": {
		"Title":     {"FieldRight": {"Mask": "Update", "Reason": ""}, "FieldType": "System.String", "FieldLength": 239},
		"Firstname": {"FieldRight": {"Mask": "Update, UIHintMandatory", "Reason": "[SR_ACCESS_MANDATORY]"}, "FieldType": "System.String", "FieldLength": 99},
		"Retired":   {"FieldRight": {"Mask": "Read", "Reason": "[SR_ACCESS_ASSOC_DELETE]"}, "FieldType": "System.Int16", "FieldLength": 2},
		"Number":    {"FieldRight": {"Mask": "Update, UIHintReadOnly", "Reason": ""}, "FieldType": "System.String", "FieldLength": 49},
		"Hidden":    {"FieldRight": {"Mask": "None", "Reason": ""}, "FieldType": "System.String", "FieldLength": 49},
		"Digits":    {"FieldRight": {"Mask": 67, "Reason": ""}, "FieldType": "System.String", "FieldLength": 49},
		"Sample":    {"FieldRight": {"Mask": "FULL", "Reason": ""}, "FieldType": "System.String", "FieldLength": 49},
		"Unsaid":    {"FieldRight": null, "FieldType": "System.String", "FieldLength": 117},
		"Urls":      {"FieldRight": {"Mask": "Update", "Reason": ""}, "FieldType": "SuperOffice.CRM.Services.EntityElement[]", "FieldLength": 0},
		"UserDefinedFields.machine_type": {"FieldRight": {"Mask": "Update", "Reason": ""}, "FieldType": "System.String", "FieldLength": -1}
	}}`)); err != nil {
		t.Fatal(err)
	}
	return c.FieldProperties
}

func TestFieldPropertiesAnswer(t *testing.T) {
	t.Parallel()
	properties := sampleProperties(t)
	tests := map[string]struct {
		field                       string
		canRead, canWrite, required bool
		maxLength                   int
	}{
		"ordinary text":               {"Title", true, true, false, 239},
		"mandatory":                   {"Firstname", true, true, true, 99},
		"no right to write":           {"Retired", true, false, false, 2},
		"may write, but not in forms": {"Number", true, false, false, 49},
		"no right at all":             {"Hidden", false, false, false, 49},
		"rights as a number":          {"Digits", true, true, true, 49},
		"a record's right on a field": {"Sample", true, true, false, 49},
		"rights not sent":             {"Unsaid", false, false, false, 117},
		"length 0":                    {"Urls", true, true, false, 0},
		"length -1":                   {"UserDefinedFields.machine_type", true, true, false, 0},
		"another case":                {"firstNAME", true, true, true, 99},
		"no entry":                    {"Lastname", false, false, false, 0},
		"no name":                     {"", false, false, false, 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := properties.CanRead(tt.field); got != tt.canRead {
				t.Errorf("CanRead = %t, want %t", got, tt.canRead)
			}
			if got := properties.CanWrite(tt.field); got != tt.canWrite {
				t.Errorf("CanWrite = %t, want %t", got, tt.canWrite)
			}
			if got := properties.Mandatory(tt.field); got != tt.required {
				t.Errorf("Mandatory = %t, want %t", got, tt.required)
			}
			if got := properties.MaxLength(tt.field); got != tt.maxLength {
				t.Errorf("MaxLength = %d, want %d", got, tt.maxLength)
			}
		})
	}
}

func TestFieldPropertiesTakeTheExactNameFirst(t *testing.T) {
	t.Parallel()
	properties := models.FieldProperties{"name": {FieldLength: 1}, "NAME": {FieldLength: 2}, "Name": {FieldLength: 3}}
	if got := properties.MaxLength("Name"); got != 3 {
		t.Errorf("exact: MaxLength = %d, want 3", got)
	}
	for range 20 { // the order of a map varies
		if got := properties.MaxLength("nAME"); got != 2 {
			t.Fatalf("several: MaxLength = %d, want 2, of the first in byte order", got)
		}
	}
	if got := models.FieldProperties(nil).MaxLength("Name"); got != 0 {
		t.Errorf("nil: MaxLength = %d, want 0", got)
	}
	if got := (models.FieldProperties{"": {FieldLength: 1}}).MaxLength("Name"); got != 0 {
		t.Errorf("no match: MaxLength = %d, want 0", got)
	}
}

// The recorded answers are not part of this repository.
func TestFieldPropertiesOfRecordedAnswers(t *testing.T) {
	t.Parallel()
	folder := os.Getenv("SUPEROFFICE_WIRE")
	if folder == "" {
		t.Skip("SUPEROFFICE_WIRE names no folder")
	}
	read := func(name string, v interface{ UnmarshalJSON([]byte) error }) {
		t.Helper()
		data, err := os.ReadFile(filepath.Join(folder, "vendor", name))
		if err != nil {
			t.Fatal(err)
		}
		if err := v.UnmarshalJSON(data); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	var person models.Person
	var project models.Project
	var associate models.Associate
	var sale models.Sale
	read("recorded-person-1.json", &person)
	read("recorded-project-with-links.json", &project)
	read("recorded-associate-1.json", &associate)
	read("recorded-sale-1.json", &sale)

	for what, ok := range map[string]bool{
		"the person's first name is mandatory":     person.FieldProperties.Mandatory("Firstname"),
		"the person's title is not":                !person.FieldProperties.Mandatory("Title"),
		"a first name holds 99 characters":         person.FieldProperties.MaxLength("Firstname") == 99,
		"the person cannot be retired":             !person.FieldProperties.CanWrite("Retired") && person.FieldProperties.CanRead("Retired"),
		"the company name cannot be written here":  !person.FieldProperties.CanWrite("ContactName"),
		"the person cannot be deleted":             !person.TableRight.Mask.Has(models.TableRightMaskDelete),
		"such persons can be created":              person.TableRight.Mask.Has(models.TableRightMaskURI),
		"the project's name is mandatory":          project.FieldProperties.Mandatory("Name"),
		"a user-defined field has no length":       project.FieldProperties.MaxLength("UserDefinedFields.machine_type") == 0,
		"a user-defined field can be written":      project.FieldProperties.CanWrite("UserDefinedFields.machine_type"),
		"the project can be deleted":               project.TableRight.Mask.Has(models.TableRightMaskDelete),
		"the associate can be changed and deleted": associate.TableRight.Mask.Has(models.TableRightMaskUDR),
		"no associate can be created":              !associate.TableRight.Mask.Has(models.TableRightMaskInsert),
		"the sale's date is mandatory":             sale.FieldProperties.Mandatory("SaleDate"),
	} {
		if !ok {
			t.Errorf("not so: %s", what)
		}
	}
}
