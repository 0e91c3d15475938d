package llm

import (
	"fmt"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// groupKey names how a text leaves its function: by a return, an argument, a store to a field, an entry of a table. Literals with
// the same key form one text. A text that the function reads again and joins with other text leaves with that. Joined reports
// whether the text is joined with other text before it leaves.
func (b *builder) groupKey(at flow.Visit) (key string, joined bool) {
	var storedIn *ssa.Function // the function that has stored the text under the key
	for v := &at; v.Prev != nil; v = v.Prev {
		switch v.Edge.Kind {
		case flow.Filled, flow.Copy:
			if in, ok := v.Prev.Loc.Value.(ssa.Instruction); storedIn != nil && ok && in.Parent() != storedIn {
				return key, joined
			}
			joined = joined || joins(v)
		case flow.ArgToParam, flow.Heap, flow.MapEntry:
			in := storing(v.Edge)
			if storedIn != nil && !(joined && in != nil && in.Parent() == storedIn) {
				continue
			}
			key = b.stepKey(v)
			if v.Edge.Kind == flow.ArgToParam || in == nil {
				return key, joined
			}
			storedIn, joined = in.Parent(), false
		case flow.Return:
			ret, ok := v.Edge.Instr.(*ssa.Return)
			if !ok { // it is written into an argument and is a part of the caller's text
				continue
			}
			if storedIn != nil && !(joined && ret.Parent() == storedIn) {
				return key, joined
			}
			_, i := flow.CallOf(v.Prev.Loc.Value) // two results are two texts
			return fmt.Sprint("result ", i, " of ", ret.Parent()), joined
		}
	}
	if storedIn != nil && !joined {
		return key, false
	}
	return fmt.Sprint("sink ", at.Start, " in ", functionOf(at)), joined
}

// joins reports whether a step joins text with other text.
func joins(v *flow.Visit) bool {
	if v.Edge.Kind == flow.Filled {
		return true
	}
	switch to := v.Prev.Loc.Value.(type) {
	case *ssa.BinOp:
		return true
	case *ssa.Call:
		return false
	default:
		_, call := v.Edge.Instr.(ssa.CallInstruction) // appends it to what a builder holds
		return call && to != nil
	}
}

// stepKey is groupKey for one step.
func (b *builder) stepKey(v *flow.Visit) string {
	if field := fieldStored(v.Edge); field != nil {
		return b.fieldGroupKey(field, v.Edge)
	}
	if v.Edge.Instr == nil {
		return fmt.Sprint(v.Prev.Loc.Key, v.Prev.Start)
	}
	to := "" // two arguments of one call are two texts
	if v.Edge.Kind == flow.ArgToParam && v.Prev.Loc.Value != nil {
		to = v.Prev.Loc.Value.Name() + v.Prev.Loc.Path.Code()
	}
	return fmt.Sprint(v.Edge.Instr.Pos(), " ", v.Edge.Instr.Parent().Name(), " ", to)
}

// functionOf returns the function of the first step with an instruction, or nil.
func functionOf(at flow.Visit) *ssa.Function {
	for v := &at; v.Prev != nil; v = v.Prev {
		if in := storing(v.Edge); in != nil {
			return in.Parent()
		}
		if in, ok := v.Prev.Loc.Value.(ssa.Instruction); ok {
			return in.Parent()
		}
	}
	return nil
}

// fieldGroupKey is groupKey for a store to a field. In a table, that is in the elements of one list or in the initial value of a
// package variable, the field in all entries has one key, or in all messages of one role.
func (b *builder) fieldGroupKey(field *ssa.FieldAddr, e flow.Edge) string {
	fn := field.Parent()
	if fn.Name() == "init" && fn.Parent() == nil && e.Instr != nil {
		key := flow.FieldKey(field.X.Type(), field.Field)
		return fmt.Sprint("field ", key, " in ", b.enclosing(e.Instr.Pos()).name)
	}
	of := field.X
	if list := listOf(of); list != nil && !hasAuthor(field) { // each message of a list is a text of its own
		of = list
	}
	return fmt.Sprint("field ", field.Field, " of ", of.Name(), " in ", fn, " ", b.siblingRole(field, ""))
}

// listOf returns the list of which a struct is an element, or nil. An element with calls in it is built apart and copied into the list.
func listOf(x ssa.Value) ssa.Value {
	if element, ok := x.(*ssa.IndexAddr); ok {
		return element.X
	}
	for _, load := range flow.Uses(x) {
		load, ok := load.(*ssa.UnOp)
		if !ok {
			continue
		}
		for _, use := range flow.Uses(load) {
			if store, ok := use.(*ssa.Store); ok && store.Val == load {
				if element, ok := store.Addr.(*ssa.IndexAddr); ok {
					return element.X
				}
			}
		}
	}
	return nil
}

// fieldStored returns the address of the field that text is stored to on an edge, or nil.
func fieldStored(e flow.Edge) *ssa.FieldAddr {
	if e.Kind != flow.Heap {
		return nil
	}
	return storedField(storing(e))
}

// storing returns the instruction that stored the text that an edge reads, or else the instruction of the edge.
func storing(e flow.Edge) ssa.Instruction {
	if e.Store != nil { // not itself in an interface: it may be nil
		return e.Store
	}
	return e.Instr
}

// readAt returns the position where a walk read a field, or the nearest position to where it ended.
func readAt(at flow.Visit, field string) token.Pos {
	for v := &at; v != nil; v = v.Prev {
		if v.Edge.Field == field && v.Edge.Instr != nil && v.Edge.Instr.Pos().IsValid() {
			return v.Edge.Instr.Pos()
		}
	}
	if in, ok := at.Loc.Value.(ssa.Instruction); ok && in.Pos().IsValid() {
		return in.Pos()
	}
	for v := &at; v != nil; v = v.Prev {
		if v.Edge.Instr != nil && v.Edge.Instr.Pos().IsValid() {
			return v.Edge.Instr.Pos()
		}
		if v.Prev == nil {
			break
		}
		if in, ok := v.Prev.Loc.Value.(ssa.Instruction); ok && in.Pos().IsValid() {
			return in.Pos()
		}
	}
	return token.NoPos
}
