package models

// Project .
type Project struct {
	Carrier

	// ProjectID: Primary key.
	ProjectID int32 `json:"ProjectId,omitzero"`
	// Name: Project name.
	Name string `json:"Name,omitzero"`
	// Description: Description text.
	Description string `json:"Description,omitzero"`
	// URL: First web address.
	URL string `json:"URL,omitzero"`
	// Type: Project type text.
	Type string `json:"Type,omitzero"`
	// AssociateID: Id of the project manager.
	AssociateID int32 `json:"AssociateId,omitzero"`
	// AssociateFullName: Display name of the project manager.
	AssociateFullName string `json:"AssociateFullName,omitzero"`
	// TypeID: Project type id.
	TypeID int32 `json:"TypeId,omitzero"`
	// Updated: Latest change.
	Updated DateTime `json:"Updated,omitzero"`
	// StatusID: Project status id.
	StatusID int32 `json:"StatusId,omitzero"`
	// Status: Project status text (free list text, not an enum).
	Status string `json:"Status,omitzero"`
	// TextID: Id of the description text row.
	TextID int32 `json:"TextId,omitzero"`
	// PublishTo: Last day of publication, inclusive.
	PublishTo DateTime `json:"PublishTo,omitzero"`
	// PublishFrom: First day of publication, inclusive.
	PublishFrom DateTime `json:"PublishFrom,omitzero"`
	// IsPublished: Whether it is published.
	IsPublished bool `json:"IsPublished,omitzero"`
	// URLName: Label of the web address.
	URLName string `json:"URLName,omitzero"`
	// ProjectNumber: Project number, often allocated automatically.
	ProjectNumber string `json:"ProjectNumber,omitzero"`
	// ActiveErpLinks: Count of active ERP links.
	ActiveErpLinks int32 `json:"ActiveErpLinks,omitzero"`
	// EventID: Reserved for a linked Lyyti event.
	EventID int32 `json:"EventId,omitzero"`
	// StartDate: Reserved: start of a linked Lyyti event.
	StartDate DateTime `json:"StartDate,omitzero"`
}
