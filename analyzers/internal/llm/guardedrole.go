package llm

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// guardDepth bounds the branches around an instruction that are looked at: more are rare in a function that people read.
const guardDepth = 8

// guardedRole returns the role that the message of a field has where the field's address is taken, since a branch around it compares
// the message's own role with a constant, or "".
func (b *builder) guardedRole(f *ssa.FieldAddr) string {
	block := f.Block()
	for range guardDepth {
		guard := block.Idom()
		if guard == nil {
			return ""
		}
		if role := b.roleOfBranch(guard, block, f.X); role != "" {
			return role
		}
		block = guard
	}
	return ""
}

// roleOfBranch returns the role of a message on the way from a block to one that it dominates, or "".
func (b *builder) roleOfBranch(guard, block *ssa.BasicBlock, message ssa.Value) string {
	branch, ok := guard.Instrs[len(guard.Instrs)-1].(*ssa.If)
	if !ok {
		return ""
	}
	test, ok := branch.Cond.(*ssa.BinOp)
	if !ok || test.Op != token.EQL && test.Op != token.NEQ {
		return ""
	}
	equal := guard.Succs[0]
	if test.Op == token.NEQ {
		equal = guard.Succs[1]
	}
	if len(equal.Preds) != 1 || !equal.Dominates(block) {
		return ""
	}
	for _, pair := range [][2]ssa.Value{{test.X, test.Y}, {test.Y, test.X}} {
		if name, ok := b.flow.String(pair[1]); ok && isSameObject(authorOf(pair[0]), message) {
			return roleName(name)
		}
	}
	return ""
}

// authorOf returns the message of which a value is the speaker, or its address, or nil.
func authorOf(v ssa.Value) ssa.Value {
	switch v := unwrapped(v).(type) {
	case *ssa.UnOp:
		if f, ok := v.X.(*ssa.FieldAddr); ok && slices.Contains(authorFields, fieldVar(f).Name()) {
			return f.X
		}
	case *ssa.Field:
		if st := typex.Struct(v.X.Type()); st != nil && slices.Contains(authorFields, st.Field(v.Field).Name()) {
			return v.X
		}
	}
	return nil
}

// isSameObject reports whether a message, or its address, is that at an address: it is the same value, a copy of what is there, or the
// entry of the same list under the same index.
func isSameObject(a, addr ssa.Value) bool {
	switch v := a.(type) {
	case nil:
		return false
	case *ssa.Alloc: // of a loop's variable
		if stored := flow.StoredValues(v); len(stored) == 1 && a != addr {
			return isSameObject(stored[0], addr)
		}
	case *ssa.UnOp:
		if v.Op == token.MUL && a != addr {
			if x, ok := addr.(*ssa.UnOp); ok {
				return isSameObject(v.X, x.X)
			}
			return isSameObject(v.X, addr)
		}
	case *ssa.FieldAddr:
		if x, ok := addr.(*ssa.FieldAddr); ok {
			return v.Field == x.Field && isSameObject(v.X, x.X)
		}
	case *ssa.IndexAddr:
		if x, ok := addr.(*ssa.IndexAddr); ok {
			return v.Index == x.Index && (v.X == x.X || isSameObject(v.X, x.X))
		}
	}
	return a == addr
}
