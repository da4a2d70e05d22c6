package superofficetest

import (
	"net/http"
	"strconv"
)

// gate is what stands in front of every address of the API.
func (x *exchange) gate() (answer, bool) {
	s := x.s
	if a, ok := x.tenantGate(); !ok {
		return a, false
	}
	if wait, ok := s.rules.throttle(); !ok {
		a := x.platform(http.StatusTooManyRequests, "More calls than this server takes in a second.", "")
		a.header = http.Header{"Retry-After": {strconv.Itoa(wait)}}
		return a, false
	}
	if x.area != areaAPI {
		return answer{}, true // the version and the routes are open to all
	}
	switch s.accounts.check(x.r.Header) {
	case accepted:
		return answer{}, true
	case expired:
		a := x.platform(s.cfg.expired, "The ticket or token has expired.", "")
		return a, false
	case refused:
	}
	return x.platform(http.StatusUnauthorized, "The request carries no credentials that are accepted here.", ""), false
}
