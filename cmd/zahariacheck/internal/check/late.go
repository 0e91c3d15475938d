package check

import (
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/isolate"
)

// postpone decides that a fact of a package is left out until another package asks: on most code nobody does, and it is
// what takes longest to find. It is called while the package is analysed.
func (r *runner) postpone(pkg *types.Package, fact analysis.Fact) bool {
	u, ok := r.byTypes.Load(pkg)
	if !ok || u.(*unit).again {
		return false
	}
	u.(*unit).postponed = reflect.TypeOf(fact).String()
	return true
}

// readAgain is the phase in which postponed facts are made.
const readAgain = "packages read again, with what those ask"

// complete returns the facts of a unit that an analyzer finds, also the one that was postponed. For it the package is read
// once more: to keep the syntax of every package in case that somebody asks would take more memory than all else.
func (r *runner) complete(u *unit, a *analysis.Analyzer) *factSet {
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
			r.analyseFor(again, src, a, map[*analysis.Analyzer]any{})
			if src.err == nil {
				r.save(st, again)
			}
			u.late = again.facts
		})
	})
	return &u.late
}

// analyseFor runs an analyzer on a package, after all that it requires.
func (r *runner) analyseFor(u *unit, src *source, a *analysis.Analyzer, results map[*analysis.Analyzer]any) {
	if _, done := results[a]; done {
		return
	}
	for _, req := range a.Requires {
		r.analyseFor(u, src, req, results)
	}
	r.analyse(u, src, a, results)
}
