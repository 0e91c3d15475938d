package flow

import (
	"golang.org/x/tools/go/ssa"
)

// A Loc is a place that holds text: an SSA value, or a part of what it points to. A value stands for all that is one with it: a
// slice for its elements, a pointer for what it points to, a builder for what is in it.
//
// An object that is not known gives way to the field's key: Key names the field in all objects of its type, and Path leads on
// from there.
type Loc struct {
	Value ssa.Value
	Path  *Path
	Key   string

	shared bool // of Key: only what is put there through objects that are not known
}

// InField reports whether a place is a field, or a part of one.
func (l Loc) InField() bool { return l.Key != "" || l.Path.InField() }

// Field returns the key of the field that a place is, or of the last one on the way to it; "" if there is none.
func (l Loc) Field() string {
	key := l.Key
	for path := l.Path; path != nil; path = path.Tail {
		if path.Head.Kind == Field {
			key = path.Head.Name
		}
	}
	return key
}

// Shared reports whether a place is the field of the objects only that are not known.
func (l Loc) Shared() bool { return l.shared }

// A Kind says how text gets from one place to the next.
type Kind uint8

const (
	Copy       Kind = iota // it stays within the function: a copy, a part, a concatenation
	Filled                 // it is filled into another text: an argument of a format, the data of a template
	ArgToParam             // it is passed by a caller: from an argument to the parameter
	Return                 // a function gives it back: from the result inside to the result outside
	Heap                   // it goes through a field or a package variable
	Encoded                // it is encoded as JSON: the value stands for its text, field by field
	MapEntry               // it is stored in a map under a key: an entry of a table
	Decoded                // it is decoded into what an argument points to; no step of a walk
	Alias                  // what is written to the result ends up in the argument; no step of a walk
)

// An Edge is one step backwards: the text at From gets to the place that was asked about through Instr.
type Edge struct {
	From   Loc
	Kind   Kind
	Instr  ssa.Instruction // nil where the step has no instruction of its own
	Store  *ssa.Store      // what put the text there, where Instr reads it again
	Field  string          // the key of the field that the step reads
	Unsure bool            // the object could not be told from others of its type

	outward bool          // it leaves the function by a parameter or a free variable
	callee  *ssa.Function // of Down: the function that is gone into
}

// A step is an edge, or the question which of its arguments a call hands on, of which each answer makes an edge.
type step struct {
	Edge
	port    *port // nil for an edge
	call    ssa.CallInstruction
	closure *ssa.MakeClosure // in place of call
}

// Uses returns the instructions that use a value, of which there are none on record for constants, functions and package
// variables.
func Uses(v ssa.Value) []ssa.Instruction {
	if r := v.Referrers(); r != nil {
		return *r
	}
	return nil
}

// StoredValues returns what is stored to an address, in the order of the instructions.
func StoredValues(addr ssa.Value) (out []ssa.Value) {
	for _, use := range Uses(addr) {
		if store, ok := use.(*ssa.Store); ok && store.Addr == addr {
			out = append(out, store.Val)
		}
	}
	return out
}

// IsMapKey reports whether a value is the key in a loop over a map: what is told of a map is told of its elements.
func IsMapKey(v ssa.Value) bool {
	key, ok := v.(*ssa.Extract)
	if !ok || key.Index != 1 {
		return false
	}
	next, ok := key.Tuple.(*ssa.Next)
	return ok && !next.IsString
}
