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

// noAnswer are the roles of catalogue calls that ask no model for an answer.
var noAnswer = map[string]bool{"tokens": true, "agent-define": true, "batch-job": true, "raw": true, "conversation": true}

// findCalls lists the calls of models, in source order.
func (k *knowledge) findCalls() []*Call {
	var out []*Call
	k.instructions(func(in ssa.Instruction) {
		call, ok := in.(ssa.CallInstruction)
		if !ok {
			return
		}
		if c := k.knownCall(call); c != nil {
			out = append(out, c)
		} else if request, ok := k.evident[call]; ok {
			fn := flow.FuncObject(call.Common())
			out = append(out, &Call{Instr: call, Fn: fn, Name: flow.ShortName(fn), Role: "evidence", Request: request, Ctx: contextArg(call)})
		} else if k.posts[in] {
			fn := flow.FuncObject(call.Common())
			out = append(out, &Call{Instr: call, Fn: fn, Name: flow.ShortName(fn), Role: "http", Ctx: contextArg(call)})
		}
	})
	return out
}

// knownCall returns a call that the catalogue knows, or nil.
func (k *knowledge) knownCall(call ssa.CallInstruction) *Call {
	c := call.Common()
	fn, sig, name, entries := k.called(c)
	for _, e := range entries {
		role, _, _ := strings.Cut(e.Role, ",")
		if e.Kind != "call" || noAnswer[role] {
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

// called returns what a call calls, its signature, its name in messages, and what the catalogue knows of it.
func (k *knowledge) called(c *ssa.CallCommon) (fn *types.Func, sig *types.Signature, name string, entries []*catalogue.Entry) {
	if fn = flow.FuncObject(c); fn != nil {
		return fn, fn.Signature(), flow.ShortName(fn), k.catalogue.Lookup(fn.FullName())
	}
	if g := calledVariable(c); g != nil {
		return nil, c.Signature(), g.Name(), k.catalogue.Lookup(flow.GlobalKey(g.Object()))
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

// besideModels are the roles of calls of what stands beside a model: tools of MCP servers, stores of vectors. Who makes only such
// calls gives back nothing that a model said.
var besideModels = map[string]bool{"tool": true, "vector-query": true, "vector-write": true, "retrieve": true}

func (c *Call) besideModel() bool {
	role, _, _ := strings.Cut(c.Role, ",")
	return besideModels[role]
}

// spread finds the functions that call a model through others, and publishes their names. Those that call it through what is
// linked are published for the linker alone: who calls them, at whatever distance, is no news for other packages.
func (k *knowledge) spread(calls []*Call) {
	k.calling, k.callingSSA = map[string]bool{}, map[*ssa.Function]bool{}
	var direct, linked []*ssa.Function
	for _, c := range calls {
		if !c.besideModel() {
			direct = append(direct, c.Instr.Parent())
		}
	}
	k.instructions(func(in ssa.Instruction) {
		call, ok := in.(ssa.CallInstruction)
		if !ok {
			return
		}
		switch fn := flow.FuncObject(call.Common()); {
		case fn == nil:
			if k.calledFrom(call) != "" {
				linked = append(linked, in.Parent())
			}
		case k.in.calls[fn.FullName()]:
			direct = append(direct, in.Parent())
		case k.in.ports[fn.FullName()]:
			linked = append(linked, in.Parent())
		}
	})
	k.callers(direct)
	k.out.Calls = slices.Sorted(maps.Keys(k.calling))
	if k.callers(linked); k.in.linked {
		for _, f := range k.flow.Funcs {
			if k.callingSSA[f] {
				k.portCallers = append(k.portCallers, flow.FuncName(f))
			}
		}
		slices.Sort(k.portCallers)
	}
}

// callers remembers functions that call a model, and those that call these.
func (k *knowledge) callers(work []*ssa.Function) {
	for len(work) > 0 {
		f := work[len(work)-1]
		work = work[:len(work)-1]
		if f == nil || k.callingSSA[f] {
			continue
		}
		k.callingSSA[f] = true
		work = append(work, f.Parent())
		if obj, ok := f.Object().(*types.Func); ok {
			k.calling[obj.Origin().FullName()] = true
			for _, m := range k.flow.InterfaceMethods(obj) {
				k.calling[m.FullName()] = true
			}
		}
		for _, call := range k.flow.Callers(f) {
			if requests := k.handed[f]; requests == nil || requests[call] {
				work = append(work, call.Parent())
			}
		}
	}
}

// output reports whether what is found at the starts is text that a model made. What functions of the package give back is
// found out once for each result.
func (k *knowledge) output(starts []flow.Loc, inside bool) (Step, bool) {
	var step Step
	found := false
	visit := func(at flow.Visit) bool {
		if found {
			return false
		}
		if in := k.outputAt(at); in != nil {
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
		if k.resultOutput(ret.Parent(), i) == isOutput && !found {
			step, found = Step{call.Pos(), "a model's answer comes from here"}, true
		}
		return k.results[functionResult{ret.Parent(), i}] != inProgress
	}
	k.flow.Follow(flow.Query{Starts: starts, NoCallers: inside, Barrier: k.coded(), Stop: stop, Visit: visit, Limit: localWidth})
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
func (k *knowledge) resultOutput(fn *ssa.Function, i int) outputState {
	key := functionResult{fn, i}
	if state := k.results[key]; state != 0 {
		return state
	}
	if k.results == nil {
		k.results = map[functionResult]outputState{}
	}
	k.results[key] = inProgress
	state := noOutput
	if _, ok := k.output(flow.Results(fn, i), true); ok {
		state = isOutput
	}
	k.results[key] = state
	return state
}

// coded is the barrier where a value becomes JSON.
func (k *knowledge) coded() *flow.Barrier {
	if k.plain == nil {
		k.plain = flow.NewBarrier(func(e flow.Edge, _ bool) bool { return e.Kind == flow.Encoded })
	}
	return k.plain
}

// outputAt returns the instruction that gives a model's text at a place, or nil.
func (k *knowledge) outputAt(at flow.Visit) ssa.Instruction {
	if key := cmp.Or(at.Edge.Field, at.Loc.Key); key != "" {
		in := at.Edge.Instr
		if slices.ContainsFunc(k.catalogue.Lookup(key), func(e *catalogue.Entry) bool { return e.Kind == "output" && e.Place == "field" }) && in != nil {
			return in
		}
		if in != nil && !isLabel(in) && k.partOfAnswer(in) {
			return in
		}
	}
	call, result := flow.CallOf(at.Loc.Value)
	if call == nil || at.Loc.InField() {
		return nil
	}
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		for _, place := range k.places(call) {
			if k.in.outputs[flow.ResultOf(place, result)] {
				return call
			}
		}
		return nil
	}
	for _, e := range k.catalogue.Lookup(fn.FullName()) {
		if e.Kind == "output" {
			return call
		}
	}
	_, evident := k.evident[call]
	if k.in.outputs[flow.ResultKey(fn, result)] || evident && k.flow.CarriesText(at.Loc.Value.Type()) {
		return call
	}
	return nil
}

// isLabel reports whether a field that is read is one of those by which a response is told apart, not text of the model.
func isLabel(in ssa.Instruction) bool {
	x, field := ssax.FieldOf(in)
	return x != nil && shape.IsLabel(x.Type(), field)
}

// partOfAnswer reports whether a value is read from a model's response.
func (k *knowledge) partOfAnswer(in ssa.Instruction) bool {
	v, _ := in.(ssa.Value)
	for range 20 {
		switch w := v.(type) {
		case *ssa.FieldAddr:
			if k.isResponse(w.X.Type()) {
				return true
			}
			v = w.X
		case *ssa.Field:
			if k.isResponse(w.X.Type()) {
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
			return k.knownCall(w) != nil
		default:
			return false
		}
	}
	return false
}
