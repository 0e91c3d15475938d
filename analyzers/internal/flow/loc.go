package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// A Loc is a place that holds text: an SSA value, or a part of what it points to. A slice stands for its elements, a pointer for
// its target, a builder for its content.
//
// A field of an unknown object is named by its key: Key names the field in all objects of its type, and Path leads on from there.
type Loc struct {
	Value ssa.Value
	Path  *Path
	Key   string

	shared  bool // of Key: only what is stored there through unknown objects
	outside bool // of Key: only what is stored there in objects that callers in other packages may pass
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

// FieldOf returns the place of a field, given by its key, in what a value holds.
func (p *Program) FieldOf(v ssa.Value, key string) Loc {
	return Loc{Value: v, Path: p.path(Sel{Kind: Field, Name: key}, nil)}
}

// FromCallers reports whether a place is a field of the objects that callers in other packages pass to a parameter of which the path
// to that field is known.
func (l Loc) FromCallers() bool { return l.outside }

// Shared reports whether a place is a field of unknown objects only.
func (l Loc) Shared() bool { return l.shared }

// A Kind says how text gets from one place to another.
type Kind uint8

const (
	Copy       Kind = iota // within a function: a copy, a part, a concatenation
	Filled                 // into another text: an argument of a format, the data of a template
	ArgToParam             // from an argument to the parameter
	Return                 // from a returned value to the result of the call
	Heap                   // through a field or a package variable
	Encoded                // encoded as JSON: the text stands for the value, field by field
	MapEntry               // stored in a map under a key: an entry of a table
	Decoded                // decoded into what an argument points to; no step of a walk
	Alias                  // what is written to the result ends up in the argument; no step of a walk
)

// An Edge is one step backwards: the text at From reaches the place through Instr.
type Edge struct {
	From   Loc
	Kind   Kind
	Instr  ssa.Instruction // nil where the step has no instruction of its own
	Store  *ssa.Store      // the store that put the text there, where Instr reads it again
	Sum    *ssa.BinOp      // the sum of texts that From is an operand of; such a step has no Instr
	Field  string          // the key of the field that the step reads
	Unsure bool            // the object cannot be told from others of its type

	outward bool          // it leaves the function by a parameter or a free variable
	callee  *ssa.Function // of Return: the function that is entered
}

// QuotesText reports whether an edge encodes a text alone as JSON, which only quotes it.
func (e Edge) QuotesText() bool {
	mi, ok := e.From.Value.(*ssa.MakeInterface)
	return e.Kind == Encoded && ok && e.From.Path == nil && typex.IsText(mi.X.Type())
}

// A step is an edge, or a call whose callee is summarized: each source of the port makes an edge from an argument.
type step struct {
	Edge
	port    *port // nil for an edge
	call    ssa.CallInstruction
	closure *ssa.MakeClosure // in place of call
	foreign *foreignPort     // in place of port: call is of a function of another package
}

// A foreignPort is a part of a result or parameter of a function without a body here. The world knows where it comes from while
// it answers, so the edges are not kept.
type foreignPort struct {
	fn   *types.Func
	to   Sel
	path *Path
}

// Uses returns the instructions that use a value; SSA form records none for constants, functions and package variables.
func Uses(v ssa.Value) []ssa.Instruction {
	if r := v.Referrers(); r != nil {
		return *r
	}
	return nil
}

// StoredValues returns the values stored to an address, in the order of the instructions.
func StoredValues(addr ssa.Value) (out []ssa.Value) {
	for _, use := range Uses(addr) {
		if store, ok := use.(*ssa.Store); ok && store.Addr == addr {
			out = append(out, store.Val)
		}
	}
	return out
}

// IsMapKey reports whether a value is the key in a loop over a map. A map's labels describe its values, not its keys.
func IsMapKey(v ssa.Value) bool {
	key, ok := v.(*ssa.Extract)
	if !ok || key.Index != 1 {
		return false
	}
	next, ok := key.Tuple.(*ssa.Next)
	return ok && !next.IsString
}
