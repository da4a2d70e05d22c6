package superoffice_test

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/go-superoffice/superoffice"
)

func TestLostConnections(t *testing.T) {
	t.Parallel()
	invalid := list(superoffice.ErrInvalidResponse)
	half := savedEntity[:len(savedEntity)/2]
	long := fmt.Sprintf("Content-Length: %d", len(savedEntity))
	runFaults(t, []fault{
		{name: "drop after the request was read", script: list(dropsAfterReading), outcome: unknown, posts: 1},
		{name: "drop before reading it", script: list(dropsBeforeReading), outcome: unknown, attempts: 1},
		{name: "drop inside the status line", script: list(raw("HTTP/1.1 20")), outcome: unknown, posts: 1},
		{name: "drop inside the header", script: list(raw("HTTP/1.1 200 OK\r\nContent-Ty")), outcome: unknown, posts: 1},
		{
			name: "drop half-way through the response", script: list(raw(head(200, asJSON, long) + half)),
			outcome: unknown, is: invalid, status: 200, posts: 1, says: "broke off",
		},
		{
			name: "drop half-way through the body of a failure", script: list(raw(head(500, asJSON, "Content-Length: 1000") + soError)),
			outcome: unknown, is: list(superoffice.ErrServer), status: 500, posts: 1, says: "Something is wrong",
		},
		{
			name:    "malformed chunking",
			script:  list(raw(head(200, asJSON, "Transfer-Encoding: chunked") + "s3cr3t\r\n" + savedEntity)),
			outcome: unknown, is: invalid, status: 200, posts: 1,
		},
		{
			name:    "a last chunk that does not come",
			script:  list(raw(head(200, asJSON, "Transfer-Encoding: chunked") + strings.TrimSuffix(chunked(savedEntity), "0\r\n\r\n"))),
			outcome: unknown, is: invalid, status: 200, posts: 1,
		},
		{name: "no HTTP at all", script: list(raw(`{"SessionKey":"s3cr3t"}` + "\r\n\r\n")), outcome: unknown, posts: 1},
		{name: "a header that is none", script: list(raw("HTTP/1.1 200 OK\r\ns3cr3t\r\n\r\n")), outcome: unknown, posts: 1},
		{name: "two lengths", script: list(raw(head(200, "Content-Length: 5", "Content-Length: s3cr3t"))), outcome: unknown, posts: 1},
		{name: "a switch of protocols", script: list(hangs(head(101, "Connection: Upgrade", "Upgrade: s3cr3t"))), outcome: unknown, status: 101, posts: 1},
	})
}

func TestHangs(t *testing.T) {
	t.Parallel()
	overtime := list(context.DeadlineExceeded)
	half := head(200, asJSON, fmt.Sprintf("Content-Length: %d", len(savedEntity))) + savedEntity[:20]
	usual := list(exactly(30 * time.Second))
	runFaults(t, []fault{
		{name: "hang before the header", script: list(hangs("")), outcome: unknown, is: overtime, posts: 1, waits: usual, says: "timed out"},
		{name: "hang inside the header", script: list(hangs("HTTP/1.1 200 OK\r\nX: ")), outcome: unknown, is: overtime, posts: 1, waits: usual},
		{name: "hang inside the body", script: list(hangs(half)), outcome: unknown, is: overtime, status: 200, posts: 1, waits: usual},
		{
			name:    "slow drip beyond the time",
			script:  list(drips(half, savedEntity[20:]+strings.Repeat(" ", 100), time.Second)),
			outcome: unknown, is: overtime, status: 200, posts: 1, waits: usual,
		},
		{name: "hang with WithTimeout", script: list(hangs("")), call: list[superoffice.CallOption](superoffice.WithTimeout(3 * time.Second)), outcome: unknown, is: overtime, posts: 1, waits: list(exactly(3 * time.Second))},
		{name: "hang with WithTimeout of the client", script: list(hangs("")), opts: list[superoffice.ClientOption](superoffice.WithTimeout(4 * time.Second)), outcome: unknown, is: overtime, posts: 1, waits: list(exactly(4 * time.Second))},
		{
			name: "hang with the time-out of the caller's http.Client", script: list(hangs("")), client: func(c *http.Client) { c.Timeout = 2 * time.Second },
			outcome: unknown, is: overtime, posts: 1, waits: list(exactly(2 * time.Second)),
		},
		{
			name: "hang with a time-out of the caller's transport", script: list(hangs("")),
			client:  func(c *http.Client) { c.Transport.(*http.Transport).ResponseHeaderTimeout = 2 * time.Second },
			outcome: unknown, is: overtime, posts: 1, waits: list(exactly(2 * time.Second)),
		},
		{
			name: "a long wait with a short time-out of the caller's http.Client", script: list(says(429, "", "Retry-After: 20"), saved()), client: func(c *http.Client) { c.Timeout = 2 * time.Second },
			posts: 2, waits: list(exactly(20 * time.Second)),
		},
		{
			name: "hang until the caller's deadline", script: list(hangs("")), until: deadline(5 * time.Second),
			outcome: unknown, is: overtime, posts: 1, waits: list(exactly(5 * time.Second)),
		},
		{
			name: "429, then a hang", script: list(says(429, "", "Retry-After: 1"), hangs("")),
			outcome: unknown, is: append(list(superoffice.ErrRateLimited), overtime...), status: 429, posts: 2,
			waits: list(exactly(time.Second), exactly(30*time.Second)), after: time.Second,
		},
	})
}

