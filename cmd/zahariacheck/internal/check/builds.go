package check

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/isolate"
)

// A platform is what the go command builds for.
type platform struct {
	goos, goarch string
	cgo          bool
}

// A setting is what the go command says of its environment.
type setting struct {
	platform
	version string // of Go
	unbuilt bool   // its build cache is empty
}

// settingOf asks the go command, which knows of settings made by go env -w.
func settingOf(ctx context.Context, o *Options) (p setting, err error) {
	out, err := goOutput(ctx, *o, "env", "GOOS", "GOARCH", "CGO_ENABLED", "GOVERSION", "GOCACHEPROG", "GOCACHE", "GOFLAGS")
	if err != nil {
		return p, err
	}
	values := append(strings.Split(out, "\n"), "", "", "") // those at the end that are empty were cut off
	if len(values) < 7 {
		return p, fmt.Errorf("go env: %q is not what was asked for", out)
	}
	for _, flag := range strings.Fields(values[6]) {
		if strings.HasPrefix(strings.TrimLeft(flag, "-'\""), "overlay") {
			return p, errors.New("GOFLAGS has -overlay: what is checked would not be what is built; leave it out")
		}
	}
	p.platform = platform{values[0], values[1], values[2] == "1"}
	p.version = values[3]
	p.unbuilt = values[4] == "" && unbuilt(values[5])
	if pair := p.goos + "/" + p.goarch; !slices.Contains(platforms, pair) {
		if known, err := goOutput(ctx, *o, "tool", "dist", "list"); err != nil || !slices.Contains(strings.Fields(known), pair) {
			return p, fmt.Errorf("Go does not build for %s, which GOOS and GOARCH name", pair)
		}
	}
	return p, nil
}

// unbuilt reports whether a build cache is empty, by a look at a part of its folders: what is kept is spread over them by its hash.
func unbuilt(cache string) bool {
	if !filepath.IsAbs(cache) {
		return false
	}
	for i := range 16 {
		if entries, err := os.ReadDir(filepath.Join(cache, fmt.Sprintf("%02x", i))); len(entries) > 0 || err != nil && !os.IsNotExist(err) {
			return false
		}
	}
	return true
}

// A way is one of those in which a folder can be built.
type way struct {
	platform
	tags    string // comma-separated
	without bool   // it is there for what it leaves out, so that the code need not compile in it
}

func (w way) String() string {
	name := w.goos + "/" + w.goarch
	if w.tags != "" {
		name += " -tags=" + w.tags
	}
	return name
}

// platforms are those of go tool dist list in Go 1.26, first those that most code knows.
var platforms = strings.Fields(`linux/amd64 windows/amd64 darwin/arm64 linux/arm64 freebsd/amd64 js/wasm linux/386 windows/arm64 darwin/amd64
	linux/arm wasip1/wasm netbsd/amd64 openbsd/amd64 dragonfly/amd64 solaris/amd64 illumos/amd64 plan9/amd64 aix/ppc64 android/arm64 ios/arm64
	windows/386 freebsd/386 freebsd/arm freebsd/arm64 linux/loong64 linux/mips linux/mips64 linux/mips64le linux/mipsle linux/ppc64 linux/ppc64le
	linux/riscv64 linux/s390x plan9/386 plan9/arm android/386 android/amd64 android/arm netbsd/arm64 openbsd/arm64`)

// maxWays bounds how often a fix is tried.
const maxWays = 12

// ways returns how to build a folder so that each Go file of its packages, tests too, is compiled at least once and, if it need not
// be, left out at least once; first as it is built here. What no build compiles does not count, nor do files that say they are no
// part of the package, such as a program beside it that is run by its name.
func ways(folder string, here way) ([]way, error) {
	names, err := filepath.Glob(filepath.Join(escapePattern.Replace(folder), "*.go"))
	if err != nil {
		return nil, err
	}
	files := map[string]*ast.File{}
	count := map[string]int{}
	for _, name := range names {
		if base := filepath.Base(name); base[0] == '.' || base[0] == '_' {
			continue
		}
		text, err := contents(name)
		if err != nil {
			return nil, err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return nil, err
		}
		files[name] = f
		if here.compiles(name, f) {
			count[strings.TrimSuffix(f.Name.Name, "_test")]++
		}
	}
	all := []way{here}
	for _, in := range []bool{true, false} {
		for _, name := range names {
			f := files[name]
			if f == nil || count[strings.TrimSuffix(f.Name.Name, "_test")] == 0 || !constrained(name, f) {
				continue
			}
			fits := func(w way) bool { return w.compiles(name, f) == in }
			if slices.ContainsFunc(all, fits) {
				continue
			}
			if w, ok := search(here, tagsOf(f), fits); ok {
				w.without = !in
				all = append(all, w)
			} else if in && usesC(f) {
				return nil, fmt.Errorf("%s needs cgo, which is not at hand for it", filepath.Base(name))
			}
		}
	}
	if len(all) > maxWays {
		return nil, fmt.Errorf("the folder can be built in more than %d ways", maxWays)
	}
	return all, nil
}

