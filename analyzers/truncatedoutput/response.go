package truncatedoutput

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// readsReason reports whether the package names anything that says why an answer ended: it knows then, whoever it tells.
func readsReason(pass *rule.Pass) bool {
	for _, f := range pass.Files {
		if strings.HasSuffix(pass.Fset.File(f.FileStart).Name(), "_test.go") {
			continue
		}
		found := false
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				found = found || reasonName(n.Sel.Name)
			case *ast.BasicLit:
				found = found || reasonName(strings.Trim(n.Value, "`\""))
			}
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// reasonIn returns the field of a call's response, or of the parts of its stream, that says why the answer ended, as "Type.Field", or "".
func reasonIn(c *llm.Call) string {
	sig := c.Instr.Common().Signature()
	if sig.Results().Len() == 0 {
		return ""
	}
	t := sig.Results().At(0).Type()
	if !isStream(c) {
		return reasonBelow(t, 3)
	}
	for _, method := range []string{"Current", "Recv"} {
		if m := typex.Method(t, method); m != nil {
			if res := m.Signature().Results(); res.Len() > 0 {
				return reasonBelow(res.At(0).Type(), 3)
			}
		}
	}
	return ""
}

func reasonBelow(t types.Type, depth int) string {
	for {
		switch u := t.Underlying().(type) {
		case *types.Pointer:
			t = u.Elem()
			continue
		case *types.Slice:
			t = u.Elem()
			continue
		case *types.Struct:
			n, ok := types.Unalias(t).(*types.Named)
			if !ok || depth == 0 {
				return ""
			}
			for f := range u.Fields() {
				if f.Exported() && reasonName(f.Name()) {
					return n.Obj().Name() + "." + f.Name()
				}
			}
			for f := range u.Fields() {
				if f.Exported() {
					if found := reasonBelow(f.Type(), depth-1); found != "" {
						return found
					}
				}
			}
		}
		return ""
	}
}

// isOnlyReadInParts reports whether the response of a call is only read in parts: whoever gets it whole may look why it ended.
func isOnlyReadInParts(info *llm.Info, c *llm.Call) bool {
	call, ok := c.Instr.(*ssa.Call)
	return ok && onlyParts(call, map[ssa.Value]bool{})
}

func onlyParts(v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return true
	}
	seen[v] = true
	for _, in := range flow.Uses(v) {
		switch in := in.(type) {
		case *ssa.Extract:
			if in.Index == 0 && !onlyParts(in, seen) {
				return false
			}
		case *ssa.FieldAddr, *ssa.Field, *ssa.BinOp, *ssa.If, *ssa.DebugRef:
			if part, ok := in.(ssa.Value); ok && isEntry(part) && !onlyParts(part, seen) {
				return false
			}
		case *ssa.UnOp:
			if !onlyParts(in, seen) {
				return false
			}
		case *ssa.IndexAddr:
			if !onlyParts(in, seen) {
				return false
			}
		case *ssa.Phi:
			if !onlyParts(in, seen) {
				return false
			}
		case *ssa.Store: // into a variable of the function
			local, ok := in.Addr.(*ssa.Alloc)
			if in.Addr != v && (!ok || !onlyParts(local, seen)) {
				return false
			}
		case *ssa.Call:
			if !readsPart(in) || isPart(in) && !onlyParts(in, seen) {
				return false
			}
		case *ssa.Defer:
			if !readsPart(in) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// isEntry reports whether a part of a response is a list of entries, each of which may say why it ended.
func isEntry(v ssa.Value) bool {
	return reasonBelow(v.Type(), 2) != ""
}

// isPart reports whether a call gives the next part of a stream.
func isPart(call *ssa.Call) bool {
	fn := flow.FuncObject(call.Common())
	return fn != nil && (fn.Name() == "Current" || fn.Name() == "Recv")
}

// readsPart reports whether a call gives a part of a response: len, and methods of the response itself.
func readsPart(call ssa.CallInstruction) bool {
	if b, ok := call.Common().Value.(*ssa.Builtin); ok {
		return b.Name() == "len" || b.Name() == "cap"
	}
	fn := flow.FuncObject(call.Common())
	return fn != nil && fn.Signature().Recv() != nil && fn.Name() != "RawJSON" && fn.Name() != "ToParam"
}
