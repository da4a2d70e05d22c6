package jsonwire

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// TestSkipAgreesWithEncodingJSON holds the checks on unknown members against
// the standard library's.
func TestSkipAgreesWithEncodingJSON(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		`null`, `true`, `false`, `nul`, `nulll`, `True`, ``, ` `, `"`, `""`, `"a`, `"\"`, `"\\"`, `"\u12g4"`, `"\u12"`, `"\U0041"`,
		"\"\x1f\"", "\"\x7f\"", "\"\u2028\"", `0`, `-0`, `00`, `-`, `+1`, `.5`, `1.`, `1.5`, `1e5`, `1E+5`, `1e`, `1e+`, `1.e5`, `0x1`, `1_0`, `-1e-999`,
		`1e999`, `Infinity`, `NaN`, `[]`, `[ ]`, `[1,]`, `[,1]`, `[1 2]`, `[1,2]`, `[`, `]`, `[1`, `[1,`, `{}`, `{ }`, `{"a":1}`, `{"a":1,}`, `{,}`, `{"a"}`,
		`{"a":}`, `{a:1}`, `{"a":1 "b":2}`, `{"a":1,"b":[{}]}`, `{"a" : 1 , "a" : 2}`, `{`, `{"a"`, `{"a":`, `{"a":1`, `1 2`, `{}}`, "\t\r\n1\n", "\v1", "\ufeff1", `'a'`, `/**/1`,
		`"12345678"`, `"1234567` + "\n" + `"`, `"1234567\""`, `"123456789012345` + "\t" + `"`,
	} {
		r := NewReader([]byte(text))
		r.Skip()
		err := r.End("")
		if (err == nil) != json.Valid([]byte(text)) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestTextAgreesWithEncodingJSONAtEveryLength(t *testing.T) {
	t.Parallel()
	for n := range 40 {
		for _, special := range []string{"", `\"`, `\\`, `\n`, `\u0041`, `\ud83d\ude00`, `\ud800`, "å", "😀", "\x7f"} {
			for at := 0; at <= n; at++ {
				text := `"` + strings.Repeat("x", at) + special + strings.Repeat("y", n-at) + `"`
				var want string
				if err := json.Unmarshal([]byte(text), &want); err != nil {
					t.Fatal(err)
				}
				r := NewReader([]byte(text))
				if got := r.Text(); got != want || r.End("") != nil {
					t.Fatalf("%s reads as %q, %v", text, got, r.End(""))
				}
			}
		}
		for _, bad := range []string{"\x00", "\x1f", "\n", "\xff", "\xc3", `\x`} {
			for at := 0; at <= n; at++ {
				text := `"` + strings.Repeat("x", at) + bad + strings.Repeat("y", n-at) + `"`
				r := NewReader([]byte(text))
				if got := r.Text(); got != "" || r.End("") == nil {
					t.Fatalf("%q reads as %q", text, got)
				}
			}
		}
	}
}

// A body that came as XML has no such bytes, and only faults of the second kind.
func TestAByteIsNamedWhereTheTextIsNotJSON(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`{"A":x}`:          `T.A: want a whole number, found "x" (byte 5)`,
		`{"A":1.}`:         "T.A: a number that is not written as JSON asks (byte 5)",
		`{"A":`:            "T.A: want a whole number, found the end of the text (byte 5)",
		`{"A":1`:           "T: the object has no end (byte 6)",
		`{1:2}`:            "T: want a member name (byte 1)",
		`{"A":1,null:2}`:   "T: want a member name (byte 7)",
		`{}{}`:             "T: text after the end of the value (byte 2)",
		`[]`:               "T: want an object, found an array",
		`{"A":"1"}`:        "T.A: want a whole number, found a string",
		`{"A":1.5}`:        "T.A: want a whole number, found a fraction or an exponent",
		`{"A":2147483648}`: "T.A: a number outside of 32 bits",
		`{"A":9999999999}`: "T.A: a number outside of 32 bits",
		`{"B":` + strings.Repeat("[", MaxDepth) + "]": "T.B" + strings.Repeat("[0]", 65) + "[0…: nested deeper than 500 levels",
	} {
		r := NewReader([]byte(text))
		var o Object
		if r.Object(&o, []string{"A"}) {
			for r.Next(&o) {
				r.Int32()
			}
		}
		if err := r.End("T"); err == nil || err.Error() != want {
			t.Errorf("%.40s: got %v, want %s", text, err, want)
		}
	}
	r := NewReader([]byte("1e999"))
	if r.Float64(); r.End("").Error() != "a number outside of 64-bit floating point" {
		t.Error(r.End(""))
	}
}

