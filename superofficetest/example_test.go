package superofficetest_test

import (
	"context"
	"fmt"
	"log"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

// In a test use Start, which closes the server by itself.
func ExampleNewServer() {
	srv := superofficetest.NewServer()
	defer srv.Close()
	client, err := superoffice.New(srv.URL, superofficetest.Auth)
	if err != nil {
		log.Fatal(err)
	}
	user, err := client.CreateUser(context.Background(), &models.User{Name: "OLA"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("created", user.AssociateID, "of", len(srv.Users()))
	// Output: created 1 of 1
}

func ExampleServer_Inject() {
	srv := superofficetest.NewServer()
	defer srv.Close()
	client, err := superoffice.New(srv.URL, superofficetest.Auth)
	if err != nil {
		log.Fatal(err)
	}
	srv.Inject(superofficetest.Fault{Path: "/ChatSession", DropAfterCommit: true})
	_, err = client.CreateChatSession(context.Background(), &models.ChatSessionEntity{TopicID: 2})
	fmt.Println("outcome", superoffice.OutcomeOf(err), "and stored", len(srv.ChatSessions()))
	// Output: outcome unknown and stored 1
}

func ExampleDiff() {
	sent := &models.User{Name: "OLA", Rank: 1}
	received := &models.User{Name: "OLA", Rank: 2}
	fmt.Println(superofficetest.Diff(sent, received))
	// Output: Rank: want 1, got 2
}

func ExampleServer_Environment() {
	srv := superofficetest.NewServer(superofficetest.WithTenant("Cust12345"))
	defer srv.Close()
	client, err := superoffice.NewOnline(srv.Environment(), srv.Tenant(), superoffice.Bearer(superofficetest.DefaultToken))
	if err != nil {
		log.Fatal(err)
	}
	session, err := client.CreateChatSession(context.Background(), &models.ChatSessionEntity{TopicID: 2})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("created", session.ChatSessionID, "at", srv.Tenant())
	// Output: created 1 at Cust12345
}
