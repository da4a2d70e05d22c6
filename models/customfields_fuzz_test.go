package models_test

import (
	"math"
	"testing"

	"github.com/go-superoffice/superoffice/models"
)

// FuzzCustomFieldValue reads any text as each kind; what could be read, set again
// and read again, must be the same.
func FuzzCustomFieldValue(f *testing.F) {
	for _, seed := range []string{
		"", "[I:14]", "[I:-1]", "[I:]", "[I:99999999999999999999]", "14",
		"[F:4.56]", "[F:0]", "[F:-0]", "[F:1e308]", "[F:1e999]", "[F:4,56]", "4.56",
		"[D:06/01/2020]", "[D:01/01/0001]", "[D:01/01/0001 00:00:00.0000000]", "[D:2020.08.27]",
		"[D:06/25/2020 13:37:01.1234567]", "[D:12/31/9999 23:59:59.9999999]", "2020-06-25T13:37:01.123456789-05:00",
		"True", "False", "plain text", "[", "[]", "[x:y]", "[I:", "[D:06/01/2020",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value string) {
		fields := models.CustomFields{"key": value}
		var again models.CustomFields

		if n, err := fields.Int("key"); err == nil {
			again.SetInt("key", n)
			if m, err := again.Int("key"); err != nil || m != n {
				t.Errorf("%q: Int = %d, and set again %d, %v", value, n, m, err)
			}
		}
		if x, err := fields.Float("key"); err == nil {
			if err := again.SetFloat("key", x); err != nil {
				t.Fatalf("%q: SetFloat: %v", value, err)
			}
			if y, err := again.Float("key"); err != nil || math.Float64bits(y) != math.Float64bits(x) {
				t.Errorf("%q: Float = %v, and set again %v, %v", value, x, y, err)
			}
		}
		if b, err := fields.Bool("key"); err == nil {
			again.SetBool("key", b)
			if c, err := again.Bool("key"); err != nil || c != b {
				t.Errorf("%q: Bool = %t, and set again %t, %v", value, b, c, err)
			}
		}
		if d, err := fields.Date("key"); err == nil {
			if err := again.SetDate("key", d); err != nil {
				t.Fatalf("%q: SetDate: %v", value, err)
			}
			const clock = "2006-01-02 15:04:05.0000000" // the server's resolution, and no offset
			e, err := again.Date("key")
			if err != nil || e.Format(clock) != d.Format(clock) || e.IsZero() != d.IsZero() {
				t.Errorf("%q: Date = %v, and set again %v, %v", value, d, e, err)
			}
		}
	})
}
