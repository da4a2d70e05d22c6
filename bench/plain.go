package bench

// The carriers as a program without the SDK would write them: plain structs
// with tags, decoded by encoding/json. What the structs do not name is lost.
// Dates (D) are time.Time, which a program needs that uses them, or stay texts.

type chatSessionEntity[D any] struct {
	ChatSessionID       int32                       `json:"ChatSessionId,omitzero"`
	TopicID             int32                       `json:"TopicId,omitzero"`
	User                *associate[D]               `json:"User,omitzero"`
	Person              *person[D]                  `json:"Person,omitzero"`
	CustomerAlias       string                      `json:"CustomerAlias,omitzero"`
	CustomerHost        string                      `json:"CustomerHost,omitzero"`
	CustomerName        string                      `json:"CustomerName,omitzero"`
	CustomerEmail       string                      `json:"CustomerEmail,omitzero"`
	CustomerPhone       string                      `json:"CustomerPhone,omitzero"`
	CustomerConsented   bool                        `json:"CustomerConsented,omitzero"`
	CustomerCompanyName string                      `json:"CustomerCompanyName,omitzero"`
	Status              string                      `json:"Status,omitzero"`
	FirstMessage        string                      `json:"FirstMessage,omitzero"`
	LastMessage         string                      `json:"LastMessage,omitzero"`
	WhenRequested       D                           `json:"WhenRequested,omitzero"`
	WhenStarted         D                           `json:"WhenStarted,omitzero"`
	WhenEnded           D                           `json:"WhenEnded,omitzero"`
	WhenIdle            D                           `json:"WhenIdle,omitzero"`
	WhenFetched         D                           `json:"WhenFetched,omitzero"`
	SessionKey          string                      `json:"SessionKey,omitzero"`
	InitialQueuePos     int32                       `json:"InitialQueuePos,omitzero"`
	AlertLevel          int32                       `json:"AlertLevel,omitzero"`
	Rank                int32                       `json:"Rank,omitzero"`
	Flags               string                      `json:"Flags,omitzero"`
	Contact             *contact[D]                 `json:"Contact,omitzero"`
	Project             *project[D]                 `json:"Project,omitzero"`
	Sale                *sale[D]                    `json:"Sale,omitzero"`
	Ticket              *ticket[D]                  `json:"Ticket,omitzero"`
	TransferTo          *associate[D]               `json:"TransferTo,omitzero"`
	ChatbotIsActive     bool                        `json:"ChatbotIsActive,omitzero"`
	Rating              int32                       `json:"Rating,omitzero"`
	TableRight          *tableRight[D]              `json:"TableRight,omitzero"`
	FieldProperties     map[string]fieldProperty[D] `json:"FieldProperties,omitzero"`
	Links               map[string]string           `json:"_Links,omitzero"`
}

type associate[D any] struct {
	AssociateID     int32                       `json:"AssociateId,omitzero"`
	Name            string                      `json:"Name,omitzero"`
	PersonID        int32                       `json:"PersonId,omitzero"`
	Rank            int32                       `json:"Rank,omitzero"`
	Tooltip         string                      `json:"Tooltip,omitzero"`
	Type            string                      `json:"Type,omitzero"`
	GroupIdx        int32                       `json:"GroupIdx,omitzero"`
	FullName        string                      `json:"FullName,omitzero"`
	FormalName      string                      `json:"FormalName,omitzero"`
	Deleted         bool                        `json:"Deleted,omitzero"`
	EjUserID        int32                       `json:"EjUserId,omitzero"`
	UserName        string                      `json:"UserName,omitzero"`
	ExtraFields     map[string]string           `json:"ExtraFields,omitzero"`
	CustomFields    map[string]string           `json:"CustomFields,omitzero"`
	TableRight      *tableRight[D]              `json:"TableRight,omitzero"`
	FieldProperties map[string]fieldProperty[D] `json:"FieldProperties,omitzero"`
}

