package check

import (
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/isolate"
)

// postpone decides that facts of a package are left out until another package asks: on most code nobody does, and they are
// what takes longest to find. It is called while the package is analysed.
func (r *runner) postpone(pkg *types.Package) bool {
	u, ok := r.byTypes.Load(pkg)
	if !ok || u.(*unit).again {
		return false
	}
	u.(*unit).postponed = true
	return true
}

// readAgain is the phase in which postponed facts are made.
const readAgain = "packages read again, with what those ask"

// complete returns the package facts of a unit with those that were postponed. For them the package is read once more:
// to keep the syntax of every package in case that somebody asks would take more memory than all else.
func (r *runner) complete(u *unit) *factSet {
	u.once.Do(func() {
		defer r.options.Times.start(readAgain)()
		again := &unit{listed: u.listed, asked: u.asked, deps: u.deps, again: true}
		r.guard(again, func() {
			if r.begin(again.listed, isolate.Analysing) != nil {
				return
			}
			defer r.end(again.listed)
			st := r.results.state("late", again, nil)
			if kept := r.results.load(st); kept != nil {
				u.late = kept.facts
				return
			}
			src := r.load(again)
			r.byTypes.Store(again.types, again)
			defer r.byTypes.Delete(again.types)
			results := map[*analysis.Analyzer]any{}
			for _, a := range r.order {
				if r.forFact[a] {
					r.analyse(again, src, a, results)
				}
			}
			if src.err == nil {
				r.save(st, again)
			}
			u.late = again.facts
		})
	})
	return &u.late
}
