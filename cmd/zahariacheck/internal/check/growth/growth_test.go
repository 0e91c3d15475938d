//go:build unix

package growth

import (
	"fmt"
	"runtime"
	"runtime/metrics"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/check"
)

// A cost is what one check took.
type cost struct {
	seconds float64 // by the clock
	cpu     float64 // seconds of all processors, the go command's too; other programs disturb this less
	heap    float64 // most bytes that the heap held, as sampled
	objects float64 // allocated: a measure of work that does not depend on the machine
}

// cpuSeconds is what this process and those that it started have used.
func cpuSeconds(tb testing.TB) float64 {
	var sum time.Duration
	for _, who := range []int{syscall.RUSAGE_SELF, syscall.RUSAGE_CHILDREN} {
		var used syscall.Rusage
		if err := syscall.Getrusage(who, &used); err != nil {
			tb.Fatal(err)
		}
		sum += time.Duration(used.Utime.Nano() + used.Stime.Nano())
	}
	return sum.Seconds()
}

// run checks the module of a shape and a size, and fails unless it finds all prompts in it, and no other.
func run(tb testing.TB, s Shape, n int) cost {
	tb.Helper()
	dir := tb.TempDir()
	if err := New(s, n).Save(dir); err != nil {
		tb.Fatal(err)
	}
	runtime.GC()
	peak := watchHeap()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start, cpu := time.Now(), cpuSeconds(tb)
	rep, err := check.Run(tb.Context(), check.Options{Dir: dir, Patterns: []string{"./..."}, Rules: analyzers.Rules()})
	c := cost{seconds: time.Since(start).Seconds(), cpu: cpuSeconds(tb) - cpu, heap: peak()}
	runtime.ReadMemStats(&after)
	c.objects = float64(after.Mallocs - before.Mallocs)
	if err != nil {
		tb.Fatal(err)
	}
	found := 0
	for _, f := range rep.Findings {
		if f.Rule == "hardcodedprompt" {
			found++
		}
	}
	if want := s.Prompts(n); found != want || len(rep.Failures) > 0 {
		tb.Fatalf("%s of %d: %d prompts found, want %d; failures: %v", s.Name, n, found, want, rep.Failures)
	}
	return c
}

// watchHeap samples the size of the heap until the function that it returns is called, which gives the largest.
func watchHeap() func() float64 {
	stop, peak := make(chan bool), make(chan float64)
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		var most uint64
		for tick := time.Tick(time.Millisecond); ; {
			metrics.Read(sample)
			most = max(most, sample[0].Value.Uint64())
			select {
			case <-tick:
			case <-stop:
				peak <- float64(most)
				return
			}
		}
	}()
	return func() float64 { close(stop); return <-peak }
}

// smallest is the size of the module whose cost is no part of growth.
const smallest = 2

// TestGrowth holds the work to growth in proportion to the code, on small modules, by what a check allocates.
func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs some dozens of checks")
	}
	const most = 1.25 // a part that grows with the square stays small: each package re-exports the facts of those below
	for _, s := range Shapes {
		t.Run(s.Name, func(t *testing.T) {
			run(t, s, smallest) // what is made once a process
			sizes, costs := []int{smallest, s.Sizes[0] / 4, s.Sizes[0] / 2, s.Sizes[0]}, []float64{}
			for _, n := range sizes {
				costs = append(costs, run(t, s, n).objects)
			}
			if e := Exponent(sizes, costs); e > most {
				t.Errorf("n %s: checks of %v allocate %.0f objects ~ n^%.2f", s.What, sizes, costs, e)
			}
		})
	}
}

// BenchmarkGrowth reports for each shape the exponents of CPU time and memory over the size: 1 is linear. With
// -benchtime=3x it takes the best of three runs.
func BenchmarkGrowth(b *testing.B) {
	for _, s := range Shapes {
		b.Run(s.Name, func(b *testing.B) {
			sizes := append([]int{smallest}, s.Sizes...)
			run(b, s, smallest) // fills the build cache
			best := make([]cost, len(sizes))
			for b.Loop() {
				for i, n := range sizes {
					best[i] = best[i].min(run(b, s, n))
				}
			}
			exponent := func(of func(cost) float64) float64 {
				var costs []float64
				for _, c := range best {
					costs = append(costs, of(c))
				}
				return Exponent(sizes, costs)
			}
			time, heap := exponent(func(c cost) float64 { return c.cpu }), exponent(func(c cost) float64 { return c.heap })
			var table strings.Builder
			for i, n := range sizes {
				fmt.Fprintf(&table, "%6d  %7.3f s  %7.3f s of CPU  %7.1f MB  %9.0f objects\n", n, best[i].seconds, best[i].cpu, best[i].heap/1e6, best[i].objects)
			}
			b.Logf("n %s\n%stime ~ n^%.2f, memory ~ n^%.2f", s.What, &table, time, heap)
			b.ReportMetric(time, "time-exp")
			b.ReportMetric(heap, "memory-exp")
			b.ReportMetric(0, "ns/op") // that of all sizes together says nothing
		})
	}
}

func (c cost) min(d cost) cost {
	if c == (cost{}) {
		return d
	}
	return cost{min(c.seconds, d.seconds), min(c.cpu, d.cpu), min(c.heap, d.heap), min(c.objects, d.objects)}
}
