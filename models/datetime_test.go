package models

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestDateTimeReadsEveryFormAndWritesItBack(t *testing.T) {
	t.Parallel()
	cet, est := time.FixedZone("", 3600), time.FixedZone("", -5*3600)
	for _, tc := range []struct {
		situation, text string
		want            time.Time
		floating, zero  bool
	}{
		{"no offset", "2002-03-31T18:00:00", time.Date(2002, 3, 31, 18, 0, 0, 0, time.UTC), true, false},
		{"no offset, seven digits", "2020-08-19T17:12:16.9553621", time.Date(2020, 8, 19, 17, 12, 16, 955362100, time.UTC), true, false},
		{"UTC", "2002-03-31T16:00:00Z", time.Date(2002, 3, 31, 16, 0, 0, 0, time.UTC), false, false},
		{"UTC as an offset", "2002-03-31T16:00:00+00:00", time.Date(2002, 3, 31, 16, 0, 0, 0, time.UTC), false, false},
		{"UTC as an offset without colon", "2002-03-31T16:00:00+0000", time.Date(2002, 3, 31, 16, 0, 0, 0, time.UTC), false, false},
		{"UTC as a negative offset", "2002-03-31T16:00:00-00:00", time.Date(2002, 3, 31, 16, 0, 0, 0, time.UTC), false, false},
		{"UTC as a negative offset without colon", "2002-03-31T16:00:00.5-0000", time.Date(2002, 3, 31, 16, 0, 0, 5e8, time.UTC), false, false},
		{"offset", "2002-03-31T00:00:00+01:00", time.Date(2002, 3, 31, 0, 0, 0, 0, cet), false, false},
		{"offset without colon", "2018-12-24T07:34:45-0500", time.Date(2018, 12, 24, 7, 34, 45, 0, est), false, false},
		{"offset of half an hour", "2018-12-24T07:34:45+05:30", time.Date(2018, 12, 24, 2, 4, 45, 0, time.UTC), false, false},
		{"offset below an hour", "2018-12-24T07:34:45-00:30", time.Date(2018, 12, 24, 8, 4, 45, 0, time.UTC), false, false},
		{"one digit", "2002-09-19T14:34:02.8+01:00", time.Date(2002, 9, 19, 14, 34, 2, 8e8, cet), false, false},
		{"six digits", "2002-09-19T14:34:02.856279+01:00", time.Date(2002, 9, 19, 14, 34, 2, 856279000, cet), false, false},
		{"digits that are zero", "2002-09-19T14:34:02.1000000Z", time.Date(2002, 9, 19, 14, 34, 2, 1e8, time.UTC), false, false},
		{"only zero digits", "2002-09-19T14:34:02.000Z", time.Date(2002, 9, 19, 14, 34, 2, 0, time.UTC), false, false},
		{"nine digits", "2002-09-19T14:34:02.123456789Z", time.Date(2002, 9, 19, 14, 34, 2, 123456789, time.UTC), false, false},
		{"leap day", "2000-02-29T23:59:59", time.Date(2000, 2, 29, 23, 59, 59, 0, time.UTC), true, false},
		{"far future", "9999-12-31T23:59:59.9999999", time.Date(9999, 12, 31, 23, 59, 59, 999999900, time.UTC), true, false},
		{"far future, later in UTC", "9999-12-31T23:59:59.9999999-05:00", time.Date(9999, 12, 31, 23, 59, 59, 999999900, est), false, false},
		{"no date", "0001-01-01T00:00:00", time.Time{}, true, true},
		{"no date in UTC", "0001-01-01T00:00:00Z", time.Time{}, false, true},
		{"no date moved east", "0001-01-01T01:00:00+01:00", time.Time{}, false, true},
		{"no date labelled east", "0001-01-01T00:00:00+01:00", time.Date(1, 1, 1, 0, 0, 0, 0, cet), false, true},
		{"no date moved west", "0000-12-31T19:00:00-05:00", time.Time{}, false, true},
		{"last moment of year 1, in the west", "0001-12-31T23:00:00-05:00", time.Date(2, 1, 1, 4, 0, 0, 0, time.UTC), false, true},
		{"first moment of year 2", "0002-01-01T00:00:00Z", time.Date(2, 1, 1, 0, 0, 0, 0, time.UTC), false, false},
	} {
		t.Run(tc.situation, func(t *testing.T) {
			t.Parallel()
			var d DateTime
			if err := d.UnmarshalText([]byte(tc.text)); err != nil {
				t.Fatal(err)
			}
			if !d.Equal(tc.want) {
				t.Errorf("got the time %v, want %v", d.Time, tc.want)
			}
			if d.IsFloating() != tc.floating || d.IsZero() != tc.zero {
				t.Errorf("floating %v, zero %v; want %v, %v", d.IsFloating(), d.IsZero(), tc.floating, tc.zero)
			}
			if got := d.String(); got != tc.text {
				t.Errorf("written back as %s", got)
			}
			if d.IsFloating() && d.Location() != time.UTC {
				t.Errorf("location %v", d.Location())
			}

			var again DateTime
			roundTrip(t, d, &again)
			if again.String() != tc.text {
				t.Errorf("encoding/json made %s of it", again)
			}
		})
	}
}

