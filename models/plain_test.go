package models

// The carriers as a user would write them by hand: ordinary tags, dates and
// enumerations as strings. Benchmarks compare the codec with encoding/json on these.

type plainAddress struct {
	plainCarrier
	Wgs84Latitude    float64                 `json:"Wgs84Latitude,omitempty"`
	Wgs84Longitude   float64                 `json:"Wgs84Longitude,omitempty"`
	LocalizedAddress [][]plainLocalizedField `json:"LocalizedAddress,omitempty"`
	Street           *plainStructuredAddress `json:"Street,omitempty"`
	Postal           *plainStructuredAddress `json:"Postal,omitempty"`
	Formatted        string                  `json:"Formatted,omitempty"`
}

type plainAssociate struct {
	plainCarrier
	AssociateID  int32             `json:"AssociateId,omitempty"`
	Name         string            `json:"Name,omitempty"`
	PersonID     int32             `json:"PersonId,omitempty"`
	Rank         int32             `json:"Rank,omitempty"`
	Tooltip      string            `json:"Tooltip,omitempty"`
	Type         string            `json:"Type,omitempty"`
	GroupIdx     int32             `json:"GroupIdx,omitempty"`
	FullName     string            `json:"FullName,omitempty"`
	FormalName   string            `json:"FormalName,omitempty"`
	Deleted      bool              `json:"Deleted,omitempty"`
	EjUserID     int32             `json:"EjUserId,omitempty"`
	UserName     string            `json:"UserName,omitempty"`
	ExtraFields  map[string]string `json:"ExtraFields,omitempty"`
	CustomFields map[string]string `json:"CustomFields,omitempty"`
}

type plainCarrier struct {
	TableRight      *plainTableRight              `json:"TableRight,omitempty"`
	FieldProperties map[string]plainFieldProperty `json:"FieldProperties,omitempty"`
}

type plainChatSessionEntity struct {
	plainCarrier
	ChatSessionID       int32           `json:"ChatSessionId,omitempty"`
	TopicID             int32           `json:"TopicId,omitempty"`
	User                *plainAssociate `json:"User,omitempty"`
	Person              *plainPerson    `json:"Person,omitempty"`
	CustomerAlias       string          `json:"CustomerAlias,omitempty"`
	CustomerHost        string          `json:"CustomerHost,omitempty"`
	CustomerName        string          `json:"CustomerName,omitempty"`
	CustomerEmail       string          `json:"CustomerEmail,omitempty"`
	CustomerPhone       string          `json:"CustomerPhone,omitempty"`
	CustomerConsented   bool            `json:"CustomerConsented,omitempty"`
	CustomerCompanyName string          `json:"CustomerCompanyName,omitempty"`
	Status              string          `json:"Status,omitempty"`
	FirstMessage        string          `json:"FirstMessage,omitempty"`
	LastMessage         string          `json:"LastMessage,omitempty"`
	WhenRequested       string          `json:"WhenRequested,omitempty"`
	WhenStarted         string          `json:"WhenStarted,omitempty"`
	WhenEnded           string          `json:"WhenEnded,omitempty"`
	WhenIdle            string          `json:"WhenIdle,omitempty"`
	WhenFetched         string          `json:"WhenFetched,omitempty"`
	SessionKey          string          `json:"SessionKey,omitempty"`
	InitialQueuePos     int32           `json:"InitialQueuePos,omitempty"`
	AlertLevel          int32           `json:"AlertLevel,omitempty"`
	Rank                int32           `json:"Rank,omitempty"`
	Flags               string          `json:"Flags,omitempty"`
	Contact             *plainContact   `json:"Contact,omitempty"`
	Project             *plainProject   `json:"Project,omitempty"`
	Sale                *plainSale      `json:"Sale,omitempty"`
	Ticket              *plainTicket    `json:"Ticket,omitempty"`
	TransferTo          *plainAssociate `json:"TransferTo,omitempty"`
	ChatbotIsActive     bool            `json:"ChatbotIsActive,omitempty"`
	Rating              int32           `json:"Rating,omitempty"`
}

type plainChatSessionEntityWithLinks struct {
	plainChatSessionEntity
	Links map[string]string `json:"_Links,omitempty"`
}

