package models

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// BenchmarkChatSession is the codec with the bodies of the documentation page.
// The module bench holds it against encoding/json.
func BenchmarkChatSession(b *testing.B) {
	response, request := page(b, "chatsession-response"), page(b, "chatsession-request")
	var entity ChatSessionEntity
	if err := entity.UnmarshalJSON(request); err != nil {
		b.Fatal(err)
	}
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
