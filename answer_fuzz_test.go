package superoffice_test

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

// Whatever a server answers, a call returns the entity or one typed error.
func FuzzAnswer(f *testing.F) {
	for _, body := range []string{
		savedEntity, soError, gatewayTag, "null", "", `{"Message":"no","ModelState":{"a":["b"]}}`, `{"title":"t","detail":"d","errors":{"x":"y"}}`,
		`{"error":{"error":{"message":"m"}}}`, `<Error><Message>m</Message></Error>`, `<User><AssociateId>1</AssociateId></User>`, "\ufeff\"text\"", "[1]", "\xff\xfe{\x00",
	} {
		for _, status := range []int{200, 201, 302, 400, 421, 429, 500} {
			f.Add(status, "application/json; charset=utf-8", "", "1", []byte(body))
		}
		f.Add(200, "text/xml", "gzip", "-1", []byte(body))
		f.Add(503, "", "", "Fri, 31 Dec 1999 23:59:59 GMT", []byte(body))
	}
	f.Fuzz(func(t *testing.T, status int, contentType, encoding, retryAfter string, body []byte) {
		if status < 200 || status > 999 {
			t.Skip()
		}
		header := http.Header{"Content-Type": {contentType}, "Content-Encoding": {encoding}, "Retry-After": {retryAfter}, "Location": {contentType}}
		client := newClient(t, base, pageAuth, superoffice.WithRetry(superoffice.Retry{MaxAttempts: 1}), superoffice.WithMaxResponseBytes(1<<20),
			silent(func(*http.Request) (*http.Response, error) {
				return &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(bytes.NewReader(body)), ContentLength: -1}, nil
			}))
		user, err := client.CreateUser(t.Context(), &models.User{Name: "OLA"})
		if err == nil {
			if status > 299 || user.AssociateID <= 0 {
				t.Errorf("%d with the key %d is a success", status, user.AssociateID)
			}
			return
		}
		e, ok := errors.AsType[*superoffice.Error](err)
		if !ok || user != nil || e.StatusCode != status || e.Attempts != 1 || e.RetryAfter < 0 || len(e.Body) > 64<<10 {
			t.Fatalf("%T: %v", err, err)
		}
		want := unknown
		if status >= 400 && status <= 499 {
			want = rejected
		}
		if e.Outcome != want {
			t.Errorf("outcome %q of %d", e.Outcome, status)
		}
		if text := e.Error(); len(text) > 4096 || strings.ContainsAny(text, "\r\n\x00\x1b") || !utf8.ValidString(text) {
			t.Errorf("text %q", text)
		}
	})
}
