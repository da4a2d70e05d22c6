package models

// Ticket .
type Ticket struct {
	Carrier

	// TicketID: Primary key.
	TicketID int32 `json:"TicketId,omitzero"`
	// Title: Subject.
	Title string `json:"Title,omitzero"`
	// CreatedAt: Creation time.
	CreatedAt DateTime `json:"CreatedAt,omitzero"`
	// LastChanged: Latest change.
	LastChanged DateTime `json:"LastChanged,omitzero"`
	// ReadByOwner: Latest read by the owner.
	ReadByOwner DateTime `json:"ReadByOwner,omitzero"`
	// ReadByCustomer: Time the customer read it.
	ReadByCustomer DateTime `json:"ReadByCustomer,omitzero"`
	// FirstReadByUser: First read by any user.
	FirstReadByUser DateTime `json:"FirstReadByUser,omitzero"`
	// Activate: Time a postponed request wakes up.
	Activate DateTime `json:"Activate,omitzero"`
	// ClosedAt: Close time.
	ClosedAt DateTime `json:"ClosedAt,omitzero"`
	// RepliedAt: Time of the first external message.
	RepliedAt DateTime `json:"RepliedAt,omitzero"`
	// AlertTimeout: Time of the next escalation step.
	AlertTimeout DateTime `json:"AlertTimeout,omitzero"`
	// Deadline: Deadline.
	Deadline DateTime `json:"Deadline,omitzero"`
	// CreatedBy: Service user id of the creator, 1 for the system user.
	CreatedBy int32 `json:"CreatedBy,omitzero"`
	// CreatedByName: Initials of the creator.
	CreatedByName string `json:"CreatedByName,omitzero"`
	// Author: Author text of the first message.
	Author string `json:"Author,omitzero"`
	// OwnedBy: Service user id of the owner, 1 when unassigned.
	OwnedBy int32 `json:"OwnedBy,omitzero"`
	// OwnedByName: Initials of the owner.
	OwnedByName string `json:"OwnedByName,omitzero"`
	// Category: Category id.
	Category int32 `json:"Category,omitzero"`
	// CategoryName: Short category name.
	CategoryName string `json:"CategoryName,omitzero"`
	// CategoryFullname: Category path, parents first, with slashes.
	CategoryFullname string `json:"CategoryFullname,omitzero"`
	// Slevel: Internal or external visibility.
	Slevel TicketSecurityLevel `json:"Slevel,omitzero"`
	// Priority: Priority id.
	Priority int32 `json:"Priority,omitzero"`
	// PriorityName: Priority name.
	PriorityName string `json:"PriorityName,omitzero"`
	// BaseStatus: Built-in status.
	BaseStatus TicketBaseStatus `json:"BaseStatus,omitzero"`
	// TicketStatus: User-defined status id.
	TicketStatus int32 `json:"TicketStatus,omitzero"`
	// TicketStatusDisplayValue: Text of the user-defined status.
	TicketStatusDisplayValue string `json:"TicketStatusDisplayValue,omitzero"`
	// Origin: Channel the request came from.
	Origin TicketOrigin `json:"Origin,omitzero"`
	// CustID: Customer person id; null in the database or -1 when none.
	CustID int32 `json:"CustId,omitzero"`
	// PersonFirstname: Customer first name.
	PersonFirstname string `json:"PersonFirstname,omitzero"`
	// PersonMiddleName: Customer middle name.
	PersonMiddleName string `json:"PersonMiddleName,omitzero"`
	// PersonLastname: Customer last name.
	PersonLastname string `json:"PersonLastname,omitzero"`
	// PersonFullname: Customer display name.
	PersonFullname string `json:"PersonFullname,omitzero"`
	// AlertLevel: Escalation level.
	AlertLevel int32 `json:"AlertLevel,omitzero"`
	// ConnectID: Id of the master request when connected.
	ConnectID int32 `json:"ConnectId,omitzero"`
	// ReadStatus: Read state traffic light for the owner.
	ReadStatus TicketReadStatus `json:"ReadStatus,omitzero"`
	// TimeToReply: Minutes to the first reply in priority hours.
	TimeToReply int32 `json:"TimeToReply,omitzero"`
	// RealTimeToReply: Minutes to the first reply, all hours.
	RealTimeToReply int32 `json:"RealTimeToReply,omitzero"`
	// TimeToClose: Minutes to close in priority hours.
	TimeToClose int32 `json:"TimeToClose,omitzero"`
	// RealTimeToClose: Minutes to close, all hours.
	RealTimeToClose int32 `json:"RealTimeToClose,omitzero"`
	// TimeSpentInternally: Seconds in open state in priority hours.
	TimeSpentInternally int32 `json:"TimeSpentInternally,omitzero"`
	// TimeSpentExternally: Seconds waiting on others in priority hours.
	TimeSpentExternally int32 `json:"TimeSpentExternally,omitzero"`
	// TimeSpentQueue: Seconds in queue in priority hours.
	TimeSpentQueue int32 `json:"TimeSpentQueue,omitzero"`
	// RealTimeSpentInternally: Seconds in open state, all hours.
	RealTimeSpentInternally int32 `json:"RealTimeSpentInternally,omitzero"`
	// RealTimeSpentExternally: Seconds waiting on others, all hours.
	RealTimeSpentExternally int32 `json:"RealTimeSpentExternally,omitzero"`
	// RealTimeSpentQueue: Seconds in queue, all hours.
	RealTimeSpentQueue int32 `json:"RealTimeSpentQueue,omitzero"`
	// TimeSpent: Minutes summed from the messages; read-only for API users.
	TimeSpent int32 `json:"TimeSpent,omitzero"`
	// HasAttachment: Whether any attachment exists.
	HasAttachment bool `json:"HasAttachment,omitzero"`
	// NumReplies: Count of replies to the customer.
	NumReplies int32 `json:"NumReplies,omitzero"`
	// NumMessages: Count of messages.
	NumMessages int32 `json:"NumMessages,omitzero"`
	// FromAddress: From address of the creating e-mail.
	FromAddress string `json:"FromAddress,omitzero"`
	// ContactID: Company of the customer.
	ContactID int32 `json:"ContactId,omitzero"`
	// ContactName: Name of that company.
	ContactName string `json:"ContactName,omitzero"`
	// OwnedByAssociateID: Associate id of the owner.
	OwnedByAssociateID int32 `json:"OwnedByAssociateId,omitzero"`
	// Language: Language of the first external message.
	Language string `json:"Language,omitzero"`
	// Sentiment: Sentiment index of the latest external message.
	Sentiment int32 `json:"Sentiment,omitzero"`
	// SentimentConfidence: Confidence of that index.
	SentimentConfidence int32 `json:"SentimentConfidence,omitzero"`
	// SaleID: Linked sale id.
	SaleID int32 `json:"SaleId,omitzero"`
	// ProjectID: Linked project id.
	ProjectID int32 `json:"ProjectId,omitzero"`
	// SaleHeading: Heading of the linked sale.
	SaleHeading string `json:"SaleHeading,omitzero"`
	// ProjectName: Name of the linked project.
	ProjectName string `json:"ProjectName,omitzero"`
	// FormSubmissionID: Form submission that created it.
	FormSubmissionID int32 `json:"FormSubmissionId,omitzero"`
	// TicketTypeID: Request type id.
	TicketTypeID int32 `json:"TicketTypeId,omitzero"`
	// TicketTypeName: Request type name.
	TicketTypeName string `json:"TicketTypeName,omitzero"`
}
