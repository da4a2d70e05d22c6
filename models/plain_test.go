package models

// The carriers as a user would write them by hand: ordinary tags, enumerations
// as strings, and dates either as strings or as time.Time (D). Benchmarks compare
// the codec with encoding/json on these.

type plainAddress[D any] struct {
	plainCarrier[D]
	Wgs84Latitude    float64                    `json:"Wgs84Latitude,omitempty"`
	Wgs84Longitude   float64                    `json:"Wgs84Longitude,omitempty"`
	LocalizedAddress [][]plainLocalizedField[D] `json:"LocalizedAddress,omitempty"`
	Street           *plainStructuredAddress[D] `json:"Street,omitempty"`
	Postal           *plainStructuredAddress[D] `json:"Postal,omitempty"`
	Formatted        string                     `json:"Formatted,omitempty"`
}

type plainAssociate[D any] struct {
	plainCarrier[D]
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

type plainCarrier[D any] struct {
	TableRight      *plainTableRight[D]              `json:"TableRight,omitempty"`
	FieldProperties map[string]plainFieldProperty[D] `json:"FieldProperties,omitempty"`
}

type plainChatSessionEntity[D any] struct {
	plainCarrier[D]
	ChatSessionID       int32              `json:"ChatSessionId,omitempty"`
	TopicID             int32              `json:"TopicId,omitempty"`
	User                *plainAssociate[D] `json:"User,omitempty"`
	Person              *plainPerson[D]    `json:"Person,omitempty"`
	CustomerAlias       string             `json:"CustomerAlias,omitempty"`
	CustomerHost        string             `json:"CustomerHost,omitempty"`
	CustomerName        string             `json:"CustomerName,omitempty"`
	CustomerEmail       string             `json:"CustomerEmail,omitempty"`
	CustomerPhone       string             `json:"CustomerPhone,omitempty"`
	CustomerConsented   bool               `json:"CustomerConsented,omitempty"`
	CustomerCompanyName string             `json:"CustomerCompanyName,omitempty"`
	Status              string             `json:"Status,omitempty"`
	FirstMessage        string             `json:"FirstMessage,omitempty"`
	LastMessage         string             `json:"LastMessage,omitempty"`
	WhenRequested       D                  `json:"WhenRequested,omitzero"`
	WhenStarted         D                  `json:"WhenStarted,omitzero"`
	WhenEnded           D                  `json:"WhenEnded,omitzero"`
	WhenIdle            D                  `json:"WhenIdle,omitzero"`
	WhenFetched         D                  `json:"WhenFetched,omitzero"`
	SessionKey          string             `json:"SessionKey,omitempty"`
	InitialQueuePos     int32              `json:"InitialQueuePos,omitempty"`
	AlertLevel          int32              `json:"AlertLevel,omitempty"`
	Rank                int32              `json:"Rank,omitempty"`
	Flags               string             `json:"Flags,omitempty"`
	Contact             *plainContact[D]   `json:"Contact,omitempty"`
	Project             *plainProject[D]   `json:"Project,omitempty"`
	Sale                *plainSale[D]      `json:"Sale,omitempty"`
	Ticket              *plainTicket[D]    `json:"Ticket,omitempty"`
	TransferTo          *plainAssociate[D] `json:"TransferTo,omitempty"`
	ChatbotIsActive     bool               `json:"ChatbotIsActive,omitempty"`
	Rating              int32              `json:"Rating,omitempty"`
}

type plainChatSessionEntityWithLinks[D any] struct {
	plainChatSessionEntity[D]
	Links map[string]string `json:"_Links,omitempty"`
}

type plainContact[D any] struct {
	plainCarrier[D]
	ContactID         int32            `json:"ContactId,omitempty"`
	Name              string           `json:"Name,omitempty"`
	OrgNr             string           `json:"OrgNr,omitempty"`
	Department        string           `json:"Department,omitempty"`
	URL               string           `json:"URL,omitempty"`
	City              string           `json:"City,omitempty"`
	DirectPhone       string           `json:"DirectPhone,omitempty"`
	AssociateID       int32            `json:"AssociateId,omitempty"`
	CountryID         int32            `json:"CountryId,omitempty"`
	EmailAddress      string           `json:"EmailAddress,omitempty"`
	Kananame          string           `json:"Kananame,omitempty"`
	EmailAddressName  string           `json:"EmailAddressName,omitempty"`
	URLName           string           `json:"URLName,omitempty"`
	AssociateFullName string           `json:"AssociateFullName,omitempty"`
	BusinessName      string           `json:"BusinessName,omitempty"`
	CategoryName      string           `json:"CategoryName,omitempty"`
	CountryName       string           `json:"CountryName,omitempty"`
	Address           *plainAddress[D] `json:"Address,omitempty"`
	FormattedAddress  string           `json:"FormattedAddress,omitempty"`
	FullName          string           `json:"FullName,omitempty"`
	IsOwnerContact    bool             `json:"IsOwnerContact,omitempty"`
	ActiveErpLinks    int32            `json:"ActiveErpLinks,omitempty"`
	Number1           string           `json:"Number1,omitempty"`
	Number2           string           `json:"Number2,omitempty"`
}

type plainFieldProperty[D any] struct {
	FieldRight  *plainFieldRight[D] `json:"FieldRight,omitempty"`
	FieldType   string              `json:"FieldType,omitempty"`
	FieldLength int32               `json:"FieldLength,omitempty"`
}

type plainFieldRight[D any] struct {
	Mask   string `json:"Mask,omitempty"`
	Reason string `json:"Reason,omitempty"`
}

type plainLocalizedField[D any] struct {
	plainCarrier[D]
	Name        string `json:"Name,omitempty"`
	Value       string `json:"Value,omitempty"`
	Tooltip     string `json:"Tooltip,omitempty"`
	Label       string `json:"Label,omitempty"`
	ValueLength int32  `json:"ValueLength,omitempty"`
	AddressType string `json:"AddressType,omitempty"`
}

type plainPerson[D any] struct {
	plainCarrier[D]
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

type plainProject[D any] struct {
	plainCarrier[D]
	ProjectID         int32  `json:"ProjectId,omitempty"`
	Name              string `json:"Name,omitempty"`
	Description       string `json:"Description,omitempty"`
	URL               string `json:"URL,omitempty"`
	Type              string `json:"Type,omitempty"`
	AssociateID       int32  `json:"AssociateId,omitempty"`
	AssociateFullName string `json:"AssociateFullName,omitempty"`
	TypeID            int32  `json:"TypeId,omitempty"`
	Updated           D      `json:"Updated,omitzero"`
	StatusID          int32  `json:"StatusId,omitempty"`
	Status            string `json:"Status,omitempty"`
	TextID            int32  `json:"TextId,omitempty"`
	PublishTo         D      `json:"PublishTo,omitzero"`
	PublishFrom       D      `json:"PublishFrom,omitzero"`
	IsPublished       bool   `json:"IsPublished,omitempty"`
	URLName           string `json:"URLName,omitempty"`
	ProjectNumber     string `json:"ProjectNumber,omitempty"`
	ActiveErpLinks    int32  `json:"ActiveErpLinks,omitempty"`
	EventID           int32  `json:"EventId,omitempty"`
	StartDate         D      `json:"StartDate,omitzero"`
}

type plainSale[D any] struct {
	plainCarrier[D]
	ContactName       string  `json:"ContactName,omitempty"`
	SaleDate          D       `json:"SaleDate,omitzero"`
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
	NextDueDate       D       `json:"NextDueDate,omitzero"`
	Number            string  `json:"Number,omitempty"`
}

type plainStructuredAddress[D any] struct {
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

type plainTableRight[D any] struct {
	Mask   string `json:"Mask,omitempty"`
	Reason string `json:"Reason,omitempty"`
}

type plainTicket[D any] struct {
	plainCarrier[D]
	TicketID                 int32  `json:"TicketId,omitempty"`
	Title                    string `json:"Title,omitempty"`
	CreatedAt                D      `json:"CreatedAt,omitzero"`
	LastChanged              D      `json:"LastChanged,omitzero"`
	ReadByOwner              D      `json:"ReadByOwner,omitzero"`
	ReadByCustomer           D      `json:"ReadByCustomer,omitzero"`
	FirstReadByUser          D      `json:"FirstReadByUser,omitzero"`
	Activate                 D      `json:"Activate,omitzero"`
	ClosedAt                 D      `json:"ClosedAt,omitzero"`
	RepliedAt                D      `json:"RepliedAt,omitzero"`
	AlertTimeout             D      `json:"AlertTimeout,omitzero"`
	Deadline                 D      `json:"Deadline,omitzero"`
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
