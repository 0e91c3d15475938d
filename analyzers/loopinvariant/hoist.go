package loopinvariant

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/constant"
	"go/format"
	"go/token"
	"go/types"
	"regexp"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// hoist moves "re := regexp.MustCompile(pattern)" before the loop. It is offered only where this cannot change what the program
// does: the pattern is a constant that compiles, so that the call neither fails nor has an effect; the variable is not
// set again in the loop; and its name means nothing else there.
func hoist(pass *rule.Pass, c inspector.Cursor, l *loop) *analysis.SuggestedFix {
	call := c.Node().(*ast.CallExpr)
	assign, ok := c.Parent().Node().(*ast.AssignStmt)
	if !ok || assign.Tok != token.DEFINE || len(assign.Lhs) != 1 || typeutil.Callee(pass.TypesInfo, call).(*types.Func).FullName() != "regexp.MustCompile" {
		return nil
	}
	pattern := pass.TypesInfo.Types[call.Args[0]].Value
	if pattern == nil {
		return nil
	}
	if _, err := regexp.Compile(constant.StringVal(pattern)); err != nil {
		return nil
	}
	id := assign.Lhs[0].(*ast.Ident)
	scope := pass.Pkg.Scope().Innermost(l.stmt.Pos())
	if scope == nil || !inList(l.at) || !inList(c.Parent()) || !only(pass.TypesInfo, c, id) {
		return nil
	}
	if _, taken := scope.LookupParent(id.Name, token.NoPos); taken != nil {
		return nil
	}
	var text bytes.Buffer
	if format.Node(&text, pass.Fset, assign) != nil {
		return nil
	}
	return &analysis.SuggestedFix{
		Message: fmt.Sprintf("Move %s before the loop", id.Name),
		TextEdits: []analysis.TextEdit{
			{Pos: l.stmt.Pos(), End: l.stmt.Pos(), NewText: append(text.Bytes(), '\n')},
			{Pos: assign.Pos(), End: assign.End()},
		},
	}
}

// only says whether, in the function around c, id is the one place that sets its variable, and no other has its name.
func only(info *types.Info, c inspector.Cursor, id *ast.Ident) bool {
	for fn := range c.Enclosing((*ast.FuncDecl)(nil)) {
		for other := range fn.Preorder((*ast.Ident)(nil)) {
			use := other.Node().(*ast.Ident)
			if use == id || use.Name != id.Name {
				continue
			}
			_, assigned := other.Parent().Node().(*ast.AssignStmt)
			if info.Defs[use] != nil || assigned && other.ParentEdgeKind() == edge.AssignStmt_Lhs {
				return false
			}
		}
		return true
	}
	return false
}

// inList says whether a statement stands in a block, where another can be put before it.
func inList(c inspector.Cursor) bool {
	switch c.Parent().Node().(type) {
	case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
		return true
	}
	return false
}
