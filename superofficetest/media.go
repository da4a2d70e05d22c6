package superofficetest

import (
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// media is one of the media types of the documentation.
type media string

const (
	mediaJSON       media = "application/json"
	mediaTextJSON   media = "text/json"
	mediaXML        media = "application/xml"
	mediaTextXML    media = "text/xml"
	mediaForm       media = "application/x-www-form-urlencoded"
	mediaJSONPatch  media = "application/json-patch+json"
	mediaMergePatch media = "application/merge-patch+json"
	mediaHTML       media = "text/html"
)

func (m media) isXML() bool { return m == mediaXML || m == mediaTextXML }

// answerable are the media types of answers, the preferred one first.
func answerable() []media {
	return []media{mediaJSON, mediaTextJSON, mediaXML, mediaTextXML, mediaJSONPatch, mediaMergePatch}
}

// requestMedia returns the media type of a body, or false where the server
// answers 415: another type, none at all, or a charset that is not UTF-8.
func requestMedia(header string) (media, bool) {
	switch header {
	case "application/json", "application/json; charset=utf-8":
		return mediaJSON, true
	}
	name, params, err := mime.ParseMediaType(header)
	if err != nil {
		return "", false
	}
	if charset := params["charset"]; charset != "" && !strings.EqualFold(charset, "utf-8") {
		return "", false
	}
	m := media(name)
	return m, m == mediaForm || slices.Contains(answerable(), m)
}

// negotiate picks the media type of the answer, or false where the server
// answers 406.
func negotiate(header string) (media, bool) {
	switch header {
	case "", "*/*", "application/json", "application/json; charset=utf-8":
		return mediaJSON, true
	}
	best, weight := media(""), 0.0
	for part := range strings.SplitSeq(header, ",") {
		name, q := acceptItem(part)
		if q <= weight {
			continue
		}
		for _, m := range answerable() {
			if matches(name, m) {
				best, weight = m, q
				break
			}
		}
	}
	return best, best != ""
}

func acceptItem(part string) (name string, q float64) {
	q = 1
	name, params, _ := strings.Cut(part, ";")
	for param := range strings.SplitSeq(params, ";") {
		if value, ok := strings.CutPrefix(strings.TrimSpace(param), "q="); ok {
			q, _ = strconv.ParseFloat(value, 64)
		}
	}
	return strings.ToLower(strings.TrimSpace(name)), q
}

func matches(pattern string, m media) bool {
	if pattern == "*/*" || pattern == string(m) {
		return true
	}
	family, ok := strings.CutSuffix(pattern, "/*")
	return ok && strings.HasPrefix(string(m), family+"/")
}

// wantsHTML tells a browser from a program at the addresses that answer both.
func wantsHTML(h http.Header) bool {
	accept := h.Get("Accept")
	for part := range strings.SplitSeq(accept, ",") {
		switch name, q := acceptItem(part); {
		case q == 0:
		case name == string(mediaHTML), name == "*/*", name == "":
			return true
		case slices.Contains(answerable(), media(name)):
			return false
		}
	}
	return true
}

// acceptsGzip reports whether the client can read a compressed answer.
func acceptsGzip(h http.Header) bool {
	for part := range strings.SplitSeq(h.Get("Accept-Encoding"), ",") {
		if name, q := acceptItem(part); q > 0 && (name == "gzip" || name == "*") {
			return true
		}
	}
	return false
}
