package models

// ChatSessionEntity is one conversation between a customer and the agents of a
// chat topic: the body of POST /api/v1/ChatSession, and, with its links, the
// answer to it.
//
// For a new session leave ChatSessionID zero and set TopicID, which the server
// needs in effect. Of a nested carrier (User, Person, Contact, Project, Sale,
// Ticket, TransferTo) only the id matters on create: it says which existing
// record the session points to, and the other fields of it are what the server
// shows when it answers. A nil carrier points to nothing.
//
// Before filling in the rest by hand, consider GET /api/v1/ChatSession/default,
// which answers with the server's own starting values. Sessions with status
// Deleted are swept away within about a day, so an id that was good once can be
// gone.
//
// See https://docs.superoffice.com/en/api/reference/restful/rest/ChatSession/v1ChatSessionEntity_PostChatSessionEntity.html
type ChatSessionEntity struct {
	Carrier

	// ChatSessionID is the primary key, given by the server; leave it 0 on
	// create, since any other value may overwrite that session.
	ChatSessionID int32 `json:"ChatSessionId,omitzero"`
	// TopicID is the chat topic, the channel the session came in through, by its
	// id; 0 means none, which the database does not allow.
	TopicID int32 `json:"TopicId,omitzero"`
	// User is the agent who has the session; nil while nobody has. The database
	// points to the agent's Service user (EjUserID), although the carrier is an
	// associate.
	User *Associate `json:"User,omitzero"`
	// Person is the customer as a person in the CRM database; nil while the
	// customer is not known there.
	Person *Person `json:"Person,omitzero"`
	// CustomerAlias is what the customer is called in the chat, at most 64
	// characters in the database.
	CustomerAlias string `json:"CustomerAlias,omitzero"`
	// CustomerHost is the machine the customer came from, by name or IP address,
	// at most 255 characters in the database.
	CustomerHost string `json:"CustomerHost,omitzero"`
	// CustomerName is the name the customer typed, at most 255 characters in
	// the database; empty when not asked for.
	CustomerName string `json:"CustomerName,omitzero"`
	// CustomerEmail is the e-mail address the customer typed, at most 255
	// characters in the database; not verified.
	CustomerEmail string `json:"CustomerEmail,omitzero"`
	// CustomerPhone is the phone number the customer typed, at most 32
	// characters in the database, in any notation.
	CustomerPhone string `json:"CustomerPhone,omitzero"`
	// CustomerConsented is true when the customer agreed to the terms at the
	// start; false is also what an unasked customer has.
	CustomerConsented bool `json:"CustomerConsented,omitzero"`
	// CustomerCompanyName is the company name the customer typed, at most 255
	// characters in the database; Contact is the company itself.
	CustomerCompanyName string `json:"CustomerCompanyName,omitzero"`
	// Status is where the session is in its life; empty is not sent.
	Status ChatSessionStatus `json:"Status,omitzero"`
	// FirstMessage is a copy of the message that opened the session, at most
	// 1024 characters in the database.
	FirstMessage string `json:"FirstMessage,omitzero"`
	// LastMessage is a copy of the newest message, at most 1024 characters in
	// the database.
	LastMessage string `json:"LastMessage,omitzero"`
	// WhenRequested is when the customer asked for a chat; zero when unset.
	WhenRequested DateTime `json:"WhenRequested,omitzero"`
	// WhenStarted is when an agent took the session; zero while it waits.
	WhenStarted DateTime `json:"WhenStarted,omitzero"`
	// WhenEnded is when the session ended; zero while it runs.
	WhenEnded DateTime `json:"WhenEnded,omitzero"`
	// WhenIdle is when either side last wrote something; zero before the first
	// message.
	WhenIdle DateTime `json:"WhenIdle,omitzero"`
	// WhenFetched is when the customer's window last asked for news; one far in
	// the past marks a session whose customer has left without a word.
	WhenFetched DateTime `json:"WhenFetched,omitzero"`
	// SessionKey is the secret with which the customer's side proves that the
	// session is its own, at most 255 characters in the database; it prints as
	// [redacted], and JSON carries it.
	SessionKey Secret `json:"SessionKey,omitzero"`
	// InitialQueuePos is the place in the queue at the time of the request,
	// counted from 1: the number of sessions waiting then, plus one; 0 when
	// unset.
	InitialQueuePos int32 `json:"InitialQueuePos,omitzero"`
	// AlertLevel is how far the session has been escalated; 0 is not at all.
	AlertLevel int32 `json:"AlertLevel,omitzero"`
	// Rank is not a sort order here: it is the lowest number, from 1, not used
	// by another active session of the same agent, and picks the session's
	// colour; 0 when unset.
	Rank int32 `json:"Rank,omitzero"`
	// Flags are the typing indicators. Do not build on CustomerIsTyping: its
	// number is 0, so the server prints it for a session without any flag.
	Flags ChatSessionFlags `json:"Flags,omitzero"`
	// Contact is the company the session is linked to; nil while unknown.
	Contact *Contact `json:"Contact,omitzero"`
	// Project is the project the session is linked to; nil when none.
	Project *Project `json:"Project,omitzero"`
	// Sale is the sale the session is linked to; nil when none.
	Sale *Sale `json:"Sale,omitzero"`
	// Ticket is the request the session is linked to; nil when none.
	Ticket *Ticket `json:"Ticket,omitzero"`
	// TransferTo is the agent who has been offered the session and has not
	// answered yet; nil when no transfer is under way.
	TransferTo *Associate `json:"TransferTo,omitzero"`
	// ChatbotIsActive is true when a bot talks with the customer, and makes the
	// bot's triggers fire; false hands the session to a person.
	ChatbotIsActive bool `json:"ChatbotIsActive,omitzero"`
	// Rating is how the customer scored the chat; 0 without a score. Newer than
	// the reference page.
	Rating int32 `json:"Rating,omitzero"`
}

// ChatSessionEntityWithLinks is what the server answers to a created chat
// session: the session as it was saved, and the links the REST interface adds.
type ChatSessionEntityWithLinks struct {
	ChatSessionEntity

	// Links are the addresses of the saved record and of what belongs to it, by
	// relation; read [Links] before following one.
	Links Links `json:"_Links,omitzero"`
}
