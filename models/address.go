package models

// Address is where a [Contact] is and where it gets its mail, in parts (Street,
// Postal) and as rows laid out in the way of its country (LocalizedAddress). When
// both are sent and the rows have changed, the rows win.
type Address struct {
	Carrier

	// Wgs84Latitude is the latitude in degrees, north positive; 0 when unset.
	Wgs84Latitude float64 `json:"Wgs84Latitude,omitzero"`
	// Wgs84Longitude is the longitude in degrees, east positive; 0 when unset.
	Wgs84Longitude float64 `json:"Wgs84Longitude,omitzero"`
	// LocalizedAddress is the address as rows of fields, in the order of the
	// country's layout.
	LocalizedAddress [][]LocalizedField `json:"LocalizedAddress,omitzero"`
	// Street is where the company is; nil when not sent.
	Street *StructuredAddress `json:"Street,omitzero"`
	// Postal is where its mail goes; nil when not sent.
	Postal *StructuredAddress `json:"Postal,omitzero"`
	// Formatted is what Street and Postal make when written out as lines of text.
	// The server fills it in.
	Formatted string `json:"Formatted,omitzero"`
}
