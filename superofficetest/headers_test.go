package superofficetest_test

import (
	"net/http"
	"testing"

	"github.com/go-superoffice/superoffice/superofficetest"
)

func TestLanguage(t *testing.T) {
	t.Parallel()
	const entity = `{"Name":"A","Tooltip":"NO:\"Selger\";US:\"Salesman\";GE:\"Verkäufer\"",` +
		`"RequestSignature":"[SR_GREETING], [SR_UNKNOWN]","NickName":"GE:\"Nur deutsch\""}`
	const rawTooltip = `"Tooltip":"NO:\"Selger\";US:\"Salesman\";GE:\"Verkäufer\""`
	tests := map[string]struct {
		headers []string
		want    []string
	}{
		"none asked for": {
			want: []string{rawTooltip, `"[SR_GREETING], [SR_UNKNOWN]"`, `"Reason":"[SR_MANDATORY_FIELD_1282]"`},
		},
		"Accept-Language": {
			headers: []string{"Accept-Language: en"},
			want:    []string{`"Tooltip":"Salesman"`, `"Hello, [SR_UNKNOWN]"`, `"NickName":"Nur deutsch"`, `"Reason":"User ID"`},
		},
		"with weights": {
			headers: []string{"Accept-Language: en;q=0.5, nb-NO;q=0.9, *;q=0.1"},
			want:    []string{`"Tooltip":"Selger"`, `"Hei, [SR_UNKNOWN]"`},
		},
		"parted by semicolons": {
			headers: []string{"Accept-Language: de-de; en-gb"},
			want:    []string{`"Tooltip":"Verkäufer"`},
		},
		"SO-Language wins": {
			headers: []string{"Accept-Language: en", "SO-Language: nb-no"},
			want:    []string{`"Tooltip":"Selger"`},
		},
		"SO-Language x switches off": {
			headers: []string{"Accept-Language: en", "SO-Language: x"}, want: []string{rawTooltip},
		},
		"SO-Language * switches off": {
			headers: []string{"Accept-Language: en", "SO-Language: *"}, want: []string{rawTooltip},
		},
		"a language without a translation": {
			headers: []string{"SO-Language: sv"}, want: []string{`"Tooltip":"Salesman"`, `"NickName":"Nur deutsch"`},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t,
				superofficetest.WithText("SR_GREETING", "en", "Hello"), superofficetest.WithText("[SR_GREETING]", "no", "Hei"))
			res, body := call(t, srv, "POST", "/api/v1/User", entity, test.headers...)
			wantStatus(t, res, body, http.StatusOK)
			wantPart(t, body, test.want...)
			// What is stored is what was sent.
			if got := srv.Users()[0].Tooltip; got != `NO:"Selger";US:"Salesman";GE:"Verkäufer"` {
				t.Errorf("stored %s", got)
			}
		})
	}
}

func TestLanguageOfTheInstallation(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t, superofficetest.WithLanguage("de"))
	_, body := call(t, srv, "POST", "/api/v1/User", `{"Tooltip":"US:\"a\";GE:\"b\""}`)
	wantPart(t, body, `"Tooltip":"b"`)
	_, body = call(t, srv, "POST", "/api/v1/User", `{"Tooltip":"US:\"a\";GE:\"b\""}`, "Accept-Language: en")
	wantPart(t, body, `"Tooltip":"a"`)
}

func TestCulture(t *testing.T) {
	t.Parallel()
	const entity = `{"CustomFields":{"x_i":"[I:1000]","x_f":"[F:4.56]","x_d":"[D:06/01/2020]","x_none":"[D:01/01/0001]",` +
		`"x_t":"[F:text]","SuperOffice:1":"[I:14]","SuperOffice:1:DisplayText":"Partner"}}`
	tests := map[string]struct {
		headers []string
		want    []string
	}{
		"without a language there is none": {
			headers: []string{"SO-Culture: nb"},
			want:    []string{`"x_f":"[F:4.56]","x_i":"[I:1000]"`},
		},
		"that of the language": {
			headers: []string{"SO-Language: en"},
			want: []string{
				`"x_f":"[F:4.56]","x_f:DisplayText":"4.56"`, `"x_d:DisplayText":"6/1/2020"`,
				`"x_none:DisplayText":""`, `"SuperOffice:1:DisplayText":"Partner"`, `"x_t":"[F:text]"}`,
			},
		},
		"its own": {
			headers: []string{"SO-Language: en", "SO-Culture: nb-NO"},
			want:    []string{`"x_f:DisplayText":"4,56"`, `"x_d:DisplayText":"01.06.2020"`},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t)
			_, body := call(t, srv, "POST", "/api/v1/User", entity, test.headers...)
			wantPart(t, body, test.want...)
		})
	}
}