func TestNothingIsSentWithoutAConnection(t *testing.T) {
	t.Parallel()
	refused := &net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED}
	noHost := &net.OpError{Op: "dial", Net: "tcp", Err: &net.DNSError{Err: "no such host", Name: "crm.example.com", IsNotFound: true}}
	all := list(pause(1), pause(2), pause(3))
	runFaults(t, []fault{
		{name: "connection refused", dial: fails(refused), outcome: notSent, is: list(error(syscall.ECONNREFUSED)), attempts: 4, waits: all},
		{name: "no such host", dial: fails(noHost), outcome: notSent, attempts: 4, waits: all, says: "no such host"},
		{
			name: "connection refused, twice in all", dial: fails(refused),
			opts:    list(superoffice.WithRetry(superoffice.Retry{MaxAttempts: 2, MinWait: time.Second, MaxWait: time.Second})),
			outcome: notSent, attempts: 2, waits: list(span{time.Second / 2, time.Second}),
		},
		{
			name: "connection refused with MaxAttempts 1", dial: fails(refused), opts: list(superoffice.WithRetry(superoffice.Retry{MaxAttempts: 1})),
			outcome: notSent, attempts: 1,
		},
		{
			name: "a proxy that repeats the credential", auth: func() superoffice.Auth { return superoffice.Bearer("8A:token-s3cr3t") },
			dial:    fails(fmt.Errorf("proxy: no entry for 8A:token-s3cr3t: %w", errProxy)),
			outcome: notSent, is: list(errProxy), attempts: 4, waits: all, says: "no entry for [redacted]",
		},
		{name: "a certificate of another host, found by a dial of the caller's", dial: fails(x509.HostnameError{Certificate: new(x509.Certificate), Host: "crm.example.com"}), outcome: notSent, attempts: 1},
		{name: "a certificate that is not valid, found by a dial of the caller's", dial: fails(x509.CertificateInvalidError{Reason: x509.Expired}), outcome: notSent, attempts: 1},
		{
			name: "a dial that hangs", dial: func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() },
			outcome: notSent, is: list(context.DeadlineExceeded), attempts: 4,
			waits: append(list(exactly(4*30*time.Second)), all...),
		},
		{
			name: "a dial that hangs until the caller's deadline", until: deadline(40 * time.Second),
			dial:    func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() },
			outcome: notSent, is: list(context.DeadlineExceeded), attempts: 2, waits: list(exactly(40 * time.Second)),
		},
	})
}

var errProxy = errors.New("access denied")

func fails(err error) func(context.Context) error {
	return func(context.Context) error { return err }
}