type plainContact struct {
	plainCarrier
	ContactID         int32         `json:"ContactId,omitempty"`
	Name              string        `json:"Name,omitempty"`
	OrgNr             string        `json:"OrgNr,omitempty"`
	Department        string        `json:"Department,omitempty"`
	URL               string        `json:"URL,omitempty"`
	City              string        `json:"City,omitempty"`
	DirectPhone       string        `json:"DirectPhone,omitempty"`
	AssociateID       int32         `json:"AssociateId,omitempty"`
	CountryID         int32         `json:"CountryId,omitempty"`
	EmailAddress      string        `json:"EmailAddress,omitempty"`
	Kananame          string        `json:"Kananame,omitempty"`
	EmailAddressName  string        `json:"EmailAddressName,omitempty"`
	URLName           string        `json:"URLName,omitempty"`
	AssociateFullName string        `json:"AssociateFullName,omitempty"`
	BusinessName      string        `json:"BusinessName,omitempty"`
	CategoryName      string        `json:"CategoryName,omitempty"`
	CountryName       string        `json:"CountryName,omitempty"`
	Address           *plainAddress `json:"Address,omitempty"`
	FormattedAddress  string        `json:"FormattedAddress,omitempty"`
	FullName          string        `json:"FullName,omitempty"`
	IsOwnerContact    bool          `json:"IsOwnerContact,omitempty"`
	ActiveErpLinks    int32         `json:"ActiveErpLinks,omitempty"`
	Number1           string        `json:"Number1,omitempty"`
	Number2           string        `json:"Number2,omitempty"`
}

type plainCredential struct {
	plainCarrier
	Type         *plainCredentialType `json:"Type,omitempty"`
	Value        string               `json:"Value,omitempty"`
	DisplayValue string               `json:"DisplayValue,omitempty"`
}

type plainCredentialType struct {
	plainCarrier
	DisplayType         string `json:"DisplayType,omitempty"`
	Type                string `json:"Type,omitempty"`
	Description         string `json:"Description,omitempty"`
	ValueControl        string `json:"ValueControl,omitempty"`
	CanCreatePerson     bool   `json:"CanCreatePerson,omitempty"`
	IsUserNameSupported bool   `json:"IsUserNameSupported,omitempty"`
}

type plainCustomCommand struct {
	plainCarrier
	Name        string `json:"Name,omitempty"`
	DisplayName string `json:"DisplayName,omitempty"`
	Description string `json:"Description,omitempty"`
	ToolTip     string `json:"ToolTip,omitempty"`
	Actions     string `json:"Actions,omitempty"`
	ActionData  string `json:"ActionData,omitempty"`
}

type plainFieldProperty struct {
	FieldRight  *plainFieldRight `json:"FieldRight,omitempty"`
	FieldType   string           `json:"FieldType,omitempty"`
	FieldLength int32            `json:"FieldLength,omitempty"`
}

type plainFieldRight struct {
	Mask   string `json:"Mask,omitempty"`
	Reason string `json:"Reason,omitempty"`
}

type plainLicenseOwner struct {
	plainCarrier
	Name                       string                   `json:"Name,omitempty"`
	Description                string                   `json:"Description,omitempty"`
	RestrictedModuleLicenses   []plainModuleLicenseLink `json:"RestrictedModuleLicenses,omitempty"`
	UnrestrictedModuleLicenses []plainModuleLicenseLink `json:"UnrestrictedModuleLicenses,omitempty"`
}

type plainLocalizedField struct {
	plainCarrier
	Name        string `json:"Name,omitempty"`
	Value       string `json:"Value,omitempty"`
	Tooltip     string `json:"Tooltip,omitempty"`
	Label       string `json:"Label,omitempty"`
	ValueLength int32  `json:"ValueLength,omitempty"`
	AddressType string `json:"AddressType,omitempty"`
}

type plainMDOListItem struct {
	plainCarrier
	ID         int32              `json:"Id,omitempty"`
	Name       string             `json:"Name,omitempty"`
	ToolTip    string             `json:"ToolTip,omitempty"`
	Deleted    bool               `json:"Deleted,omitempty"`
	Rank       int32              `json:"Rank,omitempty"`
	Type       string             `json:"Type,omitempty"`
	ChildItems []plainMDOListItem `json:"ChildItems,omitempty"`
	IconHint   string             `json:"IconHint,omitempty"`
	ColorBlock int32              `json:"ColorBlock,omitempty"`
	ExtraInfo  string             `json:"ExtraInfo,omitempty"`
	StyleHint  string             `json:"StyleHint,omitempty"`
	FullName   string             `json:"FullName,omitempty"`
}

