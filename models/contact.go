package models

// Contact is a company (SuperOffice calls companies contacts) in short form: the
// one a chat session is linked to.
//
// As a reference only ContactID matters; the other fields are what the server
// shows in answers.
type Contact struct {
	Carrier

	// ContactID is the primary key; 0 means no company.
	ContactID int32 `json:"ContactId,omitzero"`
	// Name is the company's name.
	Name string `json:"Name,omitzero"`
	// OrgNr is the number the company is registered under, for business or for
	// VAT.
	OrgNr string `json:"OrgNr,omitzero"`
	// Department is the department, when one company has several records.
	Department string `json:"Department,omitzero"`
	// URL is the first web address.
	URL string `json:"URL,omitzero"`
	// City is the city of the company's address.
	City string `json:"City,omitzero"`
	// DirectPhone is the first phone number.
	DirectPhone string `json:"DirectPhone,omitzero"`
	// AssociateID is the associate who looks after the company, by id; 0 when
	// none.
	AssociateID int32 `json:"AssociateId,omitzero"`
	// CountryID is the id of the country; 0 when unset.
	CountryID int32 `json:"CountryId,omitzero"`
	// EmailAddress is the e-mail address listed first.
	EmailAddress string `json:"EmailAddress,omitzero"`
	// Kananame is the name in kana, for Japan.
	Kananame string `json:"Kananame,omitzero"`
	// EmailAddressName is the caption of EmailAddress.
	EmailAddressName string `json:"EmailAddressName,omitzero"`
	// URLName is the caption of URL.
	URLName string `json:"URLName,omitzero"`
	// AssociateFullName is that associate's name for display.
	AssociateFullName string `json:"AssociateFullName,omitzero"`
	// BusinessName is the text of the line of business, from its list.
	BusinessName string `json:"BusinessName,omitzero"`
	// CategoryName is the text of the category, from its list; without a
	// language in the request it can be several languages in one, such as
	// US:"Customer";NO:"Kunde";.
	CategoryName string `json:"CategoryName,omitzero"`
	// CountryName is the country's name in the language of the installation.
	CountryName string `json:"CountryName,omitzero"`
	// Address is where the company is and gets its mail, in parts; nil when not
	// sent.
	Address *Address `json:"Address,omitzero"`
	// FormattedAddress is the address as text of several lines.
	FormattedAddress string `json:"FormattedAddress,omitzero"`
	// FullName is the name with the department.
	FullName string `json:"FullName,omitzero"`
	// IsOwnerContact is true for a company whose own database this is. A person
	// in it can be made an internal user and no other kind.
	IsOwnerContact bool `json:"IsOwnerContact,omitzero"`
	// ActiveErpLinks is how many active links to ERP systems the company has.
	ActiveErpLinks int32 `json:"ActiveErpLinks,omitzero"`
	// Number1 is the first number or code of the customer's own making; letters
	// are allowed. Newer than the reference page.
	Number1 string `json:"Number1,omitzero"`
	// Number2 is the second number or code of the customer's own making;
	// letters are allowed. Newer than the reference page.
	Number2 string `json:"Number2,omitzero"`
}
