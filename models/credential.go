package models

// Credential is one way in which a [User] can log in. A password stands in
// Value as it was typed.
type Credential struct {
	Carrier

	// Type is the kind of credential; nil when the server sent none.
	Type *CredentialType `json:"Type,omitzero"`
	// Value is the password, or the identifier the log-in goes by, such as a
	// directory SID; it prints as [redacted], and JSON carries it.
	Value Secret `json:"Value,omitzero"`
	// DisplayValue is what people are shown instead, such as the directory's
	// log-in name.
	DisplayValue string `json:"DisplayValue,omitzero"`
}