func TestTheOutcomeIsTheWorstOfAllAttempts(t *testing.T) {
	t.Parallel()
	atLeastOnce := list(superoffice.WithAtLeastOnce())
	limited := says(429, "", "Retry-After: 1")
	runFaults(t, []fault{
		{
			name: "429, then a drop", script: list(limited, dropsAfterReading),
			outcome: unknown, is: list(superoffice.ErrRateLimited), status: 429, posts: 2, after: time.Second, waits: list(exactly(time.Second)),
		},
		{
			name: "429, then 500", script: list(limited, says(500, soError, asJSON)),
			outcome: unknown, is: list(superoffice.ErrRateLimited, superoffice.ErrServer), status: 500, posts: 2, after: time.Second, waits: list(exactly(time.Second)),
		},
		{
			name: "429, then 409", script: list(limited, says(409, soError, asJSON)),
			outcome: rejected, is: list(superoffice.ErrRateLimited, superoffice.ErrConflict), status: 409, posts: 2, after: time.Second, waits: list(exactly(time.Second)),
		},
		{
			name: "429, then an answer that is none", script: list(limited, says(200, gatewayTag, asHTML)),
			outcome: unknown, is: list(superoffice.ErrRateLimited, superoffice.ErrInvalidResponse), status: 200, posts: 2, after: time.Second, waits: list(exactly(time.Second)),
		},
		{
			name: "a drop, then 409", script: list(dropsAfterReading, says(409, soError, asJSON)), call: atLeastOnce,
			outcome: unknown, is: list(superoffice.ErrConflict), status: 409, posts: 2, waits: list(pause(1)),
		},
		{
			name: "500, then 400", script: list(says(500, ""), says(400, soError, asJSON)), call: atLeastOnce,
			outcome: unknown, is: list(superoffice.ErrServer), status: 400, posts: 2, waits: list(pause(1)),
		},
		{
			name: "half an answer, then 400", script: list(raw(head(200, asJSON, "Content-Length: 500")), says(400, soError, asJSON)), call: atLeastOnce,
			outcome: unknown, is: list(superoffice.ErrInvalidResponse), status: 400, posts: 2, waits: list(pause(1)),
		},
		{
			name: "503, then 429 that is too long", script: list(says(503, "", "Retry-After: 2"), says(429, "", "Retry-After: 3600")), call: atLeastOnce,
			outcome: unknown, is: list(superoffice.ErrServer, superoffice.ErrRateLimited), status: 429, posts: 2, after: time.Hour, waits: list(exactly(2 * time.Second)),
		},
		{
			name: "503 with Retry-After, then 429 without", script: list(says(503, "", "Retry-After: 2"), says(429, "")), call: atLeastOnce,
			opts:    list(superoffice.WithRetry(superoffice.Retry{MaxAttempts: 2})),
			outcome: unknown, is: list(superoffice.ErrServer, superoffice.ErrRateLimited), status: 429, posts: 2, waits: list(exactly(2 * time.Second)),
		},
	})
}

func TestAtLeastOnce(t *testing.T) {
	t.Parallel()
	option := list(superoffice.WithAtLeastOnce())
	once, all := list(pause(1)), list(pause(1), pause(2), pause(3))
	server := list(superoffice.ErrServer)
	var rows []fault
	for _, status := range []int{500, 502, 503, 504} {
		rows = append(rows,
			fault{name: fmt.Sprint(status, ", then success"), script: list(says(status, ""), saved()), posts: 2, waits: once},
			fault{name: fmt.Sprint(status, " for ever"), script: list(says(status, "")), outcome: unknown, is: server, status: status, posts: 4, waits: all})
	}
	rows = append(rows,
		fault{name: "a drop, then success", script: list(dropsAfterReading, saved()), posts: 2, waits: once},
		fault{name: "a drop before reading, then success", script: list(dropsBeforeReading, saved()), posts: 1, attempts: 2, waits: once},
		fault{name: "half an answer, then success", script: list(raw(head(200, asJSON, "Content-Length: 500")+"{"), saved()), posts: 2, waits: once},
		fault{name: "a hang, then success", script: list(hangs(""), saved()), posts: 2, waits: list(exactly(30*time.Second), pause(1))},
		fault{name: "a hang inside the body, then success", script: list(hangs(head(200, asJSON, "Content-Length: 500")), saved()), posts: 2, waits: list(exactly(30*time.Second), pause(1))},
		fault{name: "503 with Retry-After, then success", script: list(says(503, "", "Retry-After: 9"), saved()), posts: 2, waits: list(exactly(9 * time.Second))},
		fault{name: "503 with a Retry-After that is too long", script: list(says(503, "", "Retry-After: 3600")), outcome: unknown, is: server, status: 503, posts: 1, after: time.Hour},
		fault{name: "501", script: list(says(501, "")), outcome: unknown, is: server, status: 501, posts: 1},
		fault{name: "400", script: list(says(400, "")), outcome: rejected, status: 400, posts: 1},
		fault{name: "a redirect", script: list(says(302, "", "Location: /")), outcome: unknown, is: list(superoffice.ErrRedirect), status: 302, posts: 1},
		fault{name: "a page for an answer", script: list(says(200, gatewayTag, asHTML)), outcome: unknown, is: list(superoffice.ErrInvalidResponse), status: 200, posts: 1},
		fault{name: "MaxAttempts 1", script: list(says(500, "")), opts: list(superoffice.WithRetry(superoffice.Retry{MaxAttempts: 1})), outcome: unknown, is: server, status: 500, posts: 1},
	)
	for i := range rows {
		rows[i].call = option
	}
	runFaults(t, rows)
}

