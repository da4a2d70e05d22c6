package models

// Contact .
type Contact struct {
	Carrier

	// ContactID: Primary key.
	ContactID int32 `json:"ContactId,omitzero"`
	// Name: Company name.
	Name string `json:"Name,omitzero"`
	// OrgNr: Organisation or VAT number.
	OrgNr string `json:"OrgNr,omitzero"`
	// Department: Department.
	Department string `json:"Department,omitzero"`
	// URL: First web address.
	URL string `json:"URL,omitzero"`
	// City: City of the address.
	City string `json:"City,omitzero"`
	// DirectPhone: First phone number.
	DirectPhone string `json:"DirectPhone,omitzero"`
	// AssociateID: Id of the associate in charge.
	AssociateID int32 `json:"AssociateId,omitzero"`
	// CountryID: Country id.
	CountryID int32 `json:"CountryId,omitzero"`
	// EmailAddress: First e-mail address.
	EmailAddress string `json:"EmailAddress,omitzero"`
	// Kananame: Name in kana (Japan).
	Kananame string `json:"Kananame,omitzero"`
	// EmailAddressName: Label of the e-mail address.
	EmailAddressName string `json:"EmailAddressName,omitzero"`
	// URLName: Label of the web address.
	URLName string `json:"URLName,omitzero"`
	// AssociateFullName: Display name of the associate in charge.
	AssociateFullName string `json:"AssociateFullName,omitzero"`
	// BusinessName: Business list text.
	BusinessName string `json:"BusinessName,omitzero"`
	// CategoryName: Category list text.
	CategoryName string `json:"CategoryName,omitzero"`
	// CountryName: Country name in the installed language.
	CountryName string `json:"CountryName,omitzero"`
	// Address: Street and postal address in structured and localised form.
	Address *Address `json:"Address,omitzero"`
	// FormattedAddress: Address as one multi-line string.
	FormattedAddress string `json:"FormattedAddress,omitzero"`
	// FullName: Name with department.
	FullName string `json:"FullName,omitzero"`
	// IsOwnerContact: True for a company that owns the database; its persons can only be internal users.
	IsOwnerContact bool `json:"IsOwnerContact,omitzero"`
	// ActiveErpLinks: Count of active ERP links.
	ActiveErpLinks int32 `json:"ActiveErpLinks,omitzero"`
	// Number1: Customer-defined alphanumeric field 1.
	Number1 string `json:"Number1,omitzero"`
	// Number2: Customer-defined alphanumeric field 2.
	Number2 string `json:"Number2,omitzero"`
}
