package superoffice_test

import (
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

// A call may allocate for its request, its attempt and the entity it returns.
// The bounds leave room for the race detector's; a mistake such as encoding
// twice goes past them.
func TestACallAllocatesLittle(t *testing.T) {
	client := newClient(t, base, pageAuth, (&answering{body: string(page(t, "chatsession-response"))}).option())
	session := fromPage[models.ChatSessionEntity](t, "chatsession-request")
	session.ChatSessionID = 0
	rows := map[string]struct {
		opts  []superoffice.CallOption
		bound float64
	}{
		"without options": {nil, 100},
		"with options": {list[superoffice.CallOption](superoffice.WithSelect("Status", "User/Name"), superoffice.WithLanguage("nb"),
			superoffice.WithResponse(new(superoffice.Response))), 238},
	}
	for name, row := range rows {
		got := testing.AllocsPerRun(100, func() {
			if _, err := client.CreateChatSession(t.Context(), session, row.opts...); err != nil {
				t.Fatal(err)
			}
		})
		t.Logf("%s: %v allocations", name, got)
		if got > row.bound {
			t.Errorf("%s: %v allocations, want at most %v", name, got, row.bound)
		}
	}
}
