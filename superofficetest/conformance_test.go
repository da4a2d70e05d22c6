package superofficetest_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/superofficetest"
)

// TestConformance runs the vendor's TypeScript client against the server. It
// needs Node and the packages of conformance/package-lock.json (npm ci in that
// folder). With SUPEROFFICE_CONFORMANCE=1 it fails where they are missing.
func TestConformance(t *testing.T) {
	t.Parallel()
	node, err := exec.LookPath("node")
	if err != nil {
		missing(t, "node is not installed")
	}
	if _, err := os.Stat("conformance/node_modules/@superoffice/webapi"); err != nil {
		missing(t, "the vendor's client is not installed: run npm ci in superofficetest/conformance")
	}
	tests := map[string]struct {
		scheme     string
		credential []string
		options    []superofficetest.Option
		header     string
	}{
		"signed in with a user name and password": {
			scheme:     "basic",
			credential: []string{superofficetest.DefaultUser, superofficetest.DefaultPassword},
			header:     sampleAuthorization,
		},
		"signed in with a ticket": {
			scheme:     "ticket",
			credential: []string{superofficetest.DefaultTicket},
			header:     "SOTicket " + superofficetest.DefaultTicket,
		},
		"signed in with a token at a tenant": {
			scheme:     "bearer",
			credential: []string{superofficetest.DefaultToken},
			options:    []superofficetest.Option{superofficetest.WithTenant("Cust12345")},
			header:     "Bearer " + superofficetest.DefaultToken,
		},
		"at a strict installation below a path": {
			scheme:     "strict",
			credential: []string{superofficetest.DefaultUser, superofficetest.DefaultPassword},
			options:    []superofficetest.Option{superofficetest.WithAllRules(), superofficetest.WithBasePath("/SuperOffice")},
			header:     sampleAuthorization,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t, test.options...)
			arguments := append([]string{"run.mjs", test.scheme, srv.URL}, test.credential...)
			command := exec.CommandContext(t.Context(), node, arguments...)
			command.Dir = "conformance"
			out, err := command.CombinedOutput()
			t.Logf("%s", out)
			if err != nil {
				t.Fatal(err)
			}
			requests := srv.Requests()
			if len(requests) == 0 {
				t.Fatal("the client sent nothing")
			}
			for _, r := range requests[:len(requests)-1] {
				if got := r.Header.Get("Authorization"); got != test.header {
					t.Errorf("%s %s came with other credentials", r.Method, r.Path)
				}
				if !strings.Contains(r.Path, "/api/v1/Agents/") {
					t.Errorf("%s was called", r.Path)
				}
			}
		})
	}
}

func missing(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("SUPEROFFICE_CONFORMANCE") != "" {
		t.Fatal(why)
	}
	t.Skip(why)
}
