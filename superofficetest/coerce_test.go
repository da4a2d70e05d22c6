package superofficetest_test

import (
	"net/http"
	"testing"

	"github.com/go-superoffice/superoffice/superofficetest"
)

// As Json.NET does with what a loosely typed language sends.
func TestTypesThatAreConverted(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		sent, answered string
		status         int
	}{
		"a number in a string":              {sent: `{"topicId":" 2 "}`, answered: `"TopicId":2`},
		"deep inside":                       {sent: `{"Sale":{"Amount":"12.5"},"Contact":{"ContactId":"-7"}}`, answered: `"Amount":12.5`},
		"true in a string":                  {sent: `{"Contact":{"ActiveErpLinks":"1"},"CustomerConsented":"True"}`, answered: `"CustomerConsented":true`},
		"a number for true":                 {sent: `{"CustomerConsented":1}`, answered: `"CustomerConsented":true`},
		"a number for a text":               {sent: `{"CustomerPhone":4722000000}`, answered: `"CustomerPhone":"4722000000"`},
		"true for a text":                   {sent: `{"CustomerName":true}`, answered: `"CustomerName":"true"`},
		"no number in the string":           {sent: `{"TopicId":"two"}`, status: http.StatusBadRequest},
		"an empty string":                   {sent: `{"TopicId":""}`, status: http.StatusBadRequest},
		"a number too large":                {sent: `{"TopicId":"99999999999"}`, status: http.StatusBadRequest},
		"a fraction":                        {sent: `{"TopicId":"2.5"}`, status: http.StatusBadRequest},
		"an object for a number":            {sent: `{"TopicId":{}}`, status: http.StatusBadRequest},
		"hexadecimal for a number":          {sent: `{"Sale":{"Amount":"0x1p4"}}`, status: http.StatusBadRequest},
		"more after the object":             {sent: `{"TopicId":"2"} {}`, status: http.StatusBadRequest},
		"a number for an object, as it was": {sent: `{"TopicId":"2","Contact":3}`, status: http.StatusBadRequest},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := superofficetest.Start(t)
			res, body := call(t, srv, "POST", "/api/v1/ChatSession", row.sent)
			wantStatus(t, res, body, max(row.status, http.StatusOK))
			wantPart(t, body, row.answered)
		})
	}
}
