package toolcall

import (
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// buildsValue reports whether a call makes something other than text of its arguments: append, or a function that is not of the
// standard library.
func buildsValue(call *ssa.Call) bool {
	if call.Call.Value.Name() == "append" {
		return true
	}
	fn := flow.FuncObject(call.Common())
	return fn != nil && fn.Pkg() != nil && !flow.Standard(fn.Pkg().Path()) && !typex.IsString(call.Type())
}

// escapes reports whether the struct of a field that is decoded into outlives its function, or is used for more than its fields.
func escapes(owner ssa.Value) bool {
	cell, ok := owner.(*ssa.Alloc)
	if !ok {
		return true // it came from elsewhere
	}
	for _, r := range flow.Uses(cell) {
		switch r := r.(type) {
		case *ssa.Store:
			if r.Val == cell {
				return true
			}
		case *ssa.Return, *ssa.MapUpdate, *ssa.Send:
			return true
		case *ssa.UnOp:
			for _, use := range flow.Uses(r) { // a copy of the whole
				switch use.(type) {
				case *ssa.Return, *ssa.MapUpdate, *ssa.Send, *ssa.Store, ssa.CallInstruction:
					return true
				}
			}
		case *ssa.Call:
			if hasEffect(r) || buildsValue(r) {
				return true
			}
		}
	}
	return false
}
