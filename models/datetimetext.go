package models

import (
	"errors"
	"fmt"
	"time"
)

// Reading and writing the text of a DateTime by hand takes a third of the time
// of the time package's layouts, and a chat session has some thirty dates.

const (
	dateLen     = len("2006-01-02")
	dateTimeLen = len("2006-01-02T15:04:05")
	// longestFraction is what the time package can hold.
	longestFraction = 9
	// serverFraction is the number of digits for the server's 100 ns.
	serverFraction = 7
)

var errYearRange = errors.New("a date outside of the years 0 to 9999")

// parseDateTime reads a date in any form the server writes, and a date without
// a time as floating midnight. Empty text is no date.
func parseDateTime(s string) (DateTime, error) {
	if s == "" {
		return DateTime{}, nil
	}
	if len(s) == dateLen {
		d, err := parseDateTime(s + "T00:00:00")
		if err != nil {
			return DateTime{}, badDate(s, "want 2006-01-02")
		}
		return d, nil
	}
	if len(s) < dateTimeLen || s[4] != '-' || s[7] != '-' || s[10] != 'T' || s[13] != ':' || s[16] != ':' {
		return DateTime{}, badDate(s, "want 2006-01-02T15:04:05")
	}
	century, year, month, day := pair(s, 0), pair(s, 2), pair(s, 5), pair(s, 8)
	hour, minute, second := pair(s, 11), pair(s, 14), pair(s, 17)
	if century|year|month|day|hour|minute|second < 0 {
		return DateTime{}, badDate(s, "want 2006-01-02T15:04:05")
	}
	year += century * 100
	switch {
	case month < 1 || month > 12:
		return DateTime{}, badDate(s, "no such month")
	case day < 1 || day > daysIn(year, month):
		return DateTime{}, badDate(s, "no such day")
	case hour > 23 || minute > 59 || second > 59:
		return DateTime{}, badDate(s, "no such time of day")
	}

	var form dateForm
	rest := s[dateTimeLen:]
	nanosecond := 0
	if rest != "" && rest[0] == '.' {
		digits := 0
		for digits+1 < len(rest) && rest[digits+1]-'0' <= 9 && digits < longestFraction {
			digits++
			nanosecond = nanosecond*10 + int(rest[digits]-'0')
		}
		if digits == 0 {
			return DateTime{}, badDate(s, "no fraction behind the point")
		}
		for range longestFraction - digits {
			nanosecond *= 10
		}
		form.digits = uint8(digits)
		rest = rest[digits+1:]
	}

	offset := 0
	switch {
	case rest == "":
		form.floating = true
	case rest == "Z":
	default:
		var ok bool
		if offset, form.offset, ok = parseOffset(rest); !ok {
			return DateTime{}, badDate(s, "want Z, +01:00 or no offset")
		}
	}
	seconds := int64(unixDay(year, month, day))*86400 + int64(hour*3600+minute*60+second-offset)
	t := time.Unix(seconds, int64(nanosecond))
	if offset == 0 {
		return DateTime{t.UTC(), form}, nil
	}
	// The time package keeps one unnamed zone for every whole hour.
	return DateTime{t.In(time.FixedZone("", offset)), form}, nil
}

// parseOffset reads ±hh:mm or ±hhmm, in seconds.
func parseOffset(s string) (int, offsetForm, bool) {
	form := offsetColon
	minuteAt := 4
	switch {
	case len(s) == len("+01:00") && s[3] == ':':
	case len(s) == len("+0100"):
		form, minuteAt = offsetCompact, 3
	default:
		return 0, 0, false
	}
	hour, minute := pair(s, 1), pair(s, minuteAt)
	if hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		return 0, 0, false
	}
	offset := hour*3600 + minute*60
	switch {
	case s[0] == '+':
	case s[0] != '-':
		return 0, 0, false
	case offset > 0:
		offset = -offset
	case form == offsetColon:
		form = offsetMinus
	default:
		form = offsetMinusFlat
	}
	return offset, form, true
}

