package superofficetest

import (
	"encoding/json"
	"html"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/go-superoffice/superoffice/models"
)

// style tells the two ways to the same services apart: REST answers with links
// and 404, the Agents without links and with null.
type style int

const (
	rest style = iota
	agent
)

// resource is what an endpoint serves.
type resource[T any] struct {
	path     string // ChatSession
	typeName string // ChatSessionEntity
	idParam  string // of the Agents
	table    *table[T]
	shape    *shape
	hints    func() map[string]fieldHint
	blank    func(*exchange) T
	check    func(*exchange, *T) map[string]string
	remember func(*Request, *T)
}

func sessionResource(s *Server) resource[models.ChatSessionEntity] {
	return resource[models.ChatSessionEntity]{
		path:     "ChatSession",
		typeName: "ChatSessionEntity",
		idParam:  "chatSessionEntityId",
		table:    &s.data.sessions,
		shape:    sessionShape(),
		hints:    sessionHints,
		blank:    func(*exchange) models.ChatSessionEntity { return models.ChatSessionEntity{} },
		check:    s.rules.checkSession,
		remember: func(r *Request, e *models.ChatSessionEntity) { r.ChatSession = e },
	}
}

func userResource(s *Server) resource[models.User] {
	return resource[models.User]{
		path:     "User",
		typeName: "User",
		idParam:  "userId",
		table:    &s.data.users,
		shape:    userShape(),
		hints:    userHints,
		blank:    blankUser,
		check:    s.rules.checkUser,
		remember: func(r *Request, e *models.User) { r.User = e },
	}
}

func save[T any](of func(*Server) resource[T], how style) func(*exchange) answer {
	return func(x *exchange) answer {
		res := of(x.s)
		var entity T
		if a := read(x, &res, &entity); a != nil {
			return *a
		}
		return store(x, &res, entity, how)
	}
}

// put is an update: the key of the address counts, and it must be known.
func put[T any](of func(*Server) resource[T]) func(*exchange) answer {
	return func(x *exchange) answer {
		res := of(x.s)
		if _, ok := res.table.get(x.id); !ok {
			return missing(x, &res, x.id)
		}
		var entity T
		if a := read(x, &res, &entity); a != nil {
			return *a
		}
		*res.table.key(&entity) = x.id
		return store(x, &res, entity, rest)
	}
}

func read[T any](x *exchange, res *resource[T], entity *T) *answer {
	content, a := x.content(res.shape)
	if a != nil {
		return a
	}
	if a := decodeEntity(x, content, res.shape, entity); a != nil {
		return a
	}
	x.s.log.update(x.record, func(r *Request) { res.remember(r, entity) })
	return nil
}

// decodeEntity reads an entity as .NET does, or returns the answer to one that
// cannot be read.
func decodeEntity(x *exchange, content []byte, s *shape, entity any) *answer {
	err := decode(content, entity)
	if err != nil && !x.converted {
		if rewritten, ok := coerce(content, s); ok {
			err = decode(rewritten, entity)
		}
	}
	if err != nil {
		a := x.invalid(map[string]string{"newEntity": err.Error()})
		return &a
	}
	if err := x.s.cfg.settleNames(s, reflect.ValueOf(entity)); err != nil {
		a := x.invalid(map[string]string{"newEntity." + err.path: err.text})
		return &a
	}
	return nil
}

// decode reads one value with the models' own decoder.
func decode(content []byte, into any) error {
	if own, ok := into.(json.Unmarshaler); ok {
		return own.UnmarshalJSON(content)
	}
	return json.Unmarshal(content, into)
}

func store[T any](x *exchange, res *resource[T], entity T, how style) answer {
	if id := *res.table.key(&entity); id != 0 && x.s.rules.knownKeys {
		if _, ok := res.table.get(id); !ok {
			return missing(x, res, id)
		}
	}
	unlock := x.s.rules.lock()
	defer unlock()
	if problems := res.check(x, &entity); len(problems) > 0 {
		return x.invalid(problems)
	}
	saved, created := res.table.save(entity, x.zone.location)
	x.s.stats.stored(created)
	id := *res.table.key(&saved.entity)
	x.s.log.update(x.record, func(r *Request) { r.StoredID, r.Created = id, created })
	return show(x, res, saved, how)
}

