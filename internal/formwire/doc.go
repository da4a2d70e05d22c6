// Package formwire turns the JSON text of an object into a form body
// (application/x-www-form-urlencoded) as ASP.NET binds one.
//
// A member is named by its way from the top: AssociateId, User[AssociateId],
// OtherGroups[0][Id], CustomFields[SuperOffice:1]. Names and values are
// percent-encoded throughout, brackets included, as browsers and jQuery send them.
//
// A form holds text only, so null, {} and [] cannot be told in one; a member with
// such a value is left out. As an item of a list it is sent as an empty value
// instead (Items[0]=), because a binder stops at the first missing index and would
// lose the items behind it.
package formwire
