package schematag

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
	"github.com/zahariacheck/zahariacheck/analyzers/surface"
)

// checkTools reports tools of which a model cannot tell what they are for, or which of two it calls.
func checkTools(pass *rule.Pass, tools []surface.Tool) {
	described := map[string]surface.Tool{}
	listed := map[string]surface.Tool{} // by name and list
	for _, t := range tools {
		if at := listOf(pass, t.Pos); at != "" {
			key := at + t.Name
			if first, ok := listed[key]; ok {
				pass.ReportAround(t.Pos, rule.Finding{
					Message: fmt.Sprintf("two tools of this list are called %s, so one of them is refused or lost; give each a name of its own", rule.Quote(t.Name)),
					Trace:   []rule.Step{{Pos: first.Pos, Message: "the other one is here"}},
				})
				continue
			}
			listed[key] = t
		}
		if t.Description == "" {
			t.Description = wrappedDescription(pass, t.Pos)
		}
		if t.Description == "" {
			if len(tools) > 1 && hasNoDescription(pass, t.Pos) { // of one tool, a program says with the request that it be called
				pass.ReportAround(t.Pos, rule.Finding{Severity: rule.Info,
					Message: fmt.Sprintf("tool %s has no description, so the model guesses from its name; say what it does, and when to call it", rule.Quote(t.Name))})
			}
			continue
		}
		if letters(t.Description) == letters(t.Name) {
			pass.ReportAround(t.Pos, rule.Finding{Severity: rule.Info,
				Message: fmt.Sprintf("the description of tool %s only repeats its name; say what it does, and when to call it", rule.Quote(t.Name))})
			continue
		}
		if first, ok := described[t.Description]; ok && first.Name != t.Name {
			pass.ReportAround(t.Pos, rule.Finding{Severity: rule.Info,
				Message: fmt.Sprintf("tools %s and %s have the same description, so the model cannot tell which to call; say what sets the two apart", rule.Quote(first.Name), rule.Quote(t.Name)),
				Trace:   []rule.Step{{Pos: first.Pos, Message: "the other one is here"}},
			})
			continue
		}
		described[t.Description] = t
	}
}

// wrappedDescription returns the description of the literal at a position, if it is a constant that a call makes an option, such as openai.String; or "".
func wrappedDescription(pass *rule.Pass, pos token.Pos) string {
	for _, n := range pass.Enclosing(pos) {
		if lit, ok := n.(*ast.CompositeLit); ok && n.Pos() == pos {
			if kv := member(lit, "Description"); kv != nil {
				if call, ok := ast.Unparen(kv.Value).(*ast.CallExpr); ok && len(call.Args) == 1 {
					text, _ := pass.ConstantString(call.Args[0])
					return text
				}
			}
		}
	}
	return ""
}

// hasNoDescription reports whether the declaration at a position leaves the description out, or empty.
func hasNoDescription(pass *rule.Pass, pos token.Pos) bool {
	for _, n := range pass.Enclosing(pos) {
		if n.Pos() != pos {
			return false
		}
		e, ok := n.(ast.Expr)
		if !ok {
			return false
		}
		if call, ok := e.(*ast.CallExpr); ok && !isFunc(pass, call, "NewTool") {
			return slices.ContainsFunc(call.Args, func(a ast.Expr) bool { return isUndescribed(pass, a) })
		}
		if isUndescribed(pass, e) {
			return true
		}
	}
	return false
}

// isUndescribed reports whether an expression is a literal with a field for a description, or mcp-go's NewTool with all its options written out, that sets none.
func isUndescribed(pass *rule.Pass, e ast.Expr) bool {
	if u, ok := e.(*ast.UnaryExpr); ok {
		e = u.X
	}
	switch e := e.(type) {
	case *ast.CompositeLit:
		st := typex.Struct(pass.TypesInfo.TypeOf(e))
		if st == nil || len(e.Elts) == 0 || !hasField(st, "Description") {
			return false
		}
		if kv := member(e, "Description"); kv != nil {
			return isEmptyText(pass, kv.Value)
		}
		_, keyed := e.Elts[0].(*ast.KeyValueExpr)
		return keyed && !assigns(pass, "Description")
	case *ast.CallExpr:
		if e.Ellipsis.IsValid() || !isFunc(pass, e, "NewTool") {
			return false
		}
		for _, a := range e.Args[1:] {
			option, ok := a.(*ast.CallExpr)
			if !ok || isFunc(pass, option, "WithDescription") && (len(option.Args) != 1 || !isEmptyText(pass, option.Args[0])) {
				return false
			}
		}
		return !assigns(pass, "Description")
	}
	return false
}

func isEmptyText(pass *rule.Pass, e ast.Expr) bool {
	text, ok := pass.ConstantString(unwrapped(e))
	return ok && text == ""
}

// isFunc reports whether a call is of a function of that name in another package.
func isFunc(pass *rule.Pass, call *ast.CallExpr, name string) bool {
	fn, ok := typeutil.Callee(pass.TypesInfo, call).(*types.Func)
	return ok && fn.Pkg() != nil && fn.Name() == name && fn.Pkg() != pass.Pkg
}

func hasField(st *types.Struct, name string) bool {
	for f := range st.Fields() {
		if f.Name() == name {
			return true
		}
	}
	return false
}

// assigns reports whether the package sets a field of that name outside a literal.
func assigns(pass *rule.Pass, name string) bool {
	found := false
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			if set, ok := n.(*ast.AssignStmt); ok {
				for _, to := range set.Lhs {
					sel, ok := to.(*ast.SelectorExpr)
					found = found || ok && sel.Sel.Name == name
				}
			}
			return !found
		})
	}
	return found
}

// listOf identifies the list that a tool is declared in: the literal of a slice, or the server of which this block of statements calls a method. It is "" for others.
func listOf(pass *rule.Pass, pos token.Pos) string {
	var call *ast.CallExpr
	for _, n := range pass.Enclosing(pos) {
		switch n := n.(type) {
		case *ast.CompositeLit:
			if t := pass.TypesInfo.TypeOf(n); t != nil {
				if _, ok := t.Underlying().(*types.Slice); ok {
					return fmt.Sprint(n.Pos(), " ")
				}
			}
		case *ast.CallExpr:
			call = n
		case *ast.FuncLit:
			call = nil
		case *ast.BlockStmt:
			if call == nil {
				return ""
			}
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok {
				if id, ok := sel.X.(*ast.Ident); ok {
					if v, ok := pass.TypesInfo.Uses[id].(*types.Var); ok {
						return fmt.Sprint(n.Pos(), " ", v.Name(), " ")
					}
				}
			}
			return ""
		}
	}
	return ""
}
