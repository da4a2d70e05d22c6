package bench

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

// contenders are the three ways to make the same create.
type contenders struct {
	url              string
	floor, hand, sdk caller
	all              []caller
}

func newContenders(tb testing.TB, url string) *contenders {
	tb.Helper()
	request := page(tb, "chatsession-request")
	var plain chatSessionEntity[time.Time]
	var typed models.ChatSessionEntity
	for _, v := range []any{&plain, &typed} {
		if err := json.Unmarshal(request, v); err != nil {
			tb.Fatal(err)
		}
	}
	plain.ChatSessionID, typed.ChatSessionID = 0, 0
	body, err := json.Marshal(&typed)
	if err != nil {
		tb.Fatal(err)
	}
	client, err := superoffice.New(url, superoffice.Basic("tje0", "Tje0"))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(client.CloseIdleConnections)
	c := &contenders{
		url:   url,
		floor: floor(newHTTPClient(newTransport()), url, body),
		hand:  byHand(newHTTPClient(newTransport()), url, &plain),
		sdk:   bySDK(client, &typed),
	}
	c.all = []caller{c.floor, c.hand, c.sdk}
	return c
}

const rounds = 5

func callsOf(callers int) int { return max(4000, callers*8) }

// cost is what a batch of calls took, per call.
type cost struct{ cpu, wall, allocs float64 }

func (c cost) plus(d cost) cost { return cost{c.cpu + d.cpu, c.wall + d.wall, c.allocs + d.allocs} }

// batch makes calls from a number of goroutines.
func batch(tb testing.TB, call caller, callers, calls int) cost {
	tb.Helper()
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	cpu, start := cpuTime(tb), time.Now()
	var wg sync.WaitGroup
	for range callers {
		wg.Go(func() {
			for range calls / callers {
				if err := call(context.Background()); err != nil { //nolint:usetesting // shared by all rounds
					tb.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	wall, cpu := time.Since(start), cpuTime(tb)-cpu
	runtime.ReadMemStats(&after)
	n := float64(calls / callers * callers)
	return cost{float64(cpu) / n, float64(wall) / n, float64(after.Mallocs-before.Mallocs) / n}
}

// cpuTime is what this process has used, system time included.
func cpuTime(tb testing.TB) time.Duration {
	tb.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

func compact(body []byte) []byte {
	var out bytes.Buffer
	if json.Compact(&out, body) != nil {
		return body
	}
	return out.Bytes()
}

// compare runs the contenders in turns and gives the median cost of each.
func compare(b *testing.B, c *contenders, callers, calls int) (floor, hand, sdk cost) {
	b.Helper()
	costs := make([][]cost, len(c.all))
	for _, call := range c.all {
		batch(b, call, callers, calls/4+callers) // warm
	}
	for range rounds {
		for i, call := range c.all {
			costs[i] = append(costs[i], batch(b, call, callers, calls))
		}
	}
	medians := make([]cost, len(c.all))
	for i, list := range costs {
		pick := func(of func(cost) float64) float64 {
			values := make([]float64, len(list))
			for j, item := range list {
				values[j] = of(item)
			}
			return median(values)
		}
		medians[i] = cost{
			cpu:    pick(func(c cost) float64 { return c.cpu }),
			wall:   pick(func(c cost) float64 { return c.wall }),
			allocs: pick(func(c cost) float64 { return c.allocs }),
		}
	}
	return medians[0], medians[1], medians[2]
}

// BenchmarkCreate gives the CPU of a create and its ratios to the client
// written by hand and to the transport alone, for growing numbers of callers,
// with a server in a process of its own and with a raw one in this process.
func BenchmarkCreate(b *testing.B) {
	for _, callers := range []int{1, 8, 64, 512} {
		for server, start := range map[string]func(testing.TB) string{"process": startServer, "raw": startRawServer} {
			b.Run("server="+server+"/callers="+strconv.Itoa(callers), func(b *testing.B) {
				c := newContenders(b, start(b))
				b.ReportAllocs()
				for b.Loop() {
					floor, hand, sdk := compare(b, c, callers, callsOf(callers))
					b.ReportMetric(sdk.cpu/hand.cpu, "sdk/hand")
					b.ReportMetric(sdk.cpu/floor.cpu, "sdk/floor")
					b.ReportMetric(floor.wall/sdk.wall, "throughput/floor")
					b.ReportMetric(floor.cpu/1e3, "floor-µs/call")
					b.ReportMetric(hand.cpu/1e3, "hand-µs/call")
					b.ReportMetric(sdk.cpu/1e3, "sdk-µs/call")
					b.ReportMetric(sdk.allocs-floor.allocs, "sdk-allocs/call")
					b.ReportMetric(hand.allocs-floor.allocs, "hand-allocs/call")
				}
			})
		}
	}
}

// BenchmarkConnections counts the connections that 64 callers open for 100
// calls each.
func BenchmarkConnections(b *testing.B) {
	for b.Loop() {
		c := newContenders(b, startServer(b))
		for name, call := range map[string]caller{"sdk": c.sdk, "hand": c.hand} {
			before := opened(b, c.url)
			batch(b, call, 64, 6400)
			asking := 1 // the second question's own
			b.ReportMetric(float64(opened(b, c.url)-before-asking), name+"-connections")
		}
	}
}

func opened(tb testing.TB, url string) int {
	tb.Helper()
	req, err := http.NewRequestWithContext(tb.Context(), http.MethodGet, url, http.NoBody)
	if err != nil {
		tb.Fatal(err)
	}
	resp, err := newHTTPClient(newTransport()).Do(req)
	if err != nil {
		tb.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		tb.Fatal(err)
	}
	n, err := strconv.Atoi(string(text))
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

// BenchmarkAlone has each contender on its own, for profiles.
func BenchmarkAlone(b *testing.B) {
	c := newContenders(b, startServer(b))
	for name, call := range map[string]caller{"floor": c.floor, "hand": c.hand, "sdk": c.sdk} {
		for _, callers := range []int{1, 64, 512} {
			b.Run(name+"/callers="+strconv.Itoa(callers), func(b *testing.B) {
				b.ReportAllocs()
				var total cost
				for b.Loop() {
					total = total.plus(batch(b, call, callers, callsOf(callers)))
				}
				b.ReportMetric(total.cpu/1e3/float64(b.N), "cpu-µs/call")
				b.ReportMetric(total.allocs/float64(b.N), "allocs/call")
			})
		}
	}
}