type person[D any] struct {
	Position           string                      `json:"Position,omitzero"`
	PersonID           int32                       `json:"PersonId,omitzero"`
	Mrmrs              string                      `json:"Mrmrs,omitzero"`
	Firstname          string                      `json:"Firstname,omitzero"`
	Lastname           string                      `json:"Lastname,omitzero"`
	MiddleName         string                      `json:"MiddleName,omitzero"`
	Title              string                      `json:"Title,omitzero"`
	Description        string                      `json:"Description,omitzero"`
	Email              string                      `json:"Email,omitzero"`
	FullName           string                      `json:"FullName,omitzero"`
	DirectPhone        string                      `json:"DirectPhone,omitzero"`
	FormalName         string                      `json:"FormalName,omitzero"`
	CountryID          int32                       `json:"CountryId,omitzero"`
	ContactID          int32                       `json:"ContactId,omitzero"`
	ContactName        string                      `json:"ContactName,omitzero"`
	Retired            int32                       `json:"Retired,omitzero"`
	Rank               int32                       `json:"Rank,omitzero"`
	ActiveInterests    int32                       `json:"ActiveInterests,omitzero"`
	ContactDepartment  string                      `json:"ContactDepartment,omitzero"`
	ContactCountryID   int32                       `json:"ContactCountryId,omitzero"`
	ContactOrgNr       string                      `json:"ContactOrgNr,omitzero"`
	FaxPhone           string                      `json:"FaxPhone,omitzero"`
	MobilePhone        string                      `json:"MobilePhone,omitzero"`
	ContactPhone       string                      `json:"ContactPhone,omitzero"`
	AssociateName      string                      `json:"AssociateName,omitzero"`
	AssociateID        int32                       `json:"AssociateId,omitzero"`
	UsePersonAddress   bool                        `json:"UsePersonAddress,omitzero"`
	ContactFax         string                      `json:"ContactFax,omitzero"`
	Kanafname          string                      `json:"Kanafname,omitzero"`
	Kanalname          string                      `json:"Kanalname,omitzero"`
	Post1              string                      `json:"Post1,omitzero"`
	Post2              string                      `json:"Post2,omitzero"`
	Post3              string                      `json:"Post3,omitzero"`
	EmailName          string                      `json:"EmailName,omitzero"`
	ContactFullName    string                      `json:"ContactFullName,omitzero"`
	ActiveErpLinks     int32                       `json:"ActiveErpLinks,omitzero"`
	TicketPriorityID   int32                       `json:"TicketPriorityId,omitzero"`
	SupportLanguageID  int32                       `json:"SupportLanguageId,omitzero"`
	SupportAssociateID int32                       `json:"SupportAssociateId,omitzero"`
	CategoryName       string                      `json:"CategoryName,omitzero"`
	PersonNumber       string                      `json:"PersonNumber,omitzero"`
	TableRight         *tableRight[D]              `json:"TableRight,omitzero"`
	FieldProperties    map[string]fieldProperty[D] `json:"FieldProperties,omitzero"`
}

