package models

// Carrier .
type Carrier struct {
	// TableRight: Row-level permissions the current user holds, with a reason text.
	TableRight *TableRight `json:"TableRight,omitzero"`
	// FieldProperties: Per-field rights, .NET type and length, keyed by field name.
	FieldProperties FieldProperties `json:"FieldProperties,omitzero"`

	unknown *members
}
