package streamerr

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
)

// A stream is the result of a call that opens one, with its uses in the function.
type stream struct {
	call    *llm.Call
	open    *ssa.Call
	types   []types.Type      // of the value, and of what is embedded in it
	bodies  []*ssa.Function   // of the loops that range over it
	reads   []*ssa.Call       // of Next and Recv
	events  []*ssa.Call       // of Events, which returns a channel
	errs    []ssa.Instruction // calls of Err
	closes  []ssa.Instruction // calls of Close, deferred ones included
	escaped bool              // other code has it too, and may check or close it
}

// follow records the uses of a value that is the stream, or its embedded part with the methods.
func (s *stream) follow(v ssa.Value) {
	if _, isTuple := v.Type().(*types.Tuple); !isTuple {
		s.types = append(s.types, v.Type())
	}
	for _, in := range uses(v) {
		switch in := in.(type) {
		case *ssa.Extract:
			if in.Index == 0 {
				s.follow(in)
			} else {
				s.escaped = s.escaped || isStored(in)
			}
		case *ssa.FieldAddr:
			if st, ok := in.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct); ok && st.Field(in.Field).Embedded() {
				s.follow(in)
			}
		case *ssa.UnOp:
			s.follow(in)
		case *ssa.BinOp: // a test for nil
		case ssa.CallInstruction:
			s.addUse(in, v)
		default:
			s.escaped = true
		}
	}
}

// isStored reports whether an error is stored in a variable, where tests of it cannot be attributed to this one.
func isStored(err ssa.Value) bool {
	for _, in := range uses(err) {
		switch in.(type) {
		case *ssa.Store, *ssa.Phi:
			return true
		}
	}
	return false
}

func (s *stream) addUse(in ssa.CallInstruction, v ssa.Value) {
	c := in.Common()
	if c.Value == v && !c.IsInvoke() { // a range over a function
		switch body := c.Args[0].(type) {
		case *ssa.MakeClosure:
			s.bodies = append(s.bodies, body.Fn.(*ssa.Function))
		case *ssa.Function:
			s.bodies = append(s.bodies, body)
		}
		return
	}
	fn, call := flow.FuncObject(c), (*ssa.Call)(nil)
	if flow.Receiver(c) == v {
		call, _ = in.(*ssa.Call)
	}
	switch {
	case flow.Receiver(c) == v && fn.Name() == "Close":
		s.closes = append(s.closes, in)
	case call != nil && isRead(fn):
		s.reads = append(s.reads, call)
	case call != nil && fn.Name() == "Err":
		s.errs = append(s.errs, in)
	case call != nil && fn.Name() == "Current":
	case call != nil && fn.Name() == "GetStream" && fn.Signature().Params().Len() == 0:
		s.follow(call)
	case call != nil && fn.Name() == "Events" && isChan(call.Type()):
		s.events = append(s.events, call)
	default:
		s.escaped = true
	}
}

// unclosedExit returns an instruction that leaves a stream open: a return, or the call that opens the next one.
func (s *stream) unclosedExit() ssa.Instruction {
	var left ssa.Instruction
	walk(s.open.Block(), nextIndex(s.open), func(in ssa.Instruction) bool {
		for _, c := range s.closes {
			if c == in {
				return false
			}
		}
		if _, ok := in.(*ssa.Return); left == nil && (ok || in == s.open) {
			left = in
		}
		return left == nil
	}, errorBranches(s.open))
	return left
}

// isDrained reports whether each loop over Next ends only when Next returns false, or by one of the branches that cancelled matches:
// the body is then read to its end, after which net/http uses the connection again, or the connection is closed.
func (s *stream) isDrained(cancelled func(*ssa.If, int) bool) bool {
	for _, next := range s.reads {
		test, ok := soleUse(next).(*ssa.If)
		if !ok {
			return false
		}
		early := false
		walk(test.Block().Succs[0], 0, func(in ssa.Instruction) bool {
			_, left := in.(*ssa.Return)
			early = early || left || in == s.open
			return !early && in != next
		}, cancelled)
		if early {
			return false
		}
	}
	return true
}

// soleUse returns the only instruction that uses a value, or nil.
func soleUse(v ssa.Value) ssa.Instruction {
	if us := uses(v); len(us) == 1 {
		return us[0]
	}
	return nil
}

// errorBranches matches the branches for an error of a call: there is no stream then.
func errorBranches(open *ssa.Call) func(*ssa.If, int) bool {
	return func(in *ssa.If, branch int) bool {
		test, ok := in.Cond.(*ssa.BinOp)
		if !ok {
			return false
		}
		x, ok := test.X.(*ssa.Extract)
		return ok && x.Tuple == open && isNil(test.Y) && (branch == 0) == ((test.Op == token.NEQ) == (x.Index > 0))
	}
}

// isRead reports whether a method reads a stream: Next (with Err) or Recv.
func isRead(fn *types.Func) bool {
	return fn != nil && fn.Signature().Recv() != nil && fn.Signature().Params().Len() == 0 && (fn.Name() == "Next" || fn.Name() == "Recv")
}

func isChan(t types.Type) bool { _, ok := t.Underlying().(*types.Chan); return ok }

func hasMethod(ts []types.Type, name string) bool {
	for _, t := range ts {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name); obj != nil {
			_, ok := obj.(*types.Func)
			return ok
		}
	}
	return false
}
