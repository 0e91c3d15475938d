package ssax

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Logs reports whether a call only prints or logs: of fmt, of a package that is called after logging, of a type called a logger, or a
// method of an error that makes its text.
func Logs(call *ssa.CallCommon) bool {
	var fn *types.Func
	if call.IsInvoke() {
		fn = call.Method
	} else if f := call.StaticCallee(); f != nil {
		fn, _ = f.Object().(*types.Func)
	}
	if fn == nil {
		return false
	}
	if fn.Pkg() == nil {
		return fn.Name() == "Error" // of the built-in interface
	}
	path := fn.Pkg().Path()
	if path == "fmt" {
		return strings.Contains(fn.Name(), "rint")
	}
	if strings.HasPrefix(fn.Name(), "Fatal") || strings.HasPrefix(fn.Name(), "Panic") {
		return false
	}
	for name := range strings.SplitSeq(path, "/") {
		if isLog(name) {
			return true
		}
	}
	recv := fn.Signature().Recv()
	if recv == nil {
		return false
	}
	t := recv.Type()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && isLog(strings.ToLower(n.Obj().Name()))
}

func isLog(name string) bool {
	switch name {
	case "log", "slog", "zap", "logs", "klog", "glog", "logr", "logx", "xlog", "zlog", "hlog":
		return true
	}
	return strings.HasPrefix(name, "logg") || strings.HasPrefix(name, "logrus") || strings.HasSuffix(name, "logger") || strings.HasPrefix(name, "zerolog")
}

// OnlyLogs reports whether what a block alone leads to does no more than log and go on: it sets nothing, sends nothing, and ends neither
// the function nor the process.
func OnlyLogs(block *ssa.BasicBlock) bool {
	for _, b := range block.Parent().Blocks {
		if !block.Dominates(b) {
			continue
		}
		for _, in := range b.Instrs {
			switch in := in.(type) {
			case *ssa.Panic, *ssa.Send, *ssa.MapUpdate, *ssa.Select, *ssa.Return, *ssa.Go, *ssa.Defer:
				return false
			case *ssa.Store:
				if at, ok := in.Addr.(*ssa.IndexAddr); !ok || !isLocal(at.X) { // where a list of arguments is filled
					return false
				}
			case *ssa.Call:
				if !Logs(in.Common()) {
					return false
				}
			}
		}
		for _, next := range b.Succs {
			if block.Dominates(next) {
				continue
			}
			for _, in := range next.Instrs {
				if phi, ok := in.(*ssa.Phi); ok && setBy(phi, block) {
					return false
				}
			}
		}
	}
	return true
}

func isLocal(v ssa.Value) bool { _, ok := v.(*ssa.Alloc); return ok }

// setBy reports whether a variable has a value of its own where control comes from a block or what that alone leads to.
func setBy(phi *ssa.Phi, block *ssa.BasicBlock) bool {
	for i, e := range phi.Edges {
		if !block.Dominates(phi.Block().Preds[i]) {
			continue
		}
		for j, other := range phi.Edges {
			if !block.Dominates(phi.Block().Preds[j]) && e != other {
				return true
			}
		}
	}
	return false
}
