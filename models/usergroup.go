package models

// UserGroup is a group of users: the primary group of a [User] or one of the
// others. As a reference only ID matters. MDO list "usergroup".
type UserGroup struct {
	Carrier

	// Value is the group's name.
	Value string `json:"Value,omitzero"`
	// Tooltip is a short text about the group.
	Tooltip string `json:"Tooltip,omitzero"`
	// ID is the primary key; 0 means no group.
	ID int32 `json:"Id,omitzero"`
	// Rank is the place in sorted lists, a 16-bit number on the server.
	Rank int32 `json:"Rank,omitzero"`
	// Deleted is true for a group that lists no longer offer. The record stays.
	Deleted bool `json:"Deleted,omitzero"`
}
