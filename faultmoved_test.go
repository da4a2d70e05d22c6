package superoffice_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

// moves is a transport with what a tenant's hosts answer in turn, 0 for a
// connection that is lost, and the hosts that the state API names in turn.
type moves struct {
	hosts    []string
	statuses []int
	asked    []string // hosts that got a create
}

func (m *moves) RoundTrip(req *http.Request) (*http.Response, error) {
	answer := func(status int, body string) (*http.Response, error) {
		return &http.Response{StatusCode: status, Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(strings.NewReader(body)), Request: req}, nil
	}
	if strings.HasPrefix(req.URL.Path, "/api/state/") {
		if len(m.hosts) == 0 {
			return answer(http.StatusServiceUnavailable, "")
		}
		host := m.hosts[0]
		m.hosts = m.hosts[1:]
		return answer(http.StatusOK, fmt.Sprintf(`{"ContextIdentifier":"Cust12345","State":"Running","IsRunning":true,"ValidUntil":"2100-01-01T00:00:00Z","Api":"https://%s/Cust12345/api"}`, host))
	}
	m.asked = append(m.asked, req.URL.Host)
	status := m.statuses[min(len(m.asked), len(m.statuses))-1]
	switch status {
	case 0:
		return nil, errors.New("lost")
	case http.StatusOK:
		return answer(status, savedEntity)
	default:
		return answer(status, soError)
	}
}

func TestATenantThatMoves(t *testing.T) {
	t.Parallel()
	const one, two, three = "online1.superoffice.com", "online2.superoffice.com", "online3.superoffice.com"
	misdirected := list(superoffice.ErrMisdirected)
	for name, row := range map[string]struct {
		hosts    []string
		statuses []int
		retry    superoffice.Retry
		asked    []string
		outcome  superoffice.Outcome
		is       []error
	}{
		"stays":                             {list(one), list(200), superoffice.Retry{}, list(one), success, nil},
		"to another host":                   {list(one, two), list(421, 200), superoffice.Retry{}, list(one, two), success, nil},
		"with MaxAttempts 1":                {list(one, two), list(421, 200), superoffice.Retry{MaxAttempts: 1}, list(one, two), success, nil},
		"and the state API still says here": {list(one, one), list(421), superoffice.Retry{}, list(one), rejected, misdirected},
		"and the state API is down":         {list(one), list(421), superoffice.Retry{}, list(one), rejected, misdirected},
		"and the state API names a stranger": {
			list(one, "evil.example"), list(421), superoffice.Retry{}, list(one), rejected, misdirected,
		},
		"and the new host refuses too":   {list(one, two, three), list(421), superoffice.Retry{}, list(one, two), rejected, misdirected},
		"and the new host fails":         {list(one, two), list(421, 500), superoffice.Retry{}, list(one, two), unknown, list(superoffice.ErrMisdirected, superoffice.ErrServer)},
		"and the new host is lost":       {list(one, two), list(421, 0), superoffice.Retry{}, list(one, two), unknown, misdirected},
		"and the new host is busy first": {list(one, two), list(421, 429, 200), superoffice.Retry{}, list(one, two, two), success, nil},
		"after it was busy":              {list(one, two), list(429, 421, 200), superoffice.Retry{}, list(one, one, two), success, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				m := &moves{hosts: row.hosts, statuses: row.statuses}
				client, err := superoffice.NewOnline(superoffice.Production, "Cust12345", superoffice.Bearer("8A:token-s3cr3t"),
					superoffice.WithHTTPClient(&http.Client{Transport: m}), superoffice.WithRetry(row.retry))
				if err != nil {
					t.Fatal(err)
				}
				var response superoffice.Response
				_, err = client.CreateChatSession(t.Context(), &models.ChatSessionEntity{TopicID: 2}, superoffice.WithResponse(&response))
				if got := superoffice.OutcomeOf(err); got != row.outcome {
					t.Errorf("outcome %q, want %q: %v", got, row.outcome, err)
				}
				for _, sentinel := range sentinels() {
					if got, want := errors.Is(err, sentinel), slices.Contains(row.is, sentinel); got != want {
						t.Errorf("errors.Is(err, %v) is %v: %v", sentinel, got, err)
					}
				}
				if !slices.Equal(m.asked, row.asked) || response.Attempts != len(row.asked) {
					t.Errorf("%d attempts at %v, want %v", response.Attempts, m.asked, row.asked)
				}
				checkNoSecret(t, err)
			})
		})
	}
}
