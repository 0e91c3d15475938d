package check

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/gcexportdata"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// A sourcePkg is one package that is read from source.
type sourcePkg struct {
	*pkgMeta
	requested bool  // matched by a pattern: its findings are reported
	bad       error // why it does not compile
	deps      []*sourcePkg
	preds     []*sourcePkg
	wait      int // dependencies that are not done

	types *types.Package
	facts factSet
	said  findingSets

	broken *outline // what it depends on and cannot be read, see broken.go

	varies bool // other builds have other files of it, or of what it imports under check

	linked *analyzers.Unit // the package as the linker sees it, see link.go

	state    state                // that its facts come from
	deferred map[string]*deferred // facts that are computed only on demand, by type; see deferred.go
	wanted   string               // of a second pass over a package: the type of the deferred fact that it computes
}

// A source is a package's syntax and types, which live only while it is analysed.
type source struct {
	files []*ast.File
	info  *types.Info
	err   error // the first error

	parsed bool // the files are whole, whatever is wrong with their types
}

// An importer provides the types of the imports of source packages.
type importer struct {
	fset  *token.FileSet
	byID  map[string]*pkgMeta
	units map[string]*sourcePkg

	platform
	overlay map[string][]byte // contents that stand in for those of files
	trial   bool              // they are not yet those of the code under check
	origins *origins
	times   *Times

	mu     sync.Mutex // export data is read by one goroutine at a time
	loaded map[string]*types.Package
}

// withContents returns an importer that sees other contents of files. It shares no loaded packages with the original.
func (imp *importer) withContents(contents map[string][]byte) *importer {
	overlay := maps.Clone(imp.overlay)
	if overlay == nil {
		overlay = map[string][]byte{}
	}
	maps.Copy(overlay, contents)
	return &importer{
		trial:    true,
		fset:     imp.fset,
		byID:     imp.byID,
		units:    maps.Clone(imp.units),
		platform: imp.platform,
		overlay:  overlay,
		origins:  imp.origins,
		loaded:   imp.loaded,
	}
}

// load reads and type-checks a package. Its dependencies must be loaded.
func (imp *importer) load(u *sourcePkg) *source {
	s := &source{info: &types.Info{
		Types:        map[ast.Expr]types.TypeAndValue{},
		Defs:         map[*ast.Ident]types.Object{},
		Uses:         map[*ast.Ident]types.Object{},
		Implicits:    map[ast.Node]types.Object{},
		Instances:    map[*ast.Ident]types.Instance{},
		Scopes:       map[ast.Node]*types.Scope{},
		Selections:   map[*ast.SelectorExpr]*types.Selection{},
		FileVersions: map[*ast.File]string{},
	}}
	fail := func(err error) {
		if s.err == nil {
			s.err = err
		}
	}
	stop := imp.times.start("syntax")
	consts := constants{}
	for _, name := range u.sources() {
		f, err := imp.parse(u, name, consts)
		if err != nil {
			fail(err)
		}
		if f != nil {
			s.files = append(s.files, f)
		}
	}
	stop()
	if name := consts.tooLong(); name != "" {
		fail(fmt.Errorf("constant %s is a string of more than %d MB", name, maxConstant>>20))
		s.files = nil
	}
	if u.Error != nil && !strings.HasPrefix(u.Error.Err, "#") { // the go command refuses the package; else its compiler spoke
		fail(errors.New(strings.TrimPrefix(u.Error.Pos+": "+strings.TrimSpace(u.Error.Err), ": ")))
	}
	s.parsed = s.err == nil
	conf := imp.config(u, fail)
	u.types = types.NewPackage(u.path(), u.Name)
	stop = imp.times.start("types")
	err := types.NewChecker(&conf, imp.fset, u.types, s.info).Files(s.files)
	stop()
	if err != nil {
		fail(err)
	}
	if u.Error != nil {
		fail(errors.New(u.Error.Err)) // the compiler rejects what go/types takes
	}
	return s
}

// config is how a package is type-checked.
func (imp *importer) config(u *sourcePkg, fail func(error)) types.Config {
	return types.Config{
		Importer:  importFunc(func(path string) (*types.Package, error) { return imp.resolve(u, path) }),
		Error:     fail,
		Sizes:     types.SizesFor("gc", imp.goarch),
		GoVersion: u.language(),
		// A package outside of the code under check is read from source only because it depends on that code: its API suffices.
		IgnoreFuncBodies: !u.local() && !u.requested,
	}
}

