package models

// Links are addresses by relation.
type Links map[string]string
