package models

// The JSON methods of the carriers follow from their struct types, those of the
// enumerations and flag sets from the `// number` behind each constant.
//go:generate go run ../internal/gencodec
