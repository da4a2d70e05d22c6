package models

// CustomCommand .
type CustomCommand struct {
	Carrier

	// Name: Unique command name.
	Name string `json:"Name,omitzero"`
	// DisplayName: Name to show.
	DisplayName string `json:"DisplayName,omitzero"`
	// Description: Description.
	Description string `json:"Description,omitzero"`
	// ToolTip: Tooltip.
	ToolTip string `json:"ToolTip,omitzero"`
	// Actions: What the client must ask before running it.
	Actions CommandAction `json:"Actions,omitzero"`
	// ActionData: Data for the command.
	ActionData string `json:"ActionData,omitzero"`
}
