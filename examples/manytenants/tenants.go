package main

import (
	"crypto/rsa"
	"net/http"
	"sync"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/systemuser"
)

// signUp is what a program knows of itself and of its customers.
type signUp struct {
	environment  superoffice.Environment
	key          *rsa.PrivateKey
	appToken     string
	http         *http.Client      // for all tenants
	systemTokens map[string]string // by tenant; a real program has them in a database
}

// tenants makes a client for each tenant once and keeps it.
type tenants struct {
	signUp signUp

	mu      sync.Mutex
	clients map[string]*superoffice.Client
}

func newTenants(s signUp) *tenants {
	return &tenants{signUp: s, clients: map[string]*superoffice.Client{}}
}

// client returns the tenant's client. Making one does not connect, so the lock
// is held for a moment only.
func (t *tenants) client(name string) (*superoffice.Client, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if client := t.clients[name]; client != nil {
		return client, nil
	}
	source, err := systemuser.New(systemuser.Config{
		Environment:      t.signUp.environment,
		Tenant:           name,
		SystemToken:      t.signUp.systemTokens[name],
		ApplicationToken: t.signUp.appToken,
		Key:              t.signUp.key,
		HTTPClient:       t.signUp.http,
	})
	if err != nil {
		return nil, err
	}
	client, err := superoffice.NewOnline(t.signUp.environment, name,
		superoffice.SOTicketSource(source),
		superoffice.WithAppToken(t.signUp.appToken),
		superoffice.WithHTTPClient(t.signUp.http))
	if err != nil {
		return nil, err
	}
	t.clients[name] = client
	return client, nil
}
