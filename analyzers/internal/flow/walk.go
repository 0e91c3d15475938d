package flow

import (
	"iter"

	"golang.org/x/tools/go/ssa"
)

// A Visit is a place that a walk has reached, with the path back to its start.
type Visit struct {
	Loc      Loc
	InCallee bool   // in a function entered through its result: its callers are not followed
	Filled   bool   // filled into another text on the way
	Unsure   bool   // the path leads through an object that cannot be told from others of its type
	Edge     Edge   // the edge that led here; its From is Loc
	Prev     *Visit // the place before, nearer to the start; nil at the start
	Fields   int    // how many fields that hold text the path crosses
	Start    int    // index into Query.Starts

	callee *ssa.Function // the function that the walk entered through its result
	origin *ssa.Function // the function in which a walk with NoCallers began
}

type state struct {
	loc    Loc
	callee *ssa.Function
	filled bool
}

// A Query configures a walk.
type Query struct {
	Starts []Loc
	// NoCallers keeps the walk out of the callers of the function that the starts lie in: it finds what the function returns or
	// a place holds for every caller.
	NoCallers bool
	// AnyObject lets a walk with NoCallers continue from a field of a caller's object to that field in all objects of its type.
	AnyObject bool
	// Barrier, if not nil, blocks edges, also within functions that the walk goes through. It judges edges and not paths: a place
	// behind it is still reached by other edges.
	Barrier *Barrier
	// Stop, if not nil, blocks edges of this walk only, and is given the place that the edge leads to.
	Stop func(to *Visit, e Edge) bool
	// Visit is called once per place and state, and reports whether to continue from it. Places that are reached without an unsure
	// step come first; of these and of the others, the nearest.
	Visit func(Visit) bool
	Limit int // on the places visited
}

// A Barrier blocks edges; it is also given whether the text was filled into another text after the edge. Summaries computed under
// it are kept for the next walk, so its answers must not change.
type Barrier struct {
	stops     func(e Edge, data bool) bool
	summaries map[port]*summary
}

// NewBarrier returns a barrier for the edges for which stops returns true.
func NewBarrier(stops func(e Edge, data bool) bool) *Barrier {
	return &Barrier{stops, map[port]*summary{}}
}

func (b *Barrier) blocks(e Edge, data bool) bool { return b != nil && b.stops(e, data) }

// Follow walks backwards from the starts. The path to each place has no unsure step where there is such a path, and is a shortest
// one of its kind. Follow reports whether the walk was complete, that is not cut at the limit.
func (p *Program) Follow(q Query) bool {
	w := &walk{program: p, q: q, seen: map[state]bool{}}
	for i, l := range q.Starts {
		v := &Visit{Loc: l, Start: i}
		if q.NoCallers && l.Value != nil {
			v.callee, v.InCallee = l.Value.Parent(), true
			v.origin = v.callee
		}
		w.sure = append(w.sure, v)
	}
	for n := 0; ; n++ {
		at := w.next()
		if at == nil {
			return true
		}
		if n >= q.Limit {
			return false
		}
		if q.Visit(*at) {
			w.expand(at)
		}
	}
}

// Walk is Follow without a barrier for callers that do not care which object a field belongs to: where a field is read, its key is
// visited in place of the object, and the places between the object and its stores are not visited.
func (p *Program) Walk(starts []Loc, visit func(Visit) bool, limit int) bool {
	return p.Follow(Query{Starts: starts, Limit: limit, Visit: ByKey(visit)})
}

// WalkNoCallers is Walk with NoCallers and AnyObject.
func (p *Program) WalkNoCallers(starts []Loc, visit func(Visit) bool, limit int) bool {
	return p.Follow(Query{Starts: starts, NoCallers: true, AnyObject: true, Limit: limit, Visit: ByKey(visit)})
}

// ByKey adapts a visit function that expects fields by their keys, see [Program.Walk].
func ByKey(visit func(Visit) bool) func(Visit) bool {
	return func(v Visit) bool {
		switch {
		case v.Edge.Field != "":
			v.Loc = Loc{Key: v.Edge.Field}
		case v.Loc.Path.onlyEntries():
			v.Loc.Path = nil // a map is visited on the way to its entries
		default:
			return true
		}
		return visit(v)
	}
}

type walk struct {
	program      *Program
	q            Query
	seen         map[state]bool
	sure, unsure []*Visit
}

// next dequeues the next place that was not visited yet, or returns nil.
func (w *walk) next() *Visit {
	for {
		queue := &w.sure
		if len(*queue) == 0 {
			queue = &w.unsure
		}
		if len(*queue) == 0 {
			return nil
		}
		at := (*queue)[0]
		*queue = (*queue)[1:]
		if s := (state{at.Loc, at.callee, at.Filled}); !w.seen[s] {
			w.seen[s] = true
			return at
		}
	}
}

func (w *walk) expand(at *Visit) {
	for e := range w.program.edgesTo(at.Loc, w.q.Barrier) {
		w.followEdge(at, e)
	}
}

// edgesTo yields the edges by which text gets to a place, those through calls included, within which b blocks edges.
func (p *Program) edgesTo(to Loc, b *Barrier) iter.Seq[Edge] {
	return func(yield func(Edge) bool) {
		for _, st := range p.preds(to) {
			if st.port == nil {
				if !yield(st.Edge) {
					return
				}
				continue
			}
			for _, src := range p.sourcesOf(*st.port, b) {
				if e, ok := p.argumentEdge(st, src); ok && !yield(e) {
					return
				}
			}
		}
	}
}

// followEdge enqueues the place at the far end of an edge, unless the edge leaves a function in another way than the walk entered it.
func (w *walk) followEdge(at *Visit, e Edge) {
	if e.outward && at.callee != nil && !(w.q.AnyObject && e.From.Key != "" && at.callee == at.origin) {
		owner := at.Loc.Value.Parent()
		if owner == at.callee || e.Instr == nil || !within(e.Instr.Parent(), at.callee) {
			return
		}
	}
	_, global := e.From.Value.(*ssa.Global)
	if global {
		e.Kind = Heap
	}
	if w.q.Barrier.blocks(e, at.Filled) || w.q.Stop != nil && w.q.Stop(at, e) {
		return
	}
	next := &Visit{Loc: e.From, Edge: e, Prev: at, Start: at.Start, Filled: at.Filled || e.Kind == Filled, Unsure: at.Unsure || e.Unsure, Fields: at.Fields, callee: at.callee, origin: at.origin}
	switch {
	case e.Kind == Return:
		next.callee = e.callee
	case global || e.From.Key != "" || at.Loc.Key != "":
		next.callee = nil
	}
	next.InCallee = next.callee != nil
	if w.seen[state{next.Loc, next.callee, next.Filled}] {
		return
	}
	if e.Field != "" && !at.Loc.Path.InField() || e.From.Key != "" && !at.Loc.Path.has(e.From.Key) {
		next.Fields++
	}
	if next.Unsure {
		w.unsure = append(w.unsure, next)
	} else {
		w.sure = append(w.sure, next)
	}
}
