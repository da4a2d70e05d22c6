package superoffice_test

import (
	"flag"
	"testing"

	"go.uber.org/goleak"
)

// No test of this package may leave a goroutine behind, nor the SDK with it.
func TestMain(m *testing.M) {
	flag.Parse()
	if flag.Lookup("test.fuzz").Value.String() != "" {
		m.Run() // the fuzzing engine does not wait for its workers to be looked at
		return
	}
	goleak.VerifyTestMain(m)
}
