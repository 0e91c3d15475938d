package agentloop

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// A loop is one natural loop of a function.
type loop struct{ *ssax.Loop }

// An exitCondition is a condition on which the loop exits, if it is true or if it is false.
type exitCondition struct {
	cond ssa.Value
	when bool
}

// exitConditions returns the conditions on which the loop exits. The body of a range over a function is a function of its own:
// its conditions are included.
func (l *loop) exitConditions() []exitCondition {
	var out []exitCondition
	for _, b := range l.Head.Parent().Blocks {
		if !l.Blocks[b] {
			continue
		}
		for _, in := range b.Instrs {
			if mc, ok := in.(*ssa.MakeClosure); ok && mc.Fn.(*ssa.Function).Synthetic == "range-over-func yield" {
				for _, cond := range conditions(mc.Fn.(*ssa.Function)) {
					out = append(out, exitCondition{cond, true})
				}
			}
		}
		if end, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok && !(l.Blocks[b.Succs[0]] && l.Blocks[b.Succs[1]]) {
			out = append(out, exitCondition{end.Cond, !l.Blocks[b.Succs[0]]})
		}
	}
	return out
}

// conditions returns the conditions alone.
func (l *loop) conditions() []ssa.Value {
	var out []ssa.Value
	for _, exit := range l.exitConditions() {
		out = append(out, exit.cond)
	}
	return out
}

func conditions(fn *ssa.Function) []ssa.Value {
	var out []ssa.Value
	for _, b := range fn.Blocks {
		if end, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok {
			out = append(out, end.Cond)
		}
	}
	return out
}

// statement returns the for statement that a loop was made of, or nil: a range ends by itself, and goto is not followed.
func (l *loop) statement() *ast.ForStmt {
	syntax := l.Head.Parent().Syntax()
	if syntax == nil {
		return nil
	}
	var found ast.Node
	ast.Inspect(syntax, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			if l.isWithin(n) {
				found = n // the innermost one comes last
			}
		}
		return true
	})
	stmt, _ := found.(*ast.ForStmt)
	return stmt
}

// isWithin reports whether the whole loop is inside n.
func (l *loop) isWithin(n ast.Node) bool {
	for b := range l.Blocks {
		for _, in := range b.Instrs {
			if _, phi := in.(*ssa.Phi); phi { // has the position of the variable
				continue
			}
			if pos := in.Pos(); pos != token.NoPos && (pos < n.Pos() || pos >= n.End()) {
				return false
			}
		}
	}
	return true
}
