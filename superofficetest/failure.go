package superofficetest

import (
	"maps"
	"net/http"
	"slices"
)

// The shapes of errors that the documentation and the platform show.

// notFound is what reads of a missing record give: the text in ErrorMessage.
func (x *exchange) notFound(what, message string) answer {
	a := x.plain(http.StatusNotFound, pairs{
		{"Error", true},
		{"ErrorType", "SoNotFoundException"},
		{"ErrorMessage", message},
		{"ErrorSource", errorSource},
	})
	a.reason = what + " Not Found"
	return a
}

// refuse is what the services say about input they do not take: the text in
// Message.
func (x *exchange) refuse(status int, errorType, message string) answer {
	return x.plain(status, pairs{
		{"Error", true}, {"ErrorType", errorType}, {"Message", message}, {"ErrorSource", errorSource},
	})
}

const errorSource = "SuperOffice.Services.Implementation"

// platform is an error of ASP.NET, before any service was called.
func (x *exchange) platform(status int, message, detail string) answer {
	list := pairs{{"Message", message}}
	if detail != "" {
		list = append(list, pair{"MessageDetail", detail})
	}
	return x.plain(status, list)
}

// invalid reports problems by field, as ASP.NET does with its model state.
func (x *exchange) invalid(problems map[string]string) answer {
	state := make(pairs, 0, len(problems))
	for _, field := range slices.Sorted(maps.Keys(problems)) {
		state = append(state, pair{field, []string{problems[field]}})
	}
	return x.plain(http.StatusBadRequest, pairs{
		{"Message", "This request cannot be used."}, {"ModelState", state},
	})
}

func (x *exchange) plain(status int, list pairs) answer {
	m := x.media
	if m == "" || m == mediaHTML {
		m = mediaJSON
	}
	return answer{status: status, media: m, root: "Error", body: list.append(nil)}
}

// pairs are a small JSON object in a fixed order.
type pairs []pair

type pair struct {
	name  string
	value any // string, bool, int, []string or pairs
}

func (list pairs) append(dst []byte) []byte {
	dst = append(dst, '{')
	for i, p := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(appendText(dst, p.name), ':')
		switch v := p.value.(type) {
		case string:
			dst = appendText(dst, v)
		case bool:
			if v {
				dst = append(dst, "true"...)
			} else {
				dst = append(dst, "false"...)
			}
		case int:
			dst = appendInt(dst, v)
		case []string:
			dst = append(dst, '[')
			for j, text := range v {
				if j > 0 {
					dst = append(dst, ',')
				}
				dst = appendText(dst, text)
			}
			dst = append(dst, ']')
		case pairs:
			dst = v.append(dst)
		default:
			dst = append(dst, "null"...)
		}
	}
	return append(dst, '}')
}

// page is an HTML answer, as the platform gives in front of the API.
func page(status int, title, text string) answer {
	return answer{status: status, media: mediaHTML, body: []byte(
		"<!DOCTYPE html>\n<html><head><title>" + title + "</title></head>\n<body><h2>" +
			title + "</h2><hr><p>" + text + "</p></body></html>\n")}
}
