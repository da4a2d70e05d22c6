package models

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// CustomFields are values by key that an installation adds to a record: the
// user-defined fields of its administrator and the extra fields of its database.
// A key is a prog id such as "SuperOffice:1" or "machine_type", or a field name
// such as "x_grade"; GET /api/v1/User/CustomField tells which there are for users.
//
// Every value is text that tells its kind, in the same form for every culture:
//
//	whole number, list item   [I:14]
//	decimal number            [F:4.56]
//	date                      [D:06/25/2020]  [D:06/25/2020 13:37:00.0000000]  [D:2020.06.25]
//	checkbox                  True  False
//	text                      as it is
//
// Int, Float, Bool and Date read them, and the setters write them. A key that is
// absent, and an empty value, read as zero without an error. A plain number or
// date, without the brackets, is read too.
//
// Beside the value of KEY there may be KEY:DisplayText, KEY:DisplayTooltip and
// KEY:org, which the server fills in and ignores when it saves. Setting a value
// removes the first two, since they describe the value that was there.
//
// It is a map: a copy of an entity shares it, and it is not for concurrent use
// with a setter.
type CustomFields map[string]string

// ExtraFields is the bag of extra fields alone, without the user-defined ones.
//
// Deprecated: SuperOffice is giving up this bag. Use [CustomFields], of which it
// is another name here.
type ExtraFields = CustomFields

// The kinds of a custom field's value, as errors name them.
const (
	kindInt   = "a whole number"
	kindFloat = "a decimal number"
	kindDate  = "a date"
	kindBool  = "true or false"
)

// Companions of a key that describe its value.
const (
	displayText    = ":DisplayText"
	displayTooltip = ":DisplayTooltip"
)

var errMalformed = errors.New("malformed")

// Int gives the whole number under key, which is the item's id for a list field;
// 0 when there is none. A value of another kind, and one that an int does not
// hold, is an error.
func (f CustomFields) Int(key string) (int, error) {
	text, err := f.inner(key, 'I', kindInt)
	if text == "" || err != nil {
		return 0, err
	}
	n, err := strconv.Atoi(text)
	if errors.Is(err, strconv.ErrRange) {
		return 0, fmt.Errorf("models: custom field %q: the number is too large for an int", key)
	}
	if err != nil {
		return 0, f.malformed(key, kindInt)
	}
	return n, nil
}

// Float gives the decimal number under key; 0 when there is none. A value of
// another kind, a whole number in brackets among them, is an error.
func (f CustomFields) Float(key string) (float64, error) {
	text, err := f.inner(key, 'F', kindFloat)
	if text == "" || err != nil {
		return 0, err
	}
	// ParseFloat also takes Inf, NaN, hexadecimal and underscores.
	if strings.Trim(text, "+-.0123456789eE") != "" {
		return 0, f.malformed(key, kindFloat)
	}
	n, err := strconv.ParseFloat(text, 64)
	if errors.Is(err, strconv.ErrRange) {
		return 0, fmt.Errorf("models: custom field %q: the number is too large for a float64", key)
	}
	if err != nil {
		return 0, f.malformed(key, kindFloat)
	}
	return n, nil
}

// Bool gives the state of the checkbox under key; false when there is none. What
// is neither True nor False, in any case, is an error.
func (f CustomFields) Bool(key string) (bool, error) {
	text, err := f.inner(key, 0, kindBool)
	if text == "" || err != nil {
		return false, err
	}
	switch {
	case equalFoldASCII(text, "True"):
		return true, nil
	case equalFoldASCII(text, "False"):
		return false, nil
	}
	return false, f.malformed(key, kindBool)
}

// Date gives the date under key. It is floating, since the form in brackets has no
// offset: it is in the time zone of the request or of the installation, and AsIn
// puts it there. It is zero when there is none or when it is in year 1, the server's empty
// date. A value of another kind is an error.
func (f CustomFields) Date(key string) (DateTime, error) {
	text, err := f.inner(key, 'D', kindDate)
	if text == "" || err != nil {
		return DateTime{}, err
	}
	d, err := parseFieldDate(text)
	if err != nil {
		return DateTime{}, f.malformed(key, kindDate)
	}
	return d, nil
}

// DisplayText gives the text the server shows for the value under key, the item's
// name for a list field; "" when the server sent none.
func (f CustomFields) DisplayText(key string) string { return f[key+displayText] }

// SetInt puts a whole number under key, the item's id for a list field.
func (f *CustomFields) SetInt(key string, value int) {
	f.set(key, "[I:"+strconv.Itoa(value)+"]")
}

// SetFloat puts a decimal number under key. NaN and the infinities, which the
// server cannot read, are an error and leave the field as it was.
func (f *CustomFields) SetFloat(key string, value float64) error {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return fmt.Errorf("models: custom field %q: %v is not a number that can be sent", key, value)
	}
	f.set(key, "[F:"+strconv.FormatFloat(value, 'f', -1, 64)+"]")
	return nil
}

// SetBool ticks or clears the checkbox under key.
func (f *CustomFields) SetBool(key string, value bool) {
	text := "False"
	if value {
		text = "True"
	}
	f.set(key, text)
}

// SetDate puts a date under key, and its time unless that is midnight, as the
// clock of value shows them: the form has no place for an offset, so bring value
// into the time zone of the request first. The zero date clears the field. A year
// past 9999 is an error and leaves the field as it was.
func (f *CustomFields) SetDate(key string, value DateTime) error {
	text, err := formatFieldDate(value)
	if err != nil {
		return fmt.Errorf("models: custom field %q: %w", key, err)
	}
	f.set(key, "[D:"+text+"]")
	return nil
}

// SetText puts a text under key as it is.
func (f *CustomFields) SetText(key, value string) { f.set(key, value) }

func (f *CustomFields) set(key, value string) {
	if *f == nil {
		*f = make(CustomFields)
	}
	(*f)[key] = value
	delete(*f, key+displayText)
	delete(*f, key+displayTooltip)
}

// inner gives what stands within the brackets of the value, or the whole of a
// value without brackets. Brackets of another kind than tag are an error.
func (f CustomFields) inner(key string, tag byte, want string) (string, error) {
	text := f[key]
	if len(text) < 3 || text[0] != '[' || text[2] != ':' {
		return text, nil
	}
	if text[1] == tag && text[len(text)-1] == ']' {
		return text[3 : len(text)-1], nil
	}
	found := "text"
	if text[len(text)-1] == ']' {
		switch text[1] {
		case 'I':
			found = kindInt
		case 'F':
			found = kindFloat
		case 'D':
			found = kindDate
		}
	}
	return "", fmt.Errorf("models: custom field %q holds %s, not %s", key, found, want)
}

// malformed does not quote the value, which may be personal data.
func (f CustomFields) malformed(key, want string) error {
	if strings.HasPrefix(f[key], "[") {
		return fmt.Errorf("models: custom field %q holds %s that is %w", key, want, errMalformed)
	}
	return fmt.Errorf("models: custom field %q holds text, not %s", key, want)
}