type contact[D any] struct {
	ContactID         int32                       `json:"ContactId,omitzero"`
	Name              string                      `json:"Name,omitzero"`
	OrgNr             string                      `json:"OrgNr,omitzero"`
	Department        string                      `json:"Department,omitzero"`
	URL               string                      `json:"URL,omitzero"`
	City              string                      `json:"City,omitzero"`
	DirectPhone       string                      `json:"DirectPhone,omitzero"`
	AssociateID       int32                       `json:"AssociateId,omitzero"`
	CountryID         int32                       `json:"CountryId,omitzero"`
	EmailAddress      string                      `json:"EmailAddress,omitzero"`
	Kananame          string                      `json:"Kananame,omitzero"`
	EmailAddressName  string                      `json:"EmailAddressName,omitzero"`
	URLName           string                      `json:"URLName,omitzero"`
	AssociateFullName string                      `json:"AssociateFullName,omitzero"`
	BusinessName      string                      `json:"BusinessName,omitzero"`
	CategoryName      string                      `json:"CategoryName,omitzero"`
	CountryName       string                      `json:"CountryName,omitzero"`
	Address           *address[D]                 `json:"Address,omitzero"`
	FormattedAddress  string                      `json:"FormattedAddress,omitzero"`
	FullName          string                      `json:"FullName,omitzero"`
	IsOwnerContact    bool                        `json:"IsOwnerContact,omitzero"`
	ActiveErpLinks    int32                       `json:"ActiveErpLinks,omitzero"`
	Number1           string                      `json:"Number1,omitzero"`
	Number2           string                      `json:"Number2,omitzero"`
	TableRight        *tableRight[D]              `json:"TableRight,omitzero"`
	FieldProperties   map[string]fieldProperty[D] `json:"FieldProperties,omitzero"`
}

type project[D any] struct {
	ProjectID         int32                       `json:"ProjectId,omitzero"`
	Name              string                      `json:"Name,omitzero"`
	Description       string                      `json:"Description,omitzero"`
	URL               string                      `json:"URL,omitzero"`
	Type              string                      `json:"Type,omitzero"`
	AssociateID       int32                       `json:"AssociateId,omitzero"`
	AssociateFullName string                      `json:"AssociateFullName,omitzero"`
	TypeID            int32                       `json:"TypeId,omitzero"`
	Updated           D                           `json:"Updated,omitzero"`
	StatusID          int32                       `json:"StatusId,omitzero"`
	Status            string                      `json:"Status,omitzero"`
	TextID            int32                       `json:"TextId,omitzero"`
	PublishTo         D                           `json:"PublishTo,omitzero"`
	PublishFrom       D                           `json:"PublishFrom,omitzero"`
	IsPublished       bool                        `json:"IsPublished,omitzero"`
	URLName           string                      `json:"URLName,omitzero"`
	ProjectNumber     string                      `json:"ProjectNumber,omitzero"`
	ActiveErpLinks    int32                       `json:"ActiveErpLinks,omitzero"`
	EventID           int32                       `json:"EventId,omitzero"`
	StartDate         D                           `json:"StartDate,omitzero"`
	TableRight        *tableRight[D]              `json:"TableRight,omitzero"`
	FieldProperties   map[string]fieldProperty[D] `json:"FieldProperties,omitzero"`
}

type sale[D any] struct {
	ContactName       string                      `json:"ContactName,omitzero"`
	SaleDate          D                           `json:"SaleDate,omitzero"`
	SaleID            int32                       `json:"SaleId,omitzero"`
	Probability       int32                       `json:"Probability,omitzero"`
	Title             string                      `json:"Title,omitzero"`
	Amount            float64                     `json:"Amount,omitzero"`
	Currency          string                      `json:"Currency,omitzero"`
	ProjectName       string                      `json:"ProjectName,omitzero"`
	AssociateFullName string                      `json:"AssociateFullName,omitzero"`
	Description       string                      `json:"Description,omitzero"`
	Status            string                      `json:"Status,omitzero"`
	WeightedAmount    float64                     `json:"WeightedAmount,omitzero"`
	ProjectID         int32                       `json:"ProjectId,omitzero"`
	EarningPercent    float64                     `json:"EarningPercent,omitzero"`
	Earning           float64                     `json:"Earning,omitzero"`
	ContactID         int32                       `json:"ContactId,omitzero"`
	AssociateID       int32                       `json:"AssociateId,omitzero"`
	PersonID          int32                       `json:"PersonId,omitzero"`
	SaleTypeID        int32                       `json:"SaleTypeId,omitzero"`
	SaleTypeName      string                      `json:"SaleTypeName,omitzero"`
	PersonFullName    string                      `json:"PersonFullName,omitzero"`
	Completed         string                      `json:"Completed,omitzero"`
	ActiveErpLinks    int32                       `json:"ActiveErpLinks,omitzero"`
	NextDueDate       D                           `json:"NextDueDate,omitzero"`
	Number            string                      `json:"Number,omitzero"`
	TableRight        *tableRight[D]              `json:"TableRight,omitzero"`
	FieldProperties   map[string]fieldProperty[D] `json:"FieldProperties,omitzero"`
}

