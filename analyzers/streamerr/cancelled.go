package streamerr

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// onCancel matches the branches that are taken only after the context was cancelled that a stream was opened with: the case of a
// select that receives from its Done, or a test of its Err. The connection is closed then.
func (c *checker) onCancel(s *stream) func(in *ssa.If, branch int) bool {
	return func(in *ssa.If, branch int) bool {
		test, ok := in.Cond.(*ssa.BinOp)
		if !ok || s.call.Ctx == nil {
			return false
		}
		switch x := test.X.(type) {
		case *ssa.Call: // ctx.Err() != nil
			return isNil(test.Y) && (branch == 0) == (test.Op == token.NEQ) && c.asks(x, "Err", s.call.Ctx)
		case *ssa.Extract: // the number of the case that a select took
			from, ok := x.Tuple.(*ssa.Select)
			taken, isConst := test.Y.(*ssa.Const)
			if !ok || x.Index != 0 || !isConst || branch != 0 || test.Op != token.EQL {
				return false
			}
			i, _ := constant.Int64Val(taken.Value)
			if i < 0 || int(i) >= len(from.States) {
				return false
			}
			done, ok := from.States[i].Chan.(*ssa.Call)
			return ok && c.asks(done, "Done", s.call.Ctx)
		}
		return false
	}
}

// asks reports whether a call is that of a method of this very context.
func (c *checker) asks(call *ssa.Call, method string, ctx ssa.Value) bool {
	fn := flow.FuncObject(call.Common())
	if fn == nil || fn.Name() != method || fn.Pkg() == nil || fn.Pkg().Path() != "context" {
		return false
	}
	return c.resolved(flow.Receiver(call.Common())) == c.resolved(ctx)
}

// resolved returns the only value that is stored in the variable that a value is read from, in a closure too, or the value itself.
func (c *checker) resolved(v ssa.Value) ssa.Value {
	for range 8 {
		var from []ssa.Value
		switch v := v.(type) {
		case *ssa.UnOp:
			from = []ssa.Value{v.X}
		case *ssa.FreeVar:
			from = c.info.Flow().Bindings(v)
		case *ssa.Alloc:
			from = flow.StoredValues(v)
		}
		if len(from) != 1 {
			return v
		}
		v = from[0]
	}
	return v
}
