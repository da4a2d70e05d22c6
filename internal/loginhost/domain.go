package loginhost

import (
	"fmt"
	"net/netip"
	"net/url"
	"strings"
)

// Domain is the set of hosts that may be given a credential.
type Domain struct {
	login    string
	suffixes []string
}

// NewDomain returns the domain of a login host as [Parse] returns it, widened
// by further suffixes such as "crm.example.com".
//
// The domain of a login host with three labels or more is the host without
// its first one: online.superoffice.com stands for superoffice.com and all
// below it. Where that would leave what looks like a registry's own suffix
// (co.uk), and for hosts with fewer labels and addresses, it is that host alone.
func NewDomain(login *url.URL, suffixes ...string) (*Domain, error) {
	host, err := CanonicalHost(login)
	if err != nil {
		return nil, err
	}
	d := &Domain{login: host}
	if parent, ok := parentDomain(host); ok {
		d.suffixes = append(d.suffixes, parent)
	}
	for _, suffix := range suffixes {
		trimmed := strings.TrimPrefix(strings.TrimPrefix(suffix, "*"), ".")
		canonical, err := CanonicalHost(&url.URL{Host: trimmed})
		if err != nil || !strings.EqualFold(canonical, trimmed) {
			return nil, fmt.Errorf("tenant host %q is not a host name", suffix)
		}
		d.suffixes = append(d.suffixes, canonical)
	}
	return d, nil
}

func parentDomain(host string) (string, bool) {
	_, parent, _ := strings.Cut(host, ".")
	second, top, found := strings.Cut(parent, ".")
	switch {
	case isAddress(host), !found:
		return "", false
	case len(top) == 2 && len(second) <= 3: // co.uk, com.au, so.no: cannot tell
		return "", false
	}
	return parent, true
}

func isAddress(host string) bool {
	_, err := netip.ParseAddr(host)
	return err == nil
}

// Covers reports whether the host, as [CanonicalHost] writes it, belongs to the domain.
func (d *Domain) Covers(host string) bool {
	if host == d.login {
		return true
	}
	for _, suffix := range d.suffixes {
		if host == suffix {
			return true
		}
		// A bare label or an address stands for itself only: "com" must not
		// open a whole registry, nor 0.1 the address 127.0.0.1.
		below := strings.HasSuffix(host, "."+suffix)
		if below && strings.Contains(suffix, ".") && !isAddress(host) && !isAddress(suffix) {
			return true
		}
	}
	return false
}
