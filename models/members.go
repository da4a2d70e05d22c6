package models

// members holds what the SDK does not know.
type members struct {
	raw string
}
