package models

// CustomFields is the bag of custom fields.
type CustomFields map[string]string

// ExtraFields is the older bag.
type ExtraFields = CustomFields
