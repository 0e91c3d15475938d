package toolcall

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

func isUnused(err ssa.Value) bool { return err == nil || len(flow.Uses(err)) == 0 }

// A skippedFailure is a test of an error of which a failure has no code of its own, or code that only logs: what comes after runs either way.
type skippedFailure struct {
	test    *ssa.BasicBlock
	decoded *ssa.BasicBlock // what only a nil error leads to, if that has code of its own
}

// skippedFailureOf returns how an error is skipped, or nil where it is used otherwise.
func skippedFailureOf(err ssa.Value) (found *skippedFailure) {
	if err == nil {
		return nil
	}
	var failed *ssa.BasicBlock
	for _, r := range flow.Uses(err) {
		cmp, ok := r.(*ssa.BinOp)
		if !ok {
			continue
		}
		if failed != nil {
			return nil
		}
		for _, r := range flow.Uses(cmp) {
			branch, ok := r.(*ssa.If)
			if !ok {
				continue
			}
			right := branch.Block().Succs[0]
			failed = branch.Block().Succs[1]
			if cmp.Op == token.NEQ {
				right, failed = failed, right
			}
			if len(failed.Preds) == 1 && !ssax.OnlyLogs(failed) && !onlyEmpties(failed) {
				continue
			}
			found = &skippedFailure{test: branch.Block()}
			if len(right.Preds) == 1 {
				found.decoded = right
			}
		}
	}
	for _, r := range flow.Uses(err) {
		switch r.(type) {
		case *ssa.BinOp, *ssa.DebugRef:
		default:
			if failed == nil || len(failed.Preds) > 1 || !failed.Dominates(r.Block()) {
				return nil
			}
		}
	}
	return found
}

// onlyEmpties reports whether a block puts an empty value in the place of what could not be decoded, logs at most, and goes on.
func onlyEmpties(b *ssa.BasicBlock) bool {
	if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Jump); !ok {
		return false
	}
	emptied := false
	for _, in := range b.Instrs {
		switch in := in.(type) {
		case *ssa.Panic, *ssa.Send, *ssa.MapUpdate, *ssa.Select, *ssa.Go, *ssa.Defer:
			return false
		case *ssa.Store:
			if _, arg := in.Addr.(*ssa.IndexAddr); arg {
				continue // of a variadic call
			}
			if !isEmpty(in.Val) {
				return false
			}
			emptied = true
		case *ssa.Call:
			if !ssax.Logs(in.Common()) {
				return false
			}
		}
	}
	return emptied
}

// isUsedAfter reports whether a value is used after the test, where control comes also after a failure.
func isUsedAfter(v ssa.Value, s *skippedFailure) bool {
	if f, ok := v.(*ssa.FieldAddr); ok && isUsedAfter(f.X, s) {
		return true // the struct that it was decoded into
	}
	for _, r := range flow.Uses(v) {
		if b := r.Block(); b != nil && b != s.test && s.test.Dominates(b) && (s.decoded == nil || !s.decoded.Dominates(b)) {
			return true
		}
	}
	return false
}

// leavesAsValue reports whether a decoded value, or a part of it, leaves the function as something other than text: kept in a field or a
// map, sent, given back, or handed to a function that can fail or be cancelled. Else it only labels the screen.
func leavesAsValue(v ssa.Value, decode *ssa.Call, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return false
	}
	seen[v] = true
	if f, ok := v.(*ssa.FieldAddr); ok && escapes(f.X) {
		return true
	}
	for _, r := range flow.Uses(v) {
		switch r := r.(type) {
		case *ssa.Store:
			if _, field := r.Addr.(*ssa.FieldAddr); r.Val == v && (field || leavesAsValue(baseAddr(r.Addr), decode, seen)) {
				return true
			}
		case *ssa.MapUpdate:
			if r.Value == v {
				return true
			}
		case *ssa.Send:
			return true
		case *ssa.Return:
			if !typex.IsString(v.Type()) {
				return true
			}
		case *ssa.Call:
			if r != decode && (hasEffect(r) || buildsValue(r) && leavesAsValue(r, decode, seen)) {
				return true
			}
		case *ssa.Extract, *ssa.Field, *ssa.FieldAddr, *ssa.Index, *ssa.IndexAddr, *ssa.Lookup, *ssa.UnOp, *ssa.Phi, *ssa.Slice,
			*ssa.MakeInterface, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.Convert, *ssa.TypeAssert:
			if leavesAsValue(r.(ssa.Value), decode, seen) {
				return true
			}
		}
	}
	return false
}

// baseAddr returns the variable or array that an address lies in.
func baseAddr(addr ssa.Value) ssa.Value {
	if a, ok := addr.(*ssa.IndexAddr); ok {
		return a.X
	}
	return addr
}

// hasEffect reports whether a call does more than make text: it takes a context, or can fail, or calls what reads and writes files, or uses
// the network. Of the rest of the standard library, those that do are reached with a context, or their errors tell of the text itself.
func hasEffect(call *ssa.Call) bool { return hasEffectWithin(call, workDepth) }

// workDepth bounds how many functions deep such a call is looked for.
const workDepth = 3

func hasEffectWithin(call *ssa.Call, depth int) bool {
	sig := call.Call.Signature()
	for i := range sig.Params().Len() {
		if flow.IsContext(sig.Params().At(i).Type()) {
			return true
		}
	}
	fn := flow.FuncObject(call.Common())
	res := sig.Results()
	fails := res.Len() > 0 && typex.IsError(res.At(res.Len()-1).Type())
	if fn != nil && fn.Pkg() != nil && fails && (!flow.Standard(fn.Pkg().Path()) && depth == workDepth || sig.Params().Len() > 0 && effectPackages[fn.Pkg().Path()]) {
		return true
	}
	if depth == 0 {
		return false
	}
	for in := range ssax.Instructions(flow.Callee(call.Common())) {
		if inner, ok := in.(*ssa.Call); ok && hasEffectWithin(inner, depth-1) {
			return true
		}
	}
	return false
}

// effectPackages holds packages of the standard library whose functions that can fail do something in the world.
var effectPackages = map[string]bool{"os": true, "os/exec": true, "net": true, "net/http": true, "database/sql": true}
