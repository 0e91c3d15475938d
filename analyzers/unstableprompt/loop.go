package unstableprompt

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// A loop is a range over a map, over an iterator of package maps, or over a list of what such an iterator yields.
type loop struct {
	info   *llm.Info
	fn     *ssa.Function // that the loop stands in, or its body where it ranges over a function
	head   *ssa.BasicBlock
	blocks map[*ssa.BasicBlock]bool
	entry  func(ssa.Value) bool // reports whether a value is the key or the value of this turn
}

// write returns an instruction of the loop that lets prompt text grow by something that the map holds, or nil.
func (l *loop) write() ssa.Instruction {
	for _, b := range l.fn.Blocks { // in order, for one and the same answer each time
		if !l.blocks[b] {
			continue
		}
		for _, in := range b.Instrs {
			if l.addsText(in) {
				return in
			}
		}
	}
	return nil
}

// addsText reports whether an instruction adds to a text, or to a list of texts, that was begun before the loop.
func (l *loop) addsText(in ssa.Instruction) bool {
	switch in := in.(type) {
	case *ssa.BinOp:
		return in.Op == token.ADD && typex.IsString(in.Type()) && l.isCarriedOver(in.X) && l.fromMap(in.Y) && l.info.ReachesPrompt(in)
	case *ssa.Call:
		args := in.Call.Args
		if b, ok := in.Call.Value.(*ssa.Builtin); ok {
			if b.Name() == "append" && (isTools(l.info, in) || declaresTools(l.info, args[1])) {
				return l.isCarriedOver(args[0]) && l.fromMap(args[1]) && !l.isArgumentOf(args[0], in, sorts)
			}
			return b.Name() == "append" && l.isCarriedOver(args[0]) && l.fromMap(args[1]) && l.info.ReachesPrompt(in) &&
				(isComposed(args[1]) || l.isArgumentOf(args[0], in, joins)) && !l.isArgumentOf(args[0], in, sorts)
		}
		if fn := flow.FuncObject(in.Common()); fn != nil && isWriter(fn) && len(args) > 1 && l.existsBefore(args[0]) {
			for _, a := range args[1:] {
				if l.fromMap(a) && l.info.ReachesPrompt(l.bound(ssax.Unboxed(args[0]))) {
					return true
				}
			}
		}
	}
	return false
}

// bound returns the variable that a body of a loop captures, or the value itself.
func (l *loop) bound(v ssa.Value) ssa.Value {
	if outer, ok := v.(*ssa.FreeVar); ok {
		if from := l.info.Flow().Bindings(outer); len(from) == 1 {
			return from[0]
		}
	}
	return v
}

// isCarriedOver reports whether a value is what an earlier turn of the loop left: it comes in through the header, or is kept in a variable
// from outside.
func (l *loop) isCarriedOver(v ssa.Value) bool {
	seen := map[ssa.Value]bool{}
	var carried func(v ssa.Value) bool
	carried = func(v ssa.Value) bool {
		if seen[v] {
			return false
		}
		seen[v] = true
		switch v := v.(type) {
		case *ssa.Phi:
			return v.Block() == l.head || l.blocks[v.Block()] && slices.ContainsFunc(v.Edges, carried)
		case *ssa.BinOp:
			return carried(v.X)
		case *ssa.UnOp:
			return v.Op == token.MUL && l.existsBefore(v.X)
		}
		return false
	}
	return carried(v)
}

// existsBefore reports whether a value was there before the loop.
func (l *loop) existsBefore(v ssa.Value) bool {
	v = ssax.Unboxed(v)
	if f, ok := v.(*ssa.FieldAddr); ok {
		return l.existsBefore(f.X)
	}
	in, ok := v.(ssa.Instruction)
	return !ok || !l.blocks[in.Block()]
}

