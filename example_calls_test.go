package superoffice_test

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

func ExampleClient_CreateChatSession() {
	srv := superofficetest.New() // in place of https://crm.example.com/SuperOffice
	defer srv.Close()

	client, err := superoffice.New(srv.URL,
		superoffice.Basic("tje0", "Tje0"), superoffice.WithHTTPClient(srv.HTTPClient()))
	if err != nil {
		log.Fatal(err)
	}
	session, err := client.CreateChatSession(context.Background(),
		&models.ChatSessionEntity{TopicID: 2, CustomerName: "Ola", Status: models.ChatSessionStatusInQueue})
	if err != nil {
		log.Fatalf("%v [%s]", err, superoffice.OutcomeOf(err))
	}
	fmt.Println(session.ChatSessionID, session.Status, session.Links.Self())
	// Output: 1 InQueue http://127.0.0.1:80/api/v1/ChatSession/1/
}

// An internal user needs a person that exists. The entity that the server
// proposes for the person also brings the licences to choose from.
func ExampleClient_CreateUser() {
	srv := superofficetest.NewServer()
	defer srv.Close()
	client, err := superoffice.New(srv.URL, superofficetest.Auth)
	if err != nil {
		log.Fatal(err)
	}

	var user models.User
	err = client.Do(context.Background(), http.MethodGet, "User/default?userType=InternalAssociate&personId=865", nil, &user)
	if err != nil {
		log.Fatal(err)
	}
	user.Name, user.UserName = "OLA", "ola@example.com"
	user.Role = &models.Role{ID: 1}
	user.UserGroup = &models.UserGroup{ID: 2}
	saved, err := client.CreateUser(context.Background(), &user)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(saved.AssociateID, saved.Name, saved.Type, saved.Person.PersonID)
	// Output: 1 OLA InternalAssociate 865
}

// The tenant's address is looked up when the first call needs it.
func ExampleNewOnline() {
	srv := superofficetest.New(superofficetest.WithTenant("Cust12345"))
	defer srv.Close()
	// In place of superoffice.Production.
	environment := superoffice.Environment(strings.TrimSuffix(srv.URL, "/Cust12345"))

	client, err := superoffice.NewOnline(environment, "Cust12345",
		superoffice.SOTicket(superofficetest.DefaultTicket),
		superoffice.WithAppToken("client-secret"),
		superoffice.WithHTTPClient(srv.HTTPClient()))
	if err != nil {
		log.Fatal(err)
	}
	session, err := client.CreateChatSession(context.Background(), &models.ChatSessionEntity{TopicID: 2})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(session.Links.Self())
	// Output: http://127.0.0.1:80/Cust12345/api/v1/ChatSession/1/
}

func ExampleClient_With() {
	srv := superofficetest.NewServer()
	defer srv.Close()
	client, err := superoffice.New(srv.URL, superofficetest.Auth)
	if err != nil {
		log.Fatal(err)
	}

	norwegian, err := client.With(superoffice.WithLanguage("nb"), superoffice.WithCulture("nb-NO"))
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range []*superoffice.Client{client, norwegian} {
		user, err := c.CreateUser(context.Background(), &models.User{Name: "OLA", Tooltip: `US:"Sales";NO:"Salg"`})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(user.Tooltip)
	}
	// Output:
	// US:"Sales";NO:"Salg"
	// Salg
}

// Do reaches the endpoints that have no method of their own. A map sends an
// explicit zero, which a model leaves out.
func ExampleClient_Do() {
	srv := superofficetest.NewServer()
	defer srv.Close()
	client, err := superoffice.New(srv.URL, superofficetest.Auth)
	if err != nil {
		log.Fatal(err)
	}

	var saved models.UserWithLinks
	err = client.Do(context.Background(), http.MethodPost, "User", map[string]any{"Name": "OLA", "Rank": 0}, &saved)
	if err != nil {
		log.Fatal(err)
	}
	var problems map[string]string
	err = client.Do(context.Background(), http.MethodPost, "User/Validate", saved.User, &problems)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(saved.AssociateID, saved.Name, len(problems))

	err = client.Do(context.Background(), http.MethodGet, "User/99", nil, nil)
	fmt.Println(superoffice.OutcomeOf(err), err)
	// Output:
	// 1 OLA 0
	// rejected GET /api/v1/User/99: 404 Not Found: SoNotFoundException: User 99 does not exist (rejected)
}

func ExampleWithSelect() {
	srv := superofficetest.NewServer()
	defer srv.Close()
	client, err := superoffice.New(srv.URL, superofficetest.Auth)
	if err != nil {
		log.Fatal(err)
	}

	session := &models.ChatSessionEntity{TopicID: 2, CustomerName: "Ola", User: &models.Associate{AssociateID: 7, Name: "ADA"}}
	saved, err := client.CreateChatSession(context.Background(), session, superoffice.WithSelect("customername", "user/name"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(saved.ChatSessionID, saved.CustomerName, saved.User.Name, saved.TopicID)

	_, err = client.CreateChatSession(context.Background(), session, superoffice.WithSelect("CustomerNmae"))
	fmt.Println(err)
	// Output:
	// 1 Ola ADA 0
	// POST /api/v1/ChatSession: WithSelect: "CustomerNmae": ChatSessionEntityWithLinks has no property "CustomerNmae"; did you mean "CustomerName"? (not sent)
}

// A Response tells apart what the models do not: null, absent and zero.
func ExampleWithResponse() {
	srv := superofficetest.NewServer()
	defer srv.Close()
	client, err := superoffice.New(srv.URL, superofficetest.Auth)
	if err != nil {
		log.Fatal(err)
	}

	var response superoffice.Response
	_, err = client.CreateUser(context.Background(), &models.User{Name: "OLA"},
		superoffice.WithSelect("Rank"), superoffice.WithTimeZone("NO"), superoffice.WithResponse(&response))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(response.StatusCode, response.TimeZone, response.Attempts)
	fmt.Println(strings.Contains(string(response.Body), `"Rank":0`), strings.Contains(string(response.Body), `"Tooltip":null`))
	// Output:
	// 200 NO 1
	// true true
}

func TestTheREADMEShowsTheExampleThatRuns(t *testing.T) {
	t.Parallel()
	source, err1 := os.ReadFile("example_calls_test.go")
	readme, err2 := os.ReadFile("README.md")
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	_, after, _ := strings.Cut(string(source), "func ExampleClient_CreateChatSession() {")
	start, end := strings.Index(after, "\tsession, err :="), strings.Index(after, "\t// Output:")
	if start < 0 || end < start {
		t.Fatal("the example has another form")
	}
	if example := after[start:end]; !strings.Contains(string(readme), example) {
		t.Errorf("README.md does not show\n%s", example)
	}
}
