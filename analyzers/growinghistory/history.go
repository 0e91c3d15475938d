package growinghistory

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// A history is what the package does with one list of messages.
type history struct {
	pass    *rule.Pass
	program *flow.Program
	place   string

	turns   []ssa.Instruction // appends of what a caller or a person says, as opposed to what the function itself made
	bounded bool              // something shortens it, counts it, or gets it to work on
}

// visitUses goes through the uses of the list.
func (h *history) visitUses() {
	for _, fn := range h.program.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				switch in := in.(type) {
				case *ssa.Store:
					if h.isListAddr(in.Addr) {
						h.checkStored(in.Val)
					}
				case *ssa.MapUpdate: // one list for each key
					if h.isMap(in.Map) {
						h.checkStored(in.Value)
					}
				case *ssa.UnOp:
					if in.Op == token.MUL && h.isListAddr(in.X) {
						h.checkReaders(in)
					}
				case *ssa.Slice:
					if h.isList(in.X) && in.High != nil || h.isList(in.X) && in.Low != nil {
						h.bounded = true
					}
				case *ssa.Call:
					if b, ok := in.Call.Value.(*ssa.Builtin); ok && b.Name() == "len" && h.isList(in.Call.Args[0]) && isComparedWithLimit(in) {
						h.bounded = true
					}
				}
			}
		}
	}
}

// isListAddr reports whether an address is that of the list.
func (h *history) isListAddr(addr ssa.Value) bool {
	switch a := addr.(type) {
	case *ssa.FieldAddr:
		return flow.FieldKey(a.X.Type(), a.Field) == h.place
	case *ssa.Global:
		return a.Object() != nil && flow.GlobalKey(a.Object()) == h.place
	}
	return false
}

// isList reports whether a value is the list as it is read.
func (h *history) isList(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.UnOp:
		return v.Op == token.MUL && h.isListAddr(v.X)
	case *ssa.Lookup:
		return h.isMap(v.X)
	case *ssa.Extract:
		l, ok := v.Tuple.(*ssa.Lookup)
		return ok && h.isMap(l.X)
	case *ssa.Phi:
		for _, e := range v.Edges {
			if _, again := e.(*ssa.Phi); !again && h.isList(e) {
				return true
			}
		}
	}
	return false
}

// isMap reports whether a value is the place, if that holds a list for each key, such as a user.
func (h *history) isMap(v ssa.Value) bool {
	u, ok := v.(*ssa.UnOp)
	if !ok || u.Op != token.MUL || !h.isListAddr(u.X) {
		return false
	}
	_, ok = u.Type().Underlying().(*types.Map)
	return ok
}

// checkStored judges what is put in the place of the list.
func (h *history) checkStored(v ssa.Value) {
	call, ok := v.(*ssa.Call)
	if !ok {
		return // a first value or a fresh start: neither lets it grow nor bounds what grows
	}
	b, ok := call.Call.Value.(*ssa.Builtin)
	if !ok {
		h.bounded = true // a function makes the new list, and may have shortened it
		return
	}
	if b.Name() == "append" && h.isList(call.Call.Args[0]) && h.saidByCaller(call) {
		h.turns = append(h.turns, call)
	}
}

// checkReaders looks for functions that get the list: who is not the model may count or shorten it.
func (h *history) checkReaders(v *ssa.UnOp) {
	for _, use := range flow.Uses(v) {
		call, ok := use.(*ssa.Call)
		if !ok {
			continue
		}
		fn := flow.FuncObject(call.Common())
		if fn == nil {
			continue
		}
		name := strings.ToLower(fn.Name())
		for _, word := range []string{"token", "trim", "trunc", "compact", "summar", "prune", "window", "limit", "count", "estimate", "shrink", "compress", "delete"} {
			if strings.Contains(name, word) {
				h.bounded = true
			}
		}
	}
}

// saidByCaller reports whether what is appended holds text that a caller passes in: a turn of a talk, not a step of a loop.
func (h *history) saidByCaller(call *ssa.Call) bool {
	found := false
	h.program.WalkNoCallers([]flow.Loc{{Value: call.Call.Args[1]}}, func(at flow.Visit) bool {
		if p, ok := at.Loc.Value.(*ssa.Parameter); ok && p.Parent() == call.Parent() && p.Parent().Signature.Recv() != nil && p != p.Parent().Params[0] && !flow.IsContext(p.Type()) {
			found = true
		}
		return !found && at.Loc.Key == ""
	}, 500)
	if found {
		return true
	}
	// The walk goes by fields of the program's own types: what is stored to those of the message appended.
	for _, in := range call.Parent().Params {
		if typex.IsString(in.Type()) && flowsInto(in, call.Call.Args[1]) {
			return true
		}
	}
	return h.saidFromOutside(call)
}

// saidFromOutside reports whether what is appended holds text that a function which other packages call gets from them, perhaps through helpers.
func (h *history) saidFromOutside(call *ssa.Call) bool {
	found := false
	h.program.Walk([]flow.Loc{{Value: call.Call.Args[1]}}, func(at flow.Visit) bool {
		if p, ok := at.Loc.Value.(*ssa.Parameter); ok && typex.IsString(p.Type()) && token.IsExported(p.Parent().Name()) {
			found = true
		}
		return !found && at.Loc.Key == "" && !at.Filled
	}, 500)
	return found
}

// flowsInto reports whether a text is stored in a part of a list that is written out for an append.
func flowsInto(text ssa.Value, list ssa.Value) bool {
	s, ok := list.(*ssa.Slice)
	if !ok {
		return false
	}
	seen := map[ssa.Value]bool{}
	var below func(addr ssa.Value) bool
	below = func(addr ssa.Value) bool {
		if seen[addr] {
			return false
		}
		seen[addr] = true
		for _, in := range flow.Uses(addr) {
			switch in := in.(type) {
			case *ssa.FieldAddr:
				if below(in) {
					return true
				}
			case *ssa.IndexAddr:
				if below(in) {
					return true
				}
			case *ssa.Store:
				if in.Addr != addr {
					continue
				}
				if in.Val == text {
					return true
				}
				if u, ok := in.Val.(*ssa.UnOp); ok && below(u.X) {
					return true
				}
			}
		}
		return false
	}
	return below(s.X)
}

// isComparedWithLimit reports whether a length is compared with more than nothing.
func isComparedWithLimit(n *ssa.Call) bool {
	for _, use := range flow.Uses(n) {
		b, ok := use.(*ssa.BinOp)
		if !ok {
			continue
		}
		other := b.Y
		if other == ssa.Value(n) {
			other = b.X
		}
		c, ok := other.(*ssa.Const)
		if !ok || c.Int64() > 2 {
			return true
		}
	}
	return false
}
