package systemuser_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"math/big"
	"strings"
	"sync"
	"testing"

	"github.com/go-superoffice/superoffice/systemuser"
)

var appKey = sync.OnceValue(func() *rsa.PrivateKey { return newKey(2048) })

func newKey(bits int) *rsa.PrivateKey {
	key, err := rsa.GenerateKey(rand.Reader, bits)
	if err != nil {
		panic(err)
	}
	return key
}

func pemOf(kind string, der []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})
}

func pkcs8(t *testing.T, key any) []byte {
	t.Helper()
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return pemOf("PRIVATE KEY", der)
}

// xmlOf writes a key as RSA.ToXmlString(true) does.
func xmlOf(key *rsa.PrivateKey) string {
	var b strings.Builder
	b.WriteString("<RSAKeyValue>")
	for _, part := range []struct {
		name string
		n    *big.Int
	}{
		{"Modulus", key.N},
		{"Exponent", big.NewInt(int64(key.E))},
		{"P", key.Primes[0]},
		{"Q", key.Primes[1]},
		{"DP", key.Precomputed.Dp},
		{"DQ", key.Precomputed.Dq},
		{"InverseQ", key.Precomputed.Qinv},
		{"D", key.D},
	} {
		fmt.Fprintf(&b, "<%s>%s</%[1]s>", part.name, base64.StdEncoding.EncodeToString(part.n.Bytes()))
	}
	b.WriteString("</RSAKeyValue>")
	return b.String()
}

func TestParseKey(t *testing.T) {
	t.Parallel()
	key := appKey()
	pkcs1 := pemOf("RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(key))
	for _, row := range []struct {
		name string
		file []byte
	}{
		{"PKCS #1", pkcs1},
		{"PKCS #8", pkcs8(t, key)},
		{"RSAKeyValue", []byte(xmlOf(key))},
		{"RSAKeyValue of a file", []byte("\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n" + strings.ReplaceAll(xmlOf(key), "><", ">\r\n  <"))},
		{"RSAKeyValue with wrapped numbers", []byte(strings.ReplaceAll(xmlOf(key), "=</", "=\n</"))},
		{"lines of Windows", bytes.ReplaceAll(pkcs1, []byte("\n"), []byte("\r\n"))},
		{"a certificate before the key", append(pemOf("CERTIFICATE", []byte("x")), pkcs1...)},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			got, err := systemuser.ParseKey(row.file)
			if err != nil || !got.Equal(key) {
				t.Errorf("ParseKey: %v", err)
			}
		})
	}
}

func TestParseKeyRefuses(t *testing.T) {
	t.Parallel()
	key := appKey()
	curve, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	sec1, err := x509.MarshalECPrivateKey(curve)
	if err != nil {
		t.Fatal(err)
	}
	public, err := x509.MarshalPKIXPublicKey(key.Public())
	if err != nil {
		t.Fatal(err)
	}
	full := xmlOf(key)
	without := func(name string) string {
		before, rest, _ := strings.Cut(full, "<"+name+">")
		_, after, _ := strings.Cut(rest, "</"+name+">")
		return before + after
	}
	mixed := strings.Replace(full, base64.StdEncoding.EncodeToString(key.D.Bytes()), base64.StdEncoding.EncodeToString(newKey(2048).D.Bytes()), 1)
	small := newKey(1024)
	for _, row := range []struct{ name, file, says string }{
		{"nothing", " \n", "empty"},
		{"text", "PLANTED", "neither PEM nor"},
		{"too much", strings.Repeat("x", 65<<10), "longer"},
		{"a curve in PKCS #8", string(pkcs8(t, curve)), "RSA key"},
		{"a curve in its own form", string(pemOf("EC PRIVATE KEY", sec1)), "not an RSA key"},
		{"a public key", string(pemOf("PUBLIC KEY", public)), "public key"},
		{"a public RSAKeyValue", "<RSAKeyValue><Modulus>AQAB</Modulus><Exponent>AQAB</Exponent></RSAKeyValue>", "public key"},
		{"an encrypted key", string(pemOf("ENCRYPTED PRIVATE KEY", []byte("PLANTED"))), "encrypted"},
		{"an encrypted key of old", "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nUExBTlRFRA==\n-----END RSA PRIVATE KEY-----\n", "encrypted"},
		{"broken PKCS #1", string(pemOf("RSA PRIVATE KEY", []byte("PLANTED"))), "broken"},
		{"broken PKCS #8", string(pemOf("PRIVATE KEY", []byte("PLANTED"))), "broken"},
		{"another XML", "<html>PLANTED</html>", "not an RSAKeyValue"},
		{"XML that ends early", full[:200], "not an RSAKeyValue"},
		{"no D", without("D"), "lacks a readable D"},
		{"no Q", without("Q"), "lacks a readable Q"},
		{"a number that is none", strings.Replace(full, "<P>", "<P>PLANTED!", 1), "lacks a readable P"},
		{"an exponent beyond bounds", strings.Replace(full, "<Exponent>AQAB", "<Exponent>AQABAQABAQAB", 1), "too large"},
		{"parts of two keys", mixed, "do not belong together"},
		{"too small in XML", xmlOf(small), "1024 bits"},
		{"too small in PEM", string(pemOf("RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(small))), "1024 bits"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			_, err := systemuser.ParseKey([]byte(row.file))
			if err == nil || !strings.Contains(err.Error(), row.says) {
				t.Fatalf("ParseKey: %v; want an error with %q", err, row.says)
			}
			if strings.Contains(err.Error(), "PLANTED") {
				t.Errorf("the error quotes the file: %v", err)
			}
		})
	}
}
