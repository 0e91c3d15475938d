package check

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/types"
	"runtime"
	"slices"
	"sync"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/isolate"
)

// An outline is a dependency without export data in the build cache: its declarations are read from source, since compiling it with
// all its dependencies takes many times as long. Parts that no other package sees, such as the bodies of functions, are left out, and
// so are the imports that only these need.
type outline struct {
	*pkgMeta
	pkg       *types.Package
	files     []*ast.File // until they are checked
	requested bool        // a declaration somewhere names the package
	needs     []string    // IDs of the packages that its declarations name
	deps      []*outline  // those of them that are outlines too
	done      chan struct{}

	bad    error    // why its declarations do not compile, as far as they should
	broken *outline // it, or one that it needs, of which that is so
}

// outlines builds the types of the imported packages without export data, and of the packages that they need. Packages come after
// their dependencies.
func (r *runner) outlines(ctx context.Context, pkgs []*pkgMeta, tell func(what string, done, total int)) {
	all := map[string]*outline{}
	for _, p := range pkgs {
		if known := r.loaded[p.path()]; p.hasOnlyGo() && (known == nil || !known.Complete()) {
			all[p.ImportPath] = &outline{pkgMeta: p, pkg: types.NewPackage(p.path(), p.Name), done: make(chan struct{})}
		}
	}
	if len(all) == 0 {
		return
	}
	stop := r.times.start("dependencies without export data: syntax")
	r.parseOutlines(ctx, pkgs, all)
	stop()
	var order []*outline
	seen := map[string]bool{}
	for _, p := range pkgs {
		if o := all[p.ImportPath]; o != nil && o.requested {
			for _, id := range o.needs {
				if seen[id] { // else there is a cycle
					o.deps = append(o.deps, all[id])
				}
			}
			seen[p.ImportPath] = true
			order = append(order, o)
		}
	}
	for id, o := range all {
		r.read[id] = o
	}
	defer r.times.start("dependencies without export data: types")()
	r.checkOutlines(ctx, order, all, tell)
}

// hasOnlyGo reports whether the types of a package come from its Go files alone.
func (p *pkgMeta) hasOnlyGo() bool {
	return !p.source && p.Export == "" && p.ImportPath != "unsafe" && !p.isTestMain() && len(p.GoFiles)+len(p.CgoFiles) > 0
}

// parseOutlines parses what is needed, beginning with what packages of source import.
func (r *runner) parseOutlines(ctx context.Context, pkgs []*pkgMeta, all map[string]*outline) {
	var mu sync.Mutex
	var work sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	var ask func(ids []string)
	ask = func(ids []string) {
		mu.Lock()
		defer mu.Unlock()
		for _, id := range ids {
			o := all[id]
			if o == nil || o.requested || ctx.Err() != nil {
				continue
			}
			o.requested = true
			work.Go(func() {
				slots <- struct{}{}
				r.parseOutline(o)
				<-slots
				ask(o.needs)
			})
		}
	}
	for _, p := range pkgs {
		if p.source {
			ask(p.Imports)
		}
	}
	work.Wait()
}

// parseOutline parses the files of a package and leaves out what no other package can see.
func (r *runner) parseOutline(o *outline) {
	consts := constants{}
	needs := map[string]bool{}
	for _, name := range o.pkgMeta.files(slices.Concat(o.GoFiles, o.CgoFiles)...) {
		f, err := r.parseDeclarations(name, consts)
		if err != nil {
			o.fail(err)
		}
		if f == nil {
			continue
		}
		strip(f)
		r.imports(o, f, needs)
		o.files = append(o.files, f)
	}
	if name := consts.tooLong(); name != "" {
		o.fail(fmt.Errorf("constant %s is a string of more than %d MB", name, maxConstant>>20))
		o.files = nil
		return
	}
	for id := range needs {
		o.needs = append(o.needs, id)
	}
	slices.Sort(o.needs)
}

// parseDeclarations parses a file without its comments.
func (imp *importer) parseDeclarations(name string, consts constants) (*ast.File, error) {
	src, err := imp.text(name)
	if err != nil {
		return nil, err
	}
	f, err := parser.ParseFile(imp.fset, name, src, parser.SkipObjectResolution)
	if f != nil && tooDeep(f, consts) {
		return nil, fmt.Errorf("%s: nested too deep", name)
	}
	return f, err
}

