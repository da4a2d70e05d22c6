package main

import (
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/superofficetest"
)

func TestTenantsAreServedApart(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	if err := run(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Cust11111: created 5", "Cust22222: created 5", "Cust33333: created 5",
		"Cust11111: not now", "OfflineMaintenance",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in %s", want, out.String())
		}
	}
	if strings.Count(out.String(), "Cust22222: created 5") != 2 {
		t.Error("one tenant's maintenance stopped another")
	}
}

func TestEachTenantGetsItsOwnRecordsAndOneTicket(t *testing.T) {
	t.Parallel()
	standIn, err := startStandIn("Cust1", "Cust2")
	if err != nil {
		t.Fatal(err)
	}
	defer standIn.Close()
	clients := newTenants(standIn.signUp())
	for _, name := range []string{"Cust1", "Cust2", "Cust1"} {
		if said := createSome(t.Context(), clients, name); !strings.Contains(said, "created 5") {
			t.Error(said)
		}
	}
	if one, two := len(standIn.servers["Cust1"].ChatSessions()), len(standIn.servers["Cust2"].ChatSessions()); one != 10 || two != 5 {
		t.Errorf("%d and %d records", one, two)
	}
	if n := standIn.idp.Count(superofficetest.EndpointSystemUser); n != 2 {
		t.Errorf("%d tickets were made, want 2", n)
	}
	if said := createSome(t.Context(), clients, "Cust3"); !strings.Contains(said, "SystemToken") {
		t.Errorf("an unknown tenant: %s", said)
	}
}
