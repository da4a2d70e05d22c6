package models_test

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestSchemaKnowsTheSwagger compares the committed list with a Swagger 2.0
// description of the REST API, which is too large and too often renewed to be
// kept here. See testdata/schema.txt.
func TestSchemaKnowsTheSwagger(t *testing.T) {
	t.Parallel()
	path := os.Getenv("SUPEROFFICE_SWAGGER")
	if path == "" {
		t.Skip("SUPEROFFICE_SWAGGER names no file")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range swaggerNews(t, data, readSchema(t)) {
		t.Errorf("schema.txt has not: %s", line)
	}
}

func TestSwaggerNews(t *testing.T) {
	t.Parallel()
	const swagger = `{"swagger": "2.0", "definitions": {
		"Example.Services.Role": {"properties": {
			"Id": {"type": "integer", "format": "int32"},
			"Value": {"type": "string"},
			"Weight": {"type": "number", "format": "double"},
			"Since": {"type": "string", "format": "date-time"},
			"Kind": {"type": "string", "enum": ["A", "B"]},
			"Open": {"type": "boolean"},
			"Badge": {"$ref": "#/definitions/Example.Services.Badge"},
			"Grid": {"type": "array", "items": {"type": "array", "items": {"$ref": "#/definitions/Example.Services.UserGroup"}}},
			"Texts": {"type": "object", "additionalProperties": {"type": "string"}},
			"Anything": {"type": "object"}}},
		"Example.Services.UserGroup": {"properties": {"Id": {"type": "integer"}}},
		"Example.Services.Badge": {"properties": {"Colour": {"type": "string"}}},
		"Example.Services.Unrelated": {"properties": {"Name": {"type": "string"}}}}}`
	want := []string{
		"Badge Colour string",
		"Role Anything object",
		"Role Badge Badge",
		"Role Grid array<array<UserGroup>>",
		"Role Kind enum",
		"Role Open bool",
		"Role Since datetime",
		"Role Texts map[string]string",
		"Role Weight float64",
	}
	if got := swaggerNews(t, []byte(swagger), readSchema(t)); !slices.Equal(got, want) {
		t.Errorf("news:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// swaggerNews gives the members that the listed types, and the types reached
// from them, have in a Swagger description and not in the list, in its form.
func swaggerNews(t *testing.T, data []byte, listed schema) []string {
	t.Helper()
	var doc struct {
		Definitions map[string]struct {
			Properties map[string]swaggerType `json:"properties"`
		} `json:"definitions"`
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	byName := map[string]map[string]swaggerType{}
	for name, definition := range doc.Definitions {
		byName[lastName(name)] = definition.Properties
	}

	var news []string
	todo := slices.Sorted(maps.Keys(listed.members))
	seen := map[string]bool{}
	for len(todo) > 0 {
		typ := todo[0]
		todo = todo[1:]
		if seen[typ] {
			continue
		}
		seen[typ] = true
		for member, s := range byName[typ] {
			if _, ok := listed.members[typ][member]; ok {
				continue
			}
			news = append(news, typ+" "+member+" "+s.wire())
			if ref := s.ref(); ref != "" {
				todo = append(todo, ref)
			}
		}
	}
	slices.Sort(news)
	return news
}

type swaggerType struct {
	Type   string       `json:"type"`
	Format string       `json:"format"`
	Enum   []any        `json:"enum"`
	Ref    string       `json:"$ref"`
	Items  *swaggerType `json:"items"`
	Values *swaggerType `json:"additionalProperties"`
}

func (s swaggerType) ref() string {
	switch {
	case s.Ref != "":
		return lastName(s.Ref)
	case s.Items != nil:
		return s.Items.ref()
	case s.Values != nil:
		return s.Values.ref()
	}
	return ""
}

func (s swaggerType) wire() string {
	switch {
	case s.Ref != "":
		return lastName(s.Ref)
	case s.Items != nil:
		return "array<" + s.Items.wire() + ">"
	case s.Values != nil:
		return "map[string]" + s.Values.wire()
	case len(s.Enum) > 0:
		return "enum"
	case s.Format == "date-time":
		return "datetime"
	}
	switch s.Type {
	case "integer":
		return "int32"
	case "number":
		return "float64"
	case "boolean":
		return "bool"
	}
	return s.Type
}

func lastName(path string) string { return path[strings.LastIndexAny(path, "./")+1:] }
