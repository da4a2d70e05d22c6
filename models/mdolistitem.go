package models

// MDOListItem .
type MDOListItem struct {
	Carrier

	// ID: List item id.
	ID int32 `json:"Id,omitzero"`
	// Name: Item text.
	Name string `json:"Name,omitzero"`
	// ToolTip: Item tooltip (capital T twice, unlike Tooltip elsewhere).
	ToolTip string `json:"ToolTip,omitzero"`
	// Deleted: True when deleted.
	Deleted bool `json:"Deleted,omitzero"`
	// Rank: Sort order.
	Rank int32 `json:"Rank,omitzero"`
	// Type: Item type text.
	Type string `json:"Type,omitzero"`
	// ChildItems: Children; recursive.
	ChildItems []MDOListItem `json:"ChildItems,omitzero"`
	// IconHint: Icon hint text.
	IconHint string `json:"IconHint,omitzero"`
	// ColorBlock: Colour number.
	ColorBlock int32 `json:"ColorBlock,omitzero"`
	// ExtraInfo: Extra text such as sort data.
	ExtraInfo string `json:"ExtraInfo,omitzero"`
	// StyleHint: Style text such as background colour.
	StyleHint string `json:"StyleHint,omitzero"`
	// FullName: Name in its context.
	FullName string `json:"FullName,omitzero"`
}
