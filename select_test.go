package superoffice_test

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

func TestSelectTravelsAsDocumented(t *testing.T) {
	t.Parallel()
	rows := map[string]struct {
		options []superoffice.CallOption
		want    string // the query
	}{
		"nothing selected":     {nil, ""},
		"no paths":             {list(superoffice.WithSelect()), ""},
		"the contract's":       {list(superoffice.WithSelect("ChatSessionId", "Status", "User/Name")), "$select=ChatSessionId,Status,User/Name"},
		"the key added":        {list(superoffice.WithSelect("Status")), "$select=Status,ChatSessionId"},
		"the key in any case":  {list(superoffice.WithSelect("CHATSESSIONID", "status")), "$select=ChatSessionId,Status"},
		"each path once":       {list(superoffice.WithSelect("Status", "status", "Rank")), "$select=Status,Rank,ChatSessionId"},
		"a whole carrier":      {list(superoffice.WithSelect("User")), "$select=User,ChatSessionId"},
		"three levels":         {list(superoffice.WithSelect("contact/ADDRESS/street/zipcode")), "$select=Contact/Address/Street/Zipcode,ChatSessionId"},
		"through lists":        {list(superoffice.WithSelect("contact/address/localizedaddress/label")), "$select=Contact/Address/LocalizedAddress/Label,ChatSessionId"},
		"what the base adds":   {list(superoffice.WithSelect("tableright/mask", "User/fieldproperties")), "$select=TableRight/Mask,User/FieldProperties,ChatSessionId"},
		"the links":            {list(superoffice.WithSelect("_links/Archive.Activities")), "$select=_Links/Archive.Activities,ChatSessionId"},
		"a custom field's key": {list(superoffice.WithSelect("user/customFields/SuperOffice:1")), "$select=User/CustomFields/SuperOffice%3A1,ChatSessionId"},
		"raw, not checked":     {list(superoffice.WithRawSelect("name,category/id")), "$select=name,category/id"},
		"raw, escaped":         {list(superoffice.WithRawSelect("a b&$select=c#%2C")), "$select=a+b%26$select%3Dc%23%252C"},
		"raw of nothing":       {list(superoffice.WithRawSelect("")), ""},
		"the later one wins":   {list(superoffice.WithSelect("Nmae"), superoffice.WithSelect("Rank")), "$select=Rank,ChatSessionId"},
		"raw after checked":    {list(superoffice.WithSelect("Rank"), superoffice.WithRawSelect("x")), "$select=x"},
		"checked after raw":    {list(superoffice.WithRawSelect("x"), superoffice.WithSelect("Rank")), "$select=Rank,ChatSessionId"},
		"taken back":           {list(superoffice.WithRawSelect("x"), superoffice.WithSelect()), ""},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			wire := new(answering)
			if err := createSmallSession(t, newClient(t, base, pageAuth, wire.option()), row.options...); err != nil {
				t.Fatal(err)
			}
			if got := wire.last(t).URL.RawQuery; got != row.want {
				t.Errorf("the query is %s, want %s", got, row.want)
			}
		})
	}
}

