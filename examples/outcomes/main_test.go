package main

import (
	"regexp"
	"strings"
	"testing"
)

func TestEachFailureEndsWhereItBelongs(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	if err := run(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	want := `(?s)^created    user anna
created    user bjarne
looked up  user cecilie: it was created
looked up  user david: it was not created
created    user david, the second time

To be sent again:
  chat session of Frida: [^\n]*\(not sent after 4 attempts\)

To be corrected:
  user anna: [^\n]*\(rejected\)

To be checked by a person:
  chat session of Eva: [^\n]*\(outcome unknown; [^\n]*

The server has 4 users and 1 chat sessions.
$`
	if !regexp.MustCompile(want).MatchString(out.String()) {
		t.Errorf("%s", &out)
	}
}
