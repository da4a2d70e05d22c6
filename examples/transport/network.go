package main

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net/http"
	"net/url"
	"os"
)

// network is what the way to an installation asks for; empty parts are left out.
type network struct {
	authority, certificate, key string // names of files
	proxy                       string
}

// client begins with the default transport, which also takes the proxy from
// the environment, and changes what was asked for.
func (n network) client() (*http.Client, error) {
	transport, ok := http.DefaultTransport.(*http.Transport)
	if !ok {
		return nil, errors.New("something replaced the default transport")
	}
	transport = transport.Clone()
	settings := &tls.Config{MinVersion: tls.VersionTLS12}
	transport.TLSClientConfig = settings
	if n.authority != "" {
		file, err := os.ReadFile(n.authority)
		if err != nil {
			return nil, err
		}
		settings.RootCAs = x509.NewCertPool()
		if !settings.RootCAs.AppendCertsFromPEM(file) {
			return nil, errors.New("no certificate in " + n.authority)
		}
	}
	if n.certificate != "" {
		certificate, err := tls.LoadX509KeyPair(n.certificate, n.key)
		if err != nil {
			return nil, err
		}
		settings.Certificates = []tls.Certificate{certificate}
	}
	if n.proxy != "" {
		address, err := url.Parse(n.proxy)
		if err != nil {
			return nil, errors.New("the proxy's address is not a URL") // which may hold a password
		}
		transport.Proxy = http.ProxyURL(address)
	}
	return &http.Client{Transport: transport}, nil
}

// negotiator gets a token for a server from Kerberos or Windows, for instance
// with a library for GSSAPI or SSPI.
type negotiator interface {
	Token(server string) (string, error)
}

// negotiate signs in with the tokens of a negotiator. A RoundTripper must not
// change the request that it gets.
type negotiate struct {
	tokens negotiator
	next   http.RoundTripper
}

// RoundTrip sends the request with a token.
func (t negotiate) RoundTrip(req *http.Request) (*http.Response, error) {
	token, err := t.tokens.Token(req.URL.Hostname())
	if err != nil {
		return nil, err
	}
	signed := req.Clone(req.Context())
	signed.Header.Set("Authorization", "Negotiate "+token)
	return t.next.RoundTrip(signed)
}
