package superoffice_test

import (
	"encoding/binary"
	"io"
	"net"
	"slices"
)

// http2Server answers in frames of HTTP/2 (RFC 9113), as its script says. The
// script has one entry for each request that came whole; the last one serves
// all that follow.
type http2Server struct {
	acceptor

	script   []stream
	received []receivedRequest
}

// stream is what happens to one request.
type stream struct {
	refused bool // and so not a request that the server got
	write   func(conn net.Conn, id uint32) (keep bool)
}

const (
	frameData, frameHeaders, frameReset, frameSettings, framePing, frameGoAway = 0, 1, 3, 4, 6, 7
	flagEnd, flagAck, flagEndHeaders                                           = 1, 1, 4
	codeNone, codeInternal, codeRefused                                        = 0, 2, 7
)

const clientPreface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"

func (s *http2Server) serve(listener net.Listener) {
	s.accept(listener, s.converse)
}

func (s *http2Server) converse(conn net.Conn) {
	defer conn.Close()
	if _, err := io.ReadFull(conn, make([]byte, len(clientPreface))); err != nil || !writeFrame(conn, frameSettings, 0, 0, nil) {
		return
	}
	for {
		kind, flags, id, err := readFrame(conn)
		if err != nil {
			return
		}
		keep := true
		switch {
		case kind == frameSettings && flags&flagAck == 0:
			keep = writeFrame(conn, frameSettings, flagAck, 0, nil)
		case kind == framePing && flags&flagAck == 0:
			keep = writeFrame(conn, framePing, flagAck, 0, make([]byte, 8))
		case (kind == frameHeaders || kind == frameData) && flags&flagEnd != 0:
			keep = s.next().write(conn, id)
		}
		if !keep {
			return
		}
	}
}

func (s *http2Server) next() stream {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.script[0]
	if len(s.script) > 1 {
		s.script = s.script[1:]
	}
	if !now.refused {
		s.received = append(s.received, receivedRequest{})
	}
	return now
}

func (s *http2Server) requests() []receivedRequest {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.received)
}

func (s *http2Server) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.received = nil
}

// readFrame reads past the payload of a frame.
func readFrame(conn net.Conn) (kind, flags byte, id uint32, err error) {
	var head [9]byte
	if _, err = io.ReadFull(conn, head[:]); err != nil {
		return 0, 0, 0, err
	}
	_, err = io.CopyN(io.Discard, conn, int64(head[0])<<16|int64(head[1])<<8|int64(head[2]))
	return head[3], head[4], binary.BigEndian.Uint32(head[5:]), err
}

func writeFrame(conn net.Conn, kind, flags byte, id uint32, payload []byte) bool {
	n := len(payload)
	frame := []byte{byte(n >> 16), byte(n >> 8), byte(n), kind, flags}
	frame = binary.BigEndian.AppendUint32(frame, id)
	_, err := conn.Write(append(frame, payload...))
	return err == nil
}

// savedStream answers with the entity.
var savedStream = stream{write: func(conn net.Conn, id uint32) bool {
	const ok, contentType = 0x88, "application/json"
	header := append([]byte{ok, 0x0f, 0x10, byte(len(contentType))}, contentType...) // RFC 7541
	return writeFrame(conn, frameHeaders, flagEndHeaders, id, header) &&
		writeFrame(conn, frameData, flagEnd, id, []byte(savedEntity))
}}

// reset ends one stream with an error code.
func reset(code byte) stream {
	return stream{refused: code == codeRefused, write: func(conn net.Conn, id uint32) bool {
		return writeFrame(conn, frameReset, 0, id, []byte{0, 0, 0, code})
	}}
}

// goAway says that no stream above the last one was or will be processed. When
// that leaves the stream out, it was refused.
func goAway(below uint32, code byte) stream {
	return stream{refused: below > 0, write: func(conn net.Conn, id uint32) bool {
		payload := binary.BigEndian.AppendUint32(nil, id-min(id, below))
		return writeFrame(conn, frameGoAway, 0, 0, append(append(payload, 0, 0, 0, code), "debug-s3cr3t"...)) && below > 0
	}}
}
