package superoffice_test

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/go-superoffice/superoffice"
)

// faulty is a server of either version of HTTP.
type faulty interface {
	serve(listener net.Listener)
	close(listener net.Listener)
	requests() []receivedRequest
	forget()
}

// open starts the server and tells the transport how to speak with it.
func (f *fault) open(network net.Listener, transport *http.Transport) (server faulty, url string) {
	server, url = &faultServer{script: f.script}, "http://127.0.0.1"
	switch {
	case f.http2 != nil:
		server = &http2Server{script: f.http2}
		transport.Protocols = new(http.Protocols)
		transport.Protocols.SetUnencryptedHTTP2(true)
	case f.script == nil:
		server = &faultServer{script: list(saved())}
	}
	if f.secure != nil {
		network = tls.NewListener(network, f.secure)
	}
	if f.trust != nil {
		url = "https://crm.example.com"
	}
	server.serve(network)
	return server, url
}

// connect starts the row's server in the bubble and makes a client for it.
func (f *fault) connect(t *testing.T, auth superoffice.Auth, opts []superoffice.ClientOption) (*superoffice.Client, faulty) {
	t.Helper()
	network := newMemory()
	transport := &http.Transport{DialContext: network.dial, TLSClientConfig: f.trust}
	switch {
	case f.dial != nil:
		transport.DialContext = f.refuse
	case f.wrap != nil:
		wrap := f.wrap()
		transport.DialContext = func(ctx context.Context, kind, address string) (net.Conn, error) {
			conn, err := network.dial(ctx, kind, address)
			if err == nil {
				conn = wrap(conn)
			}
			return conn, err
		}
	}
	server, url := f.open(network, transport)
	t.Cleanup(func() {
		time.Sleep(time.Minute) // in testing/synctest: the fetch of a token goes on without its caller
		transport.CloseIdleConnections()
		server.close(network)
	})
	given := &http.Client{Transport: transport}
	if f.client != nil {
		f.client(given)
	}
	opts = append([]superoffice.ClientOption{superoffice.WithHTTPClient(given)}, opts...)
	client, err := superoffice.New(url+"/SuperOffice", auth, opts...)
	if err != nil {
		t.Fatal(err)
	}
	return client, server
}

func (f *fault) refuse(ctx context.Context, _, _ string) (net.Conn, error) {
	return nil, f.dial(ctx)
}
