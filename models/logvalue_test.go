package models_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/models"
)

// unknown are members this SDK does not know, which may hold a secret too.
const unknown = `"PartnerKey":"` + planted + `","Nested":{"Deep":["` + planted + `"]}`

// secretive are all types that reach a Secret, as values and as pointers, with
// the planted one wherever it can stand, and unknown members on every level.
func secretive(t *testing.T, unknown string) map[string]any {
	t.Helper()
	session := models.ChatSessionEntityWithLinks{}
	user := models.UserWithLinks{}
	if err := session.UnmarshalJSON([]byte(`{"ChatSessionId":405,"Status":"InQueue","SessionKey":"` + planted + `",
		"User":{"AssociateId":7,` + unknown + `},"Person":{"PersonId":8},"Contact":{"ContactId":9,"Address":{"Street":{` + unknown + `}}},
		"Project":{"ProjectId":10},"Sale":{"SaleId":11},"Ticket":{"TicketId":12},"TransferTo":{"AssociateId":13},
		"TopicId":2,"TableRight":{"Mask":"FULL",` + unknown + `},"FieldProperties":{"SessionKey":{"FieldRight":{` + unknown + `},` + unknown + `}},
		"_Links":{"Self":"https://crm.example.com/api/v1/ChatSession/405"},` + unknown + `}`)); err != nil {
		t.Fatal(err)
	}
	if err := user.UnmarshalJSON([]byte(`{"AssociateId":891,"Type":"InternalAssociate","EjUserId":3,"Deleted":true,"WaitingForApproval":true,
		"Credentials":[{"Type":{"Type":"Password",` + unknown + `},"Value":"` + planted + `",` + unknown + `}],
		"Person":{"PersonId":8,` + unknown + `},"Role":{"Id":4,` + unknown + `},"UserGroup":{"Id":5,` + unknown + `},
		"OtherGroups":[{"Id":6,` + unknown + `}],
		"LicenseOwners":[{` + unknown + `}],"_Links":{"Self":"https://crm.example.com/api/v1/User/891"},` + unknown + `}`)); err != nil {
		t.Fatal(err)
	}
	if session.SessionKey.Reveal() != planted || user.Credentials[0].Value.Reveal() != planted {
		t.Fatal("the secrets were not planted")
	}
	return map[string]any{
		"session":                       session.ChatSessionEntity,
		"pointer to session":            &session.ChatSessionEntity,
		"session with links":            session,
		"pointer to session with links": &session,
		"user":                          user.User,
		"pointer to user":               &user.User,
		"user with links":               user,
		"pointer to user with links":    &user,
		"credential":                    user.Credentials[0],
		"pointer to credential":         &user.Credentials[0],
	}
}

func TestEntitiesAreLoggedByAllowList(t *testing.T) {
	t.Parallel()
	const (
		session = `"chat_session_id":405,"status":"InQueue","topic_id":2,"user_associate_id":7,"person_id":8,"contact_id":9,` +
			`"project_id":10,"sale_id":11,"ticket_id":12,"transfer_to_associate_id":13`
		user = `"associate_id":891,"type":"InternalAssociate","ej_user_id":3,"person_id":8,"role_id":4,"user_group_id":5,` +
			`"deleted":true,"waiting_for_approval":true`
		credential = `"type":"Password"`
	)
	for name, value := range secretive(t, unknown) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want := credential
			switch {
			case strings.Contains(name, "session"):
				want = session
			case strings.Contains(name, "user"):
				want = user
			}
			var out bytes.Buffer
			slog.New(slog.NewJSONHandler(&out, nil)).LogAttrs(t.Context(), slog.LevelInfo, "created", slog.Any("entity", value))
			if !strings.Contains(out.String(), `"entity":{`+want+`}`) {
				t.Errorf("log: %s\nwant entity {%s}", out.String(), want)
			}
		})
	}
}

func TestEntitiesLogNoSecret(t *testing.T) {
	t.Parallel()
	for name, value := range secretive(t, unknown) {
		for kind, handler := range handlers() {
			t.Run(name+", "+kind, func(t *testing.T) {
				t.Parallel()
				var out bytes.Buffer
				log := slog.New(handler(&out)).With(slog.Any("early", value))
				log.LogAttrs(t.Context(), slog.LevelInfo, "created", slog.Any("entity", value),
					slog.Group("group", slog.Any("entity", value)))
				if leaks(out.String()) {
					t.Errorf("log: %s", out.String())
				}
			})
		}
	}
}

func TestEntitiesPrintNoSecret(t *testing.T) {
	t.Parallel()
	for name, value := range secretive(t, unknown) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, verb := range verbs {
				for form, printed := range map[string]any{
					"itself": value, "in a slice": []any{value}, "in a map": map[string]any{"k": value},
					"in a struct": struct{ V any }{value}, "typed slice": sliceOf(value),
				} {
					if out := fmt.Sprintf(verb, printed); leaks(out) {
						t.Errorf("%s, Sprintf(%q): %s", form, verb, out)
					}
				}
			}
		})
	}
}

// sliceOf gives a slice whose element type is that of the value: fmt treats a
// pointer in a []*T differently from one in a []any.
func sliceOf(value any) any {
	s := reflect.MakeSlice(reflect.SliceOf(reflect.TypeOf(value)), 1, 1)
	s.Index(0).Set(reflect.ValueOf(value))
	return s.Interface()
}

func TestEntitiesStillPrintTheirFields(t *testing.T) {
	t.Parallel()
	session := models.ChatSessionEntityWithLinks{
		ChatSessionEntity: models.ChatSessionEntity{TopicID: 2, CustomerName: "Ola", SessionKey: planted},
		Links:             models.Links{"Self": "https://crm.example.com/api/v1/ChatSession/1"},
	}
	out := fmt.Sprintf("%+v", session)
	for _, want := range []string{"TopicID:2", "CustomerName:Ola", "SessionKey:[redacted]", "Links:map[Self:https://crm"} {
		if !strings.Contains(out, want) {
			t.Errorf("%%+v has no %q: %s", want, out)
		}
	}
	user := models.UserWithLinks{User: models.User{Name: "OLA"}, Links: models.Links{"Self": "here"}}
	if out := fmt.Sprintf("%+v", user); !strings.Contains(out, "Name:OLA") || !strings.Contains(out, "Self:here") {
		t.Errorf("%%+v: %s", out)
	}
	var none *models.User
	if out := fmt.Sprintf("%v", none); out != "<nil>" {
		t.Errorf("nil prints as %q", out)
	}
}

// TestEverySecretiveTypeIsGuarded finds by reflection what reaches a Secret, so
// that a field added later cannot slip past the methods.
func TestEverySecretiveTypeIsGuarded(t *testing.T) {
	t.Parallel()
	for _, typ := range modelTypes() {
		if !reachesSecret(typ, map[reflect.Type]bool{}) {
			continue
		}
		if !typ.Implements(reflect.TypeFor[slog.LogValuer]()) || !typ.Implements(reflect.TypeFor[fmt.Formatter]()) {
			t.Errorf("%s reaches a Secret and has no LogValue and Format of its own", typ)
		}
	}
}

func reachesSecret(typ reflect.Type, seen map[reflect.Type]bool) bool {
	if typ == reflect.TypeFor[models.Secret]() {
		return true
	}
	if seen[typ] {
		return false
	}
	seen[typ] = true
	switch typ.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return reachesSecret(typ.Elem(), seen)
	case reflect.Struct:
		for f := range typ.Fields() {
			if reachesSecret(f.Type, seen) {
				return true
			}
		}
	}
	return false
}