func get[T any](of func(*Server) resource[T], how style) func(*exchange) answer {
	return func(x *exchange) answer {
		res := of(x.s)
		id := x.id
		if how == agent {
			n, err := strconv.ParseInt(x.param(res.idParam), 10, 32)
			if err != nil {
				return x.platform(http.StatusBadRequest, "The request cannot be used.",
					"The parameter '"+res.idParam+"' is not a number.")
			}
			id = int32(n)
		}
		found, ok := res.table.get(id)
		switch {
		case ok:
			return show(x, &res, found, how)
		case how == agent:
			return answer{status: http.StatusOK, media: x.media, root: res.typeName, body: []byte("null")}
		}
		return missing(x, &res, id)
	}
}

func initial[T any](of func(*Server) resource[T], how style) func(*exchange) answer {
	return func(x *exchange) answer {
		res := of(x.s)
		// The answer to default has no links, in either style.
		_ = how
		return show(x, &res, &row[T]{entity: res.blank(x), zone: x.zone.location}, agent)
	}
}

func missing[T any](x *exchange, res *resource[T], id int32) answer {
	return x.notFound(res.path, res.typeName+" "+strconv.Itoa(int(id))+" does not exist")
}

// show writes an entity.
func show[T any](x *exchange, res *resource[T], r *row[T], how style) answer {
	p := printer{
		dating: x.dating,
		speech: x.speech,
		stored: r.zone,
		form:   x.s.cfg.selection,
		props:  x.properties(res.path, res.shape, res.hints),
	}
	a := answer{
		status: http.StatusOK, media: x.media, root: res.typeName, shape: res.shape, zone: x.zone.name,
		body: x.s.buffer(), pooled: true,
	}
	a.body = p.outermost(a.body, res.shape, reflect.ValueOf(&r.entity).Elem(), parseSelection(x.param("$select")))
	if how == rest {
		a.root += "WithLinks"
		archive := x.baseURL() + "/api/v1/" + res.path + "/"
		self := archive + strconv.Itoa(int(*res.table.key(&r.entity))) + "/"
		if a.body[len(a.body)-1] != '{' {
			a.body = append(a.body, ',')
		}
		a.body = append(a.body, `"_Links":`...)
		a.body = pairs{{"Self", self}, {"Archive", archive}}.append(a.body)
	}
	a.body = append(a.body, '}')
	return a
}

// properties caches FieldProperties by resource and language.
func (x *exchange) properties(path string, s *shape, hints func() map[string]fieldHint) []byte {
	key := path + "/" + x.language
	if cached, ok := x.s.props.Load(key); ok {
		text, _ := cached.([]byte)
		return text
	}
	text := fieldProperties(s, hints(), x.speech)
	x.s.props.Store(key, text)
	return text
}

// baseURL is the address of the installation as links show it: with the port,
// even the usual one.
func (x *exchange) baseURL() string {
	scheme, port := "http", ":80"
	if x.r.TLS != nil {
		scheme, port = "https", ":443"
	}
	host := x.r.Host
	if i := strings.LastIndexByte(host, ':'); i < strings.LastIndexByte(host, ']')+1 {
		host += port
	}
	return scheme + "://" + host + x.s.basePath()
}

func (x *exchange) basePathHTML() string { return html.EscapeString(x.s.basePath()) }

// createForTopic is the Agents' short way to a chat session.
func createForTopic(x *exchange) answer {
	var request struct{ ChatTopicID int32 }
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(x.record.Body, &fields); err != nil {
		return x.invalid(map[string]string{"request": "not a JSON object"})
	}
	for name, value := range fields {
		if strings.EqualFold(name, "ChatTopicId") {
			if err := json.Unmarshal(value, &request.ChatTopicID); err != nil {
				return x.invalid(map[string]string{"ChatTopicId": "not a number"})
			}
		}
	}
	res := sessionResource(x.s)
	entity := models.ChatSessionEntity{
		TopicID: request.ChatTopicID, Status: models.ChatSessionStatusInQueue,
		WhenRequested: models.DateTimeOf(time.Now().UTC()),
	}
	return store(x, &res, entity, agent)
}
