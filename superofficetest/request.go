package superofficetest

import (
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/go-superoffice/superoffice/models"
)

// Request is one request that the server received.
type Request struct {
	Time     time.Time
	Method   string
	Path     string // as it came, with the base path
	RawQuery string
	Proto    string
	Header   http.Header // with Host; holds the credentials
	Body     []byte      // as it came
	// Incomplete says that the body ended before its announced length.
	Incomplete bool

	// ChatSession and User are the entity as it was read, whatever media type
	// it came in; nil where there was none or it could not be read.
	ChatSession *models.ChatSessionEntity
	User        *models.User

	Status   int    // of the answer; 0 if none was sent
	Dropped  bool   // the connection was cut
	Fault    string // that the request met
	StoredID int32  // primary key of what was stored; 0 if nothing was
	Created  bool   // StoredID is new
}

func newRecord(r *http.Request, f *Fault) *Request {
	rec := &Request{
		Time: time.Now(), Method: r.Method, Path: r.URL.Path, RawQuery: r.URL.RawQuery,
		Proto: r.Proto, Header: r.Header,
	}
	// net/http takes Host out of the header.
	rec.Header["Host"] = []string{r.Host}
	if f != nil {
		rec.Fault = f.kind()
	}
	return rec
}

// String describes the request for a failure message: the request line, what
// became of it, the headers and the entity. Credentials, cookies, session keys
// and passwords are not in it; Header and Body have them.
func (r Request) String() string {
	var b strings.Builder
	b.WriteString(r.Method + " " + r.Path)
	if r.RawQuery != "" {
		b.WriteString("?" + r.RawQuery)
	}
	b.WriteString(" -> " + r.outcome())
	for _, name := range slices.Sorted(maps.Keys(r.Header)) {
		fmt.Fprintf(&b, "\n    %s: %s", name, shownHeader(name, r.Header[name]))
	}
	switch {
	case r.ChatSession != nil:
		b.WriteString("\n    " + shownEntity(r.ChatSession, sessionShape()))
	case r.User != nil:
		b.WriteString("\n    " + shownEntity(r.User, userShape()))
	case len(r.Body) > 0:
		fmt.Fprintf(&b, "\n    %d bytes that hold no entity", len(r.Body))
	}
	return b.String()
}

func (r Request) outcome() string {
	var parts []string
	if r.Status != 0 {
		parts = append(parts, fmt.Sprintf("%d %s", r.Status, http.StatusText(r.Status)))
	}
	if r.Dropped {
		parts = append(parts, "connection cut")
	}
	if r.Fault != "" {
		parts = append(parts, "fault: "+r.Fault)
	}
	switch {
	case r.Created:
		parts = append(parts, fmt.Sprintf("created %d", r.StoredID))
	case r.StoredID != 0:
		parts = append(parts, fmt.Sprintf("updated %d", r.StoredID))
	}
	if len(parts) == 0 {
		return "no answer"
	}
	return strings.Join(parts, ", ")
}

// GoString is [Request.String], so that no verb prints credentials.
func (r Request) GoString() string { return r.String() }

// LogValue logs the request line and what became of it.
func (r Request) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("method", r.Method), slog.String("path", r.Path), slog.Int("status", r.Status),
		slog.String("outcome", r.outcome()))
}

// shownHeader gives the value of headers that hold no credential.
func shownHeader(name string, values []string) string {
	switch name {
	case "Accept", "Accept-Encoding", "Accept-Language", "Connection",
		"Content-Encoding", "Content-Length", "Content-Type",
		"Host", "So-Browser-Tz-Offset", "So-Culture", "So-Language", "So-Timezone", "Transfer-Encoding", "User-Agent":
		return strings.Join(values, ", ")
	}
	return "[redacted]"
}

// Requests returns what was received, oldest first; those that are still being
// answered are among them. See [WithKeepLast] for how many are kept.
func (s *Server) Requests() []Request {
	s.log.mu.Lock()
	defer s.log.mu.Unlock()
	list := make([]Request, len(s.log.list))
	for i, r := range s.log.list {
		list[i] = *r
	}
	return list
}

// LastRequest returns the latest request, and false before the first.
func (s *Server) LastRequest() (Request, bool) {
	s.log.mu.Lock()
	defer s.log.mu.Unlock()
	if len(s.log.list) == 0 {
		return Request{}, false
	}
	return *s.log.list[len(s.log.list)-1], true
}

// requestLog keeps the last requests.
type requestLog struct {
	keep int

	mu   sync.Mutex
	list []*Request
}

func (l *requestLog) add(r *Request) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.keep > 0 && len(l.list) >= l.keep {
		l.list[0] = nil
		l.list = l.list[1:]
	}
	l.list = append(l.list, r)
}

func (l *requestLog) update(r *Request, change func(*Request)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	change(r)
}