func TestDateTimeHasNoDate(t *testing.T) {
	t.Parallel()
	for _, data := range []string{`null`, `""`, `"0001-01-01T00:00:00Z"`} {
		d := DateTimeOf(time.Now())
		if err := json.Unmarshal([]byte(data), &d); err != nil {
			t.Fatal(err)
		}
		if d != (DateTime{}) {
			t.Errorf("%s gives %#v", data, d)
		}
	}
	if !DateTimeOf(time.Time{}).IsZero() || DateTimeOf(time.Now()).IsZero() {
		t.Error("IsZero")
	}
	if got := (DateTime{}).String(); got != "0001-01-01T00:00:00Z" {
		t.Error(got)
	}
}

func TestDateTimeReadsADateAsFloatingMidnight(t *testing.T) {
	t.Parallel()
	var d DateTime
	if err := d.UnmarshalText([]byte("1999-05-13")); err != nil {
		t.Fatal(err)
	}
	if !d.IsFloating() || d.String() != "1999-05-13T00:00:00" {
		t.Errorf("got %#v", d)
	}
}

func TestDateTimeRejectsNonsense(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"2002-13-31T18:00:00", "2002-00-31T18:00:00", "2002-02-30T18:00:00", "1900-02-29T00:00:00", "2002-04-31T18:00:00",
		"2002-03-00T18:00:00", "2002-03-31T24:00:00", "2002-03-31T18:60:00", "2002-03-31T18:00:60", "2002-03-31 18:00:00",
		"2002-03-31T18:00", "2002-03-31T18:00:00.", "2002-03-31T18:00:00.Z", "2002-03-31T18:00:00,5Z", "2002-03-31T18:00:00.1234567890Z",
		"2002-03-31T18:00:00+1:00", "2002-03-31T18:00:00+24:00", "2002-03-31T18:00:00+01:60", "2002-03-31T18:00:00 01:00",
		"2002-03-31T18:00:00+01", "2002-03-31T18:00:00z", "2002-03-31T18:00:00Zjunk", "2002-13-31", "yesterday", " ", "0",
		"+002-03-31T18:00:00", "-002-03-31T18:00:00", "2002-03-31T18:0x:00", "二〇〇二-03-31T18:00:00", strings.Repeat("9", 1000),
	} {
		d := DateTimeOf(time.Now())
		if err := json.Unmarshal(fmt.Appendf(nil, "%q", text), &d); err == nil || d != (DateTime{}) {
			t.Errorf("%q gives %v in JSON, %v", text, d, err)
		}
		err := d.UnmarshalText([]byte(text))
		if err == nil || !d.IsZero() || d.IsFloating() {
			t.Errorf("%q gives %v, %v", text, d, err)
			continue
		}
		if strings.Contains(err.Error(), text) && text != " " && text != "0" {
			t.Errorf("the error repeats the text: %v", err)
		}
	}
}

