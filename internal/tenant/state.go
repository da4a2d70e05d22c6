package tenant

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"time"
)

// state is what the state API answers. Members it does not list are left alone.
type state struct {
	ContextIdentifier string    `json:"ContextIdentifier"`
	Endpoint          string    `json:"Endpoint"`
	State             stateName `json:"State"`
	IsRunning         *bool     `json:"IsRunning"`
	ValidUntil        string    `json:"ValidUntil"`
	API               string    `json:"Api"`
}

// stateName is the name of a state, also when it arrives as its number.
type stateName string

// UnmarshalJSON takes a name or a number.
func (n *stateName) UnmarshalJSON(data []byte) error {
	var name string
	if err := json.Unmarshal(data, &name); err == nil {
		*n = stateName(name)
		return nil
	}
	var number int
	if err := json.Unmarshal(data, &number); err != nil {
		return errors.New("the state is neither a name nor a number")
	}
	*n = stateName(strconv.Itoa(number))
	if name, known := stateNumbers[number]; known {
		*n = stateName(name)
	}
	return nil
}

// The names that the vendor documents for a tenant's state, with their numbers.
var stateNumbers = map[int]string{
	0:  "Unknown",
	1:  "Provisioning",
	2:  "Running",
	3:  "Deleted",
	4:  "Suspended",
	5:  "OnlineMaintenance",
	6:  "OfflineMaintenance",
	8:  "ProvisioningFailed",
	10: "Deleting",
	11: "DeleteFailed",
	12: "MigrationPending",
}

func parseState(body []byte) (*state, error) {
	body = bytes.TrimSpace(bytes.TrimPrefix(body, []byte("\xef\xbb\xbf")))
	switch {
	case len(body) == 0:
		return nil, errors.New("the answer is empty")
	case body[0] == '<':
		return nil, errors.New("the answer is a web page")
	case body[0] != '{':
		return nil, errors.New("the answer is not a JSON object")
	}
	var s state
	if err := json.Unmarshal(body, &s); err != nil {
		return nil, errors.New("the answer is not the JSON of a tenant's state")
	}
	return &s, nil
}

// running follows IsRunning, and the state's name where that is missing.
func (s *state) running() bool {
	if s.IsRunning != nil {
		return *s.IsRunning
	}
	return s.State == "Running" || s.State == "OnlineMaintenance"
}

const (
	defaultLife = 10 * time.Minute // without a ValidUntil
	minimumLife = time.Minute      // with one in the past, or a clock that is off
	maximumLife = 24 * time.Hour
)

// expiry is when to ask again.
func (s *state) expiry(now time.Time) time.Time {
	until, err := time.Parse(time.RFC3339Nano, s.ValidUntil)
	if err != nil {
		// A time without an offset is UTC, as the state API's times are.
		until, err = time.Parse("2006-01-02T15:04:05.999999999", s.ValidUntil)
	}
	if err != nil {
		return now.Add(defaultLife)
	}
	return now.Add(min(maximumLife, max(minimumLife, until.Sub(now))))
}
