package toolcall

import (
	"go/ast"
	"go/types"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

const (
	messageType = "github.com/tmc/langchaingo/llms.MessageContent"
	callType    = "github.com/tmc/langchaingo/llms.ToolCall"
	resultType  = "github.com/tmc/langchaingo/llms.ToolCallResponse"
)

// checkParts reports a tool call or a result that is appended to the parts of a message, in a package that uses an adapter which sends
// the first part of such a message: where it is not the first, it is dropped. An append outside of a loop, to a message that is made empty,
// adds the first.
func (c *checker) checkParts() {
	for _, f := range c.pass.Files {
		for n := range ast.Preorder(f) {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) < 2 {
				continue
			}
			if id, ok := ast.Unparen(call.Fun).(*ast.Ident); !ok || c.pass.TypesInfo.Uses[id] != types.Universe.Lookup("append") {
				continue
			}
			parts, ok := ast.Unparen(call.Args[0]).(*ast.SelectorExpr)
			if !ok || parts.Sel.Name != "Parts" || !isNamed(c.pass.TypesInfo.TypeOf(parts.X), messageType) {
				continue
			}
			if part := c.pass.TypesInfo.TypeOf(call.Args[1]); !isNamed(part, callType) && !isNamed(part, resultType) {
				continue
			}
			if len(call.Args) > 2 || c.inLoop(call, parts.X) || c.hasText(parts.X) {
				c.pass.Report(rule.Finding{Pos: call.Pos(), End: call.End(),
					Message: "the adapter sends only the first of " + types.ExprString(parts) + ", so the model never sees this tool call or result; send each in a message of its own"})
			}
		}
	}
}

// inLoop reports whether a call stands in a loop of its function, and the message that it appends to is older than the loop.
func (c *checker) inLoop(call *ast.CallExpr, message ast.Expr) bool {
	var made types.Object
	if id, ok := ast.Unparen(message).(*ast.Ident); ok {
		made = c.pass.TypesInfo.Uses[id]
	}
	for _, n := range c.pass.Enclosing(call.Pos()) {
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			if made == nil || made.Pos() < n.Pos() {
				return true
			}
		case *ast.FuncDecl, *ast.FuncLit:
			return false
		}
	}
	return false
}

// hasText reports whether a variable is a message that a call made, such as that of TextParts.
func (c *checker) hasText(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	for _, f := range c.pass.Files {
		for n := range ast.Preorder(f) {
			a, ok := n.(*ast.AssignStmt)
			if !ok || len(a.Lhs) != 1 || len(a.Rhs) != 1 {
				continue
			}
			left, ok := a.Lhs[0].(*ast.Ident)
			if !ok || c.pass.TypesInfo.ObjectOf(left) != c.pass.TypesInfo.Uses[id] {
				continue
			}
			if call, ok := a.Rhs[0].(*ast.CallExpr); ok {
				if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "TextParts" {
					return true
				}
			}
		}
	}
	return false
}
