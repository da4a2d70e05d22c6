package jsonwire

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"
)

func TestTextIsWrittenSoThatEncodingJSONReadsIt(t *testing.T) {
	t.Parallel()
	for n := range 40 {
		for _, special := range []string{"", `"`, `\`, "\n", "\r", "\t", "\x00", "\x1f", "\x7f", "å", "\u2028", "😀", "</script>", "\ufffd"} {
			for at := 0; at <= n; at++ {
				want := strings.Repeat("x", at) + special + strings.Repeat("y", n-at)
				var w Writer
				b, err := w.Result(Close(w.Text([]byte{'{'}, `"T":"`, want), '}'), "")
				if err != nil {
					t.Fatal(err)
				}
				var got struct{ T string }
				if err := json.Unmarshal(b, &got); err != nil || got.T != want {
					t.Fatalf("%q is written as %s, %v", want, b, err)
				}
			}
		}
		for at := 0; at <= n; at++ {
			var w Writer
			w.Text(nil, `"T":"`, strings.Repeat("x", at)+"\xff"+strings.Repeat("y", n-at))
			if _, err := w.Result(nil, ""); err == nil || err.Error() != "T: "+notUTF8 {
				t.Fatal(err)
			}
		}
	}
}

func TestNumbersAreWrittenAsEncodingJSONDoes(t *testing.T) {
	t.Parallel()
	for _, n := range []int32{0, 9, 10, 99, 100, 999, 1000, math.MaxInt32, -1, -999, math.MinInt32} {
		want, err := json.Marshal(n)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(Int32(nil, `"N":`, n)); got != `"N":`+string(want)+"," {
			t.Errorf("%d is written as %s", n, got)
		}
	}
	for _, f := range []float64{0.1, 9141.8779999999988, 1e20, 1e21, 1e-6, 1e-7, -5, math.MaxFloat64, math.SmallestNonzeroFloat64} {
		var w Writer
		var back float64
		got := strings.TrimSuffix(strings.TrimPrefix(string(w.Float64(nil, `"F":`, f)), `"F":`), ",")
		if err := json.Unmarshal([]byte(got), &back); err != nil || back != f {
			t.Errorf("%v is written as %s, %v", f, got, err)
		}
	}
	for _, f := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		var w Writer
		w.Float64(nil, `"F":`, f)
		if _, err := w.Result(nil, ""); err == nil || !strings.HasPrefix(err.Error(), "F: ") {
			t.Errorf("%v: %v", f, err)
		}
	}
}

func TestTheFirstFailureCounts(t *testing.T) {
	t.Parallel()
	var w Writer
	cause := errors.New("cause")
	b := []byte{'{'}
	b = w.Text(b, `"Fine":"`, "x")
	w.Fail(`"First":"`, cause)
	b = w.Leave(b, `"In":`)
	b = w.LeaveElement(b, 3)
	b = w.LeaveEntry(b, strings.Repeat("k", 100))
	b = w.Text(b, `"Second":"`, "\xff")
	_, err := w.Result(b, "")
	if want := `["` + strings.Repeat("k", 40) + `…"][3].In.First: cause`; err == nil || err.Error() != want || !errors.Is(err, cause) {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestFlagNames(t *testing.T) {
	t.Parallel()
	flags := []Flag{{64, "High"}, {7, "All"}, {4, "Four"}, {3, "Three"}, {2, "Two"}, {2, "Deux"}, {1, "One"}, {0, "None"}}
	for number, want := range map[int32]string{
		0: "", 1: "One", 2: "Two", 3: "Three", 5: "One, Four", 6: "Two, Four", 7: "All", 65: "One, High", 71: "All, High",
		8: "8", 9: "9", -1: "-1", math.MinInt32: "-2147483648",
	} {
		if got := FlagNames(flags, number); got != want {
			t.Errorf("%d: got %q, want %q", number, got, want)
		}
	}
}
