package superoffice_test

import (
	"encoding/json"
	"io"
	"net/http"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jarcoal/httpmock"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

const (
	sessionURL = base + "/api/v1/ChatSession"
	userURL    = base + "/api/v1/User"
)

// mocked is a client over a strict mock: what has no responder fails the call.
func mocked(t *testing.T, opts ...superoffice.ClientOption) (*superoffice.Client, *httpmock.MockTransport) {
	t.Helper()
	mock := httpmock.NewMockTransport()
	client := newClient(t, base, pageAuth, append(opts, superoffice.WithHTTPClient(&http.Client{Transport: mock}))...)
	return client, mock
}

// respond answers with the body as JSON and keeps what was sent.
func respond(body []byte, sent *[]byte) httpmock.Responder {
	return func(req *http.Request) (*http.Response, error) {
		var err error
		if *sent, err = io.ReadAll(req.Body); err != nil {
			return nil, err
		}
		resp := httpmock.NewBytesResponse(http.StatusOK, body)
		resp.Header.Set("Content-Type", "application/json; charset=utf-8")
		return resp, nil
	}
}

// meaning is a body without what means nothing: null, zero, empty, year 1.
func meaning(t *testing.T, body []byte) any {
	t.Helper()
	var value any
	if err := json.Unmarshal(body, &value); err != nil {
		t.Fatalf("%v in %s", err, body)
	}
	return prune(value)
}

func prune(value any) any {
	switch value := value.(type) {
	case map[string]any:
		for name, member := range value {
			if member = prune(member); member == nil {
				delete(value, name)
			} else {
				value[name] = member
			}
		}
		if len(value) == 0 {
			return nil
		}
	case []any:
		if len(value) == 0 {
			return nil
		}
		for i := range value {
			value[i] = prune(value[i])
		}
	case string:
		if value == "" || strings.HasPrefix(value, "0001-01-01T") {
			return nil
		}
	case float64:
		if value == 0 {
			return nil
		}
	case bool:
		if !value {
			return nil
		}
	}
	return value
}

func encoded(t *testing.T, value any) []byte {
	t.Helper()
	out, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestThePagesChatSessionArrivesAndComesBackWhole(t *testing.T) {
	t.Parallel()
	client, mock := mocked(t)
	var sent []byte
	mock.RegisterResponder(http.MethodPost, sessionURL, respond(page(t, "chatsession-response"), &sent))

	entity := fromPage[models.ChatSessionEntity](t, "chatsession-request")
	entity.ChatSessionID = 0
	saved, err := client.CreateChatSession(t.Context(), entity)
	if err != nil {
		t.Fatal(err)
	}
	want := meaning(t, page(t, "chatsession-request"))
	delete(want.(map[string]any), "ChatSessionId")
	if got := meaning(t, sent); !reflect.DeepEqual(got, want) {
		t.Errorf("sent\n%s\nwant\n%s", encoded(t, got), encoded(t, want))
	}
	if saved.ChatSessionID != 812 || saved.Links.Self() != "https://www.example.com/api/v1/project/321" {
		t.Errorf("saved as %d at %s", saved.ChatSessionID, saved.Links.Self())
	}
	if got, want := meaning(t, encoded(t, saved)), meaning(t, page(t, "chatsession-response")); !reflect.DeepEqual(got, want) {
		t.Errorf("decoded\n%s\nwant\n%s", encoded(t, got), encoded(t, want))
	}

	entity.ChatSessionID = 405
	if _, err := client.CreateChatSession(t.Context(), entity, superoffice.WithAllowUpdate()); err != nil {
		t.Fatal(err)
	}
	if got, want := meaning(t, sent), meaning(t, page(t, "chatsession-request")); !reflect.DeepEqual(got, want) {
		t.Errorf("as it stands, sent\n%s\nwant\n%s", encoded(t, got), encoded(t, want))
	}
	if mock.GetTotalCallCount() != 2 {
		t.Errorf("%d requests, want 2", mock.GetTotalCallCount())
	}
}

func TestThePagesUserArrivesAndComesBackWhole(t *testing.T) {
	t.Parallel()
	client, mock := mocked(t)
	var sent []byte
	mock.RegisterResponder(http.MethodPost, userURL, respond(page(t, "user-response"), &sent))

	entity := fromPage[models.User](t, "user-request")
	saved, err := client.CreateUser(t.Context(), entity, superoffice.WithAllowUpdate())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := meaning(t, sent), meaning(t, page(t, "user-request")); !reflect.DeepEqual(got, want) {
		t.Errorf("sent\n%s\nwant\n%s", encoded(t, got), encoded(t, want))
	}
	if got, want := meaning(t, encoded(t, saved)), meaning(t, page(t, "user-response")); !reflect.DeepEqual(got, want) {
		t.Errorf("decoded\n%s\nwant\n%s", encoded(t, got), encoded(t, want))
	}

	entity.AssociateID = 0
	if _, err := client.CreateUser(t.Context(), entity); err != nil {
		t.Fatal(err)
	}
	want := meaning(t, page(t, "user-request"))
	delete(want.(map[string]any), "AssociateId")
	if got := meaning(t, sent); !reflect.DeepEqual(got, want) {
		t.Errorf("its key zeroed, sent\n%s\nwant\n%s", encoded(t, got), encoded(t, want))
	}
}

func TestWhatWasReadWithUnknownMembersIsSentWithThem(t *testing.T) {
	t.Parallel()
	client, mock := mocked(t)
	var sent []byte
	mock.RegisterResponder(http.MethodPost, userURL, respond([]byte(createdAnswer), &sent))
	const body = `{"Name":"OLA","Newer":{"a":[1,2]},"Person":{"PersonId":7,"Shoe":43},"OtherGroups":[{"Id":1,"Floor":"2nd"}]}`
	var user models.User
	if err := json.Unmarshal([]byte(body), &user); err != nil {
		t.Fatal(err)
	}
	if _, err := client.CreateUser(t.Context(), &user); err != nil {
		t.Fatal(err)
	}
	if got, want := meaning(t, sent), meaning(t, []byte(body)); !reflect.DeepEqual(got, want) {
		t.Errorf("sent %s", sent)
	}
}

func TestCreateLeavesTheEntityAlone(t *testing.T) {
	t.Parallel()
	client, mock := mocked(t)
	var sent []byte
	mock.RegisterResponder(http.MethodPost, userURL, respond(page(t, "user-response"), &sent))
	mock.RegisterResponder(http.MethodPost, sessionURL, respond(page(t, "chatsession-response"), &sent))
	for _, media := range requestTypes() {
		session, user := fromPage[models.ChatSessionEntity](t, "chatsession-request"), fromPage[models.User](t, "user-request")
		session.ChatSessionID, user.AssociateID = 0, 0
		sessionBefore, userBefore := *session, *user
		savedSession, err := client.CreateChatSession(t.Context(), session, superoffice.WithContentType(media))
		if err != nil {
			t.Fatal(err)
		}
		savedUser, err := client.CreateUser(t.Context(), user, superoffice.WithContentType(media))
		if err != nil {
			t.Fatal(err)
		}
		// What the answers hold is the caller's to change.
		savedSession.User.Name, savedUser.OtherGroups[0].Value, savedUser.CustomFields["new"] = "changed", "changed", "changed"
		pageSession, pageUser := fromPage[models.ChatSessionEntity](t, "chatsession-request"), fromPage[models.User](t, "user-request")
		pageSession.ChatSessionID, pageUser.AssociateID = 0, 0
		if !reflect.DeepEqual(session, pageSession) || !reflect.DeepEqual(*session, sessionBefore) {
			t.Errorf("%s: the chat session was changed", media)
		}
		if !reflect.DeepEqual(user, pageUser) || !reflect.DeepEqual(*user, userBefore) {
			t.Errorf("%s: the user was changed", media)
		}
	}
}

func TestOneEntityMayBeSentByManyGoroutines(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	client := newClient(t, srv.URL, superofficetest.Auth)
	session := fromPage[models.ChatSessionEntity](t, "chatsession-request")
	session.ChatSessionID = 0
	types := requestTypes()
	const callers = 64
	var wg sync.WaitGroup
	ids := make([]int32, callers)
	for i := range callers {
		wg.Go(func() {
			saved, err := client.CreateChatSession(t.Context(), session, superoffice.WithContentType(types[i%len(types)]))
			if err != nil {
				t.Error(err)
				return
			}
			ids[i] = saved.ChatSessionID
		})
	}
	wg.Wait()
	seen := map[int32]bool{}
	for _, id := range ids {
		seen[id] = true
	}
	if len(seen) != callers || seen[0] {
		t.Errorf("%d different ids, want %d", len(seen), callers)
	}
	for _, stored := range srv.ChatSessions() {
		stored.ChatSessionID = 0
		if diff := superofficetest.Diff(session, stored); diff != "" {
			t.Fatalf("stored differently:\n%s", diff)
		}
	}
}

func TestWhatWasNotSelectedReadsAsZero(t *testing.T) {
	t.Parallel()
	for name, form := range map[string]superofficetest.SelectForm{
		"as null": superofficetest.SelectNull, "left out": superofficetest.SelectOmit, "as zero": superofficetest.SelectZero,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t, superofficetest.WithSelectForm(form))
			client := newClient(t, srv.URL, superofficetest.Auth)
			session := fromPage[models.ChatSessionEntity](t, "chatsession-request")
			session.ChatSessionID = 0
			saved, err := client.CreateChatSession(t.Context(), session, superoffice.WithSelect("status", "user/name"))
			if err != nil {
				t.Fatal(err)
			}
			if saved.ChatSessionID == 0 || saved.Status != session.Status || saved.User == nil || saved.User.Name != session.User.Name {
				t.Errorf("the selected: %d, %s, %v", saved.ChatSessionID, saved.Status, saved.User)
			}
			if saved.TopicID != 0 || saved.CustomerConsented || !saved.WhenEnded.IsZero() || saved.Person != nil || saved.User.PersonID != 0 {
				t.Errorf("the others are not zero: %d, %t, %v, %v, %d",
					saved.TopicID, saved.CustomerConsented, saved.WhenEnded, saved.Person, saved.User.PersonID)
			}
		})
	}
}

