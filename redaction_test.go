package superoffice_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

// Every secret that a test plants holds this, so that one search finds them.
const planted = "s3cr3t"

// signIns are all schemes, each with a secret in every part.
func signIns() []superoffice.Auth {
	return []superoffice.Auth{
		superoffice.Basic("user-s3cr3t", "password-s3cr3t"),
		superoffice.SOTicket("7T:ticket-s3cr3t"),
		superoffice.Bearer("8A:token-s3cr3t"),
		superoffice.XSRF("xsrf-s3cr3t", &http.Cookie{Name: "session", Value: "cookie-s3cr3t"}),
		superoffice.SOTicketSource(fixedSource("7T:source-s3cr3t")),
		superoffice.BearerSource(fixedSource("8A:source-s3cr3t")),
		superoffice.Basic("üser-s3cr3t", "password-s3cr3t").Latin1(),
	}
}

// fixedSource gives one token for ever.
type fixedSource string

func (s fixedSource) Token(context.Context) (superoffice.Token, error) {
	return superoffice.Token{Value: string(s)}, nil
}

// spellings are the forms in which a secret could show.
func spellings() []string {
	out := []string{planted, hex.EncodeToString([]byte(planted)), fmt.Sprintf("%X", planted)}
	for _, pair := range []string{"user-s3cr3t:password-s3cr3t", "\xfcser-s3cr3t:password-s3cr3t"} {
		out = append(out, base64.StdEncoding.EncodeToString([]byte(pair)))
	}
	for shift := range 3 { // base64 of any text around it
		whole := base64.StdEncoding.EncodeToString([]byte("xxx"[:shift] + planted))
		out = append(out, whole[(shift*8+5)/6:len(whole)-4])
	}
	return out
}

// checkNoSecret searches everything that fmt and slog make of the values.
func checkNoSecret(t *testing.T, values ...any) {
	t.Helper()
	for _, value := range values {
		for _, text := range printed(value) {
			for _, spelling := range spellings() {
				if strings.Contains(text, spelling) {
					t.Errorf("a secret shows in %.600q", text)
					return
				}
			}
		}
	}
}

func printed(value any) []string {
	if text, ok := value.(string); ok {
		return []string{text}
	}
	var out []string
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%t", "%08.3f", "%-10v", "%c", "%z"} {
		out = append(out, fmt.Sprintf(verb, value), fmt.Sprintf(verb, []any{value}), fmt.Sprintf(verb, struct{ V any }{value}))
	}
	if err, ok := value.(error); ok {
		out = append(out, err.Error(), fmt.Errorf("wrapped: %w", err).Error())
	}
	var log bytes.Buffer
	for _, handler := range []slog.Handler{slog.NewTextHandler(&log, nil), slog.NewJSONHandler(&log, nil)} {
		logger := slog.New(handler)
		logger.LogAttrs(context.Background(), slog.LevelInfo, "value", slog.Any("value", value))
		logger.With(slog.Any("value", value)).WithGroup("group").LogAttrs(context.Background(), slog.LevelInfo, "value", slog.Any("value", value))
	}
	return append(out, log.String())
}

// holder is a user's struct, whose unexported fields fmt prints without asking.
type holder[T any] struct {
	Shown  T
	hidden T
	behind *T
	list   []T
	byName map[string]T
}

func hide[T any](v T) []any {
	h := holder[T]{v, v, &v, []T{v}, map[string]T{"v": v}}
	return append(show(v), h, &h)
}

func show[T any](v T) []any { return []any{v, &v, []T{v}, map[string]T{"v": v}, struct{ V T }{v}} }

func TestNoFormOfPrintingShowsASecret(t *testing.T) {
	t.Parallel()
	for i, auth := range signIns() {
		client := newClient(t, base, auth,
			superoffice.WithAppToken("app-s3cr3t"), superoffice.WithHeader("X-Further", "header-s3cr3t"),
			silent(func(*http.Request) (*http.Response, error) {
				return &http.Response{
					StatusCode: http.StatusBadGateway, Header: http.Header{"Set-Cookie": {"a=s3cr3t"}},
					Body: io.NopCloser(strings.NewReader("<html><title>Bad</title>s3cr3t</html>")),
				}, nil
			}))
		var response superoffice.Response
		err := createSmallUser(t, client, superoffice.WithResponse(&response))
		e, ok := errors.AsType[*superoffice.Error](err)
		if !ok || !strings.Contains(string(e.Body), planted) || !strings.Contains(string(response.Body), planted) {
			t.Fatalf("scheme %d: %v", i, err)
		}
		for _, values := range [][]any{hide(client), hide(*client), hide(auth), show(err), show(e), show(*e), {response, &response}} {
			checkNoSecret(t, values...)
		}
	}
	online, err := superoffice.NewOnline(superoffice.Production, "Cust12345", superoffice.Bearer("8A:token-s3cr3t"))
	if err != nil {
		t.Fatal(err)
	}
	checkNoSecret(t, hide(*online)...)
	checkNoSecret(t, superoffice.Token{Value: "8A:token-s3cr3t"}, &superoffice.Token{Value: "8A:token-s3cr3t"})
}

