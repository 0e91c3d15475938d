package check

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"
)

// Times records the time of each phase of a run and of each analyzer. Packages are checked in parallel, so a sum is that of all
// workers and may exceed the elapsed time. A nil Times records nothing.
type Times struct {
	mu    sync.Mutex
	spent map[string]time.Duration
	runs  map[string]int
	kept  [2]int // how many reports were asked for, and how many of them the store had
}

// addLookup counts a lookup in the store.
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

// Print writes one line per phase, the longest first: seconds, count, name.
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
