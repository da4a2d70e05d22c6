// Package xmlwire turns the JSON text of a value into an XML document and back,
// after the rules of .NET's DataContractSerializer.
//
// The models know one set of struct tags and one codec, that of JSON. What XML
// needs beside it (which member is a list, a map, a number, how the items of a
// list are called, which members come from a base type) is read by reflection
// from the same tags, so that XML adds nothing to the models.
//
// What XML cannot carry, and what therefore changes on the way from JSON to XML
// and back:
//
//   - A member that the type does not know comes back as text: true and 5 become
//     "true" and "5", for an element does not say what it holds. An array of one
//     comes back as its only item, an empty array or object as "".
//   - Attributes other than i:nil and comments are dropped, and so is text beside
//     the child elements of a member that the type does not know. In a member that
//     it knows such text is an error.
//
// The way from XML to JSON and back to XML keeps every unknown element, its order
// among siblings of the same name, and null.
package xmlwire

const (
	// nilSpace is the namespace of the attribute i:nil.
	nilSpace = "http://www.w3.org/2001/XMLSchema-instance"
	// arraysSpace is where DataContract puts the entries of dictionaries and
	// the items of lists of primitive types.
	arraysSpace = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
	// linksSuffix is what the answer's type adds to the name of the entity.
	linksSuffix = "WithLinks"
	// maxDepth bounds the nesting of elements, as the JSON codec does.
	maxDepth = 500
)
