package loginhost_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/go-superoffice/superoffice/internal/loginhost"
)

func TestHide(t *testing.T) {
	t.Parallel()
	err := loginhost.Hide(fmt.Errorf("malformed answer %q: %w", "PLANTED", io.EOF), "PLANTED")
	if !errors.Is(err, io.EOF) || err.Error() != `malformed answer "[redacted]": EOF` {
		t.Errorf("Hide: %v", err)
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%t", "%z"} {
		if got := fmt.Sprintf(verb, err); got != err.Error() {
			t.Errorf("%s prints %s", verb, got)
		}
	}
	if loginhost.Hide(nil) != nil {
		t.Error("an error from none")
	}
}
