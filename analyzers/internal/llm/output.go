package llm

import (
	"cmp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// output reports whether the text at the starts is model output. Results of the package's functions are computed once each.
func (b *builder) output(starts []flow.Loc, inside bool) (Step, bool) {
	var step Step
	found := false
	visit := func(at flow.Visit) bool {
		if found {
			return false
		}
		if in := b.outputAt(at); in != nil {
			step, found = Step{in.Pos(), "a model's answer comes from here"}, true
			return false
		}
		return !at.Filled
	}
	stop := func(to *flow.Visit, e flow.Edge) bool {
		ret, ok := e.Instr.(*ssa.Return)
		call, i := flow.CallOf(to.Loc.Value)
		if e.Kind != flow.Return || !ok || call == nil {
			return false
		}
		if b.resultOutput(ret.Parent(), i) == isOutput && !found {
			step, found = Step{call.Pos(), "a model's answer comes from here"}, true
		}
		return b.results[functionResult{ret.Parent(), i}] != inProgress
	}
	b.flow.Follow(flow.Query{Starts: starts, NoCallers: inside, Barrier: b.stopAtEncoding(), Stop: stop, Visit: visit, Limit: localWidth})
	return step, found
}

// A functionResult is one result of a function of the package.
type functionResult struct {
	fn    *ssa.Function
	index int
}

// The states of a result.
type outputState uint8

const (
	inProgress outputState = iota + 1 // in a recursion: the walk continues into the function
	noOutput
	isOutput
)

// resultOutput reports whether a result is model output for every caller of the function.
func (b *builder) resultOutput(fn *ssa.Function, i int) outputState {
	key := functionResult{fn, i}
	if state := b.results[key]; state != 0 {
		return state
	}
	if b.results == nil {
		b.results = map[functionResult]outputState{}
	}
	b.results[key] = inProgress
	state := noOutput
	if _, ok := b.output(flow.Results(fn, i), true); ok {
		state = isOutput
	}
	b.results[key] = state
	return state
}

// stopAtEncoding returns the barrier at the encoding of values as JSON.
func (b *builder) stopAtEncoding() *flow.Barrier {
	if b.encodingBarrier == nil {
		b.encodingBarrier = flow.NewBarrier(func(e flow.Edge, _ bool) bool { return e.Kind == flow.Encoded })
	}
	return b.encodingBarrier
}

// outputAt returns the instruction that yields model output at a place, or nil.
func (b *builder) outputAt(at flow.Visit) ssa.Instruction {
	if key := cmp.Or(at.Edge.Field, at.Loc.Key); key != "" {
		in := at.Edge.Instr
		if slices.ContainsFunc(b.catalogue.Lookup(key), func(e *catalogue.Entry) bool { return e.Kind == "output" && e.Place == "field" }) && in != nil {
			return in
		}
		if in != nil && !isLabel(in) && b.isResponsePart(in) {
			return in
		}
	}
	call, result := flow.CallOf(at.Loc.Value)
	if call == nil || at.Loc.InField() {
		return nil
	}
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		for _, place := range b.places(call) {
			if b.in.outputs[flow.ResultOf(place, result)] {
				return call
			}
		}
		return nil
	}
	for _, e := range b.catalogue.Lookup(fn.FullName()) {
		if e.Kind == "output" {
			return call
		}
	}
	_, inferred := b.inferredCalls[call]
	if b.in.outputs[flow.ResultKey(fn, result)] || inferred && b.flow.CarriesText(at.Loc.Value.Type()) {
		return call
	}
	return nil
}

// isLabel reports whether the field read is an identifier or a tag of a response, not text of the model.
func isLabel(in ssa.Instruction) bool {
	x, field := ssax.FieldOf(in)
	return x != nil && shape.IsLabel(x.Type(), field)
}

// isResponsePart reports whether a value is read from a model's response.
func (b *builder) isResponsePart(in ssa.Instruction) bool {
	v, _ := in.(ssa.Value)
	for range 20 {
		switch w := v.(type) {
		case *ssa.FieldAddr:
			if b.isResponse(w.X.Type()) {
				return true
			}
			v = w.X
		case *ssa.Field:
			if b.isResponse(w.X.Type()) {
				return true
			}
			v = w.X
		case *ssa.IndexAddr:
			v = w.X
		case *ssa.Index:
			v = w.X
		case *ssa.UnOp:
			v = w.X
		case *ssa.Extract:
			v = w.Tuple
		case *ssa.Alloc: // a struct in a variable: the store that fills it
			v = nil
			if stored := flow.StoredValues(w); len(stored) > 0 {
				v = stored[len(stored)-1]
			}
		case *ssa.Call:
			return b.knownCall(w) != nil
		default:
			return false
		}
	}
	return false
}
