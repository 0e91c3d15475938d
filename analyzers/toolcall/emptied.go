package toolcall

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// hidesDecodeError reports whether a function that decodes tool arguments for its callers returns an empty value after a failure, and a caller
// does more with the value than show it.
func (c *checker) hidesDecodeError(call *ssa.Call, err ssa.Value) bool {
	fn := call.Parent()
	if err == nil || fn.Signature.Results().Len() != 1 || typex.IsString(fn.Signature.Results().At(0).Type()) || !returnsEmpty(err) || !returnsDecoded(call) {
		return false
	}
	return slices.ContainsFunc(c.info.Flow().Callers(fn), func(caller ssa.CallInstruction) bool {
		v, ok := caller.(*ssa.Call)
		return ok && leavesAsValue(v, v, map[ssa.Value]bool{})
	})
}

// returnsEmpty reports whether a failure is at most logged, and then a value is returned that is nil or has nothing in it.
func returnsEmpty(err ssa.Value) bool {
	for _, r := range flow.Uses(err) {
		cmp, ok := r.(*ssa.BinOp)
		if !ok || cmp.Op != token.NEQ {
			continue
		}
		for _, r := range flow.Uses(cmp) {
			branch, ok := r.(*ssa.If)
			if !ok {
				continue
			}
			failed := branch.Block().Succs[0]
			end, ok := failed.Instrs[len(failed.Instrs)-1].(*ssa.Return)
			if !ok || len(failed.Preds) != 1 || len(end.Results) != 1 || !isEmpty(end.Results[0]) {
				continue
			}
			for _, in := range failed.Instrs {
				if inner, ok := in.(*ssa.Call); ok && !ssax.Logs(inner.Common()) {
					return false
				}
			}
			return true
		}
	}
	return false
}

// returnsDecoded reports whether what a call decodes is what its function returns.
func returnsDecoded(call *ssa.Call) bool {
	_, target := decodeArgs(call)
	if target == nil {
		return false
	}
	cell := ssax.Unboxed(target)
	for in := range ssax.Instructions(call.Parent()) {
		end, ok := in.(*ssa.Return)
		if !ok {
			continue
		}
		load, ok := end.Results[0].(*ssa.UnOp)
		if end.Results[0] == cell || ok && load.X == cell {
			return true
		}
	}
	return false
}

// isEmpty reports whether a value is nil, or a map or struct into which nothing is put.
func isEmpty(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Const:
		return v.Value == nil
	case *ssa.MakeMap:
		return len(flow.Uses(v)) == 1
	}
	return false
}
