package models

// LocalizedField is one field of an [Address] laid out in the way of its country.
type LocalizedField struct {
	Carrier

	// Name is which field it is, such as StreetAddress1.
	Name string `json:"Name,omitzero"`
	// Value is what the field holds.
	Value string `json:"Value,omitzero"`
	// Tooltip is a short text about the field.
	Tooltip string `json:"Tooltip,omitzero"`
	// Label is the caption of the field. It is a resource tag, as SR_AL_STREET
	// is, while the request names no language.
	Label string `json:"Label,omitzero"`
	// ValueLength is how many characters the database holds for Value; 0 when
	// unknown.
	ValueLength int32 `json:"ValueLength,omitzero"`
	// AddressType is which address the field belongs to, as text, such as
	// ContactStreetAddress; the names are those of [AddressType].
	AddressType string `json:"AddressType,omitzero"`
}
