package flow

import "golang.org/x/tools/go/ssa"

// A Visit is a place that a walk has reached, with the way back to where it started.
type Visit struct {
	Loc    Loc
	Inside bool   // below a call that the walk came into by its result: callers of the function are not followed
	Data   bool   // filled into another text on the way
	Edge   Edge   // the step that led here; its From is Loc
	Next   *Visit // the place before, nearer to the start; nil at the start
	Start  int    // which of the starts
}

type state struct {
	loc          Loc
	inside, data bool
}

// A Query asks what a walk is to look for.
type Query struct {
	Starts []Loc
	// Inside asks for what a function gives back or a place holds, whoever asks: callers of the function that the starts lie in
	// are not followed.
	Inside bool
	// Barrier, if not nil, reports whether text is stopped on an edge that leads to a visited place. It judges edges and
	// not ways: a place behind it is still found by others.
	Barrier func(to *Visit, e Edge) bool
	// Visit is called for each place once a state, nearest first, and says whether to go on from it.
	Visit func(Visit) bool
	Limit int // of the places looked at
}

// Follow follows the starts backwards, breadth first, so that the way to each place is a shortest one. It reports whether it
// saw all.
func (p *Program) Follow(q Query) bool { return p.walk(q, false) }

// Walk is Follow without a barrier.
func (p *Program) Walk(starts []Loc, visit func(Visit) bool, limit int) bool {
	return p.walk(Query{Starts: starts, Visit: visit, Limit: limit}, false)
}

// walkInside is Walk within a function: callers are not followed.
func (p *Program) walkInside(starts []Loc, visit func(Visit) bool, limit int) bool {
	return p.walk(Query{Starts: starts, Inside: true, Visit: visit, Limit: limit}, true)
}

func (p *Program) walk(q Query, local bool) bool {
	seen := map[state]bool{}
	var queue []*Visit
	push := func(v *Visit) {
		s := state{v.Loc, v.Inside, v.Data}
		if !seen[s] {
			seen[s] = true
			queue = append(queue, v)
		}
	}
	for i, l := range q.Starts {
		push(&Visit{Loc: l, Inside: q.Inside, Start: i})
	}
	for n := 0; n < len(queue); n++ {
		if n >= q.Limit {
			return false
		}
		at := queue[n]
		if !q.Visit(*at) {
			continue
		}
		for _, e := range p.preds(at.Loc) {
			if q.Barrier != nil && q.Barrier(at, e) {
				continue
			}
			_, global := e.From.Value.(*ssa.Global)
			heap := global || at.Loc.Key != "" || e.Kind == Heap
			if heap && local {
				continue // a summary is about arguments only: fields are followed where they are asked for
			}
			if e.Kind == Up && at.Inside {
				continue
			}
			if e.Kind == Down && local {
				continue // the summary of what is called says which arguments it passes on
			}
			if global {
				e.Kind = Heap
			}
			next := &Visit{Loc: e.From, Edge: e, Next: at, Start: at.Start}
			next.Data = at.Data || e.Kind == Data
			next.Inside = (at.Inside || e.Kind == Down) && !heap
			push(next)
		}
	}
	return true
}

// Contents is Walk with Inside.
func (p *Program) Contents(starts []Loc, visit func(Visit) bool, limit int) bool {
	return p.walk(Query{Starts: starts, Inside: true, Visit: visit, Limit: limit}, false)
}
