package main

import (
	"errors"
	"flag"
	"maps"
	"regexp"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/superofficetest"
)

func environment(pairs map[string]string) func(string) string {
	return func(name string) string { return pairs[name] }
}

func TestInMemoryItShowsEveryPart(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	if err := run(t.Context(), nil, environment(nil), &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`ChatSessionID +[1-9]`, `AssociateID +[1-9]`, `Status +Closed`, `Self +http://`,
		`\?\$select=ChatSessionId,Status,User/Name`, `SO-Language +nb`, `HTTP status +200`,
		`outcome +not_sent`, `outcome +unknown`, `1 more: it was stored`,
	} {
		if !regexp.MustCompile(want).MatchString(out.String()) {
			t.Errorf("no %s in:\n%s", want, &out)
		}
	}
}

func TestAnInstallationIsOnlyToldWhatWasAskedFor(t *testing.T) {
	t.Parallel()
	signedIn := map[string]string{"SUPEROFFICE_USER": superofficetest.DefaultUser, "SUPEROFFICE_PASSWORD": superofficetest.DefaultPassword}
	for _, tt := range []struct {
		name            string
		args            []string
		sessions, users int
		says            string
	}{
		{"without -yes nothing is sent", []string{"-topic", "7"}, 0, 0, "Nothing was sent"},
		{"with -yes two chat sessions", []string{"-topic", "7", "-yes"}, 2, 0, "ChatSessionID"},
		{"a user too where a person is named", []string{"-topic", "7", "-person", "865", "-yes"}, 2, 1, "AssociateID"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t)
			env := map[string]string{"SUPEROFFICE_URL": srv.URL}
			maps.Copy(env, signedIn)
			var out strings.Builder
			if err := run(t.Context(), tt.args, environment(env), &out); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(out.String(), tt.says) {
				t.Errorf("no %q in:\n%s", tt.says, &out)
			}
			if strings.Contains(out.String(), superofficetest.DefaultPassword) || strings.Contains(out.String(), "dGplMDpUamUw") {
				t.Errorf("the credential is shown:\n%s", &out)
			}
			if got := srv.ChatSessions(); len(got) != tt.sessions {
				t.Errorf("%d chat sessions, want %d", len(got), tt.sessions)
			}
			if got := srv.Users(); len(got) != tt.users {
				t.Errorf("%d users, want %d", len(got), tt.users)
			}
			for _, session := range srv.ChatSessions() {
				if session.TopicID != 7 || session.User != nil || session.Contact != nil {
					t.Errorf("the page's references went to an installation: %+v", session)
				}
			}
		})
	}
}

func TestWhatIsMissingIsNamedBeforeAnythingIsSent(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t)
	t.Cleanup(func() {
		if got := srv.Requests(); len(got) != 0 {
			t.Errorf("%d requests were sent", len(got))
		}
	})
	for _, tt := range []struct {
		name string
		args []string
		env  map[string]string
		want string
	}{
		{"no credential", []string{"-topic", "7"}, map[string]string{}, "SUPEROFFICE_TOKEN"},
		{"two credentials", []string{"-topic", "7"}, map[string]string{"SUPEROFFICE_TOKEN": "a", "SUPEROFFICE_TICKET": "b"}, "set one of"},
		{"no topic", []string{"-yes"}, map[string]string{"SUPEROFFICE_TOKEN": "a"}, "-topic"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			tt.env["SUPEROFFICE_URL"] = srv.URL
			err := run(t.Context(), tt.args, environment(tt.env), new(strings.Builder))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
}

func TestABadURLIsAnErrorOfTheConfiguration(t *testing.T) {
	t.Parallel()
	env := environment(map[string]string{"SUPEROFFICE_URL": "http://crm.example.com", "SUPEROFFICE_TOKEN": "a"})
	err := run(t.Context(), []string{"-topic", "7"}, env, new(strings.Builder))
	if !errors.Is(err, superoffice.ErrInsecureURL) {
		t.Errorf("error %v, want ErrInsecureURL", err)
	}
}

func TestHelpIsNotAnError(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	if err := run(t.Context(), []string{"-h"}, environment(nil), &out); errors.Is(err, flag.ErrHelp) || err != nil {
		t.Errorf("error %v", err)
	}
	if !strings.Contains(out.String(), "-yes") {
		t.Errorf("no usage: %s", &out)
	}
}
