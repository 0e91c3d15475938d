package undeleted

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// staysInFunction reports whether what a call makes stays in the function: neither it nor a part of it is returned, stored outside or
// passed to a function of this program, which may remove it. Libraries may work with it: they do not remove what they are given.
func staysInFunction(info *llm.Info, call *ssa.Call) bool {
	return staysLocal(info, call, map[ssa.Value]bool{})
}

func staysLocal(info *llm.Info, v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return true
	}
	seen[v] = true
	switch v.(type) {
	case *ssa.Parameter, *ssa.FreeVar, *ssa.Global:
		return false
	}
	for _, in := range flow.Uses(v) {
		if !info.Flow().CarriesText(v.Type()) && typex.IsError(v.Type()) {
			continue
		}
		switch in := in.(type) {
		case *ssa.Return, *ssa.Send, *ssa.MapUpdate, *ssa.MakeClosure, *ssa.Go, *ssa.Defer:
			return false
		case *ssa.Store:
			switch to := in.Addr.(type) {
			case *ssa.Global:
				return false
			case *ssa.FieldAddr:
				if !staysLocal(info, to.X, seen) {
					return false
				}
			case *ssa.IndexAddr:
				if !staysLocal(info, to.X, seen) {
					return false
				}
			default:
				if in.Val == v && !staysLocal(info, in.Addr, seen) {
					return false
				}
			}
		case *ssa.Call:
			if _, builtin := in.Call.Value.(*ssa.Builtin); builtin { // append
				if !staysLocal(info, in, seen) {
					return false
				}
				continue
			}
			f := flow.Callee(in.Common())
			if f == nil || f.Object() == nil || info.Flow().CallsModule(in.Common()) || startsBatch(info, in) {
				return false
			}
			if mayReturnPart(info, in) && !staysLocal(info, in, seen) {
				return false
			}
		case ssa.Value:
			if !typex.IsError(in.Type()) && !staysLocal(info, in, seen) {
				return false
			}
		}
	}
	return true
}

// startsBatch reports whether a call starts a job that works with what it is given after the function has returned.
func startsBatch(info *llm.Info, call *ssa.Call) bool {
	fn := flow.FuncObject(call.Common())
	return fn != nil && slices.ContainsFunc(info.Catalogue().Lookup(fn.FullName()), func(e *catalogue.Entry) bool { return e.Kind == "call" && e.Role == "batch-job" })
}

// mayReturnPart reports whether a result of a library's call may be what the call got, or a part of it. What a model answers is not; nor is what a call that
// takes a context or can fail found out, unless it is a text, such as a path, or an open file.
func mayReturnPart(info *llm.Info, call *ssa.Call) bool {
	if info.IsCall(call) {
		return false
	}
	params, res := call.Call.Signature().Params(), call.Call.Signature().Results()
	works := res.Len() > 0 && typex.IsError(res.At(res.Len()-1).Type())
	for p := range params.Variables() {
		works = works || flow.IsContext(p.Type())
	}
	if !works {
		return true
	}
	return res.Len() > 0 && (typex.IsString(res.At(0).Type()) || res.At(0).Type().String() == "*os.File")
}