func TestSelectNamesTheNearestProperty(t *testing.T) {
	t.Parallel()
	rows := map[string]struct{ path, words string }{
		"two letters swapped":   {"Nmae", `WithSelect: "Nmae": UserWithLinks has no property "Nmae"; did you mean "Name"?`},
		"the Go name":           {"AssociateID2", `did you mean "AssociateId"?`},
		"a letter forgotten":    {"LicenceOwners", `did you mean "LicenseOwners"?`},
		"nested":                {"Person/Fristname", `"Person/Fristname": Person has no property "Fristname"; did you mean "Firstname"?`},
		"in a list":             {"LicenseOwners/restrictedModuleLicenses/asigned", `ModuleLicenseLink has no property "asigned"; did you mean "Assigned"?`},
		"in the base":           {"TableRight/Musk", `did you mean "Mask"?`},
		"the page's own sample": {"category/id", `UserWithLinks has no property "category"`},
		"a text has none":       {"Name/First", `"Name/First": "Name" has no properties`},
		"a date has none":       {"Lastlogin/Year", `"Lastlogin/Year": "Lastlogin" has no properties`},
		"a list of nothing":     {"Person/Name/", `"Person/Name/"`},
		"an empty path":         {"", "a path is empty; leave it out"},
		"a slash at the end":    {"Person/", `Person has no property ""`},
		"a slash in front":      {"/Name", `UserWithLinks has no property ""`},
		"a map's empty key":     {"CustomFields/", `"CustomFields" has no properties`},
		"several in one":        {"Name,Rank", `"Name,Rank": give each path as an argument of its own`},
		"a space":               {" Name", `did you mean "Name"?`},
	}
	client := newClient(t, base, pageAuth, refusing(t))
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := createSmallUser(t, client, superoffice.WithSelect("Rank", row.path))
			checkRefused(t, err, superoffice.ErrSelect, row.words)
			if !errors.Is(err, superoffice.ErrConfig) {
				t.Errorf("%v does not match ErrConfig", err)
			}
		})
	}
	t.Run("all at once", func(t *testing.T) {
		t.Parallel()
		checkRefused(t, createSmallUser(t, client, superoffice.WithSelect("Nmae", "Rank", "Tooltop")), superoffice.ErrSelect,
			`did you mean "Name"?`, `did you mean "Tooltip"?`)
	})
}

func TestSelectOfDoIsCheckedForModelsOnly(t *testing.T) {
	t.Parallel()
	rows := map[string]struct {
		out   any
		paths []string
		want  string // the query; "" for a refusal
	}{
		"a model":               {new(models.User), list("name", "PERSON/firstname"), "$select=Name,Person/Firstname"},
		"a model, wrong name":   {new(models.User), list("Nmae"), ""},
		"a list, wrong name":    {new([]models.ChatSessionEntityWithLinks), list("Nmae"), ""},
		"a pointer to a model":  {new(*models.User), list("Nmae"), ""},
		"nothing":               {nil, list("Nmae"), "$select=Nmae"},
		"raw bytes":             {new([]byte), list("Nmae"), "$select=Nmae"},
		"a map":                 {new(map[string]any), list("Nmae/x,y"), "$select=Nmae/x,y"},
		"a type of the user's":  {new(struct{ Name string }), list("Nmae"), "$select=Nmae"},
		"an empty path, always": {nil, list(""), ""},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			wire := new(answering)
			client := newClient(t, base, pageAuth, wire.option())
			err := client.Do(t.Context(), http.MethodGet, "User/1", nil, row.out, superoffice.WithSelect(row.paths...))
			if row.want == "" {
				checkRefused(t, err, superoffice.ErrSelect, "GET /api/v1/User/1: WithSelect")
				return
			}
			if err != nil && !strings.Contains(err.Error(), "does not decode") { // the answer is an object whatever out is
				t.Fatal(err)
			}
			if got := wire.last(t).URL.RawQuery; got != row.want {
				t.Errorf("the query is %s, want %s", got, row.want)
			}
		})
	}
}

// The nearest name is found for any text, and only a documented one is sent.
func FuzzSelect(f *testing.F) {
	for _, seed := range []string{"Name", "user/NAME", "Nmae", "", "/", "a,b", "CustomFields/x:1", "Person//Name", "\xff", "ſtatus", "K", "Contact/Address/Street/City"} {
		f.Add(seed)
	}
	wire := new(answering)
	client := newClient(f, base, pageAuth, wire.option())
	f.Fuzz(func(t *testing.T, given string) {
		wire.got = nil
		err := createSmallUser(t, client, superoffice.WithSelect(given))
		if err != nil {
			checkRefused(t, err, superoffice.ErrSelect, "WithSelect: ")
			return
		}
		values, err := url.ParseQuery(wire.last(t).URL.RawQuery)
		if err != nil {
			t.Fatal(err)
		}
		first, _, _ := strings.Cut(values.Get("$select"), ",")
		if !strings.EqualFold(first, given) {
			t.Errorf("%q was sent as %q", given, first)
		}
	})
}
