package models

// Address .
type Address struct {
	Carrier

	// Wgs84Latitude: Latitude in decimal degrees.
	Wgs84Latitude float64 `json:"Wgs84Latitude,omitzero"`
	// Wgs84Longitude: Longitude in decimal degrees.
	Wgs84Longitude float64 `json:"Wgs84Longitude,omitzero"`
	// LocalizedAddress: Rows of fields laid out for the country; wins over Street and Postal when changed.
	LocalizedAddress [][]LocalizedField `json:"LocalizedAddress,omitzero"`
	// Street: Street address.
	Street *StructuredAddress `json:"Street,omitzero"`
	// Postal: Postal address.
	Postal *StructuredAddress `json:"Postal,omitzero"`
	// Formatted: Whole address as text; read-only.
	Formatted string `json:"Formatted,omitzero"`
}
