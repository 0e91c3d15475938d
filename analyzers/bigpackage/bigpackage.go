// Package bigpackage finds packages that are large and fall into parts that could stand alone.
//
// It is long because a part that could stand alone has to be found in the graph of all references of a package, generated code and its like left out.
package bigpackage

import (
	_ "embed"
	"flag"
	"fmt"
	"go/ast"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule     = &rule.Rule{Name: "bigpackage", Group: rule.Design, Cites: principles.ManagingAbstractions, Doc: doc, Tier: rule.Preview, Since: "v0.1.0", Options: declareOptions, Wants: wants, RunDespiteErrors: true, Run: run}
	Analyzer = Rule.Analyzer()
)

// sizes are numbers of exported types and functions. 132 is the 98th percentile of real packages.
type sizes struct {
	large int // from here on, a package is reported if it can be split
	huge  int // above this, it is reported even if it cannot
}

func declareOptions(fs *flag.FlagSet) any {
	o := new(sizes)
	fs.IntVar(&o.large, "large", 90, "least number of exported types and functions in a package that is reported if it can be split")
	fs.IntVar(&o.huge, "huge", 250, "number of exported types and functions above which a package is reported even if it cannot be split")
	return o
}

// catchall are the names that say nothing about what belongs in a package: it fills up sooner.
var catchall = []string{"shared", "common", "util", "utils", "helpers", "types", "core", "base", "misc", "lib"}

const (
	catchallShare = 3 // a package with such a name is large at two thirds of the size: 60 for 90
	minPart       = 8 // exported declarations that are worth a package of their own
)

// wants reports whether a package, with its tests, is large.
func wants(pass *rule.Pass) bool { return pass.Options.(*sizes).isLarge(pass.Files) }

// isLarge reports whether the files of a package are large. It needs no types.
func (o *sizes) isLarge(files []*ast.File) bool {
	if len(files) == 0 || files[0].Name.Name == "main" {
		return false
	}
	gate := o.large
	if slices.Contains(catchall, files[0].Name.Name) {
		gate -= gate / catchallShare
	}
	return len(exportedDecls(handwrittenFiles(files))) >= gate
}

func run(pass *rule.Pass) error {
	files := slices.DeleteFunc(slices.Clone(pass.Files), func(f *ast.File) bool {
		return strings.HasSuffix(pass.Fset.Position(f.FileStart).Filename, "_test.go")
	})
	o := pass.Options.(*sizes)
	if !o.isLarge(files) || isExempt(files) {
		return nil
	}
	files = handwrittenFiles(files)
	n := len(exportedDecls(files))
	g := references(pass.Fset, pass.TypesInfo, pass.Pkg, files)
	parts, loose := g.parts()
	if loose*10 > n*7 {
		return nil // a folder of many small things that do not know each other, such as plugins or options
	}
	if p := g.separable(parts); p != nil {
		report(pass, files, fmt.Sprintf("package %s exports %d types and functions in %d separable parts; move %s to a package of their own",
			pass.Pkg.Name(), n, len(parts), p.exports(2)), steps(parts, p))
	} else if n > o.huge {
		report(pass, files, fmt.Sprintf("package %s exports %d types and functions, more than %d; unexport what nobody needs and move what only some users need to other packages",
			pass.Pkg.Name(), n, o.huge), nil)
	}
	return nil
}

// report puts the finding on the package clause of the file that documents the package, or of its first.
func report(pass *rule.Pass, files []*ast.File, message string, trace []rule.Step) {
	at := files[0]
	if i := slices.IndexFunc(files, func(f *ast.File) bool { return f.Doc != nil }); i >= 0 {
		at = files[i]
	}
	pass.Report(rule.Finding{Pos: at.Package, End: at.Name.End(), Message: message, Trace: trace})
}
