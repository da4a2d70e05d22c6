package bench

import (
	"bufio"
	"net"
	"net/textproto"
	"strconv"
	"testing"
)

// startRawServer answers every request with the page's response, ready made, in
// this process: the least that a server can cost, so that a client which waits
// for its answers is not charged for a process that wakes up.
func startRawServer(tb testing.TB) string {
	tb.Helper()
	body := page(tb, "chatsession-response")
	answer := append([]byte("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: "+
		strconv.Itoa(len(body))+"\r\n\r\n"), body...)
	listener, err := new(net.ListenConfig).Listen(tb.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go answerAll(conn, answer)
		}
	}()
	return "http://" + listener.Addr().String()
}

func answerAll(conn net.Conn, answer []byte) {
	defer conn.Close()
	reader := bufio.NewReaderSize(conn, 32<<10)
	for {
		text := textproto.NewReader(reader)
		if _, err := text.ReadLine(); err != nil {
			return
		}
		header, err := text.ReadMIMEHeader()
		if err != nil {
			return
		}
		length, err := strconv.Atoi(header.Get("Content-Length"))
		if err != nil {
			return
		}
		if _, err := reader.Discard(length); err != nil {
			return
		}
		if _, err := conn.Write(answer); err != nil {
			return
		}
	}
}
