// Package settings is the part of a driver's settings that the analyzers below the rules read. They require [Analyzer], so that
// each run has settings of its own; package rule sets them.
package settings

import (
	"go/token"
	"go/types"
	"io"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// An Engine is what a driver decides about the analyzers below the rules.
type Engine struct {
	// Tests makes _test.go files count: off unless asked for.
	Tests bool
	// ReportIncomplete is called, by several goroutines at once, for code of a package that is not followed because it is too large.
	ReportIncomplete func(pkg *types.Package, pos token.Pos, what string)
	// DeferFacts reports whether a pass is to leave out a fact about its package that is expensive to compute and rarely needed:
	// the driver will run the analyzer on the package again, with the fact, once another package imports it.
	DeferFacts func(pkg *types.Package, fact analysis.Fact) bool

	extended *catalogue.Catalogue // nil if nothing is added to the built-in catalogue
}

// Catalogue returns what is known of SDKs.
func (e *Engine) Catalogue() *catalogue.Catalogue {
	if e.extended != nil {
		return e.extended
	}
	return catalogue.Default() // loaded only where it is needed: go vet starts a process for each package of the standard library
}

// AddCatalogue adds the rows of r to the catalogue of these settings. The error joins all that is wrong, each as "name:line: what was
// expected".
func (e *Engine) AddCatalogue(name string, r io.Reader) error {
	if e.extended == nil {
		e.extended = catalogue.Load()
	}
	return e.extended.Add(name, r)
}

// Default returns the settings of a driver that sets nothing.
func Default() *Engine {
	return &Engine{
		ReportIncomplete: func(*types.Package, token.Pos, string) {},
		DeferFacts:       func(*types.Package, analysis.Fact) bool { return false },
	}
}

// Analyzer has the settings as its result. As it stands it returns the default; drivers put another result in its place.
var Analyzer = &analysis.Analyzer{
	Name:             "zcengine",
	Doc:              "the settings of the analyzers below the rules",
	RunDespiteErrors: true,
	ResultType:       reflect.TypeFor[*Engine](),
	Run:              func(*analysis.Pass) (any, error) { return Default(), nil },
}

// Of returns the settings that a pass, which requires [Analyzer], runs with.
func Of(pass *analysis.Pass) *Engine { return pass.ResultOf[Analyzer].(*Engine) }
