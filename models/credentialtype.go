package models

// CredentialType .
type CredentialType struct {
	Carrier

	// DisplayType: Name for the user interface.
	DisplayType string `json:"DisplayType,omitzero"`
	// Type: Plug-in/type key stored with the credential.
	Type string `json:"Type,omitzero"`
	// Description: Text for a list of log-in providers.
	Description string `json:"Description,omitzero"`
	// ValueControl: How the value is edited.
	ValueControl CredentialControlType `json:"ValueControl,omitzero"`
	// CanCreatePerson: Whether the plug-in can create the person.
	CanCreatePerson bool `json:"CanCreatePerson,omitzero"`
	// IsUserNameSupported: Whether a user name is part of it.
	IsUserNameSupported bool `json:"IsUserNameSupported,omitzero"`
}
