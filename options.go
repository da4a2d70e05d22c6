package superoffice

import (
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net/http"
	"slices"
	"strings"
	"time"

	"golang.org/x/time/rate"
)

// ClientOption configures a [Client], for [New], [NewOnline] and [Client.With].
type ClientOption interface{ applyToClient(c *config) error }

// CallOption configures one call.
type CallOption interface{ applyToCall(o *callOptions) error }

// Option works at both levels. One given to a call wins over the client's,
// a later one over an earlier one, and an empty value removes an inherited one.
type Option interface {
	ClientOption
	CallOption
}

type (
	bothLevels  func(s *settings) error
	clientLevel func(c *config) error
	callLevel   func(o *callOptions) error
)

func (f bothLevels) applyToClient(c *config) error { return f(&c.settings) }
func (f bothLevels) applyToCall(o *callOptions) error {
	o.changed = true
	return f(&o.settings)
}
func (f clientLevel) applyToClient(c *config) error  { return f(c) }
func (f callLevel) applyToCall(o *callOptions) error { return f(o) }

// WithLanguage sends SO-Language, the language that multi-language texts and
// resource tags are translated into, such as "nb" or "en". It wins over
// [WithAcceptLanguage]; "x" and "*" ask for untranslated texts. Without a
// language the server does not translate.
func WithLanguage(code string) Option {
	return bothLevels(func(s *settings) error { return setHeader(&s.language, "WithLanguage", code) })
}

// WithAcceptLanguage sends Accept-Language with the tags in their order. No
// tags remove it.
func WithAcceptLanguage(tags ...string) Option {
	return bothLevels(func(s *settings) error {
		tags := slices.DeleteFunc(slices.Clone(tags), func(tag string) bool { return tag == "" })
		return setHeader(&s.acceptLanguage, "WithAcceptLanguage", strings.Join(tags, ", "))
	})
}

// WithCulture sends SO-Culture, which formats numbers and dates inside texts.
// It needs a language beside it, since the server ignores it otherwise.
func WithCulture(code string) Option {
	return bothLevels(func(s *settings) error { return setHeader(&s.culture, "WithCulture", code) })
}

// WithTimeZone sends SO-TimeZone with includeTZOffset, so that every date of
// the answer carries its offset. The zone is a SuperOffice id or name such as
// "NO", "US-NY" or "UTC", the default. "" sends no header: dates then come
// without an offset, in the tenant's zone, and read as floating
// ([models.DateTime.IsFloating]).
//
// See https://docs.superoffice.com/en/api/web-services/so-timezone.html.
func WithTimeZone(zone string) Option {
	return bothLevels(func(s *settings) error {
		if strings.Contains(zone, ",") {
			return errors.New("WithTimeZone: give the zone alone; includeTZOffset is added to it")
		}
		return setHeader(&s.zone, "WithTimeZone", zone)
	})
}

// WithAppToken sends SO-AppToken, the client secret of the application.
// SuperOffice Online demands it with [SOTicket].
func WithAppToken(token string) Option {
	return bothLevels(func(s *settings) error { return setHeader(&s.appToken, "WithAppToken", token) })
}

// WithContentType chooses the media type of the request body. "" and the
// default are [MediaJSON].
func WithContentType(m MediaType) Option {
	return bothLevels(func(s *settings) error {
		if m != "" && !m.isRequestType() {
			return fmt.Errorf("WithContentType: %q is none of the documented request types; use one of the Media constants", string(m))
		}
		s.contentType = m
		return nil
	})
}

// WithAccept names the media types wanted for the response, the preferred one
// first. None and the default are [MediaJSON]. The response is decoded by its
// own Content-Type, whatever was asked for.
func WithAccept(types ...MediaType) Option {
	return bothLevels(func(s *settings) error {
		types := slices.DeleteFunc(slices.Clone(types), func(m MediaType) bool { return m == "" })
		for _, m := range types {
			if !m.isResponseType() {
				return fmt.Errorf("WithAccept: %q is none of the documented response types; use one of the Media constants but MediaForm", string(m))
			}
		}
		s.accept = types
		return nil
	})
}

// WithXMLNamespace sets the namespace of an XML request body. The default, "",
// sends elements without one, as in the only published sample; a DataContract
// reader ignores elements of another namespace than its own. It has no effect
// on other media types.
func WithXMLNamespace(uri string) Option {
	return bothLevels(func(s *settings) error { return setNamespace(&s.xmlNamespace, uri) })
}

// WithHeader sends a further header; "" removes it. Refused are the headers
// that belong to the transport, to the authentication or to an option of their
// own, and Idempotency-Key, at whose sight net/http repeats a POST by itself.
func WithHeader(name, value string) Option {
	return bothLevels(func(s *settings) error { return s.setFurther(name, value) })
}

// WithTimeout limits each attempt, from its sending to the last byte of the
// response; waits between attempts and for a token do not count. Zero restores
// the default of 30 s. A shorter Timeout of the client in [WithHTTPClient] wins,
// a longer one does not. The caller's context limits the whole call.
func WithTimeout(d time.Duration) Option {
	return bothLevels(func(s *settings) error {
		if d < 0 {
			return fmt.Errorf("WithTimeout: %v is negative; give a positive one, or 0 for the default", d)
		}
		s.timeout = d
		return nil
	})
}

