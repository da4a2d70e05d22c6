package main

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/tls"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/superofficetest"
	"github.com/go-superoffice/superoffice/systemuser"
)

const appToken = "not-a-secret"

// standIn is a login host and a tenant, both in this process and over TLS.
type standIn struct {
	key    *rsa.PrivateKey
	idp    *superofficetest.IdentityProvider
	crm    *superofficetest.Server
	tenant superofficetest.IdentityTenant
}

func startStandIn() (*standIn, error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, err
	}
	idp := superofficetest.NewIdentityProvider(superofficetest.WithApplication(superofficetest.Application{
		ID: "systemuser", Secret: appToken, PublicKey: &key.PublicKey,
	}))
	certificate, err := idp.Authority().Certificate("tenants", "127.0.0.1")
	if err != nil {
		idp.Close()
		return nil, err
	}
	crm := superofficetest.NewServer(superofficetest.WithTenant("Cust12345"), superofficetest.WithTLS(&tls.Config{
		Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS12,
	}))
	tenant := idp.SetTenant(superofficetest.IdentityTenant{Name: "Cust12345", Server: crm})
	return &standIn{key: key, idp: idp, crm: crm, tenant: tenant}, nil
}

func (s *standIn) config() systemuser.Config {
	return systemuser.Config{
		Environment:      superoffice.Environment(s.idp.URL),
		Tenant:           s.tenant.Name,
		SystemToken:      s.tenant.SystemToken,
		ApplicationToken: appToken,
		Key:              s.key,
		Audience:         "spn:" + s.tenant.Serial,
		HTTPClient:       s.idp.Client(),
	}
}

func (s *standIn) tickets() int { return s.idp.Count(superofficetest.EndpointSystemUser) }

// Close stops both.
func (s *standIn) Close() {
	s.idp.Close()
	s.crm.Close()
}