// imports takes the imports out of a file that no declaration names, and adds the IDs of the others to needs.
func (r *runner) imports(o *outline, f *ast.File, needs map[string]bool) {
	named := map[string]bool{}
	for _, d := range f.Decls {
		ast.Inspect(d, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := sel.X.(*ast.Ident); ok {
					named[x.Name] = true
				}
			}
			return true
		})
	}
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		g.Specs = slices.DeleteFunc(g.Specs, func(s ast.Spec) bool {
			spec, ok := s.(*ast.ImportSpec)
			if !ok || spec.Path.Value == `"C"` || spec.Path.Value == `"unsafe"` {
				return false
			}
			p := r.byID[o.importID(importPath(spec))]
			if p == nil {
				return true
			}
			name := p.Name
			if spec.Name != nil {
				name = spec.Name.Name
			}
			if name != "." && !named[name] {
				return true
			}
			needs[p.ImportPath] = true
			return false
		})
	}
	f.Decls = slices.DeleteFunc(f.Decls, func(d ast.Decl) bool {
		g, ok := d.(*ast.GenDecl)
		return ok && len(g.Specs) == 0 // which the type checker does not know
	})
}

// checkOutlines type-checks packages in parallel, each after those that it needs.
func (r *runner) checkOutlines(ctx context.Context, order []*outline, all map[string]*outline, tell func(what string, done, total int)) {
	next, finished := make(chan *outline), make(chan *outline, len(order))
	for range runtime.GOMAXPROCS(0) {
		go func() {
			for o := range next {
				for _, dep := range o.deps {
					<-dep.done // it was begun before
				}
				if ctx.Err() == nil {
					r.checkOutline(o, all)
				}
				o.files = nil
				close(o.done)
				finished <- o
			}
		}()
	}
	go func() {
		for _, o := range order {
			next <- o
		}
		close(next)
	}()
	for n := range order {
		<-finished
		if tell != nil {
			tell("reading dependencies", n+1, len(order))
		}
	}
}

// checkOutline type-checks one package. Its errors are in code that is not under check; what they leave out shows up at its uses.
func (r *runner) checkOutline(o *outline, all map[string]*outline) {
	defer func() {
		if x := recover(); x != nil {
			r.fail(o.ImportPath, crash("reading", x))
		}
	}()
	if r.begin(o.pkgMeta, isolate.Reading) != nil {
		return
	}
	defer r.end(o.pkgMeta)
	conf := types.Config{
		Importer: importFunc(func(path string) (*types.Package, error) {
			if path == "unsafe" {
				return types.Unsafe, nil
			}
			id := o.importID(path)
			if dep := all[id]; dep != nil {
				return dep.pkg, nil
			}
			return r.declarations(id)
		}),
		Error:            o.fail,
		Sizes:            types.SizesFor("gc", r.goarch),
		IgnoreFuncBodies: true,
		FakeImportC:      true,
		GoVersion:        o.language(),
	}
	_ = types.NewChecker(&conf, r.fset, o.pkg, nil).Files(o.files)
	if o.bad != nil {
		o.broken = o
	}
	for _, dep := range o.deps {
		o.broken = cmp.Or(o.broken, dep.broken)
	}
	o.pkg.SetImports(flatten(o.pkg.Imports()))
	r.importer.mu.Lock()
	defer r.importer.mu.Unlock()
	r.loaded[o.path()] = o.pkg
}

// fail keeps the first complaint of a package whose declarations must compile without a C compiler and SWIG.
func (o *outline) fail(err error) {
	if o.bad == nil && !o.Standard && len(o.CgoFiles)+len(o.SwigFiles)+len(o.SwigCXXFiles) == 0 {
		o.bad = err
	}
}

// flatten returns packages with all their transitive imports, as export data has them.
func flatten(imports []*types.Package) (all []*types.Package) {
	seen := map[*types.Package]bool{}
	add := func(pkg *types.Package) {
		if !seen[pkg] && pkg != types.Unsafe {
			seen[pkg] = true
			all = append(all, pkg)
		}
	}
	for _, pkg := range imports {
		add(pkg)
		for _, p := range pkg.Imports() { // which are all of them
			add(p)
		}
	}
	return all
}

// outlinePackage returns the types of a package that has no export data.
func (imp *importer) outlinePackage(p *pkgMeta) (*types.Package, error) {
	imp.mu.Lock()
	defer imp.mu.Unlock()
	if pkg := imp.loaded[p.path()]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	if p.Error != nil {
		return nil, errors.New(firstLine(p.Error.Err))
	}
	return nil, errors.New("it could not be read")
}
