package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

//go:embed testdata/chatsession-request.json
var pageRequest []byte // the request body of the documentation page, unchanged

// pageSession is the page's entity without its primary key: with one, a server
// would overwrite that record, so the client refuses it.
func pageSession() (*models.ChatSessionEntity, error) {
	session := new(models.ChatSessionEntity)
	if err := json.Unmarshal(pageRequest, session); err != nil {
		return nil, err
	}
	session.ChatSessionID = 0
	return session, nil
}

// onlyCustomer keeps what means something in any installation: the ids of the
// page belong to nobody there, or to the wrong record.
func onlyCustomer(page *models.ChatSessionEntity, topic int32) *models.ChatSessionEntity {
	return &models.ChatSessionEntity{
		TopicID:       topic,
		CustomerName:  page.CustomerName,
		CustomerEmail: page.CustomerEmail,
		FirstMessage:  page.FirstMessage,
		Status:        page.Status, // Closed: no agent is disturbed
	}
}

const userName = "QUICKSTART"

func internalUser(person int32) *models.User {
	return &models.User{
		Name:     userName,
		UserName: userName,
		Type:     models.UserTypeInternalAssociate,
		Person:   &models.Person{PersonID: person},
	}
}

// tour shows the calls of the SDK one after the other.
type tour struct {
	client  *superoffice.Client
	out     io.Writer
	session *models.ChatSessionEntity
	user    *models.User            // nil: create none
	srv     *superofficetest.Server // nil: an installation
}

func (t *tour) sayf(format string, args ...any) { fmt.Fprintf(t.out, format+"\n", args...) }
func (t *tour) heading(text string)             { t.sayf("\n%s", text) }
func (t *tour) show(name string, value any)     { t.sayf("  %-14s %v", name, value) }

func (t *tour) links(links models.Links) {
	for _, name := range slices.Sorted(maps.Keys(links)) {
		t.show(name, links[name])
	}
}

func (t *tour) failure(err error) {
	t.show("error", err)
	t.show("outcome", superoffice.OutcomeOf(err))
}

func (t *tour) create(ctx context.Context) error {
	t.heading("A chat session, from the request body of the documentation page")
	session, err := t.client.CreateChatSession(ctx, t.session)
	if err != nil {
		return err
	}
	t.show("ChatSessionID", session.ChatSessionID)
	t.show("Status", session.Status)
	if !session.WhenRequested.IsZero() {
		t.show("Requested", session.WhenRequested)
	}
	t.links(session.Links)

	noUser := t.createUser(ctx)

	t.heading("Three properties only, and this call in Norwegian")
	var response superoffice.Response
	chosen, err := t.client.CreateChatSession(ctx, t.session,
		superoffice.WithSelect("ChatSessionId", "Status", "User/Name"),
		superoffice.WithLanguage("nb"),
		superoffice.WithResponse(&response))
	if err != nil {
		return err
	}
	if t.srv != nil {
		sent := t.srv.Requests()
		last := sent[len(sent)-1]
		t.show("sent", last.Method+" "+last.Path+"?"+last.RawQuery)
		t.show("SO-Language", last.Header.Get("SO-Language"))
	}
	t.show("ChatSessionID", chosen.ChatSessionID)
	t.show("Status", chosen.Status)
	if chosen.User != nil {
		t.show("User/Name", chosen.User.Name)
	}
	t.show("CustomerName", fmt.Sprintf("%q, since it was not selected", chosen.CustomerName))
	t.show("HTTP status", response.StatusCode)

	t.heading("A call that fails before anything is sent: the entity has a primary key")
	_, err = t.client.CreateChatSession(ctx, &models.ChatSessionEntity{ChatSessionID: session.ChatSessionID})
	if !errors.Is(err, superoffice.ErrPrimaryKey) {
		return fmt.Errorf("expected ErrPrimaryKey, got: %w", err)
	}
	t.failure(err)
	return noUser
}

// createUser does not end the tour: most installations in Online refuse it.
func (t *tour) createUser(ctx context.Context) error {
	if t.user == nil {
		return nil
	}
	t.heading("A user")
	user, err := t.client.CreateUser(ctx, t.user)
	if err != nil {
		t.failure(err)
		return fmt.Errorf("no user was created: %w", err)
	}
	t.show("AssociateID", user.AssociateID)
	t.show("Name", user.Name)
	t.show("Type", user.Type)
	t.links(user.Links)
	return nil
}

// lose shows why a failed create must not simply be repeated.
func (t *tour) lose(ctx context.Context) error {
	t.heading("A call whose connection is lost once the server has stored the record")
	before := len(t.srv.ChatSessions())
	t.srv.Inject(superofficetest.Fault{DropAfterCommit: true})
	_, err := t.client.CreateChatSession(ctx, t.session)
	if superoffice.OutcomeOf(err) != superoffice.OutcomeUnknown {
		return fmt.Errorf("expected an unknown outcome, got: %w", err)
	}
	t.failure(err)
	t.show("on the server", fmt.Sprintf("%d more: it was stored, and a second try would store it twice", len(t.srv.ChatSessions())-before))
	return nil
}
