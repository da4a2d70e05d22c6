package models

// ActivityStatus .
type ActivityStatus string

// The values of ActivityStatus.
const (
	ActivityStatusUnknown    ActivityStatus = "Unknown"    // 0
	ActivityStatusNotStarted ActivityStatus = "NotStarted" // 1
	ActivityStatusStarted    ActivityStatus = "Started"    // 2
	ActivityStatusCompleted  ActivityStatus = "Completed"  // 3
)

// AddressType .
type AddressType string

// The values of AddressType.
const (
	AddressTypeUnknown              AddressType = "Unknown"              // 0
	AddressTypeContactPostalAddress AddressType = "ContactPostalAddress" // 1
	AddressTypeContactStreetAddress AddressType = "ContactStreetAddress" // 2
	AddressTypePersonPrivateAddress AddressType = "PersonPrivateAddress" // 16387
	AddressTypeQuoteBillingAddress  AddressType = "QuoteBillingAddress"  // 8196
	AddressTypeQuoteShippingAddress AddressType = "QuoteShippingAddress" // 8197
)

// ChatSessionStatus .
type ChatSessionStatus string

// The values of ChatSessionStatus.
const (
	ChatSessionStatusInvalid         ChatSessionStatus = "Invalid"         // 0
	ChatSessionStatusPreChatForm     ChatSessionStatus = "PreChatForm"     // 1
	ChatSessionStatusFaq             ChatSessionStatus = "Faq"             // 2
	ChatSessionStatusOfflineForm     ChatSessionStatus = "OfflineForm"     // 3
	ChatSessionStatusInQueue         ChatSessionStatus = "InQueue"         // 4
	ChatSessionStatusCustomerLast    ChatSessionStatus = "CustomerLast"    // 5
	ChatSessionStatusUserLast        ChatSessionStatus = "UserLast"        // 6
	ChatSessionStatusFinished        ChatSessionStatus = "Finished"        // 7
	ChatSessionStatusDeleted         ChatSessionStatus = "Deleted"         // 8
	ChatSessionStatusClosed          ChatSessionStatus = "Closed"          // 9
	ChatSessionStatusRequestPosted   ChatSessionStatus = "RequestPosted"   // 10
	ChatSessionStatusClosedFromQueue ChatSessionStatus = "ClosedFromQueue" // 11
)

// CommandAction .
type CommandAction string

// The values of CommandAction.
const (
	CommandActionImplicit CommandAction = "Implicit" // 0
	CommandActionYesNo    CommandAction = "YesNo"    // 1
	CommandActionOkCancel CommandAction = "OkCancel" // 2
	CommandActionOk       CommandAction = "Ok"       // 3
)

// CredentialControlType .
type CredentialControlType string

// The values of CredentialControlType.
const (
	CredentialControlTypeStatic   CredentialControlType = "Static"   // 0
	CredentialControlTypeEdit     CredentialControlType = "Edit"     // 1
	CredentialControlTypePassword CredentialControlType = "Password" // 2
	CredentialControlTypeLink     CredentialControlType = "Link"     // 3
	CredentialControlTypeHidden   CredentialControlType = "Hidden"   // 4
)

// SaleStatus .
type SaleStatus string

// The values of SaleStatus.
const (
	SaleStatusUnknown  SaleStatus = "Unknown"  // 0
	SaleStatusOpen     SaleStatus = "Open"     // 1
	SaleStatusSold     SaleStatus = "Sold"     // 2
	SaleStatusLost     SaleStatus = "Lost"     // 3
	SaleStatusStalled  SaleStatus = "Stalled"  // 4
	SaleStatusSaintAll SaleStatus = "SaintAll" // 1000
)

// TicketBaseStatus .
type TicketBaseStatus string