// fromMap reports whether a value is made of the key or the value of this turn.
func (l *loop) fromMap(v ssa.Value) bool {
	seen := map[ssa.Value]bool{}
	var from func(v ssa.Value) bool
	from = func(v ssa.Value) bool {
		if l.entry(v) {
			return true
		}
		in, ok := v.(ssa.Instruction)
		if !ok || seen[v] || !l.blocks[in.Block()] {
			return false
		}
		seen[v] = true
		if phi, ok := v.(*ssa.Phi); ok && phi.Block() == l.head {
			return false // of an earlier turn
		}
		for _, op := range in.Operands(nil) {
			if *op != nil && from(*op) {
				return true
			}
		}
		switch v := v.(type) {
		case *ssa.Alloc: // the array of a variadic call, or a literal
			return storesMatching(v, from)
		case *ssa.MakeMap:
			return slices.ContainsFunc(flow.Uses(v), func(use ssa.Instruction) bool {
				set, ok := use.(*ssa.MapUpdate)
				return ok && set.Map == v && from(set.Value)
			})
		}
		return false
	}
	return from(v)
}

// isComposed reports whether what is appended is a text made for it. Keys and values as they are may be a list of names, which is
// no text until somebody joins it.
func isComposed(appended ssa.Value) bool {
	for _, v := range ssax.Elements(appended) {
		switch v.(type) {
		case *ssa.BinOp, *ssa.Call:
			return typex.IsString(v.Type())
		}
	}
	return false
}

func sorts(fn *types.Func) bool {
	return fn.Pkg().Path() == "sort" || fn.Pkg().Path() == "slices" && strings.HasPrefix(fn.Name(), "Sort")
}

func joins(fn *types.Func) bool { return fn.FullName() == "strings.Join" }

// isArgumentOf reports whether a list, before or after the loop has filled it, is an argument of one of the functions, here or in a caller
// that the list is returned to.
func (l *loop) isArgumentOf(list ssa.Value, grown *ssa.Call, to func(*types.Func) bool) bool {
	seen := map[ssa.Value]bool{}
	var find func(v ssa.Value) bool
	find = func(v ssa.Value) bool {
		if seen[v] {
			return false
		}
		seen[v] = true
		for _, r := range flow.Uses(v) {
			switch r := r.(type) {
			case ssa.CallInstruction:
				if fn := flow.FuncObject(r.Common()); fn != nil && fn.Pkg() != nil && to(fn) {
					return true
				}
			case *ssa.MakeInterface, *ssa.ChangeType, *ssa.Phi, *ssa.Slice, *ssa.UnOp, *ssa.Extract:
				if find(r.(ssa.Value)) {
					return true
				}
			case *ssa.Return:
				for _, call := range l.info.Flow().Callers(r.Parent()) {
					if call.Value() != nil && find(call.Value()) {
						return true
					}
				}
			}
		}
		outer, ok := v.(*ssa.FreeVar)
		return ok && slices.ContainsFunc(l.info.Flow().Bindings(outer), find)
	}
	if load, ok := list.(*ssa.UnOp); ok && find(load.X) {
		return true
	}
	return find(list) || grown != nil && find(grown)
}

// isWriter reports whether a function writes text into its first argument or its receiver.
func isWriter(fn *types.Func) bool {
	switch fn.FullName() {
	case "fmt.Fprintf", "fmt.Fprint", "fmt.Fprintln", "io.WriteString",
		"(*strings.Builder).WriteString", "(*strings.Builder).Write", "(*bytes.Buffer).WriteString", "(*bytes.Buffer).Write":
		return true
	}
	return false
}

// storesMatching reports whether something that holds for a value is stored to a variable, to an element or to a field of it.
func storesMatching(addr ssa.Value, holds func(ssa.Value) bool) bool {
	if slices.ContainsFunc(flow.StoredValues(addr), holds) {
		return true
	}
	for _, r := range flow.Uses(addr) {
		switch r.(type) {
		case *ssa.IndexAddr, *ssa.FieldAddr:
			if storesMatching(r.(ssa.Value), holds) {
				return true
			}
		}
	}
	return false
}
