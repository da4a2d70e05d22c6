package superoffice

import "strings"

// MediaType is a media type of the documentation pages of the two endpoints.
type MediaType string

// The documented media types. All serve for requests and, but for MediaForm,
// for responses.
const (
	MediaJSON       MediaType = "application/json"
	MediaTextJSON   MediaType = "text/json"
	MediaXML        MediaType = "application/xml"
	MediaTextXML    MediaType = "text/xml"
	MediaForm       MediaType = "application/x-www-form-urlencoded"
	MediaJSONPatch  MediaType = "application/json-patch+json"
	MediaMergePatch MediaType = "application/merge-patch+json"
)

// The kinds of wire form behind the media types.
type wireForm int

const (
	wireOther wireForm = iota
	wireJSON
	wireXML
	wireURLForm
)

func (m MediaType) form() wireForm {
	switch m {
	case MediaJSON, MediaTextJSON, MediaJSONPatch, MediaMergePatch:
		return wireJSON
	case MediaXML, MediaTextXML:
		return wireXML
	case MediaForm:
		return wireURLForm
	default:
		return wireOther
	}
}

func (m MediaType) isRequestType() bool  { return m.form() != wireOther }
func (m MediaType) isResponseType() bool { return m.form() == wireJSON || m.form() == wireXML }

// contentType is the header value: the pages send a charset with every type,
// a form has none to name.
func (m MediaType) contentType() string {
	switch m {
	case "", MediaJSON:
		return "application/json; charset=utf-8"
	case MediaForm:
		return string(MediaForm)
	default:
		return string(m) + "; charset=utf-8"
	}
}

func acceptHeader(types []MediaType) string {
	if len(types) == 0 {
		return "application/json; charset=utf-8"
	}
	names := make([]string, len(types))
	for i, m := range types {
		names[i] = string(m)
	}
	return strings.Join(names, ", ")
}
