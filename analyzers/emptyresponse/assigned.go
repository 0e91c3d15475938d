package emptyresponse

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// isNilOrChecked reports whether a list belongs to a variable that is nil, or that was set to a response after a check of its list:
// on every path from a value that the variable may have to where it is set, the length of the list is checked.
func isNilOrChecked(pass *rule.Pass, list ssa.Value, key any) bool {
	load, ok := list.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	field, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	if kept, ok := field.X.(*ssa.UnOp); ok && kept.Op == token.MUL {
		return isSharedNilOrChecked(pass, kept.X, key)
	}
	variable, ok := field.X.(*ssa.Phi)
	if !ok {
		return false
	}
	seen := map[*ssa.Phi]bool{}
	var looked func(phi *ssa.Phi) bool
	looked = func(phi *ssa.Phi) bool {
		if seen[phi] {
			return true
		}
		seen[phi] = true
		for i, edge := range phi.Edges {
			switch edge := edge.(type) {
			case *ssa.Const: // nil, which has no list to take from
			case *ssa.Phi:
				if !looked(edge) {
					return false
				}
			case ssa.Instruction:
				pred := phi.Block().Preds[i]
				if reachedUncheckedFrom(pass, key, edge.Block(), pred.Instrs[len(pred.Instrs)-1]) {
					return false
				}
			default:
				return false
			}
		}
		return true
	}
	return looked(variable)
}

// isSharedNilOrChecked is isNilOrChecked for a variable that a function literal shares and only reads.
func isSharedNilOrChecked(pass *rule.Pass, variable ssa.Value, key any) bool {
	if _, ok := variable.(*ssa.Alloc); !ok {
		return false
	}
	stored := false
	for _, use := range flow.Uses(variable) {
		switch use := use.(type) {
		case *ssa.Store:
			value, ok := use.Val.(ssa.Instruction)
			if use.Addr != variable || !ok || reachedUncheckedFrom(pass, key, value.Block(), use) {
				return false
			}
			stored = true
		case *ssa.MakeClosure:
			fn := use.Fn.(*ssa.Function)
			for i, bound := range use.Bindings {
				if bound == variable && slices.ContainsFunc(flow.Uses(fn.FreeVars[i]), writesTo) {
					return false
				}
			}
		case *ssa.UnOp, *ssa.DebugRef:
		default:
			return false
		}
	}
	return stored
}

// writesTo reports whether an instruction may change a variable that it uses.
func writesTo(use ssa.Instruction) bool {
	_, reads := use.(*ssa.UnOp)
	return !reads
}
