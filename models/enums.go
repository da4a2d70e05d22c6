package models

// Enums travel as names, and these types are strings that hold the name, so a
// value that this SDK has no constant for keeps its name and is sent back as it
// came: SuperOffice adds members between versions. A number, bare or in a
// string, becomes the name it stands for, or stays as digits when it stands for
// none. The number 0 and the empty text become "", the zero value, which is not
// sent; the name of the value 0, such as Unknown, is kept when the server sends
// it, so ask for both where it matters.
//
// The number after each constant is data: the JSON codec is generated from it.

// ActivityStatus is how far an activity has come. Here it is the work on a sale
// ([Sale].Completed), where in practice only Started and Completed occur.
type ActivityStatus string

// The known values of [ActivityStatus]; the number is the one the server keeps.
const (
	ActivityStatusUnknown    ActivityStatus = "Unknown"    // 0: not set
	ActivityStatusNotStarted ActivityStatus = "NotStarted" // 1: nothing done yet
	ActivityStatusStarted    ActivityStatus = "Started"    // 2: under way
	ActivityStatusCompleted  ActivityStatus = "Completed"  // 3: done
)

// AddressType says which address a [StructuredAddress] is and what owns it. The
// numbers put a kind of address and a kind of owner together, hence their size.
type AddressType string

// The known values of [AddressType]; the number is the one the server keeps.
const (
	AddressTypeUnknown              AddressType = "Unknown"              // 0: not set
	AddressTypeContactPostalAddress AddressType = "ContactPostalAddress" // 1: a company's mail address
	AddressTypeContactStreetAddress AddressType = "ContactStreetAddress" // 2: where a company is
	AddressTypePersonPrivateAddress AddressType = "PersonPrivateAddress" // 16387: a person's home
	AddressTypeQuoteBillingAddress  AddressType = "QuoteBillingAddress"  // 8196: where the bill of a quote goes
	AddressTypeQuoteShippingAddress AddressType = "QuoteShippingAddress" // 8197: where the goods of a quote go
)

// ChatSessionStatus is where a chat session is in its life.
type ChatSessionStatus string

// The known values of [ChatSessionStatus]; the number is the one the server keeps.
const (
	ChatSessionStatusInvalid         ChatSessionStatus = "Invalid"         // 0: not set
	ChatSessionStatusPreChatForm     ChatSessionStatus = "PreChatForm"     // 1: the customer is filling in the form before the chat
	ChatSessionStatusFaq             ChatSessionStatus = "Faq"             // 2: the customer is being shown frequently asked questions
	ChatSessionStatusOfflineForm     ChatSessionStatus = "OfflineForm"     // 3: nobody is on duty; the customer is filling in the form for that
	ChatSessionStatusInQueue         ChatSessionStatus = "InQueue"         // 4: waiting for an agent
	ChatSessionStatusCustomerLast    ChatSessionStatus = "CustomerLast"    // 5: under way, the customer wrote last
	ChatSessionStatusUserLast        ChatSessionStatus = "UserLast"        // 6: under way, the agent wrote last
	ChatSessionStatusFinished        ChatSessionStatus = "Finished"        // 7: over
	ChatSessionStatusDeleted         ChatSessionStatus = "Deleted"         // 8: discarded; removed within about a day
	ChatSessionStatusClosed          ChatSessionStatus = "Closed"          // 9: closed
	ChatSessionStatusRequestPosted   ChatSessionStatus = "RequestPosted"   // 10: turned into a request
	ChatSessionStatusClosedFromQueue ChatSessionStatus = "ClosedFromQueue" // 11: closed while still in the queue
)

// CommandAction is what to ask the person at the client before a [CustomCommand]
// runs.
type CommandAction string

// The known values of [CommandAction]; the number is the one the server keeps.
const (
	CommandActionImplicit CommandAction = "Implicit" // 0: nothing, just run it
	CommandActionYesNo    CommandAction = "YesNo"    // 1: yes or no
	CommandActionOkCancel CommandAction = "OkCancel" // 2: OK or cancel
	CommandActionOk       CommandAction = "Ok"       // 3: only to press OK
)

// CredentialControlType is how a user interface lets the value of a [Credential]
// be edited.
type CredentialControlType string

// The known values of [CredentialControlType]; the number is the one the server keeps.
const (
	CredentialControlTypeStatic   CredentialControlType = "Static"   // 0: shown, not edited
	CredentialControlTypeEdit     CredentialControlType = "Edit"     // 1: as text
	CredentialControlTypePassword CredentialControlType = "Password" // 2: as text that is not shown
	CredentialControlTypeLink     CredentialControlType = "Link"     // 3: by following a link
	CredentialControlTypeHidden   CredentialControlType = "Hidden"   // 4: not shown
)

// SaleStatus is what became of a sale.
type SaleStatus string

// The known values of [SaleStatus]; the number is the one the server keeps.
const (
	SaleStatusUnknown  SaleStatus = "Unknown"  // 0: not set
	SaleStatusOpen     SaleStatus = "Open"     // 1: not decided yet
	SaleStatusSold     SaleStatus = "Sold"     // 2: won
	SaleStatusLost     SaleStatus = "Lost"     // 3: lost
	SaleStatusStalled  SaleStatus = "Stalled"  // 4: put on hold
	SaleStatusSaintAll SaleStatus = "SaintAll" // 1000: an index value of the server's own statistics, never a sale's status
)

