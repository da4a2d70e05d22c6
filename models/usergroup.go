package models

// UserGroup .
type UserGroup struct {
	Carrier

	// Value: Group name.
	Value string `json:"Value,omitzero"`
	// Tooltip: Tooltip or description.
	Tooltip string `json:"Tooltip,omitzero"`
	// ID: Primary key.
	ID int32 `json:"Id,omitzero"`
	// Rank: Sort order.
	Rank int32 `json:"Rank,omitzero"`
	// Deleted: True when it can no longer be chosen; groups are never removed.
	Deleted bool `json:"Deleted,omitzero"`
}
