package uncancellable

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// checkStreamSends reports goroutines that read a model's stream and send its parts on a channel that the function returns, or that a loop
// reads which may exit before the channel is closed: if the reader stops early, the send blocks forever and holds the stream's connection.
func (c *checker) checkStreamSends() {
	for _, fn := range c.info.Flow().Funcs {
		for in := range ssax.Instructions(fn) {
			start, ok := in.(*ssa.Go)
			if !ok {
				continue
			}
			body := literal(start.Call.Value)
			if body == nil {
				body = flow.Callee(start.Common())
			}
			if body == nil || !c.readsStream(body) && c.eventReader(body, 1) == nil {
				continue
			}
			given, expr := c.inScope(fn)
			if given == nil {
				continue
			}
			for _, send := range sendsIn(body) {
				made := c.unbufferedChan(passed(send.Chan, start))
				if made == nil || made.Parent() != fn || !isReturned(made) && !mayBeLeft(made) {
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

// passed returns what the start of a goroutine passes for a parameter of its function, or the value itself.
func passed(v ssa.Value, start *ssa.Go) ssa.Value {
	if p, ok := v.(*ssa.Parameter); ok && p.Parent() == flow.Callee(start.Common()) {
		if arg := flow.Argument(start, p); arg != nil {
			return arg
		}
	}
	return v
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

// mayBeLeft reports whether a loop reads a channel, in the function that creates it or in one that it is passed to, and may exit before the
// channel is closed.
func mayBeLeft(made *ssa.MakeChan) bool {
	seen := map[ssa.Value]bool{}
	var left func(v ssa.Value) bool
	left = func(v ssa.Value) bool {
		if seen[v] {
			return false
		}
		seen[v] = true
		for _, use := range flow.Uses(v) {
			switch use := use.(type) {
			case *ssa.UnOp:
				if use.Op == token.ARROW && exitsEarly(use) || use.Op == token.MUL && left(use) {
					return true
				}
			case *ssa.Select:
				if slices.ContainsFunc(use.States, func(s *ssa.SelectState) bool { return s.Dir == types.RecvOnly && s.Chan == v }) && exitsEarly(use) {
					return true
				}
			case *ssa.ChangeType:
				if left(use) {
					return true
				}
			case *ssa.Store:
				if cell, ok := use.Addr.(*ssa.Alloc); ok && use.Val == v && left(cell) {
					return true
				}
			case *ssa.Call:
				f := flow.Callee(use.Common())
				if f == nil || f.Blocks == nil {
					continue
				}
				for i, arg := range flow.Arguments(use.Common()) {
					if arg == v && i < len(f.Params) && left(f.Params[i]) {
						return true
					}
				}
			}
		}
		return false
	}
	return left(made)
}

// exitsEarly reports whether the loop around a receive may exit for another reason than the end of the channel.
func exitsEarly(receive ssa.Instruction) bool {
	var loop *ssax.Loop
	for _, l := range ssax.Loops(receive.Parent()) {
		if l.Blocks[receive.Block()] && (loop == nil || loop.Blocks[l.Head]) {
			loop = l // the innermost one
		}
	}
	if loop == nil {
		return false
	}
	for b := range loop.Blocks {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok || loop.Blocks[b.Succs[0]] && loop.Blocks[b.Succs[1]] {
			continue
		}
		open, ok := branch.Cond.(*ssa.Extract) // whether the channel was open
		if !ok || open.Tuple.(ssa.Instruction) != receive {
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
