package models

// Person .
type Person struct {
	Carrier

	// Position: Position text from the position list.
	Position string `json:"Position,omitzero"`
	// PersonID: Primary key.
	PersonID int32 `json:"PersonId,omitzero"`
	// Mrmrs: Courtesy title such as Mrs.
	Mrmrs string `json:"Mrmrs,omitzero"`
	// Firstname: First name.
	Firstname string `json:"Firstname,omitzero"`
	// Lastname: Last name.
	Lastname string `json:"Lastname,omitzero"`
	// MiddleName: Middle name or particle.
	MiddleName string `json:"MiddleName,omitzero"`
	// Title: Job title.
	Title string `json:"Title,omitzero"`
	// Description: Free text about the person.
	Description string `json:"Description,omitzero"`
	// Email: First e-mail address.
	Email string `json:"Email,omitzero"`
	// FullName: Display name.
	FullName string `json:"FullName,omitzero"`
	// DirectPhone: Direct phone number.
	DirectPhone string `json:"DirectPhone,omitzero"`
	// FormalName: Formal name with titles for labels.
	FormalName string `json:"FormalName,omitzero"`
	// CountryID: Country id.
	CountryID int32 `json:"CountryId,omitzero"`
	// ContactID: Id of the company the person belongs to.
	ContactID int32 `json:"ContactId,omitzero"`
	// ContactName: Name of that company.
	ContactName string `json:"ContactName,omitzero"`
	// Retired: 1 when the person is retired (a number, not a bool).
	Retired int32 `json:"Retired,omitzero"`
	// Rank: Default sort order.
	Rank int32 `json:"Rank,omitzero"`
	// ActiveInterests: Count of interest rows.
	ActiveInterests int32 `json:"ActiveInterests,omitzero"`
	// ContactDepartment: Department of the company record.
	ContactDepartment string `json:"ContactDepartment,omitzero"`
	// ContactCountryID: Country id of the company.
	ContactCountryID int32 `json:"ContactCountryId,omitzero"`
	// ContactOrgNr: Organisation number of the company.
	ContactOrgNr string `json:"ContactOrgNr,omitzero"`
	// FaxPhone: Fax number.
	FaxPhone string `json:"FaxPhone,omitzero"`
	// MobilePhone: Mobile number.
	MobilePhone string `json:"MobilePhone,omitzero"`
	// ContactPhone: Company phone number.
	ContactPhone string `json:"ContactPhone,omitzero"`
	// AssociateName: Name of the owning associate.
	AssociateName string `json:"AssociateName,omitzero"`
	// AssociateID: Id of the owning associate.
	AssociateID int32 `json:"AssociateId,omitzero"`
	// UsePersonAddress: True to mail to the private address rather than the company's.
	UsePersonAddress bool `json:"UsePersonAddress,omitzero"`
	// ContactFax: Company fax number.
	ContactFax string `json:"ContactFax,omitzero"`
	// Kanafname: First name in kana (Japan).
	Kanafname string `json:"Kanafname,omitzero"`
	// Kanalname: Last name in kana (Japan).
	Kanalname string `json:"Kanalname,omitzero"`
	// Post1: Postal address part 1 (Japan).
	Post1 string `json:"Post1,omitzero"`
	// Post2: Postal address part 2 (Japan).
	Post2 string `json:"Post2,omitzero"`
	// Post3: Postal address part 3 (Japan).
	Post3 string `json:"Post3,omitzero"`
	// EmailName: Label of the e-mail address.
	EmailName string `json:"EmailName,omitzero"`
	// ContactFullName: Company name plus department.
	ContactFullName string `json:"ContactFullName,omitzero"`
	// ActiveErpLinks: Count of active ERP links.
	ActiveErpLinks int32 `json:"ActiveErpLinks,omitzero"`
	// TicketPriorityID: Request priority id.
	TicketPriorityID int32 `json:"TicketPriorityId,omitzero"`
	// SupportLanguageID: Support language id.
	SupportLanguageID int32 `json:"SupportLanguageId,omitzero"`
	// SupportAssociateID: Associate who supports this person.
	SupportAssociateID int32 `json:"SupportAssociateId,omitzero"`
	// CategoryName: Category list text.
	CategoryName string `json:"CategoryName,omitzero"`
	// PersonNumber: Customer-defined alphanumeric number.
	PersonNumber string `json:"PersonNumber,omitzero"`
}
