package models

// Secret is text that never prints.
type Secret string
