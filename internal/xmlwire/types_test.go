package xmlwire

import (
	"encoding/json"
	"reflect"
	"time"
)

// The types below have the shapes of the API's, in small.

type Carrier struct {
	TableRight      *right           `json:"TableRight,omitzero"`
	FieldProperties map[string]field `json:"FieldProperties,omitzero"`
}

type right struct {
	Mask   mask   `json:"Mask,omitzero"`
	Reason string `json:"Reason,omitzero"`
}

type field struct {
	FieldRight  *right `json:"FieldRight,omitzero"`
	FieldType   string `json:"FieldType,omitzero"`
	FieldLength int32  `json:"FieldLength,omitzero"`
}

// mask is a set of flags: it answers Has.
type mask string

func (m mask) Has(flag mask) bool { return m == flag }

type status string

type text map[string]string

type Group struct {
	Carrier

	ID      int32  `json:"Id,omitzero"`
	Value   string `json:"Value,omitzero"`
	Deleted bool   `json:"Deleted,omitzero"`
}

type Row struct {
	Carrier

	Name string `json:"Name,omitzero"`
}

type Entity struct {
	Carrier

	EntityID     int32      `json:"EntityId,omitzero"`
	Name         string     `json:"Name,omitzero"`
	Amount       float64    `json:"Amount,omitzero"`
	Active       bool       `json:"Active,omitzero"`
	Status       status     `json:"Status,omitzero"`
	When         time.Time  `json:"When,omitzero"`
	Group        *Group     `json:"Group,omitzero"`
	OtherGroups  []Group    `json:"OtherGroups,omitzero"`
	Rows         [][]Row    `json:"Rows,omitzero"`
	Tags         []string   `json:"Tags,omitzero"`
	Codes        []int32    `json:"Codes,omitzero"`
	CustomFields text       `json:"CustomFields,omitzero"`
	Children     []Entity   `json:"Children,omitzero"`
	Extra        any        `json:"Extra,omitzero"`
	Quoted       int64      `json:"Quoted,omitzero,string"`
	Loose        looseMap   `json:"Loose,omitzero"`
	Counts       intsByName `json:"Counts,omitzero"`
}

type (
	looseMap   map[string]any
	intsByName map[string]int
)

type EntityWithLinks struct {
	Entity

	Links text `json:"_Links,omitzero"`
}

// plain is a type of a user's own, which no carrier is part of.
type plain struct {
	Name string
	Raw  json.RawMessage `json:"raw"`
	Skip string          `json:"-"`
	Data []byte
}

func entity() reflect.Type { return reflect.TypeFor[Entity]() }
