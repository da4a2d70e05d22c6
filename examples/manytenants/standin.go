package main

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/tls"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/superofficetest"
)

const appToken = "not-a-secret"

// standIn is a login host and some tenants, all in this process and over TLS.
type standIn struct {
	key     *rsa.PrivateKey
	idp     *superofficetest.IdentityProvider
	servers map[string]*superofficetest.Server
	tokens  map[string]string
}

func startStandIn(names ...string) (*standIn, error) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, err
	}
	s := &standIn{
		key: key,
		idp: superofficetest.NewIdentityProvider(superofficetest.WithApplication(superofficetest.Application{
			ID: "manytenants", Secret: appToken, PublicKey: &key.PublicKey,
		})),
		servers: map[string]*superofficetest.Server{},
		tokens:  map[string]string{},
	}
	certificate, err := s.idp.Authority().Certificate("tenants", "127.0.0.1")
	if err != nil {
		s.Close()
		return nil, err
	}
	settings := &tls.Config{Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS12}
	for _, name := range names {
		crm := superofficetest.NewServer(superofficetest.WithTenant(name), superofficetest.WithTLS(settings))
		s.servers[name] = crm
		s.tokens[name] = s.idp.SetTenant(superofficetest.IdentityTenant{Name: name, Server: crm}).SystemToken
	}
	return s, nil
}

func (s *standIn) signUp() signUp {
	return signUp{
		environment:  superoffice.Environment(s.idp.URL),
		key:          s.key,
		appToken:     appToken,
		http:         s.idp.Client(),
		systemTokens: s.tokens,
	}
}

// stop closes a tenant for maintenance.
func (s *standIn) stop(name string) {
	s.idp.SetTenant(superofficetest.IdentityTenant{Name: name, Server: s.servers[name], State: "OfflineMaintenance"})
}

// Close stops everything.
func (s *standIn) Close() {
	s.idp.Close()
	for _, crm := range s.servers {
		crm.Close()
	}
}
