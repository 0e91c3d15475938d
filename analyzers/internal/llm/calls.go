package llm

import (
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// nonAnswerRoles are the roles of catalogue calls that return no answer of a model.
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

// lookupCall returns the callee of a call, its signature, its name in messages, and its catalogue rows.
func (b *builder) lookupCall(c *ssa.CallCommon) (fn *types.Func, sig *types.Signature, name string, entries []*catalogue.Entry) {
	if fn = flow.FuncObject(c); fn != nil {
		return fn, fn.Signature(), flow.ShortName(fn), b.catalogue.Lookup(fn.FullName())
	}
	if g := calledVariable(c); g != nil {
		return nil, c.Signature(), g.Name(), b.catalogue.Lookup(flow.GlobalKey(g.Object()))
	}
	return nil, nil, "", nil
}

// contextArg returns the context argument of a call, or nil.
func contextArg(call ssa.CallInstruction) ssa.Value {
	for _, a := range call.Common().Args {
		if flow.IsContext(a.Type()) {
			return a
		}
	}
	return nil
}

// nonModelRoles are the roles of catalogue calls that reach no model: tools of MCP servers, vector stores. A function that makes
// only such calls returns no model output.
var nonModelRoles = map[string]bool{"tool": true, "vector-query": true, "vector-write": true, "retrieve": true}

func (c *Call) isNonModel() bool {
	role, _, _ := strings.Cut(c.Role, ",")
	return nonModelRoles[role]
}

// propagateCallsModel finds the functions that call a model through others, and exports their names. Functions that call one
// through a linked port are exported for the linker only, which computes their callers itself.
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

// callers records functions that call a model, and their transitive callers.
func (b *builder) callers(work []*ssa.Function) {
	for len(work) > 0 {
		f := work[len(work)-1]
		work = work[:len(work)-1]
		if f == nil || b.callsModelSSA[f] {
			continue
		}
		b.callsModelSSA[f] = true
		if !answersRequests(f.Signature) { // who makes a handler does not run it
			work = append(work, f.Parent())
		}
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

// answersRequests reports whether a function is a handler of HTTP requests: it fails towards its client, and not towards whoever serves it.
func answersRequests(sig *types.Signature) bool {
	params := sig.Params()
	return params.Len() == 2 && sig.Results().Len() == 0 && types.TypeString(params.At(0).Type(), nil) == "net/http.ResponseWriter"
}