func TestDateTimeOfCutsToTheServersResolution(t *testing.T) {
	t.Parallel()
	now := time.Now()
	d := DateTimeOf(now)
	if d.After(now) || now.Sub(d.Time) >= resolution {
		t.Errorf("%v became %v", now, d)
	}
	var again DateTime
	roundTrip(t, d, &again)
	if !again.Equal(d.Time) {
		t.Errorf("%v reads back as %v", d, again)
	}
	if again.IsFloating() {
		t.Error("an instant reads back floating")
	}
}

func TestDateTimeOfWritesUTCForAnOffsetThatDoesNotFit(t *testing.T) {
	t.Parallel()
	at := time.Date(2020, 6, 1, 12, 0, 0, 0, time.UTC)
	for offset, want := range map[time.Duration]string{
		24*time.Hour - time.Minute:    "2020-06-02T11:59:00+23:59",
		-(24*time.Hour - time.Minute): "2020-05-31T12:01:00-23:59",
		24 * time.Hour:                "2020-06-01T12:00:00Z",
		-24 * time.Hour:               "2020-06-01T12:00:00Z",
		100 * time.Hour:               "2020-06-01T12:00:00Z",
		time.Hour + time.Second:       "2020-06-01T12:00:00Z",
	} {
		d := DateTimeOf(at.In(time.FixedZone("", int(offset.Seconds()))))
		if d.String() != want {
			t.Errorf("%v: got %v, want %s", offset, d, want)
		}
		var again DateTime
		if roundTrip(t, d, &again); !again.Equal(at) {
			t.Errorf("%v reads back as %v", d, again)
		}
	}
}

func TestDateTimeWritesTheTimeItHasNow(t *testing.T) {
	t.Parallel()
	oslo := time.FixedZone("CET", 3600)
	at := time.Date(2024, 2, 29, 12, 30, 0, 123456789, oslo)
	read := func(text string) DateTime {
		d, err := parseDateTime([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		d.Time = at
		return d
	}
	for _, tc := range []struct {
		situation string
		date      DateTime
		want      string
	}{
		{"a value of the SDK's own", DateTimeOf(at), "2024-02-29T12:30:00.1234567+01:00"},
		{"a value of the SDK's own in UTC", DateTimeOf(at.UTC()), "2024-02-29T11:30:00.1234567Z"},
		{"a literal is cut while writing", DateTime{Time: at}, "2024-02-29T12:30:00.1234567+01:00"},
		{"no fraction when there is none", DateTimeOf(at.Truncate(time.Second)), "2024-02-29T12:30:00+01:00"},
		{"assigned to a floating one", read("2002-03-31T18:00:00"), "2024-02-29T12:30:00.1234567"},
		{"assigned to one with Z", read("2002-03-31T18:00:00Z"), "2024-02-29T12:30:00.1234567+01:00"},
		{"assigned to one without colon", read("2002-03-31T18:00:00.00-0500"), "2024-02-29T12:30:00.1234567+0100"},
		{"assigned to one with nine digits", read("2002-03-31T18:00:00.000000000Z"), "2024-02-29T12:30:00.123456789+01:00"},
		{"local mean time is written in UTC", DateTimeOf(at.In(time.FixedZone("LMT", 3208))), "2024-02-29T11:30:00.1234567Z"},
		{"year 0", DateTimeOf(time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)), "0000-01-01T00:00:00Z"},
	} {
		if got := tc.date.String(); got != tc.want {
			t.Errorf("%s: got %s, want %s", tc.situation, got, tc.want)
		}
	}
}

func TestDateTimeRefusesYearsItCannotWrite(t *testing.T) {
	t.Parallel()
	for _, at := range []time.Time{
		time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC),
		time.Date(-1, 12, 31, 23, 0, 0, 0, time.UTC),
		time.Unix(1<<60, 0),
	} {
		d := DateTimeOf(at)
		if b, err := d.MarshalText(); err == nil {
			t.Errorf("%v is written as %s", at, b)
		}
		if b, err := json.Marshal(d); err == nil {
			t.Errorf("%v is written as %s", at, b)
		}
		_ = d.String()
	}
	user := User{Lastlogin: DateTimeOf(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC))}
	if _, err := user.MarshalJSON(); err == nil || !strings.HasPrefix(err.Error(), "User.Lastlogin: ") {
		t.Error(err)
	}
}

