package llm

import (
	"fmt"
	"go/token"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// groupKey names how a text leaves its function: by a return, an argument, a store to a field, an entry of a table. Literals with
// the same key form one text.
func (b *builder) groupKey(at flow.Visit) string {
	v := &at
	for v.Prev != nil {
		switch v.Edge.Kind {
		case flow.ArgToParam, flow.Heap, flow.MapEntry:
			if field := fieldStored(v.Edge); field != nil {
				return b.fieldGroupKey(field, v.Edge)
			}
			if v.Edge.Instr != nil {
				to := "" // two arguments of one call are two texts
				if v.Edge.Kind == flow.ArgToParam && v.Prev.Loc.Value != nil {
					to = v.Prev.Loc.Value.Name() + v.Prev.Loc.Path.String()
				}
				return fmt.Sprint(v.Edge.Instr.Pos(), " ", v.Edge.Instr.Parent().Name(), " ", to)
			}
			return fmt.Sprint(v.Prev.Loc.Key, v.Prev.Start)
		case flow.Return:
			if _, ok := v.Edge.Instr.(*ssa.Return); ok { // else it is written into an argument and is a part of the caller's text
				return "result of " + v.Edge.Instr.Parent().String()
			}
		}
		v = v.Prev
	}
	return "sink " + strconv.Itoa(v.Start)
}

// fieldGroupKey is groupKey for a store to a field. In a table, that is in the elements of one list or in the initial value of a
// package variable, the field in all entries has one key.
func (b *builder) fieldGroupKey(field *ssa.FieldAddr, e flow.Edge) string {
	fn := field.Parent()
	if fn.Name() == "init" && fn.Parent() == nil && e.Instr != nil {
		key := flow.FieldKey(b.pass.Fset, field.X.Type(), field.Field)
		return fmt.Sprint("field ", key, " in ", b.enclosing(e.Instr.Pos()).name)
	}
	of := field.X
	if element, ok := of.(*ssa.IndexAddr); ok {
		of = element.X
	}
	return fmt.Sprint("field ", field.Field, " of ", of.Name(), " in ", fn)
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
