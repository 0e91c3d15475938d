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

// through returns the summary of a function with a body. In a recursion the inner call counts for nothing: what it
// passes on, the outer one passes on too.
func (p *Program) through(f *ssa.Function) *summary {
	if s, ok := p.memo[f]; ok {
		return s
	}
	n := f.Signature.Results().Len()
	s := &summary{results: make([][]int, n), out: map[int][]int{}}
	p.memo[f] = s
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
	p.memo[f] = done
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