type ticket[D any] struct {
	TicketID                 int32                       `json:"TicketId,omitzero"`
	Title                    string                      `json:"Title,omitzero"`
	CreatedAt                D                           `json:"CreatedAt,omitzero"`
	LastChanged              D                           `json:"LastChanged,omitzero"`
	ReadByOwner              D                           `json:"ReadByOwner,omitzero"`
	ReadByCustomer           D                           `json:"ReadByCustomer,omitzero"`
	FirstReadByUser          D                           `json:"FirstReadByUser,omitzero"`
	Activate                 D                           `json:"Activate,omitzero"`
	ClosedAt                 D                           `json:"ClosedAt,omitzero"`
	RepliedAt                D                           `json:"RepliedAt,omitzero"`
	AlertTimeout             D                           `json:"AlertTimeout,omitzero"`
	Deadline                 D                           `json:"Deadline,omitzero"`
	CreatedBy                int32                       `json:"CreatedBy,omitzero"`
	CreatedByName            string                      `json:"CreatedByName,omitzero"`
	Author                   string                      `json:"Author,omitzero"`
	OwnedBy                  int32                       `json:"OwnedBy,omitzero"`
	OwnedByName              string                      `json:"OwnedByName,omitzero"`
	Category                 int32                       `json:"Category,omitzero"`
	CategoryName             string                      `json:"CategoryName,omitzero"`
	CategoryFullname         string                      `json:"CategoryFullname,omitzero"`
	Slevel                   string                      `json:"Slevel,omitzero"`
	Priority                 int32                       `json:"Priority,omitzero"`
	PriorityName             string                      `json:"PriorityName,omitzero"`
	BaseStatus               string                      `json:"BaseStatus,omitzero"`
	TicketStatus             int32                       `json:"TicketStatus,omitzero"`
	TicketStatusDisplayValue string                      `json:"TicketStatusDisplayValue,omitzero"`
	Origin                   string                      `json:"Origin,omitzero"`
	CustID                   int32                       `json:"CustId,omitzero"`
	PersonFirstname          string                      `json:"PersonFirstname,omitzero"`
	PersonMiddleName         string                      `json:"PersonMiddleName,omitzero"`
	PersonLastname           string                      `json:"PersonLastname,omitzero"`
	PersonFullname           string                      `json:"PersonFullname,omitzero"`
	AlertLevel               int32                       `json:"AlertLevel,omitzero"`
	ConnectID                int32                       `json:"ConnectId,omitzero"`
	ReadStatus               string                      `json:"ReadStatus,omitzero"`
	TimeToReply              int32                       `json:"TimeToReply,omitzero"`
	RealTimeToReply          int32                       `json:"RealTimeToReply,omitzero"`
	TimeToClose              int32                       `json:"TimeToClose,omitzero"`
	RealTimeToClose          int32                       `json:"RealTimeToClose,omitzero"`
	TimeSpentInternally      int32                       `json:"TimeSpentInternally,omitzero"`
	TimeSpentExternally      int32                       `json:"TimeSpentExternally,omitzero"`
	TimeSpentQueue           int32                       `json:"TimeSpentQueue,omitzero"`
	RealTimeSpentInternally  int32                       `json:"RealTimeSpentInternally,omitzero"`
	RealTimeSpentExternally  int32                       `json:"RealTimeSpentExternally,omitzero"`
	RealTimeSpentQueue       int32                       `json:"RealTimeSpentQueue,omitzero"`
	TimeSpent                int32                       `json:"TimeSpent,omitzero"`
	HasAttachment            bool                        `json:"HasAttachment,omitzero"`
	NumReplies               int32                       `json:"NumReplies,omitzero"`
	NumMessages              int32                       `json:"NumMessages,omitzero"`
	FromAddress              string                      `json:"FromAddress,omitzero"`
	ContactID                int32                       `json:"ContactId,omitzero"`
	ContactName              string                      `json:"ContactName,omitzero"`
	OwnedByAssociateID       int32                       `json:"OwnedByAssociateId,omitzero"`
	Language                 string                      `json:"Language,omitzero"`
	Sentiment                int32                       `json:"Sentiment,omitzero"`
	SentimentConfidence      int32                       `json:"SentimentConfidence,omitzero"`
	SaleID                   int32                       `json:"SaleId,omitzero"`
	ProjectID                int32                       `json:"ProjectId,omitzero"`
	SaleHeading              string                      `json:"SaleHeading,omitzero"`
	ProjectName              string                      `json:"ProjectName,omitzero"`
	FormSubmissionID         int32                       `json:"FormSubmissionId,omitzero"`
	TicketTypeID             int32                       `json:"TicketTypeId,omitzero"`
	TicketTypeName           string                      `json:"TicketTypeName,omitzero"`
	TableRight               *tableRight[D]              `json:"TableRight,omitzero"`
	FieldProperties          map[string]fieldProperty[D] `json:"FieldProperties,omitzero"`
}

