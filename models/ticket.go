package models

// Ticket is a request (a support case; older text says ticket) in short form: the
// one a chat session is linked to.
//
// As a reference only TicketID matters; the other fields are what the server
// shows in answers. Owner and creator are Service users, whose ids are not
// associate ids. The time counters come twice: without prefix they count the
// hours in which the request's priority runs, with the prefix Real all hours.
// TimeTo… is in minutes, TimeSpentInternally, TimeSpentExternally and
// TimeSpentQueue are in seconds, and TimeSpent alone is in minutes again.
type Ticket struct {
	Carrier

	// TicketID is the primary key; 0 means no request.
	TicketID int32 `json:"TicketId,omitzero"`
	// Title is the subject.
	Title string `json:"Title,omitzero"`
	// CreatedAt is when the request came in.
	CreatedAt DateTime `json:"CreatedAt,omitzero"`
	// LastChanged is when the request last changed.
	LastChanged DateTime `json:"LastChanged,omitzero"`
	// ReadByOwner is when the owner last read the request; zero when never.
	ReadByOwner DateTime `json:"ReadByOwner,omitzero"`
	// ReadByCustomer is when the customer read it; zero when never.
	ReadByCustomer DateTime `json:"ReadByCustomer,omitzero"`
	// FirstReadByUser is when any user first read it; zero when never.
	FirstReadByUser DateTime `json:"FirstReadByUser,omitzero"`
	// Activate is when a postponed request becomes active again; zero when it
	// is not postponed.
	Activate DateTime `json:"Activate,omitzero"`
	// ClosedAt is when it was closed; zero while it is open.
	ClosedAt DateTime `json:"ClosedAt,omitzero"`
	// RepliedAt is when the first message to the customer went out; zero
	// before.
	RepliedAt DateTime `json:"RepliedAt,omitzero"`
	// AlertTimeout is when the next escalation step is due; zero when none is.
	AlertTimeout DateTime `json:"AlertTimeout,omitzero"`
	// Deadline is when it has to be done; zero when it has no deadline.
	Deadline DateTime `json:"Deadline,omitzero"`
	// CreatedBy is who created the request, as an id of a Service user; 1 is the
	// system user.
	CreatedBy int32 `json:"CreatedBy,omitzero"`
	// CreatedByName is the creator's initials.
	CreatedByName string `json:"CreatedByName,omitzero"`
	// Author is who wrote the first message, as text.
	Author string `json:"Author,omitzero"`
	// OwnedBy is who owns the request, as an id of a Service user; 1, the system
	// user, means that nobody does.
	OwnedBy int32 `json:"OwnedBy,omitzero"`
	// OwnedByName is the owner's initials.
	OwnedByName string `json:"OwnedByName,omitzero"`
	// Category is the id of the category; 0 when unset.
	Category int32 `json:"Category,omitzero"`
	// CategoryName is the category's own name.
	CategoryName string `json:"CategoryName,omitzero"`
	// CategoryFullname is the category with its parents, outermost first,
	// divided by slashes.
	CategoryFullname string `json:"CategoryFullname,omitzero"`
	// Slevel says whether customers may see the request.
	Slevel TicketSecurityLevel `json:"Slevel,omitzero"`
	// Priority is the id of the priority; 0 when unset.
	Priority int32 `json:"Priority,omitzero"`
	// PriorityName is the priority's name.
	PriorityName string `json:"PriorityName,omitzero"`
	// BaseStatus is the status as the system knows it, under the one in
	// TicketStatus.
	BaseStatus TicketBaseStatus `json:"BaseStatus,omitzero"`
	// TicketStatus is the id of the status as the installation defines it; 0
	// when unset.
	TicketStatus int32 `json:"TicketStatus,omitzero"`
	// TicketStatusDisplayValue is the text of that status.
	TicketStatusDisplayValue string `json:"TicketStatusDisplayValue,omitzero"`
	// Origin is the channel the request came in through.
	Origin TicketOrigin `json:"Origin,omitzero"`
	// CustID is the customer, by the id of a person; 0 and -1 both mean that
	// there is none.
	CustID int32 `json:"CustId,omitzero"`
	// PersonFirstname is the customer's first name.
	PersonFirstname string `json:"PersonFirstname,omitzero"`
	// PersonMiddleName is the customer's middle name.
	PersonMiddleName string `json:"PersonMiddleName,omitzero"`
	// PersonLastname is the customer's last name.
	PersonLastname string `json:"PersonLastname,omitzero"`
	// PersonFullname is the customer's name for display.
	PersonFullname string `json:"PersonFullname,omitzero"`
	// AlertLevel is how far the request has been escalated, a 16-bit number on
	// the server; 0 is not at all.
	AlertLevel int32 `json:"AlertLevel,omitzero"`
	// ConnectID is the id of the main request that this one is connected to; 0
	// when none.
	ConnectID int32 `json:"ConnectId,omitzero"`
	// ReadStatus is the traffic light that tells the owner whether there is
	// something unread.
	ReadStatus TicketReadStatus `json:"ReadStatus,omitzero"`
	// TimeToReply is how long the first reply took, in minutes of the
	// priority's hours; 0 before it.
	TimeToReply int32 `json:"TimeToReply,omitzero"`
	// RealTimeToReply is how long the first reply took, in minutes of all
	// hours; 0 before it.
	RealTimeToReply int32 `json:"RealTimeToReply,omitzero"`
	// TimeToClose is how long it took to close, in minutes of the priority's
	// hours; 0 before that.
	TimeToClose int32 `json:"TimeToClose,omitzero"`
	// RealTimeToClose is how long it took to close, in minutes of all hours; 0
	// before that.
	RealTimeToClose int32 `json:"RealTimeToClose,omitzero"`
	// TimeSpentInternally is how long it has been in an open status, in seconds
	// of the priority's hours.
	TimeSpentInternally int32 `json:"TimeSpentInternally,omitzero"`
	// TimeSpentExternally is how long it has waited for others, in seconds of
	// the priority's hours.
	TimeSpentExternally int32 `json:"TimeSpentExternally,omitzero"`
	// TimeSpentQueue is how long it has been in a queue, in seconds of the
	// priority's hours.
	TimeSpentQueue int32 `json:"TimeSpentQueue,omitzero"`
	// RealTimeSpentInternally is how long it has been in an open status, in
	// seconds of all hours.
	RealTimeSpentInternally int32 `json:"RealTimeSpentInternally,omitzero"`
	// RealTimeSpentExternally is how long it has waited for others, in seconds
	// of all hours.
	RealTimeSpentExternally int32 `json:"RealTimeSpentExternally,omitzero"`
	// RealTimeSpentQueue is how long it has been in a queue, in seconds of all
	// hours.
	RealTimeSpentQueue int32 `json:"RealTimeSpentQueue,omitzero"`
	// TimeSpent is the time noted on the messages, summed, in minutes.
	// Read-only through the API. Newer than the reference page.
	TimeSpent int32 `json:"TimeSpent,omitzero"`
	// HasAttachment is true when any message has an attachment.
	HasAttachment bool `json:"HasAttachment,omitzero"`
	// NumReplies is how many replies went to the customer.
	NumReplies int32 `json:"NumReplies,omitzero"`
	// NumMessages is how many messages the request has.
	NumMessages int32 `json:"NumMessages,omitzero"`
	// FromAddress is the sender's address, when the request began as an e-mail.
	FromAddress string `json:"FromAddress,omitzero"`
	// ContactID is the id of the customer's company; 0 when none.
	ContactID int32 `json:"ContactId,omitzero"`
	// ContactName is what that company is called.
	ContactName string `json:"ContactName,omitzero"`
	// OwnedByAssociateID is the same owner as an associate; 0 when there is none.
	OwnedByAssociateID int32 `json:"OwnedByAssociateId,omitzero"`
	// Language is the language of the first message from outside. Newer than
	// the reference page.
	Language string `json:"Language,omitzero"`
	// Sentiment is the mood of the newest message from outside, as an index.
	// Newer than the reference page.
	Sentiment int32 `json:"Sentiment,omitzero"`
	// SentimentConfidence is how sure that index is. Newer than the reference
	// page.
	SentimentConfidence int32 `json:"SentimentConfidence,omitzero"`
	// SaleID is the id of the linked sale; 0 when none. Newer than the
	// reference page.
	SaleID int32 `json:"SaleId,omitzero"`
	// ProjectID is the id of the linked project; 0 when none. Newer than the
	// reference page.
	ProjectID int32 `json:"ProjectId,omitzero"`
	// SaleHeading is what the sale of SaleID is called. Newer than the reference
	// page.
	SaleHeading string `json:"SaleHeading,omitzero"`
	// ProjectName is what the project of ProjectID is called. Newer than the
	// reference page.
	ProjectName string `json:"ProjectName,omitzero"`
	// FormSubmissionID is the id of the web form entry that made the request; 0
	// when none did. Newer than the reference page.
	FormSubmissionID int32 `json:"FormSubmissionId,omitzero"`
	// TicketTypeID is the id of the request type; 0 when unset. Newer than the
	// reference page.
	TicketTypeID int32 `json:"TicketTypeId,omitzero"`
	// TicketTypeName is the name of the request type. Newer than the reference
	// page.
	TicketTypeName string `json:"TicketTypeName,omitzero"`
}
