package superofficetest

import (
	"crypto/tls"
	"net/http"
	"strings"
	"time"
)

// Option configures a server. Where two options disagree the later one wins.
type Option func(*config)

type config struct {
	address    string
	tls        *tls.Config
	tenant     string
	basePath   string
	root       http.Handler
	keep       int
	maxBody    int64
	zone       zone
	language   string
	selection  SelectForm
	namespace  string
	ordered    bool
	sharedWith *Server
	validity   time.Duration
	credentials
	ruleset
	texts map[string]map[string]string
}

func defaults() config {
	return config{
		address:  "127.0.0.1:0",
		keep:     10_000,
		maxBody:  32 << 20,
		zone:     zones()["UTC"],
		validity: 10 * time.Minute,
		ruleset:  ruleset{expired: http.StatusUnauthorized},
		texts:    builtinTexts(),
	}
}

// WithAddress sets what [Listen], [NewServer] and [Start] listen on, as
// host:port. The default is a free port of 127.0.0.1.
func WithAddress(address string) Option {
	return func(c *config) { c.address = address }
}

// WithTLS serves HTTPS, and HTTP/2 to those who ask for it, with the
// certificates of a configuration, such as one from [Authority.Certificate].
// The configuration is copied. It is without effect on servers made with [New].
func WithTLS(settings *tls.Config) Option {
	return func(c *config) { c.tls = settings.Clone() }
}

// WithTenant makes the server one of SuperOffice Online: the API is served
// below /{tenant}/, the state API at /api/state/{tenant}, Basic is refused,
// and a ticket needs an SO-AppToken. [superoffice.NewOnline] is given
// [Server.Environment] and [Server.Tenant]; [superoffice.New] the URL, which
// has the tenant in it.
func WithTenant(tenant string) Option {
	return func(c *config) { c.tenant = strings.Trim(tenant, "/") }
}

// WithBasePath serves the API of an onsite installation below a path, such as
// /SuperOffice. Without effect beside [WithTenant].
func WithBasePath(path string) Option {
	return func(c *config) {
		c.basePath = ""
		if path = strings.Trim(path, "/"); path != "" {
			c.basePath = "/" + path
		}
	}
}

// WithRoot serves everything that lies outside the API, such as a page at /.
// It gets each request as it came, without a check of credentials, and these
// requests are not recorded. The default answers 404.
func WithRoot(handler http.Handler) Option {
	return func(c *config) { c.root = handler }
}

// WithKeepLast bounds the memory of the server: of each kind of record, and of
// the requests received, the last n are kept. The default is 10 000; zero and
// less keep everything.
func WithKeepLast(n int) Option {
	return func(c *config) { c.keep = n }
}

// WithMaxBody bounds a request body in bytes; a longer one is answered with
// 413. The default is 32 MiB.
func WithMaxBody(n int64) Option {
	return func(c *config) { c.maxBody = n }
}

// WithRecordsOf lets two servers share their records, as the old and the new
// host of a tenant do. See [Server.MoveTenant].
func WithRecordsOf(other *Server) Option {
	return func(c *config) { c.sharedWith = other }
}

// WithTimeZone sets the base time zone of the installation by its SuperOffice
// name or id (UTC, NO, 261, US-NY). Dates without an offset are of this zone
// unless a request asks for another. The default is UTC, and an unknown name
// is ignored.
func WithTimeZone(name string) Option {
	return func(c *config) {
		if z, ok := findZone(name); ok {
			c.zone = z
		}
	}
}

// WithLanguage sets a language for requests that ask for none, as an
// installation does that was set up so. The default is none: texts with
// translations are answered as they are stored.
func WithLanguage(code string) Option {
	return func(c *config) { c.language = languageOf(code) }
}

// WithText adds a translation of a resource tag, for instance
// WithText("SR_TOPIC", "en", "Topic") for texts with [SR_TOPIC].
func WithText(tag, language, text string) Option {
	return func(c *config) {
		tag = strings.Trim(tag, "[]")
		if c.texts[tag] == nil {
			c.texts[tag] = map[string]string{}
		}
		c.texts[tag][languageOf(language)] = text
	}
}

// SelectForm says what becomes of members that $select leaves out. The
// documentation says that they are nulled out, and no recorded answer shows
// what that is for numbers and dates, so a client should bear all of them.
type SelectForm int

// What becomes of members that are not selected.
const (
	SelectNull SelectForm = iota // null, whatever the type
	SelectOmit                   // left out
	SelectZero                   // null for texts and objects, 0, false and year 1 for values
)

// WithSelectForm changes what $select does to what it leaves out. The default
// is [SelectNull].
func WithSelectForm(form SelectForm) Option {
	return func(c *config) { c.selection = form }
}

// WithXMLNamespace sets the namespace of XML answers. XML requests are then
// read as a .NET DataContract reader does: elements of another namespace are
// ignored. The default is none, and any namespace is read.
func WithXMLNamespace(namespace string) Option {
	return func(c *config) { c.namespace = namespace }
}

// WithXMLOrder reads XML requests as a .NET DataContract reader does: an
// element that stands before its place (TableRight and FieldProperties first,
// then the others in byte order) is ignored. The default reads any order.
func WithXMLOrder() Option {
	return func(c *config) { c.ordered = true }
}

// WithStateValidity sets how long an answer of the state API may be kept. The
// default is ten minutes.
func WithStateValidity(d time.Duration) Option {
	return func(c *config) { c.validity = d }
}
