// Package models has the entities of SuperOffice's REST interface and the values
// they are made of, as they travel: what a program fills in and sends, and what
// it gets back.
//
// [ChatSessionEntity] and [User] are the entities the client creates; the types
// that end in WithLinks are its answers. Everything they reach is here under the
// name it has on the wire. Field names follow the wire names, with ID for Id, and
// every field is documented with its unit, its limit and the meaning of zero
// where these are known. Of a nested carrier that refers to a record, usually
// only the id matters in a request.
//
// # What the wire form becomes
//
//	wire form                                Go form
//	"text", null                             string: "text", ""
//	14 (16 or 32 bits on the server)         int32
//	9141.8779999999988                       float64; the same number, not always the same digits
//	true, false                              bool
//	"2020-08-19T17:12:16.9553621"            DateTime, floating: no offset was given
//	"2020-08-19T17:12:16+02:00", …Z, …+0200  DateTime, an instant, written back in its form
//	"0001-01-01T00:00:00", in any offset     DateTime: IsZero, no date
//	"Closed", 9, "9"                         ChatSessionStatus: "Closed"
//	"Hibernated", 77                         ChatSessionStatus: "Hibernated", "77"; unknown values are kept
//	"RI, RestrictedUpdate", 15               TableRightMask: "RI, RestrictedUpdate", "FULL"; ask with Has
//	{…}, null                                *Person: a carrier, nil
//	[{…}, {…}], [], null                     []Credential: a list, empty and not nil, nil
//	{"SuperOffice:1": "[I:14]"}              CustomFields; Int, Float, Bool, Date
//	{"Name": {"FieldRight": …}}              FieldProperties; CanRead, CanWrite, Mandatory, MaxLength
//	{"Self": "https://…"}                    Links; Self
//	"a session key", "a password"            Secret; Reveal
//	a member this version has no field for   kept in its carrier, sent back; Carrier.Unknown
//
// # Null, absent and zero
//
// All three read as the zero value, since $select makes the server answer null
// for whatever was not asked for. Whoever must tell them apart looks at the raw
// body, which the client's WithResponse gives.
//
// What is zero is not sent: false, 0, "", no date, nil pointers, slices and maps.
// A slice or map that is empty and not nil is sent, as [] or {}, and so is a
// pointer to an empty carrier. A program that has to send an explicit zero passes
// a map to the client's Do.
//
// # Reading
//
// What a server may reasonably send is read, in a way that does not depend on
// chance:
//
//   - The name of a member matches exactly, or else without regard to ASCII case.
//     An exact one wins wherever it stands; of several others the last one does.
//   - A member that stands twice counts once: the last one, whole.
//   - Enumerations and flags are read from names and from numbers, and unknown
//     ones are kept. The number 0 reads as "".
//   - Half of a surrogate pair in an escape becomes U+FFFD.
//
// The rest is an error that names the place from the entity on, such as
// User.AssociateId or User.LicenseOwners[1].Name, and leaves a zero value, never
// half an entity: a value of another type, a number that its type does not hold,
// invalid UTF-8, nesting of more than 500 levels, a text that breaks off,
// anything after the value.
//
// Writing is strict: a text that is not UTF-8, NaN, an infinity and a year past
// 9999 are errors that name the place.
//
// Package encoding/json gives the same values in both directions, for a type, a
// pointer to it, and slices and maps of it. A type of one's own that embeds a
// model takes its JSON methods with it, and then loses its own fields; give the
// model a field name instead. Package encoding/gob leaves out the members that
// have no field.
//
// # Enumerations
//
// They are strings that hold the name, with constants for the values known to
// this version. Have a default case: SuperOffice adds values. A value 0 can arrive
// as its name, such as Unknown, and as "".
//
// Flag sets keep the text they came with, and one set can be spelled in several
// ways, so ask with Has and do not compare. Mind that CustomerIsTyping in
// [ChatSessionFlags] is no information.
//
// # Dates
//
// A server that is not asked for offsets writes none, and then a date is wall
// time in a zone the body does not tell: see [DateTime] before computing with
// one. The client asks for UTC with offsets unless told otherwise.
//
// # Secrets
//
// A session's key and a credential's value are of type [Secret], which prints and
// logs as [redacted], and the types that reach one log only ids, status and type.
// Those that embed or hold such a type should do likewise, because JSON carries
// the real value: it is what the server must get. So slog's JSON handler redacts
// an entity that is logged as an attribute of its own, and does not redact one
// inside a struct, slice or map, which it marshals.
package models
