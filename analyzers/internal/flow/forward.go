package flow

import "golang.org/x/tools/go/ssa"

// A Hop is a place that text gets to, with the way from where it started.
type Hop struct {
	Loc  Loc
	Edge Edge // the edge by which it got here from Prev
	Prev *Hop // nil at the start
	Last bool // no edge leads on
}

// First returns the hop at which the way of a hop starts.
func (h *Hop) First() *Hop {
	for h.Prev != nil {
		h = h.Prev
	}
	return h
}

// forwardWidth bounds the places whose edges are turned around.
const forwardWidth = 300_000

// Forward walks in the direction of the text, from literals and other values, one after the other, to what is made of them. From each
// it visits every place once, the nearest first, and continues from a place if visit returns true. All edges that lead to values of the
// package, and to the ends, are turned around for it: it is meant for questions about one place, not for rules.
func (p *Program) Forward(starts []ssa.Value, ends []Loc, visit func(*Hop) bool) {
	next := p.turnedAround(ends)
	for _, v := range starts {
		queue := []*Hop{{Loc: Loc{Value: v}}}
		seen := map[Loc]bool{}
		for n := 0; n < len(queue); n++ {
			at := queue[n]
			if seen[at.Loc] {
				continue
			}
			seen[at.Loc] = true
			at.Last = len(next[at.Loc]) == 0
			if !visit(at) {
				continue
			}
			for _, e := range next[at.Loc] {
				queue = append(queue, &Hop{Loc: e.to, Edge: e.Edge, Prev: at})
			}
		}
	}
}

type turned struct {
	Edge
	to Loc
}

// turnedAround lists the edges from each place that text can come from.
func (p *Program) turnedAround(ends []Loc) map[Loc][]turned {
	out := map[Loc][]turned{}
	seen := map[Loc]bool{}
	var work []Loc
	add := func(l Loc) {
		if !seen[l] && len(seen) < forwardWidth {
			seen[l] = true
			work = append(work, l)
		}
	}
	for _, l := range ends {
		add(l)
	}
	for _, fn := range p.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				for _, op := range in.Operands(nil) {
					if *op != nil && p.CarriesText((*op).Type()) {
						add(Loc{Value: *op})
					}
				}
			}
		}
	}
	for _, key := range p.FieldKeys() {
		add(Loc{Key: key})
	}
	for n := 0; n < len(work); n++ {
		to := work[n]
		for e := range p.edgesTo(to, nil) {
			out[e.From] = append(out[e.From], turned{e, to})
			add(e.From)
		}
	}
	return out
}
