package superofficetest

import (
	"bytes"
	"compress/gzip"
	"maps"
	"net/http"
	"strconv"
)

// answer is a response before it is sent.
type answer struct {
	status int
	reason string // phrase of the status line, "" for the usual one
	media  media
	header http.Header // beyond the usual ones
	body   []byte      // JSON or HTML; in the form of media once it is rendered
	pooled bool        // body is from Server.buffer
	root   string      // name of the XML document
	shape  *shape      // of the body, for XML; nil for errors and other maps
	zone   string      // echoed in SO-TimeZone
}

func appendInt(dst []byte, n int) []byte { return strconv.AppendInt(dst, int64(n), 10) }

// buffer returns room for an answer, from an earlier one if there is any.
func (s *Server) buffer() []byte {
	if b, ok := s.buffers.Get().(*[]byte); ok {
		return (*b)[:0]
	}
	return make([]byte, 0, 8<<10)
}

// maxPooled keeps a single large answer from staying in memory.
const maxPooled = 64 << 10

func (s *Server) reuse(body []byte) {
	if cap(body) <= maxPooled {
		s.buffers.Put(&body)
	}
}

// minGzip is the size below which compression is not worth its header.
const minGzip = 512

func (s *Server) compress(body []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(body) / 2)
	w, ok := s.gzip.Get().(*gzip.Writer)
	if !ok {
		w, _ = gzip.NewWriterLevel(nil, gzip.BestSpeed)
	}
	w.Reset(&out)
	// A buffer takes all that it is given.
	_, _ = w.Write(body)
	_ = w.Close()
	s.gzip.Put(w)
	return out.Bytes()
}

// render puts the body into its media type and fills in the header.
func (a *answer) render(s *Server, r *http.Request, h http.Header) {
	if a.media.isXML() {
		a.body, a.pooled = xmlAnswer(a, s.cfg.namespace), false
	}
	set(h, "Cache-Control", "no-cache")
	set(h, "Pragma", "no-cache")
	set(h, "Expires", "-1")
	set(h, "Vary", "Accept-Encoding")
	if a.zone != "" {
		set(h, "So-Timezone", a.zone)
	}
	maps.Copy(h, a.header)
	if len(a.body) > 0 {
		set(h, "Content-Type", string(a.media)+"; charset=utf-8")
	}
	if len(a.body) >= minGzip && acceptsGzip(r.Header) {
		a.body, a.pooled = s.compress(a.body), false
		set(h, "Content-Encoding", "gzip")
	}
	set(h, "Content-Length", strconv.Itoa(len(a.body)))
}

// set avoids the canonicalisation of Header.Set, which these names have.
func set(h http.Header, name, value string) { h[name] = []string{value} }
