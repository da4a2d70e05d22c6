package superofficetest

import (
	"strconv"
	"strings"
	"time"
)

// displayText formats a culture-neutral value of a custom field ([I:1000],
// [F:4.56], [D:06/01/2020]) for people. It reports false for plain text and
// when the exchange has no culture.
func (sp speech) displayText(value string) (string, bool) {
	if sp.culture == "" || len(value) < 4 || value[0] != '[' || value[2] != ':' || value[len(value)-1] != ']' {
		return "", false
	}
	body := value[3 : len(value)-1]
	switch value[1] {
	case 'I':
		if _, err := strconv.ParseInt(body, 10, 64); err != nil {
			return "", false
		}
		return body, true
	case 'F':
		if _, err := strconv.ParseFloat(body, 64); err != nil {
			return "", false
		}
		if sp.culture != "US" {
			body = strings.Replace(body, ".", ",", 1)
		}
		return body, true
	case 'D':
		return sp.displayDate(body)
	}
	return "", false
}

func (sp speech) displayDate(body string) (string, bool) {
	day, _, _ := strings.Cut(body, " ")
	t, err := time.Parse("01/02/2006", day)
	if err != nil {
		if t, err = time.Parse("2006.01.02", day); err != nil {
			return "", false
		}
	}
	if t.Year() <= 1 {
		return "", true
	}
	layout := "02.01.2006"
	switch sp.culture {
	case "US":
		layout = "1/2/2006"
	case "SW":
		layout = "2006-01-02"
	case "FR", "ES", "IT":
		layout = "02/01/2006"
	case "NL", "DA":
		layout = "02-01-2006"
	}
	return t.Format(layout), true
}
