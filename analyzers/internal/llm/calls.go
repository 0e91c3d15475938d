package llm

import (
	"cmp"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// nonAnswerRoles are the roles of catalogue calls that ask no model for an answer.
var nonAnswerRoles = map[string]bool{"tokens": true, "agent-define": true, "batch-job": true, "raw": true, "conversation": true}

// findCalls lists the calls of models, in source order.
func (b *builder) findCalls() []*Call {
	var out []*Call
	b.instructions(func(in ssa.Instruction) {
		call, ok := in.(ssa.CallInstruction)
		if !ok {
			return
		}
		if c := b.knownCall(call); c != nil {
			out = append(out, c)
		} else if request, ok := b.inferredCalls[call]; ok {
			fn := flow.FuncObject(call.Common())
			out = append(out, &Call{Instr: call, Fn: fn, Name: flow.ShortName(fn), Role: "evidence", Request: request, Ctx: contextArg(call)})
		} else if b.requestPosts[in] {
			fn := flow.FuncObject(call.Common())
			out = append(out, &Call{Instr: call, Fn: fn, Name: flow.ShortName(fn), Role: "http", Ctx: contextArg(call)})
		}
	})
	return out
}

// knownCall returns a call that the catalogue knows, or nil.
func (b *builder) knownCall(call ssa.CallInstruction) *Call {
	c := call.Common()
	fn, sig, name, entries := b.lookupCall(c)
	for _, e := range entries {
		role, _, _ := strings.Cut(e.Role, ",")
		if e.Kind != "call" || nonAnswerRoles[role] {
			continue
		}
		out := &Call{Instr: call, Fn: fn, Name: name, Role: e.Role, Entry: e, Ctx: contextArg(call)}
		args := flow.ArgumentsOf(fn, c)
		if i := e.Param(sig); i >= 0 && i < len(args) {
			out.Request = args[i]
		}
		return out
	}
	return nil
}

// lookupCall returns what a call calls, its signature, its name in messages, and what the catalogue knows of it.
func (b *builder) lookupCall(c *ssa.CallCommon) (fn *types.Func, sig *types.Signature, name string, entries []*catalogue.Entry) {
	if fn = flow.FuncObject(c); fn != nil {
		return fn, fn.Signature(), flow.ShortName(fn), b.catalogue.Lookup(fn.FullName())
	}
	if g := calledVariable(c); g != nil {
		return nil, c.Signature(), g.Name(), b.catalogue.Lookup(flow.GlobalKey(g.Object()))
	}
	return nil, nil, "", nil
}

// contextArg returns the context that a call is passed, or nil.
func contextArg(call ssa.CallInstruction) ssa.Value {
	for _, a := range call.Common().Args {
		if flow.IsContext(a.Type()) {
			return a
		}
	}
	return nil
}

// nonModelRoles are the roles of calls of what stands beside a model: tools of MCP servers, stores of vectors. Who makes only such
// calls gives back nothing that a model said.
var nonModelRoles = map[string]bool{"tool": true, "vector-query": true, "vector-write": true, "retrieve": true}

func (c *Call) isNonModel() bool {
	role, _, _ := strings.Cut(c.Role, ",")
	return nonModelRoles[role]
}

// propagateCallsModel finds the functions that call a model through others, and publishes their names. Those that call it through what is
// linked are published for the linker alone: who calls them, at whatever distance, is no news for other packages.
func (b *builder) propagateCallsModel(calls []*Call) {
	b.callsModel, b.callsModelSSA = map[string]bool{}, map[*ssa.Function]bool{}
	var direct, linked []*ssa.Function
	for _, c := range calls {
		if !c.isNonModel() {
			direct = append(direct, c.Instr.Parent())
		}
	}
	b.instructions(func(in ssa.Instruction) {
		call, ok := in.(ssa.CallInstruction)
		if !ok {
			return
		}
		switch fn := flow.FuncObject(call.Common()); {
		case fn == nil:
			if b.calledFrom(call) != "" {
				linked = append(linked, in.Parent())
			}
		case b.in.calls[fn.FullName()]:
			direct = append(direct, in.Parent())
		case b.in.ports[fn.FullName()]:
			linked = append(linked, in.Parent())
		}
	})
	b.callers(direct)
	b.summary.Calls = slices.Sorted(maps.Keys(b.callsModel))
	if b.callers(linked); b.in.linked {
		for _, f := range b.flow.Funcs {
			if b.callsModelSSA[f] {
				b.portCallers = append(b.portCallers, flow.FuncName(f))
			}
		}
		slices.Sort(b.portCallers)
	}
}

// callers remembers functions that call a model, and those that call these.
func (b *builder) callers(work []*ssa.Function) {
	for len(work) > 0 {
		f := work[len(work)-1]
		work = work[:len(work)-1]
		if f == nil || b.callsModelSSA[f] {
			continue
		}
		b.callsModelSSA[f] = true
		work = append(work, f.Parent())
		if obj, ok := f.Object().(*types.Func); ok {
			b.callsModel[obj.Origin().FullName()] = true
			for _, m := range b.flow.InterfaceMethods(obj) {
				b.callsModel[m.FullName()] = true
			}
		}
		for _, call := range b.flow.Callers(f) {
			if requests := b.callersWithRequest[f]; requests == nil || requests[call] {
				work = append(work, call.Parent())
			}
		}
	}
}

// output reports whether what is found at the starts is text that a model made. What functions of the package give back is
// found out once for each result.
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

// What is known of a result.
type outputState uint8

const (
	inProgress outputState = iota + 1 // in a recursion: the walk that asks goes on into the function
	noOutput
	isOutput
)

// resultOutput finds out whether a result is text that a model made, whoever calls the function.
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

// stopAtEncoding is the barrier where a value becomes JSON.
func (b *builder) stopAtEncoding() *flow.Barrier {
	if b.encodingBarrier == nil {
		b.encodingBarrier = flow.NewBarrier(func(e flow.Edge, _ bool) bool { return e.Kind == flow.Encoded })
	}
	return b.encodingBarrier
}

// outputAt returns the instruction that gives a model's text at a place, or nil.
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
	_, evident := b.inferredCalls[call]
	if b.in.outputs[flow.ResultKey(fn, result)] || evident && b.flow.CarriesText(at.Loc.Value.Type()) {
		return call
	}
	return nil
}

// isLabel reports whether a field that is read is one of those by which a response is told apart, not text of the model.
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
		case *ssa.Alloc: // a struct kept in a variable: the store that fills it
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
