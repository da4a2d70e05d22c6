package superofficetest_test

import (
	"crypto/tls"
	"net/http"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/superofficetest"
)

// startTLS starts a server with HTTPS and a transport that trusts it.
func startTLS(t *testing.T) (*superofficetest.Server, *http.Transport) {
	t.Helper()
	authority, err := superofficetest.NewAuthority()
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := authority.Certificate("server", "127.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	srv := superofficetest.Start(t, superofficetest.WithTLS(&tls.Config{Certificates: []tls.Certificate{certificate}}))
	transport := &http.Transport{
		TLSClientConfig:   &tls.Config{RootCAs: authority.Pool()},
		ForceAttemptHTTP2: true,
	}
	t.Cleanup(transport.CloseIdleConnections)
	return srv, transport
}

func TestServerOverTLS(t *testing.T) {
	t.Parallel()
	srv, transport := startTLS(t)
	if !strings.HasPrefix(srv.URL, "https://127.0.0.1:") {
		t.Fatal(srv.URL)
	}
	res, body, err := tryOver(t, transport, srv, "POST", "/api/v1/User", `{"Name":"A"}`)
	if err != nil {
		t.Fatal(err)
	}
	wantStatus(t, res, body, http.StatusOK)
	wantPart(t, body, `"Self":"`+srv.URL+`/api/v1/User/1/"`)
	if res, _, err = tryOver(t, transport, srv, "GET", "/api/v1/User/9", ""); err != nil || res.StatusCode != http.StatusNotFound {
		t.Error(res, err)
	}
}
