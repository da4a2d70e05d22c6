package models

// ModuleLicenseLink is one module licence seen from one [User]: how many there
// are, and whether this user has one. Set Assigned to give the licence or to take
// it back, where CanAssign and Free allow it.
type ModuleLicenseLink struct {
	Carrier

	// Unrestricted is true when the licence has no limit; Total and Free then
	// say nothing.
	Unrestricted bool `json:"Unrestricted,omitzero"`
	// Total is the number of licences, free and in use.
	Total int32 `json:"Total,omitzero"`
	// Tooltip is a short text about the licence.
	Tooltip string `json:"Tooltip,omitzero"`
	// CanAssign is true when this user can be given the licence.
	CanAssign bool `json:"CanAssign,omitzero"`
	// Free is the number of licences nobody has.
	Free int32 `json:"Free,omitzero"`
	// InUse is the number of licences given out.
	InUse int32 `json:"InUse,omitzero"`
	// IsHidden is true when user interfaces leave the licence out.
	IsHidden bool `json:"IsHidden,omitzero"`
	// Assigned is true when this user has the licence.
	Assigned bool `json:"Assigned,omitzero"`
	// ModuleLicenseID is the id of the licence.
	ModuleLicenseID int32 `json:"ModuleLicenseId,omitzero"`
	// Name is the licence's name.
	Name string `json:"Name,omitzero"`
	// Description is a text about the licence.
	Description string `json:"Description,omitzero"`
	// PrerequisiteModuleName is the module that this one builds on, by name;
	// empty when none.
	PrerequisiteModuleName string `json:"PrerequisiteModuleName,omitzero"`
	// SortOrder is the place in sorted lists.
	SortOrder int32 `json:"SortOrder,omitzero"`
	// ExtraFlags is a bit set, in which 1 marks a user plan.
	ExtraFlags int32 `json:"ExtraFlags,omitzero"`
}
