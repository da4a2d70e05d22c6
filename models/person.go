package models

// Person is a person of the CRM database in short form: the customer of a chat
// session, or the human being behind a user. (The full form, PersonEntity, is
// another carrier with other fields.)
//
// As a reference only PersonID matters; the other fields are what the server
// shows in answers. The fields that begin with Contact describe his or her
// company.
type Person struct {
	Carrier

	// Position is the text of the position, from its list.
	Position string `json:"Position,omitzero"`
	// PersonID is the primary key; 0 means no person.
	PersonID int32 `json:"PersonId,omitzero"`
	// Mrmrs is the form of address that goes before the name: Mrs, Dr.
	Mrmrs string `json:"Mrmrs,omitzero"`
	// Firstname is the first name.
	Firstname string `json:"Firstname,omitzero"`
	// Lastname is the last name.
	Lastname string `json:"Lastname,omitzero"`
	// MiddleName is the middle name, or a particle such as van.
	MiddleName string `json:"MiddleName,omitzero"`
	// Title is the job title; the form of address is in Mrmrs.
	Title string `json:"Title,omitzero"`
	// Description is a note on the person, in any words.
	Description string `json:"Description,omitzero"`
	// Email is the first of the person's e-mail addresses.
	Email string `json:"Email,omitzero"`
	// FullName is the name for display.
	FullName string `json:"FullName,omitzero"`
	// DirectPhone is the direct phone number.
	DirectPhone string `json:"DirectPhone,omitzero"`
	// FormalName is the name for labels, with titles.
	FormalName string `json:"FormalName,omitzero"`
	// CountryID is the id of the person's country; 0 when unset.
	CountryID int32 `json:"CountryId,omitzero"`
	// ContactID is the company where the person is, by its id; 0 for a person on
	// his or her own.
	ContactID int32 `json:"ContactId,omitzero"`
	// ContactName is what that company is called.
	ContactName string `json:"ContactName,omitzero"`
	// Retired is 1 when the person has retired and 0 when not: a 16-bit number
	// on the wire, not a boolean.
	Retired int32 `json:"Retired,omitzero"`
	// Rank is the place in sorted lists, a 16-bit number on the server.
	Rank int32 `json:"Rank,omitzero"`
	// ActiveInterests is the number of interests ticked for the person, a
	// 16-bit number on the server.
	ActiveInterests int32 `json:"ActiveInterests,omitzero"`
	// ContactDepartment is the department of that company record.
	ContactDepartment string `json:"ContactDepartment,omitzero"`
	// ContactCountryID is the id of that company's country; 0 when unset.
	ContactCountryID int32 `json:"ContactCountryId,omitzero"`
	// ContactOrgNr is that company's organisation number.
	ContactOrgNr string `json:"ContactOrgNr,omitzero"`
	// FaxPhone is the fax number.
	FaxPhone string `json:"FaxPhone,omitzero"`
	// MobilePhone is the mobile number.
	MobilePhone string `json:"MobilePhone,omitzero"`
	// ContactPhone is that company's phone number.
	ContactPhone string `json:"ContactPhone,omitzero"`
	// AssociateName is the name of the associate who owns the record.
	AssociateName string `json:"AssociateName,omitzero"`
	// AssociateID is the id of the associate who owns the record; 0 when none.
	// It is not the user this person may be.
	AssociateID int32 `json:"AssociateId,omitzero"`
	// UsePersonAddress is true when mail goes to the person's home instead of the
	// company.
	UsePersonAddress bool `json:"UsePersonAddress,omitzero"`
	// ContactFax is that company's fax number.
	ContactFax string `json:"ContactFax,omitzero"`
	// Kanafname is Firstname in kana, for Japan.
	Kanafname string `json:"Kanafname,omitzero"`
	// Kanalname is Lastname in kana, for Japan.
	Kanalname string `json:"Kanalname,omitzero"`
	// Post1 is the first part of a Japanese postal address.
	Post1 string `json:"Post1,omitzero"`
	// Post2 is the second part of a Japanese postal address.
	Post2 string `json:"Post2,omitzero"`
	// Post3 is the third part of a Japanese postal address.
	Post3 string `json:"Post3,omitzero"`
	// EmailName is the caption of Email.
	EmailName string `json:"EmailName,omitzero"`
	// ContactFullName is that company's name with its department.
	ContactFullName string `json:"ContactFullName,omitzero"`
	// ActiveErpLinks is how many active links to ERP systems the person has.
	ActiveErpLinks int32 `json:"ActiveErpLinks,omitzero"`
	// TicketPriorityID is the id of the priority that the person's requests
	// get; 0 when unset.
	TicketPriorityID int32 `json:"TicketPriorityId,omitzero"`
	// SupportLanguageID is the id of the language the person is supported in; 0
	// when unset.
	SupportLanguageID int32 `json:"SupportLanguageId,omitzero"`
	// SupportAssociateID is the id of the associate who supports the person; 0
	// when none.
	SupportAssociateID int32 `json:"SupportAssociateId,omitzero"`
	// CategoryName is the text of the person's category, from its list.
	CategoryName string `json:"CategoryName,omitzero"`
	// PersonNumber is a number or code of the customer's own making; letters
	// are allowed. Newer than the reference page.
	PersonNumber string `json:"PersonNumber,omitzero"`
}
