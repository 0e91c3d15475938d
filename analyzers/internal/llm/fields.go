package llm

import (
	"go/types"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"golang.org/x/tools/go/ssa"
)

// inToolResult reports whether a part of a message is stored in a field named after the result of a tool.
func inToolResult(part ssa.Value) bool {
	return slices.ContainsFunc(flow.Uses(part), func(use ssa.Instruction) bool {
		store, ok := use.(*ssa.Store)
		if !ok || store.Val != part {
			return false
		}
		f, ok := store.Addr.(*ssa.FieldAddr)
		return ok && strings.Contains(fieldName(f), "ToolResult")
	})
}

func fieldVar(f *ssa.FieldAddr) *types.Var {
	t := f.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct)
	return t.Field(f.Field)
}

// fieldName returns the name of a field as "Type.Field".
func fieldName(f *ssa.FieldAddr) string {
	t := types.Unalias(f.X.Type().Underlying().(*types.Pointer).Elem())
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Name() + "." + fieldVar(f).Name()
	}
	return fieldVar(f).Name()
}
