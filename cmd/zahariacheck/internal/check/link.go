package check

import (
	"context"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/isolate"
)

// linkedKey is the key of the fact by which the linker passes to a package what the rest of the module shows.
var linkedKey = factKey{nil, reflect.TypeFor[*analyzers.Linked]()}

// maxRounds bounds the rounds of linking. Each round propagates through all imports, so another one is needed only if an adapter
// calls another adapter that was unknown before; three is the most seen.
const maxRounds = 8

// link connects packages without imports between them, and checks again those that learn something new. The others are not read
// again.
func (r *runner) link(ctx context.Context) {
	defer r.options.Times.start("link, with packages judged again")()
	var units []*analyzers.Unit
	for _, u := range r.all {
		if u.types != nil && u.bad == nil && (u.requested || u.local()) {
			u.linked = &analyzers.Unit{
				Types:   u.types,
				Read:    func(f analysis.Fact) bool { return u.facts.get(factKey{nil, reflect.TypeOf(f)}, f) },
				InTests: func(obj types.Object) bool { return strings.HasSuffix(r.position(obj.Pos()).Filename, "_test.go") },
			}
			units = append(units, u.linked)
		}
	}
	linker := analyzers.NewLinker(units)
	for range maxRounds {
		linker.Link()
		again := false
		for _, u := range units {
			again = again || u.Stale(nil)
		}
		if !again || ctx.Err() != nil {
			return
		}
		r.schedule(ctx, r.runAgain, nil)
	}
}

// runAgain analyses a stale package once more. Its findings are replaced, unless an analyzer fails.
func (r *runner) runAgain(u *sourcePkg) {
	if u.linked == nil {
		return
	}
	var deps []*analyzers.Unit
	for _, d := range u.deps {
		if d.linked != nil {
			deps = append(deps, d.linked)
		}
	}
	if !u.linked.Stale(deps) {
		return
	}
	again := &sourcePkg{pkgMeta: u.pkgMeta, requested: u.requested, deps: u.deps}
	r.recoverPanics(again, func() {
		if r.begin(again.pkgMeta, isolate.Analysing) != nil {
			return
		}
		defer r.end(again.pkgMeta)
		defer r.options.Times.start("packages judged again")()
		told := u.linked.Fact()
		st := r.results.state("package", again, told)
		if kept := r.results.load(st); kept != nil {
			kept.restore(again)
			again.facts.set(linkedKey, told)
			again.state = st
			r.replace(u, again)
			return
		}
		src := r.load(again)
		r.byTypes.Store(again.types, again)
		defer r.byTypes.Delete(again.types)
		again.facts.set(linkedKey, told)
		u.state = nil
		if r.runRules(again, src) {
			again.state = r.save(st, again)
			r.replace(u, again)
		}
	})
	u.linked.Update()
}

// replace gives a package the results of another analysis of it.
func (r *runner) replace(u, again *sourcePkg) {
	u.said, u.state = again.said, again.state
	u.facts.replace(&again.facts)
	kept := u.deferred
	u.deferred = again.deferred
	for typ := range u.deferred {
		if r.unlinked[typ] && kept[typ] != nil {
			u.deferred[typ] = kept[typ]
		}
	}
}
