package models

// User is a user of SuperOffice with log-in, role, groups and licences: the body
// of POST /api/v1/User, and, with its links, the answer to it. It is an
// associate with everything an administrator sets; [Associate] is the short form
// of the same record.
//
// User management is an administrator's task of onsite installations: SuperOffice
// Online does not let partner applications in here.
//
// For a new user leave AssociateID zero. Whether there must be a Person depends on
// Type: one that exists already (its PersonID) for an internal or external user,
// none for a system or anonymous one. Role and UserGroup are references by id and
// very likely mandatory; the FieldProperties of GET
// /api/v1/User/Default?userType=…&personId=… say what is, and that call also
// brings the licences in LicenseOwners, whose Assigned marks are then set. POST
// /api/v1/User/Validate checks a user without saving it.
//
// See https://docs.superoffice.com/en/api/reference/restful/rest/User/v1User_PostUser.html
type User struct {
	Carrier

	// AssociateID is the primary key, given by the server; leave it 0 on
	// create, since any other value may overwrite that user.
	AssociateID int32 `json:"AssociateId,omitzero"`
	// Name is the initials or user id that archives show; onsite it is the
	// log-in name as well.
	Name string `json:"Name,omitzero"`
	// Rank is the place in sorted lists, a 16-bit number on the server.
	Rank int32 `json:"Rank,omitzero"`
	// Tooltip is a short text about the user.
	Tooltip string `json:"Tooltip,omitzero"`
	// LicenseOwners are the licences of all modules, by who issued them. Each is
	// marked when it is given to this user.
	LicenseOwners []LicenseOwner `json:"LicenseOwners,omitzero"`
	// Role is the security role that decides what the user may do; on create
	// only its ID matters.
	Role *Role `json:"Role,omitzero"`
	// UserGroup is the primary group; on create only its ID matters. MDO list
	// "usergroup".
	UserGroup *UserGroup `json:"UserGroup,omitzero"`
	// OtherGroups are the groups besides the primary one, by ID. MDO list
	// "usergroup".
	OtherGroups []UserGroup `json:"OtherGroups,omitzero"`
	// Person is who the user is, by PersonID; for an internal or external user
	// there must be a record already. MDO list "person_new".
	Person *Person `json:"Person,omitzero"`
	// Deleted is true for a retired user, who has no rights and is in no list;
	// users are never removed.
	Deleted bool `json:"Deleted,omitzero"`
	// Lastlogin is when the user last logged in; zero when never. Kept by the
	// server.
	Lastlogin DateTime `json:"Lastlogin,omitzero"`
	// Lastlogout is when the user last logged out; zero when never. Kept by the
	// server.
	Lastlogout DateTime `json:"Lastlogout,omitzero"`
	// EjUserID is the id of the matching Service user (ejuser); 0 for a user
	// without Service.
	EjUserID int32 `json:"EjUserId,omitzero"`
	// RequestSignature is the text put below the user's replies to requests.
	RequestSignature string `json:"RequestSignature,omitzero"`
	// Type is the kind of user, and with it whether a person is needed; empty
	// and Unknown are not kinds.
	Type UserType `json:"Type,omitzero"`
	// IsPersonRetired is true when the person behind the user has retired.
	IsPersonRetired bool `json:"IsPersonRetired,omitzero"`
	// IsOnTravel is true while the user works in the old Travel client with a
	// copy of the database.
	IsOnTravel bool `json:"IsOnTravel,omitzero"`
	// Credentials are the ways in which the user can log in; their values are
	// secrets.
	Credentials []Credential `json:"Credentials,omitzero"`
	// UserName is what the user logs in with, e-mail addresses included. Real
	// servers often answer null here, which is read as empty.
	UserName string `json:"UserName,omitzero"`
	// TicketCategories are the request categories the user handles. MDO list
	// "ejCategory".
	TicketCategories []MDOListItem `json:"TicketCategories,omitzero"`
	// NickName is the alias used in Service, unique among users.
	NickName string `json:"NickName,omitzero"`
	// WaitingForApproval is true until an administrator has let the user in.
	WaitingForApproval bool `json:"WaitingForApproval,omitzero"`
	// ExtraFields are values that database extensions and plug-ins add, by
	// field name; they are in CustomFields too.
	//
	// Deprecated: SuperOffice is giving up this bag. Use CustomFields.
	ExtraFields ExtraFields `json:"ExtraFields,omitzero"`
	// CustomFields hold both kinds of additional fields, user-defined and extra,
	// by prog id or field name; read and written through the methods of
	// [CustomFields].
	CustomFields CustomFields `json:"CustomFields,omitzero"`
	// PostSaveCommands are what the server asks its client to run after the
	// save; the SDK runs none of them.
	PostSaveCommands []CustomCommand `json:"PostSaveCommands,omitzero"`
}

// UserWithLinks is what the server answers to a created user: the user as it was
// saved, and the links the REST interface adds.
type UserWithLinks struct {
	User

	// Links are the addresses of the saved record and of what belongs to it, by
	// relation; read [Links] before following one.
	Links Links `json:"_Links,omitzero"`
}
