package superoffice

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"reflect"
)

// creation is what the two create methods differ in.
type creation struct {
	path     string
	entity   appender // never nil
	typeName string
	keyName  string
	key      int32
	secrets  secrets
	saved    answer // a new value
	savedKey func() int32
}

// appender is an entity as it is sent.
type appender interface {
	AppendJSON(b []byte) ([]byte, error)
}

// answer is an entity as the server returns it.
type answer interface {
	json.Unmarshaler
	// Unknown gives a member that is not the entity's.
	Unknown(name string) json.RawMessage
}

// refuseNil is the error of a create without an entity. The options come first:
// they reset a Response.
func (c *Client) refuseNil(ctx context.Context, path, what string, opts []CallOption) error {
	call, err := c.start(ctx, http.MethodPost, path, opts)
	if err != nil {
		return err
	}
	return call.refuse(mark(fmt.Errorf("the %s is nil; pass the one to create", what), ErrConfig))
}

// create is the path of a create: options → request → attempts → response →
// entity.
func (c *Client) create(ctx context.Context, n *creation, opts []CallOption) error {
	call, err := c.start(ctx, http.MethodPost, n.path, opts)
	if err != nil {
		return err
	}
	defer call.release()
	call.secrets = n.secrets
	if err := call.prepare(n); err != nil {
		return call.refuse(err)
	}
	err = call.send()
	if err == nil {
		err = call.receive(n)
	}
	call.report(err == nil) //nolint:contextcheck // the call has its context
	return err
}

// prepare checks and encodes what is to be created.
func (c *call) prepare(n *creation) error {
	if n.key != 0 && !c.options.allowUpdate {
		return mark(fmt.Errorf("%s is %d, so the server would overwrite that record; set it to 0, or allow it with WithAllowUpdate", n.keyName, n.key), ErrPrimaryKey)
	}
	var err error
	if c.query, err = c.selectQuery(reflect.TypeOf(n.saved), n.keyName); err != nil {
		return err
	}
	buffer := c.config.buffers.get()
	plain, err := n.entity.AppendJSON(buffer.AvailableBuffer())
	if err != nil {
		return fmt.Errorf("encoding: %w", err)
	}
	body, err := c.options.encode(plain, reflect.TypeOf(n.entity), n.typeName)
	if err != nil {
		return err
	}
	buffer.Write(body)
	c.body = newOutgoing(buffer)
	return nil
}

// receive takes the answer for a success only if it is the entity.
func (c *call) receive(n *creation) error {
	body, err := c.answered.json(reflect.TypeOf(n.saved))
	if err != nil {
		return c.invalid(err)
	}
	if err := n.saved.UnmarshalJSON(body); err != nil {
		return c.invalid(fmt.Errorf("the answer does not decode: %w", unquoted{err}))
	}
	if flag := string(n.saved.Unknown("Error")); flag == "true" || flag == `"true"` {
		return c.invalid(errors.New("the answer is an error object"))
	}
	if n.savedKey() <= 0 {
		return c.invalid(fmt.Errorf("the answer has no %s", n.keyName))
	}
	return nil
}
