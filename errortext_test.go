package superoffice_test

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

// The texts are in testdata/errors.txt, to be read as a user reads them.
func TestErrorTexts(t *testing.T) {
	t.Parallel()
	get := func(ctx context.Context, client *superoffice.Client, opts ...superoffice.CallOption) error {
		return client.Do(ctx, http.MethodGet, "User/12?$select=Name", nil, nil, opts...)
	}
	remove := func(ctx context.Context, client *superoffice.Client, opts ...superoffice.CallOption) error {
		return client.Do(ctx, http.MethodDelete, "User/12", nil, nil, opts...)
	}
	updates := func(ctx context.Context, client *superoffice.Client, opts ...superoffice.CallOption) error {
		_, err := client.CreateUser(ctx, &models.User{AssociateID: 12}, opts...)
		return err
	}
	selects := func(ctx context.Context, client *superoffice.Client, _ ...superoffice.CallOption) error {
		_, err := client.CreateUser(ctx, &models.User{}, superoffice.WithSelect("Nmae", "Person/FulName"))
		return err
	}
	user, session := creates()["user"], creates()["chat session"]
	refused := &net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED}
	misdirected := `{"Error":true,"Message":"Wrong subdomain used to access tenant"}`

	var texts strings.Builder
	for _, row := range []fault{
		{name: "421 of a moved tenant", make: user, script: list(says(421, misdirected, asJSON))},
		{name: "400 with a model state", make: user, script: list(says(400, `{"Message":"The request is invalid.","ModelState":{"UserName":["Username tje0 already exists."]}}`, asJSON))},
		{name: "400 of the server's own", make: session, script: list(says(400, `{"Error":true,"ErrorType":"ArgumentException","ErrorMessage":"TopicId must be set","ErrorSource":"SuperOffice"}`, asJSON))},
		{name: "401", make: user, script: list(says(401, `{"Message":"Authorization has been denied for this request."}`, asJSON))},
		{name: "403", make: user, script: list(says(403, ""))},
		{name: "404 of another endpoint", make: get, script: list(says(404, `{"Error":true,"ErrorType":"SoNotFoundException","ErrorMessage":"User id 12 not found"}`, asJSON))},
		{name: "429 that lasts", make: session, script: list(says(429, ""))},
		{name: "429 that lasts an hour", make: session, script: list(says(429, "", "Retry-After: 3600"))},
		{name: "500 for a user", make: user, script: list(says(500, `{"Error":true,"ErrorType":"SoFaultException","ErrorMessage":"Deadlock"}`, asJSON))},
		{name: "502 for a chat session", make: session, script: list(says(502, gatewayTag, asHTML))},
		{name: "503 for a GET", make: get, script: list(says(503, ""))},
		{name: "503 for a DELETE", make: remove, script: list(says(503, ""))},
		{name: "302 to a sign-in page", make: user, script: list(says(302, "", "Location: /login?key=s3cr3t"))},
		{name: "a status that has no name", make: user, script: list(says(599, ""))},
		{name: "200 of a sign-in page", make: session, script: list(says(200, "<html><title>Sign in</title></html>", asHTML))},
		{name: "200 null", make: session, script: list(says(200, "null", asJSON))},
		{name: "200 with nothing", make: user, script: list(says(200, "", asJSON))},
		{name: "200 without the key", make: user, script: list(says(200, "{}", asJSON))},
		{name: "200 with an error object", make: user, script: list(says(200, soError, asJSON))},
		{name: "200 that broke off", make: session, script: list(raw(head(200, asJSON, "Content-Length: 500") + "{"))},
		{name: "200 that is cut", make: session, script: list(says(200, `{"ChatSessionId":405,"Cust`, asJSON))},
		{name: "200 of the wrong type", make: session, script: list(says(200, `{"ChatSessionId":405,"User":{"AssociateId":"x"}}`, asJSON))},
		{name: "an answer that is too long", make: session, script: list(saved()), opts: list(superoffice.WithMaxResponseBytes(10))},
		{name: "a drop", make: user, script: list(dropsAfterReading)},
		{name: "no HTTP", make: user, script: list(raw("220 mail.example.com ESMTP\r\n\r\n"))},
		{name: "a hang", make: session, script: list(hangs(""))},
		{name: "connection refused", make: user, dial: fails(refused)},
		{name: "no such host", make: user, dial: fails(&net.OpError{Op: "dial", Net: "tcp", Err: &net.DNSError{Err: "no such host", Name: "crm.example.com", IsNotFound: true}})},
		{name: "a certificate that is not trusted", make: user, dial: fails(x509.UnknownAuthorityError{})},
		{name: "shut down while it waits", make: user, script: list(says(429, "", "Retry-After: 20")), until: shutdown(time.Second)},
		{name: "deadline before the answer", make: user, script: list(hangs("")), until: deadline(time.Second)},
		{name: "over before it began", make: user, until: shutdown(0)},
		{name: "a drop, then 409, with WithAtLeastOnce", make: user, script: list(dropsAfterReading, says(409, "")), call: list(superoffice.WithAtLeastOnce())},
		{name: "no token", make: user, auth: func() superoffice.Auth {
			return superoffice.BearerSource(failingSource{errors.New("login.example.com: 503 Service Unavailable")})
		}},
		{name: "a user with a key", make: updates},
		{name: "names that are none", make: selects},
	} {
		synctest.Test(t, func(t *testing.T) {
			fmt.Fprintf(&texts, "%s\n\t%v\n", row.name, row.fail(t))
		})
	}
	online, err := superoffice.NewOnline(superoffice.Production, "Cust12345", superoffice.Bearer("8A:token-s3cr3t"),
		superoffice.WithHTTPClient(&http.Client{Transport: &moves{hosts: list("online1.superoffice.com", "online1.superoffice.com"), statuses: list(404, 421)}}))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a user in SuperOffice Online", "421 of a tenant that is still there"} {
		fmt.Fprintf(&texts, "%s\n\t%v\n", name, createSmallUser(t, online))
	}
	golden(t, "errors.txt", []byte(texts.String()))
}