// WithHTTPClient sends through a copy of the client: its Transport, Timeout and
// Jar are kept, redirects are not followed. The client itself is not changed
// and its idle connections are never closed. A nil Transport means the SDK's
// own. Proxies, private CAs, client certificates and tracing come in this way.
func WithHTTPClient(client *http.Client) ClientOption {
	return clientLevel(func(c *config) error {
		if client == nil {
			return errors.New("WithHTTPClient: the client is nil; leave the option out for the SDK's own transport")
		}
		c.useHTTPClient(client)
		return nil
	})
}

// WithRetry changes how often and after what waits a call is repeated when
// that is safe; see the package documentation for when it is.
func WithRetry(r Retry) ClientOption {
	return clientLevel(func(c *config) error {
		var err error
		c.retry, err = r.withDefaults()
		return err
	})
}

// WithRateLimit lets at most perSecond attempts a second pass, and burst at
// once; calls wait for their turn. (0, 0) removes a limit. Clients derived with
// [Client.With] share the limit unless they are given one of their own.
func WithRateLimit(perSecond float64, burst int) ClientOption {
	return clientLevel(func(c *config) error {
		switch {
		case perSecond == 0 && burst == 0:
			c.limiter = nil
		case perSecond > 0 && !math.IsInf(perSecond, 1) && burst > 0:
			c.limiter = rate.NewLimiter(rate.Limit(perSecond), burst)
		default:
			return fmt.Errorf("WithRateLimit(%v, %d): both must be positive, or both 0 for no limit", perSecond, burst)
		}
		return nil
	})
}

// WithLogger writes one record per attempt: method, path, status, attempt,
// duration, outcome and wait, and nothing else. nil is refused; without this
// option nothing is logged.
func WithLogger(logger *slog.Logger) ClientOption {
	return clientLevel(func(c *config) error {
		if logger == nil {
			return errors.New("WithLogger: the logger is nil; leave the option out for no log")
		}
		c.logger = logger
		return nil
	})
}

// WithUserAgent puts product, such as "crm-sync/2.1", before the SDK's own
// User-Agent. "" removes it.
func WithUserAgent(product string) ClientOption {
	return clientLevel(func(c *config) error { return setHeader(&c.product, "WithUserAgent", product) })
}

// WithMaxResponseBytes limits the body of a response, counted after
// decompression. The default is 16 MiB; n must be positive.
func WithMaxResponseBytes(n int64) ClientOption {
	return clientLevel(func(c *config) error {
		if n <= 0 {
			return fmt.Errorf("WithMaxResponseBytes: %d is not positive; leave the option out for the default", n)
		}
		c.maxResponseBytes = min(n, math.MaxInt64-1) // reading needs one byte more
		return nil
	})
}

// WithInsecureHTTP allows plain http to a host that is not loopback. Whoever
// is on the way then reads the credentials.
func WithInsecureHTTP() ClientOption {
	return clientLevel(func(c *config) error {
		c.insecure, c.looksUpAnew = true, true
		return nil
	})
}

// WithTenantHosts lets [NewOnline] accept an address below these domains beside
// those of the environment's own.
func WithTenantHosts(suffixes ...string) ClientOption {
	return clientLevel(func(c *config) error {
		for _, s := range suffixes {
			if strings.Trim(s, ".") == "" || strings.ContainsAny(s, "/:@ ") {
				return fmt.Errorf("WithTenantHosts: %q is not a domain; give one such as example.com", s)
			}
		}
		c.tenantHosts, c.looksUpAnew = append([]string(nil), suffixes...), true
		return nil
	})
}

// WithSelect asks for these properties only, by wire name, with "/" into nested
// carriers: WithSelect("Status", "User/Name"). Names are checked without regard
// to case against the response type, and the primary key is always added. What
// was not selected is zero in the answer, so do not send such an answer back.
func WithSelect(paths ...string) CallOption {
	return callLevel(func(o *callOptions) error {
		o.selected, o.rawSelect = append([]string(nil), paths...), ""
		return nil
	})
}

// WithRawSelect sends expr as $select without checking it. The created id is
// lost, and the call fails, when expr leaves the primary key out.
func WithRawSelect(expr string) CallOption {
	return callLevel(func(o *callOptions) error {
		o.selected, o.rawSelect = nil, expr
		return nil
	})
}

// WithAllowUpdate lets an entity with a primary key through. The server then
// overwrites the record of that key, if it has one.
func WithAllowUpdate() CallOption {
	return callLevel(func(o *callOptions) error {
		o.allowUpdate = true
		return nil
	})
}

// WithAtLeastOnce repeats the call also after a lost connection, a time-out,
// 500, 502, 503 and 504. Each of those may have created the record, so this may
// create duplicates.
func WithAtLeastOnce() CallOption {
	return callLevel(func(o *callOptions) error {
		o.atLeastOnce = true
		return nil
	})
}

// WithResponse fills r with what came back, also when the call fails. It is
// reset when the call starts and must not serve two calls at once.
func WithResponse(r *Response) CallOption {
	return callLevel(func(o *callOptions) error {
		if r == nil {
			return errors.New("WithResponse: the response is nil; pass a pointer to one, or leave the option out")
		}
		o.response = r
		return nil
	})
}
