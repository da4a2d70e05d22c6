package superoffice_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"math/big"
	"testing"
	"time"
)

func TestTLS(t *testing.T) {
	t.Parallel()
	ours, theirs := newSigner(t), newSigner(t)
	ages := time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)
	serving := func(certificate tls.Certificate) *tls.Config {
		return &tls.Config{Certificates: list(certificate)}
	}
	good := ours.issue(t, "crm.example.com", ages)
	trust := &tls.Config{RootCAs: ours.pool()}
	all := list(pause(1), pause(2), pause(3))

	// In TLS 1.3 a client is through with the handshake, and writes, before the
	// server has looked at its certificate.
	refusing := func(version uint16) *tls.Config {
		c := serving(good)
		c.MinVersion, c.MaxVersion, c.ClientAuth = version, version, tls.RequestClientCert
		c.VerifyConnection = func(tls.ConnectionState) error {
			<-time.After(time.Second)
			return errors.New("no certificate of a client")
		}
		return c
	}
	old := serving(good)
	old.MaxVersion = tls.VersionTLS11

	runFaults(t, []fault{
		{name: "success", secure: serving(good), trust: trust, posts: 1},
		{name: "an authority that is not trusted", secure: serving(theirs.issue(t, "crm.example.com", ages)), trust: trust, outcome: notSent, attempts: 1},
		{name: "a certificate of another host", secure: serving(ours.issue(t, "other.example.com", ages)), trust: trust, outcome: notSent, attempts: 1},
		{name: "a certificate that has expired", secure: serving(ours.issue(t, "crm.example.com", birth.Add(time.Hour))), trust: trust, outcome: notSent, attempts: 1},
		{name: "a handshake that is broken off", script: list(dropsBeforeReading), trust: trust, outcome: notSent, attempts: 4, waits: all},
		{name: "no TLS at all", script: list(saved()), trust: trust, outcome: notSent, attempts: 4, waits: all},
		{name: "a version that is too old", secure: old, trust: trust, outcome: notSent, attempts: 4, waits: all},
		{
			name: "a client certificate refused under TLS 1.2", secure: refusing(tls.VersionTLS12), trust: trust,
			outcome: notSent, attempts: 4, waits: append(list(exactly(4*time.Second)), all...),
		},
		{
			name: "a client certificate refused under TLS 1.3", secure: refusing(tls.VersionTLS13), trust: trust,
			outcome: unknown, attempts: 1, waits: list(exactly(time.Second)),
		},
	})
}

// birth is before the time in a synctest bubble.
var birth = time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC)

// signer signs certificates.
type signer struct {
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
}

func newSigner(t *testing.T) *signer {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "authority"},
		NotBefore: birth, NotAfter: birth.AddDate(200, 0, 0),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return &signer{certificate, key}
}

func (a *signer) pool() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AddCert(a.certificate)
	return pool
}

func (a *signer) issue(t *testing.T, host string, until time.Time) tls.Certificate {
	t.Helper()
	template := &x509.Certificate{
		SerialNumber: big.NewInt(2), DNSNames: list(host), NotBefore: birth, NotAfter: until,
		ExtKeyUsage: list(x509.ExtKeyUsageServerAuth),
	}
	der, err := x509.CreateCertificate(rand.Reader, template, a.certificate, &a.key.PublicKey, a.key)
	if err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: list(der), PrivateKey: a.key}
}
