package check

import (
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/isolate"
)

// deferred is a fact of a package that was deferred, with the others that an analysis for it exports.
type deferred struct {
	once  sync.Once
	facts factSet
}

// deferFacts defers a fact of a package until another package needs it: on most code none does, and such facts are the most
// expensive ones. It is called while the package is analysed.
func (r *runner) deferFacts(pkg *types.Package, fact analysis.Fact) bool {
	known, ok := r.byTypes.Load(pkg)
	if !ok {
		return false
	}
	u, typ := known.(*sourcePkg), reflect.TypeOf(fact).String()
	if u.wanted == typ {
		return false
	}
	if u.deferred == nil {
		u.deferred = map[string]*deferred{}
	}
	u.deferred[typ] = new(deferred)
	return true
}

// deferredPhase is the phase in which deferred facts are computed.
const deferredPhase = "packages read again for deferred facts"

// computeDeferred returns the facts of a package by an analyzer, including one that was deferred, for which the package is read once
// more: keeping the syntax of every package for the rare request would take more memory than all else. It returns nil if the fact
// was not deferred.
func (r *runner) computeDeferred(u *sourcePkg, a *analysis.Analyzer, typ string) *factSet {
	d := u.deferred[typ]
	if d == nil {
		return nil
	}
	d.once.Do(func() {
		defer r.options.Times.start(deferredPhase)()
		second := &sourcePkg{pkgMeta: u.pkgMeta, requested: u.requested, deps: u.deps, wanted: typ}
		r.recoverPanics(second, func() {
			if r.begin(second.pkgMeta, isolate.Analysing) != nil {
				return
			}
			defer r.end(second.pkgMeta)
			told := r.toldTo(u, typ)
			st := r.results.state("deferred "+typ, second, told)
			if kept := r.results.load(st); kept != nil {
				d.facts = kept.facts
				return
			}
			src := r.load(second)
			r.byTypes.Store(second.types, second)
			defer r.byTypes.Delete(second.types)
			if told != nil {
				second.facts.set(linkedKey, told)
			}
			r.analyseFor(second, src, a, map[*analysis.Analyzer]any{})
			if src.err == nil {
				r.save(st, second)
			}
			d.facts = second.facts
		})
	})
	return &d.facts
}

// toldTo returns what is linked to a package so far, or nil if a fact does not depend on it. Those of the analyzer that reads what
// is linked do not: it is put together from them.
func (r *runner) toldTo(u *sourcePkg, typ string) analysis.Fact {
	switch {
	case !r.links || r.unlinked[typ]:
		return nil
	case u.linked == nil:
		return new(analyzers.Linked)
	}
	return u.linked.Fact()
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
