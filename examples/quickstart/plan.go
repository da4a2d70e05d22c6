package main

import (
	"errors"
	"strconv"

	"github.com/go-superoffice/superoffice/models"
)

// plan is what to create in an installation.
type plan struct {
	yes    bool
	topic  recordID
	person recordID // 0: none
	noUser bool
}

// recordID is a flag with the primary key of a record, which is an int32.
type recordID int32

func (id *recordID) String() string { return strconv.Itoa(int(*id)) }

func (id *recordID) Set(text string) error {
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil || n <= 0 {
		return errors.New("not an id: give a whole number from 1 to 2147483647")
	}
	*id = recordID(n)
	return nil
}

// user is nil when none is to be created. An anonymous user is the one that
// does least harm: it is no person, takes no licence and has no password.
func (p *plan) user() *models.User {
	switch {
	case p.noUser:
		return nil
	case p.person != 0:
		return internalUser(int32(p.person))
	}
	return &models.User{Name: userName, UserName: userName, Type: models.UserTypeAnonymousAssociate}
}

func (p *plan) tell(t *tour) {
	t.sayf("This is what it creates there, for good:")
	t.sayf("  two chat sessions in topic %d (-topic), from the customer %q, with status %s", p.topic, t.session.CustomerName, t.session.Status)
	switch {
	case t.user == nil:
		t.sayf("  no user (-no-user)")
	case p.person != 0:
		t.sayf("  the user %q of type %s, who is person %d (-person)", t.user.Name, t.user.Type, p.person)
	default:
		t.sayf("  the user %q of type %s, who is no person; -person makes a person a user, -no-user leaves it out", t.user.Name, t.user.Type)
	}
}