func TestRefusedValuesAreNotQuoted(t *testing.T) {
	t.Parallel()
	const broken = "s3cr3t\r\nX: y"
	_, err := superoffice.New("https://user:s3cr3t@crm.example.com/?key=s3cr3t", superoffice.SOTicket(broken),
		superoffice.WithAppToken(broken), superoffice.WithHeader("X-Further", broken), superoffice.WithHeader("Authorization", "s3cr3t"))
	if !errors.Is(err, superoffice.ErrConfig) {
		t.Fatalf("%v", err)
	}
	checkNoSecret(t, err)
	for _, auth := range []superoffice.Auth{
		superoffice.Bearer(broken), superoffice.XSRF(broken), superoffice.XSRF("x", &http.Cookie{Name: "s", Value: broken}),
		superoffice.Basic("a:b", "s3cr3t"), superoffice.Basic("", "s3cr3t"), superoffice.Basic("ø", "s3cr3t\u2603").Latin1(),
	} {
		_, err := superoffice.New(base, auth)
		if !errors.Is(err, superoffice.ErrConfig) {
			t.Errorf("%v is accepted", auth)
		}
		checkNoSecret(t, err)
	}
}

// A server that repeats what it was sent may write it differently.
func TestRepeatedSecretsAreFoundInEveryForm(t *testing.T) {
	t.Parallel()
	const password = `pa"ss  wörd/&<42`
	escaped := func(v any) string {
		text, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	for name, message := range map[string]string{
		"as it is":                        "login " + password + " refused",
		"folded":                          "login pa\"ss wörd/&<42 refused",
		"in JSON":                         "in " + escaped(password),
		"in JSON in JSON":                 "in " + escaped(map[string]string{"Pass": password}),
		"in a query":                      "at ?p=" + url.QueryEscape(password),
		"in a path":                       "at /" + url.PathEscape(password),
		"in HTML":                         "in " + html.EscapeString(password),
		"in base64":                       "in " + base64.StdEncoding.EncodeToString([]byte(password)),
		"at the end of a shortened text":  strings.Repeat("x", 495) + password,
		"in a cause that a program reads": password,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			body := escaped(map[string]string{"Message": message})
			client := newClient(t, base, superoffice.Basic("ola", password), silent(func(req *http.Request) (*http.Response, error) {
				if strings.HasPrefix(name, "in a cause") {
					return nil, fmt.Errorf("proxy said: %s", message)
				}
				return &http.Response{StatusCode: http.StatusBadRequest, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body)), Request: req}, nil
			}))
			_, err := client.CreateUser(t.Context(), &models.User{Name: "OLA"})
			e, ok := errors.AsType[*superoffice.Error](err)
			if !ok {
				t.Fatal(err)
			}
			text := e.Error() + e.Message + fmt.Sprint(e.Err)
			if !strings.Contains(text, "[reda") && !strings.Contains(text, "…") || strings.Contains(text, "42") || strings.Contains(text, "rd") {
				t.Errorf("the password shows in %s", text)
			}
		})
	}
}

// What the SDK itself writes is not searched: a password can be a word of it.
func TestSecretsThatAreWordsLeaveThePathAlone(t *testing.T) {
	t.Parallel()
	client := newClient(t, base, superoffice.Basic("admin", "User"), silent(func(req *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: http.StatusForbidden, Header: http.Header{}, Body: http.NoBody, Request: req}, nil
	}))
	_, err := client.CreateUser(t.Context(), &models.User{Name: "OLA"})
	if want := "POST /api/v1/User: 403 Forbidden (rejected)"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// fmt calls no method of what stands in an unexported field.
func TestUnexportedFieldsHideSecretsFromEveryVerb(t *testing.T) {
	t.Parallel()
	const secret = "planted-secret-value"
	auth := superoffice.Basic(secret+"-user", secret)
	client, err := superoffice.New("https://crm.example.com", auth, superoffice.WithAppToken(secret))
	if err != nil {
		t.Fatal(err)
	}
	_, err = client.CreateChatSession(t.Context(), &models.ChatSessionEntity{ChatSessionID: 1, SessionKey: secret})
	failure, ok := errors.AsType[*superoffice.Error](err)
	if !ok {
		t.Fatal(err)
	}

	for name, holder := range map[string]any{
		"error":          struct{ err error }{err},
		"error by value": struct{ err superoffice.Error }{*failure},
		"option":         struct{ o superoffice.Option }{superoffice.WithAppToken(secret)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d", "%t", "%x", "%X", "%e", "%c", "%U", "%p"} {
				if text := fmt.Sprintf(verb, holder); strings.Contains(text, secret) || strings.Contains(text, fmt.Sprintf("%x", secret)) {
					t.Errorf("%s prints the secret: %s", verb, text)
				}
			}
		})
	}
}
