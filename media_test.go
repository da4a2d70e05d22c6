package superoffice_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
	"github.com/go-superoffice/superoffice/superofficetest"
)

func TestEveryRequestTypeTravelsWithEveryResponseType(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	client := newClient(t, srv.URL, superofficetest.Auth)
	session, user := fromPage[models.ChatSessionEntity](t, "chatsession-request"), fromPage[models.User](t, "user-request")
	session.ChatSessionID, user.AssociateID = 0, 0
	session.Contact.Address.Street = &models.StructuredAddress{AtypeIdx: models.AddressTypeContactStreetAddress, City: "Oslo"} // a form has no word for {}
	session.CustomerName, user.Tooltip = "Åse & <Søn> \"A/S\" 😀", " two  spaces,\ta tab\nand = + % lines "
	var firstSession *models.ChatSessionEntityWithLinks
	var firstUser *models.UserWithLinks
	for _, request := range requestTypes() {
		for _, response := range responseTypes() {
			name := string(request) + " → " + string(response)
			var r superoffice.Response
			opts := list[superoffice.CallOption](superoffice.WithContentType(request), superoffice.WithAccept(response), superoffice.WithResponse(&r))

			savedSession, err := client.CreateChatSession(t.Context(), session, opts...)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			got, _ := srv.LastRequest()
			checkTypes(t, name, got, request, r, response)
			if diff := superofficetest.Diff(session, got.ChatSession); diff != "" {
				t.Errorf("%s: received otherwise\n%s\n%s", name, diff, got)
			}
			checkLinks(t, name, savedSession.Links, savedSession.ChatSessionID)
			savedSession.ChatSessionID, savedSession.Links = 0, nil
			if firstSession == nil {
				firstSession = savedSession
			}
			if diff := superofficetest.Diff(firstSession, savedSession); diff != "" {
				t.Errorf("%s: returned otherwise\n%s", name, diff)
			}

			savedUser, err := client.CreateUser(t.Context(), user, opts...)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			got, _ = srv.LastRequest()
			checkTypes(t, name, got, request, r, response)
			if diff := superofficetest.Diff(user, got.User); diff != "" {
				t.Errorf("%s: received otherwise\n%s\n%s", name, diff, got)
			}
			checkLinks(t, name, savedUser.Links, savedUser.AssociateID)
			savedUser.AssociateID, savedUser.Links = 0, nil
			if firstUser == nil {
				firstUser = savedUser
			}
			if diff := superofficetest.Diff(firstUser, savedUser); diff != "" {
				t.Errorf("%s: returned otherwise\n%s", name, diff)
			}
		}
	}
	if diff := superofficetest.Diff(withoutRights(t, session), withoutRights(t, firstSession)); diff != "" {
		t.Errorf("the chat session came back otherwise\n%s", diff)
	}
	if diff := superofficetest.Diff(withoutRights(t, user), withoutRights(t, firstUser)); diff != "" {
		t.Errorf("the user came back otherwise\n%s", diff)
	}
}

func checkTypes(t *testing.T, name string, got superofficetest.Request, request superoffice.MediaType, r superoffice.Response, response superoffice.MediaType) {
	t.Helper()
	if sent := got.Header.Get("Content-Type"); !strings.HasPrefix(sent, string(request)) {
		t.Errorf("%s: sent as %s", name, sent)
	}
	if answered := r.Header.Get("Content-Type"); !strings.HasPrefix(answered, string(response)) {
		t.Errorf("%s: answered as %s", name, answered)
	}
}

func checkLinks(t *testing.T, name string, links models.Links, id int32) {
	t.Helper()
	if !strings.Contains(links.Self(), "/"+strconv.Itoa(int(id))) || links["Archive"] == "" {
		t.Errorf("%s: the links of %d are %v", name, id, links)
	}
}

// withoutRights is an entity without what the server adds to it at every depth,
// and its dates in UTC.
func withoutRights(t *testing.T, entity any) any {
	t.Helper()
	var tree any
	if err := json.Unmarshal(encoded(t, entity), &tree); err != nil {
		t.Fatal(err)
	}
	return dropRights(tree)
}

func dropRights(tree any) any {
	switch tree := tree.(type) {
	case map[string]any:
		delete(tree, "TableRight")
		delete(tree, "FieldProperties")
		for name, member := range tree {
			tree[name] = dropRights(member)
		}
	case []any:
		for i, item := range tree {
			tree[i] = dropRights(item)
		}
	case string:
		if date, err := time.Parse(time.RFC3339Nano, tree); err == nil {
			return date.UTC().Format(time.RFC3339Nano)
		}
	}
	return tree
}