func TestIdempotentMethodsAreRepeatedMoreOften(t *testing.T) {
	t.Parallel()
	do := func(method string) request {
		return func(ctx context.Context, client *superoffice.Client, opts ...superoffice.CallOption) error {
			var body any
			if method == http.MethodPut || method == http.MethodPatch {
				body = map[string]string{"Name": "body-s3cr3t"}
			}
			return client.Do(ctx, method, "User/12?of=query-s3cr3t", body, nil, opts...)
		}
	}
	server := list(superoffice.ErrServer)
	var rows []fault
	for _, method := range []string{http.MethodGet, http.MethodHead} {
		for _, status := range []int{502, 503, 504} {
			rows = append(rows, fault{name: fmt.Sprint(method, " ", status, ", then success"), make: do(method), script: list(says(status, ""), saved()), posts: 2, waits: list(pause(1))})
		}
		rows = append(rows,
			fault{name: method + ", a drop, then success", make: do(method), script: list(dropsAfterReading, saved()), posts: 2, waits: list(pause(1))},
			fault{name: method + " 500", make: do(method), script: list(says(500, "")), outcome: unknown, is: server, status: 500, posts: 1},
			fault{name: method + ", a hang", make: do(method), script: list(hangs("")), outcome: unknown, is: list(context.DeadlineExceeded), posts: 1, waits: list(exactly(30 * time.Second))},
			fault{name: method + " 302", make: do(method), script: list(says(302, "", "Location: https://elsewhere.example.com/")), outcome: unknown, is: list(superoffice.ErrRedirect), status: 302, posts: 1},
			fault{name: method + " 503, four times", make: do(method), script: list(says(503, "")), outcome: unknown, is: server, status: 503, posts: 4, waits: list(pause(1), pause(2), pause(3))})
	}
	rows = append(rows, fault{
		name: "GET, a hang with a time-out of the caller's transport", make: do(http.MethodGet), script: list(hangs("")),
		client:  func(c *http.Client) { c.Transport.(*http.Transport).ResponseHeaderTimeout = time.Second },
		outcome: unknown, is: list(context.DeadlineExceeded), posts: 1, waits: list(exactly(time.Second)),
	})
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions, "PURGE", "get"} {
		rows = append(rows,
			fault{name: method + " 503", make: do(method), script: list(says(503, "")), outcome: unknown, is: server, status: 503, posts: 1},
			fault{name: method + ", a drop", make: do(method), script: list(dropsAfterReading), outcome: unknown, posts: 1},
			fault{name: method + " 429, then success", make: do(method), script: list(says(429, ""), saved()), posts: 2, waits: list(pause(1))},
			fault{name: method + " 307", make: do(method), script: list(says(307, "", "Location: https://elsewhere.example.com/")), outcome: unknown, is: list(superoffice.ErrRedirect), status: 307, posts: 1})
	}
	runFaults(t, rows)
}
