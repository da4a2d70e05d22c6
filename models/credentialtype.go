package models

// CredentialType is a kind of [Credential] that the installation offers. It is an
// object and not an enum; GET /api/v1/User/CredentialTypes lists them.
type CredentialType struct {
	Carrier

	// DisplayType is the kind's name in user interfaces.
	DisplayType string `json:"DisplayType,omitzero"`
	// Type is the key of the plug-in that checks such credentials; it is what
	// is stored.
	Type string `json:"Type,omitzero"`
	// Description is the text shown in a list of ways to log in.
	Description string `json:"Description,omitzero"`
	// ValueControl is how a user interface lets the value be edited.
	ValueControl CredentialControlType `json:"ValueControl,omitzero"`
	// CanCreatePerson is true when no person need exist beforehand: the plug-in
	// makes one for a new user.
	CanCreatePerson bool `json:"CanCreatePerson,omitzero"`
	// IsUserNameSupported is true when a user name belongs to the credential.
	IsUserNameSupported bool `json:"IsUserNameSupported,omitzero"`
}
