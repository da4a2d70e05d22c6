package models

// ModuleLicenseLink .
type ModuleLicenseLink struct {
	Carrier

	// Unrestricted: Whether the licence is uncounted.
	Unrestricted bool `json:"Unrestricted,omitzero"`
	// Total: Free plus in use.
	Total int32 `json:"Total,omitzero"`
	// Tooltip: Tooltip.
	Tooltip string `json:"Tooltip,omitzero"`
	// CanAssign: Whether it can be given to this user.
	CanAssign bool `json:"CanAssign,omitzero"`
	// Free: Count still free.
	Free int32 `json:"Free,omitzero"`
	// InUse: Count in use.
	InUse int32 `json:"InUse,omitzero"`
	// IsHidden: Hidden in the user interface.
	IsHidden bool `json:"IsHidden,omitzero"`
	// Assigned: Whether this user has it.
	Assigned bool `json:"Assigned,omitzero"`
	// ModuleLicenseID: Licence id.
	ModuleLicenseID int32 `json:"ModuleLicenseId,omitzero"`
	// Name: Licence name.
	Name string `json:"Name,omitzero"`
	// Description: Description.
	Description string `json:"Description,omitzero"`
	// PrerequisiteModuleName: Module that must be active first.
	PrerequisiteModuleName string `json:"PrerequisiteModuleName,omitzero"`
	// SortOrder: Sort order.
	SortOrder int32 `json:"SortOrder,omitzero"`
	// ExtraFlags: Bits; 1 means user plan.
	ExtraFlags int32 `json:"ExtraFlags,omitzero"`
}
