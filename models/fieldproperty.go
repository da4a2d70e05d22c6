package models

// FieldProperty .
type FieldProperty struct {
	// FieldRight: Right on the field.
	FieldRight *FieldRight `json:"FieldRight,omitzero"`
	// FieldType: .NET type name or SuperOffice type text.
	FieldType string `json:"FieldType,omitzero"`
	// FieldLength: Length limit; 0 or -1 occur.
	FieldLength int32 `json:"FieldLength,omitzero"`

	unknown *members
}
