package superoffice_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice"
)

// What a proxy does to CONNECT happens before anything of the request is sent.
func TestAProxyInFrontOfHTTPS(t *testing.T) {
	t.Parallel()
	for name, proxy := range map[string]reply{
		"refuses":                           says(http.StatusForbidden, "s3cr3t"),
		"wants another credential":          says(http.StatusProxyAuthRequired, "s3cr3t", "Proxy-Authenticate: Basic"),
		"is out of order":                   says(http.StatusServiceUnavailable, "s3cr3t"),
		"drops the connection":              dropsAfterReading,
		"cuts the tunnel at its first byte": raw("HTTP/1.1 200 OK\r\n\r\n"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, server := openFaulty(t, nil, proxy)
			transport := &http.Transport{Proxy: http.ProxyURL(&url.URL{Scheme: "http", Host: server.at, User: url.UserPassword("proxy", "proxy-s3cr3t")})}
			t.Cleanup(transport.CloseIdleConnections)
			client := newClient(t, "https://crm.example.com", superoffice.Bearer("8A:token-s3cr3t"), quick,
				superoffice.WithHTTPClient(&http.Client{Transport: transport}))
			var response superoffice.Response
			err := createSmallUser(t, client, superoffice.WithResponse(&response))
			if superoffice.OutcomeOf(err) != notSent || response.Attempts != 4 {
				t.Errorf("%v after %d attempts", err, response.Attempts)
			}
			for _, r := range server.requests() {
				if r.method != http.MethodConnect || strings.Contains(r.header.Get("Authorization"), planted) {
					t.Errorf("the proxy got %s %s", r.method, r.target)
				}
			}
			checkNoSecret(t, err)
		})
	}
}
