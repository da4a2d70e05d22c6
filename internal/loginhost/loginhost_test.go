package loginhost_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/internal/loginhost"
)

func TestParse(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, in, want string
		allowHTTP      bool
	}{
		{name: "production", in: "https://online.superoffice.com", want: "https://online.superoffice.com"},
		{name: "slash at the end", in: "https://sod.superoffice.com/", want: "https://sod.superoffice.com"},
		{name: "capitals", in: "HTTPS://Online.SuperOffice.COM", want: "https://online.superoffice.com"},
		{name: "port", in: "https://login.test:8443", want: "https://login.test:8443"},
		{name: "loopback without TLS", in: "http://127.0.0.1:8080", want: "http://127.0.0.1:8080"},
		{name: "loopback by name", in: "http://localhost", want: "http://localhost"},
		{name: "IPv6", in: "https://[::1]", want: "https://[::1]"},
		{name: "IPv6 with port", in: "http://[0:0::1]:99", want: "http://[::1]:99"},
		{name: "trusted network", in: "http://idp:8080", want: "http://idp:8080", allowHTTP: true},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			got, err := loginhost.Parse(row.in, row.allowHTTP)
			if err != nil || got.String() != row.want {
				t.Errorf("Parse(%q) = %v, %v; want %s", row.in, got, err, row.want)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, in, says string }{
		{"nothing", "", "absolute"},
		{"a bare host", "online.superoffice.com", "absolute"},
		{"another scheme", "ftp://online.superoffice.com", "absolute"},
		{"no host", "https://", "absolute"},
		{"plain http", "http://online.superoffice.com", "https"},
		{"plain http to a name that only begins like loopback", "http://localhost.evil.example", "https"},
		{"a password", "https://me:PLANTED@online.superoffice.com", "user name"},
		{"a path", "https://online.superoffice.com/login", "without a path"},
		{"a query", "https://online.superoffice.com?PLANTED", "query"},
		{"an empty query", "https://online.superoffice.com?", "query"},
		{"an empty fragment", "https://online.superoffice.com#", "fragment"},
		{"a control character", "https://on\x00line.superoffice.com/PLANTED", "not a URL"},
		{"an empty label", "https://online..superoffice.com", "empty label"},
		{"a dot at the end", "https://online.superoffice.com.", "empty label"},
		{"a letter of another script", "https://\u043enline.superoffice.com", "character"},
		{"an address with a zone", "https://[fe80::1%25en0]", "zone"},
		{"an empty port", "https://online.superoffice.com:", "port"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			got, err := loginhost.Parse(row.in, false)
			if err == nil || !strings.Contains(err.Error(), row.says) {
				t.Fatalf("Parse = %v, %v; want an error with %q", got, err, row.says)
			}
			if strings.Contains(err.Error(), "PLANTED") {
				t.Errorf("the error quotes the address: %v", err)
			}
		})
	}
}

func TestDomainCovers(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, login string
		further     []string
		covers      []string
		refuses     []string
	}{
		{
			name: "production", login: "https://online.superoffice.com",
			covers:  []string{"online.superoffice.com", "online3.superoffice.com", "app.superoffice.com", "a.b.superoffice.com", "superoffice.com"},
			refuses: []string{"evil.example", "evilsuperoffice.com", "superoffice.com.evil.example", "com", "127.0.0.1"},
		},
		{
			name: "an address", login: "https://127.0.0.1:4711",
			covers:  []string{"127.0.0.1"},
			refuses: []string{"127.0.0.2", "0.1", "localhost"},
		},
		{
			name: "a host of two labels", login: "https://login.test",
			covers:  []string{"login.test"},
			refuses: []string{"test", "crm.test", "a.login.test"},
		},
		{
			name: "below a registry's own suffix", login: "https://superoffice.co.uk",
			covers:  []string{"superoffice.co.uk"},
			refuses: []string{"evil.co.uk", "co.uk"},
		},
		{
			name: "further hosts", login: "https://online.superoffice.com",
			further: []string{"crm.example.com", ".dot.example", "*.STAR.example", "intranet", "10.0.0.1"},
			covers:  []string{"crm.example.com", "x.crm.example.com", "a.dot.example", "a.star.example", "intranet", "10.0.0.1"},
			refuses: []string{"example.com", "evilcrm.example.com", "x.intranet", "110.0.0.1"},
		},
		{
			name: "a suffix that is the end of an address", login: "https://online.superoffice.com",
			further: []string{"0.1"},
			refuses: []string{"127.0.0.1"},
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			login, err := url.Parse(row.login)
			if err != nil {
				t.Fatal(err)
			}
			d, err := loginhost.NewDomain(login, row.further...)
			if err != nil {
				t.Fatal(err)
			}
			for _, host := range row.covers {
				if !d.Covers(host) {
					t.Errorf("does not cover %s", host)
				}
			}
			for _, host := range row.refuses {
				if d.Covers(host) {
					t.Errorf("covers %s", host)
				}
			}
		})
	}
}

func TestDomainRefusesWhatIsNoHost(t *testing.T) {
	t.Parallel()
	login, err := url.Parse("https://online.superoffice.com")
	if err != nil {
		t.Fatal(err)
	}
	for _, suffix := range []string{"", ".", "*.", "https://crm.example.com", "crm.example.com:443", "crm.example.com/", "user@crm.example.com", "a..b", "crm.example.com."} {
		if _, err := loginhost.NewDomain(login, suffix); err == nil {
			t.Errorf("%q was accepted", suffix)
		}
	}
}
