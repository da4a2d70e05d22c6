package superoffice_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

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
		"auth":              struct{ a superoffice.Auth }{auth},
		"pointer to auth":   struct{ a *superoffice.Auth }{&auth},
		"client":            struct{ c superoffice.Client }{*client},
		"pointer to client": struct{ c *superoffice.Client }{client},
		"error":             struct{ err error }{err},
		"error by value":    struct{ err superoffice.Error }{*failure},
		"option":            struct{ o superoffice.Option }{superoffice.WithAppToken(secret)},
		"list of auths":     struct{ a []superoffice.Auth }{[]superoffice.Auth{auth}},
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
