package superoffice_test

import (
	"bufio"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/superofficetest"
)

// guarded puts a gate before a SuperOffice, as a web server does that signs
// people in by itself.
func guarded(t *testing.T, settings *tls.Config, lets func(*http.Request) bool) (*httptest.Server, *superofficetest.Server) {
	t.Helper()
	crm := superofficetest.New(superofficetest.WithTicket("7T:implicit"))
	t.Cleanup(crm.Close)
	gate := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !lets(r) {
			w.Header().Set("WWW-Authenticate", "Negotiate")
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		r.Header.Set("Authorization", "SOTicket 7T:implicit")
		crm.Handler().ServeHTTP(w, r)
	}))
	gate.TLS = settings
	gate.StartTLS()
	t.Cleanup(gate.Close)
	return gate, crm
}

func newAuthority(t *testing.T) *superofficetest.Authority {
	t.Helper()
	authority, err := superofficetest.NewAuthority()
	if err != nil {
		t.Fatal(err)
	}
	return authority
}

func certificate(t *testing.T, authority *superofficetest.Authority, name string, hosts ...string) tls.Certificate {
	t.Helper()
	issued, err := authority.Certificate(name, hosts...)
	if err != nil {
		t.Fatal(err)
	}
	return issued
}

func TestPrivateAuthority(t *testing.T) {
	t.Parallel()
	authority, stranger := newAuthority(t), newAuthority(t)
	srv := superofficetest.Start(t, superofficetest.WithTLS(&tls.Config{
		Certificates: []tls.Certificate{certificate(t, authority, "crm", "127.0.0.1")}, MinVersion: tls.VersionTLS12,
	}))
	for name, row := range map[string]struct {
		http    *http.Client
		trusted bool
	}{
		"trusted":  {authority.Client(), true},
		"unknown":  {&http.Client{}, false},
		"stranger": {stranger.Client(), false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			client, err := superoffice.New(srv.URL, superofficetest.Auth, superoffice.WithHTTPClient(row.http))
			if err != nil {
				t.Fatal(err)
			}
			response, err := createOne(t.Context(), client)
			switch {
			case row.trusted && err != nil:
				t.Error(err)
			case !row.trusted && (superoffice.OutcomeOf(err) != superoffice.OutcomeNotSent || response.Attempts > 1):
				t.Errorf("outcome %s after %d attempts: %v", superoffice.OutcomeOf(err), response.Attempts, err)
			}
		})
	}
}

