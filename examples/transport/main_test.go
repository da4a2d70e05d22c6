package main

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/superofficetest"
)

func TestEveryWayIsShown(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	if err := run(t.Context(), nil, &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"private authority: answered", "Negotiate: answered", "proxy: answered", "nobody: ", "401"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in %s", want, out.String())
		}
	}
}

func save(t *testing.T, name, kind string, der []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestInstallationWithFiles(t *testing.T) {
	t.Parallel()
	authority, err := superofficetest.NewAuthority()
	if err != nil {
		t.Fatal(err)
	}
	site, err := authority.Certificate("crm", "127.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	person, err := authority.Certificate("ola")
	if err != nil {
		t.Fatal(err)
	}
	key, err := x509.MarshalPKCS8PrivateKey(person.PrivateKey)
	if err != nil {
		t.Fatal(err)
	}
	crm := superofficetest.New(superofficetest.WithTicket("7T:implicit"))
	defer crm.Close()
	front := httptest.NewUnstartedServer(signedIn(crm.Handler()))
	front.TLS = &tls.Config{
		Certificates: []tls.Certificate{site}, ClientCAs: authority.Pool(),
		ClientAuth: tls.VerifyClientCertIfGiven, MinVersion: tls.VersionTLS12,
	}
	front.StartTLS()
	defer front.Close()

	ca := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(ca, authority.PEM(), 0o600); err != nil {
		t.Fatal(err)
	}
	certificate := save(t, "ola.pem", "CERTIFICATE", person.Certificate[0])
	private := save(t, "ola-key.pem", "PRIVATE KEY", key)
	var out strings.Builder
	if err := run(t.Context(), []string{"-url", front.URL, "-ca", ca, "-cert", certificate, "-key", private}, &out); err != nil {
		t.Fatal(err)
	}
	if err := run(t.Context(), []string{"-url", front.URL, "-ca", ca}, &out); !errors.Is(err, superoffice.ErrUnauthorized) {
		t.Errorf("without a certificate: %v", err)
	}
	if err := run(t.Context(), []string{"-url", front.URL}, &out); superoffice.OutcomeOf(err) != superoffice.OutcomeNotSent {
		t.Errorf("without the authority: %v", err)
	}
}

func TestBadArguments(t *testing.T) {
	t.Parallel()
	empty := filepath.Join(t.TempDir(), "empty.pem")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	const address = "https://127.0.0.1:1"
	for _, args := range [][]string{
		{"-unknown"},
		{"-url", address, "-ca", empty},
		{"-url", address, "-ca", empty + "x"},
		{"-url", address, "-cert", empty, "-key", empty},
		{"-url", address, "-proxy", "http://me:PLANTED@[::1"},
		{"-url", "::"},
	} {
		if err := run(t.Context(), args, new(strings.Builder)); err == nil || strings.Contains(err.Error(), "PLANTED") {
			t.Errorf("%v: %v", args, err)
		}
	}
	if err := run(t.Context(), []string{"-h"}, new(strings.Builder)); err != nil {
		t.Errorf("help: %v", err)
	}
}
