package models

import (
	"errors"
	"time"
)

// Reading and writing the text of a DateTime by hand takes a third of the time
// of the time package's layouts, and a chat session has some thirty dates.

const (
	dateLen     = len("2006-01-02")
	dateTimeLen = len("2006-01-02T15:04:05")
	longestDate = len("2006-01-02T15:04:05.123456789+01:00")
	// longestFraction is what the time package can hold.
	longestFraction = 9
	// serverFraction is the number of digits for the server's 100 ns.
	serverFraction = 7
)

var errYearRange = errors.New("a date outside of the years 0 to 9999")

// parseDateTime reads a date in any form the server writes, and a date without
// a time as floating midnight. Empty text is no date.
func parseDateTime(s []byte) (DateTime, error) {
	if len(s) == 0 {
		return DateTime{}, nil
	}
	if len(s) == dateLen {
		d, err := parseDateTime(append(s[:dateLen:dateLen], "T00:00:00"...))
		if err != nil {
			return DateTime{}, badDate("want 2006-01-02")
		}
		return d, nil
	}
	if len(s) < dateTimeLen || s[4] != '-' || s[7] != '-' || s[10] != 'T' || s[13] != ':' || s[16] != ':' {
		return DateTime{}, badDate("want 2006-01-02T15:04:05")
	}
	century, year, month, day := pair(s, 0), pair(s, 2), pair(s, 5), pair(s, 8)
	hour, minute, second := pair(s, 11), pair(s, 14), pair(s, 17)
	if century|year|month|day|hour|minute|second < 0 {
		return DateTime{}, badDate("want 2006-01-02T15:04:05")
	}
	year += century * 100
	switch {
	case month < 1 || month > 12:
		return DateTime{}, badDate("no such month")
	case day < 1 || day > daysIn(year, month):
		return DateTime{}, badDate("no such day")
	case hour > 23 || minute > 59 || second > 59:
		return DateTime{}, badDate("no such time of day")
	}

	var form dateForm
	rest := s[dateTimeLen:]
	nanosecond := 0
	if len(rest) > 0 && rest[0] == '.' {
		digits := 0
		for digits+1 < len(rest) && rest[digits+1]-'0' <= 9 && digits < longestFraction {
			digits++
			nanosecond = nanosecond*10 + int(rest[digits]-'0')
		}
		if digits == 0 {
			return DateTime{}, badDate("no fraction behind the point")
		}
		for range longestFraction - digits {
			nanosecond *= 10
		}
		form.digits = uint8(digits)
		rest = rest[digits+1:]
	}

	offset := 0
	switch {
	case len(rest) == 0:
		form.floating = true
	case string(rest) == "Z":
	default:
		var ok bool
		if offset, form.offset, ok = parseOffset(rest); !ok {
			return DateTime{}, badDate("want Z, +01:00 or no offset")
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
func parseOffset(s []byte) (int, offsetForm, bool) {
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
	if d.Location() != time.UTC {
		_, offset = d.Zone()
	}
	const fullDay = 24 * 60 * 60
	if !d.form.floating && (offset%60 != 0 || offset <= -fullDay || offset >= fullDay) {
		offset = 0 // local mean time, or no offset on Earth: it cannot be written, UTC can
	}
	const firstSecond, seconds = -719528 * 86400, (2932896 + 719528 + 1) * 86400 // years 0 to 9999
	sinceYear0 := d.Unix() + int64(offset) - firstSecond
	if sinceYear0 < 0 || sinceYear0 >= seconds {
		return b, errYearRange
	}
	second := uint32(sinceYear0 % 86400)
	year, month, day := civil(uint32(sinceYear0 / 86400))

	start := len(b)
	b = append(b, "2006-01-02T15:04:05.123456789+01:00"...)
	text := (*[longestDate]byte)(b[start:])
	putPair(text, 0, year/100)
	putPair(text, 2, year%100)
	putPair(text, 5, month)
	putPair(text, 8, day)
	putPair(text, 11, second/3600)
	putPair(text, 14, second/60%60)
	putPair(text, 17, second%60)
	end := putFraction(text, uint32(d.Nanosecond()), int(d.form.digits)) //nolint:gosec // below 1e9
	if !d.form.floating {
		end = putOffset(text, end, offset/60, d.form.offset)
	}
	return b[:start+end], nil
}

// putPair writes a number below 100 at a place.
func putPair(text *[longestDate]byte, i int, n uint32) {
	text[i] = byte('0' + n/10)
	text[i+1] = byte('0' + n%10)
}

// putFraction writes at least so many digits behind the seconds, more when the
// time has them, but beyond the server's resolution only what was read. It
// gives the place behind them.
func putFraction(text *[longestDate]byte, nanosecond uint32, least int) int {
	if nanosecond == 0 && least == 0 {
		return dateTimeLen
	}
	putPair(text, dateTimeLen+1, nanosecond/1e7)
	putPair(text, dateTimeLen+3, nanosecond/1e5%100)
	putPair(text, dateTimeLen+5, nanosecond/1e3%100)
	putPair(text, dateTimeLen+7, nanosecond/10%100)
	text[dateTimeLen+9] = byte('0' + nanosecond%10)
	n := max(serverFraction, least)
	for n > least && text[dateTimeLen+n] == '0' {
		n--
	}
	if n == 0 {
		return dateTimeLen
	}
	return dateTimeLen + 1 + n
}

// putOffset writes the offset at a place and gives the place behind it.
func putOffset(text *[longestDate]byte, i, minutes int, form offsetForm) int {
	text[i] = '+'
	if minutes < 0 {
		text[i], minutes = '-', -minutes
	}
	if minutes == 0 {
		switch form {
		case offsetShort:
			text[i] = 'Z'
			return i + 1
		case offsetMinus, offsetMinusFlat:
			text[i] = '-'
		case offsetColon, offsetCompact:
		}
	}
	hour, minute := uint32(minutes)/60, uint32(minutes)%60 //nolint:gosec // below a day
	putPair(text, i+1, hour)
	i += 3
	if form != offsetCompact && form != offsetMinusFlat {
		text[i] = ':'
		i++
	}
	putPair(text, i, minute)
	return i + 2
}

// pair reads two digits, -1 when there are none.
func pair(s []byte, i int) int {
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

// daysTo1970 is the number of days from 0000-01-01 to 1970-01-01.
const daysTo1970 = 719528

// unixDay gives the days since 1970-01-01 of the Gregorian calendar, for years from 0.
//
// Here and in civil a year begins in March: its leap day is then the last, and
// the months follow a pattern that multiplication describes.
func unixDay(year, month, day int) int {
	if month <= 2 {
		year--
		month += 12
	}
	const cycle = 400 // keeps the divisions on positive numbers in year 0
	year += cycle
	const marchFirst = 60 // days of January and February in year 0
	return year*365 + year/4 - year/100 + year/400 + (153*(month-3)+2)/5 + day - 1 -
		daysTo1970 - 146097 + marchFirst
}

// civil gives the date of a day counted from 0000-01-01, by the method of
// Neri and Schneider (Euclidean affine functions, 2022).
func civil(day uint32) (year, month, mday uint32) {
	const cycle = 146097           // days in 400 years
	n := 4*(day+cycle-60) + 3      // quarters of a day from March of the year -400
	century, n := n/cycle, n%cycle // four centuries have one leap day more than three
	p := 2939745 * uint64(n|3)
	year = 100*century + uint32(p>>32)
	dayOfYear := uint32(p) / 2939745 / 4 //nolint:gosec // the low half is meant
	m := 2141*dayOfYear + 197913
	month, mday = m>>16, m&0xffff/2141+1
	if dayOfYear >= 306 {
		month -= 12
		year++
	}
	return year - 400, month, mday
}

// badDate does not quote the text, which may have been meant for another member.
func badDate(reason string) error { return errors.New("not a date: " + reason) }
