package models

// Project is a project in short form: the one a chat session is linked to.
//
// As a reference only ProjectID matters; the other fields are what the server
// shows in answers.
type Project struct {
	Carrier

	// ProjectID is the primary key; 0 means no project.
	ProjectID int32 `json:"ProjectId,omitzero"`
	// Name is the project's name.
	Name string `json:"Name,omitzero"`
	// Description is what the project is about.
	Description string `json:"Description,omitzero"`
	// URL is the first web address.
	URL string `json:"URL,omitzero"`
	// Type is the text of the project type, free text from a list and not an
	// enum.
	Type string `json:"Type,omitzero"`
	// AssociateID is who manages the project; 0 when nobody does.
	AssociateID int32 `json:"AssociateId,omitzero"`
	// AssociateFullName is the manager's name for display.
	AssociateFullName string `json:"AssociateFullName,omitzero"`
	// TypeID is the id of the project type; 0 when unset.
	TypeID int32 `json:"TypeId,omitzero"`
	// Updated is when the project last changed; always in UTC, whatever the
	// request's time zone.
	Updated DateTime `json:"Updated,omitzero"`
	// StatusID is the id of the project status; 0 when unset.
	StatusID int32 `json:"StatusId,omitzero"`
	// Status is the text of the project status, free text from a list and not
	// an enum as in [Sale].
	Status string `json:"Status,omitzero"`
	// TextID is the id of the database row that holds Description; 0 when none.
	TextID int32 `json:"TextId,omitzero"`
	// PublishTo is the last day on which the project is published; zero when
	// open.
	PublishTo DateTime `json:"PublishTo,omitzero"`
	// PublishFrom is the first day on which the project is published; zero when
	// open.
	PublishFrom DateTime `json:"PublishFrom,omitzero"`
	// IsPublished is true when the project is published.
	IsPublished bool `json:"IsPublished,omitzero"`
	// URLName is the caption of URL.
	URLName string `json:"URLName,omitzero"`
	// ProjectNumber is the project's number or code, often given by the system.
	ProjectNumber string `json:"ProjectNumber,omitzero"`
	// ActiveErpLinks is how many active links to ERP systems the project has.
	ActiveErpLinks int32 `json:"ActiveErpLinks,omitzero"`
	// EventID is set aside for an event in Lyyti; 0 when none. Newer than the
	// reference page.
	EventID int32 `json:"EventId,omitzero"`
	// StartDate is set aside for the start of that event; zero when none. Newer
	// than the reference page.
	StartDate DateTime `json:"StartDate,omitzero"`
}
