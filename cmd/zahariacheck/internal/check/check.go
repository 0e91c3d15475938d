// Package check loads Go packages and runs the rules on them.
//
// The go command gives the import graph and export data. Only the code under check is read from source: the
// packages that match the patterns, and their dependencies in the same modules, which are not reported on but whose
// facts are needed. All others come from export data, and no facts come from them. On an application of 31,000 lines
// with 2,138 packages behind it, that takes a tenth of the time and memory of loading everything from source.
//
// All of that code is type-checked, although few packages involve a model, since packages that do not compile must be reported.
// SSA form and flow, which take longer, are computed only for packages for which analyzers need them, and for those whose facts
// these need (see deferred.go).
package check

import (
	"cmp"
	"context"
	"fmt"
	"go/token"
	"go/types"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/cache"
	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/internal/goversion"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// Options say what to check.
type Options struct {
	Dir      string   // where the go command runs
	Env      []string // its environment; nil is ours
	Patterns []string // as for the go command
	Tests    bool     // check _test.go files too
	Examples bool     // report what lies in folders of examples too
	Tags     string   // build tags, comma-separated
	Rules    []*analyzers.Rule
	Settings *analyzers.Settings // of the rules, which a run does not change; nil is the default
	Store    *Store              // of earlier runs; nil for none, and for a run whose findings are to be fixed
	// Collect, if not nil, is run beside the rules, on the packages under check and on those of the same modules that they
	// depend on; each result goes to Take, never by two goroutines at once.
	Collect *analysis.Analyzer
	Take    func(pkg Inspected)
	Summary *Summary // of what Collect found; nil if nothing is kept of it
	// Progress, if not nil, is called after each package, with what is being done; never by two goroutines at once.
	Progress func(what string, done, total int)
	Guard    Guard // nil for none
	// Facts, if not nil, is where the facts of the requested packages are printed. A run without changes analyses nothing, so it takes
	// no Store.
	Facts io.Writer

	// Times, if not nil, records the time of each phase.
	Times *Times
	// Stray, if not nil, returns the name of a configuration near a folder that is ignored, or "".
	Stray func(folder string) string
	// Overlay gives files, by their absolute names, contents that no disk has yet: those that an editor holds.
	Overlay map[string][]byte
	// Limits bound each go command.
	Limits Limits
	// Tree, if not "", is the folder of untrusted code: no code outside of it is under check.
	Tree string
}

// An Inspected package is the result of Options.Collect for one package, which is freed once Take returns, except for its types.
type Inspected struct {
	Path     string
	Asked    bool // it matches a pattern; else one that does depends on it
	Result   any
	Position func(token.Pos) token.Position
}

// environ is the environment of the go command.
func (o *Options) environ() []string {
	if o.Env != nil {
		return slices.Clone(o.Env)
	}
	return os.Environ()
}

// ownSettings returns a copy of the settings for one run.
func (o *Options) ownSettings() *analyzers.Settings {
	own := *cmp.Or(o.Settings, analyzers.NewSettings())
	own.Tests, own.Examples = own.Tests || o.Tests, own.Examples || o.Examples
	return &own
}

// A Report is the result of a run, with information about the code for callers that change or describe it.
type Report struct {
	finding.Report
	Sources *Sources     // for changing what was checked
	Deps    Dependencies // what the packages under check depend on
}

// NeedsNewerGo reports whether a failure may be due to code for a newer Go than this program knows.
func NeedsNewerGo(f finding.Failure) bool { return strings.HasSuffix(f.Reason, goversion.Again+")") }

// Run checks the packages that match the patterns. It fails only if nothing at all could be checked.
func Run(ctx context.Context, o Options) (*Report, error) {
	o.Settings = o.ownSettings()
	stop := o.Times.start("scan of the tree")
	t := scanTree(o.Dir)
	overlay, remove, err := t.stage(o.Overlay)
	defer remove()
	stop()
	for file := range t.hidden {
		if name := filepath.Base(file); err == nil && (name == "modules.txt" || strings.HasPrefix(name, "go.")) && !strings.HasSuffix(name, ".go") {
			err = fmt.Errorf("%s: not a regular file; the go command would read it", relative(o.Dir, file))
		}
	}
	if err != nil {
		return nil, err
	}
	patterns := o.Patterns
	o.Patterns = t.expand(ctx, &o)
	early, cancel := context.WithCancel(ctx)
	var target setting
	var wrong error
	told := make(chan struct{})
	go func() {
		target, wrong = settingOf(ctx, &o)
		close(told)
	}()
	exports := func() map[string]string { return nil }
	if !o.Store.expects(&o) { // else, most often, no export data is needed
		exports = t.prefetch(early, &o, overlay, func() bool { <-told; return wrong == nil && !target.unbuilt })
	}
	defer exports() // no go command of ours lives on
	defer cancel()
	pkgs, byID, err := list(ctx, &o, overlay)
	<-told
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if err := cmp.Or(wrong, err); err != nil {
		return nil, err
	}
	if err := rejectOutside(&o, pkgs); err != nil {
		return nil, err
	}
	stray := o.stray(pkgs)
	if len(stray) > 0 {
		o.Store = nil
	}
	sums := o.sums(pkgs)
	id, found := o.lookUp(t, pkgs, sums)
	if found != nil {
		rep := &Report{
			Report: finding.Report{Findings: found.Findings, Suppressed: found.Suppressed, Generated: found.Generated, Examples: found.Examples, Packages: found.Packages, Rows: found.Rows, Allowed: len(found.Suppressed)},
			Deps:   Dependencies{byID},
		}
		o.addSkipped(rep, t, target.platform, patterns, pkgs)
		return rep, nil
	}
	if err := listGenerated(ctx, &o, byID, overlay); err != nil {
		return nil, err
	}
	if !target.unbuilt {
		if err := export(ctx, &o, pkgs, byID, exports(), overlay); err != nil {
			return nil, err
		}
	}
	r := newRunner(&o, t, pkgs, target.platform)
	r.advice = goversion.Newer(target.version)
	r.outlines(ctx, pkgs, o.Progress)
	if o.Collect == nil {
		r.results = o.Store.results(&o, t, pkgs, sums, r)
	}
	for file, why := range t.hidden {
		if isRequested(file, o.Dir, patterns, pkgs) {
			r.failInCode(r.packageIn(filepath.Dir(file)), relative(o.Dir, file)+": "+why)
		}
	}
	for pkg, why := range stray {
		r.failInCode(pkg, why)
	}
	for _, p := range pkgs {
		if why := unseen(&o, p); why != "" && why != onlyTests {
			r.failInCode(p.path(), why)
		}
	}
	for _, p := range unmatched(o.Patterns, pkgs) {
		r.failInCode(p, "no Go package matches")
	}
	o.Settings.ReportIncomplete = func(pkg *types.Package, pos token.Pos, what string) {
		at := r.position(pos)
		r.fail(pkg.Path(), fmt.Sprintf("%s:%d: %s", relative(o.Dir, at.Filename), at.Line, what))
	}
	o.Settings.DeferFacts = r.deferFacts
	r.schedule(ctx, r.check, func(done, total int) {
		if o.Progress != nil {
			o.Progress("analysing packages", done, total)
		}
	})
	if r.links {
		r.link(ctx)
	}
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if o.Facts != nil {
		r.printFacts(o.Facts)
	}
	rep := r.report()
	rep.Rows = r.unresolvedRows()
	if id != nil {
		o.Store.save(&o, *id, rep)
	}
	o.addSkipped(rep, t, target.platform, patterns, pkgs)
	return rep, nil
}

// sums returns the hashes of packages, or nil if the store is not used.
func (o *Options) sums(pkgs []*pkgMeta) [][]byte {
	if o.sees() {
		return nil
	}
	defer o.Times.start("store: contents of files")()
	sums, err := digests(pkgs, o.Overlay)
	if err != nil {
		return nil
	}
	return sums
}

// lookUp returns the key of the run and the report stored under it. Both are nil if the store is not used: a fix needs the code, and
// so does a collector whose results are not stored.
func (o *Options) lookUp(t *tree, pkgs []*pkgMeta, sums [][]byte) (*cache.ActionID, *storedRun) {
	if sums == nil {
		return nil, nil
	}
	id, err := o.Store.key(o, t, pkgs, sums)
	if err != nil {
		return nil, nil
	}
	found, ok := o.Store.load(id)
	ok = ok && o.takes(found)
	o.Times.addLookup(ok)
	if !ok {
		found = nil
	}
	return &id, found
}

// addSkipped adds the parts of the tree that were not checked to the report.
func (o *Options) addSkipped(rep *Report, t *tree, target platform, patterns []string, pkgs []*pkgMeta) {
	rep.When = o.when(target)
	rep.Levels = map[string]analyzers.Severity{}
	for _, one := range o.Rules {
		rep.Levels[one.Name] = o.Settings.Level(one)
	}
	rep.Modules, rep.Excluded = t.unvisited(o.Dir, patterns, pkgs)
	rep.Ignored, rep.Excluded = t.ignored(o.Dir, rep.Excluded)
	for _, p := range pkgs {
		if unseen(o, p) == onlyTests {
			rep.Untested = append(rep.Untested, p.path())
		}
	}
	if !target.cgo {
		rep.Cgo = withCgo(o, pkgs, rep.Excluded)
	}
}

const (
	maxName   = 200  // bytes of a package path that a message shows
	maxReason = 1024 // bytes of a compiler's complaint
)

// relative shortens the name of a file in a message to one that starts from dir, where it lies below it.
func relative(dir, file string) string {
	if rel, err := filepath.Rel(dir, file); err == nil && filepath.IsLocal(rel) {
		return rel
	}
	return file
}
