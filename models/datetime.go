package models

import (
	"time"

	"github.com/go-superoffice/superoffice/internal/jsonwire"
)

// DateTime is a date as it travels: a [time.Time] and the form it was written in.
//
// # Floating time
//
// Unless a request asks for a time zone, the server writes dates without an
// offset: "2020-08-19T17:12:16.9553621" is wall time in the tenant's base time
// zone, which the value does not tell. Such a DateTime is floating
// ([DateTime.IsFloating]). Its embedded Time holds the wall time as if it were
// UTC, so it is off by the zone's offset as an instant; [DateTime.AsIn] gives
// the instant for a zone the caller knows. A floating value is written back
// without an offset and so means the same to the server.
//
// A client made with superoffice.WithTimeZone asks the server for offsets and
// avoids all this: every date is then an instant, and what is written with
// [DateTimeOf] reads back as the same instant.
//
// # Resolution
//
// The server keeps 100 ns. [DateTimeOf] cuts to that, and so does writing.
//
// # Form
//
// A DateTime that was read remembers its form: floating or not, how many
// fraction digits at least, and Z, +01:00 or +0100 for the offset. It does not
// remember the text: it writes its current time in that form, with more
// fraction digits when the time needs them. To change a date assign a new
// DateTimeOf(t); assigning to the Time field keeps the old form, floating included.
// The zero form writes Z for UTC, else +01:00. A text of 8 or 9 fraction digits,
// which the server never sends, keeps them.
//
// # No date
//
// Year 1 in any offset means no date: [DateTime.IsZero] is true. The zero
// DateTime is no date; null and "" read as it, and carriers read any year 1 as
// it and leave it out when they are written.
type DateTime struct {
	time.Time
	form dateForm
}

// dateForm is how a date is written. It is comparable, so DateTime is too.
type dateForm struct {
	digits   uint8 // fraction digits written at least
	floating bool
	offset   offsetForm
}

// offsetForm is the spelling of the offset.
type offsetForm uint8

const (
	offsetShort     offsetForm = iota // Z for UTC, else +01:00
	offsetColon                       // +01:00, also for UTC
	offsetCompact                     // +0100, also for UTC
	offsetMinus                       // -00:00 for UTC, else +01:00
	offsetMinusFlat                   // -0000 for UTC, else +0100
)

// resolution is what the server keeps of a time.
const resolution = 100 * time.Nanosecond

// DateTimeOf gives the date for an instant, cut to the 100 ns that the server
// keeps. It is written with t's offset, Z for UTC. An offset that has seconds or
// reaches 24 hours does not fit the form, and then it is written in UTC.
func DateTimeOf(t time.Time) DateTime {
	return DateTime{Time: t.Truncate(resolution)}
}

// IsFloating tells that no offset was given: the wall time is known, the
// instant only with the zone. The zero DateTime is not floating.
func (d DateTime) IsFloating() bool { return d.form.floating }

// AsIn gives the time in a location: a floating value is read as wall time
// there, any other is the same instant shown there. No date gives the zero
// time; a nil location counts as UTC.
func (d DateTime) AsIn(loc *time.Location) time.Time {
	if loc == nil {
		loc = time.UTC
	}
	if d.IsZero() {
		return time.Time{}
	}
	if !d.form.floating {
		return d.Time.In(loc)
	}
	year, month, day := d.Date()
	hour, minute, second := d.Clock()
	return time.Date(year, month, day, hour, minute, second, d.Nanosecond(), loc)
}

// yearTwo is the start of year 2 in UTC, in Unix seconds.
const yearTwo = -62104060800

// IsZero tells that there is no date: year 1 or before, in UTC or in the
// offset given, since zones move the server's 0001-01-01 either way.
func (d DateTime) IsZero() bool {
	const day = 24 * 60 * 60
	if d.Unix() >= yearTwo+day {
		return false
	}
	return d.Unix() < yearTwo || d.Year() <= 1
}

// String gives the date as it is written on the wire. A year outside of 0 to
// 9999, which cannot be written, is formatted as [time.Time] does.
func (d DateTime) String() string {
	b, err := d.AppendText(nil)
	if err != nil {
		return d.Time.String()
	}
	return string(b)
}

// GoString gives the date for %#v.
func (d DateTime) GoString() string { return "models.DateTime(" + d.String() + ")" }

// AppendText appends the date as it is written on the wire. The error is for a
// year outside of 0 to 9999.
func (d DateTime) AppendText(b []byte) ([]byte, error) { return d.appendText(b) }

// MarshalText gives the date as it is written on the wire.
func (d DateTime) MarshalText() ([]byte, error) { return d.appendText(nil) }

// UnmarshalText reads any form the server writes; empty text is no date.
// After an error d is no date.
func (d *DateTime) UnmarshalText(text []byte) error {
	var err error
	*d, err = parseDateTime(text)
	return err
}

// MarshalJSON gives the date as a JSON string.
func (d DateTime) MarshalJSON() ([]byte, error) {
	b, err := d.appendText([]byte{'"'})
	if err != nil {
		return nil, err
	}
	return append(b, '"'), nil
}

// UnmarshalJSON reads any form the server writes; null and "" are no date.
// After an error d is no date.
func (d *DateTime) UnmarshalJSON(data []byte) error {
	*d = DateTime{}
	r := jsonwire.NewReader(data)
	d.decodeJSON(&r)
	if err := r.End("DateTime"); err != nil {
		*d = DateTime{}
		return err
	}
	return nil
}

// AppendBinary appends the text of the date, as all binary methods do to keep the form.
func (d DateTime) AppendBinary(b []byte) ([]byte, error) { return d.appendText(b) }

// MarshalBinary gives the text of the date.
func (d DateTime) MarshalBinary() ([]byte, error) { return d.appendText(nil) }

// UnmarshalBinary reads what MarshalBinary gave.
func (d *DateTime) UnmarshalBinary(data []byte) error { return d.UnmarshalText(data) }

// GobEncode gives the text of the date.
func (d DateTime) GobEncode() ([]byte, error) { return d.appendText(nil) }

// GobDecode reads what GobEncode gave.
func (d *DateTime) GobDecode(data []byte) error { return d.UnmarshalText(data) }

func (d *DateTime) decodeJSON(r *jsonwire.Reader) {
	var err error
	if *d, err = parseDateTime(r.Bytes()); err != nil {
		r.Fail(err)
	}
}

// decodeMember reads a member of a carrier, where all that is no date is equal.
func (d *DateTime) decodeMember(r *jsonwire.Reader) {
	d.decodeJSON(r)
	if d.IsZero() {
		*d = DateTime{}
	}
}

// appendMember writes a member unless there is no date.
func (d *DateTime) appendMember(w *jsonwire.Writer, b []byte, key string) []byte {
	if d.IsZero() {
		return b
	}
	b, err := d.appendText(append(b, key...))
	if err != nil {
		w.Fail(key, err)
	}
	return append(b, '"', ',')
}
