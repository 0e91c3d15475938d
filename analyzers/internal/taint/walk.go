package taint

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// walkWidth bounds the places visited for one sink, on average.
const walkWidth = 4000

// A leg is one of the walks backwards that run together. Data that is decoded into an object is followed in a leg of its own.
type leg struct {
	sink   Sink
	from   ssa.Value
	use    ssa.Instruction // its use
	trace  []rule.Step     // from there to the sink
	filled bool            // into another text, on the way
}

// followLabel walks back from the sinks of one label and exports the parameters that reach them. Most sinks are reached by no source,
// and their walks overlap: all are followed at once, and each on its own only if a source is found.
func (t *tracker) followLabel(sinks []Sink) {
	sourced := false
	t.follow(sinks, func(Source, leg, flow.Visit) { sourced = true }, t.exportParam)
	if !sourced {
		return
	}
	for _, s := range sinks {
		found := map[string]bool{} // one flow a label: the nearest source
		t.follow([]Sink{s}, func(src Source, at leg, v flow.Visit) {
			if !found[src.Label] {
				found[src.Label] = true
				trace := append([]rule.Step{{Pos: src.Pos, Message: src.What}}, traceSteps(v)...)
				t.flows = append(t.flows, Flow{src, s, append(trace, at.trace...), at.filled || v.Filled})
			}
		}, func(*ssa.Parameter, Sink, string) {})
	}
}

// follow walks back from sinks of one label, and calls source for each source that reaches one and param for each parameter.
func (t *tracker) follow(sinks []Sink, source func(Source, leg, flow.Visit), param func(p *ssa.Parameter, to Sink, when string)) {
	label := sinks[0].Label
	var legs []leg
	seen := map[ssa.Value]bool{}
	for _, s := range sinks {
		legs = append(legs, leg{s, s.Value, s.Instr, []rule.Step{{Pos: s.Instr.Pos(), Message: fmt.Sprintf("reaches %s", s.Name)}}, false})
		seen[s.Value] = true
	}
	barrier := func(to *flow.Visit, e flow.Edge) bool {
		if p, ok := to.Loc.Value.(*ssa.Parameter); ok && e.Kind == flow.ArgToParam {
			call, ok := e.Instr.(ssa.CallInstruction)
			if ok && t.isOtherBranch(call, p.Parent().Signature, t.branchOf(p, to, legs[to.Start].use)) {
				return true
			}
		}
		use := useOf(to, e)
		return use != nil && e.From.Value != nil && !e.From.InField() && t.isGuarded(e.From.Value, use, label)
	}
	for len(legs) > 0 {
		legs = slices.DeleteFunc(legs, func(l leg) bool { return t.isGuarded(l.from, l.use, label) })
		var starts []flow.Loc
		for _, l := range legs {
			starts = append(starts, flow.Loc{Value: l.from})
		}
		var next []leg
		visit := func(v flow.Visit) bool {
			if t.isBarrierResult(v, label) {
				return false
			}
			at := legs[v.Start]
			if isPrompt(label) && t.info.IsClientPrompt(v) {
				return true
			}
			if src, ok := t.sourceAt(v); ok {
				source(src, at, v)
				return false
			}
			if p, ok := v.Loc.Value.(*ssa.Parameter); ok && !v.InCallee {
				param(p, at.sink, t.branchOf(p, &v, at.use))
			}
			for _, data := range t.decodeSteps(v) {
				if !seen[data.value] {
					seen[data.value] = true
					next = append(next, leg{at.sink, data.value, data.call, append(traceSteps(v), at.trace...), at.filled || v.Filled})
				}
			}
			return true
		}
		t.flow.Follow(flow.Query{Starts: starts, Barrier: t.barriers[label], Stop: barrier, Visit: flow.ByKey(visit), Limit: walkWidth * len(starts)})
		legs = next
	}
}

// useOf returns the instruction by which a value flows along an edge.
func useOf(to *flow.Visit, e flow.Edge) ssa.Instruction {
	if e.Instr != nil {
		return e.Instr
	}
	in, _ := to.Loc.Value.(ssa.Instruction)
	if phi, ok := in.(*ssa.Phi); ok { // the value leaves the block that it comes from
		for i, v := range phi.Edges {
			if v == e.From.Value {
				b := phi.Block().Preds[i]
				return b.Instrs[len(b.Instrs)-1]
			}
		}
	}
	return in
}

// exportParam exports that a parameter of an exported function reaches a sink.
func (t *tracker) exportParam(p *ssa.Parameter, s Sink, when string) {
	fn, i := flow.ParamIndex(p)
	if fn == nil || i < 0 {
		return
	}
	name := s.Name
	if s.Below != "" {
		name = s.Below
	}
	for _, f := range append([]*types.Func{fn}, t.flow.InterfaceMethods(fn)...) {
		out := ParamSink{flow.ParamKey(f, i), s.Label, name, when}
		if f.Exported() && !t.exported[out] {
			t.exported[out] = true
			t.summary.Sinks = append(t.summary.Sinks, out)
		}
	}
}

// traceSteps returns the steps from a place to the start of its walk.
func traceSteps(at flow.Visit) (out []rule.Step) {
	for v := &at; v.Prev != nil; v = v.Prev {
		in := v.Edge.Instr
		if in == nil || !in.Pos().IsValid() {
			continue
		}
		switch v.Edge.Kind {
		case flow.ArgToParam:
			if p, ok := v.Prev.Loc.Value.(*ssa.Parameter); ok {
				out = append(out, rule.Step{Pos: in.Pos(), Message: fmt.Sprintf("is passed to %s as %s", p.Parent().Name(), p.Name())})
			}
		case flow.Return:
			out = append(out, rule.Step{Pos: in.Pos(), Message: "is returned by " + in.Parent().Name()})
		case flow.Filled:
			out = append(out, rule.Step{Pos: in.Pos(), Message: "is filled into another text"})
		}
	}
	return out
}

// exportSources exports the results of exported functions that come from a source.
func (t *tracker) exportSources() {
	for _, fn := range t.flow.Funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || !obj.Exported() {
			continue
		}
		for i := range fn.Signature.Results().Len() {
			if !t.flow.CarriesText(fn.Signature.Results().At(i).Type()) {
				continue
			}
			done := false
			t.flow.WalkNoCallers(flow.Results(fn, i), func(v flow.Visit) bool {
				src, ok := t.sourceAt(v)
				if ok && !done && src.Label != "output" && src.Label != "toolargs" { // in the facts of package llm
					done = true
					for _, f := range append([]*types.Func{obj}, t.flow.InterfaceMethods(obj)...) {
						t.exportSource(ResultSource{flow.ResultKey(f, i), src.Label, src.What})
					}
				}
				return !ok && !done
			}, walkWidth)
		}
	}
}

func (t *tracker) exportSource(r ResultSource) {
	if !slices.ContainsFunc(t.summary.Sources, func(o ResultSource) bool { return o.Key == r.Key && o.Label == r.Label }) {
		t.summary.Sources = append(t.summary.Sources, r)
	}
}
