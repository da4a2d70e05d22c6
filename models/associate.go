package models

// Associate .
type Associate struct {
	Carrier

	// AssociateID: Primary key.
	AssociateID int32 `json:"AssociateId,omitzero"`
	// Name: Initials, also login name.
	Name string `json:"Name,omitzero"`
	// PersonID: Person record that owns the associate (MDO list "person").
	PersonID int32 `json:"PersonId,omitzero"`
	// Rank: Sort order.
	Rank int32 `json:"Rank,omitzero"`
	// Tooltip: Tooltip or description.
	Tooltip string `json:"Tooltip,omitzero"`
	// Type: Kind of user.
	Type UserType `json:"Type,omitzero"`
	// GroupIdx: Primary user group id.
	GroupIdx int32 `json:"GroupIdx,omitzero"`
	// FullName: Display name formatted for the culture.
	FullName string `json:"FullName,omitzero"`
	// FormalName: Formal display name formatted for the culture, with title.
	FormalName string `json:"FormalName,omitzero"`
	// Deleted: True when retired.
	Deleted bool `json:"Deleted,omitzero"`
	// EjUserID: Matching Service (ejuser) id, 0 when none.
	EjUserID int32 `json:"EjUserId,omitzero"`
	// UserName: Log-in name; null in real samples.
	UserName string `json:"UserName,omitzero"`
	// ExtraFields: Extra values keyed by field name.
	ExtraFields ExtraFields `json:"ExtraFields,omitzero"`
	// CustomFields: Extra and user-defined values keyed by field name.
	CustomFields CustomFields `json:"CustomFields,omitzero"`
}
