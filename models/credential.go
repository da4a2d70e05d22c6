package models

// Credential .
type Credential struct {
	Carrier

	// Type: Kind of credential.
	Type *CredentialType `json:"Type,omitzero"`
	// Value: The secret or identifier itself, e.g. password or directory SID; never log it.
	Value Secret `json:"Value,omitzero"`
	// DisplayValue: What a user sees, e.g. the directory login name.
	DisplayValue string `json:"DisplayValue,omitzero"`
}
