package models

// Carrier is what every entity and nested carrier embeds: the rights of the
// caller on the record and on its fields. Both are filled in by the server and
// mean nothing in a request, where they are zero. They say what the user who made
// the call may do, not what the record's owner may.
//
// Carrier also keeps the members of the wire object that this version of the SDK
// has no field for; [Carrier.Unknown] reads them, and they are sent back as they
// came.
type Carrier struct {
	// TableRight is what the caller may do with the record; nil when the server
	// sent none. Read-only.
	TableRight *TableRight `json:"TableRight,omitzero"`
	// FieldProperties are the rights, type and length of the single fields, by
	// wire name; nil or empty when the server sent none. Read-only.
	FieldProperties FieldProperties `json:"FieldProperties,omitzero"`

	unknown *members
}
