package models

// FieldProperties are what the server says of the fields of a record, by wire
// name ("OrgNr", "UserDefinedFields.machine_type"), to whoever made the call. A
// field that the server says nothing of has no entry, and every question about
// it is answered with false or 0: absent is not the same as forbidden, so ask the
// map itself where the difference matters.
//
// Names are looked up as they are, and then without regard to ASCII case.
type FieldProperties map[string]FieldProperty

// CanRead reports whether the server said that the field may be read.
func (p FieldProperties) CanRead(field string) bool {
	return p.mask(field).Has(FieldRightMaskRead)
}

// CanWrite reports whether the server said that the field may be written, and
// did not mark it as read-only for forms (UIHintReadOnly).
func (p FieldProperties) CanWrite(field string) bool {
	mask := p.mask(field)
	return mask.Has(FieldRightMaskWrite) && !mask.Has(FieldRightMaskUIHintReadOnly)
}

// Mandatory reports whether the server said that the field needs a value.
func (p FieldProperties) Mandatory(field string) bool {
	return p.mask(field).Has(FieldRightMaskUIHintMandatory)
}

// MaxLength gives the number of characters a text field holds; 0 when that is
// unknown or without limit, which the wire says with 0, -1 or nothing. For a
// field that is not text it is the size in bytes; FieldType tells which it is.
func (p FieldProperties) MaxLength(field string) int {
	return max(0, int(p.lookup(field).FieldLength))
}

func (p FieldProperties) mask(field string) FieldRightMask {
	if right := p.lookup(field).FieldRight; right != nil {
		return right.Mask
	}
	return ""
}

// lookup takes the first name in byte order where several differ in case only,
// so that the answer does not depend on the order of the map.
func (p FieldProperties) lookup(field string) FieldProperty {
	if property, ok := p[field]; ok {
		return property
	}
	var name string
	var property FieldProperty
	for n, p := range p {
		if equalFoldASCII(n, field) && (name == "" || n < name) {
			name, property = n, p
		}
	}
	return property
}

func equalFoldASCII(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if lowerASCII(a[i]) != lowerASCII(b[i]) {
			return false
		}
	}
	return true
}

func lowerASCII(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
