package emptyresponse

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// fix inserts a check of the length right behind the check of the call's error, as in
//
//	resp, err := c.Create(ctx, req)
//	if err != nil {
//		return "", err
//	}
//
// It is offered only where each run that passes there comes to the index, with nothing between that can leave, fill the list
// or be seen by others: then the program changes only where it would have panicked. The function must not recover, must return an error
// last, all other results must have a zero value without a name, and the file must import errors or fmt.
func fix(pass *rule.Pass, x *ast.IndexExpr, path []ast.Node) *analysis.SuggestedFix {
	list := types.ExprString(x.X)
	root := rootOf(x.X)
	if root == nil {
		return nil
	}
	block, at := statement(path)
	if block == nil || !isAlwaysEvaluated(pass.TypesInfo, x, path) || recovers(pass.TypesInfo, path) {
		return nil
	}
	for at--; at > 0; at-- {
		if check, ok := block.List[at].(*ast.IfStmt); ok {
			if !checksError(pass.TypesInfo, check, block.List[at-1], root) {
				return nil
			}
			leave := returns(pass, path, check.End())
			place, indent, ok := lineBelow(pass, check)
			if leave == "" || !ok {
				return nil
			}
			return &analysis.SuggestedFix{
				Message: "return an error if " + list + " is empty",
				TextEdits: []analysis.TextEdit{{Pos: place, End: place, NewText: fmt.Appendf(nil,
					"%[1]sif len(%[2]s) == 0 {\n%[1]s\t%[3]s\n%[1]s}\n", indent, list, leave)}},
			}
		}
		if !hasNoEffect(pass.TypesInfo, block.List[at], root) {
			return nil
		}
	}
	return nil
}

// lineBelow returns where the line below a statement starts, and how the statement is indented. It is not ok if other code stands on
// the lines of the statement.
func lineBelow(pass *rule.Pass, stmt ast.Stmt) (place token.Pos, indent string, ok bool) {
	file := pass.Fset.File(stmt.Pos())
	src, err := pass.ReadFile(file.Name())
	last := file.Line(stmt.End())
	if err != nil || len(src) != file.Size() || last == file.LineCount() {
		return 0, "", false
	}
	indent = string(src[file.Offset(file.LineStart(file.Line(stmt.Pos()))):file.Offset(stmt.Pos())])
	place = file.LineStart(last + 1)
	rest := strings.TrimSpace(string(src[file.Offset(stmt.End()):file.Offset(place)]))
	return place, indent, strings.TrimSpace(indent) == "" && (rest == "" || strings.HasPrefix(rest, "//"))
}

// rootOf returns the variable at the start of a chain of names, or nil for another expression.
func rootOf(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.SelectorExpr:
			e = x.X
		default:
			return nil
		}
	}
}

// statement returns the innermost block around the start of a path, and the index of the statement there that the path leads to.
func statement(path []ast.Node) (block *ast.BlockStmt, at int) {
	for i, n := range path[1:] {
		switch n := n.(type) {
		case *ast.BlockStmt:
			stmt, _ := path[i].(ast.Stmt)
			return n, slices.Index(n.List, stmt)
		case *ast.FuncLit, *ast.FuncDecl, *ast.CaseClause, *ast.CommClause:
			return nil, 0
		}
	}
	return nil, 0
}

// returns is the statement that leaves the function around a path with an error, or "" where there is none.
func returns(pass *rule.Pass, path []ast.Node, at token.Pos) string {
	var sig *types.Signature
	for _, n := range path {
		if lit, ok := n.(*ast.FuncLit); ok {
			sig, _ = pass.TypesInfo.TypeOf(lit).(*types.Signature)
			break
		}
		if decl, ok := n.(*ast.FuncDecl); ok {
			sig = pass.TypesInfo.Defs[decl.Name].(*types.Func).Signature()
			break
		}
	}
	file, _ := path[len(path)-1].(*ast.File)
	if sig == nil || file == nil || sig.Results().Len() == 0 {
		return ""
	}
	last := sig.Results().Len() - 1
	if !types.Identical(sig.Results().At(last).Type(), types.Universe.Lookup("error").Type()) {
		return ""
	}
	call := ""
	if name := importName(file, "errors"); name != "" {
		call = name + ".New"
	} else if name := importName(file, "fmt"); name != "" {
		call = name + ".Errorf"
	}
	if call == "" || call[0] == '_' || call[0] == '.' {
		return ""
	}
	names := []string{"len", "nil", "false"}
	var results []string
	for i := range last {
		z, ok := zeroValue(sig.Results().At(i).Type())
		if !ok {
			return ""
		}
		results = append(results, z)
	}
	scope := pass.Pkg.Scope().Innermost(at)
	if scope == nil {
		return ""
	}
	for _, name := range names {
		if _, obj := scope.LookupParent(name, at); obj != types.Universe.Lookup(name) {
			return "" // it means something else here
		}
	}
	pkg, _, _ := strings.Cut(call, ".")
	if _, obj := scope.LookupParent(pkg, at); obj == nil || !isPackage(obj) {
		return ""
	}
	return fmt.Sprintf("return %s", strings.Join(append(results, call+`("the model gave no answer")`), ", "))
}

func isPackage(obj types.Object) bool {
	_, ok := obj.(*types.PkgName)
	return ok
}
