package flow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A Loc is a place that holds text: an SSA value, or a field named by its key.
// The value of a slice, map, pointer, builder or channel stands for what is in it too.
type Loc struct {
	Value ssa.Value
	Key   string
}

// A Kind says how text gets from one place to the next.
type Kind uint8

const (
	Same    Kind = iota // it stays within the function: a copy, a part, a concatenation
	Data                // it is filled into another text: an argument of a format, the data of a template
	Up                  // it is passed by a caller: from an argument to the parameter
	Down                // a function gives it back: from the result inside to the result outside
	Heap                // it goes through a field or a package variable
	Coded               // it is encoded as JSON: the value stands for its text, field by field
	Key                 // it is stored in a map under a key: an entry of a table
	Decoded             // it is decoded into what an argument points to; no step of a walk
	Alias               // what is written to the result ends up in the argument; no step of a walk
)

// An Edge is one step backwards: the text at From gets to the place that was asked about through Instr.
type Edge struct {
	From  Loc
	Kind  Kind
	Instr ssa.Instruction // nil where the step has no instruction of its own
}

// preds returns the steps that lead to a place.
func (p *Program) preds(at Loc) []Edge {
	var out []Edge
	add := func(k Kind, in ssa.Instruction, vs ...ssa.Value) {
		for _, v := range vs {
			if v != nil && p.Carries(v.Type()) {
				out = append(out, Edge{Loc{Value: v}, k, in})
			}
		}
	}
	put := func(k Kind, in ssa.Instruction, v ssa.Value) { add(k, in, v) }
	if at.Key != "" {
		for _, addr := range p.index.fields[at.Key] {
			p.writes(addr, put)
		}
		p.keepers(at.Key, put)
		return out
	}
	switch v := at.Value.(type) {
	case *ssa.Parameter:
		for _, call := range p.Callers(v.Parent()) {
			if arg := argument(call, v); arg != nil {
				add(Up, call, arg)
			}
		}
	case *ssa.FreeVar:
		for i, fv := range v.Parent().FreeVars {
			if fv == v {
				for _, mc := range p.index.closures[v.Parent()] {
					add(Heap, mc, mc.Bindings[i])
				}
			}
		}
	case *ssa.Phi:
		add(Same, nil, v.Edges...)
	case *ssa.BinOp:
		if v.Op == token.ADD {
			add(Same, nil, v.X, v.Y)
		}
	case *ssa.UnOp:
		switch v.Op {
		case token.MUL:
			out = append(out, p.load(v.X)...)
		case token.ARROW:
			add(Same, nil, v.X)
		}
	case *ssa.FieldAddr, *ssa.Field:
		out = append(out, p.load(v)...)
	case *ssa.IndexAddr:
		add(Same, nil, v.X)
	case *ssa.Index:
		add(Same, nil, v.X)
	case *ssa.Lookup:
		add(Same, nil, v.X)
	case *ssa.Slice:
		add(Same, nil, v.X)
	case *ssa.Convert:
		add(Same, nil, v.X)
	case *ssa.MultiConvert:
		add(Same, nil, v.X)
	case *ssa.ChangeType:
		add(Same, nil, v.X)
	case *ssa.ChangeInterface:
		add(Same, nil, v.X)
	case *ssa.MakeInterface:
		add(Same, nil, v.X)
	case *ssa.SliceToArrayPointer:
		add(Same, nil, v.X)
	case *ssa.TypeAssert:
		add(Same, nil, v.X)
	case *ssa.Range:
		add(Same, nil, v.X)
	case *ssa.Next:
		add(Same, nil, v.Iter)
	case *ssa.Extract:
		switch t := v.Tuple.(type) {
		case *ssa.Call:
			out = append(out, p.result(t, v.Index)...)
		case *ssa.UnOp:
			out = append(out, p.preds(Loc{Value: t})...)
		case *ssa.Next:
			add(Same, nil, t.Iter)
		case *ssa.Lookup:
			add(Same, nil, t.X)
		case *ssa.TypeAssert:
			add(Same, nil, t.X)
		}
	case *ssa.Call:
		out = append(out, p.result(v, 0)...)
	}
	if v := at.Value; v != nil && mutable(v.Type()) {
		p.writes(v, put)
	}
	return out
}

