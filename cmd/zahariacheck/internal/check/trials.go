package check

import (
	"context"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/isolate"
)

// A trialBuild is a build of a folder, loaded to check changes.
type trialBuild struct {
	buildConfig
	r *runner
}

// trials loads the packages of a folder, and their dependents, in each build of the folder.
func (s *Sources) trials(ctx context.Context, folder string) ([]*trialBuild, error) {
	if all, ok := s.tried[folder]; ok {
		return all, nil
	}
	found, err := buildConfigs(folder, buildConfig{platform: s.r.platform, tags: s.r.options.Tags})
	if err != nil {
		return nil, fmt.Errorf("it cannot be shown to compile everywhere: %w", err)
	}
	patterns := []string{folder}
	for _, u := range s.dependents(folder) {
		patterns = append(patterns, u.path())
	}
	slices.Sort(patterns)
	var all []*trialBuild
	for _, w := range found {
		r, err := s.load(ctx, w, slices.Compact(patterns))
		if err != nil && w.without && ctx.Err() == nil {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("it cannot be shown to compile for %s: %w", w, err)
		}
		all = append(all, &trialBuild{w, r})
	}
	s.tried[folder] = all
	return all, nil
}

// dependents returns the units under check that import a package of a folder, directly or not.
func (s *Sources) dependents(folder string) (all []*sourcePkg) {
	for _, u := range s.r.all { // dependencies come first
		if u.local() && slices.ContainsFunc(u.deps, func(dep *sourcePkg) bool { return dep.Dir == folder || slices.Contains(all, dep) }) {
			all = append(all, u)
		}
	}
	return all
}

// load type-checks packages, with their tests, in some build. For another platform all dependencies are read from source, since
// compiling them takes longer.
func (s *Sources) load(ctx context.Context, w buildConfig, patterns []string) (*runner, error) {
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
		if u.bad = r.begin(u.pkgMeta, isolate.Reading); u.bad == nil {
			u.bad = r.importer.load(u).err
			r.end(u.pkgMeta)
		}
	}
	return r, nil
}

// Compile type-checks, in each build, the packages that have a file of the overlay, which gives files new contents, and the packages
// under check that depend on those. The error is the first complaint, in one line. A package that did not compile before is an error
// too, since then nothing can be shown.
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
				return fmt.Errorf("for %s: %w", t.buildConfig, err)
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
	imp := r.withContents(overlay)
	for _, old := range r.all {
		u := &sourcePkg{pkgMeta: old.pkgMeta, requested: old.requested}
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
			imp.load(u) // those that import it must see the same types as it
			imp.units[u.ImportPath] = u
			continue
		}
		if err := imp.load(u).err; err != nil {
			return errors.New("with it, code no longer compiles: " + strings.TrimPrefix(complaint(r.options.Dir, err), "does not compile: "))
		}
		imp.units[u.ImportPath] = u
	}
	return nil
}

// addImports loads the imports of files with new contents that the run did not have.
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
	importer := &pkgMeta{Imports: missing, source: true}
	if native {
		if err := export(ctx, &o, append(pkgs, importer), r.byID, nil, ""); err != nil {
			return err
		}
	}
	r.outlines(ctx, append(pkgs, importer), nil)
	return nil
}
