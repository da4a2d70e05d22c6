package superofficetest_test

import (
	"net/http"
	"testing"

	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

func TestNamesOfEnumerations(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct{ path, sent, answered, refused string }{
		"a name":                         {path: "ChatSession", sent: `{"Status":"InQueue"}`, answered: `"Status":"InQueue"`},
		"a name in another case":         {path: "ChatSession", sent: `{"Status":"inqueue"}`, answered: `"Status":"InQueue"`},
		"a number":                       {path: "ChatSession", sent: `{"Status":4}`, answered: `"Status":"InQueue"`},
		"a number without a name":        {path: "ChatSession", sent: `{"Status":77}`, answered: `"Status":"77"`},
		"flags":                          {path: "ChatSession", sent: `{"Flags":"customeristyping,UserIsTyping"}`, answered: `"Flags":"CustomerIsTyping, UserIsTyping"`},
		"an empty name":                  {path: "ChatSession", sent: `{"Status":""}`, answered: `"Status":"Invalid"`},
		"a name that does not exist":     {path: "ChatSession", sent: `{"Status":"Nope"}`, refused: `"newEntity.Status":["\"Nope\" is none of the names of ChatSessionStatus."]`},
		"one flag that does not exist":   {path: "ChatSession", sent: `{"Flags":"UserIsTyping, Nope"}`, refused: `"newEntity.Flags"`},
		"a name deep inside":             {path: "ChatSession", sent: `{"Sale":{"Status":"Nope"}}`, refused: `"newEntity.Sale.Status"`},
		"a name in a list":               {path: "User", sent: `{"Credentials":[{},{"Type":{"ValueControl":"Nope"}}]}`, refused: `"newEntity.Credentials[1].Type.ValueControl"`},
		"rights, which are the server's": {path: "User", sent: `{"Name":"A","TableRight":{"Mask":"Nope"}}`, answered: `"TableRight":{"Mask":"FULL"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t, superofficetest.WithKnownNamesOnly())
			res, body := call(t, srv, "POST", "/api/v1/"+row.path, row.sent)
			if row.refused != "" {
				wantStatus(t, res, body, http.StatusBadRequest)
				wantPart(t, body, row.refused)
				if stored := len(srv.ChatSessions()) + len(srv.Users()); stored != 0 {
					t.Errorf("%d records are stored", stored)
				}
				return
			}
			wantStatus(t, res, body, http.StatusOK)
			wantPart(t, body, row.answered)
		})
	}
}

func TestUnknownNamesAreRefusedInEveryMediaType(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t, superofficetest.WithKnownNamesOnly())
	for media, sent := range map[string]string{
		"application/xml":                   `<User><Type>Nope</Type></User>`,
		"application/x-www-form-urlencoded": `Type=Nope`,
		"application/merge-patch+json":      `{"Type":"Nope"}`,
	} {
		res, body := call(t, srv, "POST", "/api/v1/User", sent, "Content-Type: "+media)
		wantStatus(t, res, body, http.StatusBadRequest)
		wantPart(t, body, `"newEntity.Type"`)
	}
}

func TestAServerNewerThanTheSDKHasFurtherNames(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	client := clientOf(t, srv)
	session, err := client.CreateChatSession(t.Context(), &models.ChatSessionEntity{TopicID: 1, Status: "Paused", Flags: "UserIsTyping, BotIsTyping"})
	if err != nil {
		t.Fatal(err)
	}
	if session.Status != "Paused" || session.Flags != "UserIsTyping, BotIsTyping" {
		t.Errorf("answered %s and %s", session.Status, session.Flags)
	}
}
