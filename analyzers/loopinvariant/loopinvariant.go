// Package loopinvariant finds costly work that a loop repeats though its outcome is the same on every turn.
//
// It is long because it proves that nothing in the loop can change the outcome, that the call runs often, and that the fix may move it.
package loopinvariant

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{
		Name: "loopinvariant", Group: rule.Cost,
		Cites: principles.TheMapReduceBottleneck,
		Also:  []principles.ID{principles.TheCPUShift},
		Doc:   doc, Tier: rule.Preview,
		Since: "v0.1.0",
		Wants: wantsFiles,
		Run:   run,
	}
	Analyzer = Rule.Analyzer()
)

// wantsFiles asks for an import of a package that work names.
func wantsFiles(pass *rule.Pass) bool {
	return astx.Imports(pass.Files, func(path string) bool { return packages[path] })
}

// hasWork reports whether a package calls any function that work names, which few do of those that import its package.
func hasWork(info *types.Info) bool {
	for _, obj := range info.Uses {
		if fn, ok := obj.(*types.Func); ok && fn.Pkg() != nil && packages[fn.Pkg().Path()] {
			if _, ok := work[fn.FullName()]; ok {
				return true
			}
		}
	}
	return false
}

func run(pass *rule.Pass) error {
	if !hasWork(pass.TypesInfo) {
		return nil
	}
	for c := range inspector.New(pass.Files).Root().Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		fn, ok := typeutil.Callee(pass.TypesInfo, call).(*types.Func)
		if !ok {
			continue
		}
		job, ok := work[fn.FullName()]
		if !ok {
			continue
		}
		l := loopAround(pass.TypesInfo, c)
		if l == nil || !l.repeats(call, job) {
			continue
		}
		cites := principles.TheMapReduceBottleneck
		if job == compiles {
			cites = principles.TheCPUShift
		}
		pass.Report(rule.Finding{
			Pos:     call.Pos(),
			End:     astx.LineEnd(pass.Fset, call),
			Cites:   cites,
			Message: fmt.Sprintf("%s %s on every turn of the loop; do it once, before the loop", types.ExprString(call.Fun), job),
			Trace:   []rule.Step{{Pos: l.stmt.Pos(), Message: "in this loop nothing that the call depends on changes"}},
			Fix:     hoist(pass, c, l),
		})
	}
	return nil
}
