package superoffice_test

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

func TestResponseTellsNullAbsentAndZeroApart(t *testing.T) {
	t.Parallel()
	const body = "\xef\xbb\xbf {\"AssociateId\":1,\"Rank\":0,\"Person\":null}\n"
	var r superoffice.Response
	err := answeredWith(t, http.StatusOK, "application/json", body, func(c *superoffice.Client) error {
		return createSmallUser(t, c, superoffice.WithResponse(&r))
	})
	if err != nil {
		t.Fatal(err)
	}
	if string(r.Body) != body || r.StatusCode != http.StatusOK || r.Attempts != 1 || r.Header.Get("Content-Type") != "application/json" {
		t.Errorf("status %d, %d attempts, header %v, body %q", r.StatusCode, r.Attempts, r.Header, r.Body)
	}
}

func TestResponseNamesTheZoneOfTheDates(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t, superofficetest.WithTimeZone("NO"))
	client := newClient(t, srv.URL, superofficetest.Auth)
	for zone, want := range map[string]string{"UTC": "UTC", "US-NY": "US-NY"} {
		var r superoffice.Response
		if err := createSmallSession(t, client, superoffice.WithTimeZone(zone), superoffice.WithResponse(&r)); err != nil {
			t.Fatal(err)
		}
		if r.TimeZone != want {
			t.Errorf("asked for %q, the response says %q", zone, r.TimeZone)
		}
	}
}

func TestResponseIsFilledWhenTheCallFails(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", 100<<10)
	var r superoffice.Response
	err := answeredWith(t, http.StatusConflict, "text/plain", long, func(c *superoffice.Client) error {
		return createSmallUser(t, c, superoffice.WithResponse(&r))
	})
	if !errors.Is(err, superoffice.ErrConflict) || r.StatusCode != http.StatusConflict || string(r.Body) != long[:64<<10] {
		t.Errorf("%v, status %d, %d bytes", err, r.StatusCode, len(r.Body))
	}
	err = answeredWith(t, http.StatusOK, "application/json", `"`+long, func(c *superoffice.Client) error {
		return createSmallUser(t, c, superoffice.WithResponse(&r))
	})
	if !errors.Is(err, superoffice.ErrInvalidResponse) || r.StatusCode != http.StatusOK || len(r.Body) != 64<<10 {
		t.Errorf("%v, status %d, %d bytes", err, r.StatusCode, len(r.Body))
	}
	client := newClient(t, base, pageAuth, superoffice.WithRetry(superoffice.Retry{MaxAttempts: 1}), superoffice.WithHTTPClient(&http.Client{
		Transport: roundTrip(func(*http.Request) (*http.Response, error) { return nil, errors.New("no connection") }),
	}))
	if err := createSmallUser(t, client, superoffice.WithResponse(&r)); err == nil || r.StatusCode != 0 || r.Header != nil || r.Body != nil || r.Attempts != 1 {
		t.Errorf("%v, then %+v", err, r)
	}
}

func TestResponseIsResetWhenTheCallStarts(t *testing.T) {
	t.Parallel()
	client := newClient(t, base, pageAuth, refusing(t))
	for name, call := range map[string]func(...superoffice.CallOption) error{
		"a nil entity": func(opts ...superoffice.CallOption) error {
			_, err := client.CreateChatSession(t.Context(), nil, opts...)
			return err
		},
		"a primary key": func(opts ...superoffice.CallOption) error {
			_, err := client.CreateUser(t.Context(), &models.User{AssociateID: 1}, opts...)
			return err
		},
		"a bad option": func(opts ...superoffice.CallOption) error {
			return createSmallUser(t, client, append(opts, superoffice.WithTimeout(-1))...)
		},
		"a bad path": func(opts ...superoffice.CallOption) error {
			return client.Do(t.Context(), http.MethodGet, "../x", nil, nil, opts...)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := superoffice.Response{StatusCode: 1, Header: http.Header{"A": {"b"}}, TimeZone: "NO", Attempts: 3, Body: []byte("old")}
			if err := call(superoffice.WithResponse(&r)); err == nil {
				t.Fatal("no error")
			}
			if r.StatusCode != 0 || r.Header != nil || r.TimeZone != "" || r.Attempts != 0 || r.Body != nil {
				t.Errorf("the last call's values are still there: %d, %v, %q, %d, %q", r.StatusCode, r.Header, r.TimeZone, r.Attempts, r.Body)
			}
		})
	}
}

func TestResponseBodyIsACopy(t *testing.T) {
	t.Parallel()
	client := newClient(t, base, pageAuth, new(answering).option())
	var first, second superoffice.Response
	var user models.User
	var raw []byte
	errs := errors.Join(
		createSmallUser(t, client, superoffice.WithResponse(&first)),
		client.Do(t.Context(), http.MethodGet, "User/1", nil, &raw, superoffice.WithResponse(&second)),
		client.Do(t.Context(), http.MethodGet, "User/1", nil, &user),
	)
	if errs != nil {
		t.Fatal(errs)
	}
	clear(raw)
	if string(first.Body) != createdAnswer || string(second.Body) != createdAnswer || user.AssociateID != 891 {
		t.Errorf("%q, %q, %d", first.Body, second.Body, user.AssociateID)
	}
	clear(first.Body)
	if !bytes.Equal(second.Body, []byte(createdAnswer)) {
		t.Errorf("two responses share a body: %q", second.Body)
	}
}

func TestResponsePrintsItsStatusOnly(t *testing.T) {
	t.Parallel()
	r := superoffice.Response{StatusCode: 200, Attempts: 2, Header: http.Header{"Set-Cookie": {"hunter22"}}, Body: []byte("hunter22")}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%x"} {
		for _, value := range []any{r, &r} {
			if got := fmt.Sprintf(verb, value); got != "superoffice.Response(status 200, 8 bytes)" {
				t.Errorf("%s prints %s", verb, got)
			}
		}
	}
	var log strings.Builder
	slog.New(slog.NewJSONHandler(&log, nil)).LogAttrs(t.Context(), slog.LevelInfo, "done", slog.Any("response", &r))
	if got := log.String(); !strings.Contains(got, `"response":{"status":200,"attempts":2}`) {
		t.Errorf("logs %s", got)
	}
}