func TestTheResponseIsReadByItsOwnContentType(t *testing.T) {
	t.Parallel()
	const (
		asJSON = `{"AssociateId":891,"Name":"Åse"}`
		asXML  = `<UserWithLinks><AssociateId>891</AssociateId><Name>Åse</Name></UserWithLinks>`
		bom    = "\xef\xbb\xbf"
	)
	rows := map[string]struct {
		contentType, body string
		words             string // of the refusal; "" for success
	}{
		"JSON":                             {"application/json", asJSON, ""},
		"JSON with its charset":            {"application/json; charset=utf-8", asJSON, ""},
		"JSON with a charset in quotes":    {`application/json;charset="UTF-8"`, asJSON, ""},
		"JSON with another parameter":      {"application/json; odata.metadata=minimal", asJSON, ""},
		"JSON with a BOM":                  {"application/json", bom + asJSON, ""},
		"JSON without Content-Type":        {"", asJSON, ""},
		"JSON without type, BOM":           {"", bom + asJSON, ""},
		"text/json":                        {"text/json; charset=utf8", asJSON, ""},
		"json-patch":                       {"application/json-patch+json", asJSON, ""},
		"merge-patch":                      {"application/merge-patch+json", asJSON, ""},
		"another +json":                    {"application/vnd.superoffice+json", asJSON, ""},
		"XML":                              {"application/xml", asXML, ""},
		"XML with its charset":             {"application/xml; charset=utf-8", asXML, ""},
		"XML with a BOM":                   {"text/xml", bom + asXML, ""},
		"XML with a declaration":           {"text/xml", `<?xml version="1.0" encoding="UTF-8"?>` + "\n" + asXML, ""},
		"XML with a BOM and a declaration": {"text/xml", bom + `<?xml version="1.0" encoding="utf-8"?>` + asXML, ""},
		"another +xml":                     {"application/vnd.superoffice+xml", asXML, ""},

		"JSON in ISO-8859-1":         {"application/json; charset=ISO-8859-1", asJSON, `charset "ISO-8859-1"`},
		"JSON in UTF-16":             {"application/json; charset=utf-16", asJSON, `charset "utf-16"`},
		"JSON that is not UTF-8":     {"application/json", "{\"AssociateId\":891,\"Name\":\"\xc5se\"}", "Name"},
		"XML in ISO-8859-1":          {"text/xml; charset=iso-8859-1", asXML, `charset "iso-8859-1"`},
		"XML declared in ISO-8859-1": {"text/xml", `<?xml version="1.0" encoding="iso-8859-1"?>` + asXML, "only UTF-8"},
		"XML that is not UTF-8":      {"text/xml", "<User><AssociateId>891</AssociateId><Name>\xc5se</Name></User>", "does not decode"},
		"XML without Content-Type":   {"", asXML, "does not decode"},
		"XML said to be JSON":        {"application/json", asXML, "does not decode"},
		"JSON said to be XML":        {"application/xml", asJSON, "does not decode"},
		"XML with an entity":         {"text/xml", `<!DOCTYPE User [<!ENTITY n "891">]><User><AssociateId>&n;</AssociateId></User>`, "does not decode"},
		"XML that is nil":            {"text/xml", `<User xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>`, "AssociateId"},
		"an XML error object":        {"text/xml", `<User><Error>true</Error><AssociateId>891</AssociateId></User>`, "error object"},
		"an XML sign-in page":        {"text/xml", `<html><body>Sign in</body></html>`, "does not decode"},
		"nothing as XML":             {"text/xml", bom, "empty"},
		"HTML":                       {"text/html; charset=utf-8", "<html><title>Sign in</title></html>", "text/html"},
		"XHTML":                      {"application/xhtml+xml", "<html/>", "application/xhtml+xml"},
		"plain text":                 {"text/plain", asJSON, "text/plain"},
		"a form":                     {"application/x-www-form-urlencoded", "AssociateId=891", "urlencoded"},
		"bytes":                      {"application/octet-stream", asJSON, "octet-stream"},
		"a type that does not parse": {"json", asJSON, "json"},
		"a broken type":              {"application/json; =", asJSON, "does not parse"},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, asked := range []superoffice.MediaType{superoffice.MediaJSON, superoffice.MediaXML} {
				var user *models.UserWithLinks
				err := answeredWith(t, http.StatusOK, row.contentType, row.body, func(c *superoffice.Client) (err error) {
					user, err = c.CreateUser(t.Context(), &models.User{Name: "x"}, superoffice.WithAccept(asked), superoffice.WithContentType(asked))
					return err
				})
				if row.words == "" {
					if err != nil || user.AssociateID != 891 || user.Name != "Åse" {
						t.Errorf("%v and %v", user, err)
					}
					continue
				}
				e, ok := errors.AsType[*superoffice.Error](err)
				if !ok || !errors.Is(err, superoffice.ErrInvalidResponse) || user != nil {
					t.Fatalf("%v and %v", user, err)
				}
				if e.Outcome != superoffice.OutcomeUnknown || string(e.Body) != row.body || !strings.Contains(err.Error(), row.words) {
					t.Errorf("outcome %q, body %q, %v", e.Outcome, e.Body, err)
				}
			}
		})
	}
}

func TestXMLOfAnotherNamespaceIsReadAndOneOfTheInstallationIsWritten(t *testing.T) {
	t.Parallel()
	const namespace = "http://www.superoffice.net/ws/crm/NetServer/11.2.0.0"
	srv := superofficetest.Start(t, superofficetest.WithXMLNamespace(namespace), superofficetest.WithXMLOrder())
	client := newClient(t, srv.URL, superofficetest.Auth, superoffice.WithContentType(superoffice.MediaXML), superoffice.WithAccept(superoffice.MediaXML))
	user := fromPage[models.User](t, "user-request")
	user.AssociateID = 0
	saved, err := client.CreateUser(t.Context(), user, superoffice.WithXMLNamespace(namespace))
	if err != nil {
		t.Fatal(err)
	}
	got, _ := srv.LastRequest()
	if diff := superofficetest.Diff(user, got.User); diff != "" {
		t.Errorf("received otherwise\n%s", diff)
	}
	saved.AssociateID, saved.Links = 0, nil
	if diff := superofficetest.Diff(withoutRights(t, user), withoutRights(t, saved)); diff != "" {
		t.Errorf("returned otherwise\n%s", diff)
	}
	// A DataContract reader finds nothing in elements of another namespace.
	if _, err := client.CreateUser(t.Context(), user); superoffice.OutcomeOf(err) != superoffice.OutcomeRejected {
		t.Errorf("elements of no namespace gave %v", err)
	}
}
