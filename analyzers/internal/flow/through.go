package flow

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A summary says which arguments of a function flow to what it gives back, so that a call need not be followed into
// the function with the function's other callers in sight.
type summary struct {
	results [][]int       // for each result, the parameters (receiver first) that flow to it
	out     map[int][]int // for each parameter that is written through, the parameters that flow into it
}

// summaryWidth bounds the places that one summary looks at.
const summaryWidth = 4000

// through returns the summary of a function with a body. In a recursion a function is asked about before its summary is
// done; what was answered then is asked again until nothing is added, and only then kept.
func (p *Program) through(f *ssa.Function) *summary {
	if s, ok := p.memo[f]; ok {
		return s
	}
	if p.solving != nil {
		return p.solving.of(f)
	}
	for p.solving = (&solution{program: p, found: map[*ssa.Function]*summary{}}); ; {
		r := p.solving
		r.done, r.open, r.cyclic, r.grown = map[*ssa.Function]bool{}, map[*ssa.Function]bool{}, false, false
		r.of(f)
		if !r.cyclic || !r.grown {
			break
		}
	}
	for f, s := range p.solving.found {
		p.memo[f] = s
	}
	p.solving = nil
	return p.memo[f]
}

// A solution is the work on the summaries of functions that call each other, round by round.
type solution struct {
	program *Program
	found   map[*ssa.Function]*summary // grows with each round
	done    map[*ssa.Function]bool     // in this round
	open    map[*ssa.Function]bool     // begun, but not done
	cyclic  bool                       // an open one was asked about
	grown   bool
}

func (r *solution) of(f *ssa.Function) *summary {
	if s, ok := r.program.memo[f]; ok {
		return s
	}
	if r.open[f] {
		r.cyclic = true
		return r.found[f]
	}
	if r.done[f] {
		return r.found[f]
	}
	if r.found[f] == nil {
		r.found[f] = &summary{results: make([][]int, f.Signature.Results().Len()), out: map[int][]int{}}
	}
	r.open[f] = true
	s := r.program.summarize(f)
	r.grown = r.grown || s.size() > r.found[f].size()
	r.found[f] = s
	delete(r.open, f)
	r.done[f] = true
	return s
}

func (s *summary) size() (n int) {
	for _, params := range s.results {
		n += len(params)
	}
	for _, params := range s.out {
		n += len(params)
	}
	return n
}

// summarize looks at a function once.
func (p *Program) summarize(f *ssa.Function) *summary {
	n := f.Signature.Results().Len()
	number := map[ssa.Value]int{}
	for i, param := range f.Params {
		number[param] = i
	}
	reach := func(starts []Loc) (params []int) {
		p.walkInside(starts, func(at Visit) bool {
			if i, ok := number[at.Loc.Value]; ok && at.Loc.Value != nil {
				params = append(params, i)
			}
			return true
		}, summaryWidth)
		return params
	}
	done := &summary{results: make([][]int, n), out: map[int][]int{}}
	for i := range n {
		if !p.Carries(f.Signature.Results().At(i).Type()) {
			continue
		}
		done.results[i] = reach(Results(f, i))
	}
	for i, param := range f.Params {
		if mutable(param.Type()) && p.Carries(param.Type()) {
			done.out[i] = reach([]Loc{{Value: param}})
		}
	}
	return done
}

// PassedOn returns which parameters of a function, receiver first, flow to a result.
func (p *Program) PassedOn(f *ssa.Function, result int) []int {
	params := p.through(f).results[result]
	slices.Sort(params)
	return params
}

// Results returns the places of what a function gives back as that result.
func Results(f *ssa.Function, result int) []Loc {
	var out []Loc
	for _, ret := range returns(f) {
		out = append(out, Loc{Value: ret.Results[result]})
	}
	return out
}

func returns(f *ssa.Function) []*ssa.Return {
	var out []*ssa.Return
	for _, b := range f.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			out = append(out, ret)
		}
	}
	return out
}