// keepers reports what functions of a field's package are passed here to be put into it.
func (p *Program) keepers(field string, emit func(Kind, ssa.Instruction, ssa.Value)) {
	for _, f := range p.index.imported[FieldPackage(field)] {
		fn, ok := f.Object().(*types.Func)
		if !ok {
			continue
		}
		recv := 0
		if fn.Signature().Recv() != nil {
			recv = 1
		}
		for i := range fn.Signature().Params().Len() {
			if !slices.Contains(p.world.Keeps(fn, i), field) {
				continue
			}
			for _, call := range p.index.callers[f] {
				if args := arguments(call.Common()); i+recv < len(args) {
					emit(Heap, call, args[i+recv])
				}
			}
		}
	}
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

// load is a read through an address.
func (p *Program) load(addr ssa.Value) []Edge {
	switch a := addr.(type) {
	case *ssa.FieldAddr:
		return []Edge{{Loc{Key: FieldKey(p.Fset, a.X.Type(), a.Field)}, Heap, a}}
	case *ssa.Field:
		return []Edge{{Loc{Key: FieldKey(p.Fset, a.X.Type(), a.Field)}, Heap, a}}
	}
	return []Edge{{Loc{Value: addr}, Same, nil}}
}

// result returns where a result of a call comes from.
func (p *Program) result(call *ssa.Call, i int) []Edge {
	c := call.Common()
	var out []Edge
	arg := func(k Kind, j int) {
		if args := arguments(c); j < len(args) && p.Carries(args[j].Type()) {
			out = append(out, Edge{Loc{Value: args[j]}, k, call})
		}
	}
	if b, ok := c.Value.(*ssa.Builtin); ok {
		if b.Name() == "append" {
			for j := range c.Args {
				arg(Same, j)
			}
		}
		return out
	}
	for _, f := range p.calleesOf(call) {
		if f.Blocks == nil {
			continue
		}
		for _, ret := range returns(f) {
			if i < len(ret.Results) && p.Carries(ret.Results[i].Type()) {
				out = append(out, Edge{Loc{Value: ret.Results[i]}, Down, ret})
			}
		}
		for _, j := range p.through(f).results[i] {
			arg(Same, j)
		}
	}
	if fn := FuncObject(c); fn != nil && !p.hasBody(call) {
		if from, ok := p.resultOf(fn, i); ok {
			for _, t := range from {
				arg(t.Kind, t.From.Index)
			}
		} else if args, ok := p.world.Passes(fn, i); ok {
			for _, j := range args {
				arg(Same, j)
			}
			for _, key := range p.world.Reads(fn, i) {
				out = append(out, Edge{Loc{Key: key}, Heap, call})
			}
		}
	}
	return out
}

func (p *Program) hasBody(call ssa.CallInstruction) bool {
	f := Callee(call.Common())
	return f != nil && f.Blocks != nil
}

// arguments returns receiver and arguments of a call, in the order of the parameters of the function called.
func arguments(c *ssa.CallCommon) []ssa.Value {
	if c.IsInvoke() {
		return append([]ssa.Value{c.Value}, c.Args...)
	}
	return c.Args
}

// argument returns what a call passes for a parameter.
func argument(call ssa.CallInstruction, param *ssa.Parameter) ssa.Value {
	args := arguments(call.Common())
	params := param.Parent().Params
	off := len(params) - len(args) // a bound method's receiver is not among the arguments
	for i, q := range params {
		if q == param && i-off >= 0 && i-off < len(args) {
			return args[i-off]
		}
	}
	return nil
}

// calleesOf returns the functions of this package that a call may reach.
func (p *Program) calleesOf(call ssa.CallInstruction) []*ssa.Function {
	c := call.Common()
	if c.IsInvoke() {
		return p.implementations(c.Method)
	}
	if f := Callee(c); f != nil {
		return []*ssa.Function{f}
	}
	return p.index.targets[call]
}

// Callers returns the calls in this package that may reach a function: direct ones, and those of interface methods and
// function values as far as they can be told.
func (p *Program) Callers(f *ssa.Function) []ssa.CallInstruction {
	calls := append([]ssa.CallInstruction(nil), p.index.callers[f]...)
	calls = append(calls, p.index.sites[f]...)
	if obj, ok := f.Object().(*types.Func); ok {
		for _, m := range p.InterfaceMethods(obj) {
			calls = append(calls, p.index.invokes[m.FullName()]...)
		}
	}
	return calls
}

// writes reports what is put into a place that others can write to: a builder, map, slice, cell, channel.
func (p *Program) writes(v ssa.Value, emit func(Kind, ssa.Instruction, ssa.Value)) {
	seen := map[ssa.Value]bool{}
	var visit func(v ssa.Value)
	visit = func(v ssa.Value) {
		if seen[v] {
			return
		}
		seen[v] = true
		for _, in := range p.referrers(v) {
			switch in := in.(type) {
			case *ssa.Store:
				if in.Addr == v {
					emit(Same, in, in.Val)
				}
			case *ssa.MapUpdate:
				if in.Map == v {
					emit(Key, in, in.Value)
				}
			case *ssa.Send:
				if in.Chan == v {
					emit(Same, in, in.X)
				}
			case *ssa.IndexAddr:
				if in.X == v {
					visit(in)
				}
			case *ssa.FieldAddr: // a struct of another module is one place, with all that is in it
				if in.X == v && p.foreignStruct(v.Type()) && p.world.Holds(FieldKey(p.Fset, v.Type(), in.Field)) {
					visit(in)
				}
			case *ssa.UnOp: // a reference kept in a cell
				if in.Op == token.MUL && mutable(in.Type()) {
					visit(in)
				}
			case *ssa.Phi, *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.ChangeType, *ssa.Slice, *ssa.TypeAssert:
				visit(in.(ssa.Value))
			case *ssa.Extract, *ssa.Lookup:
				if mutable(in.(ssa.Value).Type()) {
					visit(in.(ssa.Value))
				}
			case *ssa.MakeClosure:
				if f, ok := in.Fn.(*ssa.Function); ok {
					for i, b := range in.Bindings {
						if b == v && i < len(f.FreeVars) {
							visit(f.FreeVars[i])
						}
					}
				}
			case ssa.CallInstruction:
				p.callWrites(in, v, emit, visit)
			}
		}
	}
	visit(v)
}

// callWrites reports what a call writes into one of its arguments.
func (p *Program) callWrites(call ssa.CallInstruction, v ssa.Value, emit func(Kind, ssa.Instruction, ssa.Value), alias func(ssa.Value)) {
	c := call.Common()
	args := arguments(c)
	if b, ok := c.Value.(*ssa.Builtin); ok {
		if b.Name() == "copy" && args[0] == v {
			emit(Same, call, args[1])
		}
		return
	}
	for i, a := range args {
		if a != v {
			continue
		}
		if fn := FuncObject(c); fn != nil {
			for _, t := range p.writers(fn, i) {
				if t.From.Index < len(args) {
					emit(t.Kind, call, args[t.From.Index])
				}
			}
			if p.aliases(fn, i) && call.Value() != nil {
				alias(call.Value())
			}
		}
		for _, f := range p.calleesOf(call) {
			if f.Blocks != nil && i < len(f.Params) && len(f.Params) == len(args) {
				emit(Down, call, f.Params[i])
				for _, j := range p.through(f).out[i] {
					if j < len(args) && j != i {
						emit(Same, call, args[j])
					}
				}
			}
		}
	}
}

func (p *Program) referrers(v ssa.Value) []ssa.Instruction {
	if g, ok := v.(*ssa.Global); ok {
		return p.index.globals[g]
	}
	return Uses(v)
}

// Uses returns the instructions that use a value, of which there are none on record for constants, functions and package
// variables.
func Uses(v ssa.Value) []ssa.Instruction {
	if r := v.Referrers(); r != nil {
		return *r
	}
	return nil
}

// Stored returns what is stored to an address, in the order of the instructions.
func Stored(addr ssa.Value) (out []ssa.Value) {
	for _, use := range Uses(addr) {
		if store, ok := use.(*ssa.Store); ok && store.Addr == addr {
			out = append(out, store.Val)
		}
	}
	return out
}

// mutable reports whether a value of that type is a reference that others can write through.
func mutable(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Slice, *types.Chan:
		return true
	case *types.Interface:
		return !IsError(t)
	}
	return false
}

