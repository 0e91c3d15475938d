package check

import (
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/isolate"
)

// deferFacts defers a fact of a package until another package needs it: on most code none does, and the fact is the most
// expensive one. It is called while the package is analysed.
func (r *runner) deferFacts(pkg *types.Package, fact analysis.Fact) bool {
	u, ok := r.byTypes.Load(pkg)
	if !ok || u.(*sourcePkg).second {
		return false
	}
	u.(*sourcePkg).deferredFact = reflect.TypeOf(fact).String()
	return true
}

// deferredPhase is the phase in which deferred facts are computed.
const deferredPhase = "packages read again for deferred facts"

// computeDeferred returns the facts of a package by an analyzer, including the deferred one, for which the package is read once
// more: keeping the syntax of every package for the rare request would take more memory than all else.
func (r *runner) computeDeferred(u *sourcePkg, a *analysis.Analyzer) *factSet {
	u.deferredOnce.Do(func() {
		defer r.options.Times.start(deferredPhase)()
		second := &sourcePkg{pkgMeta: u.pkgMeta, requested: u.requested, deps: u.deps, second: true}
		r.recoverPanics(second, func() {
			if r.begin(second.pkgMeta, isolate.Analysing) != nil {
				return
			}
			defer r.end(second.pkgMeta)
			st := r.results.state("deferred", second, nil)
			if kept := r.results.load(st); kept != nil {
				u.deferred = kept.facts
				return
			}
			src := r.load(second)
			r.byTypes.Store(second.types, second)
			defer r.byTypes.Delete(second.types)
			r.analyseFor(second, src, a, map[*analysis.Analyzer]any{})
			if src.err == nil {
				r.save(st, second)
			}
			u.deferred = second.facts
		})
	})
	return &u.deferred
}

// analyseFor runs an analyzer on a package, after all that it requires.
func (r *runner) analyseFor(u *sourcePkg, src *source, a *analysis.Analyzer, results map[*analysis.Analyzer]any) {
	if _, done := results[a]; done {
		return
	}
	for _, req := range a.Requires {
		r.analyseFor(u, src, req, results)
	}
	r.analyse(u, src, a, results)
}
