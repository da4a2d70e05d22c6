package superoffice_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/go-superoffice/superoffice"
)

func TestWhatCountsAsSuccess(t *testing.T) {
	t.Parallel()
	runFaults(t, []fault{
		{name: "200 with the entity", script: list(saved()), posts: 1},
		{name: "201 with the entity", script: list(says(201, savedEntity, asJSON, "Location: http://127.0.0.1/x")), status: 201, posts: 1},
		{name: "a Location that does not parse", script: list(says(201, savedEntity, asJSON, "Location: http://[::1")), status: 201, posts: 1},
		{name: "a byte order mark", script: list(says(200, "\ufeff"+savedEntity, asJSON)), posts: 1},
		{name: "no Content-Type", script: list(says(200, savedEntity)), posts: 1},
		{name: "another JSON type", script: list(says(200, savedEntity, `Content-Type: application/hal+json; charset="UTF-8"`)), posts: 1},
		{name: "text/json", script: list(says(200, savedEntity, "Content-Type: text/json")), posts: 1},
		{name: "white space around", script: list(says(200, "\r\n\t "+savedEntity+" \r\n", asJSON)), posts: 1},
		{name: "no length, ended by the connection", script: list(raw(head(200, asJSON, "Connection: close") + savedEntity)), posts: 1},
		{name: "chunks", script: list(raw(head(200, asJSON, "Transfer-Encoding: chunked", "Connection: close") + chunked(savedEntity))), posts: 1},
		{name: "gzip", script: list(says(200, zipped(savedEntity), asJSON, "Content-Encoding: gzip")), posts: 1},
		{name: "informational answers before", script: list(raw("HTTP/1.1 102 Processing\r\n\r\n" + head(200, asJSON, "Connection: close") + savedEntity)), posts: 1},
		{name: "Error that is false", script: list(says(200, `{"Error":false,`+savedEntity[1:], asJSON)), posts: 1},
		{name: "a slow drip within the time", script: list(drips(head(200, asJSON, fmt.Sprintf("Content-Length: %d", len(savedEntity))), savedEntity, time.Millisecond)), posts: 1, waits: list(span{100 * time.Millisecond, time.Second})},
	})
}

