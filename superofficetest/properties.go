package superofficetest

// fieldHint is what FieldProperties say about a member beyond its type.
type fieldHint struct {
	mandatory string // resource tag of the reason
	readOnly  bool
	length    int
}

// sessionHints follow the columns of the chat_session table.
func sessionHints() map[string]fieldHint {
	return map[string]fieldHint{
		"ChatSessionId":       {readOnly: true},
		"TopicId":             {mandatory: "[SR_MANDATORY_FIELD_1281]"},
		"CustomerAlias":       {length: 64},
		"CustomerPhone":       {length: 32},
		"CustomerHost":        {length: 255},
		"CustomerName":        {length: 255},
		"CustomerEmail":       {length: 255},
		"CustomerCompanyName": {length: 255},
		"SessionKey":          {length: 255},
		"FirstMessage":        {length: 1024},
		"LastMessage":         {length: 1024},
	}
}

// userHints: which members are mandatory is inferred from what the
// documentation says about default entities; it publishes no list.
func userHints() map[string]fieldHint {
	return map[string]fieldHint{
		"AssociateId":     {readOnly: true},
		"Name":            {mandatory: "[SR_MANDATORY_FIELD_1282]"},
		"Role":            {mandatory: "[SR_MANDATORY_FIELD_1283]"},
		"UserGroup":       {mandatory: "[SR_MANDATORY_FIELD_1284]"},
		"Lastlogin":       {readOnly: true},
		"Lastlogout":      {readOnly: true},
		"IsPersonRetired": {readOnly: true},
	}
}

// fieldProperties writes the FieldProperties of an entity with the reasons in
// the language of the exchange.
func fieldProperties(s *shape, hints map[string]fieldHint, sp speech) []byte {
	out := []byte{'{'}
	for _, m := range s.members {
		if m.base {
			continue
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		hint := hints[m.name]
		mask, reason := "Update", ""
		switch {
		case hint.mandatory != "":
			mask, reason = "Update, UIHintMandatory", hint.mandatory
		case hint.readOnly:
			mask, reason = "Read, UIHintReadOnly", "[SR_READONLY_FIELD_1285]"
		}
		typeName, length := fieldType(m.shape, hint)
		out = append(out, m.key...)
		out = append(out, `{"FieldRight":{"Mask":`...)
		out = appendText(out, mask)
		out = append(out, `,"Reason":`...)
		out = appendText(out, sp.resolve(reason))
		out = append(out, `},"FieldType":`...)
		out = appendText(out, typeName)
		out = append(out, `,"FieldLength":`...)
		out = appendInt(out, length)
		out = append(out, '}')
	}
	return append(out, '}')
}

// fieldType names the .NET type and its length in bytes or characters.
func fieldType(s *shape, hint fieldHint) (string, int) {
	switch s.kind {
	case kindText, kindSecret:
		return "System.String", hint.length
	case kindInt:
		return "System.Int32", 4
	case kindFloat:
		return "System.Double", 8
	case kindBool:
		return "System.Boolean", 1
	case kindDate:
		return "System.DateTime", 16
	case kindName:
		return "System.Int16", 2
	case kindObject:
		return "SuperOffice.CRM.Services." + s.name, 0
	case kindList:
		return "SuperOffice.CRM.Services." + s.elem.name + "[]", 0
	case kindTextMap, kindObjectMap:
	}
	return "", 0
}
