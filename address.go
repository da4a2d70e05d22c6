package superoffice

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
)

// address says where the REST API is. It is fixed for [New] and looked up for
// [NewOnline].
type address interface {
	resolve(ctx context.Context) (location, error)
	// moved asks again after a 421 from the old location.
	moved(ctx context.Context, old location) (location, error)
	String() string
}

// location is the URL that paths are appended to, such as
// https://crm.example.com/SuperOffice/api/v1/, and what it was made from.
type location struct{ root, source *url.URL }

type fixedAddress struct{ location }

func (a fixedAddress) resolve(context.Context) (location, error)         { return a.location, nil }
func (a fixedAddress) moved(context.Context, location) (location, error) { return a.location, nil }
func (a fixedAddress) String() string                                    { return a.root.Host }

const restPath = "/api/v1/"

// parseBaseURL checks a base URL and returns the root of its REST API. Its
// errors quote nothing that may hold a password.
func parseBaseURL(base string, insecure bool) (*url.URL, error) {
	if base == "" {
		return nil, errors.New("base URL: it is empty; give the address of the installation, such as https://crm.example.com/SuperOffice")
	}
	u, err := url.Parse(base)
	switch {
	case err != nil:
		return nil, errors.New("base URL: it does not parse; give it as https://host/path")
	case u.User != nil:
		return nil, errors.New("base URL: it holds user info; use Basic for name and password")
	case u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "":
		return nil, errors.New("base URL: it must be absolute, with http or https and a host, such as https://crm.example.com/SuperOffice")
	case u.RawQuery != "" || u.ForceQuery:
		return nil, errors.New("base URL: it has a query; leave it out")
	case u.Fragment != "" || strings.Contains(base, "#"):
		return nil, errors.New("base URL: it has a fragment; leave it out")
	case u.Scheme == "http" && !insecure && !isLoopback(u.Hostname()):
		return nil, mark(fmt.Errorf("base URL: plain http to %s would show the credentials to everyone on the way; use https or WithInsecureHTTP", u.Hostname()), ErrInsecureURL)
	}
	return restRoot(u), nil
}

// restRoot appends /api/v1/ to a URL that may end in it or in /api already.
func restRoot(u *url.URL) *url.URL {
	path := strings.TrimRight(u.EscapedPath(), "/")
	for _, end := range []string{"/v1", "/api"} {
		cut := len(path) - len(end)
		if cut < 0 || !strings.EqualFold(path[cut:], end) {
			continue
		}
		if end == "/v1" && !hasSuffixFold(path[:cut], "/api") {
			continue
		}
		path = path[:cut]
	}
	return withPath(u, path+restPath)
}

func hasSuffixFold(s, end string) bool {
	return len(s) >= len(end) && strings.EqualFold(s[len(s)-len(end):], end)
}

// withPath is u with another, already escaped path.
func withPath(u *url.URL, escaped string) *url.URL {
	out := &url.URL{Scheme: u.Scheme, Host: u.Host}
	plain, err := url.PathUnescape(escaped)
	if err != nil {
		plain = escaped
	}
	out.Path, out.RawPath = plain, escaped
	return out
}

// hasScheme tells whether a colon stands in the first segment, where a URL has
// the one behind its scheme.
func hasScheme(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return strings.Contains(first, ":")
}

func isLoopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// splitPath checks the path given to Do and parts it from its query.
func splitPath(path string) (escaped, query string, err error) {
	escaped, query, _ = strings.Cut(strings.TrimPrefix(path, "/"), "?")
	// Error.Path and the pages write paths this way.
	escaped = strings.TrimPrefix(escaped, restPath[1:])
	switch {
	case escaped == "":
		return "", "", errors.New("path: it is empty; give one below /api/v1/, such as User/12")
	case strings.HasPrefix(escaped, "/") || hasScheme(escaped):
		return "", "", errors.New("path: an absolute URL is not accepted, since the credentials belong to the configured host; give what follows /api/v1/")
	case strings.ContainsAny(path, "#\\"):
		return "", "", errors.New("path: it has a fragment or a backslash; leave it out or percent-encode it")
	}
	for i := range len(path) {
		if c := path[i]; c <= ' ' || c >= 0x7f {
			return "", "", errors.New("path: it has a character that must be percent-encoded")
		}
	}
	for segment := range strings.SplitSeq(escaped, "/") {
		plain, err := url.PathUnescape(segment)
		if err != nil {
			return "", "", errors.New("path: it has a bad percent-encoding; escape names with url.PathEscape")
		}
		for part := range strings.FieldsFuncSeq(plain, func(r rune) bool { return r == '/' || r == '\\' }) {
			if part == "." || part == ".." {
				return "", "", errors.New("path: dot segments are not accepted; give the path without them")
			}
		}
	}
	return escaped, query, nil
}
