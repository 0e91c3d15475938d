package agentloop

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// A loop is one natural loop of a function: all the blocks from which its head can be reached again without leaving it.
type loop struct {
	head    *ssa.BasicBlock
	blocks  map[*ssa.BasicBlock]bool
	latches []*ssa.BasicBlock // where a turn ends
}

// loopsOf returns the natural loops of a function, in the order of their heads.
func loopsOf(fn *ssa.Function) []*loop {
	var out []*loop
	for _, head := range fn.Blocks {
		l := &loop{head: head, blocks: map[*ssa.BasicBlock]bool{head: true}}
		for _, latch := range head.Preds {
			if head.Dominates(latch) {
				l.latches = append(l.latches, latch)
				l.reach(latch)
			}
		}
		if len(l.latches) > 0 {
			out = append(out, l)
		}
	}
	return out
}

func (l *loop) reach(b *ssa.BasicBlock) {
	if l.blocks[b] {
		return
	}
	l.blocks[b] = true
	for _, p := range b.Preds {
		l.reach(p)
	}
}

// eachTurn reports whether a turn that went through b can be followed by another: b is on every way to one of the latches.
func (l *loop) eachTurn(b *ssa.BasicBlock) bool {
	for _, latch := range l.latches {
		if b.Dominates(latch) {
			return true
		}
	}
	return false
}

// exits returns the conditions on which the loop is left. The body of a range over a function is a function of its own:
// what it asks before it returns is among them.
func (l *loop) exits() []ssa.Value {
	var out []ssa.Value
	for _, b := range l.head.Parent().Blocks {
		if !l.blocks[b] {
			continue
		}
		for _, in := range b.Instrs {
			if mc, ok := in.(*ssa.MakeClosure); ok && mc.Fn.(*ssa.Function).Synthetic == "range-over-func yield" {
				out = append(out, conditions(mc.Fn.(*ssa.Function))...)
			}
		}
		if end, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok && !(l.blocks[b.Succs[0]] && l.blocks[b.Succs[1]]) {
			out = append(out, end.Cond)
		}
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
	syntax := l.head.Parent().Syntax()
	if syntax == nil {
		return nil
	}
	var found ast.Node
	ast.Inspect(syntax, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			if l.within(n) {
				found = n // the innermost one comes last
			}
		}
		return true
	})
	stmt, _ := found.(*ast.ForStmt)
	return stmt
}

// within reports whether all of the loop stands in n.
func (l *loop) within(n ast.Node) bool {
	for b := range l.blocks {
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
