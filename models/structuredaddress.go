package models

// StructuredAddress .
type StructuredAddress struct {
	// AtypeIdx: Address and owner kind.
	AtypeIdx AddressType `json:"AtypeIdx,omitzero"`
	// Address1: Line 1.
	Address1 string `json:"Address1,omitzero"`
	// Address2: Line 2.
	Address2 string `json:"Address2,omitzero"`
	// Address3: Line 3.
	Address3 string `json:"Address3,omitzero"`
	// City: City.
	City string `json:"City,omitzero"`
	// County: County (not country).
	County string `json:"County,omitzero"`
	// State: State.
	State string `json:"State,omitzero"`
	// Zipcode: Postal code.
	Zipcode string `json:"Zipcode,omitzero"`
	// Formatted: Address as text; read-only.
	Formatted string `json:"Formatted,omitzero"`

	unknown *members
}
