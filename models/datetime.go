package models

import "time"

// DateTime is a wire date.
type DateTime struct {
	time.Time
}
