package models

// MDOListItem is an entry of one of SuperOffice's lists (MDO lists). In [User] it
// stands for a request category, from the list "ejCategory".
//
// As a reference only ID matters.
type MDOListItem struct {
	Carrier

	// ID is the id of the list item; 0 means none.
	ID int32 `json:"Id,omitzero"`
	// Name is the item's text.
	Name string `json:"Name,omitzero"`
	// ToolTip is a short text about the item, spelled with two capitals here
	// and Tooltip elsewhere.
	ToolTip string `json:"ToolTip,omitzero"`
	// Deleted is true for an item that lists no longer offer.
	Deleted bool `json:"Deleted,omitzero"`
	// Rank is the place in sorted lists.
	Rank int32 `json:"Rank,omitzero"`
	// Type is the kind of item as text, such as the name of its list.
	Type string `json:"Type,omitzero"`
	// ChildItems are the items below this one, to any depth; nil or empty when
	// there are none.
	ChildItems []MDOListItem `json:"ChildItems,omitzero"`
	// IconHint is a text that suggests an icon.
	IconHint string `json:"IconHint,omitzero"`
	// ColorBlock is the item's colour as a number; 0 when none.
	ColorBlock int32 `json:"ColorBlock,omitzero"`
	// ExtraInfo is further text, such as what to sort by.
	ExtraInfo string `json:"ExtraInfo,omitzero"`
	// StyleHint is a text that suggests a style, such as a background colour.
	StyleHint string `json:"StyleHint,omitzero"`
	// FullName is the item's name with those above it.
	FullName string `json:"FullName,omitzero"`
}
