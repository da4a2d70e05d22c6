package bench

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
)

// serverMode makes the test binary serve instead of test, so that the server's
// CPU is not counted as the client's.
const serverMode = "SUPEROFFICE_BENCH_SERVE"

func TestMain(m *testing.M) {
	if os.Getenv(serverMode) != "" {
		serve()
		return
	}
	m.Run()
}

// failWith is the header that asks for a 500 with a body of that many bytes.
const failWith = "X-Fail-With"

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// serve answers every POST with the page's response until its standard input
// ends. GET /connections tells how many were opened.
func serve() {
	answer, err := os.ReadFile("../models/testdata/pages/chatsession-response.json")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	answer = compact(answer)
	var opened atomic.Int64
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	server := &http.Server{
		ConnState: func(_ net.Conn, state http.ConnState) {
			if state == http.StateNew {
				opened.Add(1)
			}
		},
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodGet {
				_, _ = io.WriteString(w, strconv.FormatInt(opened.Load(), 10))
				return
			}
			_, _ = io.Copy(io.Discard, r.Body)
			if size, err := strconv.Atoi(r.Header.Get(failWith)); err == nil {
				w.WriteHeader(http.StatusInternalServerError)
				_, _ = io.CopyN(w, endless{}, int64(size))
				return
			}
			w.Header().Set("Content-Type", "application/json; charset=utf-8")
			w.Header().Set("Content-Length", strconv.Itoa(len(answer)))
			_, _ = w.Write(answer)
		}),
	}
	fmt.Fprintln(os.Stdout, "http://"+listener.Addr().String())
	go server.Serve(listener)
	_, _ = io.Copy(io.Discard, os.Stdin)
}

// startServer runs the server as a process of its own and returns its address.
func startServer(tb testing.TB) string {
	tb.Helper()
	cmd := exec.CommandContext(tb.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), serverMode+"=1")
	cmd.Stderr = os.Stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		tb.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		tb.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		_ = stdin.Close()
		_ = cmd.Wait()
	})
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if url := strings.TrimSpace(line); err == nil && strings.HasPrefix(url, "http://") {
		return url
	}
	tb.Fatalf("the server said %q (%v)", line, err)
	return ""
}