func TestNowReadsBackAsTheSameInstant(t *testing.T) {
	t.Parallel()
	for _, zone := range []string{"UTC", "NO", "US-NY"} { // of the server
		t.Run(zone, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t, superofficetest.WithTimeZone(zone))
			client := newClient(t, srv.URL, superofficetest.Auth)
			now := time.Now()
			saved, err := client.CreateChatSession(t.Context(), &models.ChatSessionEntity{TopicID: 1, WhenRequested: models.DateTimeOf(now)})
			if err != nil {
				t.Fatal(err)
			}
			if want := now.Truncate(100 * time.Nanosecond); !saved.WhenRequested.Equal(want) || saved.WhenRequested.IsFloating() {
				t.Errorf("read back %v, want %v", saved.WhenRequested, want)
			}
			if !saved.WhenEnded.IsZero() {
				t.Errorf("no date reads as %v", saved.WhenEnded)
			}
			floating, err := client.CreateChatSession(t.Context(), &models.ChatSessionEntity{TopicID: 1, WhenRequested: models.DateTimeOf(now)},
				superoffice.WithTimeZone(""))
			if err != nil {
				t.Fatal(err)
			}
			if !floating.WhenRequested.IsFloating() {
				t.Errorf("without a zone it reads %v", floating.WhenRequested)
			}
		})
	}
}
