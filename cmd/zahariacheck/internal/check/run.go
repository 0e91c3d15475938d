package check

import (
	"context"
	"fmt"
	"go/token"
	"go/types"
	"reflect"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/isolate"
)

// A runner takes each source package through reading, type-checking and all analyzers in one go, packages side by
// side, dependencies first, so that the syntax of a package, and what analyzers build from it, live only that long.
type runner struct {
	collector
	*importer
	options  *Options
	tree     *tree
	all      []*sourcePkg         // dependencies first
	order    []*analysis.Analyzer // the rules and what they require, which comes first
	byRule   map[*analysis.Analyzer]*analyzers.Rule
	forFact  map[*analysis.Analyzer]bool // those with facts, and what they require: all that runs on mere dependencies
	byTypes  sync.Map                    // *types.Package → *unit
	advice   string                      // what to do where the go command is newer than this program, or ""
	results  *results
	read     map[string]*outline // dependencies without export data, by ID
	links    bool                // an analyzer asks for what is linked, see link.go
	unlinked map[string]bool     // types of facts that do not depend on what is linked, see deferred.go
}

func newRunner(o *Options, t *tree, pkgs []*pkgMeta, p platform) *runner {
	r := &runner{
		collector: collector{failures: map[finding.Failure]bool{}, requested: map[string]bool{}},
		importer: &importer{
			fset:     token.NewFileSet(),
			byID:     map[string]*pkgMeta{},
			units:    map[string]*sourcePkg{},
			origins:  &origins{of: map[string]Origin{}, translations: map[string]*translation{}},
			loaded:   map[string]*types.Package{},
			times:    o.Times,
			platform: p,
			overlay:  o.Overlay,
		},
		options:  o,
		tree:     t,
		read:     map[string]*outline{},
		byRule:   map[*analysis.Analyzer]*analyzers.Rule{},
		forFact:  map[*analysis.Analyzer]bool{},
		unlinked: map[string]bool{},
	}
	for _, p := range pkgs {
		r.add(p)
	}
	for _, one := range o.Rules {
		r.byRule[one.Analyzer()] = one
		r.plan(one.Analyzer())
	}
	if o.Collect != nil {
		r.plan(o.Collect)
		r.markForFacts(o.Collect) // so that it sees dependencies too
	}
	return r
}

// add takes in a package whose dependencies were taken in. It is read from source if it is under check, and if there
// is no other way (see list): what depends on a source package must be of source too, lest there be two versions of one type.
func (r *runner) add(p *pkgMeta) {
	r.byID[p.ImportPath] = p
	if p.isTestMain() || p.ImportPath == "unsafe" {
		return
	}
	u := &sourcePkg{pkgMeta: p, requested: !p.DepOnly}
	if len(p.sources()) == 0 {
		if u.requested && p.Error != nil { // without an error all that it has is tests, which were not asked for
			r.requested[p.path()] = true
			r.failInCode(p.ImportPath, r.explain(p, firstLine(p.Error.Err)))
		}
		return
	}
	if u.requested {
		r.requested[p.path()] = true
	}
	for _, id := range p.Imports {
		if dep := r.units[id]; dep != nil {
			u.deps = append(u.deps, dep)
		}
	}
	if !p.source {
		return
	}
	for _, dep := range u.deps {
		dep.preds = append(dep.preds, u)
	}
	r.units[p.ImportPath] = u
	r.all = append(r.all, u)
}

// plan appends an analyzer to the order, after those that it requires.
func (r *runner) plan(a *analysis.Analyzer) {
	if slices.Contains(r.order, a) {
		return
	}
	for _, req := range a.Requires {
		r.plan(req)
	}
	r.order = append(r.order, a)
	if len(a.FactTypes) > 0 {
		r.markForFacts(a)
	}
	if slices.ContainsFunc(a.FactTypes, func(f analysis.Fact) bool { return reflect.TypeOf(f) == linkedKey.typ }) {
		r.links = true
		for _, f := range a.FactTypes {
			r.unlinked[reflect.TypeOf(f).String()] = true
		}
	}
}

func (r *runner) markForFacts(a *analysis.Analyzer) {
	r.forFact[a] = true
	for _, req := range a.Requires {
		r.markForFacts(req)
	}
}

// schedule calls do for all packages, with one worker per processor, and tell, which may be nil, after each. When ctx is done it
// returns at once: a rule cannot be interrupted, so each worker ends after its package.
func (r *runner) schedule(ctx context.Context, do func(*sourcePkg), tell func(done, total int)) {
	if len(r.all) == 0 {
		return
	}
	ready, done := make(chan *sourcePkg, len(r.all)), make(chan *sourcePkg, len(r.all))
	for _, u := range r.all {
		if u.wait = len(u.deps); u.wait == 0 {
			ready <- u
		}
	}
	for range runtime.GOMAXPROCS(0) {
		go func() {
			for u := range ready {
				if ctx.Err() == nil {
					do(u)
				}
				done <- u
			}
		}()
	}
	for n := 1; n <= len(r.all); n++ {
		var u *sourcePkg
		select {
		case u = <-done:
		case <-ctx.Done():
			close(ready)
			return
		}
		for _, pred := range u.preds {
			if pred.wait--; pred.wait == 0 {
				ready <- pred
			}
		}
		if tell != nil {
			tell(n, len(r.all))
		}
	}
	close(ready)
}

