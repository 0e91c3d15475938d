package check

import (
	"sync"
	"sync/atomic"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// A collector gathers the results of the packages, which are checked in parallel.
type collector struct {
	mu        sync.Mutex
	failures  map[finding.Failure]bool
	requested map[string]bool // packages, by path
	unsound   atomic.Bool     // an analysis did not come to its end
}

// findingSets holds the findings of one package.
type findingSets struct{ findings, suppressed, generated, examples []finding.Finding }

// fail records that an analysis did not complete: its results may be partial.
func (c *collector) fail(pkg, reason string) {
	c.unsound.Store(true)
	c.failInCode(pkg, reason)
}

// failInCode records a failure that lies in the code.
func (c *collector) failInCode(pkg, reason string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.failures[finding.Failure{Package: pkg, Reason: analyzers.Clean(reason, maxReason)}] = true
}
