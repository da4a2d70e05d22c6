package models

// FieldProperties are the properties by field name.
type FieldProperties map[string]FieldProperty