// TicketBaseStatus is the status of a request as the system knows it, below the
// statuses an installation defines for itself.
//
// The values from PostponedSpecific on are choices of the user interface, which
// are stored as Postponed; no saved request has one.
type TicketBaseStatus string

// The known values of [TicketBaseStatus]; the number is the one the server keeps.
const (
	TicketBaseStatusUnknown           TicketBaseStatus = "Unknown"           // 0: not set
	TicketBaseStatusActive            TicketBaseStatus = "Active"            // 1: open
	TicketBaseStatusClosed            TicketBaseStatus = "Closed"            // 2: closed
	TicketBaseStatusPostponed         TicketBaseStatus = "Postponed"         // 3: asleep until [Ticket].Activate
	TicketBaseStatusDeleted           TicketBaseStatus = "Deleted"           // 4: discarded
	TicketBaseStatusMerged            TicketBaseStatus = "Merged"            // 5: became part of another request
	TicketBaseStatusSpam              TicketBaseStatus = "Spam"              // 6: unwanted; newer than the other values
	TicketBaseStatusPostponedSpecific TicketBaseStatus = "PostponedSpecific" // 1001: user interface only: until a chosen time
	TicketBaseStatusPostponed1Hour    TicketBaseStatus = "Postponed1Hour"    // 1002: user interface only
	TicketBaseStatusPostponed2Hours   TicketBaseStatus = "Postponed2Hours"   // 1003: user interface only
	TicketBaseStatusPostponed3Hours   TicketBaseStatus = "Postponed3Hours"   // 1004: user interface only
	TicketBaseStatusPostponed4Hours   TicketBaseStatus = "Postponed4Hours"   // 1005: user interface only
	TicketBaseStatusPostponedDay      TicketBaseStatus = "PostponedDay"      // 1006: user interface only: for a day
	TicketBaseStatusPostponedWeek     TicketBaseStatus = "PostponedWeek"     // 1007: user interface only: for a week
	TicketBaseStatusPostponedMonth    TicketBaseStatus = "PostponedMonth"    // 1008: user interface only: for a month
)

// TicketOrigin is the channel a request came in through.
type TicketOrigin string

// The known values of [TicketOrigin]; the number is the one the server keeps.
const (
	TicketOriginUnknown        TicketOrigin = "Unknown"        // 0: not set
	TicketOriginEmail          TicketOrigin = "Email"          // 1: e-mail
	TicketOriginSMS            TicketOrigin = "SMS"            // 2: text message
	TicketOriginFax            TicketOrigin = "Fax"            // 3: fax
	TicketOriginPhone          TicketOrigin = "Phone"          // 4: telephone
	TicketOriginFacebook       TicketOrigin = "Facebook"       // 5: Facebook
	TicketOriginTwitter        TicketOrigin = "Twitter"        // 6: Twitter
	TicketOriginInternal       TicketOrigin = "Internal"       // 7: made by a user
	TicketOriginCustomerCentre TicketOrigin = "CustomerCentre" // 8: the customer centre
	TicketOriginEMarketing     TicketOrigin = "EMarketing"     // 9: a mailing
	TicketOriginAutoGenerated  TicketOrigin = "AutoGenerated"  // 10: made by the system
	TicketOriginChat           TicketOrigin = "Chat"           // 11: a chat
	TicketOriginForm           TicketOrigin = "Form"           // 12: a web form
	TicketOriginAPI            TicketOrigin = "API"            // 13: made through the API; newer than those above
	TicketOriginFlow           TicketOrigin = "Flow"           // 14: made by a flow; newer than those above
)

// TicketReadStatus is the traffic light that tells the owner of a request whether
// there is something unread in it.
type TicketReadStatus string

// The known values of [TicketReadStatus]; the number is the one the server keeps.
const (
	TicketReadStatusUnknown TicketReadStatus = "Unknown" // 0: not set
	TicketReadStatusGreen   TicketReadStatus = "Green"   // 1: a green light
	TicketReadStatusYellow  TicketReadStatus = "Yellow"  // 2: a yellow light
	TicketReadStatusRed     TicketReadStatus = "Red"     // 3: a red light
)

// TicketSecurityLevel says whether customers may see a request.
type TicketSecurityLevel string

// The known values of [TicketSecurityLevel]; the number is the one the server keeps.
const (
	TicketSecurityLevelUnknown  TicketSecurityLevel = "Unknown"  // 0: not set
	TicketSecurityLevelInternal TicketSecurityLevel = "Internal" // 1: users only
	TicketSecurityLevelExternal TicketSecurityLevel = "External" // 2: customers too
)

// UserType is the kind of a user. Internal and external users must have a person
// that exists already.
type UserType string

// The known values of [UserType]; the number is the one the server keeps.
const (
	UserTypeUnknown            UserType = "Unknown"            // 0: not set
	UserTypeInternalAssociate  UserType = "InternalAssociate"  // 1: an employee; needs a person at an owner company
	UserTypeResourceAssociate  UserType = "ResourceAssociate"  // 2: a thing that can be booked, such as a room
	UserTypeExternalAssociate  UserType = "ExternalAssociate"  // 3: a person of another company with access; needs that person
	UserTypeAnonymousAssociate UserType = "AnonymousAssociate" // 4: stands for visitors who have not logged in; needs no person
	UserTypeSystemAssociate    UserType = "SystemAssociate"    // 5: stands for a program; needs no person
)
