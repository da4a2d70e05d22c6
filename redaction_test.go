package superoffice_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice"
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
