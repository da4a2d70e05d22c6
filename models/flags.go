package models

import (
	"strconv"
	"strings"
)

// Flag sets travel as names joined by commas. A value may be spelled in several
// ways ("FULL" and "Select, Update, Insert, Delete" are the same rights), so the
// types below keep the text they were given, to send it back as it came, and
// answer questions about the set through Has. Comparing texts with == does not
// ask that question.
//
// The number after each constant is data: the JSON codec is generated from it.

// ChatSessionFlags are the typing indicators of a chat session.
//
// CustomerIsTyping has the number 0, so the server prints that name for a session
// that has no flag at all, and "the customer is typing" cannot be told from
// "nobody is". Only UserIsTyping carries information.
type ChatSessionFlags string

// The known values of [ChatSessionFlags]; the number is the bit.
const (
	ChatSessionFlagsCustomerIsTyping ChatSessionFlags = "CustomerIsTyping" // 0: also what a session without flags prints as
	ChatSessionFlagsUserIsTyping     ChatSessionFlags = "UserIsTyping"     // 1: the agent is typing
)

// Has reports whether every flag in flag is set; flag may be one name or several
// joined by commas, and the spelling of either side does not matter.
//
// Since CustomerIsTyping has no bit, Has(ChatSessionFlagsCustomerIsTyping) reports
// whether the text has that name in it, which is true for a session without flags
// as the server prints it: do not build on it. Has("") reports whether no bit is
// set. A name that this SDK does not know is set when the text has it too.
func (f ChatSessionFlags) Has(flag ChatSessionFlags) bool {
	if namesFlag(string(flag), string(ChatSessionFlagsCustomerIsTyping)) &&
		!namesFlag(string(f), string(ChatSessionFlagsCustomerIsTyping)) {
		return false
	}
	if strings.TrimSpace(string(flag)) == string(ChatSessionFlagsCustomerIsTyping) {
		return true
	}
	return hasFlags(string(f), string(flag), chatSessionFlagBits)
}

// FieldRightMask is the set of rights on a field, and of hints on how a form
// should treat it. [FieldProperties] answers the usual questions about it.
type FieldRightMask string

// The known values of [FieldRightMask]; the number is the bits.
const (
	FieldRightMaskNone              FieldRightMask = "None"              // 0: no rights
	FieldRightMaskRead              FieldRightMask = "Read"              // 1: the value may be seen
	FieldRightMaskWrite             FieldRightMask = "Write"             // 2: the value may be set
	FieldRightMaskUpdate            FieldRightMask = "Update"            // 3: Read and Write
	FieldRightMaskUnused1           FieldRightMask = "Unused1"           // 4: no meaning
	FieldRightMaskUnused2           FieldRightMask = "Unused2"           // 8: no meaning
	FieldRightMaskUnused3           FieldRightMask = "Unused3"           // 16: no meaning
	FieldRightMaskUnused4           FieldRightMask = "Unused4"           // 32: older name of Nullable, and the one servers print
	FieldRightMaskUIHintMandatory   FieldRightMask = "UIHintMandatory"   // 64: a form should insist on a value
	FieldRightMaskUIHintReadOnly    FieldRightMask = "UIHintReadOnly"    // 128: a form should not let the value be changed
	FieldRightMaskUIHints           FieldRightMask = "UIHints"           // 192: both hints
	FieldRightMaskUndefinedValue256 FieldRightMask = "UndefinedValue256" // 256: no meaning
	FieldRightMaskNullable          FieldRightMask = "Nullable"          // 32: the value may be null
)

// Has reports whether every right in flag is in the set; flag may be one name or
// several joined by commas, and the spelling of either side does not matter:
// "Update" has Read, and "3" has Update. FULL, which belongs to table rights but
// is shown for fields too, counts as Update.
//
// Has(FieldRightMaskNone) and Has("") report whether the set is empty. A name that
// this SDK does not know is in the set when the text has it too.
func (m FieldRightMask) Has(flag FieldRightMask) bool {
	return hasFlags(string(m), string(flag), fieldRightBits)
}

// TableRightMask is the set of rights on a record.
type TableRightMask string

// The known values of [TableRightMask]; the number is the bits. In the short
// names each letter is a right: R reads (Select), U updates, I inserts, D deletes
// and F filters.
const (
	TableRightMaskNone             TableRightMask = "None"             // 0: no rights
	TableRightMaskSelect           TableRightMask = "Select"           // 1: the record may be read
	TableRightMaskUpdate           TableRightMask = "Update"           // 2: it may be changed
	TableRightMaskUR               TableRightMask = "UR"               // 3: Update and Select
	TableRightMaskInsert           TableRightMask = "Insert"           // 4: such records may be created
	TableRightMaskRI               TableRightMask = "RI"               // 5: Select and Insert
	TableRightMaskURI              TableRightMask = "URI"              // 7: Update, Select and Insert
	TableRightMaskDelete           TableRightMask = "Delete"           // 8: it may be deleted
	TableRightMaskUDR              TableRightMask = "UDR"              // 11: Update, Delete and Select
	TableRightMaskFULL             TableRightMask = "FULL"             // 15: Select, Update, Insert and Delete
	TableRightMaskFiltering        TableRightMask = "Filtering"        // 16: it may be used to filter by
	TableRightMaskRF               TableRightMask = "RF"               // 17: Select and Filtering
	TableRightMaskFI               TableRightMask = "FI"               // 20: Filtering and Insert
	TableRightMaskRestrictedUpdate TableRightMask = "RestrictedUpdate" // 32: it may be changed in part
	TableRightMaskURU              TableRightMask = "URU"              // 34: Update and RestrictedUpdate
	TableRightMaskWRITE            TableRightMask = "WRITE"            // 38: Update, Insert and RestrictedUpdate
	TableRightMaskUnused1          TableRightMask = "Unused1"          // 64: no meaning
	TableRightMaskUninitialized    TableRightMask = "Uninitialized"    // 128: the server has not worked the rights out
	TableRightMaskR                TableRightMask = "R"                // 1: Select
	TableRightMaskF                TableRightMask = "F"                // 16: Filtering
)