func TestClientCertificateSignsIn(t *testing.T) {
	t.Parallel()
	authority := newAuthority(t)
	gate, crm := guarded(t, &tls.Config{
		Certificates: []tls.Certificate{certificate(t, authority, "crm", "127.0.0.1")},
		ClientCAs:    authority.Pool(),
		ClientAuth:   tls.VerifyClientCertIfGiven,
		MinVersion:   tls.VersionTLS12,
	}, func(r *http.Request) bool {
		return len(r.TLS.PeerCertificates) > 0 && r.TLS.PeerCertificates[0].Subject.CommonName == "ola" && r.Header.Get("Authorization") == ""
	})
	for name, row := range map[string]struct {
		http *http.Client
		is   error
	}{
		"hers":    {authority.Client(certificate(t, authority, "ola")), nil},
		"another": {authority.Client(certificate(t, authority, "kari")), superoffice.ErrUnauthorized},
		"none":    {authority.Client(), superoffice.ErrUnauthorized},
	} {
		client, err := superoffice.New(gate.URL, superoffice.TransportAuth(), superoffice.WithHTTPClient(row.http))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := createOne(t.Context(), client); !errors.Is(err, row.is) || row.is != nil && superoffice.OutcomeOf(err) != superoffice.OutcomeRejected {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n := len(crm.ChatSessions()); n != 1 {
		t.Errorf("%d records, want 1", n)
	}
}

// negotiate stands for a transport that signs in with the operating system's
// help: it sends a token of Kerberos where the server asks for one.
type negotiate struct{ next http.RoundTripper }

func (n negotiate) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.Header.Set("Authorization", "Negotiate kerberos-s3cr3t")
	return n.next.RoundTrip(req)
}

func TestTransportNegotiates(t *testing.T) {
	t.Parallel()
	authority := newAuthority(t)
	gate, crm := guarded(t, &tls.Config{
		Certificates: []tls.Certificate{certificate(t, authority, "crm", "127.0.0.1")}, MinVersion: tls.VersionTLS12,
	}, func(r *http.Request) bool { return r.Header.Get("Authorization") == "Negotiate kerberos-s3cr3t" })
	web := authority.Client()
	web.Transport = negotiate{web.Transport}
	client, err := superoffice.New(gate.URL, superoffice.TransportAuth(), superoffice.WithHTTPClient(web))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := createOne(t.Context(), client); err != nil || len(crm.ChatSessions()) != 1 {
		t.Error(err)
	}
	checkNoSecret(t, client)
}

// proxy is one that wants a password and connects through.
type proxy struct {
	*httptest.Server

	mu        sync.Mutex
	connected []string
}

func startProxy(t *testing.T, user, password string) *proxy {
	t.Helper()
	p := &proxy{}
	wanted := "Basic " + base64.StdEncoding.EncodeToString([]byte(user+":"+password))
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodConnect || r.Header.Get("Proxy-Authorization") != wanted {
			w.WriteHeader(http.StatusProxyAuthRequired)
			return
		}
		p.mu.Lock()
		p.connected = append(p.connected, r.Host)
		p.mu.Unlock()
		connect(w, r.Host)
	}))
	t.Cleanup(p.Close)
	return p
}

func connect(w http.ResponseWriter, host string) {
	there, err := net.Dial("tcp", host)
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	defer there.Close()
	here, buffered, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer here.Close()
	_, _ = io.WriteString(here, "HTTP/1.1 200 Connection established\r\n\r\n")
	pump(here, there, buffered)
}

func pump(here, there net.Conn, buffered *bufio.ReadWriter) {
	var wg sync.WaitGroup
	wg.Go(func() { _, _ = io.Copy(there, buffered); _ = there.Close() })
	wg.Go(func() { _, _ = io.Copy(here, there); _ = here.Close() })
	wg.Wait()
}

func TestProxy(t *testing.T) {
	t.Parallel()
	authority := newAuthority(t)
	srv := superofficetest.Start(t, superofficetest.WithTLS(&tls.Config{
		Certificates: []tls.Certificate{certificate(t, authority, "crm", "127.0.0.1")}, MinVersion: tls.VersionTLS12,
	}))
	between := startProxy(t, "proxyuser", "proxy-s3cr3t")
	through := func(password string) *superoffice.Client {
		address, err := url.Parse(between.URL)
		if err != nil {
			t.Fatal(err)
		}
		address.User = url.UserPassword("proxyuser", password)
		web := authority.Client()
		transport, ok := web.Transport.(*http.Transport)
		if !ok {
			t.Fatal("not the transport that was expected")
		}
		transport.Proxy = http.ProxyURL(address)
		t.Cleanup(web.CloseIdleConnections)
		client, err := superoffice.New(srv.URL, superofficetest.Auth, superoffice.WithHTTPClient(web), superoffice.WithRetry(superoffice.Retry{MaxAttempts: 1}))
		if err != nil {
			t.Fatal(err)
		}
		return client
	}
	if _, err := createOne(t.Context(), through("proxy-s3cr3t")); err != nil {
		t.Error(err)
	}
	if got := strings.Join(between.connected, " "); got != strings.TrimPrefix(srv.URL, "https://") {
		t.Errorf("connected to %q", got)
	}
	_, err := createOne(t.Context(), through("wrong-s3cr3t"))
	if err == nil || superoffice.OutcomeOf(err) != superoffice.OutcomeNotSent {
		t.Errorf("outcome %s: %v", superoffice.OutcomeOf(err), err)
	}
	checkNoSecret(t, err)
}
