package bench

import (
	"errors"
	"os"
	"runtime"
	"strconv"
	"testing"

	"github.com/go-superoffice/superoffice"
	"github.com/go-superoffice/superoffice/models"
)

// callsVariable makes BenchmarkHeap longer, as in SUPEROFFICE_BENCH_CALLS=1000000.
const callsVariable = "SUPEROFFICE_BENCH_CALLS"

// BenchmarkHeap gives how much the live heap has grown after many calls.
func BenchmarkHeap(b *testing.B) {
	calls := 20_000
	if n, err := strconv.Atoi(os.Getenv(callsVariable)); err == nil {
		calls = n
	}
	c := newContenders(b, startServer(b))
	for b.Loop() {
		batch(b, c.sdk, 64, 5000)
		before := liveHeap()
		batch(b, c.sdk, 64, calls)
		b.ReportMetric(float64(liveHeap())-float64(before), "heap-growth-bytes")
		b.ReportMetric(float64(calls), "calls")
	}
}

func liveHeap() uint64 {
	// Twice, since a pool keeps its content over one collection.
	runtime.GC()
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

// BenchmarkErrorBody gives the memory that a failed call takes, for bodies
// below and far above what an error keeps.
func BenchmarkErrorBody(b *testing.B) {
	url := startServer(b)
	for _, size := range []int{1 << 10, 64 << 10, 1 << 20, 64 << 20} {
		b.Run("bytes="+strconv.Itoa(size), func(b *testing.B) {
			client, err := superoffice.New(url, superoffice.Basic("tje0", "Tje0"),
				superoffice.WithHeader(failWith, strconv.Itoa(size)))
			if err != nil {
				b.Fatal(err)
			}
			b.Cleanup(client.CloseIdleConnections)
			b.ReportAllocs()
			for b.Loop() {
				_, err := client.CreateUser(b.Context(), &models.User{Name: "OLA"})
				if !errors.Is(err, superoffice.ErrServer) {
					b.Fatal(err)
				}
			}
		})
	}
}