type plainModuleLicenseLink struct {
	plainCarrier
	Unrestricted           bool   `json:"Unrestricted,omitempty"`
	Total                  int32  `json:"Total,omitempty"`
	Tooltip                string `json:"Tooltip,omitempty"`
	CanAssign              bool   `json:"CanAssign,omitempty"`
	Free                   int32  `json:"Free,omitempty"`
	InUse                  int32  `json:"InUse,omitempty"`
	IsHidden               bool   `json:"IsHidden,omitempty"`
	Assigned               bool   `json:"Assigned,omitempty"`
	ModuleLicenseID        int32  `json:"ModuleLicenseId,omitempty"`
	Name                   string `json:"Name,omitempty"`
	Description            string `json:"Description,omitempty"`
	PrerequisiteModuleName string `json:"PrerequisiteModuleName,omitempty"`
	SortOrder              int32  `json:"SortOrder,omitempty"`
	ExtraFlags             int32  `json:"ExtraFlags,omitempty"`
}

type plainPerson struct {
	plainCarrier
	Position           string `json:"Position,omitempty"`
	PersonID           int32  `json:"PersonId,omitempty"`
	Mrmrs              string `json:"Mrmrs,omitempty"`
	Firstname          string `json:"Firstname,omitempty"`
	Lastname           string `json:"Lastname,omitempty"`
	MiddleName         string `json:"MiddleName,omitempty"`
	Title              string `json:"Title,omitempty"`
	Description        string `json:"Description,omitempty"`
	Email              string `json:"Email,omitempty"`
	FullName           string `json:"FullName,omitempty"`
	DirectPhone        string `json:"DirectPhone,omitempty"`
	FormalName         string `json:"FormalName,omitempty"`
	CountryID          int32  `json:"CountryId,omitempty"`
	ContactID          int32  `json:"ContactId,omitempty"`
	ContactName        string `json:"ContactName,omitempty"`
	Retired            int32  `json:"Retired,omitempty"`
	Rank               int32  `json:"Rank,omitempty"`
	ActiveInterests    int32  `json:"ActiveInterests,omitempty"`
	ContactDepartment  string `json:"ContactDepartment,omitempty"`
	ContactCountryID   int32  `json:"ContactCountryId,omitempty"`
	ContactOrgNr       string `json:"ContactOrgNr,omitempty"`
	FaxPhone           string `json:"FaxPhone,omitempty"`
	MobilePhone        string `json:"MobilePhone,omitempty"`
	ContactPhone       string `json:"ContactPhone,omitempty"`
	AssociateName      string `json:"AssociateName,omitempty"`
	AssociateID        int32  `json:"AssociateId,omitempty"`
	UsePersonAddress   bool   `json:"UsePersonAddress,omitempty"`
	ContactFax         string `json:"ContactFax,omitempty"`
	Kanafname          string `json:"Kanafname,omitempty"`
	Kanalname          string `json:"Kanalname,omitempty"`
	Post1              string `json:"Post1,omitempty"`
	Post2              string `json:"Post2,omitempty"`
	Post3              string `json:"Post3,omitempty"`
	EmailName          string `json:"EmailName,omitempty"`
	ContactFullName    string `json:"ContactFullName,omitempty"`
	ActiveErpLinks     int32  `json:"ActiveErpLinks,omitempty"`
	TicketPriorityID   int32  `json:"TicketPriorityId,omitempty"`
	SupportLanguageID  int32  `json:"SupportLanguageId,omitempty"`
	SupportAssociateID int32  `json:"SupportAssociateId,omitempty"`
	CategoryName       string `json:"CategoryName,omitempty"`
	PersonNumber       string `json:"PersonNumber,omitempty"`
}

type plainProject struct {
	plainCarrier
	ProjectID         int32  `json:"ProjectId,omitempty"`
	Name              string `json:"Name,omitempty"`
	Description       string `json:"Description,omitempty"`
	URL               string `json:"URL,omitempty"`
	Type              string `json:"Type,omitempty"`
	AssociateID       int32  `json:"AssociateId,omitempty"`
	AssociateFullName string `json:"AssociateFullName,omitempty"`
	TypeID            int32  `json:"TypeId,omitempty"`
	Updated           string `json:"Updated,omitempty"`
	StatusID          int32  `json:"StatusId,omitempty"`
	Status            string `json:"Status,omitempty"`
	TextID            int32  `json:"TextId,omitempty"`
	PublishTo         string `json:"PublishTo,omitempty"`
	PublishFrom       string `json:"PublishFrom,omitempty"`
	IsPublished       bool   `json:"IsPublished,omitempty"`
	URLName           string `json:"URLName,omitempty"`
	ProjectNumber     string `json:"ProjectNumber,omitempty"`
	ActiveErpLinks    int32  `json:"ActiveErpLinks,omitempty"`
	EventID           int32  `json:"EventId,omitempty"`
	StartDate         string `json:"StartDate,omitempty"`
}

