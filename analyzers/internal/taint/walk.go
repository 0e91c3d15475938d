package taint

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// walkWidth bounds the places visited for one sink.
const walkWidth = 4000

// A leg is one walk backwards. Data that is decoded into an object is followed in a leg of its own.
type leg struct {
	from  ssa.Value
	use   ssa.Instruction // its use
	trace []rule.Step     // from there to the sink
}

// follow walks back from a sink, records the sources that reach it, and exports the parameters that do.
func (t *tracker) follow(s Sink) {
	legs := []leg{{s.Value, s.Instr, []rule.Step{{Pos: s.Instr.Pos(), Message: fmt.Sprintf("reaches %s", s.Name)}}}}
	seen := map[ssa.Value]bool{s.Value: true}
	found := map[string]bool{} // one flow a label: the nearest source
	for n := 0; n < len(legs); n++ {
		at := legs[n]
		if t.isGuarded(at.from, at.use, s.Label) {
			continue
		}
		barrier := func(to *flow.Visit, e flow.Edge) bool {
			use := useOf(to, e)
			return use != nil && e.From.Value != nil && !e.From.InField() && t.isGuarded(e.From.Value, use, s.Label)
		}
		visit := func(v flow.Visit) bool {
			if t.isBarrierResult(v, s.Label) {
				return false
			}
			if src, ok := t.sourceAt(v); ok {
				if !found[src.Label] {
					found[src.Label] = true
					trace := append([]rule.Step{{Pos: src.Pos, Message: src.What}}, traceSteps(v)...)
					t.flows = append(t.flows, Flow{src, s, append(trace, at.trace...)})
				}
				return false
			}
			if p, ok := v.Loc.Value.(*ssa.Parameter); ok && !v.InCallee {
				t.exportParam(p, s)
			}
			for _, data := range t.decodeSteps(v) {
				if !seen[data.value] {
					seen[data.value] = true
					legs = append(legs, leg{data.value, data.call, append(traceSteps(v), at.trace...)})
				}
			}
			return true
		}
		t.flow.Follow(flow.Query{Starts: []flow.Loc{{Value: at.from}}, Stop: barrier, Visit: flow.ByKey(visit), Limit: walkWidth})
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
func (t *tracker) exportParam(p *ssa.Parameter, s Sink) {
	fn, i := flow.ParamIndex(p)
	if fn == nil || i < 0 {
		return
	}
	name := s.Name
	if s.Below != "" {
		name = s.Below
	}
	for _, f := range append([]*types.Func{fn}, t.flow.InterfaceMethods(fn)...) {
		out := ParamSink{flow.ParamKey(f, i), s.Label, name}
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
