// Command quickstart creates a chat session and a user, shows what comes back,
// and what an error tells.
//
// Without further ado it talks to a SuperOffice in memory:
//
//	go run ./examples/quickstart
//
// With SUPEROFFICE_URL set it talks to that installation instead, signed in
// with one of SUPEROFFICE_TOKEN, SUPEROFFICE_TICKET, or SUPEROFFICE_USER and
// SUPEROFFICE_PASSWORD; SUPEROFFICE_APP_TOKEN is sent too where it is set. It
// then prints what it would create there, sends nothing and ends with status 0;
// with -yes it creates it. The flags -topic, -person and -no-user change what.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/superofficetest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Getenv, os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "quickstart:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, getenv func(string) string, out io.Writer) error {
	p := plan{topic: 1}
	flags := flag.NewFlagSet("quickstart", flag.ContinueOnError)
	flags.SetOutput(out)
	flags.BoolVar(&p.yes, "yes", false, "create records in the installation at SUPEROFFICE_URL, for good")
	flags.Var(&p.topic, "topic", "`id` of the chat topic there")
	flags.Var(&p.person, "person", "`id` of a person there who becomes an internal user; without one the user is an anonymous one")
	flags.BoolVar(&p.noUser, "no-user", false, "create chat sessions only")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return nil
	case err != nil:
		return err
	case flags.NArg() > 0:
		return fmt.Errorf("%q is no flag", flags.Arg(0))
	}
	if url := getenv("SUPEROFFICE_URL"); url != "" {
		return installation(ctx, url, getenv, out, p)
	}
	return inMemory(ctx, out)
}

func inMemory(ctx context.Context, out io.Writer) error {
	srv := superofficetest.NewServer()
	defer srv.Close()
	client, err := superoffice.New(srv.URL, superofficetest.Auth)
	if err != nil {
		return err
	}
	session, err := pageSession()
	if err != nil {
		return err
	}
	t := tour{client: client, out: out, session: session, user: internalUser(865), srv: srv}
	t.sayf("A SuperOffice in memory at %s", srv.URL)
	if err := t.create(ctx); err != nil {
		return err
	}
	return t.lose(ctx)
}

func installation(ctx context.Context, url string, getenv func(string) string, out io.Writer, p plan) error {
	auth, err := authFrom(getenv)
	if err != nil {
		return err
	}
	client, err := superoffice.New(url, auth, superoffice.WithAppToken(getenv("SUPEROFFICE_APP_TOKEN")))
	if err != nil {
		return err
	}
	session, err := pageSession()
	if err != nil {
		return err
	}
	t := tour{client: client, out: out, session: onlyCustomer(session, int32(p.topic)), user: p.user()}
	t.sayf("The installation at %s, signed in with %v", url, auth)
	p.tell(&t)
	if !p.yes {
		t.sayf("\nNothing was sent. Run it again with -yes to create them.")
		return nil
	}
	return t.create(ctx)
}

// authFrom demands exactly one credential, so that none is used by accident.
func authFrom(getenv func(string) string) (superoffice.Auth, error) {
	var found []superoffice.Auth
	if token := getenv("SUPEROFFICE_TOKEN"); token != "" {
		found = append(found, superoffice.Bearer(token))
	}
	if ticket := getenv("SUPEROFFICE_TICKET"); ticket != "" {
		found = append(found, superoffice.SOTicket(ticket))
	}
	if user := getenv("SUPEROFFICE_USER"); user != "" {
		found = append(found, superoffice.Basic(user, getenv("SUPEROFFICE_PASSWORD")))
	}
	if len(found) != 1 {
		return superoffice.Auth{}, errors.New("set one of SUPEROFFICE_TOKEN, SUPEROFFICE_TICKET, or SUPEROFFICE_USER with SUPEROFFICE_PASSWORD")
	}
	return found[0], nil
}
