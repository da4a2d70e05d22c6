package superofficetest_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/superofficetest"
)

// FuzzBody sends any body as any media type: the server answers it as an
// entity or as an error of the client, in JSON that can be read.
func FuzzBody(f *testing.F) {
	for media, body := range sameUser() {
		f.Add(media, body, "NO, includeTZOffset", "en", "Name,Role/Id")
	}
	f.Add("application/xml", `<User><Name>NO:"a";US:"b"</Name><CustomFields><Key/></CustomFields></User>`, "", "nb", "")
	f.Add("application/x-www-form-urlencoded", "a[b].c[]=1&a=2", "UTC", "*", "/,//")
	f.Add("application/json", `{"CustomFields":{"a":"[D:01/01/2020]"},"Tooltip":"NO:\"[SR_A"}`, "US-NY", "sv", "User")
	f.Fuzz(func(t *testing.T, media, body, zone, language, selected string) {
		srv := superofficetest.New()
		defer srv.Close()
		req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://example.com/api/v1/User", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		req.URL.RawQuery = "$select=" + selected
		req.Header["Authorization"] = []string{sampleAuthorization}
		req.Header["Content-Type"] = []string{media}
		req.Header["So-Timezone"] = []string{zone}
		req.Header["Accept-Language"] = []string{language}
		answer := &recorder{header: http.Header{}}
		srv.Handler().ServeHTTP(answer, req)
		if answer.status >= http.StatusInternalServerError || !json.Valid([]byte(answer.body.String())) {
			t.Errorf("answered %d %s", answer.status, answer.body.String())
		}
		for _, r := range srv.Requests() {
			_ = r.String()
		}
	})
}
