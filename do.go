package superoffice

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"reflect"
	"strings"
)

// Do reaches any other endpoint below /api/v1/ with the authentication, headers,
// errors and retry rules of the create methods. The path is relative, as in
// "User/12", and may carry a query; absolute URLs and dot segments are refused.
//
// in is the body: nothing when nil, the bytes as they are for a []byte, else the
// value encoded as [WithContentType] says. out takes the answer: nil lets any
// 2xx pass, a *[]byte gets the raw body, and anything else is decoded into,
// which must be one complete value and neither null nor an error object.
//
// GET and HEAD are also repeated after 502, 503, 504 and a lost connection.
func (c *Client) Do(ctx context.Context, method, path string, in, out any, opts ...CallOption) error {
	escaped, query, pathErr := splitPath(path)
	var methodErr error
	if !isHeaderName(method) {
		method, methodErr = "", errors.New("method: it is not one; give one such as GET")
	}
	call, err := c.start(ctx, method, restPath+escaped, opts)
	if err != nil {
		return err
	}
	defer call.release()
	if err := flatten(methodErr, pathErr); err != nil {
		return call.refuse(mark(err, ErrConfig))
	}
	if err := call.prepareDo(query, in, out); err != nil {
		return call.refuse(err)
	}
	err = call.send()
	if err == nil {
		err = call.receiveDo(out)
	}
	call.report(err == nil) //nolint:contextcheck // the call has its context
	return err
}

func (c *call) prepareDo(query string, in, out any) error {
	if out != nil && (reflect.TypeOf(out).Kind() != reflect.Pointer || reflect.ValueOf(out).IsNil()) {
		return mark(fmt.Errorf("out is a %T; pass nil or a pointer", out), ErrConfig)
	}
	selection, err := c.selectQuery(reflect.TypeOf(out), "")
	if err != nil {
		return err
	}
	if selection != "" && selectsAlready(query) {
		return mark(errors.New("the path has a $select of its own; give it there or with WithSelect, not twice"), ErrConfig)
	}
	c.anyBody = out == nil
	if c.query = query; selection != "" {
		c.query = join("&", query, selection)
	}
	if _, ok := in.(io.Reader); ok {
		return mark(fmt.Errorf("in is the reader %T; pass the bytes, which can be sent again", in), ErrConfig)
	}
	if _, ok := out.(io.Writer); ok {
		return mark(fmt.Errorf("out is the writer %T; pass a *[]byte for the raw body", out), ErrConfig)
	}
	switch in := in.(type) {
	case nil:
		return nil
	case []byte:
		c.body = newOutgoing(bytes.NewBuffer(bytes.Clone(in))) // a transport may still read when Do is back
		return nil
	}
	t := reflect.TypeOf(in)
	switch v := reflect.ValueOf(in); v.Kind() {
	case reflect.Pointer, reflect.Map, reflect.Slice:
		if v.IsNil() {
			return mark(fmt.Errorf("in is a nil %T; pass nil for no body", in), ErrConfig)
		}
	}
	plain, err := json.Marshal(in)
	if err != nil {
		return fmt.Errorf("encoding: %w", err)
	}
	body, err := c.options.encode(plain, t, rootName(t))
	c.body = newOutgoing(bytes.NewBuffer(body))
	return err
}

func selectsAlready(query string) bool {
	for part := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(part, "=")
		if plain, err := url.QueryUnescape(name); err == nil && strings.EqualFold(plain, "$select") {
			return true
		}
	}
	return false
}

func (c *call) receiveDo(out any) error {
	switch out := out.(type) {
	case nil:
		return nil
	case *[]byte:
		*out = bytes.Clone(c.answered.body)
		return nil
	}
	body, err := c.answered.json(reflect.TypeOf(out))
	switch {
	case err != nil:
		return c.invalid(err)
	case bytes.Equal(bytes.TrimSpace(body), []byte("null")):
		return c.invalid(errors.New("the answer is null"))
	case isErrorObject(body):
		return c.invalid(errors.New("the answer is an error object"))
	}
	// Into a new value, since a failure would leave out half filled.
	whole := reflect.New(reflect.TypeOf(out).Elem())
	if err := json.Unmarshal(body, whole.Interface()); err != nil {
		return c.invalid(fmt.Errorf("the answer does not decode: %w", unquoted{err}))
	}
	reflect.ValueOf(out).Elem().Set(whole.Elem())
	return nil
}
