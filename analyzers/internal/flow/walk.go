package flow

import "golang.org/x/tools/go/ssa"

// A Visit is a place that a walk has reached, with the way back to where it started.
type Visit struct {
	Loc      Loc
	InCallee bool   // below a call that the walk came into by its result: callers of the function are not followed
	Filled   bool   // filled into another text on the way
	Unsure   bool   // the way leads through an object that could not be told from others of its type
	Edge     Edge   // the step that led here; its From is Loc
	Prev     *Visit // the place before, nearer to the start; nil at the start
	Fields   int    // through how many fields that hold text the way leads
	Start    int    // which of the starts

	callee *ssa.Function // the function that the walk came into by its result
	origin *ssa.Function // the function that a walk with Inside began in
}

type state struct {
	loc    Loc
	callee *ssa.Function
	filled bool
}

// A Query asks what a walk is to look for.
type Query struct {
	Starts []Loc
	// NoCallers asks for what a function gives back or a place holds, whoever asks: callers of the function that the starts lie in
	// are not followed.
	NoCallers bool
	// AnyObject lets a walk with Inside go on from a field of what callers pass to that field in all objects of its type.
	AnyObject bool
	// Barrier, if not nil, stops text on some edges, also inside of functions that are gone through. It judges edges and not ways:
	// a place behind it is still found by others.
	Barrier *Barrier
	// Stop, if not nil, is a barrier that knows the place to which an edge leads, on the edges of this walk only.
	Stop func(to *Visit, e Edge) bool
	// Visit is called for each place once a state, and says whether to go on from it. Places that are surely reached come
	// first, and of these and the others the nearest.
	Visit func(Visit) bool
	Limit int // of the places looked at
}

// A Barrier says on which edges text is stopped, and is told whether it was filled into another text behind them. What is found
// about functions under it is kept for the next walk, so its answers must not change.
type Barrier struct {
	stops     func(e Edge, data bool) bool
	summaries map[port]*summary
}

// NewBarrier returns a barrier.
func NewBarrier(stops func(e Edge, data bool) bool) *Barrier {
	return &Barrier{stops, map[port]*summary{}}
}

func (b *Barrier) blocks(e Edge, data bool) bool { return b != nil && b.stops(e, data) }

// Follow follows the starts backwards, so that the way to each place is a sure one if there is any, and then a shortest one.
// It reports whether it saw all.
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

// Walk is Follow without a barrier for those who do not ask which object a field belongs to: where a field is read, its key is
// visited in place of the object, and the ways from there to what is put into the object are not.
func (p *Program) Walk(starts []Loc, visit func(Visit) bool, limit int) bool {
	return p.Follow(Query{Starts: starts, Limit: limit, Visit: ByKey(visit)})
}

// WalkNoCallers is Walk with Inside.
func (p *Program) WalkNoCallers(starts []Loc, visit func(Visit) bool, limit int) bool {
	return p.Follow(Query{Starts: starts, NoCallers: true, AnyObject: true, Limit: limit, Visit: ByKey(visit)})
}

// ByKey makes a visit of one that asks for fields by their keys, see [Program.Walk].
func ByKey(visit func(Visit) bool) func(Visit) bool {
	return func(v Visit) bool {
		switch {
		case v.Edge.Field != "":
			v.Loc = Loc{Key: v.Edge.Field}
		case v.Loc.Path.onlyEntries():
			v.Loc.Path = nil // a map is visited on the way to what is in it
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

// next takes the next place that was not seen yet, or returns nil.
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
	for _, st := range w.program.preds(at.Loc) {
		if st.port == nil {
			w.followEdge(at, st.Edge)
			continue
		}
		for _, src := range w.program.sourcesOf(*st.port, w.q.Barrier) {
			if e, ok := w.program.argumentEdge(st, src); ok {
				w.followEdge(at, e)
			}
		}
	}
}

// followEdge goes an edge, unless it leaves a function by another way than the walk came in.
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
