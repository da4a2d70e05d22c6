package superofficetest

import (
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // zones where the system has none

	"github.com/go-superoffice/superoffice/models"
)

// zone is a time zone by its SuperOffice name.
type zone struct {
	name     string
	location *time.Location
	standard time.Duration // offset outside summer time
}

// zoneNames are some of the zones of an installation. Only NO is known with
// its id.
func zoneNames() map[string]string {
	return map[string]string{
		"UTC": "UTC", "NO": "Europe/Oslo", "SE": "Europe/Stockholm", "DK": "Europe/Copenhagen",
		"FI": "Europe/Helsinki", "DE": "Europe/Berlin", "NL": "Europe/Amsterdam", "CH": "Europe/Zurich",
		"FR": "Europe/Paris", "GB": "Europe/London", "US-NY": "America/New_York",
		"US-CA": "America/Los_Angeles", "AU-WA": "Australia/Perth", "IN": "Asia/Kolkata",
	}
}

var zones = sync.OnceValue(func() map[string]zone {
	table := map[string]zone{}
	for name, iana := range zoneNames() {
		location, err := time.LoadLocation(iana)
		if err != nil {
			continue
		}
		// The smaller offset of two seasons is that of standard time.
		_, january := time.Date(2001, time.January, 1, 0, 0, 0, 0, location).Zone()
		_, july := time.Date(2001, time.July, 1, 0, 0, 0, 0, location).Zone()
		table[name] = zone{name, location, time.Duration(min(january, july)) * time.Second}
	}
	return table
})

func findZone(name string) (zone, bool) {
	name = strings.ToUpper(strings.TrimSpace(name))
	if name == "261" {
		name = "NO"
	}
	z, ok := zones()[name]
	return z, ok
}

// dating is how the dates of one exchange are read and written.
type dating struct {
	zone   zone
	offset bool
}

// datingOf reads SO-TimeZone: a zone, includeTZOffset, or both with a comma.
// It reports false for a zone that does not exist.
func datingOf(header string, base zone) (dating, bool) {
	d := dating{zone: base}
	for part := range strings.SplitSeq(header, ",") {
		switch part = strings.TrimSpace(part); {
		case part == "":
		case strings.EqualFold(part, "includeTZOffset"):
			d.offset = true
		default:
			z, ok := findZone(part)
			if !ok {
				return d, false
			}
			d.zone = z
		}
	}
	return d, true
}

// wallTime is how dates are written, without an offset.
const wallTime = "2006-01-02T15:04:05.9999999"

// endOfTime is what stands for no end; it is the same in every zone.
const endOfTime = "9999-12-31T23:59:59.9999999"

// append writes a date that was stored in the zone stored. Stamps that the
// server keeps itself are in UTC whatever was asked for.
func (d dating) append(dst []byte, value models.DateTime, stored *time.Location, utc bool) []byte {
	dst = append(dst, '"')
	dst = d.appendText(dst, value, stored, utc)
	return append(dst, '"')
}

func (d dating) appendText(dst []byte, value models.DateTime, stored *time.Location, utc bool) []byte {
	z := d.zone
	if utc {
		z = zones()["UTC"]
	}
	if value.IsZero() {
		return d.appendNone(dst, z)
	}
	t := value.Time
	if value.IsFloating() {
		if t.Year() >= 9999 {
			dst = append(dst, endOfTime...)
			return d.appendOffset(dst, z.standard)
		}
		t = value.AsIn(stored)
	}
	t = t.In(z.location)
	if t.Year() > 9999 {
		dst = append(dst, endOfTime...)
		return d.appendOffset(dst, z.standard)
	}
	dst = t.AppendFormat(dst, wallTime)
	_, seconds := t.Zone()
	return d.appendOffset(dst, time.Duration(seconds)*time.Second)
}

// appendNone writes the year 1. With offsets, a zone east of UTC shows it as
// its own wall time of that instant.
func (d dating) appendNone(dst []byte, z zone) []byte {
	var t time.Time
	if d.offset && z.standard > 0 {
		t = t.Add(z.standard)
	}
	dst = t.AppendFormat(dst, wallTime)
	return d.appendOffset(dst, z.standard)
}

func (d dating) appendOffset(dst []byte, offset time.Duration) []byte {
	if !d.offset {
		return dst
	}
	if offset == 0 {
		return append(dst, 'Z')
	}
	sign := byte('+')
	if offset < 0 {
		sign, offset = '-', -offset
	}
	minutes := int(offset / time.Minute)
	return append(dst, sign,
		byte('0'+minutes/600), byte('0'+minutes/60%10), ':',
		byte('0'+minutes%60/10), byte('0'+minutes%10))
}
