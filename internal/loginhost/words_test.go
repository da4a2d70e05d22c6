package loginhost_test

import (
	"strings"
	"testing"

	"github.com/go-superoffice/superoffice/internal/loginhost"
)

func TestWords(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, text string
		secrets    []string
		want       string
	}{
		{name: "plain", text: "The code is not valid any more.", want: "The code is not valid any more."},
		{name: "several lines", text: " one\r\n\ttwo\x1b[31m \xff", want: "one two [31m"},
		{name: "an echoed secret", text: "bad secret s3cr3t!", secrets: []string{"s3cr3t"}, want: "bad secret [redacted]!"},
		{name: "an escaped secret", text: "secret=a%2Fb%3D%3D refused", secrets: []string{"a/b=="}, want: "secret=[redacted] refused"},
		{name: "an encoded secret", text: "got czNjcjN0", secrets: []string{"s3cr3t"}, want: "got [redacted]"},
		{name: "no secret", text: "fine", secrets: []string{"", "f"}, want: "fine"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if got := loginhost.Words(row.text, row.secrets...); got != row.want {
				t.Errorf("Words = %q, want %q", got, row.want)
			}
		})
	}
	if got := loginhost.Words(strings.Repeat("å", 1000)); strings.Count(got, "å") != 300 || !strings.HasSuffix(got, "…") {
		t.Errorf("a long text gave %q", got)
	}
}
