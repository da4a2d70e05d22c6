package superofficetest

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// endpoint is an address below /api/v1/ with a method.
type endpoint struct {
	method, path, about string
	handle              func(*exchange) answer
}

// endpoints lists what the server knows, in the order in which GET /api/v1
// shows it.
func endpoints() []endpoint {
	return []endpoint{
		{"POST", "ChatSession", "Creates a chat session.", save(sessionResource, rest)},
		{"GET", "ChatSession/default", "Gives a blank chat session.", initial(sessionResource, rest)},
		{"GET", "ChatSession/{id}", "Gives a chat session.", get(sessionResource, rest)},
		{"PUT", "ChatSession/{id}", "Updates a chat session.", put(sessionResource)},
		{"POST", "User", "Creates a user.", save(userResource, rest)},
		{"GET", "User/default", "Gives a blank user.", initial(userResource, rest)},
		{"GET", "User/{id}", "Gives a user.", get(userResource, rest)},
		{"PUT", "User/{id}", "Updates a user.", put(userResource)},
		{"POST", "User/Validate", "Checks a user, and gives messages by field.", validateUser},
		{"POST", "Agents/Chat/CreateDefaultChatSessionEntity", "Gives a blank chat session.", initial(sessionResource, agent)},
		{"POST", "Agents/Chat/SaveChatSessionEntity", "Saves a chat session.", save(sessionResource, agent)},
		{"POST", "Agents/Chat/GetChatSessionEntity", "?chatSessionEntityId={id} Gives a chat session.", get(sessionResource, agent)},
		{"POST", "Agents/Chat/CreateChatSessionForTopic", "Creates a chat session for a topic.", createForTopic},
		{"POST", "Agents/User/CreateDefaultUser", "Gives a blank user.", initial(userResource, agent)},
		{"POST", "Agents/User/SaveUser", "Saves a user.", save(userResource, agent)},
		{"POST", "Agents/User/GetUser", "?userId={id} Gives a user.", get(userResource, agent)},
		{"POST", "Agents/User/ValidateUser", "Checks a user, and gives messages by field.", validateUserAgent},
	}
}

// routes finds endpoints by path in lower case and method.
var routes = sync.OnceValue(func() map[string]map[string]endpoint {
	table := map[string]map[string]endpoint{}
	for _, e := range endpoints() {
		path := strings.ToLower(e.path)
		if table[path] == nil {
			table[path] = map[string]endpoint{}
		}
		table[path][e.method] = e
	}
	return table
})

func (x *exchange) route() answer {
	path := strings.ToLower(x.rest)
	methods := routes()[path]
	if methods == nil {
		parent, last, ok := splitLast(path)
		methods = routes()[parent+"/{id}"]
		if !ok || methods == nil {
			return x.platform(http.StatusNotFound, "No resource has the address of this request.",
				"Nothing is known by the name of '"+x.rest+"'.")
		}
		id, err := strconv.ParseInt(last, 10, 32)
		if err != nil {
			return x.platform(http.StatusBadRequest, "The request cannot be used.",
				"The parameter 'id' is not a number.")
		}
		x.id = int32(id)
	}
	e, ok := methods[x.r.Method]
	if !ok {
		a := x.platform(http.StatusMethodNotAllowed, "This resource does not take the method "+x.r.Method+".", "")
		var allowed []string
		for method := range methods {
			allowed = append(allowed, method)
		}
		slices.Sort(allowed)
		a.header = http.Header{"Allow": {strings.Join(allowed, ", ")}}
		return a
	}
	if x.s.rules.online && strings.Contains("/"+path+"/", "/user/") {
		return x.refuse(http.StatusForbidden, "SoIllegalOperationException",
			"User management is not open to apps in this installation.")
	}
	return e.handle(x)
}

func splitLast(path string) (before, last string, ok bool) {
	i := strings.LastIndexByte(path, '/')
	if i < 0 {
		return "", path, false
	}
	return path[:i], path[i+1:], true
}

// routeList is GET /api/v1.
func (x *exchange) routeList() answer {
	base := x.baseURL() + "/api/v1/"
	byPath := map[string]pairs{}
	var order []string
	for _, e := range endpoints() {
		if byPath[e.path] == nil {
			order = append(order, e.path)
		}
		byPath[e.path] = append(byPath[e.path], pair{e.method, e.about})
	}
	list := make(pairs, 0, len(order))
	for _, path := range order {
		list = append(list, pair{base + path, byPath[path]})
	}
	return jsonOnly(x.plain(http.StatusOK, list))
}

// version is GET /api: HTML for browsers, JSON for those who ask for it.
func (x *exchange) version() answer {
	if wantsHTML(x.r.Header) {
		return page(http.StatusOK, "SuperOffice WebAPI", `Version <a href="`+x.basePathHTML()+`/api/v1">v1</a>`)
	}
	return jsonOnly(x.plain(http.StatusOK, pairs{
		{"v1", x.baseURL() + "/api/v1"},
		{"NetServerVersion", "11.10.0.0"},
		{"NetServerAssembly", "11.0.0.0"},
		{"NetServerDate", "2026-02-24"},
		{"NetServerLabel", "superofficetest"},
		{"NetServer", "superofficetest, a stand-in for tests"},
		{"Services", "Services87"},
		{"ServicesCurrent", "Services88"},
		{"Version", "v1"},
	}))
}

// jsonOnly is for answers whose names cannot be those of XML elements.
func jsonOnly(a answer) answer {
	a.media = mediaJSON
	return a
}
