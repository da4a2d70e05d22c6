package superofficetest

import (
	"maps"
	"math"
	"reflect"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/go-superoffice/superoffice/models"
)

// printer writes an entity as the server does: every member, in PascalCase,
// dates in the zone and texts in the language of the exchange.
type printer struct {
	dating
	speech
	stored *time.Location // zone of stored dates without an offset
	form   SelectForm
	props  []byte // FieldProperties of the outermost object
}

// outermost writes the entity without the closing brace, so that links can
// follow.
func (p *printer) outermost(dst []byte, s *shape, v reflect.Value, sel *selection) []byte {
	dst = append(dst, '{')
	for i := range s.members {
		m := &s.members[i]
		if m.base && sel.has(m.name) {
			dst = p.key(dst, m)
			if m.name == "FieldProperties" {
				dst = append(dst, p.props...)
			} else {
				dst = append(dst, `{"Mask":"FULL","Reason":""}`...)
			}
			continue
		}
		dst = p.member(dst, m, v, sel)
	}
	return dst
}

func (p *printer) object(dst []byte, s *shape, v reflect.Value, sel *selection) []byte {
	dst = append(dst, '{')
	for i := range s.members {
		m := &s.members[i]
		if m.base && sel.has(m.name) {
			dst = p.key(dst, m)
			if m.name == "FieldProperties" {
				dst = append(dst, "{}"...)
			} else {
				dst = append(dst, "null"...)
			}
			continue
		}
		dst = p.member(dst, m, v, sel)
	}
	return append(dst, '}')
}

func (p *printer) key(dst []byte, m *member) []byte {
	if dst[len(dst)-1] != '{' {
		dst = append(dst, ',')
	}
	return append(dst, m.key...)
}

func (p *printer) member(dst []byte, m *member, v reflect.Value, sel *selection) []byte {
	if sel.has(m.name) {
		dst = p.key(dst, m)
		if m.stamp {
			return p.date(dst, m.of(v), true)
		}
		return p.value(dst, m.shape, m.of(v), sel.below(m.name))
	}
	if p.form == SelectOmit {
		return dst
	}
	dst = p.key(dst, m)
	if p.form == SelectZero {
		return p.zeroValue(dst, m.shape)
	}
	return append(dst, "null"...)
}

func (p *printer) zeroValue(dst []byte, s *shape) []byte {
	switch s.kind {
	case kindInt, kindFloat:
		return append(dst, '0')
	case kindBool:
		return append(dst, "false"...)
	case kindDate:
		return p.append(dst, models.DateTime{}, time.UTC, false)
	case kindName:
		return appendText(dst, s.zero)
	case kindText, kindSecret, kindObject, kindList, kindTextMap, kindObjectMap:
	}
	return append(dst, "null"...)
}

func (p *printer) value(dst []byte, s *shape, v reflect.Value, sel *selection) []byte {
	switch s.kind {
	case kindText:
		return appendText(dst, p.resolve(v.String()))
	case kindSecret:
		return appendText(dst, v.String())
	case kindName:
		if v.Len() == 0 {
			return appendText(dst, s.zero)
		}
		return appendText(dst, v.String())
	case kindInt:
		return strconv.AppendInt(dst, v.Int(), 10)
	case kindFloat:
		return appendFloat(dst, v.Float())
	case kindBool:
		return strconv.AppendBool(dst, v.Bool())
	case kindDate:
		return p.date(dst, v, false)
	case kindObject:
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return append(dst, "null"...)
			}
			v = v.Elem()
		}
		return p.object(dst, s, v, sel)
	case kindList:
		return p.list(dst, s, v, sel)
	case kindTextMap:
		return p.textMap(dst, v)
	case kindObjectMap:
	}
	// Maps of objects are FieldProperties, which are the server's own.
	return append(dst, "{}"...)
}

func (p *printer) date(dst []byte, v reflect.Value, stamp bool) []byte {
	if v.IsZero() {
		return p.append(dst, models.DateTime{}, time.UTC, stamp)
	}
	value, _ := reflect.TypeAssert[models.DateTime](v)
	return p.append(dst, value, p.stored, stamp)
}

func (p *printer) list(dst []byte, s *shape, v reflect.Value, sel *selection) []byte {
	dst = append(dst, '[')
	for i := range v.Len() {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = p.value(dst, s.elem, v.Index(i), sel)
	}
	return append(dst, ']')
}

// textMap writes custom fields, with a text for people beside each value that
// has a culture-neutral form.
func (p *printer) textMap(dst []byte, v reflect.Value) []byte {
	fields := make(map[string]string, v.Len())
	for key, value := range v.Seq2() {
		name, text := key.String(), p.resolve(value.String())
		fields[name] = text
		shown := name + ":DisplayText"
		if display, ok := p.displayText(text); ok && !v.MapIndex(reflect.ValueOf(shown)).IsValid() {
			fields[shown] = display
		}
	}
	dst = append(dst, '{')
	for i, name := range slices.Sorted(maps.Keys(fields)) {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(appendText(dst, name), ':')
		dst = appendText(dst, fields[name])
	}
	return append(dst, '}')
}

// appendFloat writes a double the way .NET does, always as a number with a
// fraction or as an integer, never with an exponent for everyday amounts.
func appendFloat(dst []byte, f float64) []byte {
	format := byte('f')
	if magnitude := math.Abs(f); magnitude != 0 && (magnitude < 1e-5 || magnitude >= 1e15) {
		format = 'e'
	}
	return strconv.AppendFloat(dst, f, format, -1, 64)
}

const hexDigits = "0123456789abcdef"

// appendText writes a JSON string.
func appendText(dst []byte, s string) []byte {
	dst = append(dst, '"')
	start := 0
	for i := 0; i < len(s); {
		b := s[i]
		if b >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				dst = append(append(dst, s[start:i]...), `\ufffd`...)
				start = i + 1
			}
			i += size
			continue
		}
		if b >= ' ' && b != '"' && b != '\\' {
			i++
			continue
		}
		dst = append(dst, s[start:i]...)
		switch b {
		case '"', '\\':
			dst = append(dst, '\\', b)
		case '\n':
			dst = append(dst, '\\', 'n')
		case '\r':
			dst = append(dst, '\\', 'r')
		case '\t':
			dst = append(dst, '\\', 't')
		default:
			dst = append(dst, '\\', 'u', '0', '0', hexDigits[b>>4], hexDigits[b&15])
		}
		i++
		start = i
	}
	dst = append(dst, s[start:]...)
	return append(dst, '"')
}
