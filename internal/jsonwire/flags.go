package jsonwire

import (
	"slices"
	"strconv"
	"strings"
)

// Flag is one name of a flag set and its bits.
type Flag struct {
	Bits int32
	Name string
}

// FlagNames spells a number as the server does: a name for exactly these bits,
// else the names that make it up, else its digits; "" for 0. The flags stand
// with the largest bits first and, for the same bits, the preferred name first.
func FlagNames(flags []Flag, number int32) string {
	if number == 0 {
		return ""
	}
	var names []string
	rest := number
	for _, f := range flags {
		if f.Bits != 0 && rest&f.Bits == f.Bits {
			if f.Bits == number {
				return f.Name
			}
			names = append(names, f.Name)
			rest &^= f.Bits
		}
	}
	if rest != 0 || number < 0 {
		return strconv.Itoa(int(number))
	}
	slices.Reverse(names) // the server lists the smallest bits first
	return strings.Join(names, ", ")
}