func TestEveryPrefixOfABodyIsAnError(t *testing.T) {
	t.Parallel()
	const body = `{"A":{"B":[1,-2.5e+3,"x\u00e5\ud83d\ude00\n",true,false,null,{"C":{}}]},"D":[]}`
	for n := range len(body) {
		r := NewReader([]byte(body[:n]))
		r.Skip()
		if r.End("") == nil {
			t.Errorf("%s is read", body[:n])
		}
	}
}

func TestDepthHasALimit(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		depth int
		fine  bool
	}{{MaxDepth, true}, {MaxDepth + 1, false}, {100000, false}} {
		for _, pair := range []string{"[]", "{}"} {
			opening := pair[:1]
			if opening == "{" {
				opening = `{"a":`
			}
			text := strings.Repeat(opening, tc.depth-1) + pair + strings.Repeat(pair[1:], tc.depth-1)
			r := NewReader([]byte(text))
			r.Skip()
			if err := r.End(""); (err == nil) != tc.fine {
				t.Errorf("%d levels of %s: %.100v", tc.depth, pair, err)
			}
		}
	}
}

func TestObjectFindsMembersInAnyOrder(t *testing.T) {
	t.Parallel()
	names := []string{"One", "Two", "Three", "Four"}
	for _, order := range [][]int{{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3}, {2}, {2, 0, 3}, {}} {
		var members []string
		for _, i := range order {
			members = append(members, fmt.Sprintf(`"%s":%d`, names[i], i))
		}
		r := NewReader([]byte("{" + strings.Join(members, " , ") + "}"))
		var o Object
		if !r.Object(&o, names) {
			t.Fatal(r.End(""))
		}
		var got []int
		for r.Next(&o) {
			if int(r.Int32()) != o.Field {
				t.Errorf("field %d has another's value", o.Field)
			}
			got = append(got, o.Field)
		}
		if err := r.End(""); err != nil || fmt.Sprint(got) != fmt.Sprint(order) {
			t.Errorf("got %v, want %v, %v", got, order, err)
		}
	}
}

func TestUnknownMembersOfNestedObjectsStayApart(t *testing.T) {
	t.Parallel()
	r := NewReader([]byte(`{"x":1,"In":{"y":2,"y":3,"z":4},"w": [5]}`))
	var outer, inner Object
	r.Object(&outer, []string{"In"})
	for r.Next(&outer) {
		r.Object(&inner, nil)
		for r.Next(&inner) {
			t.Error("a member of no name")
		}
		if got := r.Unknown(&inner); got != `"y":3,"z":4` {
			t.Errorf("inner: %s", got)
		}
	}
	if got := r.Unknown(&outer); got != `"x":1,"w": [5]` {
		t.Errorf("outer: %s", got)
	}
	if err := r.End(""); err != nil {
		t.Error(err)
	}
}

func TestLookup(t *testing.T) {
	t.Parallel()
	const members = `"name":1,"Name" : {"a":"Name"},"NAME":3,"Na\u006de2":4,"":5`
	for name, want := range map[string]string{
		"Name": `{"a":"Name"}`, "nAmE": "3", "name": "1", "name2": "4", "": "5", "a": "", "Nam": "", "Näme": "",
	} {
		if got := Lookup(members, name); got != want {
			t.Errorf("%q: got %s, want %s", name, got, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int32{
		"0": 0, "-0": 0, "7": 7, "2147483647": 2147483647, "-2147483648": -2147483648, "null": 0,
	} {
		r := NewReader([]byte(text))
		if got := r.Int32(); got != want || r.End("") != nil {
			t.Errorf("%s: got %d, %v", text, got, r.End(""))
		}
	}
	for text, want := range map[string]float64{"9141.8779999999988": 9141.8779999999988, "-0": 0, "1e-400": 0, "0.1": 0.1, "1E2": 100, "null": 0} {
		r := NewReader([]byte(text))
		if got := r.Float64(); got != want || r.End("") != nil {
			t.Errorf("%s: got %v, %v", text, got, r.End(""))
		}
	}
	for text, want := range map[string]bool{"4": true, "-4": true, "04": true, "": false, "4x": false, "x": false, "4.0": false, "+4": false, "9999999999": false, "-": false} {
		if _, got := WholeNumber([]byte(text)); got != want {
			t.Errorf("WholeNumber(%q) is %v", text, got)
		}
	}
}

func TestOnlyALongFullListIsGivenRoom(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct{ length, capacity, want int }{
		"empty":          {0, 0, 0},
		"short and full": {255, 255, 255},
		"long with room": {256, 257, 257},
		"long and full":  {256, 256, 512},
	} {
		got := GrowList(make([]uint64, row.length, row.capacity))
		if len(got) != row.length || cap(got) < row.want || cap(got) > row.want+row.want/8 {
			t.Errorf("%s: got %d of %d, want %d", name, len(got), cap(got), row.want)
		}
	}
}