type plainRole struct {
	plainCarrier
	ID      int32  `json:"Id,omitempty"`
	Value   string `json:"Value,omitempty"`
	Tooltip string `json:"Tooltip,omitempty"`
}

type plainSale struct {
	plainCarrier
	ContactName       string  `json:"ContactName,omitempty"`
	SaleDate          string  `json:"SaleDate,omitempty"`
	SaleID            int32   `json:"SaleId,omitempty"`
	Probability       int32   `json:"Probability,omitempty"`
	Title             string  `json:"Title,omitempty"`
	Amount            float64 `json:"Amount,omitempty"`
	Currency          string  `json:"Currency,omitempty"`
	ProjectName       string  `json:"ProjectName,omitempty"`
	AssociateFullName string  `json:"AssociateFullName,omitempty"`
	Description       string  `json:"Description,omitempty"`
	Status            string  `json:"Status,omitempty"`
	WeightedAmount    float64 `json:"WeightedAmount,omitempty"`
	ProjectID         int32   `json:"ProjectId,omitempty"`
	EarningPercent    float64 `json:"EarningPercent,omitempty"`
	Earning           float64 `json:"Earning,omitempty"`
	ContactID         int32   `json:"ContactId,omitempty"`
	AssociateID       int32   `json:"AssociateId,omitempty"`
	PersonID          int32   `json:"PersonId,omitempty"`
	SaleTypeID        int32   `json:"SaleTypeId,omitempty"`
	SaleTypeName      string  `json:"SaleTypeName,omitempty"`
	PersonFullName    string  `json:"PersonFullName,omitempty"`
	Completed         string  `json:"Completed,omitempty"`
	ActiveErpLinks    int32   `json:"ActiveErpLinks,omitempty"`
	NextDueDate       string  `json:"NextDueDate,omitempty"`
	Number            string  `json:"Number,omitempty"`
}

type plainStructuredAddress struct {
	AtypeIdx  string `json:"AtypeIdx,omitempty"`
	Address1  string `json:"Address1,omitempty"`
	Address2  string `json:"Address2,omitempty"`
	Address3  string `json:"Address3,omitempty"`
	City      string `json:"City,omitempty"`
	County    string `json:"County,omitempty"`
	State     string `json:"State,omitempty"`
	Zipcode   string `json:"Zipcode,omitempty"`
	Formatted string `json:"Formatted,omitempty"`
}

type plainTableRight struct {
	Mask   string `json:"Mask,omitempty"`
	Reason string `json:"Reason,omitempty"`
}

