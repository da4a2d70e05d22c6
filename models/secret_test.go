package models_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/models"
)

const planted = "pl4nt3d"

// leaks reports whether an output holds the planted secret, as text or as the
// bytes that %x, %d and their kind make of it.
func leaks(out string) bool {
	forms := []string{
		planted,
		fmt.Sprintf("%x", planted),
		fmt.Sprintf("%X", planted),
		fmt.Sprintf("% x", planted),
		strings.Trim(fmt.Sprint([]byte(planted)), "[]"),
		fmt.Sprintf("%U", planted[0]),
	}
	for _, form := range forms {
		if strings.Contains(out, form) {
			return true
		}
	}
	return false
}

// verbs are all that fmt hands to a Formatter, and some it does not know.
var verbs = []string{
	"%v", "%+v", "%#v", "%s", "%q", "%+q", "%#q", "%x", "%X", "% x", "%#x", "%d", "%b", "%o", "%O", "%c", "%U",
	"%e", "%E", "%f", "%F", "%g", "%G", "%t", "%20s", "%-20s|", "%.3s", "%020d", "%z", "%!",
}

func TestSecretPrintsForNoVerb(t *testing.T) {
	t.Parallel()
	for _, verb := range verbs {
		for _, secret := range []models.Secret{planted, ""} {
			out := fmt.Sprintf(verb, secret)
			if leaks(out) || !strings.Contains(out, "[redacted]") && verb != "%!" {
				t.Errorf("Sprintf(%q, Secret(%q)) = %q", verb, string(secret), out)
			}
		}
	}
	if out := fmt.Sprintf("%T", models.Secret(planted)); out != "models.Secret" {
		t.Errorf("%%T = %q", out)
	}
}

func TestSecretPrintsNowhereElse(t *testing.T) {
	t.Parallel()
	secret := models.Secret(planted)
	type holder struct {
		Key  models.Secret
		Keys []models.Secret
		Map  map[string]models.Secret
		Any  any
		Ptr  *models.Secret
	}
	outputs := map[string]string{
		"Sprint":        fmt.Sprint(secret),
		"Sprintln":      fmt.Sprintln("key", secret),
		"surplus":       fmt.Sprintf(strings.ToLower("NO VERB"), secret),
		"as a width":    fmt.Sprintf(strings.ToLower("%*D"), secret, 1),
		"error text":    fmt.Errorf("log in with %s", secret).Error(),
		"String":        secret.String(),
		"GoString":      secret.GoString(),
		"concatenation": "key " + secret.String(),
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%x", "%q", "%d"} {
		h := holder{secret, []models.Secret{secret}, map[string]models.Secret{"k": secret}, secret, &secret}
		outputs["in a struct, "+verb] = fmt.Sprintf(verb, h)
		outputs["in a pointer to a struct, "+verb] = fmt.Sprintf(verb, &h)
	}
	for name, out := range outputs {
		if leaks(out) {
			t.Errorf("%s: %q", name, out)
		}
	}
}

func TestSecretIsLoggedRedacted(t *testing.T) {
	t.Parallel()
	secret := models.Secret(planted)
	for name, handler := range handlers() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var out bytes.Buffer
			log := slog.New(handler(&out))
			log.LogAttrs(t.Context(), slog.LevelInfo, "with",
				slog.Any("value", secret), slog.Any("pointer", &secret), slog.Group("group", slog.Any("value", secret)))
			if leaks(out.String()) {
				t.Errorf("log: %s", out.String())
			}
			if got := strings.Count(out.String(), "[redacted]"); got != 3 {
				t.Errorf("[redacted] stands %d times in the log, want 3: %s", got, out.String())
			}
		})
	}
}

func TestSecretIsItselfForTheServer(t *testing.T) {
	t.Parallel()
	secret := models.Secret(planted)
	if got := secret.Reveal(); got != planted {
		t.Errorf("Reveal() = %q, want %q", got, planted)
	}
	data, err := json.Marshal(map[string]models.Secret{"Key": secret})
	if err != nil || string(data) != `{"Key":"`+planted+`"}` {
		t.Errorf("Marshal = %s, %v", data, err)
	}
	var back map[string]models.Secret
	if err := json.Unmarshal(data, &back); err != nil || back["Key"].Reveal() != planted {
		t.Errorf("Unmarshal = %q, %v", back["Key"].Reveal(), err)
	}
}

func handlers() map[string]func(*bytes.Buffer) slog.Handler {
	return map[string]func(*bytes.Buffer) slog.Handler{
		"text": func(out *bytes.Buffer) slog.Handler { return slog.NewTextHandler(out, nil) },
		"JSON": func(out *bytes.Buffer) slog.Handler { return slog.NewJSONHandler(out, nil) },
	}
}
