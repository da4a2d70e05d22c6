package models

import (
	"encoding/json"

	"github.com/go-superoffice/superoffice/internal/jsonwire"
)

// members holds the members of one object that the SDK does not know, as JSON
// text `"Name":value,…`. It never changes, so copies of a carrier share it.
//
// Carriers hold it by pointer, and it is a string and not a struct, since fmt
// follows a pointer to a struct under a verb that does not fit, such as %s. So it
// prints an address and never the text, which may contain a secret.
type members string

func membersOf(raw string) *members {
	if raw == "" {
		return nil
	}
	return new(members(raw))
}

// text gives the members as they are written back.
func (m *members) text() string {
	if m == nil {
		return ""
	}
	return string(*m)
}

func (m *members) value(name string) json.RawMessage {
	if m == nil {
		return nil
	}
	value := jsonwire.Lookup(string(*m), name)
	if value == "" {
		return nil
	}
	return json.RawMessage(value)
}

// Unknown gives the value of a member that the server sent and this version of
// the SDK has no field for, as JSON text, and nil when there is none. The name
// matches exactly first, then in any case. Such members are sent back as they
// were read.
func (c Carrier) Unknown(name string) json.RawMessage { return c.unknown.value(name) }

// Unknown gives a member this version of the SDK has no field for, as [Carrier.Unknown].
func (x TableRight) Unknown(name string) json.RawMessage { return x.unknown.value(name) }

// Unknown gives a member this version of the SDK has no field for, as [Carrier.Unknown].
func (x FieldProperty) Unknown(name string) json.RawMessage { return x.unknown.value(name) }

// Unknown gives a member this version of the SDK has no field for, as [Carrier.Unknown].
func (x FieldRight) Unknown(name string) json.RawMessage { return x.unknown.value(name) }

// Unknown gives a member this version of the SDK has no field for, as [Carrier.Unknown].
func (x StructuredAddress) Unknown(name string) json.RawMessage { return x.unknown.value(name) }