// The values of TicketBaseStatus.
const (
	TicketBaseStatusUnknown           TicketBaseStatus = "Unknown"           // 0
	TicketBaseStatusActive            TicketBaseStatus = "Active"            // 1
	TicketBaseStatusClosed            TicketBaseStatus = "Closed"            // 2
	TicketBaseStatusPostponed         TicketBaseStatus = "Postponed"         // 3
	TicketBaseStatusDeleted           TicketBaseStatus = "Deleted"           // 4
	TicketBaseStatusMerged            TicketBaseStatus = "Merged"            // 5
	TicketBaseStatusSpam              TicketBaseStatus = "Spam"              // 6
	TicketBaseStatusPostponedSpecific TicketBaseStatus = "PostponedSpecific" // 1001
	TicketBaseStatusPostponed1Hour    TicketBaseStatus = "Postponed1Hour"    // 1002
	TicketBaseStatusPostponed2Hours   TicketBaseStatus = "Postponed2Hours"   // 1003
	TicketBaseStatusPostponed3Hours   TicketBaseStatus = "Postponed3Hours"   // 1004
	TicketBaseStatusPostponed4Hours   TicketBaseStatus = "Postponed4Hours"   // 1005
	TicketBaseStatusPostponedDay      TicketBaseStatus = "PostponedDay"      // 1006
	TicketBaseStatusPostponedWeek     TicketBaseStatus = "PostponedWeek"     // 1007
	TicketBaseStatusPostponedMonth    TicketBaseStatus = "PostponedMonth"    // 1008
)

// TicketOrigin .
type TicketOrigin string

// The values of TicketOrigin.
const (
	TicketOriginUnknown        TicketOrigin = "Unknown"        // 0
	TicketOriginEmail          TicketOrigin = "Email"          // 1
	TicketOriginSMS            TicketOrigin = "SMS"            // 2
	TicketOriginFax            TicketOrigin = "Fax"            // 3
	TicketOriginPhone          TicketOrigin = "Phone"          // 4
	TicketOriginFacebook       TicketOrigin = "Facebook"       // 5
	TicketOriginTwitter        TicketOrigin = "Twitter"        // 6
	TicketOriginInternal       TicketOrigin = "Internal"       // 7
	TicketOriginCustomerCentre TicketOrigin = "CustomerCentre" // 8
	TicketOriginEMarketing     TicketOrigin = "EMarketing"     // 9
	TicketOriginAutoGenerated  TicketOrigin = "AutoGenerated"  // 10
	TicketOriginChat           TicketOrigin = "Chat"           // 11
	TicketOriginForm           TicketOrigin = "Form"           // 12
	TicketOriginAPI            TicketOrigin = "API"            // 13
	TicketOriginFlow           TicketOrigin = "Flow"           // 14
)

// TicketReadStatus .
type TicketReadStatus string

// The values of TicketReadStatus.
const (
	TicketReadStatusUnknown TicketReadStatus = "Unknown" // 0
	TicketReadStatusGreen   TicketReadStatus = "Green"   // 1
	TicketReadStatusYellow  TicketReadStatus = "Yellow"  // 2
	TicketReadStatusRed     TicketReadStatus = "Red"     // 3
)

// TicketSecurityLevel .
type TicketSecurityLevel string

// The values of TicketSecurityLevel.
const (
	TicketSecurityLevelUnknown  TicketSecurityLevel = "Unknown"  // 0
	TicketSecurityLevelInternal TicketSecurityLevel = "Internal" // 1
	TicketSecurityLevelExternal TicketSecurityLevel = "External" // 2
)

// UserType .
type UserType string

// The values of UserType.
const (
	UserTypeUnknown            UserType = "Unknown"            // 0
	UserTypeInternalAssociate  UserType = "InternalAssociate"  // 1
	UserTypeResourceAssociate  UserType = "ResourceAssociate"  // 2
	UserTypeExternalAssociate  UserType = "ExternalAssociate"  // 3
	UserTypeAnonymousAssociate UserType = "AnonymousAssociate" // 4
	UserTypeSystemAssociate    UserType = "SystemAssociate"    // 5
)
