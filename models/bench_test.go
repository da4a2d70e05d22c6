package models

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// BenchmarkChatSession compares the codec with encoding/json on plain structs,
// with the bodies of the documentation page, in rounds that take turns so that
// a busy machine slows both alike. Those with dates parse them as time.Time, as
// a client must that uses them; the others leave them strings.
func BenchmarkChatSession(b *testing.B) {
	response, request := page(b, "chatsession-response"), page(b, "chatsession-request")
	var entity ChatSessionEntity
	if err := entity.UnmarshalJSON(request); err != nil {
		b.Fatal(err)
	}
	decode := func() error { var x ChatSessionEntityWithLinks; return x.UnmarshalJSON(response) }
	encode := func() error { _, err := entity.MarshalJSON(); return err }
	memory := make([]byte, 0, 16<<10) // as the client has it
	appendTo := func() error { _, err := entity.AppendJSON(memory); return err }
	b.Run("ratio/decode", func(b *testing.B) { ratio(b, "decode/std", decode, plainDecode[string](response)) })
	b.Run("ratio/encode", func(b *testing.B) { ratio(b, "encode/std", encode, plainEncode[string](b, request)) })
	b.Run("ratio/append", func(b *testing.B) { ratio(b, "encode/std", appendTo, plainEncode[string](b, request)) })
	b.Run("ratio/decode with dates", func(b *testing.B) { ratio(b, "decode/std", decode, plainDecode[time.Time](response)) })
	b.Run("ratio/encode with dates", func(b *testing.B) { ratio(b, "encode/std", encode, plainEncode[time.Time](b, request)) })
	b.Run("decode", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(response)))
		for b.Loop() {
			var x ChatSessionEntityWithLinks
			if err := x.UnmarshalJSON(response); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("encode", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := entity.MarshalJSON(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func plainDecode[D any](body []byte) func() error {
	return func() error { var x plainChatSessionEntityWithLinks[D]; return json.Unmarshal(body, &x) }
}

func plainEncode[D any](b *testing.B, body []byte) func() error {
	b.Helper()
	var x plainChatSessionEntity[D]
	if err := json.Unmarshal(body, &x); err != nil {
		b.Fatal(err)
	}
	return func() error { _, err := json.Marshal(&x); return err }
}

// ratio reports the median of ours ÷ theirs over rounds that take turns.
func ratio(b *testing.B, name string, ours, theirs func() error) {
	b.Helper()
	const rounds, calls = 5, 200
	measure := func(call func() error) float64 {
		start := time.Now()
		for range calls {
			if err := call(); err != nil {
				b.Fatal(err)
			}
		}
		return float64(time.Since(start)) / calls
	}
	var got, want, quotient []float64
	for b.Loop() {
		for range rounds {
			g, w := measure(ours), measure(theirs)
			got, want, quotient = append(got, g), append(want, w), append(quotient, g/w)
		}
	}
	b.ReportMetric(0, "ns/op") // of all rounds together: means nothing
	b.ReportMetric(median(got), "ours-ns")
	b.ReportMetric(median(want), "std-ns")
	b.ReportMetric(median(quotient), name)
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

// BenchmarkGrowth shows that cost is linear in bytes.
func BenchmarkGrowth(b *testing.B) {
	for _, n := range []int{1, 10, 100, 1000} {
		var body strings.Builder
		body.WriteString(`{"FieldProperties":{`)
		for i := range n {
			if i > 0 {
				body.WriteByte(',')
			}
			fmt.Fprintf(&body, `"Field%d":{"FieldRight":{"Mask":"Update, UIHintMandatory","Reason":""},"FieldType":"System.String","FieldLength":%d}`, i, i)
		}
		body.WriteString(`}}`)
		growth(b, fmt.Sprintf("FieldProperties=%d", n), body.String(), new(User))
	}
	for _, n := range []int{1, 10, 100, 1000, 10000} {
		element := `{"Id":949,"Name":"Stoltenberg, Okuneva and Kessler","ToolTip":"Voluptate deserunt.","Deleted":true,"Rank":40,"FullName":"Alverta Diego"}`
		body := `{"TicketCategories":[` + strings.TrimSuffix(strings.Repeat(element+",", n), ",") + `]}`
		growth(b, fmt.Sprintf("elements=%d", n), body, new(User))
	}
}

func growth(b *testing.B, name, body string, user *User) {
	data := []byte(body)
	perByte := func(b *testing.B) {
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(data)), "ns/byte")
	}
	b.Run("decode/"+name, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := user.UnmarshalJSON(data); err != nil {
				b.Fatal(err)
			}
		}
		perByte(b)
	})
	b.Run("encode/"+name, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := user.MarshalJSON(); err != nil {
				b.Fatal(err)
			}
		}
		perByte(b)
	})
}

// page reads a body of the documentation pages.
func page(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile("testdata/pages/" + name + ".json")
	if err != nil {
		tb.Fatal(err)
	}
	return data
}
