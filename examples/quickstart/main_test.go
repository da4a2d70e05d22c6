package main

import (
	"errors"
	"flag"
	"maps"
	"regexp"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
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
		topic           int32
		userType        models.UserType
		says            string
	}{
		{"without -yes nothing is sent", nil, 0, 0, 1, "", "Nothing was sent"},
		{"nor with other flags", []string{"-topic", "7", "-person", "865"}, 0, 0, 7, "", "in topic 7 "},
		{"the plan names the topic that it assumes", nil, 0, 0, 1, "", "in topic 1 (-topic)"},
		{"and the kind of user", nil, 0, 0, 1, "", "AnonymousAssociate"},
		{"with -yes two chat sessions and an anonymous user", []string{"-yes"}, 2, 1, 1, models.UserTypeAnonymousAssociate, "AssociateID"},
		{"a topic that was named", []string{"-topic", "7", "-yes"}, 2, 1, 7, models.UserTypeAnonymousAssociate, "ChatSessionID"},
		{"a person who was named becomes an internal user", []string{"-person", "865", "-yes"}, 2, 1, 1, models.UserTypeInternalAssociate, "who is person 865"},
		{"no user", []string{"-no-user", "-yes"}, 2, 0, 1, "", "no user (-no-user)"},
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
			for _, user := range srv.Users() {
				if user.Type != tt.userType || (user.Person != nil) != (user.Type == models.UserTypeInternalAssociate) {
					t.Errorf("created the user %+v", user)
				}
			}
			for _, session := range srv.ChatSessions() {
				if session.TopicID != tt.topic || session.User != nil || session.Contact != nil {
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
		{"no credential", nil, map[string]string{}, "SUPEROFFICE_TOKEN"},
		{"two credentials", nil, map[string]string{"SUPEROFFICE_TOKEN": "a", "SUPEROFFICE_TICKET": "b"}, "set one of"},
		{"a topic that is no int32", []string{"-topic", "2147483648"}, map[string]string{"SUPEROFFICE_TOKEN": "a"}, "2147483647"},
		{"a topic that is none", []string{"-topic", "0"}, map[string]string{"SUPEROFFICE_TOKEN": "a"}, "not an id"},
		{"a person that is no int32", []string{"-person", "4294967297"}, map[string]string{"SUPEROFFICE_TOKEN": "a"}, "-person"},
		{"a person below zero", []string{"-person", "-1"}, map[string]string{"SUPEROFFICE_TOKEN": "a"}, "not an id"},
		{"something that is no flag", []string{"yes"}, map[string]string{"SUPEROFFICE_TOKEN": "a"}, `"yes"`},
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
	err := run(t.Context(), nil, env, new(strings.Builder))
	if !errors.Is(err, superoffice.ErrInsecureURL) {
		t.Errorf("error %v, want ErrInsecureURL", err)
	}
}

func TestAnInstallationThatRefusesUsersGetsTheRest(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t, superofficetest.WithOnlineRestriction())
	env := environment(map[string]string{"SUPEROFFICE_URL": srv.URL, "SUPEROFFICE_TOKEN": superofficetest.DefaultToken})
	var out strings.Builder
	err := run(t.Context(), []string{"-yes"}, env, &out)
	if !errors.Is(err, superoffice.ErrForbidden) {
		t.Errorf("error %v, want ErrForbidden", err)
	}
	if len(srv.ChatSessions()) != 2 || !regexp.MustCompile(`outcome +rejected`).MatchString(out.String()) {
		t.Errorf("%d chat sessions and:\n%s", len(srv.ChatSessions()), &out)
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
