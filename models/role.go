package models

// Role .
type Role struct {
	Carrier

	// ID: Role id.
	ID int32 `json:"Id,omitzero"`
	// Value: Role name.
	Value string `json:"Value,omitzero"`
	// Tooltip: Role tooltip.
	Tooltip string `json:"Tooltip,omitzero"`
}
