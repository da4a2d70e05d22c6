package superoffice_test

import (
	"net/http"
	"net/url"
	"path"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice"
)

// escapedByGo may not stand in a URL as it is, so net/url escapes it.
const escapedByGo = "\"<>^`{|}"

// Whatever Do accepts stays below the API of the configured host, also for a
// server that decodes the path and folds its segments.
func FuzzDoPath(f *testing.F) {
	for _, seed := range []string{
		"User/12?$select=Name", "/User", "//evil.example", "https://evil.example", "User/../x", "User/%2e%2e/x", "%2e%2e%2f",
		"User%2F..%2F..%2Fx", "User%5c..%5cx", "User/%252e%252e/x", "User;/../x", "User/.../x", "User/a@b:c", ":@evil.example/", "User/%zz", "\\\\evil.example",
	} {
		f.Add(seed)
	}
	wire := new(answering)
	client := newClient(f, base, pageAuth, wire.option())
	f.Fuzz(func(t *testing.T, given string) {
		wire.got = nil
		err := client.Do(t.Context(), http.MethodGet, given, nil, nil)
		if err != nil {
			checkRefused(t, err, superoffice.ErrConfig, "path: ")
			if len(wire.got) > 0 {
				t.Fatalf("%q was refused and sent", given)
			}
			return
		}
		req := wire.last(t)
		sent, err := url.ParseRequestURI(req.URL.RequestURI())
		if err != nil || req.URL.Host != "crm.example.com" || req.Host != "" && req.Host != "crm.example.com" {
			t.Fatalf("%q went to %s: %v", given, req.URL, err)
		}
		for _, separator := range []string{"/", `\`} {
			if clean := path.Clean(strings.ReplaceAll(sent.Path, separator, "/")); !strings.HasPrefix(clean+"/", "/SuperOffice/api/v1/") {
				t.Errorf("%q leaves the API: %s", given, clean)
			}
		}
		want := strings.TrimPrefix(given, "/")
		if strings.IndexByte(want, '?') == len(want)-1 {
			want = strings.TrimSuffix(want, "?") // an empty query is none
		}
		if !strings.HasSuffix(req.URL.RequestURI(), want) && !strings.ContainsAny(want, escapedByGo) {
			t.Errorf("%q was sent as %s", given, req.URL.RequestURI())
		}
	})
}
