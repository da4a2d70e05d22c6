package superofficetest

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"github.com/go-superoffice/superoffice/models"
)

// blankUser is the user that GET User/default gives, for the userType and
// personId of the query.
func blankUser(x *exchange) models.User {
	u := models.User{
		Type:          models.UserTypeInternalAssociate,
		LicenseOwners: x.s.rules.licenceOwners(x.s.data.users.all()),
	}
	if name := x.param("userType"); name != "" {
		u.Type = models.UserType(name)
		// The models' decoder knows the numbers of the names.
		if _, err := strconv.Atoi(name); err == nil {
			var decoded models.User
			if decode([]byte(`{"Type":`+name+`}`), &decoded) == nil {
				u.Type = decoded.Type
			}
		}
	}
	if id, err := strconv.ParseInt(x.param("personId"), 10, 32); err == nil && id != 0 {
		u.Person = &models.Person{PersonID: int32(id)}
	}
	return u
}

// validateUser checks a user without saving it.
func validateUser(x *exchange) answer {
	content, a := x.content(userShape())
	if a != nil {
		return *a
	}
	return validate(x, content)
}

// validateUserAgent takes the user within an object.
func validateUserAgent(x *exchange) answer {
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(x.record.Body, &fields); err != nil {
		return x.invalid(map[string]string{"request": "not a JSON object"})
	}
	for name, content := range fields {
		if strings.EqualFold(name, "User") {
			return validate(x, content)
		}
	}
	return x.invalid(map[string]string{"User": "missing"})
}

func validate(x *exchange, content []byte) answer {
	var user models.User
	if a := decodeEntity(x, content, userShape(), &user); a != nil {
		return *a
	}
	x.s.log.update(x.record, func(r *Request) { r.User = &user })
	unlock := x.s.rules.lock()
	defer unlock()
	problems := pairs{}
	for name, text := range sortedProblems(x.s.rules.checkUser(x, &user)) {
		problems = append(problems, pair{name, text})
	}
	a := x.plain(http.StatusOK, problems)
	a.root = "StringDictionary"
	return a
}
