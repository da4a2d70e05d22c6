package superofficetest

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Fault is what goes wrong with a request. The zero Fault meets the next
// request and does nothing to it.
//
// Which requests it meets is said by Method, Path, Attempt and Times. What it
// does to them happens in this order: DropBefore cuts the connection before
// the body is read; Delay passes; DropAfterRead cuts it before anything is
// stored; Status, Body and Raw answer in place of the server; DropAfterCommit
// cuts it after the work is done and before the answer; Truncate and Drip
// spoil the answer on its way.
type Fault struct {
	// Method is that of the requests to meet; empty meets every method.
	Method string
	// Path is the end of the path of the requests to meet, in any case, such
	// as /User; empty meets every path.
	Path string
	// Attempt is the first of those requests to meet, counted from 1 since
	// the fault was injected; 0 is the same as 1.
	Attempt int
	// Times is how many requests to meet; 0 is 1, and a negative number is
	// all of them.
	Times int

	// Delay is the time to wait. It ends early when the client goes away or
	// the server is closed; the connection is then cut.
	Delay time.Duration
	// DropBefore cuts the connection before the body of the request is read.
	DropBefore bool
	// DropAfterRead cuts it after the request was read; nothing is stored.
	DropAfterRead bool
	// DropAfterCommit cuts it after the entity was stored.
	DropAfterCommit bool

	// Status answers with a status; with Body and without Status it is 200.
	// Nothing is stored unless Commit is set.
	Status int
	// Reason is the phrase of the status line; empty is the usual one. It
	// needs a connection of the server's own and no TLS.
	Reason string
	// Header is sent with Status or Body. Content-Type is application/json
	// unless it is set, and none for an empty body.
	Header http.Header
	// Body is sent as it is.
	Body []byte
	// Raw is written to the connection in place of a response, which is then
	// closed. It needs HTTP/1.1.
	Raw []byte
	// Commit does the work that was asked for before the Delay, so that the
	// entity is stored whatever the answer is.
	Commit bool

	// Truncate cuts the connection half-way through the body of the answer.
	Truncate bool
	// Drip pauses between the single bytes of the body of the answer.
	Drip time.Duration

	label string // of a chaotic fault
}

// scripted reports whether the fault has an answer of its own.
func (f *Fault) scripted() bool { return f.Status != 0 || f.Body != nil || f.Raw != nil }

// kind names the fault for statistics.
func (f *Fault) kind() string {
	var name string
	switch {
	case f.label != "":
		return f.label
	case f.DropBefore:
		name = "drop before"
	case f.DropAfterRead:
		name = "drop after read"
	case f.DropAfterCommit:
		name = "drop after commit"
	case f.Raw != nil:
		name = "raw"
	case f.scripted():
		name = fmt.Sprintf("status %d", f.status())
	case f.Truncate:
		name = "truncate"
	case f.Drip > 0:
		name = "drip"
	case f.Delay > 0:
		name = "delay"
	default:
		return "nothing"
	}
	if f.Commit && !f.DropAfterCommit {
		name += " after commit"
	}
	return name
}

func (f *Fault) status() int {
	if f.Status == 0 {
		return http.StatusOK
	}
	return f.Status
}

// String says what the fault is and which requests it meets.
func (f Fault) String() string {
	text := f.kind()
	if f.Method != "" || f.Path != "" {
		text += " on " + strings.TrimSpace(f.Method+" "+f.Path)
	}
	if f.Attempt > 1 {
		text += fmt.Sprintf(" from attempt %d", f.Attempt)
	}
	return text
}

// Inject scripts faults for the requests to come, in order: a request meets
// the first fault that waits for it, and that fault leaves the script when it
// has met its number of requests.
func (s *Server) Inject(faults ...Fault) {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	for _, f := range faults {
		s.faults.script = append(s.faults.script, &scripted{Fault: f})
	}
	s.faults.active.Store(true)
}

// ClearFaults ends every fault that was injected, and chaos.
func (s *Server) ClearFaults() {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()
	s.faults.script, s.faults.chaos = nil, nil
	s.faults.active.Store(false)
}

type scripted struct {
	Fault

	seen, met int
}

type faultScript struct {
	active atomic.Bool

	mu     sync.Mutex
	script []*scripted
	chaos  *chaos
}

// next returns the fault that a request meets, or nil.
func (fs *faultScript) next(method, path string) *Fault {
	if !fs.active.Load() {
		return nil
	}
	fs.mu.Lock()
	defer fs.mu.Unlock()
	for i, f := range fs.script {
		if !f.meets(method, path) {
			continue
		}
		f.seen++
		if f.seen < f.Attempt {
			continue
		}
		f.met++
		if f.Times >= 0 && f.met >= max(1, f.Times) {
			fs.script = append(fs.script[:i:i], fs.script[i+1:]...)
		}
		return &f.Fault
	}
	if fs.chaos != nil {
		return fs.chaos.next()
	}
	return nil
}

func (f *Fault) meets(method, path string) bool {
	if f.Method != "" && !strings.EqualFold(f.Method, method) {
		return false
	}
	path, end := strings.TrimSuffix(path, "/"), strings.TrimSuffix(f.Path, "/")
	return len(path) >= len(end) && strings.EqualFold(path[len(path)-len(end):], end)
}

// unused returns the faults that never met a request.
func (fs *faultScript) unused() []Fault {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	var list []Fault
	for _, f := range fs.script {
		if f.met == 0 {
			list = append(list, f.Fault)
		}
	}
	return list
}
