package models

// User .
type User struct {
	Carrier

	// AssociateID: Primary key (associate id), 0 on create.
	AssociateID int32 `json:"AssociateId,omitzero"`
	// Name: Initials/user id; onsite it is also the login name.
	Name string `json:"Name,omitzero"`
	// Rank: Sort order.
	Rank int32 `json:"Rank,omitzero"`
	// Tooltip: Tooltip or description.
	Tooltip string `json:"Tooltip,omitzero"`
	// LicenseOwners: Module licences grouped by owner, with an Assigned mark per licence for this user.
	LicenseOwners []LicenseOwner `json:"LicenseOwners,omitzero"`
	// Role: Security role that decides rights.
	Role *Role `json:"Role,omitzero"`
	// UserGroup: Primary group (MDO list "usergroup").
	UserGroup *UserGroup `json:"UserGroup,omitzero"`
	// OtherGroups: Further groups (MDO list "usergroup").
	OtherGroups []UserGroup `json:"OtherGroups,omitzero"`
	// Person: Person record behind the user (MDO list "person_new").
	Person *Person `json:"Person,omitzero"`
	// Deleted: True when retired: no rights, not in lists.
	Deleted bool `json:"Deleted,omitzero"`
	// Lastlogin: Latest log-in time.
	Lastlogin DateTime `json:"Lastlogin,omitzero"`
	// Lastlogout: Latest log-out time.
	Lastlogout DateTime `json:"Lastlogout,omitzero"`
	// EjUserID: Matching Service (ejuser) id, 0 when none.
	EjUserID int32 `json:"EjUserId,omitzero"`
	// RequestSignature: Signature text for Service requests.
	RequestSignature string `json:"RequestSignature,omitzero"`
	// Type: Kind of user.
	Type UserType `json:"Type,omitzero"`
	// IsPersonRetired: True when the person is retired.
	IsPersonRetired bool `json:"IsPersonRetired,omitzero"`
	// IsOnTravel: True while on the (legacy) Travel client.
	IsOnTravel bool `json:"IsOnTravel,omitzero"`
	// Credentials: Registered log-in methods.
	Credentials []Credential `json:"Credentials,omitzero"`
	// UserName: Log-in name, may be an e-mail address.
	UserName string `json:"UserName,omitzero"`
	// TicketCategories: Request categories the user is a member of (MDO list "ejCategory").
	TicketCategories []MDOListItem `json:"TicketCategories,omitzero"`
	// NickName: Unique alias used in Service.
	NickName string `json:"NickName,omitzero"`
	// WaitingForApproval: True while an administrator has not approved access.
	WaitingForApproval bool `json:"WaitingForApproval,omitzero"`
	// ExtraFields: Deprecated bag of extra values; use CustomFields.
	ExtraFields ExtraFields `json:"ExtraFields,omitzero"`
	// CustomFields: Bag of extra fields and user-defined fields, string encoded.
	CustomFields CustomFields `json:"CustomFields,omitzero"`
	// PostSaveCommands: Commands the client should run after saving.
	PostSaveCommands []CustomCommand `json:"PostSaveCommands,omitzero"`
}

// UserWithLinks is the answer of the create call: the saved entity and its links.
type UserWithLinks struct {
	User

	// Links are the addresses the server gives for the saved record.
	Links Links `json:"_Links,omitzero"`
}
