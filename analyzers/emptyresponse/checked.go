package emptyresponse

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// callDepth bounds how many calls up a look at the length counts.
const callDepth = 3

// isChecked reports whether the length of a list is looked at on every way to an instruction: in a condition, or in a function
// that gets the list or what it is a part of; here, or before every call of a function that no other package can call. A list
// that the function fills itself needs no look.
func isChecked(pass *rule.Pass, p *flow.Program, key any, at ssa.Instruction, depth int) bool {
	if !reachedUnchecked(pass, key, at) {
		return true
	}
	fn, ok := at.Parent().Object().(*types.Func)
	if _, field := key.(string); !field || !ok || fn.Exported() || depth == 0 {
		return false
	}
	callers := p.Callers(at.Parent())
	return len(callers) > 0 && !slices.ContainsFunc(callers, func(call ssa.CallInstruction) bool {
		return !isChecked(pass, p, key, call, depth-1)
	})
}

// reachedUnchecked reports whether control can reach an instruction before the length of the list is checked.
func reachedUnchecked(pass *rule.Pass, key any, at ssa.Instruction) bool {
	return reachedUncheckedFrom(pass, key, at.Parent().Blocks[0], at)
}

// reachedUncheckedFrom is reachedUnchecked for the paths that start at a block.
func reachedUncheckedFrom(pass *rule.Pass, key any, start *ssa.BasicBlock, at ssa.Instruction) bool {
	seen := map[*ssa.BasicBlock]bool{}
	var from func(b *ssa.BasicBlock) bool
	from = func(b *ssa.BasicBlock) bool {
		if seen[b] {
			return false
		}
		seen[b] = true
		for _, in := range b.Instrs {
			if in == at {
				return true
			}
			if checksLength(pass, in, key) {
				end, ok := in.(*ssa.If)
				return ok && isUnaffected(pass, end, key, at)
			}
		}
		return slices.ContainsFunc(b.Succs, from)
	}
	return from(start)
}

// checksLength reports whether an instruction looks at the length of the list, or fills it.
func checksLength(pass *rule.Pass, in ssa.Instruction, key any) bool {
	switch in := in.(type) {
	case *ssa.If:
		return comparesLength(pass, in.Cond, key)
	case *ssa.Call:
		f := flow.Callee(in.Common())
		return f != nil && measuresInside(pass, f, key)
	case *ssa.Store:
		return listKey(pass, in.Addr) == key
	}
	return false
}

// listKey names the list that a value is: the field it is read from, or the value itself.
func listKey(pass *rule.Pass, v ssa.Value) any {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		v = load.X
	}
	switch v := v.(type) {
	case *ssa.FieldAddr:
		return flow.FieldKey(v.X.Type(), v.Field)
	case *ssa.Field:
		return flow.FieldKey(v.X.Type(), v.Field)
	}
	return v
}

// comparesLength reports whether a condition compares the length of the list.
func comparesLength(pass *rule.Pass, cond ssa.Value, key any) bool {
	b, ok := cond.(*ssa.BinOp)
	if !ok {
		return false
	}
	for _, side := range []ssa.Value{b.X, b.Y} {
		if list, ok := lenOf(side); ok && listKey(pass, list) == key {
			return true
		}
		if list, ok := side.(*ssa.UnOp); ok && listKey(pass, list) == key { // compared with nil
			return true
		}
	}
	return false
}

// measuresInside reports whether a function of this package compares the length of the list.
func measuresInside(pass *rule.Pass, f *ssa.Function, key any) bool {
	for _, b := range f.Blocks {
		for _, in := range b.Instrs {
			if v, ok := in.(*ssa.BinOp); ok && comparesLength(pass, v, key) {
				return true
			}
		}
	}
	return false
}

// zeroValue returns the text of a type's zero value, where it needs no name.
func zeroValue(t types.Type) (string, bool) {
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return "", false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			return `""`, true
		case u.Info()&types.IsNumeric != 0:
			return "0", true
		case u.Info()&types.IsBoolean != 0:
			return "false", true
		}
	case *types.Pointer, *types.Slice, *types.Map, *types.Interface, *types.Chan, *types.Signature:
		return "nil", true
	}
	return "", false
}

// importName returns the name under which a file imports a package, or "".
func importName(f *ast.File, path string) string {
	for _, i := range f.Imports {
		if i.Path.Value == `"`+path+`"` {
			if i.Name != nil {
				return i.Name.Name
			}
			return path
		}
	}
	return ""
}
