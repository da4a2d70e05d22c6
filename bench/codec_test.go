package bench

import (
	"encoding/json"
	"os"
	"testing"
	"time"

	jsonv2 "github.com/go-json-experiment/json"

	"github.com/go-superoffice/superoffice/models"
)

// BenchmarkCodec compares what the SDK's JSON could have been made of, on the
// page's bodies: encoding/json and go-json-experiment by reflection into plain
// structs, which lose what they do not name, and the generated codec, which
// keeps it. Rounds take turns; the ratios are to encoding/json.
func BenchmarkCodec(b *testing.B) {
	b.Run("dates=time", codec[time.Time])
	b.Run("dates=text", codec[string])
}

func codec[D any](b *testing.B) {
	response, request := page(b, "chatsession-response"), page(b, "chatsession-request")
	var plain chatSessionEntity[D]
	var typed models.ChatSessionEntity
	for _, v := range []any{&plain, &typed} {
		if err := json.Unmarshal(request, v); err != nil {
			b.Fatal(err)
		}
	}
	memory := make([]byte, 0, 2*len(request)) // as a client has it
	std := func() error { _, err := json.Marshal(&plain); return err }
	v2 := func() error { _, err := jsonv2.Marshal(&plain); return err }
	b.Run("decode", func(b *testing.B) {
		takeTurns(b,
			func() error { var v chatSessionEntity[D]; return json.Unmarshal(response, &v) },
			func() error { var v chatSessionEntity[D]; return jsonv2.Unmarshal(response, &v) },
			func() error { var v models.ChatSessionEntityWithLinks; return v.UnmarshalJSON(response) })
	})
	b.Run("encode", func(b *testing.B) {
		takeTurns(b, std, v2, func() error { _, err := typed.MarshalJSON(); return err })
	})
	b.Run("append", func(b *testing.B) {
		takeTurns(b, std, v2, func() error { _, err := typed.AppendJSON(memory); return err })
	})
}

func page(tb testing.TB, name string) []byte {
	tb.Helper()
	body, err := os.ReadFile("../models/testdata/pages/" + name + ".json")
	if err != nil {
		tb.Fatal(err)
	}
	return compact(body)
}

func takeTurns(b *testing.B, std, v2, sdk func() error) {
	b.Helper()
	const calls = 500
	contenders := []func() error{std, v2, sdk}
	times := make([][]float64, len(contenders))
	for b.Loop() {
		for range rounds {
			for i, call := range contenders {
				start := time.Now()
				for range calls {
					if err := call(); err != nil {
						b.Fatal(err)
					}
				}
				times[i] = append(times[i], float64(time.Since(start).Nanoseconds())/calls)
			}
		}
	}
	stdTime, v2Time, sdkTime := median(times[0]), median(times[1]), median(times[2])
	b.ReportMetric(stdTime/1e3, "std-µs")
	b.ReportMetric(v2Time/1e3, "jsonv2-µs")
	b.ReportMetric(sdkTime/1e3, "sdk-µs")
	b.ReportMetric(v2Time/stdTime, "jsonv2/std")
	b.ReportMetric(sdkTime/stdTime, "sdk/std")
}
