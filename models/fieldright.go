package models

// FieldRight .
type FieldRight struct {
	// Mask: Set of field rights.
	Mask FieldRightMask `json:"Mask,omitzero"`
	// Reason: Why it is denied or mandatory; a resource tag such as [SR_...] unless a language is sent.
	Reason string `json:"Reason,omitzero"`

	unknown *members
}
