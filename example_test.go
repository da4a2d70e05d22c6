package superoffice_test

import (
	"context"
	"fmt"
	"net/http"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

func Example() {
	srv := superofficetest.NewServer() // in place of an installation
	defer srv.Close()

	client, err := superoffice.New(srv.URL, superofficetest.Auth)
	if err != nil {
		fmt.Println(err)
		return
	}
	session, err := client.CreateChatSession(context.Background(),
		&models.ChatSessionEntity{TopicID: 2, CustomerName: "Ola", Status: models.ChatSessionStatusInQueue},
		superoffice.WithSelect("ChatSessionId", "Status", "CustomerName"),
		superoffice.WithLanguage("nb"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(session.ChatSessionID, session.Status, session.CustomerName)
	// Output: 1 InQueue Ola
}

// What to do with a failed create depends on one question: may the record
// exist?
func ExampleOutcomeOf() {
	srv := superofficetest.NewServer()
	defer srv.Close()
	srv.Inject(
		superofficetest.Fault{Status: http.StatusForbidden},
		superofficetest.Fault{DropAfterCommit: true},
	)
	client, err := superoffice.New(srv.URL, superofficetest.Auth)
	if err != nil {
		fmt.Println(err)
		return
	}

	for _, session := range []*models.ChatSessionEntity{
		{CustomerName: "Ada", ChatSessionID: 7},
		{CustomerName: "Bo"},
		{CustomerName: "Cleo"},
		{CustomerName: "Dag"},
	} {
		_, err := client.CreateChatSession(context.Background(), session)
		switch superoffice.OutcomeOf(err) {
		case superoffice.OutcomeNotSent:
			fmt.Println(session.CustomerName, "is not created: correct it and call again")
		case superoffice.OutcomeRejected:
			fmt.Println(session.CustomerName, "is not created: the server refused it")
		case superoffice.OutcomeUnknown:
			fmt.Println(session.CustomerName, "may be created: a person has to look")
		default:
			fmt.Println(session.CustomerName, "is created")
		}
	}
	// Output:
	// Ada is not created: correct it and call again
	// Bo is not created: the server refused it
	// Cleo may be created: a person has to look
	// Dag is created
}
