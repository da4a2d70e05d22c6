package superofficetest

import (
	"net/http"
	"strconv"
	"time"
)

// serveFault answers a request that meets a fault.
func (x *exchange) serveFault(w http.ResponseWriter, f *Fault, tooLong bool) {
	s := x.s
	var a answer
	early := f.Commit || f.DropAfterCommit
	if early {
		a = x.work(tooLong)
	}
	if !s.pause(x.r, f.Delay) || f.DropAfterRead {
		x.cut()
	}
	if !early && !f.scripted() {
		a = x.work(tooLong)
	}
	switch {
	case f.DropAfterCommit:
		x.cut()
	case f.Raw != nil:
		x.writeRaw(w, f.Raw)
		return
	case f.scripted():
		s.log.update(x.record, func(r *Request) { r.Status = f.status() })
		writeScript(w, x.r, f)
		a.body = f.Body
	default:
		a.render(s, x.r, w.Header())
		setReason(x.r, a.reason)
		w.WriteHeader(a.status)
	}
	x.writeBody(w, a.body, f)
}

// writeScript writes the head of a scripted answer.
func writeScript(w http.ResponseWriter, r *http.Request, f *Fault) {
	for name, values := range f.Header {
		w.Header()[http.CanonicalHeaderKey(name)] = values
	}
	if len(f.Body) > 0 && w.Header()["Content-Type"] == nil {
		set(w.Header(), "Content-Type", "application/json; charset=utf-8")
	}
	if len(f.Body) > 0 && w.Header()["Content-Length"] == nil {
		set(w.Header(), "Content-Length", strconv.Itoa(len(f.Body)))
	}
	setReason(r, f.Reason)
	w.WriteHeader(f.status())
}

func (x *exchange) writeBody(w http.ResponseWriter, body []byte, f *Fault) {
	if f.Truncate {
		body = body[:len(body)/2]
	}
	if f.Drip > 0 {
		x.drip(w, body, f.Drip)
	} else {
		_, _ = w.Write(body)
	}
	if f.Truncate {
		_ = http.NewResponseController(w).Flush()
		x.cut()
	}
}

// drip sends the head at once and then a byte at a time.
func (x *exchange) drip(w http.ResponseWriter, body []byte, pause time.Duration) {
	flush := http.NewResponseController(w).Flush
	_ = flush()
	for i := range body {
		if !x.s.pause(x.r, pause) {
			x.cut()
		}
		if _, err := w.Write(body[i : i+1]); err != nil {
			x.cut()
		}
		_ = flush()
	}
}

// writeRaw takes the connection over, writes and closes it.
func (x *exchange) writeRaw(w http.ResponseWriter, raw []byte) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		x.cut()
	}
	written := make(chan struct{})
	go func() {
		select {
		case <-written:
		case <-x.s.done: // nobody reads
		}
		_ = conn.Close()
	}()
	_, _ = conn.Write(raw)
	close(written)
}

// cut ends the connection without a further byte.
func (x *exchange) cut() {
	x.s.log.update(x.record, func(r *Request) { r.Dropped = true })
	panic(http.ErrAbortHandler) //nolint:forbidigo // how net/http is told
}