type plainTicket struct {
	plainCarrier
	TicketID                 int32  `json:"TicketId,omitempty"`
	Title                    string `json:"Title,omitempty"`
	CreatedAt                string `json:"CreatedAt,omitempty"`
	LastChanged              string `json:"LastChanged,omitempty"`
	ReadByOwner              string `json:"ReadByOwner,omitempty"`
	ReadByCustomer           string `json:"ReadByCustomer,omitempty"`
	FirstReadByUser          string `json:"FirstReadByUser,omitempty"`
	Activate                 string `json:"Activate,omitempty"`
	ClosedAt                 string `json:"ClosedAt,omitempty"`
	RepliedAt                string `json:"RepliedAt,omitempty"`
	AlertTimeout             string `json:"AlertTimeout,omitempty"`
	Deadline                 string `json:"Deadline,omitempty"`
	CreatedBy                int32  `json:"CreatedBy,omitempty"`
	CreatedByName            string `json:"CreatedByName,omitempty"`
	Author                   string `json:"Author,omitempty"`
	OwnedBy                  int32  `json:"OwnedBy,omitempty"`
	OwnedByName              string `json:"OwnedByName,omitempty"`
	Category                 int32  `json:"Category,omitempty"`
	CategoryName             string `json:"CategoryName,omitempty"`
	CategoryFullname         string `json:"CategoryFullname,omitempty"`
	Slevel                   string `json:"Slevel,omitempty"`
	Priority                 int32  `json:"Priority,omitempty"`
	PriorityName             string `json:"PriorityName,omitempty"`
	BaseStatus               string `json:"BaseStatus,omitempty"`
	TicketStatus             int32  `json:"TicketStatus,omitempty"`
	TicketStatusDisplayValue string `json:"TicketStatusDisplayValue,omitempty"`
	Origin                   string `json:"Origin,omitempty"`
	CustID                   int32  `json:"CustId,omitempty"`
	PersonFirstname          string `json:"PersonFirstname,omitempty"`
	PersonMiddleName         string `json:"PersonMiddleName,omitempty"`
	PersonLastname           string `json:"PersonLastname,omitempty"`
	PersonFullname           string `json:"PersonFullname,omitempty"`
	AlertLevel               int32  `json:"AlertLevel,omitempty"`
	ConnectID                int32  `json:"ConnectId,omitempty"`
	ReadStatus               string `json:"ReadStatus,omitempty"`
	TimeToReply              int32  `json:"TimeToReply,omitempty"`
	RealTimeToReply          int32  `json:"RealTimeToReply,omitempty"`
	TimeToClose              int32  `json:"TimeToClose,omitempty"`
	RealTimeToClose          int32  `json:"RealTimeToClose,omitempty"`
	TimeSpentInternally      int32  `json:"TimeSpentInternally,omitempty"`
	TimeSpentExternally      int32  `json:"TimeSpentExternally,omitempty"`
	TimeSpentQueue           int32  `json:"TimeSpentQueue,omitempty"`
	RealTimeSpentInternally  int32  `json:"RealTimeSpentInternally,omitempty"`
	RealTimeSpentExternally  int32  `json:"RealTimeSpentExternally,omitempty"`
	RealTimeSpentQueue       int32  `json:"RealTimeSpentQueue,omitempty"`
	TimeSpent                int32  `json:"TimeSpent,omitempty"`
	HasAttachment            bool   `json:"HasAttachment,omitempty"`
	NumReplies               int32  `json:"NumReplies,omitempty"`
	NumMessages              int32  `json:"NumMessages,omitempty"`
	FromAddress              string `json:"FromAddress,omitempty"`
	ContactID                int32  `json:"ContactId,omitempty"`
	ContactName              string `json:"ContactName,omitempty"`
	OwnedByAssociateID       int32  `json:"OwnedByAssociateId,omitempty"`
	Language                 string `json:"Language,omitempty"`
	Sentiment                int32  `json:"Sentiment,omitempty"`
	SentimentConfidence      int32  `json:"SentimentConfidence,omitempty"`
	SaleID                   int32  `json:"SaleId,omitempty"`
	ProjectID                int32  `json:"ProjectId,omitempty"`
	SaleHeading              string `json:"SaleHeading,omitempty"`
	ProjectName              string `json:"ProjectName,omitempty"`
	FormSubmissionID         int32  `json:"FormSubmissionId,omitempty"`
	TicketTypeID             int32  `json:"TicketTypeId,omitempty"`
	TicketTypeName           string `json:"TicketTypeName,omitempty"`
}

type plainUser struct {
	plainCarrier
	AssociateID        int32                `json:"AssociateId,omitempty"`
	Name               string               `json:"Name,omitempty"`
	Rank               int32                `json:"Rank,omitempty"`
	Tooltip            string               `json:"Tooltip,omitempty"`
	LicenseOwners      []plainLicenseOwner  `json:"LicenseOwners,omitempty"`
	Role               *plainRole           `json:"Role,omitempty"`
	UserGroup          *plainUserGroup      `json:"UserGroup,omitempty"`
	OtherGroups        []plainUserGroup     `json:"OtherGroups,omitempty"`
	Person             *plainPerson         `json:"Person,omitempty"`
	Deleted            bool                 `json:"Deleted,omitempty"`
	Lastlogin          string               `json:"Lastlogin,omitempty"`
	Lastlogout         string               `json:"Lastlogout,omitempty"`
	EjUserID           int32                `json:"EjUserId,omitempty"`
	RequestSignature   string               `json:"RequestSignature,omitempty"`
	Type               string               `json:"Type,omitempty"`
	IsPersonRetired    bool                 `json:"IsPersonRetired,omitempty"`
	IsOnTravel         bool                 `json:"IsOnTravel,omitempty"`
	Credentials        []plainCredential    `json:"Credentials,omitempty"`
	UserName           string               `json:"UserName,omitempty"`
	TicketCategories   []plainMDOListItem   `json:"TicketCategories,omitempty"`
	NickName           string               `json:"NickName,omitempty"`
	WaitingForApproval bool                 `json:"WaitingForApproval,omitempty"`
	ExtraFields        map[string]string    `json:"ExtraFields,omitempty"`
	CustomFields       map[string]string    `json:"CustomFields,omitempty"`
	PostSaveCommands   []plainCustomCommand `json:"PostSaveCommands,omitempty"`
}

type plainUserGroup struct {
	plainCarrier
	Value   string `json:"Value,omitempty"`
	Tooltip string `json:"Tooltip,omitempty"`
	ID      int32  `json:"Id,omitempty"`
	Rank    int32  `json:"Rank,omitempty"`
	Deleted bool   `json:"Deleted,omitempty"`
}

type plainUserWithLinks struct {
	plainUser
	Links map[string]string `json:"_Links,omitempty"`
}
