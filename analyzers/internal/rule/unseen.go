package rule

import (
	"go/ast"
	"go/build"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
)

// Unseen returns the Go files of the package that a pass does not have: those that build constraints leave out, and tests, which
// are compiled apart; those of the package PACKAGE_test among them. It fails if one of them cannot be read whole.
func Unseen(pass *analysis.Pass) (ignored, tests []*ast.File, err error) {
	seen, folders := map[string]bool{}, map[string]bool{}
	for _, f := range pass.Files {
		for _, name := range []string{pass.Fset.PositionFor(f.FileStart, false).Filename, astx.CgoSource(pass.Fset, f)} {
			if name != "" {
				seen[name] = true
				folders[filepath.Dir(name)] = true
			}
		}
	}
	names := slices.Clone(pass.IgnoredFiles)
	for folder := range folders {
		found, _ := filepath.Glob(filepath.Join(escape.Replace(folder), "*_test.go")) // the pattern is a good one
		names = append(names, found...)
	}
	for _, name := range names {
		if base := filepath.Base(name); seen[name] || !strings.HasSuffix(base, ".go") || base[0] == '_' || base[0] == '.' {
			continue
		}
		seen[name] = true
		f, err := parseRegular(name, parser.SkipObjectResolution)
		if err != nil {
			return nil, nil, err
		}
		switch test := strings.HasSuffix(name, "_test.go"); {
		case test && strings.TrimSuffix(f.Name.Name, "_test") == strings.TrimSuffix(pass.Pkg.Name(), "_test"):
			tests = append(tests, f)
		case !test && f.Name.Name == pass.Pkg.Name():
			ignored = append(ignored, f)
		}
	}
	return ignored, tests, nil
}

// varies reports whether a package is made of other files on other platforms or with other build tags. A file that cannot be read
// is taken for one of them.
func varies(pass *analysis.Pass) bool {
	return slices.ContainsFunc(pass.Files, func(f *ast.File) bool { return Constrained(pass.Fset, f) }) ||
		slices.ContainsFunc(pass.IgnoredFiles, func(name string) bool {
			if !strings.HasSuffix(name, ".go") {
				return false
			}
			f, err := parseRegular(name, parser.PackageClauseOnly)
			return err != nil || f.Name.Name == pass.Pkg.Name()
		})
}

// escape makes a pattern that a name matches.
var escape = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`)

// parseRegular parses a file. One that is no regular file could never end.
func parseRegular(name string, mode parser.Mode) (*ast.File, error) {
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		err = &os.PathError{Op: "read", Path: name, Err: os.ErrInvalid}
	}
	if err != nil {
		return nil, err
	}
	return parser.ParseFile(token.NewFileSet(), name, nil, mode)
}

// Constrained reports whether a file is a part of its package on some platforms only, or with some build tags, by its name or
// by what it says.
func Constrained(fset *token.FileSet, f *ast.File) bool {
	name := filepath.Base(fset.PositionFor(f.FileStart, false).Filename)
	if !strings.HasSuffix(name, ".go") && !astx.IsTranslated(f) {
		return false // cgo adds it to the files that it translates
	}
	for _, g := range f.Comments {
		if g.Pos() > f.Package {
			break
		}
		for _, c := range g.List {
			if constraint.IsGoBuild(c.Text) || constraint.IsPlusBuild(c.Text) {
				return true
			}
		}
	}
	if imports(f, "C") || astx.IsTranslated(f) {
		return true
	}
	byName := build.Context{GOOS: "none", GOARCH: "none", Compiler: "none", OpenFile: func(string) (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader("package p")), nil
	}}
	ok, err := byName.MatchFile("", name)
	return err == nil && !ok
}