func (p *Program) foreignStruct(t types.Type) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && !p.world.Ours(n.Obj().Pkg())
}

// IsContext reports whether a type is context.Context.
func IsContext(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "Context" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "context"
}

// IsError reports whether a type is error.
func IsError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

// Carries reports whether a value of a type may carry text that this package follows by value. A struct of the code
// under check carries none: its fields are places of their own. An error carries none either: what it says is
// about a failure, not meant for whom the text is for.
func (p *Program) Carries(t types.Type) bool { return p.carries(t, 0) }

func (p *Program) carries(t types.Type, depth int) bool {
	if depth > 5 {
		return false
	}
	if IsError(t) {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0 || u.Kind() == types.Byte || u.Kind() == types.UnsafePointer
	case *types.Pointer:
		return p.carries(u.Elem(), depth+1)
	case *types.Slice:
		return p.carries(u.Elem(), depth+1)
	case *types.Array:
		return p.carries(u.Elem(), depth+1)
	case *types.Chan:
		return p.carries(u.Elem(), depth+1)
	case *types.Map:
		return p.carries(u.Elem(), depth+1)
	case *types.Struct:
		return p.foreignStruct(t)
	case *types.Interface, *types.Signature, *types.Tuple:
		return true
	}
	return true // a type parameter
}