// escapePattern makes a pattern that a name matches.
var escapePattern = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`)

// compiles reports whether a build has a file.
func (w way) compiles(name string, f *ast.File) bool {
	c := build.Default
	c.GOOS, c.GOARCH, c.CgoEnabled, c.BuildTags = w.goos, w.goarch, w.cgo, strings.Split(w.tags, ",")
	ok, err := c.MatchFile(filepath.Dir(name), filepath.Base(name))
	return err == nil && ok && (w.cgo || !usesC(f))
}

func usesC(f *ast.File) bool {
	return slices.ContainsFunc(f.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == `"C"` })
}

// constrained reports whether some builds may have a file and others not.
func constrained(name string, f *ast.File) bool {
	nowhere := way{platform: platform{goos: "none", goarch: "none"}}
	return len(buildLines(f)) > 0 || !nowhere.compiles(name, f)
}

// search looks for a way to build that fits, near to the one that is used here: with other tags, without cgo, elsewhere.
func search(here way, tags []string, fits func(way) bool) (way, bool) {
	at := []platform{here.platform, {here.goos, here.goarch, false}}
	for _, p := range platforms {
		goos, goarch, _ := strings.Cut(p, "/")
		at = append(at, platform{goos, goarch, false})
	}
	for _, p := range at {
		for set := range 1 << min(len(tags), 6) {
			with := here.tags
			for i, tag := range tags[:min(len(tags), 6)] {
				if set>>i&1 == 1 {
					with = strings.TrimPrefix(with+","+tag, ",")
				}
			}
			if w := (way{platform: p, tags: with}); fits(w) {
				return w, true
			}
		}
	}
	return way{}, false
}

// buildLines returns the build constraints of a file.
func buildLines(f *ast.File) (lines []constraint.Expr) {
	for _, g := range f.Comments {
		for _, c := range g.List {
			if constraint.IsGoBuild(c.Text) && c.Pos() < f.Package {
				if x, err := constraint.Parse(c.Text); err == nil {
					lines = append(lines, x)
				}
			}
		}
	}
	return lines
}

// tagsOf returns the words of the build constraints of a file that a user can choose.
func tagsOf(f *ast.File) (tags []string) {
	given := append(strings.FieldsFunc(strings.Join(platforms, "/"), func(r rune) bool { return r == '/' }), "unix", "cgo", "gc", "gccgo")
	for _, x := range buildLines(f) {
		x.Eval(func(tag string) bool { // it asks for all of them
			if !slices.Contains(given, tag) && !slices.Contains(tags, tag) && !strings.HasPrefix(tag, "go1.") {
				tags = append(tags, tag)
			}
			return false
		})
	}
	return tags
}

// A trial is a build of a folder, loaded to judge changes by.
type trial struct {
	way
	r *runner
}

// trials loads the packages of a folder in each way that it can be built in, and those that depend on them.
func (s *Sources) trials(ctx context.Context, folder string) ([]*trial, error) {
	if all, ok := s.tried[folder]; ok {
		return all, nil
	}
	found, err := ways(folder, way{platform: s.r.platform, tags: s.r.options.Tags})
	if err != nil {
		return nil, fmt.Errorf("it cannot be shown to compile everywhere: %w", err)
	}
	patterns := []string{folder}
	for _, u := range s.dependents(folder) {
		patterns = append(patterns, u.path())
	}
	slices.Sort(patterns)
	var all []*trial
	for _, w := range found {
		r, err := s.load(ctx, w, slices.Compact(patterns))
		if err != nil && w.without && ctx.Err() == nil {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("it cannot be shown to compile for %s: %w", w, err)
		}
		all = append(all, &trial{w, r})
	}
	s.tried[folder] = all
	return all, nil
}

// dependents returns the units under check that import a package of a folder, directly or not.
func (s *Sources) dependents(folder string) (all []*unit) {
	for _, u := range s.r.all { // dependencies come first
		if u.local() && slices.ContainsFunc(u.deps, func(dep *unit) bool { return dep.Dir == folder || slices.Contains(all, dep) }) {
			all = append(all, u)
		}
	}
	return all
}

// load type-checks packages, with their tests, in some build. For another platform all that they depend on is read from source,
// since to compile that takes longer.
func (s *Sources) load(ctx context.Context, w way, patterns []string) (*runner, error) {
	o := *s.r.options
	o.Patterns, o.Tests, o.Tags, o.Rules, o.Collect, o.Times, o.Store = patterns, true, w.tags, nil, nil, nil, nil
	native := w.platform == s.r.platform
	if !native {
		o.Env = append(o.environ(), "GOOS="+w.goos, "GOARCH="+w.goarch, "CGO_ENABLED=0")
	}
	overlay, remove, err := s.r.tree.stage(o.Overlay)
	defer remove()
	if err != nil {
		return nil, err
	}
	pkgs, byID, err := list(ctx, &o, overlay)
	if err == nil && native {
		err = listGenerated(ctx, &o, byID, overlay)
	}
	if err == nil && native {
		err = export(ctx, &o, pkgs, byID, nil, overlay)
	}
	if err != nil {
		return nil, err
	}
	r := newRunner(&o, s.r.tree, pkgs, w.platform)
	r.outlines(ctx, pkgs, nil)
	for _, u := range r.all {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if r.begin(u, isolate.Reading) {
			u.bad = r.importer.load(u).err
			r.end(u)
		}
	}
	return r, nil
}

// Compile type-checks, in each build, the packages that have a file of the overlay, which gives files new contents, and the packages
// under check that depend on those. The error is the first complaint, in one line. It is one too if a package did not compile
// before: then nothing can be shown.
func (s *Sources) Compile(ctx context.Context, overlay map[string][]byte) error {
	folders := map[string]bool{}
	for name := range overlay {
		folders[filepath.Dir(name)] = true
	}
	for folder := range folders {
		all, err := s.trials(ctx, folder)
		if err != nil {
			return err
		}
		for _, t := range all {
			if err := t.r.compile(ctx, overlay, t.platform == s.r.platform, t.without); err != nil {
				return fmt.Errorf("for %s: %w", t.way, err)
			}
		}
	}
	return nil
}

// compile type-checks once more what changes with an overlay.
func (r *runner) compile(ctx context.Context, overlay map[string][]byte, native, without bool) error {
	if err := r.addImports(ctx, overlay, native); err != nil {
		return err
	}
	imp := r.with(overlay)
	for _, old := range r.all {
		u := &unit{listed: old.listed, asked: old.asked}
		for _, id := range u.Imports {
			if dep := imp.units[id]; dep != nil {
				u.deps = append(u.deps, dep)
			}
		}
		for _, dep := range old.deps {
			if now := imp.units[dep.ImportPath]; !slices.Contains(u.deps, now) {
				u.deps = append(u.deps, now)
			}
		}
		changed := slices.ContainsFunc(u.sources(), func(file string) bool { _, ok := overlay[file]; return ok })
		if !changed && slices.Equal(u.deps, old.deps) {
			continue
		}
		if old.bad != nil {
			if changed && !without {
				return errors.New("it cannot be shown to compile, since the package does not: " + strings.TrimPrefix(complaint(r.options.Dir, old.bad), "does not compile: "))
			}
			continue
		}
		if err := imp.load(u).err; err != nil {
			return errors.New("with it, code no longer compiles: " + strings.TrimPrefix(complaint(r.options.Dir, err), "does not compile: "))
		}
		imp.units[u.ImportPath] = u
	}
	return nil
}

// addImports asks the go command for what files with new contents import and the run did not have.
func (r *runner) addImports(ctx context.Context, overlay map[string][]byte, native bool) error {
	var missing []string
	for name, text := range overlay {
		f, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range f.Imports {
			path := importPath(i)
			if pkg := r.loaded[path]; path != "C" && path != "unsafe" && r.units[path] == nil && (r.byID[path] == nil || r.byID[path].Export == "" && (pkg == nil || !pkg.Complete())) {
				missing = append(missing, path)
			}
		}
	}
	if len(missing) == 0 {
		return nil
	}
	slices.Sort(missing)
	missing = slices.Compact(missing)
	o := *r.options
	o.Tests = false
	pkgs, err := goList(ctx, &o, []string{"-deps", "-json=" + listFields}, missing, "")
	if err != nil {
		return err
	}
	for i, p := range pkgs {
		if known := r.byID[p.ImportPath]; known != nil {
			pkgs[i] = known
			continue
		}
		p.DepOnly = true
		r.byID[p.ImportPath] = p
	}
	importer := &listed{Imports: missing, source: true}
	if native {
		if err := export(ctx, &o, append(pkgs, importer), r.byID, nil, ""); err != nil {
			return err
		}
	}
	r.outlines(ctx, append(pkgs, importer), nil)
	return nil
}
