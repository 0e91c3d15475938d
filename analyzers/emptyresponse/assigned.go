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
	field := loadedField(list)
	if field == nil {
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

// isGathered reports whether a list is that of a response kept in a struct, and the package makes such lists longer: it gathers the pieces
// of a stream there, and knows what it has.
func isGathered(program *flow.Program, list ssa.Value) bool {
	field := loadedField(list)
	if field == nil {
		return false
	}
	if _, kept := field.X.(*ssa.FieldAddr); !kept {
		return false
	}
	key := flow.FieldKey(field.X.Type(), field.Field)
	return slices.ContainsFunc(program.StoredInField(key), func(stored ssa.Value) bool {
		call, ok := stored.(*ssa.Call)
		return ok && slices.ContainsFunc(call.Call.Args, func(arg ssa.Value) bool {
			from := loadedField(arg)
			return from != nil && flow.FieldKey(from.X.Type(), from.Field) == key
		})
	})
}

// loadedField returns the field that a value is read from, or nil.
func loadedField(v ssa.Value) *ssa.FieldAddr {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return nil
	}
	field, _ := load.X.(*ssa.FieldAddr)
	return field
}