func TestDateTimeAsIn(t *testing.T) {
	t.Parallel()
	oslo := time.FixedZone("CET", 3600)
	for _, tc := range []struct {
		situation, text string
		loc             *time.Location
		want            time.Time
	}{
		{"floating is wall time there", "2020-08-19T17:12:16.5", oslo, time.Date(2020, 8, 19, 17, 12, 16, 5e8, oslo)},
		{"an instant stays one", "2020-08-19T17:12:16Z", oslo, time.Date(2020, 8, 19, 17, 12, 16, 0, time.UTC)},
		{"no date stays none", "0001-01-01T00:00:00", oslo, time.Time{}},
		{"no location is UTC", "2020-08-19T17:12:16", nil, time.Date(2020, 8, 19, 17, 12, 16, 0, time.UTC)},
	} {
		d, err := parseDateTime([]byte(tc.text))
		if err != nil {
			t.Fatal(err)
		}
		if got := d.AsIn(tc.loc); !got.Equal(tc.want) || got.IsZero() != tc.want.IsZero() {
			t.Errorf("%s: got %v, want %v", tc.situation, got, tc.want)
		}
	}
}

func TestDateTimeKeepsItsFormInGobAndBinary(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"2020-08-19T17:12:16.9553621", "2018-12-24T07:34:45-0500", "0001-01-01T01:00:00+01:00"} {
		d, err := parseDateTime([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		var buffer bytes.Buffer
		var again DateTime
		if err := gob.NewEncoder(&buffer).Encode(d); err != nil {
			t.Fatal(err)
		}
		if err := gob.NewDecoder(&buffer).Decode(&again); err != nil {
			t.Fatal(err)
		}
		if again.String() != text {
			t.Errorf("gob: %s became %s", text, again)
		}
		b, err := d.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		if err := again.UnmarshalBinary(b); err != nil || again.String() != text {
			t.Errorf("binary: %s became %s, %v", text, again, err)
		}
		if b, err = d.AppendBinary([]byte("x")); err != nil || string(b) != "x"+text {
			t.Errorf("AppendBinary: %s, %v", b, err)
		}
	}
}

func TestDateTimePrintsItsText(t *testing.T) {
	t.Parallel()
	d := DateTimeOf(time.Date(2020, 8, 19, 17, 12, 16, 0, time.UTC))
	for verb, want := range map[string]string{
		"%v": "2020-08-19T17:12:16Z", "%s": "2020-08-19T17:12:16Z", "%#v": "models.DateTime(2020-08-19T17:12:16Z)",
	} {
		if got := fmt.Sprintf(verb, d); got != want {
			t.Errorf("%s prints %s", verb, got)
		}
	}
}

func TestCalendarAgreesWithTheTimePackage(t *testing.T) {
	t.Parallel()
	const days = 2932896 + daysTo1970
	for day := range uint32(days + 1) {
		year, month, mday := civil(day)
		y, m, d := int(year), int(month), int(mday)
		if unixDay(y, m, d) != int(day)-daysTo1970 || d > daysIn(y, m) {
			t.Fatalf("day %d is %d-%d-%d", day, y, m, d)
		}
		if day%97 != 0 && day > 800 && day < days-800 {
			continue // the time package is slow
		}
		want := time.Unix((int64(day)-daysTo1970)*86400, 0).UTC()
		if want.Year() != y || int(want.Month()) != m || want.Day() != d {
			t.Fatalf("day %d is %d-%d-%d, want %v", day, y, m, d, want)
		}
	}
}

// roundTrip writes a value with encoding/json and reads it into another.
func roundTrip(t *testing.T, from, to any) {
	t.Helper()
	data, err := json.Marshal(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, to); err != nil {
		t.Fatalf("%s: %v", data, err)
	}
}
