package main

import (
	"crypto/x509"
	"encoding/pem"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestStandInNeedsOneTicket(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	if err := run(t.Context(), func(string) string { return "" }, &out); err != nil {
		t.Fatal(err)
	}
	if text := out.String(); !strings.Contains(text, "Made 5 calls as the system user of Cust12345") || !strings.Contains(text, "Tickets made: 1.") || strings.Contains(text, appToken) {
		t.Errorf("printed %s", text)
	}
}

func TestRegisteredApplication(t *testing.T) {
	t.Parallel()
	standIn, err := startStandIn()
	if err != nil {
		t.Fatal(err)
	}
	defer standIn.Close()
	file := filepath.Join(t.TempDir(), "key.pem")
	block := &pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(standIn.key)}
	if err := os.WriteFile(file, pem.EncodeToMemory(block), 0o600); err != nil {
		t.Fatal(err)
	}
	env := map[string]string{"SUPEROFFICE_TENANT": "Cust12345", "SUPEROFFICE_KEY_FILE": file}
	cfg, err := registered(func(name string) string { return env[name] })
	if err != nil || !cfg.Key.Equal(standIn.key) || cfg.Environment != "https://sod.superoffice.com" {
		t.Errorf("registered = %v, %v", cfg, err)
	}

	env["SUPEROFFICE_KEY_FILE"] = filepath.Join(t.TempDir(), "missing")
	if err := run(t.Context(), func(name string) string { return env[name] }, new(strings.Builder)); err == nil {
		t.Error("a key that is missing was not missed")
	}
}
