// Command systemuser signs a program in to a tenant of SuperOffice Online
// without a person.
//
// Without further ado it uses a stand-in, so no account is needed:
//
//	go run ./examples/systemuser
//
// With SUPEROFFICE_TENANT set it signs in to that tenant of
// SUPEROFFICE_ENVIRONMENT (by default https://sod.superoffice.com) with
// SUPEROFFICE_SYSTEM_TOKEN, SUPEROFFICE_APP_TOKEN and the private key in the
// file SUPEROFFICE_KEY_FILE (PEM or RSAKeyValue XML). It only reads there.
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"
	"sync"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/systemuser"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Getenv, os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "systemuser:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, getenv func(string) string, out io.Writer) error {
	if getenv("SUPEROFFICE_TENANT") == "" {
		standIn, err := startStandIn()
		if err != nil {
			return err
		}
		defer standIn.Close()
		if err := call(ctx, standIn.config(), out); err != nil {
			return err
		}
		fmt.Fprintf(out, "Tickets made: %d.\n", standIn.tickets())
		return nil
	}
	cfg, err := registered(getenv)
	if err != nil {
		return err
	}
	return call(ctx, cfg, out)
}

// registered is the application that the environment describes.
func registered(getenv func(string) string) (systemuser.Config, error) {
	file, err := os.ReadFile(getenv("SUPEROFFICE_KEY_FILE"))
	if err != nil {
		return systemuser.Config{}, err
	}
	key, err := systemuser.ParseKey(file)
	if err != nil {
		return systemuser.Config{}, err
	}
	environment := superoffice.Environment(getenv("SUPEROFFICE_ENVIRONMENT"))
	if environment == "" {
		environment = superoffice.Development
	}
	return systemuser.Config{
		Environment:      environment,
		Tenant:           getenv("SUPEROFFICE_TENANT"),
		SystemToken:      getenv("SUPEROFFICE_SYSTEM_TOKEN"),
		ApplicationToken: getenv("SUPEROFFICE_APP_TOKEN"),
		Key:              key,
	}, nil
}

// call makes several calls at a time; all of them use one ticket.
func call(ctx context.Context, cfg systemuser.Config, out io.Writer) error {
	source, err := systemuser.New(cfg)
	if err != nil {
		return err
	}
	client, err := superoffice.NewOnline(cfg.Environment, cfg.Tenant,
		superoffice.SOTicketSource(source),
		superoffice.WithAppToken(cfg.ApplicationToken),
		superoffice.WithHTTPClient(httpClient(cfg)))
	if err != nil {
		return err
	}
	const calls = 5
	failures := make(chan error, calls)
	var group sync.WaitGroup
	for range calls {
		group.Go(func() {
			var session models.ChatSessionEntity
			failures <- client.Do(ctx, http.MethodGet, "ChatSession/default", nil, &session)
		})
	}
	group.Wait()
	for range calls {
		if err := <-failures; err != nil {
			return err
		}
	}
	fmt.Fprintf(out, "Made %d calls as the %v.\n", calls, cfg)
	return nil
}

func httpClient(cfg systemuser.Config) *http.Client {
	if cfg.HTTPClient != nil {
		return cfg.HTTPClient
	}
	return new(http.Client)
}
