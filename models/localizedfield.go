package models

// LocalizedField .
type LocalizedField struct {
	Carrier

	// Name: Field name such as StreetAddress1.
	Name string `json:"Name,omitzero"`
	// Value: Field value.
	Value string `json:"Value,omitzero"`
	// Tooltip: Tooltip.
	Tooltip string `json:"Tooltip,omitzero"`
	// Label: Label or resource id such as SR_AL_STREET.
	Label string `json:"Label,omitzero"`
	// ValueLength: Database length of the value.
	ValueLength int32 `json:"ValueLength,omitzero"`
	// AddressType: Address type text such as ContactStreetAddress.
	AddressType string `json:"AddressType,omitzero"`
}
