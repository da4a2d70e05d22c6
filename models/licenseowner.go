package models

// LicenseOwner is an issuer of module licences, such as SuperOffice itself, with
// the licences that can be given to a [User]. A default user from the server
// brings the list; set Assigned in it and send it back.
type LicenseOwner struct {
	Carrier

	// Name is the issuer's name, such as SuperOffice.
	Name string `json:"Name,omitzero"`
	// Description is a text about the issuer.
	Description string `json:"Description,omitzero"`
	// RestrictedModuleLicenses are the licences of which there is a limited
	// number.
	RestrictedModuleLicenses []ModuleLicenseLink `json:"RestrictedModuleLicenses,omitzero"`
	// UnrestrictedModuleLicenses are the licences without a limit.
	UnrestrictedModuleLicenses []ModuleLicenseLink `json:"UnrestrictedModuleLicenses,omitzero"`
}