// Has reports whether every right in flag is in the set; flag may be one name or
// several joined by commas, and the spelling of either side does not matter:
// "FULL" has Delete, "Select, Update, Insert, Delete" has FULL, and "15" has both.
//
// Has(TableRightMaskNone) and Has("") report whether the set is empty. A name that
// this SDK does not know is in the set when the text has it too.
func (m TableRightMask) Has(flag TableRightMask) bool {
	return hasFlags(string(m), string(flag), tableRightBits)
}

// hasFlags asks for a superset of the known bits and of the unknown names.
func hasFlags(set, flag string, bitsOf func(name string) (int64, bool)) bool {
	var wanted, unknown int64
	for name := range strings.SplitSeq(flag, ",") {
		name = strings.TrimSpace(name)
		if bits, ok := flagBits(name, bitsOf); ok {
			wanted |= bits
			continue
		}
		unknown++
		if !namesFlag(set, name) {
			return false
		}
	}

	var got int64
	strange := false
	for name := range strings.SplitSeq(set, ",") {
		bits, ok := flagBits(strings.TrimSpace(name), bitsOf)
		got |= bits
		strange = strange || !ok
	}
	if wanted == 0 && unknown == 0 {
		return got == 0 && !strange
	}
	return got&wanted == wanted
}

// namesFlag reports whether name is one of the names in set.
func namesFlag(set, name string) bool {
	for s := range strings.SplitSeq(set, ",") {
		if strings.TrimSpace(s) == name {
			return true
		}
	}
	return false
}

// flagBits gives the bits of a name or of a number, and whether it is one.
func flagBits(name string, bitsOf func(name string) (int64, bool)) (int64, bool) {
	if name == "" {
		return 0, true
	}
	digits := strings.TrimPrefix(name, "-")
	if digits == "" || len(digits) > 18 || strings.Trim(digits, "0123456789") != "" {
		return bitsOf(name)
	}
	n, err := strconv.ParseInt(name, 10, 64)
	return n, err == nil
}

func chatSessionFlagBits(name string) (int64, bool) {
	switch ChatSessionFlags(name) {
	case ChatSessionFlagsCustomerIsTyping:
		return 0, true
	case ChatSessionFlagsUserIsTyping:
		return 1, true
	}
	return 0, false
}

func fieldRightBits(name string) (int64, bool) {
	switch FieldRightMask(name) {
	case FieldRightMaskNone:
		return 0, true
	case FieldRightMaskRead:
		return 1, true
	case FieldRightMaskWrite:
		return 2, true
	case FieldRightMaskUpdate, "FULL":
		return 3, true
	case FieldRightMaskUnused1:
		return 4, true
	case FieldRightMaskUnused2:
		return 8, true
	case FieldRightMaskUnused3:
		return 16, true
	case FieldRightMaskUnused4, FieldRightMaskNullable:
		return 32, true
	case FieldRightMaskUIHintMandatory:
		return 64, true
	case FieldRightMaskUIHintReadOnly:
		return 128, true
	case FieldRightMaskUIHints:
		return 192, true
	case FieldRightMaskUndefinedValue256:
		return 256, true
	}
	return 0, false
}

func tableRightBits(name string) (int64, bool) {
	switch TableRightMask(name) {
	case TableRightMaskNone:
		return 0, true
	case TableRightMaskSelect, TableRightMaskR:
		return 1, true
	case TableRightMaskUpdate:
		return 2, true
	case TableRightMaskUR:
		return 3, true
	case TableRightMaskInsert:
		return 4, true
	case TableRightMaskRI:
		return 5, true
	case TableRightMaskURI:
		return 7, true
	case TableRightMaskDelete:
		return 8, true
	case TableRightMaskUDR:
		return 11, true
	case TableRightMaskFULL:
		return 15, true
	case TableRightMaskFiltering, TableRightMaskF:
		return 16, true
	case TableRightMaskRF:
		return 17, true
	case TableRightMaskFI:
		return 20, true
	case TableRightMaskRestrictedUpdate:
		return 32, true
	case TableRightMaskURU:
		return 34, true
	case TableRightMaskWRITE:
		return 38, true
	case TableRightMaskUnused1:
		return 64, true
	case TableRightMaskUninitialized:
		return 128, true
	}
	return 0, false
}
