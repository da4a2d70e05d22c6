package models

// FieldProperty is what the server says of one field of a record; see
// [FieldProperties] for the questions it answers.
type FieldProperty struct {
	// FieldRight is what the user who made the call may do with the field; nil
	// when the server sent none.
	FieldRight *FieldRight `json:"FieldRight,omitzero"`
	// FieldType is the field's type: a .NET name such as System.String or
	// System.Int16, or one of SuperOffice's own such as LongText; empty occurs.
	FieldType string `json:"FieldType,omitzero"`
	// FieldLength is the number of characters a text field holds, and the size
	// in bytes of other fields; 0 and -1 mean that there is no limit to tell.
	FieldLength int32 `json:"FieldLength,omitzero"`

	unknown *members
}
