package bench

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

// caller makes one create and fails when it did not succeed.
type caller func(ctx context.Context) error

// newHTTPClient is one whose connections are kept, for all contenders alike.
func newHTTPClient(transport *http.Transport) *http.Client {
	return &http.Client{Transport: transport}
}

func newTransport() *http.Transport {
	t := http.DefaultTransport.(*http.Transport).Clone() //nolint:errcheck // always one
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 0, 1024
	return t
}

func newRequest(ctx context.Context, url string, body []byte) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url+"/api/v1/ChatSession", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Basic dGplMDpUamUw")
	req.Header.Set("Content-Type", "application/json; charset=utf-8")
	req.Header.Set("Accept", "application/json; charset=utf-8")
	return req, nil
}

// floor sends prepared bytes and throws the answer away: the transport alone.
func floor(client *http.Client, url string, body []byte) caller {
	return func(ctx context.Context) error {
		req, err := newRequest(ctx, url, body)
		if err != nil {
			return err
		}
		resp, err := client.Do(req)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if _, err = io.Copy(io.Discard, resp.Body); err != nil {
			return err
		}
		return statusError(resp.StatusCode)
	}
}

// byHand is the client that a program without the SDK would have.
func byHand(client *http.Client, url string, session *chatSessionEntity[time.Time]) caller {
	return func(ctx context.Context) error {
		body, err := json.Marshal(session) //nolint:gosec // the session key is part of what is sent
		if err != nil {
			return err
		}
		req, err := newRequest(ctx, url, body)
		if err != nil {
			return err
		}
		resp, err := client.Do(req)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		answer, err := io.ReadAll(resp.Body)
		if err != nil {
			return err
		}
		if err := statusError(resp.StatusCode); err != nil {
			return err
		}
		var saved chatSessionEntity[time.Time]
		if err := json.Unmarshal(answer, &saved); err != nil {
			return err
		}
		if saved.ChatSessionID == 0 {
			return fmt.Errorf("no id in %d bytes", len(answer))
		}
		return nil
	}
}

// bySDK is the SDK as it comes.
func bySDK(client *superoffice.Client, session *models.ChatSessionEntity) caller {
	return func(ctx context.Context) error {
		_, err := client.CreateChatSession(ctx, session)
		return err
	}
}

func statusError(status int) error {
	if status != http.StatusOK {
		return fmt.Errorf("status %d", status)
	}
	return nil
}
