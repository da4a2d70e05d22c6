package superofficetest

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// exchange is one request on its way to an answer.
type exchange struct {
	s         *Server
	r         *http.Request
	record    *Request
	area      area
	rest      string // path within the area, without slashes at the ends
	id        int32  // of a route with {id}
	media     media  // of the answer
	converted bool   // the body came as XML or a form, and is JSON by the shape of the entity
	speech
	dating
	query url.Values
}

// area is a part of the address space.
type area int

const (
	areaRoot area = iota
	areaState
	areaVersion // /api
	areaRoutes  // /api/v1
	areaAPI     // below /api/v1/
	areaAstray  // the API of another tenant
)

// locate splits a path into its area and what is left of it.
func (s *Server) locate(path string) (area, string) {
	if s.cfg.tenant != "" {
		if name, ok := cutPrefixFold(path, "/api/state/"); ok {
			return areaState, strings.Trim(name, "/")
		}
	}
	below, ok := cutPrefixFold(path, s.basePath()+"/api")
	if !ok || (below != "" && below[0] != '/') {
		if s.cfg.tenant != "" && strings.Contains(strings.ToLower(path), "/api/v1/") {
			return areaAstray, path
		}
		return areaRoot, path
	}
	below = strings.Trim(below, "/")
	if below == "" {
		return areaVersion, ""
	}
	rest, ok := cutPrefixFold(below, "v1")
	switch {
	case !ok || (rest != "" && rest[0] != '/'):
		return areaAPI, below
	case rest == "":
		return areaRoutes, ""
	}
	return areaAPI, strings.Trim(rest, "/")
}

func cutPrefixFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

func (s *Server) serveHTTP(w http.ResponseWriter, r *http.Request) {
	part, rest := s.locate(r.URL.Path)
	if part == areaRoot && s.cfg.root != nil {
		s.cfg.root.ServeHTTP(w, r)
		return
	}
	s.requests.Add(1)
	fault := s.faults.next(r.Method, r.URL.Path)
	if fault != nil {
		s.stats.fault(fault.kind())
	}
	x := &exchange{s: s, r: r, area: part, rest: rest, record: newRecord(r, fault)}
	if fault != nil && fault.DropBefore {
		s.log.add(x.record)
		s.pause(r, fault.Delay)
		x.cut()
	}
	defer s.noticePanic(x.record)
	body, tooLong := x.readBody()
	x.record.Body = body
	s.log.add(x.record)
	switch {
	case fault != nil:
		x.serveFault(w, fault, tooLong)
	default:
		a := x.work(tooLong)
		x.send(w, &a)
	}
}

// readBody reads the body up to the limit. A body that breaks off is used as
// far as it came, as the server never sees more of it.
func (x *exchange) readBody() (body []byte, tooLong bool) {
	limit := x.s.cfg.maxBody
	if n := x.r.ContentLength; n >= 0 && n <= limit {
		body = make([]byte, n)
		n, err := io.ReadFull(x.r.Body, body)
		if err != nil {
			x.record.Incomplete = true
		}
		return body[:n], false
	}
	body, err := io.ReadAll(io.LimitReader(x.r.Body, limit+1))
	if err != nil {
		x.record.Incomplete = true
	}
	if int64(len(body)) > limit {
		return body[:limit], true
	}
	return body, false
}

// work does what was asked for and returns the answer.
func (x *exchange) work(tooLong bool) answer {
	a := x.handle(tooLong)
	x.s.log.update(x.record, func(r *Request) { r.Status = a.status })
	return a
}

