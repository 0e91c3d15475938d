package emptyresponse

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// fix inserts the check before the statement, where the function returns an error last, all other results have a zero
// value without a name, the list is a chain of names, and the file imports errors or fmt. Otherwise it is nil.
func fix(pass *rule.Pass, list string, path []ast.Node) *analysis.SuggestedFix {
	if strings.ContainsAny(list, "()[]{}*&") {
		return nil
	}
	var stmt ast.Stmt
	var sig *types.Signature
	for i, n := range path {
		if s, ok := n.(ast.Stmt); ok && stmt == nil && i+1 < len(path) {
			if _, block := path[i+1].(*ast.BlockStmt); !block {
				return nil // the head of an if or a for, a case: no place for a statement before it
			}
			if _, plain := s.(*ast.BlockStmt); plain {
				return nil
			}
			stmt = s
		}
		switch f := n.(type) {
		case *ast.FuncLit:
			sig, _ = pass.TypesInfo.TypeOf(f).(*types.Signature)
		case *ast.FuncDecl:
			sig = pass.TypesInfo.Defs[f.Name].(*types.Func).Signature()
		}
		if sig != nil {
			break
		}
	}
	file, _ := path[len(path)-1].(*ast.File)
	if stmt == nil || sig == nil || file == nil || sig.Results().Len() == 0 {
		return nil
	}
	last := sig.Results().Len() - 1
	if !flow.IsError(sig.Results().At(last).Type()) {
		return nil
	}
	make := ""
	if name := importName(file, "errors"); name != "" {
		make = name + ".New"
	} else if name := importName(file, "fmt"); name != "" {
		make = name + ".Errorf"
	}
	if make == "" || make[0] == '_' || make[0] == '.' {
		return nil
	}
	var results []string
	for i := range last {
		z, ok := zero(sig.Results().At(i).Type())
		if !ok {
			return nil
		}
		results = append(results, z)
	}
	results = append(results, fmt.Sprintf("%s(%q)", make, "the model gave no answer"))
	indent := strings.Repeat("\t", max(pass.Fset.Position(stmt.Pos()).Column-1, 0))
	text := fmt.Sprintf("if len(%s) == 0 {\n%s\treturn %s\n%s}\n%s", list, indent, strings.Join(results, ", "), indent, indent)
	return &analysis.SuggestedFix{
		Message:   "return an error if " + list + " is empty",
		TextEdits: []analysis.TextEdit{{Pos: stmt.Pos(), End: stmt.Pos(), NewText: []byte(text)}},
	}
}
