package flow

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A port is a part of a function's result, or of what one of its parameters points to, that a caller can read.
type port struct {
	fn   *ssa.Function
	to   Sel // Result or Out
	path *Path
}

// A source is a part of a function's input: of a parameter or, counted after these, of a free variable.
type source struct {
	index   int
	path    *Path
	encoded bool // encoded as JSON on the way
	filled  bool // filled into another text on the way
}

// A summary lists the sources of a port. Summaries of mutually recursive functions depend on each other: a worklist grows them
// together to a fixpoint, and none is read before. So neither the order of queries nor that of the calls changes a summary.
type summary struct {
	port       port
	barrier    *Barrier
	seen       map[localPlace]bool
	work       []localPlace
	sourceSet  map[source]bool
	sources    []source
	sorted     int // the number of sources when they were last sorted
	dependents []dependent
	queued     bool
}

// A localPlace is a place inside the function that a summary describes.
type localPlace struct {
	loc     Loc
	encoded bool
	filled  bool // filled into another text on the way
}

// A dependent is a call, in this summary or another, that is notified of each source found.
type dependent struct {
	summary *summary
	step    step
	at      localPlace // where the call is
}

// summaryWidth bounds the places that one summary visits; farther sources are missed. The largest summary seen in hand-written code has a few hundred.
const summaryWidth = 4000

// sourcesOf returns the sources of a port.
func (p *Program) sourcesOf(pt port, b *Barrier) []source {
	s := p.summaryOf(pt, b)
	for len(p.worklist) > 0 {
		next := p.worklist[0]
		p.worklist = p.worklist[1:]
		next.queued = false
		p.process(next)
	}
	if s.sorted < len(s.sources) {
		slices.SortFunc(s.sources, compareSources)
		s.sorted = len(s.sources)
	}
	return s.sources
}

func compareSources(a, b source) int {
	return cmp.Or(cmp.Compare(a.index, b.index), strings.Compare(a.path.Code(), b.path.Code()), cmpBool(a.encoded, b.encoded), cmpBool(a.filled, b.filled))
}

func cmpBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// summaryOf returns the summary of a port, which may still grow.
func (p *Program) summaryOf(pt port, b *Barrier) *summary {
	all := p.summaries
	if b != nil {
		all = b.summaries
	}
	s := all[pt]
	if s == nil {
		s = &summary{port: pt, barrier: b, seen: map[localPlace]bool{}, sourceSet: map[source]bool{}}
		all[pt] = s
		for _, start := range p.insideOf(pt.fn, pt.to, pt.path) {
			if start.Path != nil || p.CarriesText(start.Value.Type()) {
				p.enqueue(s, localPlace{loc: start})
			}
		}
	}
	return s
}

// enqueue adds a place to a summary, once.
func (p *Program) enqueue(s *summary, in localPlace) {
	if s.seen[in] {
		return
	}
	if len(s.seen) >= summaryWidth {
		return
	}
	s.seen[in] = true
	s.work = append(s.work, in)
	if !s.queued {
		s.queued = true
		p.worklist = append(p.worklist, s)
	}
}

// process visits the places of a summary that were not visited yet.
func (p *Program) process(s *summary) {
	for len(s.work) > 0 {
		at := s.work[0]
		s.work = s.work[1:]
		if i := indexIn(s.port.fn, at.loc.Value); i >= 0 {
			p.addSource(s, source{i, at.loc.Path, at.encoded, at.filled})
		}
		for _, st := range p.preds(at.loc) {
			if st.port != nil {
				sub := p.summaryOf(*st.port, s.barrier)
				w := dependent{s, st, at}
				sub.dependents = append(sub.dependents, w)
				for _, src := range sub.sources {
					p.followSource(w, src)
				}
			} else if p.isLocalEdge(s.port.fn, at.loc, st.Edge) && !s.barrier.blocks(st.Edge, at.filled) {
				p.enqueue(s, localPlace{st.From, at.encoded || st.Kind == Encoded && !st.QuotesText(), at.filled || st.Kind == Filled})
			}
		}
	}
}

