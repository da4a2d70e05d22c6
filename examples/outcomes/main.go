// Command outcomes creates users and chat sessions on a day when much goes
// wrong, and sorts what failed by what is known about it: to be sent again, to
// be corrected, or to be looked up, by the program or by a person.
//
//	go run ./examples/outcomes
//
// The server is in memory and its faults are scripted.
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"
	"time"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "outcomes:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer) error {
	srv := superofficetest.NewServer(superofficetest.WithUniqueUserNames())
	defer srv.Close()
	gone := superofficetest.NewServer()
	gone.Close()
	hasty := superoffice.WithRetry(superoffice.Retry{MinWait: time.Millisecond, MaxWait: time.Second})
	client, err := superoffice.New(srv.URL, superofficetest.Auth, hasty)
	if err != nil {
		return err
	}
	nobody, err := superoffice.New(gone.URL, superofficetest.Auth, hasty)
	if err != nil {
		return err
	}

	d := &desk{client: client, out: out}
	d.user(ctx, "anna")
	d.user(ctx, "anna") // whose name is taken by now
	srv.Inject(superofficetest.Fault{Status: http.StatusTooManyRequests})
	d.user(ctx, "bjarne") // at the second attempt, of which nobody hears
	srv.Inject(superofficetest.Fault{DropAfterCommit: true})
	d.user(ctx, "cecilie")
	srv.Inject(superofficetest.Fault{Status: http.StatusServiceUnavailable})
	d.user(ctx, "david")
	srv.Inject(superofficetest.Fault{Status: http.StatusBadGateway, Commit: true})
	d.session(ctx, client, "Eva")
	d.session(ctx, nobody, "Frida")
	d.report()
	fmt.Fprintf(out, "\nThe server has %d users and %d chat sessions.\n", len(srv.Users()), len(srv.ChatSessions()))
	return nil
}

// desk is where failures end up.
type desk struct {
	client *superoffice.Client
	out    io.Writer

	again, correct, review []string
}

// file puts a failure where it belongs, and tells whether it must be looked up.
func (d *desk) file(what string, err error) (lookUp bool) {
	switch superoffice.OutcomeOf(err) {
	case "":
		fmt.Fprintf(d.out, "created    %s\n", what)
	case superoffice.OutcomeNotSent: // nothing exists: send it again when the cause is gone
		d.again = append(d.again, fmt.Sprintf("%s: %v", what, err))
	case superoffice.OutcomeRejected: // nothing exists: sending the same again is in vain
		d.correct = append(d.correct, fmt.Sprintf("%s: %v", what, err))
	default: // it may exist: sending it again could create it twice
		return true
	}
	return false
}

func (d *desk) user(ctx context.Context, name string) {
	user := &models.User{Name: name, UserName: name, Type: models.UserTypeInternalAssociate}
	_, err := d.client.CreateUser(ctx, user)
	if !d.file("user "+name, err) {
		return
	}
	// A user has a name that no other may have, so a program can find out. Leave
	// a real server time to finish what it may still be working on.
	taken, err := d.isTaken(ctx, user)
	switch {
	case err != nil:
		d.review = append(d.review, fmt.Sprintf("user %s: %v", name, err))
	case taken:
		fmt.Fprintf(d.out, "looked up  user %s: it was created\n", name)
	default:
		fmt.Fprintf(d.out, "looked up  user %s: it was not created\n", name)
		_, err = d.client.CreateUser(ctx, user)
		if d.file("user "+name+", the second time", err) {
			d.review = append(d.review, fmt.Sprintf("user %s: %v", name, err))
		}
	}
}

// isTaken asks the server to check the user, which saves nothing.
func (d *desk) isTaken(ctx context.Context, user *models.User) (bool, error) {
	var problems map[string]string
	err := d.client.Do(ctx, http.MethodPost, "User/Validate", user, &problems)
	return problems["UserName"] != "", err
}

func (d *desk) session(ctx context.Context, client *superoffice.Client, customer string) {
	_, err := client.CreateChatSession(ctx, &models.ChatSessionEntity{TopicID: 2, CustomerName: customer})
	if d.file("chat session of "+customer, err) {
		// A chat session has nothing to look it up by.
		d.review = append(d.review, fmt.Sprintf("chat session of %s: %v", customer, err))
	}
}

func (d *desk) report() {
	for _, list := range []struct {
		title string
		lines []string
	}{
		{"To be sent again", d.again},
		{"To be corrected", d.correct},
		{"To be checked by a person", d.review},
	} {
		fmt.Fprintf(d.out, "\n%s:\n", list.title)
		for _, line := range list.lines {
			fmt.Fprintf(d.out, "  %s\n", line)
		}
	}
}
