package models

// TableRight .
type TableRight struct {
	// Mask: Set of row rights.
	Mask TableRightMask `json:"Mask,omitzero"`
	// Reason: Why something is denied, blank when nothing is.
	Reason string `json:"Reason,omitzero"`

	unknown *members
}
