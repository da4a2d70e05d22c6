package models

// LicenseOwner .
type LicenseOwner struct {
	Carrier

	// Name: Licence owner name, e.g. SuperOffice.
	Name string `json:"Name,omitzero"`
	// Description: Description.
	Description string `json:"Description,omitzero"`
	// RestrictedModuleLicenses: Counted licences.
	RestrictedModuleLicenses []ModuleLicenseLink `json:"RestrictedModuleLicenses,omitzero"`
	// UnrestrictedModuleLicenses: Uncounted licences.
	UnrestrictedModuleLicenses []ModuleLicenseLink `json:"UnrestrictedModuleLicenses,omitzero"`
}
