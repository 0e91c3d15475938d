package rule

import (
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// varied is the fact that a package of the code under check is made of other files on other platforms, or with other build
// tags, or imports one that is.
type varied struct{}

func (*varied) AFact()         {}
func (*varied) String() string { return "varied" }

// markVaried exports whether the package differs between builds, for comments that suppress nothing here, and reads it from imports.
func (d *Directives) markVaried(pass *analysis.Pass) {
	// Importing the fact of a package without one would make the driver read the package again, in case the fact was deferred.
	d.varied = slices.ContainsFunc(pass.AllPackageFacts(), func(f analysis.PackageFact) bool {
		_, ok := f.Fact.(*varied)
		return ok && f.Package != pass.Pkg
	})
	if m := pass.Module; m != nil && m.Path != "" && m.Path != "std" && m.Path != "cmd" && m.Version == "" && (d.varied || varies(pass)) {
		pass.ExportPackageFact(new(varied)) // the fact is used only within the code under check
	}
	if len(d.Allows) == 0 {
		return
	}
	ignored, tests, err := Unseen(pass)
	d.changes = err != nil || len(ignored) > 0
	d.untested = slices.ContainsFunc(tests, func(f *ast.File) bool { return f.Name.Name == pass.Pkg.Name() })
	d.tested = slices.ContainsFunc(pass.Files, func(f *ast.File) bool { return isTest(pass.Fset.PositionFor(f.FileStart, false).Filename) })
	for _, f := range pass.Files {
		if Constrained(pass.Fset, f) {
			d.constrained = append(d.constrained, pass.Fset.PositionFor(f.FileStart, false).Filename)
		}
	}
}

// A Need says whether a comment that suppresses nothing in a pass may be needed in another.
type Need int

const (
	Needless  Need = iota // in none
	Elsewhere             // where the package has other files
	Unproven              // with or without tests, or where an imported package has other files
)

// Need reports whether a comment that is not used may be needed in another pass: on another platform, with other build tags, or with
// tests, which other passes of the run have if tests is true.
func (d *Directives) Need(a *Allow, tests bool) Need {
	others := slices.ContainsFunc(d.constrained, func(file string) bool { return file != a.file })
	switch {
	case d.changes, others, tests && d.untested: // the pass with the tests will tell
		return Elsewhere
	case d.varied, d.untested, d.tested && !isTest(a.file):
		return Unproven
	}
	return Needless
}

func isTest(file string) bool { return strings.HasSuffix(file, "_test.go") }
