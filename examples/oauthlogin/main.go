// Command oauthlogin signs a person in to SuperOffice Online in a browser and
// calls the API on that person's behalf.
//
// Without further ado it signs in to a stand-in for SuperId, so no account is
// needed:
//
//	go run ./examples/oauthlogin
//
// With SUPEROFFICE_CLIENT_ID and SUPEROFFICE_CLIENT_SECRET set it signs in to
// SUPEROFFICE_ENVIRONMENT, by default https://sod.superoffice.com. The address
// http://127.0.0.1:8089/callback must be registered for the application. It
// only reads there.
package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"

	"golang.org/x/oauth2"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/oauth"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Getenv, os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "oauthlogin:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, getenv func(string) string, out io.Writer) error {
	cfg, address := registered(getenv), "127.0.0.1:8089"
	if cfg.ClientID == "" {
		standIn := startStandIn()
		defer standIn.Close()
		cfg, address = standIn.config(), "127.0.0.1:0"
		fmt.Fprintln(out, "This is a stand-in for SuperId; nothing leaves this machine.")
	}
	var listen net.ListenConfig
	listener, err := listen.Listen(ctx, "tcp", address)
	if err != nil {
		return err
	}
	cfg.RedirectURL = "http://" + listener.Addr().String() + "/callback"
	app, err := oauth.New(cfg)
	if err != nil {
		return err
	}
	token, err := signIn(ctx, app, listener, out)
	if err != nil {
		return err
	}
	return call(ctx, cfg.Environment, app, token, out)
}

// registered is the application that the environment describes.
func registered(getenv func(string) string) oauth.Config {
	environment := superoffice.Environment(getenv("SUPEROFFICE_ENVIRONMENT"))
	if environment == "" {
		environment = superoffice.Development
	}
	return oauth.Config{
		Environment:  environment,
		ClientID:     getenv("SUPEROFFICE_CLIENT_ID"),
		ClientSecret: getenv("SUPEROFFICE_CLIENT_SECRET"),
	}
}

// signIn listens until the browser has brought the person's answer.
func signIn(ctx context.Context, app *oauth.App, listener net.Listener, out io.Writer) (*oauth2.Token, error) {
	page := newSignInPage(app)
	server := &http.Server{Handler: page, ReadHeaderTimeout: pageTimeout}
	go func() { _ = server.Serve(listener) }()
	defer func() { _ = server.Close() }()
	fmt.Fprintf(out, "Open http://%s/ in a browser to sign in.\n", listener.Addr())
	select {
	case done := <-page.done:
		// The browser still waits for the page that says so.
		_ = server.Shutdown(ctx)
		return done.token, done.err
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// call shows what a program does with the token: it makes a client for the
// tenant that the person chose. A real one keeps the tokens that WithSave
// gives it where nobody else can read them.
func call(ctx context.Context, env superoffice.Environment, app *oauth.App, token *oauth2.Token, out io.Writer) error {
	who, err := app.Identity(ctx, token)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "Signed in to %s as associate %s.\n", who.Tenant, who.AssociateID)
	source, err := app.TokenSource(token, oauth.WithSave(func(_ context.Context, fresh *oauth2.Token) error {
		fmt.Fprintf(out, "A new access token came, good until %s.\n", fresh.Expiry)
		return nil
	}))
	if err != nil {
		return err
	}
	client, err := superoffice.NewOnline(env, who.Tenant, superoffice.BearerSource(source))
	if err != nil {
		return err
	}
	defer client.CloseIdleConnections()
	var session models.ChatSessionEntity
	if err := client.Do(ctx, http.MethodGet, "ChatSession/default", nil, &session); err != nil {
		return err
	}
	fmt.Fprintf(out, "A blank chat session has the status %q.\n", session.Status)
	return nil
}
