package xmlwire

import "strings"

// appendScalar appends the JSON of a text that has no child elements. What is
// wrong comes back as a message, empty when nothing is.
func appendScalar(out []byte, k kind, text string) (_ []byte, wrong string) {
	if k == anyKind || k == textKind {
		return appendJSON(out, text), ""
	}
	if k == flagsKind {
		return appendJSON(out, strings.Join(flagNames(text), ", ")), ""
	}
	text = trim(text)
	if text == "" {
		return append(out, "null"...), ""
	}
	switch k {
	case stampKind:
		return appendJSON(out, text), ""
	case boolKind:
		switch foldASCII(text) {
		case "true", "1":
			return append(out, "true"...), ""
		case "false", "0":
			return append(out, "false"...), ""
		default:
			return out, "not a boolean"
		}
	case intKind:
		number, ok := jsonNumber(text)
		if !ok || strings.ContainsAny(number, ".eE") {
			return out, "not a whole number"
		}
		return append(out, number...), ""
	default:
		number, ok := jsonNumber(text)
		if !ok {
			return out, "not a number that JSON can carry"
		}
		return append(out, number...), ""
	}
}

// jsonNumber writes an XML Schema number as JSON: without plus sign and leading
// zeros, and with a digit on either side of the point. INF and NaN do not fit.
func jsonNumber(text string) (string, bool) {
	sign := ""
	switch text[0] {
	case '-':
		sign, text = "-", text[1:]
	case '+':
		text = text[1:]
	}
	mantissa, exponent := text, ""
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		mantissa, exponent = text[:i], text[i:]
		digits := exponent[1:]
		if strings.HasPrefix(digits, "+") || strings.HasPrefix(digits, "-") {
			digits = digits[1:]
		}
		if !isDigits(digits) || digits == "" {
			return "", false
		}
	}
	whole, fraction, point := strings.Cut(mantissa, ".")
	if !isDigits(whole) || !isDigits(fraction) || whole+fraction == "" {
		return "", false
	}
	whole = strings.TrimLeft(whole, "0")
	if whole == "" {
		whole = "0"
	}
	if point && fraction != "" {
		fraction = "." + fraction
	}
	return sign + whole + fraction + exponent, true
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
