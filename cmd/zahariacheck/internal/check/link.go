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

// linkedKey is the fact by which a package is told what the rest of the module does.
var linkedKey = factKey{nil, reflect.TypeFor[*analyzers.Linked]()}

// maxRounds bounds how often the module is linked. Each round takes what was learnt through all imports, so that another is needed
// only where an adapter calls another adapter of which nothing was known before; three were met.
const maxRounds = 8

// link joins what the packages know of each other where no import leads, and judges those again for which that is news. Of
// the others nothing is read again.
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

// runAgain analyses a package once more if there is news for it. What it had to say before is replaced, unless an
// analyzer fails.
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
			u.said, u.state = again.said, st
			u.facts.replace(&again.facts)
			return
		}
		src := r.load(again)
		r.byTypes.Store(again.types, again)
		defer r.byTypes.Delete(again.types)
		again.facts.set(linkedKey, told)
		u.state = nil
		if r.runRules(again, src) {
			u.said, u.state = again.said, r.save(st, again)
			u.facts.replace(&again.facts)
		}
	})
	u.linked.Update()
}
