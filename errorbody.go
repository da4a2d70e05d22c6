package superoffice

import (
	"bytes"
	"encoding/json"
	"html"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-superoffice/superoffice/internal/xmlwire"
)

// said is what a server tells in the body of a failure.
type said struct{ kind, message, source string }

const (
	// maxMessage bounds each text, which may be made of a whole body.
	maxMessage = 500
	// maxNesting bounds how many exceptions inside exceptions are read.
	maxNesting = 4
)

// said is what the body of an attempt tells. That of a 2xx tells something only
// if it is an error or a page: else it may be somebody's record.
func (a *attempt) said() said {
	body := bytes.TrimSpace(bytes.TrimPrefix(a.body, []byte("\xef\xbb\xbf")))
	if a.isSuccess() && !isErrorObject(body) && !isError(body) && !isPage(body) {
		return said{}
	}
	return parseErrorBody(body)
}

// parseErrorBody reads the shapes that SuperOffice, ASP.NET and the gateways
// before them use, whatever Content-Type they come with.
func parseErrorBody(body []byte) said {
	var out said
	switch {
	case len(body) == 0:
	case body[0] == '{':
		out = saidByObject(body, maxNesting)
	case body[0] == '<':
		out = saidByMarkup(body)
	case body[0] == '"':
		if json.Unmarshal(body, &out.message) != nil {
			out.message = string(body)
		}
	case body[0] == '[' || bytes.Equal(body, []byte("null")):
	default:
		out.message = string(body)
	}
	return out
}

func shortened(s string) string {
	s = oneLine(s)
	if len(s) <= maxMessage {
		return s
	}
	cut := maxMessage
	for !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut] + "…"
}

// errorMembers is an object's members by lower-case name.
type errorMembers map[string]json.RawMessage

func readMembers(body []byte) errorMembers {
	var raw map[string]json.RawMessage
	if json.Unmarshal(body, &raw) != nil {
		return nil
	}
	out := make(errorMembers, len(raw))
	for name, value := range raw {
		out[strings.ToLower(name)] = value
	}
	return out
}

// text is the first of the named members that is a text and not empty.
func (m errorMembers) text(names ...string) string {
	for _, name := range names {
		var s string
		if json.Unmarshal(m[name], &s) == nil && strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

func saidByObject(body []byte, nesting int) said {
	m := readMembers(body)
	out := said{
		kind:    m.text("errortype", "exceptiontype"),
		message: m.text("friendlytext", "message", "errormessage", "messagedetail"),
		source:  m.text("errorsource"),
	}
	if detail := m.text("messagedetail"); detail != "" && detail != out.message {
		out.message += " " + detail
	}
	for _, names := range [][2]string{{"title", "detail"}, {"error", "error_description"}} { // RFC 9457, RFC 6749
		if out.message == "" {
			out.message = join(": ", m.text(names[0]), m.text(names[1]))
		}
	}
	for _, name := range []string{"modelstate", "errors"} {
		out.message = join(" ", out.message, fieldMessages(m[name]))
	}
	if message := m.text("exceptionmessage"); message != "" && message != out.message {
		out.message = join(" ", out.message, message)
	}
	for _, name := range []string{"exceptioninfo", "innerexception", "exception", "error"} {
		inner := bytes.TrimSpace(m[name])
		if len(inner) == 0 || inner[0] != '{' || nesting == 0 {
			continue
		}
		nested := saidByObject(inner, nesting-1)
		if out.kind == "" {
			out.kind = nested.kind
		}
		if out.source == "" {
			out.source = nested.source
		}
		if !strings.Contains(out.message, nested.message) {
			out.message = join(sentence(out.message), out.message, nested.message)
		}
	}
	return out
}

// sentence is what parts a message from the next.
func sentence(message string) string {
	if strings.HasSuffix(message, ".") {
		return " "
	}
	return ": "
}

// fieldMessages writes validation messages as "UserName: exists already".
func fieldMessages(raw json.RawMessage) string {
	var lists map[string]json.RawMessage
	if json.Unmarshal(raw, &lists) != nil {
		return ""
	}
	var out []string
	for field, value := range lists {
		var texts []string
		var one string
		if json.Unmarshal(value, &texts) != nil && json.Unmarshal(value, &one) == nil {
			texts = []string{one}
		}
		for _, text := range texts {
			out = append(out, join(": ", field, text))
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func join(by string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), by)
}

var (
	titleOf   = regexp.MustCompile(`(?is)<title[^>]*>(.*?)</title>`)
	messageOf = regexp.MustCompile(`(?is)<(?:\w+:)?(?:Message|ErrorMessage)>(.*?)</`)
	xmlError  = regexp.MustCompile(`^(?:<\?[^>]*\?>\s*)?<(?:\w+:)?Error[\s>]`)
	tags      = regexp.MustCompile(`(?s)<[^>]*>`)
)

// saidByMarkup is the title of a page, or what an XML error says, of which
// half may have to do.
func saidByMarkup(body []byte) said {
	if !isPage(body) {
		if plain, err := xmlwire.Decode(body, nil); err == nil {
			return saidByObject(plain, maxNesting)
		}
	}
	for _, pattern := range []*regexp.Regexp{titleOf, messageOf} {
		if found := pattern.FindSubmatch(body); found != nil {
			return said{message: html.UnescapeString(string(tags.ReplaceAll(found[1], nil)))}
		}
	}
	if isPage(body) {
		return said{message: "an HTML page without a title"}
	}
	return said{}
}

// isError recognises the members and the root that errors have and records
// have not.
func isError(body []byte) bool {
	if bytes.HasPrefix(body, []byte("{")) {
		return readMembers(body).text("errortype", "errormessage", "messagedetail", "exceptionmessage") != ""
	}
	return xmlError.Match(body)
}

func isPage(body []byte) bool {
	return bytes.Contains(bytes.ToLower(body[:min(len(body), 512)]), []byte("<html"))
}
