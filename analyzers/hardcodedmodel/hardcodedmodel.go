// Package hardcodedmodel finds packages that decide for their importers which model is called.
//
// It is long because a constant is right as a default, in a list or a configuration, for vectors that a package keeps to itself, and in a probe.
package hardcodedmodel

import (
	_ "embed"
	"fmt"
	"go/ast"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "hardcodedmodel", Group: rule.Openness, Cites: principles.SeparatingConcerns, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Requires: []*analysis.Analyzer{llm.Analyzer}, Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	if !pass.Public() {
		return nil
	}
	info := pass.ResultOf[llm.Analyzer].(*llm.Info)
	if len(info.Models) == 0 {
		return nil
	}
	s := sitesOf(info.Flow())
	for _, m := range info.Models {
		if !m.Call || isDefault(pass, m) || s.isOption(m) || s.setting(info, m) || s.isOnlyProbe(m) || strings.HasPrefix(m.Role, "embed") && ownsVectors(pass) {
			continue
		}
		pass.Report(rule.Finding{
			Pos: m.Pos,
			End: m.End,
			Message: fmt.Sprintf("model ID %s is fixed for every importer of package %s; make it a parameter or option and keep %[1]s as its default",
				rule.Quote(m.ID), pass.Pkg.Name()),
			Trace: rule.Steps(m.Trace),

			Confidence: rule.ConfidenceOf(m.Likely),
		})
	}
	return nil
}

// isDefault reports whether a model stands where a package sets a default for whoever sets nothing: in its init, or in an exported
// function that says so in its name.
func isDefault(pass *rule.Pass, m *llm.Model) bool {
	for _, n := range pass.Enclosing(m.Pos) {
		if fn, ok := n.(*ast.FuncDecl); ok && fn.Recv == nil {
			return fn.Name.Name == "init" || fn.Name.IsExported() && strings.Contains(fn.Name.Name, "Default")
		}
	}
	return false
}

func passedToValue(request ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[request] { // a variable that is set to itself, perhaps through another
		return false
	}
	seen[request] = true
	for _, in := range flow.Uses(request) {
		switch in := in.(type) {
		case *ssa.Call:
			if in.Call.StaticCallee() == nil && !in.Call.IsInvoke() {
				return true
			}
		case *ssa.Store: // kept in a variable
			if addr, ok := in.Addr.(*ssa.Alloc); ok && in.Val == request && passedToValue(addr, seen) {
				return true
			}
		case *ssa.UnOp:
			if passedToValue(in, seen) {
				return true
			}
		}
	}
	return false
}
