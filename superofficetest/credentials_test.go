package superofficetest_test

import (
	"encoding/base64"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-superoffice/superoffice/superofficetest"
)

func basic(pair string) string {
	return "Authorization: Basic " + base64.StdEncoding.EncodeToString([]byte(pair))
}

func TestCredentials(t *testing.T) {
	t.Parallel()
	online := []superofficetest.Option{superofficetest.WithTenant("Cust12345")}
	const none = "Authorization: "
	tests := map[string]struct {
		options []superofficetest.Option
		headers []string
		status  int
	}{
		"the sample of the pages":         {headers: []string{"Authorization: Basic dGplMDpUamUw"}, status: 200},
		"a scheme in another case":        {headers: []string{"Authorization: basic dGplMDpUamUw"}, status: 200},
		"none":                            {headers: []string{none}, status: 401},
		"a wrong password":                {headers: []string{basic("tje0:tje0")}, status: 401},
		"Basic that is not base64":        {headers: []string{"Authorization: Basic tje0:Tje0"}, status: 401},
		"a scheme that does not exist":    {headers: []string{"Authorization: Digest x"}, status: 401},
		"a ticket":                        {headers: []string{"Authorization: SOTicket " + superofficetest.DefaultTicket}, status: 200},
		"a ticket in the other spelling":  {headers: []string{"Authorization: SoTicket " + superofficetest.DefaultTicket}, status: 200},
		"a token":                         {headers: []string{"Authorization: Bearer " + superofficetest.DefaultToken}, status: 200},
		"a ticket as a token":             {headers: []string{"Authorization: Bearer " + superofficetest.DefaultTicket}, status: 401},
		"Basic online":                    {options: online, status: 401},
		"a ticket online without an app":  {options: online, headers: []string{"Authorization: SOTicket " + superofficetest.DefaultTicket}, status: 401},
		"a ticket online with an app":     {options: online, headers: []string{"Authorization: SOTicket " + superofficetest.DefaultTicket, "SO-AppToken: any"}, status: 200},
		"a token online":                  {options: online, headers: []string{"Authorization: Bearer " + superofficetest.DefaultToken}, status: 200},
		"an XSRF token with its session":  {headers: []string{none, "X-XSRF-TOKEN: " + superofficetest.DefaultXSRFToken, "Cookie: a=b; " + superofficetest.DefaultSessionCookie}, status: 200},
		"an XSRF token without a session": {headers: []string{none, "X-XSRF-TOKEN: " + superofficetest.DefaultXSRFToken}, status: 401},
		"a session without XSRF token":    {headers: []string{none, "Cookie: " + superofficetest.DefaultSessionCookie}, status: 401},
		"the sample where another is given": {
			options: []superofficetest.Option{superofficetest.WithBasic("ola", "blåbær")}, status: 401,
		},
		"another user in UTF-8": {
			options: []superofficetest.Option{superofficetest.WithBasic("ola", "blåbær")},
			headers: []string{basic("ola:blåbær")}, status: 200,
		},
		"another user in ISO-8859-1": {
			options: []superofficetest.Option{superofficetest.WithBasic("ola", "blåbær")},
			headers: []string{basic("ola:bl\xe5b\xe6r")}, status: 200,
		},
		"the app token that is demanded": {
			options: []superofficetest.Option{superofficetest.WithTicket("7T:x"), superofficetest.WithAppToken("app")},
			headers: []string{"Authorization: SOTicket 7T:x", "SO-AppToken: app"}, status: 200,
		},
		"another app token": {
			options: []superofficetest.Option{superofficetest.WithTicket("7T:x"), superofficetest.WithAppToken("app")},
			headers: []string{"Authorization: SOTicket 7T:x", "SO-AppToken: other"}, status: 401,
		},
		"one of several": {
			options: []superofficetest.Option{superofficetest.WithBearer("8A:x"), superofficetest.WithXSRF("x", "s=1")},
			headers: []string{none, "X-XSRF-TOKEN: x", "Cookie: s=1"}, status: 200,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t, test.options...)
			res, body := call(t, srv, "GET", "/api/v1/User/default", "", test.headers...)
			wantStatus(t, res, body, test.status)
		})
	}
}

func TestTokensExpire(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		srv := superofficetest.New(superofficetest.WithExpiredStatus(http.StatusForbidden))
		defer srv.Close()
		status := func(authorization string) int {
			res, _, err := tryOver(t, srv.Transport(), srv, "GET", "/api/v1/User/default", "", "Authorization: "+authorization)
			if err != nil {
				t.Fatal(err)
			}
			return res.StatusCode
		}
		srv.AcceptBearer("8A:a", time.Now().Add(20*time.Minute))
		srv.AcceptTicket("7T:a", 6*time.Hour)
		for range 3 {
			if got := status("SOTicket 7T:a"); got != http.StatusOK {
				t.Fatalf("a ticket in use is %d", got)
			}
			time.Sleep(5 * time.Hour)
		}
		if got := status("Bearer 8A:a"); got != http.StatusForbidden {
			t.Errorf("an expired token is %d", got)
		}
		srv.AcceptBearer("8A:a", time.Time{})
		if got := status("Bearer 8A:a"); got != http.StatusOK {
			t.Errorf("a renewed token is %d", got)
		}
		time.Sleep(6 * time.Hour)
		if got := status("SOTicket 7T:a"); got != http.StatusForbidden {
			t.Errorf("a ticket out of use is %d", got)
		}
		srv.Expire(superofficetest.DefaultToken)
		srv.Expire("never heard of")
		if got := status("Bearer " + superofficetest.DefaultToken); got != http.StatusForbidden {
			t.Errorf("a token that was ended is %d", got)
		}
	})
}
