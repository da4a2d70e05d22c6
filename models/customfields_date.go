package models

import (
	"errors"
	"strings"
	"time"
)

const (
	fieldDate     = "01/02/2006"
	fieldDateTime = "01/02/2006 15:04:05.0000000"
)

// parseFieldDate reads a date of a custom field: month first or year first, with
// or without time, and the forms that dates have elsewhere on the wire.
func parseFieldDate(text string) (DateTime, error) {
	day, clock, hasClock := strings.Cut(text, " ")
	for _, layout := range []string{fieldDate, "2006.01.02"} {
		if t, err := time.Parse(layout, day); err == nil {
			text = t.Format(time.DateOnly)
			if hasClock {
				text += "T" + clock
			}
			break
		}
	}
	d, err := parseDateTime([]byte(text))
	if err != nil || d.IsZero() {
		return DateTime{}, err
	}
	return d, nil
}

// formatFieldDate writes the form seen in answers of real servers.
func formatFieldDate(d DateTime) (string, error) {
	if d.IsZero() {
		return time.Time{}.Format(fieldDate), nil
	}
	if y := d.Year(); y < 1 || y > 9999 {
		return "", errors.New("the date is outside the years 1 to 9999")
	}
	if d.Hour() == 0 && d.Minute() == 0 && d.Second() == 0 && d.Nanosecond() < 100 {
		return d.Time.Format(fieldDate), nil
	}
	return d.Time.Format(fieldDateTime), nil
}
