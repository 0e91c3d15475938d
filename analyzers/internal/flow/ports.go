package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// A PartFlow says where a part of what a function returns, or of what one of its parameters points to, comes from. It is what the
// callers in other packages see of the function.
type PartFlow struct {
	To     Sel    // Result, or Out with the index of the parameter, receiver first
	Path   string // the code of the path from there to the part
	From   []Part
	Closed bool // of a Result: nothing but From can be in the part
}

// A Part is a part of an argument, receiver first.
type Part struct {
	Param int
	Path  string // the code of the path to it
}

// partDepth and maxParts bound the parts of one type that are looked at: the fields of a request, and of the messages in it.
const (
	partDepth = 2
	maxParts  = 40
)

// partLimit bounds the places visited to see whether a part is closed.
const partLimit = 200

// PartFlows returns the flows to the parts of what a function returns and writes into its parameters that are of types of the module,
// and those of the entries of maps to the text that it returns, along the edges that b lets through.
func (p *Program) PartFlows(f *ssa.Function, b *Barrier) (out []PartFlow) {
	results := f.Signature.Results()
	for i := range results.Len() {
		to := Sel{Kind: Result, Index: i}
		if from := p.entriesFrom(f, to, b); len(from) > 0 {
			out = append(out, PartFlow{To: to, From: from})
		}
		fresh := returnsOwn(f, i)
		for _, path := range p.textPaths(results.At(i).Type()) {
			part := PartFlow{To: to, Path: path.Code(), From: p.partsFrom(f, to, path, b)}
			if part.Closed = fresh && p.isClosed(f, to, path); part.Closed || len(part.From) > 0 {
				out = append(out, part)
			}
		}
	}
	for i, param := range f.Params {
		if !mutable(param.Type()) {
			continue
		}
		to := Sel{Kind: Out, Index: i}
		for _, path := range p.textPaths(param.Type()) {
			if from := p.partsFrom(f, to, path, b); len(from) > 0 {
				out = append(out, PartFlow{To: to, Path: path.Code(), From: from})
			}
		}
	}
	return out
}

// partsFrom returns the parts of the arguments that flow to a port, but for the port itself.
func (p *Program) partsFrom(f *ssa.Function, to Sel, path *Path, b *Barrier) (from []Part) {
	for _, src := range p.sourcesOf(port{f, to, path}, b) {
		part := Part{src.index, src.path.Code()}
		if src.index < len(f.Params) && !src.encoded && !(to.Kind == Out && src.index == to.Index && src.path == path) && !slices.Contains(from, part) {
			from = append(from, part)
		}
	}
	return from
}

// entriesFrom returns the entries of maps that flow to a result which is text, as the values do with which a template is filled.
func (p *Program) entriesFrom(f *ssa.Function, to Sel, b *Barrier) (from []Part) {
	if !fillsText(f.Signature, to.Index) {
		return nil
	}
	return slices.DeleteFunc(p.partsFrom(f, to, nil, b), func(part Part) bool {
		path := p.PathOf(part.Path)
		return path == nil || path.Tail != nil || path.Head.Kind != MapAny
	})
}

// fillsText reports whether a function takes a map and returns text.
func fillsText(sig *types.Signature, result int) bool {
	if !typex.IsText(sig.Results().At(result).Type()) {
		return false
	}
	for param := range sig.Params().Variables() {
		if _, ok := param.Type().Underlying().(*types.Map); ok {
			return true
		}
	}
	return false
}

// returnsOwn reports whether a function returns only objects that it makes or is given.
func returnsOwn(f *ssa.Function, result int) bool {
	for _, ret := range Returns(f) {
		v := ret.Results[result]
		if load, ok := v.(*ssa.UnOp); ok {
			v = load.X
		}
		switch v := rootOf(v).(type) {
		case *ssa.Alloc, *ssa.Parameter:
		case *ssa.Const:
			if v.Value != nil {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// isClosed reports whether nothing but arguments can be in a part of a result: no text, and no part of an unknown object.
func (p *Program) isClosed(f *ssa.Function, to Sel, path *Path) bool {
	closed := true
	complete := p.Follow(Query{Starts: p.insideOf(f, to, path), NoCallers: true, Limit: partLimit, Visit: func(at Visit) bool {
		switch v := at.Loc.Value.(type) {
		case nil, *ssa.Global:
			closed = false
		case *ssa.Const:
			closed = closed && (p.Literal(v) == nil || at.Loc.Path != nil)
		case *ssa.Call:
			closed = closed && p.hasBody(v)
		}
		return closed
	}})
	return closed && complete
}

// textPaths lists the paths to the texts in values of a type of the module.
func (p *Program) textPaths(t types.Type) (out []*Path) {
	if !p.IsRecord(t) {
		return nil
	}
	var visit func(t types.Type, depth int, wrap func(*Path) (*Path, bool))
	visit = func(t types.Type, depth int, wrap func(*Path) (*Path, bool)) {
		st := structBelow(t)
		if st == nil || p.foreignStruct(st) || depth == 0 {
			return
		}
		fields := st.Underlying().(*types.Struct)
		for i := range fields.NumFields() {
			in := func(tail *Path) (*Path, bool) {
				path, ok := p.cons(Sel{Kind: Field, Name: p.key(st, i)}, tail)
				if !ok {
					return nil, false
				}
				return wrap(path)
			}
			if path, ok := in(nil); ok && len(out) < maxParts && p.CarriesText(fields.Field(i).Type()) {
				out = append(out, path)
			}
			visit(fields.Field(i).Type(), depth-1, in)
		}
	}
	visit(t, partDepth, func(path *Path) (*Path, bool) { return path, true })
	return out
}

// addForeign adds the step into a part of a result or parameter of a function of another package, and reports whether the world may know
// it: a field of a record, or a text that entries of a map may fill, where the call names the function.
func (s *stepper) addForeign(call ssa.CallInstruction, fn *types.Func, to Sel, t types.Type, path *Path) bool {
	if call.Common().IsInvoke() || !s.p.world.InModule(fn.Pkg()) {
		return false
	}
	if filled := path == nil && to.Kind == Result && fillsText(fn.Signature(), to.Index); !filled && (!path.InField() || !s.p.IsRecord(t)) {
		return false
	}
	s.out = append(s.out, step{call: call, foreign: &foreignPort{fn, to, path}})
	return true
}

// foreignPort adds what flows to a part of a result or parameter of a function of another package, as far as the world knows; else,
// for a result, the field in all objects of its type.
func (s *stepper) foreignPort(st step) {
	f := st.foreign
	from, closed := s.p.world.PartsTo(f.fn, f.to, f.path.Code())
	args := arguments(st.call.Common())
	kind := ArgToParam
	if f.path == nil {
		kind = Filled
	}
	for _, part := range from {
		if part.Param < len(args) {
			s.add(Edge{Kind: kind, Instr: st.call}, args[part.Param], s.p.PathOf(part.Path))
		}
	}
	if f.to.Kind == Result && !closed {
		s.addTypeField(f.path, st.call)
	}
}
