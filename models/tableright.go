package models

// TableRight is what the user who made the call may do with a record, and why not
// more. It is in answers only.
type TableRight struct {
	// Mask is the set of rights; empty when the server sent none, which leaves
	// open what is allowed.
	Mask TableRightMask `json:"Mask,omitzero"`
	// Reason is why something is not allowed. It is a resource tag, [SR_…], while
	// the request names no language; empty when nothing is denied.
	Reason string `json:"Reason,omitzero"`

	unknown *members
}
