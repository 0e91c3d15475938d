package uncancellable

import (
	"fmt"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// checkStreamSends reports goroutines that read a model's stream and send its parts on a channel that the function returns: if the
// caller stops reading, the send blocks forever and holds the stream's connection.
func (c *checker) checkStreamSends() {
	for _, fn := range c.info.Flow().Funcs {
		for in := range ssax.Instructions(fn) {
			start, ok := in.(*ssa.Go)
			if !ok {
				continue
			}
			body := literal(start.Call.Value)
			if body == nil || !c.readsStream(body) {
				continue
			}
			given, expr := c.inScope(fn)
			if given == nil {
				continue
			}
			for _, send := range sendsIn(body) {
				made := c.unbufferedChan(send.Chan)
				if made == nil || made.Parent() != fn || !isReturned(made) {
					continue
				}
				c.pass.ReportAround(send.Pos(), rule.Finding{Message: fmt.Sprintf("this send blocks forever if the reader stops early, which leaks the goroutine and the stream; "+
					"select on the channel and %s.Done()", expr),
					Trace: []rule.Step{{Pos: start.Pos(), Message: "the goroutine starts here"}}})
				break
			}
		}
	}
}

// literal returns the function literal that a value is, or nil.
func literal(v ssa.Value) *ssa.Function {
	if f := ssax.Func(v); f != nil && f.Parent() != nil {
		return f
	}
	return nil
}

// readsStream reports whether a function, or a literal in it, reads a stream of an SDK or opens one.
func (c *checker) readsStream(fn *ssa.Function) bool {
	for in := range ssax.Instructions(fn) {
		call, ok := in.(ssa.CallInstruction)
		if !ok {
			continue
		}
		if m := c.calls[call]; m != nil && m.Entry != nil {
			return true
		}
		obj := flow.FuncObject(call.Common())
		if obj == nil || obj.Signature().Recv() == nil || obj.Pkg() == nil || obj.Name() != "Recv" && obj.Name() != "Next" {
			continue
		}
		if n := typex.Named(obj.Signature().Recv().Type()); n != nil && n.Obj().Pkg() != nil && c.info.Catalogue().SDKOf(n.Obj().Pkg().Path()) != nil {
			return true
		}
	}
	for _, inner := range fn.AnonFuncs {
		if c.readsStream(inner) {
			return true
		}
	}
	return false
}

// sendsIn returns the sends outside of select statements in a function and its literals.
func sendsIn(fn *ssa.Function) (out []*ssa.Send) {
	for in := range ssax.Instructions(fn) {
		if s, ok := in.(*ssa.Send); ok {
			out = append(out, s)
		}
	}
	for _, inner := range fn.AnonFuncs {
		out = append(out, sendsIn(inner)...)
	}
	return out
}

// unbufferedChan returns the creation of the unbuffered channel that a value surely is, or nil.
func (c *checker) unbufferedChan(v ssa.Value) *ssa.MakeChan {
	for range 8 {
		switch w := v.(type) {
		case *ssa.UnOp:
			v = w.X
		case *ssa.ChangeType:
			v = w.X
		case *ssa.FreeVar:
			from := c.info.Flow().Bindings(w)
			if len(from) != 1 {
				return nil
			}
			v = from[0]
		case *ssa.Alloc:
			stored := flow.StoredValues(w)
			if len(stored) != 1 {
				return nil
			}
			v = stored[0]
		case *ssa.MakeChan:
			size, ok := w.Size.(*ssa.Const)
			if ok && size.Value != nil && constant.Sign(size.Value) == 0 {
				return w
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

// isReturned reports whether the function that creates a channel returns it, alone or in a struct.
func isReturned(made *ssa.MakeChan) bool {
	seen := map[ssa.Value]bool{}
	var goes func(v ssa.Value) bool
	goes = func(v ssa.Value) bool {
		if seen[v] {
			return false
		}
		seen[v] = true
		for _, use := range flow.Uses(v) {
			switch use := use.(type) {
			case *ssa.Return:
				return true
			case *ssa.ChangeType, *ssa.MakeInterface, *ssa.Phi, *ssa.UnOp:
				if goes(use.(ssa.Value)) {
					return true
				}
			case *ssa.Store:
				to := use.Addr
				if f, ok := to.(*ssa.FieldAddr); ok {
					to = f.X
				}
				if cell, ok := to.(*ssa.Alloc); ok && use.Val == v && goes(cell) {
					return true
				}
			}
		}
		return false
	}
	return goes(made)
}

func fieldName(f *ssa.FieldAddr) string {
	return f.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct).Field(f.Field).Name()
}
