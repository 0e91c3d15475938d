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
	// To ask for the fact of a package that has none would have it read again, in case that it was left out.
	d.varied = slices.ContainsFunc(pass.AllPackageFacts(), func(f analysis.PackageFact) bool {
		_, ok := f.Fact.(*varied)
		return ok && f.Package != pass.Pkg
	})
	if m := pass.Module; m != nil && m.Path != "" && m.Path != "std" && m.Path != "cmd" && m.Version == "" && (d.varied || varies(pass)) {
		pass.ExportPackageFact(new(varied)) // of what is not under check nothing is asked
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

// A Need is what is known of a comment that holds nothing back in a pass.
type Need int

const (
	Needless  Need = iota // it does so nowhere
	Elsewhere             // it may do so where the package has other files
	Unproven              // it may do so with or without tests, or where a package that is imported has other files
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