// check analyses one package. A package that does not compile is a failure; analyzers that need no types still run on it.
func (r *runner) check(u *sourcePkg) {
	u.broken = r.brokenBehind(u)
	r.recoverPanics(u, func() {
		if u.bad = r.begin(u.pkgMeta, isolate.Reading); u.bad != nil {
			return
		}
		defer r.end(u.pkgMeta)
		if r.isKnown(u) {
			return
		}
		st := u.state
		u.state = nil
		src := r.load(u)
		r.byTypes.Store(u.types, u)
		if !u.requested && !u.local() {
			u.bad = src.err
			return
		}
		if u.requested && u.broken != nil {
			r.reportBroken(u)
			st = nil
		}
		if src.err != nil {
			u.bad = src.err
			r.failInCode(u.ImportPath, r.explain(u.pkgMeta, complaint(r.options.Dir, src.err)))
			if !src.parsed {
				return
			}
		}
		if r.begin(u.pkgMeta, isolate.Analysing) != nil {
			return
		}
		if r.links {
			u.facts.set(linkedKey, new(analyzers.Linked))
		}
		u.varies = varies(u, src)
		if r.runRules(u, src) {
			u.state = r.save(st, u)
		}
	})
}

// runRules runs the analyzers on a package, and reports whether all have run to their end.
func (r *runner) runRules(u *sourcePkg, src *source) (whole bool) {
	results := map[*analysis.Analyzer]any{}
	whole = src.err == nil
	for _, a := range r.order {
		if (u.requested || r.forFact[a]) && (src.err == nil || a.RunDespiteErrors) {
			r.analyse(u, src, a, results)
			_, ran := results[a]
			whole = whole && ran
		}
	}
	return whole
}

// recoverPanics calls do for a package, and records a panic as a failure of that package.
func (r *runner) recoverPanics(u *sourcePkg, do func()) {
	defer func() {
		if x := recover(); x != nil {
			r.fail(u.ImportPath, crash("loading", x))
		}
	}()
	do()
}

// analyse runs one analyzer on one package and keeps its result. A panic is a failure of the analyzer on that package only.
func (r *runner) analyse(u *sourcePkg, src *source, a *analysis.Analyzer, results map[*analysis.Analyzer]any) {
	defer func() {
		if x := recover(); x != nil {
			r.fail(u.ImportPath, crash(a.Name, x))
		}
	}()
	if settings, ok := r.options.Settings.Result(a); ok {
		results[a] = settings
		return
	}
	pass := &analysis.Pass{
		Analyzer:     a,
		Fset:         r.fset,
		Files:        src.files,
		OtherFiles:   u.files(slices.Concat(u.CFiles, u.HFiles, u.SFiles)...),
		IgnoredFiles: u.files(u.IgnoredGoFiles...),
		Pkg:          u.types,
		TypesInfo:    src.info,
		TypesSizes:   types.SizesFor("gc", r.goarch),
		ResultOf:     map[*analysis.Analyzer]any{},
		Module:       &analysis.Module{},
		ReadFile:     func(name string) ([]byte, error) { return r.readFile(u, name) },
	}
	if m := u.Module; m != nil {
		pass.Module = &analysis.Module{Path: m.Path, Version: m.Version, GoVersion: m.GoVersion}
	}
	for _, req := range a.Requires {
		result, ok := results[req]
		if !ok {
			return // it failed, which was said
		}
		pass.ResultOf[req] = result
	}
	var found []analysis.Diagnostic
	pass.Report = func(d analysis.Diagnostic) { found = append(found, d) }
	r.addFacts(pass, u)
	stop := r.options.Times.start(a.Name)
	result, err := a.Run(pass)
	stop()
	if err != nil {
		r.fail(u.ImportPath, fmt.Sprintf("%s: %v", a.Name, err))
		return
	}
	if got := reflect.TypeOf(result); got != a.ResultType {
		panic(fmt.Sprintf("the result is a %v, not a %v", got, a.ResultType))
	}
	results[a] = result
	if a == r.options.Collect && u.wanted == "" {
		r.collector.mu.Lock()
		r.options.Take(Inspected{Path: u.path(), Asked: u.requested, Result: result, Position: r.position})
		r.collector.mu.Unlock()
	}
	if one := r.byRule[a]; one != nil && u.requested && u.wanted == "" {
		r.addFindings(one, u, found, result.(*analyzers.Result))
	}
}
