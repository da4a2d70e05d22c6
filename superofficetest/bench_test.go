package superofficetest_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/superofficetest"
)

// BenchmarkCreate measures creates over loopback with keep-alive, with a
// client that does no more than write the request and read the answer.
func BenchmarkCreate(b *testing.B) {
	small := `{"TopicId":2,"CustomerName":"Ola Nordmann","CustomerEmail":"ola@example.com","Status":"InQueue",` +
		`"FirstMessage":"Is anybody there?","WhenRequested":"2026-02-23T09:52:01.9342965Z"}`
	b.Run("ChatSession", func(b *testing.B) { benchmarkCreate(b, "/api/v1/ChatSession", small) })
	b.Run("ChatSession selected", func(b *testing.B) {
		benchmarkCreate(b, "/api/v1/ChatSession?$select=ChatSessionId,Status", small)
	})
	b.Run("ChatSession of the page", func(b *testing.B) {
		benchmarkCreate(b, "/api/v1/ChatSession", read(b, "chatsession-request.json"))
	})
	b.Run("User of the page", func(b *testing.B) {
		benchmarkCreate(b, "/api/v1/User", read(b, "user-request.json"))
	})
}

func benchmarkCreate(b *testing.B, path, body string) {
	srv := superofficetest.NewServer(superofficetest.WithKeepLast(1000))
	defer srv.Close()
	host := strings.TrimPrefix(srv.URL, "http://")
	request := fmt.Appendf(nil, "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\n"+
		"Accept: application/json\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
		path, host, sampleAuthorization, len(body), body)
	b.SetParallelism(4)
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		conn, err := new(net.Dialer).DialContext(b.Context(), "tcp", host)
		if err != nil {
			b.Error(err)
			return
		}
		defer func() { _ = conn.Close() }()
		reader := bufio.NewReader(conn)
		for pb.Next() {
			if err := roundTrip(conn, reader, request); err != nil {
				b.Error(err)
				return
			}
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "creates/s")
	if stats := srv.Stats(); stats.Created+stats.Updated < int64(b.N) {
		b.Errorf("%d records were stored in %d calls", stats.Created+stats.Updated, b.N)
	}
}

func roundTrip(conn net.Conn, reader *bufio.Reader, request []byte) error {
	if _, err := conn.Write(request); err != nil {
		return err
	}
	line, err := reader.ReadSlice('\n')
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(line, []byte("HTTP/1.1 200")) {
		return fmt.Errorf("answered %q", line)
	}
	length := 0
	for len(line) > 2 {
		if value, ok := bytes.CutPrefix(line, []byte("Content-Length: ")); ok {
			if length, err = strconv.Atoi(string(bytes.TrimSpace(value))); err != nil {
				return err
			}
		}
		if line, err = reader.ReadSlice('\n'); err != nil {
			return err
		}
	}
	_, err = io.CopyN(io.Discard, reader, int64(length))
	return err
}

// BenchmarkCreateNetHTTP is the same with net/http on the other side.
func BenchmarkCreateNetHTTP(b *testing.B) {
	srv := superofficetest.NewServer(superofficetest.WithKeepLast(1000))
	defer srv.Close()
	transport := &http.Transport{MaxIdleConnsPerHost: 64}
	defer transport.CloseIdleConnections()
	b.SetParallelism(4)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			req, err := http.NewRequestWithContext(b.Context(), http.MethodPost, srv.URL+"/api/v1/ChatSession",
				strings.NewReader(`{"TopicId":2,"CustomerName":"Ola Nordmann"}`))
			if err != nil {
				b.Error(err)
				return
			}
			req.Header.Set("Authorization", sampleAuthorization)
			req.Header.Set("Content-Type", "application/json")
			res, err := transport.RoundTrip(req)
			if err != nil {
				b.Error(err)
				return
			}
			_, _ = io.Copy(io.Discard, res.Body)
			_ = res.Body.Close()
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "creates/s")
}
