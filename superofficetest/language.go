package superofficetest

import (
	"net/http"
	"strconv"
	"strings"
)

// Multi-language texts use SuperOffice's own codes. The map leads from the
// language codes that clients send.
func languageCodes() map[string]string {
	return map[string]string{
		"en": "US", "us": "US", "nb": "NO", "nn": "NO", "no": "NO", "sv": "SW", "sw": "SW",
		"da": "DA", "de": "GE", "ge": "GE", "nl": "NL", "fr": "FR", "es": "ES", "fi": "FI", "it": "IT",
	}
}

// languageOf returns the SuperOffice code of a language tag such as nb-NO, and
// "" for one that is unknown or switches translation off.
func languageOf(tag string) string {
	tag = strings.ToLower(strings.TrimSpace(tag))
	primary, _, _ := strings.Cut(tag, "-")
	return languageCodes()[primary]
}

// speech is the language and culture of one exchange.
type speech struct {
	language string // SuperOffice code; "" leaves texts as they are
	culture  string // of numbers and dates within texts; "" without language
	texts    map[string]map[string]string
}

// speechOf reads the three headers: SO-Language wins over Accept-Language, and
// SO-Culture counts only beside one of them.
func speechOf(h http.Header, c *config) speech {
	sp := speech{language: c.language, texts: c.texts}
	if own := h.Get("So-Language"); own != "" {
		sp.language = languageOf(own)
	} else if accept := h.Get("Accept-Language"); accept != "" {
		sp.language = firstLanguage(accept)
	}
	if sp.language == "" {
		return sp
	}
	sp.culture = sp.language
	if culture := languageOf(h.Get("So-Culture")); culture != "" {
		sp.culture = culture
	}
	return sp
}

// firstLanguage returns the known language of the highest weight. Languages
// may also be parted by semicolons, as the documentation writes them.
func firstLanguage(header string) string {
	best, weight := "", 0.0
	for part := range strings.SplitSeq(header, ",") {
		q := 1.0
		var tags []string
		for item := range strings.SplitSeq(part, ";") {
			item = strings.TrimSpace(item)
			if value, ok := strings.CutPrefix(item, "q="); ok {
				q, _ = strconv.ParseFloat(value, 64)
				continue
			}
			tags = append(tags, item)
		}
		for _, tag := range tags {
			if code := languageOf(tag); code != "" && q > weight {
				best, weight = code, q
			}
		}
	}
	return best
}

// resolve gives a text in the language of the exchange: one alternative of a
// multi-language text, and the words for each known resource tag.
func (sp speech) resolve(text string) string {
	if sp.language == "" {
		return text
	}
	if len(text) > 4 && text[2] == ':' && text[3] == '"' {
		text = sp.choose(text)
	}
	if strings.Contains(text, "[SR_") {
		text = sp.replaceTags(text)
	}
	return text
}

// choose takes the alternative of the language, else the English one, else
// the first. What is not a multi-language text is left as it is.
func (sp speech) choose(text string) string {
	first, english, found := "", "", false
	for rest := text; rest != ""; {
		code, value, after, ok := cutAlternative(rest)
		if !ok {
			return text
		}
		if strings.EqualFold(code, sp.language) {
			return value
		}
		if !found {
			first, found = value, true
		}
		if strings.EqualFold(code, "US") {
			english = value
		}
		rest = after
	}
	if english != "" {
		return english
	}
	return first
}

// cutAlternative takes XX:"words" and the semicolon behind it. A quotation
// mark within the words ends them only before a semicolon or the end.
func cutAlternative(s string) (code, value, rest string, ok bool) {
	if len(s) < 5 || s[2] != ':' || s[3] != '"' {
		return "", "", "", false
	}
	code, s = s[:2], s[4:]
	if before, after, found := strings.Cut(s, `";`); found {
		return code, before, after, true
	}
	value, ok = strings.CutSuffix(s, `"`)
	return code, value, "", ok
}

func (sp speech) replaceTags(text string) string {
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "[SR_")
		if !ok {
			break
		}
		name, after, ok := strings.Cut(rest, "]")
		if !ok {
			break
		}
		out.WriteString(before)
		if words, known := sp.texts["SR_"+name][sp.language]; known {
			out.WriteString(words)
		} else if words, known = sp.texts["SR_"+name]["US"]; known {
			out.WriteString(words)
		} else {
			out.WriteString("[SR_" + name + "]")
		}
		text = after
	}
	out.WriteString(text)
	return out.String()
}

// builtinTexts are the words for the tags that the server itself uses.
func builtinTexts() map[string]map[string]string {
	return map[string]map[string]string{
		"SR_MANDATORY_FIELD_1281": {"US": "Topic", "NO": "Emne", "SW": "Ämne", "DA": "Emne", "GE": "Thema", "FR": "Sujet"},
		"SR_MANDATORY_FIELD_1282": {"US": "User ID", "NO": "Bruker-ID", "SW": "Användar-ID", "DA": "Bruger-id", "GE": "Benutzer-ID", "FR": "Identifiant"},
		"SR_MANDATORY_FIELD_1283": {"US": "Role", "NO": "Rolle", "SW": "Roll", "DA": "Rolle", "GE": "Rolle", "FR": "Rôle"},
		"SR_MANDATORY_FIELD_1284": {"US": "Group", "NO": "Gruppe", "SW": "Grupp", "DA": "Gruppe", "GE": "Gruppe", "FR": "Groupe"},
		"SR_READONLY_FIELD_1285":  {"US": "Set by the server", "NO": "Settes av serveren", "SW": "Sätts av servern", "DA": "Sættes af serveren", "GE": "Vom Server gesetzt", "FR": "Défini par le serveur"},
	}
}
