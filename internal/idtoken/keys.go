package idtoken

import (
	"context"
	"crypto/rsa"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/go-jose/go-jose/v4"

	"github.com/go-superoffice/superoffice/internal/loginhost"
	"github.com/go-superoffice/superoffice/internal/renew"
)

const (
	keysLife    = 12 * time.Hour
	keysLimit   = 256 << 10
	keysPause   = time.Minute
	minimumBits = 2048
)

// namedKey is one of the environment's published keys.
type namedKey struct {
	id  string
	key *rsa.PublicKey
}

// named returns the keys that may have signed a token of that key id: those
// of that name, or all when the token names none.
func named(keys []namedKey, id string) []*rsa.PublicKey {
	var found []*rsa.PublicKey
	for _, k := range keys {
		if k.id == id || id == "" {
			found = append(found, k.key)
		}
	}
	return found
}

// candidates returns the keys for a key id. An id that is not known means that
// the environment has changed its keys, so they are fetched again, but not
// more than once a minute: anybody can make up an id.
func (v *Verifier) candidates(ctx context.Context, id string) ([]*rsa.PublicKey, error) {
	keys, version, err := v.keys.Get(ctx)
	if err != nil {
		return nil, err
	}
	found := named(keys, id)
	if len(found) > 0 || !v.mayAskAgain(version) {
		return found, nil
	}
	if keys, _, err = v.keys.Get(ctx); err != nil {
		return nil, err
	}
	return named(keys, id), nil
}

// mayAskAgain drops the keys unless that was done a moment ago.
func (v *Verifier) mayAskAgain(version renew.Version) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	if now := v.now(); v.askedAgain.IsZero() || now.Sub(v.askedAgain) >= keysPause {
		v.askedAgain = now
		v.keys.Drop(version)
		return true
	}
	return false
}

func (v *Verifier) fetchKeys(ctx context.Context) ([]namedKey, time.Time, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, v.keysURL, http.NoBody)
	if err != nil {
		return nil, time.Time{}, fmt.Errorf("the address of the published keys: %w", err)
	}
	req.Header.Set("Accept", "application/json")
	answer, err := loginhost.Ask(v.client, req, keysLimit)
	if err != nil {
		return nil, time.Time{}, fmt.Errorf("fetching the published keys: %w", err)
	}
	if answer.StatusCode != http.StatusOK {
		return nil, time.Time{}, fmt.Errorf("fetching the published keys: status %d", answer.StatusCode)
	}
	keys, err := parseKeys(answer.Body)
	if err != nil {
		return nil, time.Time{}, fmt.Errorf("fetching the published keys: %w", err)
	}
	return keys, time.Now().Add(keysLife), nil
}

// parseKeys takes the RSA signing keys of a set and passes over the others, so
// that a kind of key which came later does no harm.
func parseKeys(body []byte) ([]namedKey, error) {
	var set struct {
		Keys []json.RawMessage `json:"keys"`
	}
	if err := json.Unmarshal(body, &set); err != nil {
		return nil, errors.New("the answer is not a set of keys")
	}
	var keys []namedKey
	for _, raw := range set.Keys {
		var jwk jose.JSONWebKey
		if err := jwk.UnmarshalJSON(raw); err != nil {
			continue
		}
		key, isRSA := jwk.Key.(*rsa.PublicKey)
		if isRSA && key.N.BitLen() >= minimumBits && (jwk.Use == "" || jwk.Use == "sig") {
			keys = append(keys, namedKey{id: jwk.KeyID, key: key})
		}
	}
	if len(keys) == 0 {
		return nil, errors.New("the answer holds no RSA signing key")
	}
	return keys, nil
}