// isLocalEdge reports whether an edge stays within the function that is summarized: fields in all objects of a type and package
// variables do not belong to it, and callees have summaries of their own.
func (p *Program) isLocalEdge(fn *ssa.Function, at Loc, e Edge) bool {
	if e.From.Key != "" || e.Kind == Return {
		return false
	}
	if _, global := e.From.Value.(*ssa.Global); global {
		return false
	}
	return !e.outward || at.Value.Parent() != fn && e.Instr != nil && within(e.Instr.Parent(), fn)
}

// within reports whether a function is another one or a literal in it.
func within(f, outer *ssa.Function) bool {
	for ; f != nil; f = f.Parent() {
		if f == outer {
			return true
		}
	}
	return false
}

// addSource adds a source to a summary and notifies its dependents.
func (p *Program) addSource(s *summary, src source) {
	if s.sourceSet[src] {
		return
	}
	s.sourceSet[src] = true
	s.sources = append(s.sources, src)
	for _, w := range s.dependents {
		p.followSource(w, src)
	}
}

// followSource continues from the argument that a call passes for a source.
func (p *Program) followSource(w dependent, src source) {
	if e, ok := p.argumentEdge(w.step, src); ok && !w.summary.barrier.blocks(e, w.at.filled) {
		p.enqueue(w.summary, localPlace{e.From, w.at.encoded || src.encoded, w.at.filled || src.filled})
	}
}

// argumentEdge returns the edge from the value that a call passes, or that a closure binds, for a source of the function.
func (p *Program) argumentEdge(st step, src source) (Edge, bool) {
	f := st.port.fn
	var v ssa.Value
	if st.call != nil {
		args := arguments(st.call.Common())
		if src.index < len(f.Params) {
			if i := src.index - len(f.Params) + len(args); i >= 0 && i < len(args) {
				v = args[i]
			} else if mc, ok := st.call.Common().Value.(*ssa.MakeClosure); ok && len(mc.Bindings) == 1 {
				v = mc.Bindings[0] // the receiver of a bound method
			}
		} else if mc, ok := st.call.Common().Value.(*ssa.MakeClosure); ok {
			v = mc.Bindings[src.index-len(f.Params)]
		}
	} else if st.closure != nil {
		switch {
		case src.index >= len(f.Params):
			if i := src.index - len(f.Params); i < len(st.closure.Bindings) {
				v = st.closure.Bindings[i]
			}
		case src.index == 0 && len(f.FreeVars) == 0 && len(st.closure.Bindings) == 1: // the receiver of a bound method
			v = st.closure.Bindings[0]
		}
	}
	if v == nil || src.path == nil && !p.CarriesText(v.Type()) || !p.canHavePart(v.Type(), src.path) {
		return Edge{}, false
	}
	e := Edge{From: Loc{Value: v, Path: src.path}}
	if st.call != nil {
		e.Instr = st.call
	}
	switch {
	case src.encoded:
		e.Kind = Encoded
	case src.filled:
		e.Kind = Filled
	case st.port.to.Kind == Out && st.port.path.InField():
		e.Kind = ArgToParam // stored there as a text of its own, not as a part of one
	}
	return e, true
}

// indexIn returns the index of a value among the parameters of a function and then its free variables, or -1.
func indexIn(fn *ssa.Function, v ssa.Value) int {
	switch v := v.(type) {
	case *ssa.Parameter:
		if v.Parent() == fn {
			return slices.Index(fn.Params, v)
		}
	case *ssa.FreeVar:
		if v.Parent() == fn {
			return len(fn.Params) + slices.Index(fn.FreeVars, v)
		}
	}
	return -1
}

// A ParamFlow says that a parameter, by its index with the receiver first, flows to a result; Filled, that it does only as a part which
// is filled into another text.
type ParamFlow struct {
	Index  int
	Filled bool
}

// ParamsToResult returns the parameters that flow to a result, by index.
func (p *Program) ParamsToResult(f *ssa.Function, result int) []ParamFlow {
	var params []ParamFlow
	for _, src := range p.sourcesOf(port{f, Sel{Kind: Result, Index: result}, nil}, nil) {
		if src.path != nil || src.index >= len(f.Params) {
			continue
		}
		if i := slices.IndexFunc(params, func(o ParamFlow) bool { return o.Index == src.index }); i < 0 {
			params = append(params, ParamFlow{src.index, src.filled})
		} else {
			params[i].Filled = params[i].Filled && src.filled
		}
	}
	return params
}
