package tenant

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/go-superoffice/superoffice/internal/loginhost"
)

// addressRules decide where a credential may be taken.
type addressRules struct {
	domain    *loginhost.Domain
	login     *url.URL
	allowHTTP bool
}

// accept returns the root of the API that the state names: its Api member, or
// what stands below its Endpoint.
func (a addressRules) accept(s *state) (*url.URL, error) {
	address, below := s.API, ""
	if address == "" {
		address, below = s.Endpoint, "/api"
	}
	if address == "" {
		return nil, errors.New("the state API names no address")
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil, errors.New("the state API names an address that is not a URL")
	}
	if err := a.check(u); err != nil {
		return nil, err
	}
	u.Path = strings.TrimRight(u.Path, "/") + below
	return u, nil
}

func (a addressRules) check(u *url.URL) error {
	host, err := loginhost.CanonicalHost(u)
	if err != nil {
		return fmt.Errorf("the state API names an address that cannot be trusted: %w", err)
	}
	loopback := loginhost.IsLoopback(host)
	switch {
	case !a.domain.Covers(host):
		return fmt.Errorf("the state API names the host %q, which does not belong to %s; "+
			"WithTenantHosts would allow it", host, a.login.Hostname())
	case u.Scheme != "https" && (u.Scheme != "http" || !loopback && !a.allowHTTP):
		return errors.New("the state API names an address without https")
	case u.User != nil, u.RawQuery != "", u.ForceQuery, u.Fragment != "":
		return errors.New("the state API names an address with more than host and path")
	case !loopback && u.Port() != "" && u.Port() != "443" && u.Port() != a.login.Port():
		return errors.New("the state API names a port that the environment does not use")
	case u.RawPath != "" || hasDotSegment(u.Path):
		return errors.New("the state API names an address whose path is not plain")
	}
	return nil
}

func hasDotSegment(path string) bool {
	for segment := range strings.SplitSeq(path, "/") {
		if segment == "." || segment == ".." {
			return true
		}
	}
	return strings.Contains(path, `\`)
}

// equalFold compares names in ASCII, so that no other letter passes for one.
func equalFold(a, b string) bool {
	return len(a) == len(b) && strings.EqualFold(a, b)
}
