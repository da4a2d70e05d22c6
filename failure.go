package superoffice

import (
	"context"
	"errors"
	"net/url"
	"slices"
)

// refuse is the error of a call that came to no attempt.
func (c *call) refuse(err error) error {
	return &Error{Outcome: OutcomeNotSent, Method: c.method, Path: c.path, Err: c.knownSecrets().hide(err)}
}

// knownSecrets are the values of this call that a server or a transport could
// repeat.
func (c *call) knownSecrets() secrets {
	out := append(c.config.auth.secrets(), c.options.appToken, c.query)
	if plain, err := url.QueryUnescape(c.query); err == nil {
		out = append(out, plain)
	}
	for _, value := range c.options.further {
		if len(value) >= shortestKey {
			out = append(out, value)
		}
	}
	if c.last != nil {
		out = append(out, c.last.token.Value)
	}
	return append(out, c.secrets...)
}

// failure is the error of a call that made attempts, or tried to.
func (c *call) failure() error {
	a := c.last
	if a.err != nil || a.cutShort || c.waiting || c.mayRepeat(a) {
		return c.failWith(c.withContextEnd(a.err))
	}
	return c.failWith(nil)
}

// invalid is the error of a 2xx that does not hold what was asked for.
func (c *call) invalid(err error) error {
	c.outcome = OutcomeUnknown
	return c.failWith(mark(err, ErrInvalidResponse))
}

func (c *call) failWith(err error) error {
	hidden := c.knownSecrets()
	e := &Error{
		Outcome:    c.outcome,
		Method:     c.method,
		Path:       c.path,
		Attempts:   c.attempts,
		RetryAfter: c.retryAfter,
		Err:        hidden.hide(err),
		sentinels:  c.sentinels,
	}
	if a := c.answered; a != nil {
		said := a.said()
		e.StatusCode, e.Header, e.Body = a.status, a.header, excerpt(a.body)
		e.Type = shortened(hidden.remove(said.kind))
		e.Message = shortened(hidden.remove(said.message))
		e.Source = shortened(hidden.remove(said.source))
	}
	e.hint = hintFor(e, c.config.online)
	return e
}

// withContextEnd adds what the caller's context ended with to a cause that
// does not match it yet.
func (c *call) withContextEnd(err error) error {
	end := c.ctx.Err()
	if end == nil {
		return err
	}
	found := problems{err}
	for _, e := range []error{end, context.Cause(c.ctx)} {
		if !slices.ContainsFunc(found, func(known error) bool { return errors.Is(known, e) }) {
			found = append(found, e)
		}
	}
	return flatten(found...)
}
