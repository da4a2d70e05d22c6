// Package loginhost knows the host that SuperOffice signs people in on: how its
// address is written, which other hosts belong to it, and how it is asked.
package loginhost

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"strings"
)

// Parse reads the address of a login host: an absolute https URL with nothing
// behind the host. Plain http is for loopback hosts, unless allowHTTP says
// that the network is trusted. The text of an error never quotes the address,
// which may hold a password.
func Parse(address string, allowHTTP bool) (*url.URL, error) {
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return nil, errors.New("the environment is not a URL")
	case u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.Opaque != "":
		return nil, errors.New("the environment must be an absolute URL such as https://online.superoffice.com")
	case u.User != nil:
		return nil, errors.New("the environment must not hold a user name")
	case u.RawQuery != "" || u.ForceQuery || strings.Contains(address, "#"):
		return nil, errors.New("the environment must have neither query nor fragment")
	case strings.Trim(u.Path, "/") != "":
		return nil, errors.New("the environment is the login host alone, without a path")
	}
	host, err := CanonicalHost(u)
	if err != nil {
		return nil, fmt.Errorf("the environment: %w", err)
	}
	if u.Scheme == "http" && !allowHTTP && !IsLoopback(host) {
		return nil, errors.New("the environment must use https")
	}
	return &url.URL{Scheme: u.Scheme, Host: authority(host, u.Port())}, nil
}

// CanonicalHost is the host name of u in lower case, refused when it is
// written in one of the ways that make two parsers see two hosts.
func CanonicalHost(u *url.URL) (string, error) {
	host := strings.ToLower(u.Hostname())
	if addr, err := netip.ParseAddr(host); err == nil {
		if addr.Zone() != "" {
			return "", errors.New("the host has a zone")
		}
		return addr.String(), nil
	}
	for label := range strings.SplitSeq(host, ".") {
		if label == "" {
			return "", errors.New("the host has an empty label")
		}
		for _, c := range []byte(label) {
			if !isHostByte(c) {
				return "", fmt.Errorf("the host has the character %q", c)
			}
		}
	}
	if port := u.Port(); port == "" && strings.HasSuffix(u.Host, ":") {
		return "", errors.New("the port is empty")
	}
	return host, nil
}

func isHostByte(c byte) bool {
	return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-' || c == '_'
}

func authority(host, port string) string {
	switch {
	case port != "":
		return net.JoinHostPort(host, port)
	case strings.Contains(host, ":"):
		return "[" + host + "]"
	}
	return host
}

// IsLoopback reports whether the host, as [CanonicalHost] writes it, is this machine.
func IsLoopback(host string) bool {
	if addr, err := netip.ParseAddr(host); err == nil {
		return addr.Unmap().IsLoopback()
	}
	return host == "localhost" || strings.HasSuffix(host, ".localhost")
}
