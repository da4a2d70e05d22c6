package superofficetest_test

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-superoffice/superoffice/superofficetest"
)

func TestRules(t *testing.T) {
	t.Parallel()
	strict := superofficetest.WithAllRules()
	tests := map[string]struct {
		option     superofficetest.Option
		path, body string
		status     int
		want       []string
	}{
		"a session without a topic": {
			option: strict, path: "/ChatSession", body: `{"CustomerName":"A"}`, status: 400,
			want: []string{`"ModelState":{"TopicId":["`},
		},
		"texts of the longest length, in characters": {
			option: strict, path: "/ChatSession", status: 200,
			body: `{"TopicId":1,"CustomerAlias":"` + strings.Repeat("æ", 64) + `","CustomerPhone":"` + strings.Repeat("1", 32) + `"}`,
		},
		"texts longer than that": {
			option: strict, path: "/ChatSession", status: 400,
			body: `{"TopicId":1,"CustomerAlias":"` + strings.Repeat("æ", 65) + `","FirstMessage":"` + strings.Repeat("a", 1025) + `"}`,
			want: []string{`"CustomerAlias":["Longer than 64 characters."]`, `"FirstMessage":["Longer than 1024 characters."]`},
		},
		"a system user needs nothing but a name": {
			option: strict, path: "/User", body: `{"Name":"A","Type":"SystemAssociate"}`, status: 200,
		},
		"an internal user needs a person, a role and a group": {
			option: strict, path: "/User", body: `{"Name":"A","Type":"InternalAssociate"}`, status: 400,
			want: []string{`"Person":["`, `"Role":["`, `"UserGroup":["`},
		},
		"a key that is not known": {
			option: strict, path: "/ChatSession", body: `{"ChatSessionId":9,"TopicId":1}`, status: 404,
			want: []string{`SoNotFoundException`},
		},
		"user management in Online": {
			option: superofficetest.WithOnlineRestriction(), path: "/User", body: `{"Name":"A"}`, status: 403,
			want: []string{`"Error":true`, `"Message":"`},
		},
		"user management in Online through the Agents": {
			option: superofficetest.WithOnlineRestriction(), path: "/Agents/User/SaveUser", body: `{"Name":"A"}`, status: 403,
		},
		"chat sessions in Online": {
			option: superofficetest.WithOnlineRestriction(), path: "/ChatSession", body: `{}`, status: 200,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t, test.option)
			res, body := call(t, srv, "POST", "/api/v1"+test.path, test.body)
			wantStatus(t, res, body, test.status)
			wantPart(t, body, test.want...)
			if stats := srv.Stats(); (stats.Created == 1) != (test.status == http.StatusOK) {
				t.Errorf("counted %+v", stats)
			}
			plain := superofficetest.Start(t)
			res, body = call(t, plain, "POST", "/api/v1"+test.path, test.body)
			wantStatus(t, res, body, http.StatusOK)
		})
	}
}

func TestUniqueUserNames(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t, superofficetest.WithUniqueUserNames())
	call(t, srv, "POST", "/api/v1/User", `{"UserName":"ola@example.com","NickName":"ola"}`)
	res, body := call(t, srv, "POST", "/api/v1/User", `{"UserName":"OLA@example.com"}`)
	wantStatus(t, res, body, http.StatusBadRequest)
	wantPart(t, body, `"ModelState":{"UserName":["`)
	_, body = call(t, srv, "POST", "/api/v1/User/Validate", `{"NickName":"Ola"}`)
	wantPart(t, body, `{"NickName":"`)
	res, body = call(t, srv, "POST", "/api/v1/User", `{"AssociateId":1,"UserName":"kari@example.com"}`)
	wantStatus(t, res, body, http.StatusOK)
	res, body = call(t, srv, "POST", "/api/v1/User", `{"UserName":"ola@example.com","NickName":"ola"}`)
	wantStatus(t, res, body, http.StatusOK)
}

func TestUniqueUserNamesAmongConcurrentCalls(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t, superofficetest.WithUniqueUserNames())
	var group sync.WaitGroup
	var created atomic.Int64
	for range 16 {
		group.Go(func() {
			if res, _ := call(t, srv, "POST", "/api/v1/User", `{"UserName":"ola"}`); res.StatusCode == http.StatusOK {
				created.Add(1)
			}
		})
	}
	group.Wait()
	if created.Load() != 1 || len(srv.Users()) != 1 {
		t.Errorf("%d were created", created.Load())
	}
}

func TestLicenses(t *testing.T) {
	t.Parallel()
	srv := superofficetest.Start(t, superofficetest.WithLicenses(
		superofficetest.License{Owner: "SuperOffice", Name: "user-plan", Total: 1},
		superofficetest.License{Owner: "SuperOffice", Name: "service", Total: 5}))
	with := func(name string) string {
		return fmt.Sprintf(`{"LicenseOwners":[{"Name":"SuperOffice","RestrictedModuleLicenses":[{"Name":%q,"Assigned":true}]}]}`, name)
	}
	res, body := call(t, srv, "POST", "/api/v1/User", with("user-plan"))
	wantStatus(t, res, body, http.StatusOK)
	res, body = call(t, srv, "POST", "/api/v1/User", with("user-plan"))
	wantStatus(t, res, body, http.StatusBadRequest)
	wantPart(t, body, `"LicenseOwners":["No licence user-plan is free."]`)
	res, body = call(t, srv, "PUT", "/api/v1/User/1", with("user-plan"))
	wantStatus(t, res, body, http.StatusOK)
	res, body = call(t, srv, "POST", "/api/v1/User", with("moon"))
	wantStatus(t, res, body, http.StatusBadRequest)
	_, body = call(t, srv, "GET", "/api/v1/User/default", "")
	wantPart(t, body, `"CanAssign":false,"Free":0,"InUse":1`, `"CanAssign":true,"Free":5,"InUse":0`)
}

func TestRateLimit(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		srv := superofficetest.New(superofficetest.WithRateLimit(0.5, 2))
		defer srv.Close()
		get := func() *http.Response {
			res, _, err := tryOver(t, srv.Transport(), srv, "GET", "/api/v1/User/default", "")
			if err != nil {
				t.Fatal(err)
			}
			return res
		}
		for range 2 {
			if res := get(); res.StatusCode != http.StatusOK {
				t.Fatal(res.Status)
			}
		}
		for range 3 {
			res := get()
			if res.StatusCode != http.StatusTooManyRequests || res.Header.Get("Retry-After") != "2" {
				t.Fatal(res.Status, res.Header)
			}
		}
		time.Sleep(2 * time.Second)
		if res := get(); res.StatusCode != http.StatusOK {
			t.Fatal(res.Status)
		}
	})
}
