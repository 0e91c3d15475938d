package check

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"
)

// Times gathers how long each phase of a run and each analyzer took. Packages are worked on side by side, so that the
// sum is that of all workers and can be above what the clock on the wall says. A nil Times gathers nothing.
type Times struct {
	mu    sync.Mutex
	spent map[string]time.Duration
	runs  map[string]int
	kept  [2]int // how many reports were asked for, and how many of them the store had
}

// addLookup counts a report that the store was asked for.
func (t *Times) addLookup(found bool) {
	if t == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.kept[0]++
	if found {
		t.kept[1]++
	}
}

// start begins to measure a phase; the function it returns ends that.
func (t *Times) start(phase string) (stop func()) {
	if t == nil {
		return func() {}
	}
	begun := time.Now()
	return func() {
		took := time.Since(begun)
		t.mu.Lock()
		defer t.mu.Unlock()
		if t.spent == nil {
			t.spent, t.runs = map[string]time.Duration{}, map[string]int{}
		}
		t.spent[phase] += took
		t.runs[phase]++
	}
}

// Print writes one line a phase, the longest first: seconds, how often it ran, its name.
func (t *Times) Print(w io.Writer) {
	t.mu.Lock()
	defer t.mu.Unlock()
	var phases []string
	for phase := range t.spent {
		phases = append(phases, phase)
	}
	slices.SortFunc(phases, func(a, b string) int {
		if d := t.spent[b] - t.spent[a]; d != 0 {
			return int(d)
		}
		return strings.Compare(a, b)
	})
	for _, phase := range phases {
		fmt.Fprintf(w, "%8.3fs %6d× %s\n", t.spent[phase].Seconds(), t.runs[phase], phase)
	}
	if t.kept[0] > 0 {
		fmt.Fprintf(w, "reports kept: %d of %d\n", t.kept[1], t.kept[0])
	}
}
