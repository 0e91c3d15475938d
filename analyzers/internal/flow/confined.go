package flow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A Passing is a call that gets an object, or a part of one, as an argument.
type Passing struct {
	Call ssa.CallInstruction
	Arg  int // receiver first
}

// Passings lists the calls that get the object in which an address lies. It fails if anything else can reach the object: it is
// neither created in the function nor the result of a call, or it is returned, sent, bound or stored outside of other such objects.
func Passings(addr ssa.Value) (calls []Passing, ok bool) {
	root := rootOf(addr)
	switch root.(type) {
	case *ssa.Alloc, *ssa.Call:
	default:
		return nil, false
	}
	c := confinement{seen: map[ssa.Value]bool{}}
	ok = c.follow(root) && len(c.calls) <= maxPassings
	return c.calls, ok
}

// IsSeenByCallers reports whether the callers of the function have the object in which an address lies: it is returned, or is a
// parameter.
func IsSeenByCallers(addr ssa.Value) bool {
	root := rootOf(addr)
	if _, param := root.(*ssa.Parameter); param {
		return true
	}
	for _, use := range Uses(root) {
		if load, ok := use.(*ssa.UnOp); ok && isReturned(load) {
			return true
		}
	}
	return isReturned(root)
}

func isReturned(v ssa.Value) bool {
	return slices.ContainsFunc(Uses(v), func(use ssa.Instruction) bool {
		_, ok := use.(*ssa.Return)
		return ok
	})
}

// maxPassings bounds the calls that are judged for one object.
const maxPassings = 50

// rootOf returns the object in which an address lies.
func rootOf(addr ssa.Value) ssa.Value {
	for {
		switch a := addr.(type) {
		case *ssa.FieldAddr:
			addr = a.X
		case *ssa.IndexAddr:
			addr = a.X
		case *ssa.Slice:
			addr = a.X
		default:
			return addr
		}
	}
}

type confinement struct {
	calls []Passing
	seen  map[ssa.Value]bool
}

// follow reports whether nothing but calls can get a value or what it is a part of, and collects these calls.
func (c *confinement) follow(v ssa.Value) bool {
	if c.seen[v] {
		return true
	}
	c.seen[v] = true
	for _, in := range Uses(v) {
		if !c.followUse(v, in) {
			return false
		}
	}
	return true
}

func (c *confinement) followUse(v ssa.Value, in ssa.Instruction) bool {
	switch in := in.(type) {
	case *ssa.DebugRef, *ssa.BinOp, *ssa.If:
		return true
	case *ssa.Store:
		if in.Addr == v {
			return true
		}
		to := rootOf(in.Addr)
		_, made := to.(*ssa.Alloc)
		return made && c.follow(to)
	case *ssa.UnOp:
		if in.Op != token.MUL || isBasic(in.Type()) {
			return true // a text that is read from the object is followed by itself
		}
		return c.follow(in)
	case *ssa.Field:
		return isBasic(in.Type()) || c.follow(in)
	case *ssa.FieldAddr, *ssa.IndexAddr, *ssa.Index, *ssa.Slice, *ssa.Phi, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.MakeInterface, *ssa.Range, *ssa.Next, *ssa.Extract:
		return c.follow(in.(ssa.Value))
	case *ssa.Call:
		return c.followCall(v, in)
	}
	return false
}

// followCall records a call, and continues with a result that may be the object again.
func (c *confinement) followCall(v ssa.Value, call *ssa.Call) bool {
	if b, ok := call.Call.Value.(*ssa.Builtin); ok {
		switch b.Name() {
		case "len", "cap", "clear", "print", "println":
			return true
		case "append":
			return c.follow(call)
		}
		return false
	}
	for i, a := range arguments(&call.Call) {
		if a == v {
			c.calls = append(c.calls, Passing{call, i})
		}
	}
	if call.Call.Value == v && !call.Call.IsInvoke() {
		return false // a function
	}
	returned := false
	results := call.Call.Signature().Results()
	for i := range results.Len() {
		returned = returned || types.Identical(elementOf(results.At(i).Type()), elementOf(v.Type()))
	}
	return !returned || c.follow(call)
}

func isBasic(t types.Type) bool {
	_, ok := t.Underlying().(*types.Basic)
	return ok
}

// staysInside reports whether only functions of this package get an object, as far as the package shows.
func (p *Program) staysInside(addr ssa.Value) bool {
	calls, ok := Passings(addr)
	if !ok {
		return false
	}
	for _, c := range calls {
		callees := p.calleesOf(c.Call)
		for _, f := range callees {
			if f.Blocks == nil {
				return false
			}
		}
		if len(callees) == 0 || c.Call.Common().IsInvoke() {
			return false
		}
	}
	return true
}
