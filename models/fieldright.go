package models

// FieldRight is what the user who made the call may do with a field, and why not
// more. It is in answers only.
type FieldRight struct {
	// Mask is the set of rights and hints; empty when the server sent none.
	Mask FieldRightMask `json:"Mask,omitzero"`
	// Reason is why the field is closed or mandatory. It is a resource tag,
	// [SR_…], while the request names no language; empty when there is nothing to
	// say.
	Reason string `json:"Reason,omitzero"`

	unknown *members
}
