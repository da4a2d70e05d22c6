package superofficetest_test

import (
	"encoding/json"
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

// The SDK's encoders and the server's readers were written apart from each
// other, and so were the SDK's decoders and the server's writers.
func TestClientAndServerAgreeInEveryMediaType(t *testing.T) {
	t.Parallel()
	types := []superoffice.MediaType{
		superoffice.MediaJSON, superoffice.MediaTextJSON, superoffice.MediaXML, superoffice.MediaTextXML,
		superoffice.MediaJSONPatch, superoffice.MediaMergePatch,
	}
	var session models.ChatSessionEntity
	var user models.User
	for name, entity := range map[string]any{"chatsession-request.json": &session, "user-request.json": &user} {
		if err := json.Unmarshal([]byte(read(t, name)), entity); err != nil {
			t.Fatal(err)
		}
	}
	session.ChatSessionID, user.AssociateID = 0, 0
	for _, sent := range append(types, superoffice.MediaForm) {
		for _, asked := range types {
			t.Run(string(sent)+" to "+string(asked), func(t *testing.T) {
				t.Parallel()
				srv := superofficetest.Start(t, superofficetest.WithXMLOrder())
				client, err := superoffice.New(srv.URL, superofficetest.Auth,
					superoffice.WithContentType(sent), superoffice.WithAccept(asked))
				if err != nil {
					t.Fatal(err)
				}
				defer client.CloseIdleConnections()
				gotSession, err := client.CreateChatSession(t.Context(), &session)
				if err != nil {
					t.Fatal(err)
				}
				gotUser, err := client.CreateUser(t.Context(), &user)
				if err != nil {
					t.Fatal(err)
				}
				requests := srv.Requests()
				wantSame(t, "session received", session, requests[0].ChatSession)
				wantSame(t, "user received", user, requests[1].User)

				gotSession.ChatSessionID, gotSession.Carrier = 0, models.Carrier{}
				gotUser.AssociateID, gotUser.Carrier = 0, models.Carrier{}
				wantSame(t, "session answered", session, gotSession.ChatSessionEntity)
				wantSame(t, "user answered", user, gotUser.User)
			})
		}
	}
}

func wantSame(t *testing.T, what string, want, got any) {
	t.Helper()
	if diff := superofficetest.Diff(want, got); diff != "" {
		t.Errorf("%s:\n%s", what, diff)
	}
}
