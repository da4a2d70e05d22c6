package models_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/go-superoffice/superoffice/models"
)

func TestCustomFieldsInt(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		value   string
		want    int
		problem string // part of the error
	}{
		"list item":              {value: "[I:14]", want: 14},
		"zero":                   {value: "[I:0]"},
		"negative":               {value: "[I:-3]", want: -3},
		"plain number":           {value: "14", want: 14},
		"empty":                  {value: ""},
		"empty in brackets":      {value: "[I:]"},
		"decimal":                {value: "[F:14]", problem: `"key" holds a decimal number, not a whole number`},
		"date":                   {value: "[D:06/01/2020]", problem: `"key" holds a date, not a whole number`},
		"checkbox":               {value: "True", problem: `"key" holds text, not a whole number`},
		"text":                   {value: "fourteen", problem: `"key" holds text, not a whole number`},
		"text that has brackets": {value: "[a:b]", problem: `"key" holds text, not a whole number`},
		"bracket left open":      {value: "[I:14", problem: `"key" holds text, not a whole number`},
		"no number in brackets":  {value: "[I:fourteen]", problem: `"key" holds a whole number that is malformed`},
		"fraction in brackets":   {value: "[I:1.5]", problem: "malformed"},
		"too large":              {value: "[I:99999999999999999999]", problem: "too large for an int"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := models.CustomFields{"key": tt.value}.Int("key")
			if got != tt.want {
				t.Errorf("Int = %d, want %d", got, tt.want)
			}
			checkProblem(t, err, tt.problem)
		})
	}
}

func TestCustomFieldsFloat(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		value   string
		want    float64
		problem string
	}{
		"decimal":           {value: "[F:4.56]", want: 4.56},
		"zero":              {value: "[F:0]"},
		"exponent":          {value: "[F:1E-3]", want: 0.001},
		"plain number":      {value: "4.56", want: 4.56},
		"plain whole":       {value: "4", want: 4},
		"empty":             {value: ""},
		"whole number":      {value: "[I:4]", problem: `"key" holds a whole number, not a decimal number`},
		"another culture":   {value: "[F:4,56]", problem: `"key" holds a decimal number that is malformed`},
		"text":              {value: "much", problem: `"key" holds text, not a decimal number`},
		"not a number":      {value: "NaN", problem: "holds text"},
		"infinity":          {value: "[F:Infinity]", problem: "malformed"},
		"hexadecimal":       {value: "0x1p4", problem: "holds text"},
		"beyond a float64":  {value: "[F:1e999]", problem: "too large for a float64"},
		"signs and nothing": {value: "+-", problem: "holds text"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := models.CustomFields{"key": tt.value}.Float("key")
			if got != tt.want {
				t.Errorf("Float = %v, want %v", got, tt.want)
			}
			checkProblem(t, err, tt.problem)
		})
	}
}

func TestCustomFieldsBool(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		value   string
		want    bool
		problem string
	}{
		"ticked":       {value: "True", want: true},
		"not ticked":   {value: "False"},
		"lower case":   {value: "true", want: true},
		"empty":        {value: ""},
		"number":       {value: "[I:1]", problem: `"key" holds a whole number, not true or false`},
		"plain number": {value: "1", problem: `"key" holds text, not true or false`},
		"text":         {value: "yes", problem: `"key" holds text, not true or false`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := models.CustomFields{"key": tt.value}.Bool("key")
			if got != tt.want {
				t.Errorf("Bool = %t, want %t", got, tt.want)
			}
			checkProblem(t, err, tt.problem)
		})
	}
}

func TestCustomFieldsDate(t *testing.T) {
	t.Parallel()
	day := time.Date(2020, 6, 25, 0, 0, 0, 0, time.UTC)
	tests := map[string]struct {
		value   string
		want    time.Time // as wall time in UTC; zero: no date
		problem string
	}{
		"month first":            {value: "[D:06/25/2020]", want: day},
		"year first":             {value: "[D:2020.06.25]", want: day},
		"month first, with time": {value: "[D:06/25/2020 13:37:01.1234567]", want: time.Date(2020, 6, 25, 13, 37, 1, 123456700, time.UTC)},
		"year first, with time":  {value: "[D:2020.06.25 13:37:01]", want: time.Date(2020, 6, 25, 13, 37, 1, 0, time.UTC)},
		"plain, month first":     {value: "06/25/2020", want: day},
		"plain, year first":      {value: "2020.06.25", want: day},
		"plain, as elsewhere":    {value: "2020-06-25T00:00:00", want: day},
		"plain, day only":        {value: "2020-06-25", want: day},
		"the empty date":         {value: "[D:01/01/0001]"},
		"empty, with time":       {value: "[D:01/01/0001 00:00:00.0000000]"},
		"empty":                  {value: ""},
		"day first":              {value: "[D:25/06/2020]", problem: `"key" holds a date that is malformed`},
		"no such day":            {value: "[D:02/30/2020]", problem: "malformed"},
		"no such time":           {value: "[D:06/25/2020 25:00:00]", problem: "malformed"},
		"whole number":           {value: "[I:14]", problem: `"key" holds a whole number, not a date`},
		"text":                   {value: "on Thursday", problem: `"key" holds text, not a date`},
		"text with a T in it":    {value: "Tomorrow", problem: `"key" holds text, not a date`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := models.CustomFields{"key": tt.value}.Date("key")
			checkProblem(t, err, tt.problem)
			if tt.want.IsZero() {
				if got != (models.DateTime{}) {
					t.Errorf("Date = %v, want no date", got)
				}
				return
			}
			if !got.IsFloating() || !got.AsIn(time.UTC).Equal(tt.want) {
				t.Errorf("Date = %v, floating %t, want %v, floating", got, got.IsFloating(), tt.want)
			}
		})
	}
}

