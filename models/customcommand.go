package models

// CustomCommand is something the server asks its client to do after a save. The
// SDK passes commands on and runs none.
type CustomCommand struct {
	Carrier

	// Name is the command's unique name.
	Name string `json:"Name,omitzero"`
	// DisplayName is the name to show.
	DisplayName string `json:"DisplayName,omitzero"`
	// Description is what the command does.
	Description string `json:"Description,omitzero"`
	// ToolTip is a short text about the command, spelled with two capitals here
	// and Tooltip elsewhere.
	ToolTip string `json:"ToolTip,omitzero"`
	// Actions is what to ask the person at the client before running the
	// command; on the wire its name is plural and its value is one.
	Actions CommandAction `json:"Actions,omitzero"`
	// ActionData is what the command works on.
	ActionData string `json:"ActionData,omitzero"`
}
