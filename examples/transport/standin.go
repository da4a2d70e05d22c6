package main

import (
	"context"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"

	"github.com/go-superoffice/superoffice/superofficetest"
)

// showAll shows each way against a stand-in: a web server that signs in whom
// it knows by certificate or by Negotiate, and hands the call on.
func showAll(ctx context.Context, out io.Writer) error {
	authority, err := superofficetest.NewAuthority()
	if err != nil {
		return err
	}
	site, err := authority.Certificate("crm", "127.0.0.1")
	if err != nil {
		return err
	}
	person, err := authority.Certificate("ola")
	if err != nil {
		return err
	}
	crm := superofficetest.New(superofficetest.WithTicket("7T:implicit"))
	defer crm.Close()
	front := httptest.NewUnstartedServer(signedIn(crm.Handler()))
	front.TLS = &tls.Config{
		Certificates: []tls.Certificate{site},
		ClientCAs:    authority.Pool(),
		ClientAuth:   tls.VerifyClientCertIfGiven,
		MinVersion:   tls.VersionTLS12,
	}
	front.StartTLS()
	defer front.Close()
	between := httptest.NewServer(http.HandlerFunc(connect))
	defer between.Close()

	if err := show(ctx, "client certificate and private authority", front.URL, authority.Client(person), out); err != nil {
		return err
	}
	signing := authority.Client()
	signing.Transport = negotiate{tokens: kerberos{}, next: signing.Transport}
	if err := show(ctx, "Negotiate", front.URL, signing, out); err != nil {
		return err
	}
	if err := throughProxy(ctx, between.URL, front.URL, authority.Client(person), out); err != nil {
		return err
	}
	if err := show(ctx, "nobody", front.URL, authority.Client(), out); err != nil {
		fmt.Fprintln(out, err)
	}
	return nil
}

func throughProxy(ctx context.Context, proxy, address string, web *http.Client, out io.Writer) error {
	between, err := url.Parse(proxy)
	if err != nil {
		return err
	}
	transport, ok := web.Transport.(*http.Transport)
	if !ok {
		return errors.New("not the transport that was expected")
	}
	transport.Proxy = http.ProxyURL(between)
	defer web.CloseIdleConnections() // or the proxy would wait for them
	return show(ctx, "proxy", address, web, out)
}

// signedIn is what a web server does that knows its people.
func signedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(r.TLS.PeerCertificates) == 0 && r.Header.Get("Authorization") != "Negotiate "+kerberosToken {
			w.Header().Set("WWW-Authenticate", "Negotiate")
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		r.Header.Set("Authorization", "SOTicket 7T:implicit")
		next.ServeHTTP(w, r)
	})
}

// kerberos stands for a library.
type kerberos struct{}

var kerberosToken = base64.StdEncoding.EncodeToString([]byte("token of the operating system"))

// Token gives the same token for every server.
func (kerberos) Token(string) (string, error) { return kerberosToken, nil }

// connect is a proxy.
func connect(w http.ResponseWriter, r *http.Request) {
	var dialer net.Dialer
	there, err := dialer.DialContext(r.Context(), "tcp", r.Host)
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	defer there.Close()
	here, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer here.Close()
	_, _ = io.WriteString(here, "HTTP/1.1 200 Connection established\r\n\r\n")
	var both sync.WaitGroup
	both.Go(func() { _, _ = io.Copy(there, here); _ = there.Close() })
	both.Go(func() { _, _ = io.Copy(here, there); _ = here.Close() })
	both.Wait()
}