func TestTimeZone(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		base, header, sent string
		want, none, echo   string
	}{
		"no header, an offset is converted to the base zone": {
			base: "NO", sent: "2026-07-01T12:00:00Z", want: "2026-07-01T14:00:00", none: "0001-01-01T00:00:00", echo: "NO",
		},
		"no header, no offset: of the base zone": {
			base: "NO", sent: "2026-07-01T12:00:00.1", want: "2026-07-01T12:00:00.1", none: "0001-01-01T00:00:00", echo: "NO",
		},
		"a zone": {
			base: "UTC", header: "NO", sent: "2026-01-01T12:00:00Z",
			want: "2026-01-01T13:00:00", none: "0001-01-01T00:00:00", echo: "NO",
		},
		"a zone by its id, with offset": {
			base: "UTC", header: "261, includeTZOffset", sent: "2026-07-01T12:00:00",
			want: "2026-07-01T12:00:00+02:00", none: "0001-01-01T01:00:00+01:00", echo: "NO",
		},
		"UTC with offset": {
			base: "NO", header: "UTC, includeTZOffset", sent: "2026-01-01T12:00:00.1234567+01:00",
			want: "2026-01-01T11:00:00.1234567Z", none: "0001-01-01T00:00:00Z", echo: "UTC",
		},
		"the offset alone": {
			base: "NO", header: "includeTZOffset", sent: "2026-01-01T12:00:00-0500",
			want: "2026-01-01T18:00:00+01:00", none: "0001-01-01T01:00:00+01:00", echo: "NO",
		},
		"no zone before the comma": {
			base: "NO", header: ",includeTZOffset", sent: "2026-01-01T12:00:00Z",
			want: "2026-01-01T13:00:00+01:00", none: "0001-01-01T01:00:00+01:00", echo: "NO",
		},
		"west of UTC": {
			base: "UTC", header: "us-ny,includeTZOffset", sent: "2026-01-01T12:00:00Z",
			want: "2026-01-01T07:00:00-05:00", none: "0001-01-01T00:00:00-05:00", echo: "US-NY",
		},
		"half an hour": {
			base: "UTC", header: "IN,includeTZOffset", sent: "2026-01-01T12:00:00Z",
			want: "2026-01-01T17:30:00+05:30", none: "0001-01-01T05:30:00+05:30", echo: "IN",
		},
		"no end stays no end": {
			base: "NO", sent: "9999-12-31T23:59:59.9999999", want: "9999-12-31T23:59:59.9999999",
			none: "0001-01-01T00:00:00", echo: "NO",
		},
		"no end with an offset": {
			base: "NO", header: "NO, includeTZOffset", sent: "9999-12-31T23:59:59.9999999Z",
			want: "9999-12-31T23:59:59.9999999+01:00", none: "0001-01-01T01:00:00+01:00", echo: "NO",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t, superofficetest.WithTimeZone(test.base))
			headers := []string{}
			if test.header != "" {
				headers = append(headers, "SO-TimeZone: "+test.header)
			}
			res, body := call(t, srv, "POST", "/api/v1/ChatSession", `{"WhenRequested":"`+test.sent+`"}`, headers...)
			wantStatus(t, res, body, http.StatusOK)
			wantPart(t, body, `"WhenRequested":"`+test.want+`"`, `"WhenEnded":"`+test.none+`"`)
			if got := res.Header.Get("SO-TimeZone"); got != test.echo {
				t.Errorf("SO-TimeZone is %q", got)
			}
		})
	}
}

func TestDateIsReadInTheZoneOfItsRequest(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	call(t, srv, "POST", "/api/v1/ChatSession", `{"WhenRequested":"2026-07-01T12:00:00"}`, "SO-TimeZone: NO")
	_, body := call(t, srv, "GET", "/api/v1/ChatSession/1", "", "SO-TimeZone: UTC, includeTZOffset")
	wantPart(t, body, `"WhenRequested":"2026-07-01T10:00:00Z"`)
}

func TestStampsOfTheServerAreAlwaysUTC(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	_, body := call(t, srv, "POST", "/api/v1/ChatSession", `{"Project":{"Updated":"2026-07-01T12:00:00Z"}}`,
		"SO-TimeZone: NO, includeTZOffset")
	wantPart(t, body, `"Updated":"2026-07-01T12:00:00Z"`)
}

func TestUnknownTimeZone(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	res, body := call(t, srv, "POST", "/api/v1/ChatSession", `{}`, "SO-TimeZone: Europe/Oslo")
	wantStatus(t, res, body, http.StatusBadRequest)
	wantPart(t, body, `"ErrorType":"ArgumentException"`)
}
