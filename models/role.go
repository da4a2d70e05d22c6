package models

// Role is a security role, which decides what a [User] may see and do. As a
// reference only ID matters.
type Role struct {
	Carrier

	// ID is the primary key; 0 means no role.
	ID int32 `json:"Id,omitzero"`
	// Value is the role's name.
	Value string `json:"Value,omitzero"`
	// Tooltip is a short text about the role.
	Tooltip string `json:"Tooltip,omitzero"`
}