// appendText writes the time in its form.
func (d *DateTime) appendText(b []byte) ([]byte, error) {
	offset := 0
	if !d.form.floating || d.Location() != time.UTC {
		_, offset = d.Zone()
	}
	if !d.form.floating && offset%60 != 0 {
		offset = 0 // local mean time: such an offset cannot be written, UTC can
	}
	seconds := d.Unix() + int64(offset)
	day, second := seconds/86400, int(seconds%86400)
	if second < 0 {
		day, second = day-1, second+86400
	}
	const firstDay, lastDay = -719528, 2932896 // 0000-01-01 and 9999-12-31
	if day < firstDay || day > lastDay {
		return b, errYearRange
	}
	year, month, mday := civil(int(day))
	b = append(b,
		byte('0'+year/1000), byte('0'+year/100%10), byte('0'+year/10%10), byte('0'+year%10),
		'-', byte('0'+month/10), byte('0'+month%10),
		'-', byte('0'+mday/10), byte('0'+mday%10),
		'T', byte('0'+second/36000), byte('0'+second/3600%10),
		':', byte('0'+second/600%6), byte('0'+second/60%10),
		':', byte('0'+second/10%6), byte('0'+second%10))
	b = appendFraction(b, d.Nanosecond(), int(d.form.digits))
	if d.form.floating {
		return b, nil
	}
	return appendOffset(b, offset/60, d.form.offset), nil
}

// appendFraction writes at least so many digits, more when the time has them,
// but beyond the server's resolution only what was read.
func appendFraction(b []byte, nanosecond, least int) []byte {
	if nanosecond == 0 && least == 0 {
		return b
	}
	high, middle, low := nanosecond/1000000, nanosecond/1000%1000, nanosecond%1000
	digits := [...]byte{
		'.',
		byte('0' + high/100), byte('0' + high/10%10), byte('0' + high%10),
		byte('0' + middle/100), byte('0' + middle/10%10), byte('0' + middle%10),
		byte('0' + low/100), byte('0' + low/10%10), byte('0' + low%10),
	}
	n := max(serverFraction, least)
	for n > least && digits[n] == '0' {
		n--
	}
	if n == 0 {
		return b
	}
	return append(b, digits[:1+n]...)
}

func appendOffset(b []byte, minutes int, form offsetForm) []byte {
	sign := byte('+')
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	flat := form == offsetCompact || form == offsetMinusFlat
	if minutes == 0 {
		switch form {
		case offsetShort:
			return append(b, 'Z')
		case offsetMinus, offsetMinusFlat:
			sign = '-'
		}
	}
	hour, minute := minutes/60, minutes%60
	b = append(b, sign, byte('0'+hour/10), byte('0'+hour%10))
	if !flat {
		b = append(b, ':')
	}
	return append(b, byte('0'+minute/10), byte('0'+minute%10))
}

// pair reads two digits, -1 when there are none.
func pair(s string, i int) int {
	tens, ones := s[i]-'0', s[i+1]-'0'
	if tens > 9 || ones > 9 {
		return -1
	}
	return int(tens)*10 + int(ones)
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	default:
		return 31
	}
}

// A year that begins in March has its leap day last, and five months of it
// always have 153 days: that turns both conversions into a few divisions.
const (
	daysIn400Years = 146097
	// epochDay is 1970-01-01 counted from 0000-03-01.
	epochDay = 719468
)

// unixDay gives the days since 1970-01-01 of the Gregorian calendar, for years from 0.
func unixDay(year, month, day int) int {
	if month <= 2 {
		year--
		month += 12
	}
	year += 400 // keeps the divisions below on positive numbers in year 0
	return year*365 + year/4 - year/100 + year/400 + (153*(month-3)+2)/5 + day - 1 - epochDay - daysIn400Years
}

// civil is the reverse of unixDay.
func civil(days int) (year, month, day int) {
	days += epochDay + daysIn400Years
	era := days / daysIn400Years
	days %= daysIn400Years
	year = (days - days/1460 + days/36524 - days/146096) / 365
	days -= year*365 + year/4 - year/100
	month = (5*days + 2) / 153
	day = days - (153*month+2)/5 + 1
	year += era*400 - 400
	if month += 3; month > 12 {
		month -= 12
		year++
	}
	return year, month, day
}

func badDate(s, reason string) error {
	const longest = 40
	if len(s) > longest {
		s = s[:longest] + "…"
	}
	return fmt.Errorf("not a date: %q: %s", s, reason)
}