func (x *exchange) handle(tooLong bool) answer {
	if x.record.Incomplete {
		return x.platform(http.StatusBadRequest, "The request ended before its body did.", "")
	}
	if tooLong {
		return x.platform(http.StatusRequestEntityTooLarge, "The request is longer than this server takes.", "")
	}
	// Errors of the gate are in the form of the answer too.
	x.media, _ = negotiate(strings.Join(x.r.Header["Accept"], ","))
	switch x.area {
	case areaState:
		return x.stateAnswer()
	case areaRoot:
		return page(http.StatusNotFound, "Not Found", "There is nothing at this address.")
	case areaVersion, areaRoutes, areaAPI, areaAstray:
	}
	if a, ok := x.gate(); !ok {
		return a
	}
	switch x.area {
	case areaVersion:
		return x.version()
	case areaRoutes:
		return x.routeList()
	case areaState, areaRoot, areaAPI, areaAstray:
	}
	if a, ok := x.prepare(); !ok {
		return a
	}
	return x.route()
}

// prepare reads the headers that shape the answer.
func (x *exchange) prepare() (answer, bool) {
	h := x.r.Header
	if x.media == "" {
		return answer{status: http.StatusNotAcceptable, media: mediaJSON}, false
	}
	var ok bool
	if x.dating, ok = datingOf(strings.Join(h["So-Timezone"], ","), x.s.cfg.zone); !ok {
		return x.refuse(http.StatusBadRequest, "ArgumentException",
			"SO-TimeZone names no time zone that this server knows: use a SuperOffice name such as UTC, NO or US-NY"), false
	}
	x.speech = speechOf(h, &x.s.cfg)
	if x.r.URL.RawQuery != "" {
		x.query = x.r.URL.Query()
	}
	return answer{}, true
}

// param returns a parameter of the query, whose names have no case.
func (x *exchange) param(name string) string {
	if value := x.query.Get(name); value != "" {
		return value
	}
	for key, values := range x.query {
		if strings.EqualFold(key, name) && len(values) > 0 {
			return values[0]
		}
	}
	return ""
}

// content returns the body as JSON of the shape, or the answer to a body that
// cannot be read.
func (x *exchange) content(s *shape) ([]byte, *answer) {
	body := x.record.Body
	if len(bytes.TrimSpace(body)) == 0 {
		a := x.refuse(http.StatusBadRequest, "ArgumentException", "The request has no body with an entity to save.")
		return nil, &a
	}
	m, ok := requestMedia(x.r.Header.Get("Content-Type"))
	if !ok || x.r.Header.Get("Content-Encoding") != "" {
		a := x.platform(http.StatusUnsupportedMediaType, "The body is of a type that this address does not read.", "")
		return nil, &a
	}
	var err error
	x.converted = m == mediaForm || m.isXML()
	switch {
	case m == mediaForm:
		body, err = formToJSON(body, s)
	case m.isXML():
		body, err = xmlToJSON(body, s, x.s.cfg.namespace, x.s.cfg.ordered)
	default:
		body = bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	}
	if err != nil {
		a := x.invalid(map[string]string{"newEntity": err.Error()})
		return nil, &a
	}
	if string(bytes.TrimSpace(body)) == "null" {
		a := x.refuse(http.StatusBadRequest, "ArgumentException", "The request has no entity to save.")
		return nil, &a
	}
	return body, nil
}

func (x *exchange) send(w http.ResponseWriter, a *answer) {
	a.render(x.s, x.r, w.Header())
	setReason(x.r, a.reason)
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body)
	if a.pooled {
		x.s.reuse(a.body)
	}
}

// pause waits, and reports false if the client or the server went away.
func (s *Server) pause(r *http.Request, d time.Duration) bool {
	if d <= 0 {
		return true
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-r.Context().Done():
		return false
	case <-s.done:
		return false
	}
}

// noticePanic keeps a mistake of this package from passing for a connection
// that was cut: Start fails the test with it.
func (s *Server) noticePanic(r *Request) {
	cause := recover()
	if cause == nil {
		return
	}
	if cause != http.ErrAbortHandler { //nolint:errorlint // net/http compares it so
		s.log.update(r, func(r *Request) { r.Fault = fmt.Sprintf("panic: %v", cause) })
		s.panics.Add(1)
	}
	panic(cause) //nolint:forbidigo // goes on
}
