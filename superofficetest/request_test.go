package superofficetest_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

func TestRequestPrintsNoSecret(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	headers := []string{
		"Authorization: Bearer planted-1", "Cookie: planted-2", "X-XSRF-TOKEN: planted-3",
		"SO-AppToken: planted-4", "X-Unheard-Of: planted-5", "SO-Language: nb",
	}
	call(t, srv, "POST", "/api/v1/ChatSession", `{"CustomerName":"Ola","SessionKey":"planted-6","Unknown":"planted-7"}`,
		"SO-AppToken: planted-4", "Cookie: planted-2")
	call(t, srv, "POST", "/api/v1/User", `{"Name":"OLA","Credentials":[{"Value":"planted-8","DisplayValue":"ola"}]}`)
	call(t, srv, "POST", "/api/v1/User", `Credentials=planted-9`, "Content-Type: text/plain")
	call(t, srv, "GET", "/api/v1/User/1", "", headers...)
	var text bytes.Buffer
	logger := slog.New(slog.NewTextHandler(&text, nil))
	for _, r := range srv.Requests() {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
			fmt.Fprintf(&text, verb+"\n", r)
			fmt.Fprintf(&text, verb+"\n", &r)
		}
		logger.InfoContext(t.Context(), "received", slog.Any("request", r))
	}
	if at := strings.Index(text.String(), "planted"); at >= 0 {
		t.Errorf("a secret is printed: %s", text.String()[max(0, at-60):at+10])
	}
	wantPart(t, text.String(), `"CustomerName":"Ola"`, `"SessionKey":"[redacted]"`, `"DisplayValue":"ola"`,
		"So-Language: nb", "Authorization: [redacted]", "21 bytes that hold no entity",
		"POST /api/v1/ChatSession -> 200 OK, created 1", "GET /api/v1/User/1 -> 401 Unauthorized",
		"request.path=/api/v1/ChatSession request.status=200")
	// What a test wants to compare is there.
	if got := srv.Requests()[3].Header.Get("Authorization"); got != "Bearer planted-1" {
		t.Errorf("the header is %q", got)
	}
}

func TestRequestKeepsWhatWasSent(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	if _, ok := srv.LastRequest(); ok {
		t.Error("there is a request before the first")
	}
	call(t, srv, "POST", "/api/v1/User?$select=Name", `{"Name":"OLA","Unknown":{"a":1}}`)
	r, _ := srv.LastRequest()
	if r.Method != http.MethodPost || r.Path != "/api/v1/User" || r.RawQuery != "$select=Name" || r.Proto != "HTTP/1.1" ||
		string(r.Body) != `{"Name":"OLA","Unknown":{"a":1}}` || r.User.Name != "OLA" || r.ChatSession != nil ||
		r.Status != 200 || r.Incomplete || r.Dropped || r.Time.IsZero() || "http://"+r.Header.Get("Host") != srv.URL {
		t.Errorf("recorded %s", r)
	}
}

func TestDiff(t *testing.T) {
	t.Parallel()
	base := &models.User{Name: "OLA", Role: &models.Role{ID: 1}, OtherGroups: []models.UserGroup{{ID: 1}, {ID: 2}}}
	withLogin := *base
	withLogin.Lastlogin = models.DateTimeOf(time.Date(2026, 2, 23, 9, 52, 1, 0, time.UTC))
	tests := map[string]struct {
		got  any
		want string
	}{
		"the same":           {got: base},
		"the same, by value": {got: *base},
		"an empty list for none": {
			got: models.User{
				Name: "OLA", Role: base.Role, OtherGroups: base.OtherGroups,
				Credentials: []models.Credential{}, CustomFields: models.CustomFields{},
			},
		},
		"the same instant in another zone": {
			got: func() models.User {
				other := withLogin
				other.Lastlogin = models.DateTimeOf(withLogin.Lastlogin.In(time.FixedZone("", 3600)))
				return other
			}(),
		},
		"another text, a missing object and another item": {
			got: models.User{Name: "KARI", OtherGroups: []models.UserGroup{{ID: 1}, {ID: 3}}},
			want: "Name: want \"OLA\", got \"KARI\"\n" +
				"OtherGroups[1].Id: want 2, got 3\n" +
				"Role: want {\"Id\":1}, got nothing",
		},
		"another number of items": {
			got:  models.User{Name: "OLA", Role: base.Role, OtherGroups: base.OtherGroups[:1]},
			want: `OtherGroups: want [{"Id":1},{"Id":2}], got [{"Id":1}]`,
		},
		"a secret": {
			got: models.User{
				Name: "OLA", Role: base.Role, OtherGroups: base.OtherGroups,
				Credentials: []models.Credential{{Value: "planted"}},
			},
			want: `Credentials: want nothing, got [{"Value":"[redacted]"}]`,
		},
		"what cannot be sent": {got: func() {}, want: `: want `},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want := any(base)
			if name == "the same instant in another zone" {
				want = withLogin
			}
			got := superofficetest.Diff(want, test.got)
			if got != test.want && (test.want != ": want " || !strings.HasPrefix(got, test.want)) {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
	key := superofficetest.Diff(models.ChatSessionEntity{SessionKey: "planted"}, models.ChatSessionEntity{SessionKey: "other"})
	if key != "SessionKey: want [redacted], got [redacted]" {
		t.Errorf("got %s", key)
	}
}
