package main

import (
	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/oauth"
	"github.com/go-superoffice/superoffice/superofficetest"
)

// standIn is SuperId and a tenant, both in this process.
type standIn struct {
	idp *superofficetest.IdentityProvider
	crm *superofficetest.Server
}

func startStandIn() *standIn {
	s := &standIn{
		// Without TLS, so that no browser warns of a certificate it does not know.
		idp: superofficetest.NewIdentityProvider(superofficetest.WithoutTLS()),
		crm: superofficetest.NewServer(superofficetest.WithTenant("Cust12345")),
	}
	s.idp.SetApplication(superofficetest.Application{
		ID: "oauthlogin", Secret: "not-a-secret", RedirectURLs: []string{"http://127.0.0.1/callback"},
	})
	s.idp.SetTenant(superofficetest.IdentityTenant{Name: "Cust12345", Server: s.crm})
	return s
}

func (s *standIn) config() oauth.Config {
	return oauth.Config{
		Environment:  superoffice.Environment(s.idp.URL),
		ClientID:     "oauthlogin",
		ClientSecret: "not-a-secret",
	}
}

// Close stops both.
func (s *standIn) Close() {
	s.idp.Close()
	s.crm.Close()
}
