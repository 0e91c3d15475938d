package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// A PartFlow says where a part of what a function returns, or of what one of its parameters points to, comes from. It is what the
// callers in other packages see of the function.
type PartFlow struct {
	To     Sel   // Result, or Out with the index of the parameter, receiver first
	Path   []Sel // from there to the part
	From   []Part
	Closed bool // of a Result: nothing but From can be in the part
}

// A Part is a part of an argument, receiver first.
type Part struct {
	Param int
	Path  []Sel
}

// partDepth and maxParts bound the parts of one type that are looked at: the fields of a request, and of the messages in it.
const (
	partDepth = 2
	maxParts  = 40
)

// partLimit bounds the places visited to see whether a part is closed.
const partLimit = 200

// PartFlows returns the flows to the parts of what a function returns and writes into its parameters that are of types of the module,
// along the edges that b lets through.
func (p *Program) PartFlows(f *ssa.Function, b *Barrier) (out []PartFlow) {
	results := f.Signature.Results()
	for i := range results.Len() {
		to := Sel{Kind: Result, Index: i}
		fresh := returnsOwn(f, i)
		for _, path := range p.textPaths(results.At(i).Type()) {
			flow := PartFlow{To: to, Path: path.Selectors(), From: p.partsFrom(f, to, path, b)}
			if flow.Closed = fresh && p.isClosed(f, to, path); flow.Closed || len(flow.From) > 0 {
				out = append(out, flow)
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
				out = append(out, PartFlow{To: to, Path: path.Selectors(), From: from})
			}
		}
	}
	return out
}

// partsFrom returns the parts of the arguments that flow to a port, but for the port itself.
func (p *Program) partsFrom(f *ssa.Function, to Sel, path *Path, b *Barrier) (from []Part) {
	for _, src := range p.sourcesOf(port{f, to, path}, b) {
		if src.index < len(f.Params) && !src.encoded && !(to.Kind == Out && src.index == to.Index && src.path == path) {
			from = append(from, Part{src.index, src.path.Selectors()})
		}
	}
	return from
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
	var visit func(t types.Type, depth int) [][]Sel
	visit = func(t types.Type, depth int) (paths [][]Sel) {
		st := structBelow(t)
		if st == nil || p.foreignStruct(st) || depth == 0 {
			return nil
		}
		fields := st.Underlying().(*types.Struct)
		for i := range fields.NumFields() {
			head := Sel{Kind: Field, Name: p.key(st, i)}
			if p.CarriesText(fields.Field(i).Type()) {
				paths = append(paths, []Sel{head})
			}
			for _, tail := range visit(fields.Field(i).Type(), depth-1) {
				paths = append(paths, append([]Sel{head}, tail...))
			}
		}
		return paths
	}
	for _, selectors := range visit(t, partDepth) {
		if path := p.PathOf(selectors); len(out) < maxParts && path.size == len(selectors) {
			out = append(out, path)
		}
	}
	return out
}
