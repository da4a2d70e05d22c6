package superoffice_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/go-superoffice/superoffice"
)

var update = flag.Bool("update", false, "write the golden files anew")

// wiretap is a listener on loopback that keeps the bytes of each request and
// answers all of them with the same bytes.
type wiretap struct {
	url  string
	sent chan []byte
}

// createdAnswer serves for both create methods.
const createdAnswer = `{"ChatSessionId":405,"AssociateId":891}`

func listenIn(t *testing.T) *wiretap {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	tap := &wiretap{url: "http://" + listener.Addr().String() + "/SuperOffice", sent: make(chan []byte, 16)}
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go tap.serve(conn)
		}
	}()
	return tap
}

func (w *wiretap) serve(conn net.Conn) {
	defer conn.Close()
	var raw bytes.Buffer
	in := bufio.NewReader(io.TeeReader(conn, &raw))
	for {
		req, err := http.ReadRequest(in)
		if err != nil {
			return
		}
		if _, err := io.Copy(io.Discard, req.Body); err != nil {
			return
		}
		w.sent <- bytes.Clone(raw.Bytes())
		raw.Reset()
		fmt.Fprintf(conn, "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: %d\r\n\r\n", len(createdAnswer))
		if req.Method != http.MethodHead {
			_, _ = io.WriteString(conn, createdAnswer)
		}
	}
}

var (
	hostLine  = regexp.MustCompile(`(?m)^Host: \S+`)
	agentLine = regexp.MustCompile(`(?m)(^User-Agent: .*)go-superoffice/\S+`)
)

// next is the request that came last, with what differs between runs replaced.
func (w *wiretap) next(t *testing.T) []byte {
	t.Helper()
	select {
	case raw := <-w.sent:
		head, body, ok := bytes.Cut(raw, []byte("\r\n\r\n"))
		if !ok {
			t.Fatalf("no end of the header in %q", raw)
		}
		head = hostLine.ReplaceAll(head, []byte("Host: crm.example.com"))
		head = agentLine.ReplaceAll(head, []byte("${1}go-superoffice/VERSION"))
		return append(append(head, "\r\n\r\n"...), body...)
	default:
		t.Fatal("nothing was sent")
		return nil
	}
}

// golden compares with testdata/name, or writes it with -update.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs\n got:\n%s\nwant:\n%s", file, got, want)
	}
}

// page is a body of the two documentation pages.
func page(t *testing.T, name string) []byte {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("models", "testdata", "pages", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func fromPage[T any](t *testing.T, name string) *T {
	t.Helper()
	entity := new(T)
	if err := json.Unmarshal(page(t, name), entity); err != nil {
		t.Fatal(err)
	}
	return entity
}

func newClient(t testing.TB, url string, auth superoffice.Auth, opts ...superoffice.ClientOption) *superoffice.Client {
	t.Helper()
	client, err := superoffice.New(url, auth, opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.CloseIdleConnections)
	return client
}
