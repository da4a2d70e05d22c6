// Command manytenants shows how one program serves many tenants of SuperOffice
// Online: one [http.Client] for all of them, so that connections are shared, and
// one superoffice.Client for each, which keeps that tenant's address, ticket
// and rate limit.
//
// It uses a stand-in, so no account is needed:
//
//	go run ./examples/manytenants
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"sync"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "manytenants:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer) error {
	names := []string{"Cust11111", "Cust22222", "Cust33333"}
	standIn, err := startStandIn(names...)
	if err != nil {
		return err
	}
	defer standIn.Close()
	clients := newTenants(standIn.signUp())

	results := make([]string, len(names))
	var group sync.WaitGroup
	for i, name := range names {
		group.Go(func() { results[i] = createSome(ctx, clients, name) })
	}
	group.Wait()
	fmt.Fprintln(out, strings.Join(results, "\n"))

	// One tenant in maintenance leaves the others alone.
	standIn.stop(names[0])
	fmt.Fprintln(out, createSome(ctx, newTenants(standIn.signUp()), names[0]))
	fmt.Fprintln(out, createSome(ctx, clients, names[1]))
	return nil
}

// createSome creates chat sessions for one tenant, several at a time.
func createSome(ctx context.Context, clients *tenants, name string) string {
	client, err := clients.client(name)
	if err != nil {
		return name + ": " + err.Error()
	}
	const sessions = 5
	failures := make(chan error, sessions)
	var group sync.WaitGroup
	for i := range sessions {
		group.Go(func() {
			_, err := client.CreateChatSession(ctx, &models.ChatSessionEntity{
				TopicID:      2,
				CustomerName: fmt.Sprintf("customer %d of %s", i, name),
			})
			failures <- err
		})
	}
	group.Wait()
	created := 0
	for range sessions {
		switch err := <-failures; {
		case err == nil:
			created++
		case errors.Is(err, superoffice.ErrTenantUnavailable):
			return name + ": not now: " + err.Error()
		default:
			return name + ": " + err.Error()
		}
	}
	return fmt.Sprintf("%s: created %d chat sessions", name, created)
}
