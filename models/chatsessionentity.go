package models

// ChatSessionEntity .
type ChatSessionEntity struct {
	Carrier

	// ChatSessionID: Primary key, assigned by the server (0 or absent on create).
	ChatSessionID int32 `json:"ChatSessionId,omitzero"`
	// TopicID: Id of the chat topic (channel) the session belongs to.
	TopicID int32 `json:"TopicId,omitzero"`
	// User: Agent handling the session.
	User *Associate `json:"User,omitzero"`
	// Person: Customer person, null when unknown.
	Person *Person `json:"Person,omitzero"`
	// CustomerAlias: Nickname shown for the customer (db length 64).
	CustomerAlias string `json:"CustomerAlias,omitzero"`
	// CustomerHost: Host name or IP address of the customer.
	CustomerHost string `json:"CustomerHost,omitzero"`
	// CustomerName: Name typed by the customer.
	CustomerName string `json:"CustomerName,omitzero"`
	// CustomerEmail: E-mail typed by the customer.
	CustomerEmail string `json:"CustomerEmail,omitzero"`
	// CustomerPhone: Phone typed by the customer (db length 32).
	CustomerPhone string `json:"CustomerPhone,omitzero"`
	// CustomerConsented: Whether the customer gave consent when starting.
	CustomerConsented bool `json:"CustomerConsented,omitzero"`
	// CustomerCompanyName: Company name typed by the customer.
	CustomerCompanyName string `json:"CustomerCompanyName,omitzero"`
	// Status: Lifecycle state of the session.
	Status ChatSessionStatus `json:"Status,omitzero"`
	// FirstMessage: Copy of the first message (db length 1024).
	FirstMessage string `json:"FirstMessage,omitzero"`
	// LastMessage: Copy of the latest message (db length 1024).
	LastMessage string `json:"LastMessage,omitzero"`
	// WhenRequested: Time the customer asked for the chat.
	WhenRequested DateTime `json:"WhenRequested,omitzero"`
	// WhenStarted: Time an agent accepted it.
	WhenStarted DateTime `json:"WhenStarted,omitzero"`
	// WhenEnded: Time it ended.
	WhenEnded DateTime `json:"WhenEnded,omitzero"`
	// WhenIdle: Time of the latest message from either side.
	WhenIdle DateTime `json:"WhenIdle,omitzero"`
	// WhenFetched: Time the customer's widget last polled; shows dead sessions.
	WhenFetched DateTime `json:"WhenFetched,omitzero"`
	// SessionKey: Secret used by the customer side to authenticate; do not log.
	SessionKey Secret `json:"SessionKey,omitzero"`
	// InitialQueuePos: Queue place at request time, pending sessions plus one.
	InitialQueuePos int32 `json:"InitialQueuePos,omitzero"`
	// AlertLevel: Escalation level of the session.
	AlertLevel int32 `json:"AlertLevel,omitzero"`
	// Rank: Smallest free number among the agent's active sessions, from 1; picks a colour.
	Rank int32 `json:"Rank,omitzero"`
	// Flags: Typing indicators (see the zero-value trap in section 7).
	Flags ChatSessionFlags `json:"Flags,omitzero"`
	// Contact: Linked company, null when unknown.
	Contact *Contact `json:"Contact,omitzero"`
	// Project: Linked project, null when unknown.
	Project *Project `json:"Project,omitzero"`
	// Sale: Linked sale, null when unknown.
	Sale *Sale `json:"Sale,omitzero"`
	// Ticket: Linked request/ticket, null when unknown.
	Ticket *Ticket `json:"Ticket,omitzero"`
	// TransferTo: Agent with a pending transfer of this session.
	TransferTo *Associate `json:"TransferTo,omitzero"`
	// ChatbotIsActive: True while a bot answers; clear it to hand over to a person.
	ChatbotIsActive bool `json:"ChatbotIsActive,omitzero"`
	// Rating: Score the customer gave the conversation.
	Rating int32 `json:"Rating,omitzero"`
}

// ChatSessionEntityWithLinks is the answer of the create call: the saved entity and its links.
type ChatSessionEntityWithLinks struct {
	ChatSessionEntity

	// Links are the addresses the server gives for the saved record.
	Links Links `json:"_Links,omitzero"`
}
