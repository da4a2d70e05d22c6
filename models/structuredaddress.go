package models

// StructuredAddress is one address of an [Address], in parts.
type StructuredAddress struct {
	// AtypeIdx is which address it is, and of what kind of owner.
	AtypeIdx AddressType `json:"AtypeIdx,omitzero"`
	// Address1 is the first line.
	Address1 string `json:"Address1,omitzero"`
	// Address2 is the second line.
	Address2 string `json:"Address2,omitzero"`
	// Address3 is the third line.
	Address3 string `json:"Address3,omitzero"`
	// City is the city.
	City string `json:"City,omitzero"`
	// County is the county, not the country.
	County string `json:"County,omitzero"`
	// State is the state.
	State string `json:"State,omitzero"`
	// Zipcode is the postal code.
	Zipcode string `json:"Zipcode,omitzero"`
	// Formatted is what these parts make when written out as lines of text. The
	// server fills it in.
	Formatted string `json:"Formatted,omitzero"`

	unknown *members
}