// maxDepth bounds syntax trees. The type checker takes time that grows with the square of the depth: 14 s for a chain of
// 20,000 else-ifs. Types nested 9,000 deep it takes at once.
const maxDepth = 10_000

// tooDeep reports whether a file goes beyond that, and gathers its constants.
func tooDeep(f *ast.File, consts constants) bool {
	depth, deepest := 0, 0
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil {
			depth--
			return true
		}
		if decl, ok := n.(*ast.GenDecl); ok {
			consts.add(decl)
		}
		depth++
		deepest = max(deepest, depth)
		return true
	})
	return deepest > maxDepth
}

// parse reads a file of a package.
func (imp *importer) parse(u *sourcePkg, name string, consts constants) (*ast.File, error) {
	src, err := imp.text(name)
	if err != nil {
		return nil, err
	}
	text := src
	if file, rest := u.translated(name, src); file != "" {
		if src, err = contents(file); err != nil {
			return nil, err
		}
		name, text = file, rest
		imp.origins.addTranslation(name, translationOf(src))
	}
	f, err := parser.ParseFile(imp.fset, name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err == nil && tooDeep(f, consts) {
		return nil, fmt.Errorf("%s: nested too deep", name)
	}
	if err == nil && u.requested && !imp.trial {
		imp.origins.add(name, src, f, u.pkgMeta)
	}
	return f, err
}

// text returns what a file holds, in the overlay or else on the disk.
func (imp *importer) text(name string) ([]byte, error) {
	if text, given := imp.overlay[name]; given {
		return text, nil
	}
	return contents(name)
}

// contents reads a regular file. A device or a pipe under the name of a Go file could never end.
func contents(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: not a regular file", name)
	}
	return os.ReadFile(name)
}

// resolve returns the package that an import path in package u refers to.
func (imp *importer) resolve(u *sourcePkg, path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	id := u.importID(path)
	if dep := imp.units[id]; dep != nil {
		if !slices.Contains(u.deps, dep) {
			return nil, errors.New("import cycle") // go list gave it after u
		}
		if dep.types == nil {
			return nil, errors.New("it could not be read")
		}
		return dep.types, nil
	}
	return imp.declarations(id)
}

// declarations returns the types of a package, by its ID, of which only the declarations are known.
func (imp *importer) declarations(id string) (*types.Package, error) {
	p := imp.byID[id]
	if p == nil {
		return nil, errors.New("no such package")
	}
	if p.Export == "" {
		return imp.outlinePackage(p)
	}
	return imp.fromExportData(p)
}

// fromExportData reads the types of a package from its export data, with those of the packages that it mentions.
func (imp *importer) fromExportData(p *pkgMeta) (*types.Package, error) {
	imp.mu.Lock()
	defer imp.mu.Unlock()
	if pkg := imp.loaded[p.path()]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	defer imp.times.start("export data (part of types)")()
	f, err := os.Open(p.Export)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := gcexportdata.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("export data of %s: %v", p.ImportPath, err)
	}
	pkg, err := gcexportdata.Read(r.(io.Reader), imp.fset, imp.loaded, p.path())
	if err != nil {
		return nil, fmt.Errorf("export data of %s: %v", p.ImportPath, err)
	}
	return pkg, nil
}

type importFunc func(path string) (*types.Package, error)

func (f importFunc) Import(path string) (*types.Package, error) { return f(path) }

// complaint returns the error of a package that does not compile in one line, with file and line.
func complaint(dir string, err error) string {
	at := func(p token.Position, msg string) string {
		msg, _, _ = strings.Cut(msg, "\n")
		if p.Filename = relative(dir, p.Filename); p.Filename == "" {
			return msg
		}
		return fmt.Sprintf("%s: %s", p, msg)
	}
	var list scanner.ErrorList
	var typeErr types.Error
	switch {
	case errors.As(err, &list) && len(list) > 0:
		return "does not compile: " + at(list[0].Pos, list[0].Msg)
	case errors.As(err, &typeErr):
		return "does not compile: " + at(typeErr.Fset.PositionFor(typeErr.Pos, false), typeErr.Msg)
	}
	return strings.TrimPrefix(firstLine(err.Error()), dir+string(filepath.Separator))
}