func TestAnswersThatAreNotTheEntity(t *testing.T) {
	t.Parallel()
	invalid := list(superoffice.ErrInvalidResponse)
	page := `<html><head><title>Sign in</title></head><body>s3cr3t</body></html>`
	noKey := `{"Name":"s3cr3t","Title":"title-s3cr3t","Message":"message-s3cr3t","errors":{"a":["s3cr3t"]}}`
	half := savedEntity[:len(savedEntity)/2]
	rows := []fault{
		{name: "204", script: list(raw(head(204) + "")), status: 204},
		{name: "200 empty", script: list(says(200, "", asJSON))},
		{name: "200 of white space", script: list(says(200, " \r\n", asJSON))},
		{name: "200 null", script: list(says(200, "null", asJSON))},
		{name: "200 true", script: list(says(200, "true", asJSON))},
		{name: "200 a text", script: list(says(200, `"s3cr3t"`, asJSON))},
		{name: "200 a number", script: list(says(200, "405", asJSON))},
		{name: "200 array", script: list(says(200, "["+savedEntity+"]", asJSON))},
		{name: "200 error object", script: list(says(200, soError, asJSON)), says: "SoFaultException: Something is wrong"},
		{name: "200 error object with a key", script: list(says(200, `{"Error":true,`+savedEntity[1:], asJSON))},
		{name: "200 error object in small letters with a key", script: list(says(200, `{"error": true ,`+savedEntity[1:], asJSON))},
		{name: "200 no primary key", script: list(says(200, noKey, asJSON)), says: "the answer has no "},
		{name: "200 negative primary key", script: list(says(200, `{"ChatSessionId":-1,"AssociateId":-1}`, asJSON))},
		{name: "200 HTML", script: list(says(200, page, asHTML)), says: "Sign in"},
		{name: "200 HTML called JSON", script: list(says(200, page, asJSON)), says: "Sign in"},
		{name: "200 JSON called HTML", script: list(says(200, savedEntity, asHTML))},
		{name: "200 text", script: list(says(200, "s3cr3t", "Content-Type: text/plain"))},
		{name: "200 text without a type", script: list(says(200, "s3cr3t"))},
		{name: "200 of a type that does not parse", script: list(says(200, savedEntity, "Content-Type: s3cr3t;;;=/"))},
		{name: "200 in another charset", script: list(says(200, savedEntity, "Content-Type: application/json; charset=utf-16"))},
		{name: "200 in UTF-16, called nothing", script: list(says(200, utf16(savedEntity)))},
		{name: "200 in Latin-1, called UTF-8", script: list(says(200, strings.Replace(savedEntity, "key", "k\xe9y", 1), asJSON))},
		{name: "200 truncated JSON", script: list(says(200, half, asJSON))},
		{name: "200 shorter than its Content-Length", script: list(raw(head(200, asJSON, fmt.Sprintf("Content-Length: %d", len(savedEntity))) + half))},
		{name: "200 trailing bytes", script: list(says(200, savedEntity+"x", asJSON))},
		{name: "200 two values", script: list(says(200, savedEntity+savedEntity, asJSON))},
		{name: "200 a member of the wrong type", script: list(says(200, `{"ChatSessionId":"s3cr3t","AssociateId":"s3cr3t"}`, asJSON))},
		{name: "200 a date that is none", script: list(says(200, `{"ChatSessionId":405,"AssociateId":891,"WhenRequested":"s3cr3t","LastLogin":"s3cr3t","LicenseOwners":5}`, asJSON))},
		{name: "200 deeper than any entity", script: list(says(200, strings.Repeat(`{"A":`, 20_000)+"1"+strings.Repeat("}", 20_000), asJSON))},
		{name: "200 that is no gzip", script: list(says(200, savedEntity, asJSON, "Content-Encoding: gzip"))},
		{name: "200 of half a gzip", script: list(says(200, zipped(savedEntity)[:40], asJSON, "Content-Encoding: gzip"))},
		{name: "200 in an encoding that nobody asked for", script: list(says(200, savedEntity, asJSON, "Content-Encoding: br"))},
		{name: "200 in XML that is none", script: list(says(200, "<User", "Content-Type: application/xml"))},
		{name: "200 with an error that does not say it is one", script: list(says(200, `{"Key":"s3cr3t","MessageDetail":"no such topic"}`, asJSON))},
		{name: "200 in XML without the key", script: list(says(200, "<Error><Message>no such topic</Message><Key>s3cr3t</Key></Error>", "Content-Type: application/xml"))},
		{name: "203 from a proxy that has rewritten it", script: list(says(203, page, asHTML)), status: 203},
	}
	for i := range rows {
		rows[i].outcome, rows[i].is, rows[i].posts = unknown, invalid, 1
		if rows[i].status == 0 {
			rows[i].status = 200
		}
	}
	runFaults(t, rows)
}

func TestRedirectsAreNeverFollowed(t *testing.T) {
	t.Parallel()
	var rows []fault
	for _, status := range []int{300, 301, 302, 303, 305, 307, 308} {
		for name, location := range map[string]string{
			"to another host":                   "https://elsewhere.example.com/api/v1/User",
			"to the same host":                  "/SuperOffice/login?key=s3cr3t",
			"to plain http":                     "http://127.0.0.1/api/v1/User",
			"with a Location that cannot parse": "http://[::1:s3cr3t%zz",
			"without a Location":                "",
		} {
			lines := []string{asHTML}
			if location != "" {
				lines = append(lines, "Location: "+location)
			}
			rows = append(rows, fault{
				name:   fmt.Sprintf("%d %s", status, name),
				script: list(says(status, gatewayTag, lines...)), outcome: unknown,
				is: list(superoffice.ErrRedirect), status: status, posts: 1,
			})
		}
	}
	rows = append(rows, fault{name: "304", script: list(raw(head(304))), outcome: unknown, status: 304, posts: 1})
	runFaults(t, rows)
}

// drips writes a head at once and a body byte by byte.
func drips(head, text string, each time.Duration) reply {
	return reply{write: func(conn net.Conn, _ receivedRequest) bool {
		wrote(conn, head)
		for i := range len(text) {
			<-time.After(each)
			if !wrote(conn, text[i:i+1]) {
				return false
			}
		}
		return true
	}}
}

func chunked(text string) string {
	return fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(text), text)
}

func zipped(text string) string {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	return out.String()
}

func utf16(text string) string {
	var out strings.Builder
	out.WriteString("\xff\xfe")
	for _, c := range []byte(text) {
		out.WriteByte(c)
		out.WriteByte(0)
	}
	return out.String()
}