type tableRight[D any] struct {
	Mask   string `json:"Mask,omitzero"`
	Reason string `json:"Reason,omitzero"`
}

type address[D any] struct {
	Wgs84Latitude    float64                     `json:"Wgs84Latitude,omitzero"`
	Wgs84Longitude   float64                     `json:"Wgs84Longitude,omitzero"`
	LocalizedAddress [][]localizedField[D]       `json:"LocalizedAddress,omitzero"`
	Street           *structuredAddress[D]       `json:"Street,omitzero"`
	Postal           *structuredAddress[D]       `json:"Postal,omitzero"`
	Formatted        string                      `json:"Formatted,omitzero"`
	TableRight       *tableRight[D]              `json:"TableRight,omitzero"`
	FieldProperties  map[string]fieldProperty[D] `json:"FieldProperties,omitzero"`
}

type fieldProperty[D any] struct {
	FieldRight  *fieldRight[D] `json:"FieldRight,omitzero"`
	FieldType   string         `json:"FieldType,omitzero"`
	FieldLength int32          `json:"FieldLength,omitzero"`
}

type localizedField[D any] struct {
	Name            string                      `json:"Name,omitzero"`
	Value           string                      `json:"Value,omitzero"`
	Tooltip         string                      `json:"Tooltip,omitzero"`
	Label           string                      `json:"Label,omitzero"`
	ValueLength     int32                       `json:"ValueLength,omitzero"`
	AddressType     string                      `json:"AddressType,omitzero"`
	TableRight      *tableRight[D]              `json:"TableRight,omitzero"`
	FieldProperties map[string]fieldProperty[D] `json:"FieldProperties,omitzero"`
}

type structuredAddress[D any] struct {
	AtypeIdx  string `json:"AtypeIdx,omitzero"`
	Address1  string `json:"Address1,omitzero"`
	Address2  string `json:"Address2,omitzero"`
	Address3  string `json:"Address3,omitzero"`
	City      string `json:"City,omitzero"`
	County    string `json:"County,omitzero"`
	State     string `json:"State,omitzero"`
	Zipcode   string `json:"Zipcode,omitzero"`
	Formatted string `json:"Formatted,omitzero"`
}

type fieldRight[D any] struct {
	Mask   string `json:"Mask,omitzero"`
	Reason string `json:"Reason,omitzero"`
}
