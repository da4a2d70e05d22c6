package models

// Associate is a user as other records show it: an id, names and kind, without
// log-in, role and licences, which [User] has. It stands for the agent of a chat
// session (User, TransferTo).
//
// As a reference only AssociateID matters; the other fields are what the server
// shows in answers.
type Associate struct {
	Carrier

	// AssociateID is the primary key; 0 means no associate.
	AssociateID int32 `json:"AssociateId,omitzero"`
	// Name is the initials, onsite also the log-in name.
	Name string `json:"Name,omitzero"`
	// PersonID is the id of the person the associate is; 0 when there is none.
	// MDO list "person".
	PersonID int32 `json:"PersonId,omitzero"`
	// Rank is the place in sorted lists, a 16-bit number on the server.
	Rank int32 `json:"Rank,omitzero"`
	// Tooltip is a short text about the associate.
	Tooltip string `json:"Tooltip,omitzero"`
	// Type is the kind of user.
	Type UserType `json:"Type,omitzero"`
	// GroupIdx is the id of the primary user group; 0 when unset.
	GroupIdx int32 `json:"GroupIdx,omitzero"`
	// FullName is the name for display, put together in the way of the
	// request's culture.
	FullName string `json:"FullName,omitzero"`
	// FormalName is the name for letters and labels, with title, in the way of
	// the request's culture.
	FormalName string `json:"FormalName,omitzero"`
	// Deleted is true when the associate has retired.
	Deleted bool `json:"Deleted,omitzero"`
	// EjUserID is the id of the matching Service user (ejuser); 0 for an
	// associate without Service.
	EjUserID int32 `json:"EjUserId,omitzero"`
	// UserName is what the user logs in with. Real servers often answer null
	// here, which is read as empty.
	UserName string `json:"UserName,omitzero"`
	// ExtraFields are values that database extensions and plug-ins add, by
	// field name. Newer than the reference page.
	//
	// Deprecated: SuperOffice is giving up this bag. Use CustomFields.
	ExtraFields ExtraFields `json:"ExtraFields,omitzero"`
	// CustomFields hold both kinds of additional fields, user-defined and extra,
	// by prog id or field name. Newer than the reference page.
	CustomFields CustomFields `json:"CustomFields,omitzero"`
}
