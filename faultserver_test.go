package superoffice_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"
)

// faultServer speaks HTTP/1.1 byte by byte, as its script says. The script has
// one reply for each request; the last one serves all that follow.
type faultServer struct {
	acceptor

	script   []reply
	received []receivedRequest
	at       string
}

type receivedRequest struct {
	method, target string
	header         http.Header
	body           []byte
}

// reply is what happens to one request. It tells whether the connection stays
// open afterwards.
type reply struct {
	unread bool // cut the connection when the request has only begun to arrive
	write  func(conn net.Conn, request receivedRequest) (keep bool)
}

func (s *faultServer) serve(listener net.Listener) {
	s.at = listener.Addr().String()
	s.accept(listener, s.converse)
}

func (s *faultServer) converse(conn net.Conn) {
	defer conn.Close()
	in := bufio.NewReader(conn)
	for {
		if _, err := in.Peek(1); err != nil || s.cutsNext() {
			return
		}
		req, err := http.ReadRequest(in)
		if err != nil {
			return
		}
		body, err := io.ReadAll(req.Body)
		if err != nil {
			return
		}
		got := receivedRequest{req.Method, req.RequestURI, req.Header, body}
		if !s.next(got).write(conn, got) {
			return
		}
	}
}

func (s *faultServer) cutsNext() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.script[0].unread {
		return false
	}
	s.advance()
	return true
}

func (s *faultServer) next(got receivedRequest) reply {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.received = append(s.received, got)
	now := s.script[0]
	s.advance()
	return now
}

func (s *faultServer) advance() {
	if len(s.script) > 1 {
		s.script = s.script[1:]
	}
}

// requests are those that were read whole.
func (s *faultServer) requests() []receivedRequest {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.received)
}

func (s *faultServer) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.received = nil
}

// says answers with a status, header lines and a body of known length.
func says(status int, body string, header ...string) reply {
	return reply{write: func(conn net.Conn, request receivedRequest) bool {
		if request.method == http.MethodHead {
			return wrote(conn, head(status, append(header, fmt.Sprintf("Content-Length: %d", len(body)))...))
		}
		return wrote(conn, head(status, append(header, fmt.Sprintf("Content-Length: %d", len(body)))...)+body)
	}}
}

// saved answers as the server does when the record is stored.
func saved(header ...string) reply {
	header = append([]string{"Content-Type: application/json; charset=utf-8"}, header...)
	return says(http.StatusOK, savedEntity, header...)
}

// savedEntity serves for both endpoints and holds secrets of its own.
const savedEntity = `{"ChatSessionId":405,"SessionKey":"key-s3cr3t-of-the-answer","AssociateId":891,` +
	`"Credentials":[{"Value":"value-s3cr3t-of-the-answer"}]}`

// raw writes bytes and then cuts the connection.
func raw(text string) reply {
	return reply{write: func(conn net.Conn, _ receivedRequest) bool {
		wrote(conn, text)
		return false
	}}
}

// hangs writes bytes and then nothing, until the client goes away.
func hangs(text string) reply {
	return reply{write: func(conn net.Conn, _ receivedRequest) bool {
		wrote(conn, text)
		_, _ = io.Copy(io.Discard, conn)
		return false
	}}
}

var (
	dropsBeforeReading = reply{unread: true}
	dropsAfterReading  = raw("")
)

// head is a status line and a header, up to the body.
func head(status int, header ...string) string {
	lines := append([]string{fmt.Sprintf("HTTP/1.1 %d %s", status, http.StatusText(status))}, header...)
	return strings.Join(lines, "\r\n") + "\r\n\r\n"
}

func wrote(conn net.Conn, text string) bool {
	_, err := io.WriteString(conn, text)
	return err == nil
}

// late answers after some time.
func late(d time.Duration, r reply) reply {
	return reply{write: func(conn net.Conn, request receivedRequest) bool {
		<-time.After(d)
		return r.write(conn, request)
	}}
}

func cookies(lines ...string) []*http.Cookie {
	var out []*http.Cookie
	for _, line := range lines {
		cookies, err := http.ParseCookie(line)
		if err == nil {
			out = append(out, cookies...)
		}
	}
	return out
}
