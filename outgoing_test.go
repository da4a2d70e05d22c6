package superoffice

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/go-superoffice/superoffice/models"
)

// filler is the size of a body that no socket buffer takes whole.
const filler = 8 << 20

func answers(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(len(`{"AssociateId":7}`)))
	_, _ = io.WriteString(w, `{"AssociateId":7}`)
}

func TestABodyServesAgainOnlyWhenItIsOut(t *testing.T) {
	t.Parallel()
	// A handler knows which request of the client it serves, and when the test is over.
	type handler func(w http.ResponseWriter, r *http.Request, turn int32, over <-chan struct{})
	reads := func(w http.ResponseWriter, r *http.Request, _ int32, _ <-chan struct{}) {
		_, _ = io.Copy(io.Discard, r.Body)
		answers(w)
	}
	for name, row := range map[string]struct {
		size   int
		answer handler
		opts   []ClientOption
		want   bool
	}{
		"read and answered": {answer: reads, want: true},
		"answered before it was read": {
			size: filler,
			answer: func(w http.ResponseWriter, _ *http.Request, _ int32, over <-chan struct{}) {
				control := http.NewResponseController(w)
				_ = control.EnableFullDuplex() // or the server would read first
				answers(w)
				_ = control.Flush()
				<-over
			},
		},
		"sent again": {
			answer: func(w http.ResponseWriter, r *http.Request, turn int32, over <-chan struct{}) {
				if turn == 1 {
					w.WriteHeader(http.StatusTooManyRequests)
					return
				}
				reads(w, r, turn, over)
			},
		},
		"through a transport that is not the SDK's": {
			answer: reads,
			opts:   []ClientOption{WithHTTPClient(&http.Client{Transport: new(http.Transport)})},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var turn atomic.Int32
			over := make(chan struct{})
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				row.answer(w, r, turn.Add(1), over)
			}))
			t.Cleanup(server.Close)
			t.Cleanup(func() { close(over) })
			client, err := New(server.URL, Basic("tje0", "Tje0"), append(row.opts, WithRetry(Retry{MinWait: 1}))...)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(client.CloseIdleConnections)
			// The transport may get the answer before it has noted that all is out.
			const patience = 1000
			again := false
			for i := 0; i == 0 || row.want && !again && i < patience; i++ {
				call := sent(t, client, &models.User{Name: strings.Repeat("u", row.size)})
				again = call.mayReuseBody()
				call.release()
			}
			if again != row.want {
				t.Errorf("got %v, want %v", again, row.want)
			}
		})
	}
}

// sent makes a create up to its answer.
func sent(t *testing.T, client *Client, user *models.User) *call {
	t.Helper()
	call, err := client.start(t.Context(), http.MethodPost, userPath, nil)
	if err == nil {
		err = call.prepare(&creation{entity: user, typeName: "User", keyName: "AssociateId", saved: new(models.UserWithLinks)})
	}
	if err == nil {
		err = call.send()
	}
	if err != nil {
		t.Fatal(err)
	}
	return call
}

func TestAKeptRequestCanBeReadAfterTheCall(t *testing.T) {
	t.Parallel()
	var kept []*http.Request
	keeps := roundTripper(func(r *http.Request) (*http.Response, error) {
		kept = append(kept, r)
		return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(strings.NewReader(`{"AssociateId":7}`))}, nil
	})
	client, err := New("https://crm.example.com", Basic("tje0", "Tje0"), WithHTTPClient(&http.Client{Transport: keeps}))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"first", "second"} {
		if _, err := client.CreateUser(t.Context(), &models.User{Name: name}); err != nil {
			t.Fatal(err)
		}
	}
	for i, want := range []string{`{"Name":"first"}`, `{"Name":"second"}`} {
		again, err := kept[i].GetBody()
		if err != nil {
			t.Fatal(err)
		}
		for _, body := range []io.Reader{kept[i].Body, again} {
			if got, err := io.ReadAll(body); err != nil || string(got) != want || kept[i].ContentLength != int64(len(want)) {
				t.Errorf("got %s, want %s, %v", got, want, err)
			}
		}
	}
}

type roundTripper func(*http.Request) (*http.Response, error)

func (r roundTripper) RoundTrip(req *http.Request) (*http.Response, error) { return r(req) }