func TestCustomFieldsAbsentKeyIsZero(t *testing.T) {
	t.Parallel()
	for name, fields := range map[string]models.CustomFields{"nil": nil, "another key": {"other": "[I:14]"}} {
		n, err := fields.Int("key")
		f, err2 := fields.Float("key")
		b, err3 := fields.Bool("key")
		d, err4 := fields.Date("key")
		if n != 0 || f != 0 || b || !d.IsZero() || fields.DisplayText("key") != "" {
			t.Errorf("%s: %v, %v, %v, %v", name, n, f, b, d)
		}
		for _, err := range []error{err, err2, err3, err4} {
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

func TestCustomFieldsErrorsDoNotQuoteTheValue(t *testing.T) {
	t.Parallel()
	fields := models.CustomFields{"plain": planted, "brackets": "[D:" + planted + "]"}
	for key := range fields {
		_, err1 := fields.Int(key)
		_, err2 := fields.Float(key)
		_, err3 := fields.Bool(key)
		_, err4 := fields.Date(key)
		for _, err := range []error{err1, err2, err3, err4} {
			if err == nil || leaks(err.Error()) {
				t.Errorf("%s: %v", key, err)
			}
		}
	}
}

func TestCustomFieldsDisplayText(t *testing.T) {
	t.Parallel()
	fields := models.CustomFields{"function": "[I:11]", "function:DisplayText": "beader", "function:DisplayTooltip": "", "function:org": "[I:11]"}
	if got := fields.DisplayText("function"); got != "beader" {
		t.Errorf("DisplayText = %q, want beader", got)
	}
	fields.SetInt("function", 13)
	if got := fields.DisplayText("function"); got != "" {
		t.Errorf("DisplayText = %q after another value was set, want none", got)
	}
	if fields["function:org"] != "[I:11]" {
		t.Errorf("the original value was lost: %v", fields)
	}
}

func TestCustomFieldsSetters(t *testing.T) {
	t.Parallel()
	oslo := time.FixedZone("", 2*60*60)
	tests := map[string]struct {
		set  func(*models.CustomFields) error
		want string
	}{
		"whole number":     {func(f *models.CustomFields) error { f.SetInt("key", 14); return nil }, "[I:14]"},
		"negative number":  {func(f *models.CustomFields) error { f.SetInt("key", -14); return nil }, "[I:-14]"},
		"decimal number":   {func(f *models.CustomFields) error { return f.SetFloat("key", 4.56) }, "[F:4.56]"},
		"without exponent": {func(f *models.CustomFields) error { return f.SetFloat("key", 1e21) }, "[F:1000000000000000000000]"},
		"ticked":           {func(f *models.CustomFields) error { f.SetBool("key", true); return nil }, "True"},
		"not ticked":       {func(f *models.CustomFields) error { f.SetBool("key", false); return nil }, "False"},
		"text":             {func(f *models.CustomFields) error { f.SetText("key", "[as it is]"); return nil }, "[as it is]"},
		"date": {func(f *models.CustomFields) error {
			return f.SetDate("key", models.DateTimeOf(time.Date(2020, 6, 1, 0, 0, 0, 0, time.UTC)))
		}, "[D:06/01/2020]"},
		"date and time, by its own clock": {func(f *models.CustomFields) error {
			return f.SetDate("key", models.DateTimeOf(time.Date(2020, 6, 1, 13, 37, 0, 500, oslo)))
		}, "[D:06/01/2020 13:37:00.0000005]"},
		"no date": {func(f *models.CustomFields) error { return f.SetDate("key", models.DateTime{}) }, "[D:01/01/0001]"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var fields models.CustomFields // a setter makes the map
			if err := tt.set(&fields); err != nil {
				t.Fatal(err)
			}
			if got := fields["key"]; got != tt.want || len(fields) != 1 {
				t.Errorf("fields = %v, want key: %s", fields, tt.want)
			}
		})
	}
}

func TestCustomFieldsSettersRefuseWhatTheServerCannotRead(t *testing.T) {
	t.Parallel()
	fields := models.CustomFields{"key": "kept"}
	for name, err := range map[string]error{
		"NaN":        fields.SetFloat("key", math.NaN()),
		"infinity":   fields.SetFloat("key", math.Inf(-1)),
		"year 10000": fields.SetDate("key", models.DateTimeOf(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC))),
	} {
		if err == nil || !strings.Contains(err.Error(), `custom field "key"`) {
			t.Errorf("%s: %v, want an error that names the key", name, err)
		}
	}
	if fields["key"] != "kept" {
		t.Errorf("key = %q after errors", fields["key"])
	}
}

func checkProblem(t *testing.T, err error, problem string) {
	t.Helper()
	switch {
	case problem == "" && err != nil:
		t.Errorf("error: %v", err)
	case problem != "" && (err == nil || !strings.Contains(err.Error(), problem)):
		t.Errorf("error = %v, want one that says %q", err, problem)
	}
}
