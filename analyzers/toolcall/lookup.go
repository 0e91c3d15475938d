package toolcall

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// checkLookup judges an entry of a map that is fetched by the name of a tool and used without asking whether it is there.
func (c *checker) checkLookup(l *ssa.Lookup) {
	if _, ok := l.X.Type().Underlying().(*types.Map); !ok || l.CommaOk || !isUsedUnchecked(l) || !c.info.IsToolName(l.Index) || isKnownToExist(l) {
		return
	}
	isIndex := func(n ast.Node) bool { _, ok := n.(*ast.IndexExpr); return ok }
	c.reportAs(rule.Error, l.Pos(), isIndex, fmt.Sprintf("%s is used without checking that the tool exists, which panics when the model invents a name; "+
		"use the two-value form and tell the model", types.ExprString(c.text(l.Pos(), isIndex))))
}

// checkSearch judges a variable that was searched for by the name of a tool, stays nil if none matches, and is used.
func (c *checker) checkSearch(phi *ssa.Phi) {
	if !isUsedUnchecked(phi) || !mayBeNil(phi, map[*ssa.Phi]bool{}) || hasFoundFlag(phi) || !c.chosenByName(phi, map[*ssa.Phi]bool{}) {
		return
	}
	name := phi.Comment
	if name == "" {
		name = "the tool"
	}
	use := useOf(phi)
	c.reportAs(rule.Error, use.Pos(), isExpr, fmt.Sprintf("%s is nil if the model named an unknown tool, and this panics; compare it with nil and tell the model", name))
}

// isUsedUnchecked reports whether a value is called, or something of it is, and nothing compares it.
func isUsedUnchecked(v ssa.Value) bool {
	for _, r := range flow.Uses(v) {
		switch r := r.(type) {
		case *ssa.BinOp, *ssa.Phi, *ssa.TypeAssert:
			return false
		case *ssa.Field: // of a missing struct: its zero value
			return isUsedUnchecked(r)
		}
	}
	return useOf(v) != nil
}

// useOf returns the first use of a value that panics if it is nil, or nil.
func useOf(v ssa.Value) ssa.Instruction {
	for _, r := range flow.Uses(v) {
		switch r := r.(type) {
		case ssa.CallInstruction:
			if r.Common().Value == v {
				return r
			}
		case *ssa.FieldAddr:
			if r.X == v {
				return r
			}
		}
	}
	return nil
}

func mayBeNil(phi *ssa.Phi, seen map[*ssa.Phi]bool) bool {
	if seen[phi] {
		return false
	}
	seen[phi] = true
	for _, e := range phi.Edges {
		switch e := e.(type) {
		case *ssa.Const:
			if e.IsNil() {
				return true
			}
		case *ssa.Phi:
			if mayBeNil(e, seen) {
				return true
			}
		}
	}
	return false
}

// hasFoundFlag reports whether a condition asks for a flag that is set together with the variable: a phi of the same block that is one
// constant wherever the variable is nil and another one elsewhere.
func hasFoundFlag(phi *ssa.Phi) bool {
	for _, in := range phi.Block().Instrs {
		flag, ok := in.(*ssa.Phi)
		if !ok {
			break
		}
		if flag != phi && isFoundFlag(flag, phi) && ssax.ControlsBranch(flag) {
			return true
		}
	}
	return false
}

// isFoundFlag reports whether a flag has one constant where the variable is nil, and none like it elsewhere.
func isFoundFlag(flag, phi *ssa.Phi) bool {
	var missing *ssa.Const
	for i, e := range phi.Edges {
		if c, ok := e.(*ssa.Const); ok && c.IsNil() {
			value, ok := flag.Edges[i].(*ssa.Const)
			if !ok || value.Value == nil || missing != nil && !constant.Compare(missing.Value, token.EQL, value.Value) {
				return false
			}
			missing = value
		}
	}
	for i, e := range phi.Edges {
		if c, ok := e.(*ssa.Const); ok && c.IsNil() {
			continue
		}
		value, ok := flag.Edges[i].(*ssa.Const)
		if missing == nil || !ok || value.Value == nil || constant.Compare(missing.Value, token.EQL, value.Value) {
			return false
		}
	}
	return true
}

// chosenByName reports whether a value gets into a phi only where the name of a tool is equal to something.
func (c *checker) chosenByName(phi *ssa.Phi, seen map[*ssa.Phi]bool) bool {
	if seen[phi] {
		return false
	}
	seen[phi] = true
	for i, e := range phi.Edges {
		if p, ok := e.(*ssa.Phi); ok {
			if c.chosenByName(p, seen) {
				return true
			}
			continue
		}
		if k, ok := e.(*ssa.Const); ok && k.IsNil() {
			continue
		}
		for b := phi.Block().Preds[i]; b.Idom() != nil; b = b.Idom() {
			if branch, ok := b.Idom().Instrs[len(b.Idom().Instrs)-1].(*ssa.If); ok && branch.Block().Succs[0] == b && c.comparesName(branch.Cond) {
				return true
			}
		}
	}
	return false
}

func (c *checker) comparesName(cond ssa.Value) bool {
	cmp, ok := cond.(*ssa.BinOp)
	return ok && cmp.Op == token.EQL && typex.IsString(cmp.X.Type()) && (c.info.IsToolName(cmp.X) || c.info.IsToolName(cmp.Y))
}
