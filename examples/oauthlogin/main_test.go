package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// browser follows redirects as one does.
type browser struct{ t *testing.T }

func (b browser) open(method, address string, form url.Values) (at, page string) {
	b.t.Helper()
	req, err := http.NewRequestWithContext(b.t.Context(), method, address, strings.NewReader(form.Encode()))
	if err != nil {
		b.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		b.t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	return resp.Request.URL.String(), string(body)
}

// start runs the program and returns the address that it wants opened.
func start(t *testing.T) (address string, rest func() string, result chan error) {
	t.Helper()
	read, write := io.Pipe()
	result = make(chan error, 1)
	go func() {
		err := run(t.Context(), func(string) string { return "" }, write)
		_ = write.Close()
		result <- err
	}()
	lines := bufio.NewReader(read)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		if _, after, found := strings.Cut(line, "Open "); found {
			address, _, _ = strings.Cut(after, " ")
			return address, func() string {
				text, _ := io.ReadAll(lines)
				return string(text)
			}, result
		}
	}
}

func TestPersonSignsInWithABrowser(t *testing.T) {
	t.Parallel()
	address, rest, result := start(t)
	consent, page := browser{t}.open(http.MethodGet, address, nil)
	if !strings.Contains(page, "Allow") {
		t.Fatalf("no consent page at %s: %s", consent, page)
	}
	printed := make(chan string, 1)
	go func() { printed <- rest() }()
	if _, page = (browser{t}).open(http.MethodPost, consent, url.Values{"tenant": {"Cust12345"}, "answer": {"allow"}}); !strings.Contains(page, "signed in") {
		t.Errorf("the browser sees %q", page)
	}
	out := <-printed
	if err := <-result; err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Signed in to Cust12345 as associate 1", "blank chat session"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in %s", want, out)
		}
	}
	if strings.Contains(out, "8A:") || strings.Contains(out, "not-a-secret") {
		t.Errorf("a secret was printed: %s", out)
	}
}

func TestPersonDenies(t *testing.T) {
	t.Parallel()
	address, rest, result := start(t)
	go rest()
	consent, _ := browser{t}.open(http.MethodGet, address, nil)
	if _, page := (browser{t}).open(http.MethodPost, consent, url.Values{"answer": {"deny"}}); !strings.Contains(page, "failed") {
		t.Errorf("the browser sees %q", page)
	}
	if err := <-result; err == nil || !strings.Contains(err.Error(), "access_denied") {
		t.Errorf("run: %v", err)
	}
}

func TestForgedCallbackEndsTheLogin(t *testing.T) {
	t.Parallel()
	address, rest, result := start(t)
	go rest()
	if _, page := (browser{t}).open(http.MethodGet, address+"elsewhere", nil); !strings.Contains(page, "not found") {
		t.Errorf("the browser sees %q", page)
	}
	if _, page := (browser{t}).open(http.MethodGet, address+"callback?code=x&state=y", nil); !strings.Contains(page, "failed") {
		t.Errorf("the browser sees %q", page)
	}
	if err := <-result; err == nil || !strings.Contains(err.Error(), "does not belong") {
		t.Errorf("run: %v", err)
	}
}

func TestProgramIsStopped(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	read, write := io.Pipe()
	go func() {
		_, _ = bufio.NewReader(read).ReadString('\n')
		cancel()
		_, _ = io.Copy(io.Discard, read)
	}()
	if err := run(ctx, func(string) string { return "" }, write); !errors.Is(err, context.Canceled) {
		t.Errorf("run: %v", err)
	}
}

func TestRegisteredApplication(t *testing.T) {
	t.Parallel()
	env := map[string]string{"SUPEROFFICE_CLIENT_ID": "app"}
	if cfg := registered(func(name string) string { return env[name] }); cfg.ClientID != "app" || cfg.Environment != "https://sod.superoffice.com" {
		t.Errorf("registered = %+v", cfg)
	}
}
