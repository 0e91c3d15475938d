package flow

import "golang.org/x/tools/go/ssa"

// A Visit is a place that a walk has reached, with the way back to where it started.
type Visit struct {
	Loc    Loc
	Inside bool   // below a call that the walk came into by its result: callers of the function are not followed
	Data   bool   // filled into another text on the way
	Unsure bool   // the way leads through an object that could not be told from others of its type
	Edge   Edge   // the step that led here; its From is Loc
	Next   *Visit // the place before, nearer to the start; nil at the start
	Fields int    // through how many fields that hold text the way leads
	Start  int    // which of the starts

	inside *ssa.Function // the function that the walk came into by its result
	asked  *ssa.Function // the function that a walk with Inside began in
}

type state struct {
	loc    Loc
	inside *ssa.Function
	data   bool
}

// A Query asks what a walk is to look for.
type Query struct {
	Starts []Loc
	// Inside asks for what a function gives back or a place holds, whoever asks: callers of the function that the starts lie in
	// are not followed.
	Inside bool
	// Whoever lets a walk with Inside go on from a field of what callers pass to that field in all objects of its type.
	Whoever bool
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

func (b *Barrier) stop(e Edge, data bool) bool { return b != nil && b.stops(e, data) }

// Follow follows the starts backwards, so that the way to each place is a sure one if there is any, and then a shortest one.
// It reports whether it saw all.
func (p *Program) Follow(q Query) bool {
	w := &walk{program: p, q: q, seen: map[state]bool{}}
	for i, l := range q.Starts {
		v := &Visit{Loc: l, Start: i}
		if q.Inside && l.Value != nil {
			v.inside, v.Inside = l.Value.Parent(), true
			v.asked = v.inside
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

// Contents is Walk with Inside.
func (p *Program) Contents(starts []Loc, visit func(Visit) bool, limit int) bool {
	return p.Follow(Query{Starts: starts, Inside: true, Whoever: true, Limit: limit, Visit: ByKey(visit)})
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
		if s := (state{at.Loc, at.inside, at.Data}); !w.seen[s] {
			w.seen[s] = true
			return at
		}
	}
}

func (w *walk) expand(at *Visit) {
	for _, st := range w.program.preds(at.Loc) {
		if st.port == nil {
			w.take(at, st.Edge)
			continue
		}
		for _, src := range w.program.sourcesOf(*st.port, w.q.Barrier) {
			if e, ok := w.program.handed(st, src); ok {
				w.take(at, e)
			}
		}
	}
}

// take goes an edge, unless it leaves a function by another way than the walk came in.
func (w *walk) take(at *Visit, e Edge) {
	if e.outward && at.inside != nil && !(w.q.Whoever && e.From.Key != "" && at.inside == at.asked) {
		owner := at.Loc.Value.Parent()
		if owner == at.inside || e.Instr == nil || !within(e.Instr.Parent(), at.inside) {
			return
		}
	}
	_, global := e.From.Value.(*ssa.Global)
	if global {
		e.Kind = Heap
	}
	if w.q.Barrier.stop(e, at.Data) || w.q.Stop != nil && w.q.Stop(at, e) {
		return
	}
	next := &Visit{Loc: e.From, Edge: e, Next: at, Start: at.Start, Data: at.Data || e.Kind == Data, Unsure: at.Unsure || e.Unsure, Fields: at.Fields, inside: at.inside, asked: at.asked}
	switch {
	case e.Kind == Down:
		next.inside = e.inside
	case global || e.From.Key != "" || at.Loc.Key != "":
		next.inside = nil
	}
	next.Inside = next.inside != nil
	if w.seen[state{next.Loc, next.inside, next.Data}] {
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
