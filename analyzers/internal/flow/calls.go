package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

func (p *Program) hasBody(call ssa.CallInstruction) bool {
	f := Callee(call.Common())
	return f != nil && f.Blocks != nil
}

// arguments returns receiver and arguments of a call, in the order of the parameters of the function called.
func arguments(c *ssa.CallCommon) []ssa.Value {
	if c.IsInvoke() {
		return append([]ssa.Value{c.Value}, c.Args...)
	}
	return c.Args
}

// argument returns the value that a call passes for a parameter, or nil.
func argument(call ssa.CallInstruction, param *ssa.Parameter) ssa.Value {
	args := arguments(call.Common())
	params := param.Parent().Params
	off := len(params) - len(args) // a bound method's receiver is not among the arguments
	for i, q := range params {
		if q == param && i-off >= 0 && i-off < len(args) {
			return args[i-off]
		}
	}
	return nil
}

// calleesOf returns the functions of this package that a call may reach.
func (p *Program) calleesOf(call ssa.CallInstruction) []*ssa.Function {
	c := call.Common()
	if c.IsInvoke() {
		return p.implementations(c.Method)
	}
	if f := Callee(c); f != nil {
		return []*ssa.Function{f}
	}
	return p.index.targets[call]
}

// Callers returns the calls in this package that may reach a function: direct ones, and those of interface methods and
// function values as far as they can be resolved.
func (p *Program) Callers(f *ssa.Function) []ssa.CallInstruction {
	calls := append([]ssa.CallInstruction(nil), p.index.callers[f]...)
	calls = append(calls, p.index.sites[f]...)
	if obj, ok := f.Object().(*types.Func); ok {
		for _, m := range p.InterfaceMethods(obj) {
			calls = append(calls, p.index.invokes[m.FullName()]...)
		}
	}
	return calls
}

// callersOf is Callers, extended to the functions that the SSA builder makes for method values.
func (p *Program) callersOf(f *ssa.Function) (calls []ssa.CallInstruction) {
	real := declaration(f)
	if real == f {
		return p.Callers(f)
	}
	for _, call := range p.index.callers[real] {
		if mc, ok := call.Common().Value.(*ssa.MakeClosure); ok && mc.Fn == f {
			calls = append(calls, call)
		}
	}
	for _, call := range p.index.sites[real] {
		if len(call.Common().Args) == len(f.Params) {
			calls = append(calls, call)
		}
	}
	return calls
}

// argsToField returns the arguments of calls in this package that the callee, a function of the field's package, stores in the
// field.
func (p *Program) argsToField(field string, path *Path) []step {
	s := &stepper{p: p}
	for _, f := range p.index.imported[FieldPackage(field)] {
		fn, ok := f.Object().(*types.Func)
		if !ok {
			continue
		}
		recv := 0
		if fn.Signature().Recv() != nil {
			recv = 1
		}
		for i := range fn.Signature().Params().Len() {
			if !slices.Contains(p.world.ParamToFields(fn, i), field) {
				continue
			}
			for _, call := range p.index.callers[f] {
				if args := arguments(call.Common()); i+recv < len(args) {
					s.add(Edge{Kind: Heap, Instr: call}, args[i+recv], path)
				}
			}
		}
	}
	return s.out
}

// result adds what a call returns.
func (s *stepper) result(call *ssa.Call, i int, path *Path) {
	c := call.Common()
	args := arguments(c)
	arg := func(k Kind, j int) {
		if j < len(args) {
			s.addFilled(Edge{Kind: k, Instr: call}, args[j], path)
		}
	}
	if b, ok := c.Value.(*ssa.Builtin); ok {
		if b.Name() == "append" {
			for j := range c.Args {
				arg(Copy, j)
			}
		}
		return
	}
	if isDynamic(c) {
		s.addExtended(Edge{Instr: call}, Sel{Kind: Result, Index: i}, c.Value, path)
	}
	known := false
	for _, f := range s.p.calleesOf(call) {
		if f.Blocks != nil {
			known = true
			s.calleeWrites(f, Sel{Kind: Result, Index: i}, path, step{call: call})
		}
	}
	fn := FuncObject(c)
	if fn == nil || s.p.hasBody(call) {
		return
	}
	if from, ok := s.p.resultOf(fn, i); ok {
		for _, t := range from {
			arg(t.Kind, t.From.Index)
		}
		known = known || len(from) > 0
	} else if args, ok := s.p.world.ParamsToResult(fn, i); ok {
		for _, a := range args {
			kind := Copy
			if a.Filled {
				kind = Filled
			}
			arg(kind, a.Index)
		}
		for _, key := range s.p.world.FieldsToResult(fn, i) {
			s.out = append(s.out, step{Edge: Edge{From: Loc{Key: key, Path: path}, Kind: Heap, Instr: call, Unsure: true}})
		}
	}
	if !known && !s.addForeign(call, fn, Sel{Kind: Result, Index: i}, fn.Signature().Results().At(i).Type(), path) {
		s.addTypeField(path, call)
	}
}

// funcValue adds what a call of a function value returns, or writes into an argument.
func (s *stepper) funcValue(f *ssa.Function, closure *ssa.MakeClosure, path *Path) {
	if path == nil || path.Head.Kind != Result && path.Head.Kind != Out {
		return
	}
	real := declaration(f)
	if real == nil || real.Blocks == nil {
		return
	}
	port := path.Head
	if port.Kind == Out {
		port.Index += len(real.Params) - f.Signature.Params().Len() // a bound method's receiver comes first
	}
	s.calleeWrites(real, port, path.Tail, step{closure: closure})
}

// calleeWrites adds what a function writes into a part of one of its results or parameters: its own values, and those that the call
// passes or the closure binds.
func (s *stepper) calleeWrites(f *ssa.Function, to Sel, path *Path, by step) {
	for _, start := range s.p.insideOf(f, to, path) {
		if start.Path == nil && !s.p.CarriesText(start.Value.Type()) {
			return
		}
		e := Edge{From: start, Kind: Return, callee: f}
		if to.Kind == Result {
			e.Instr = returnOf(f, start.Value, to.Index)
		} else if by.call != nil {
			e.Instr = by.call
		}
		s.out = append(s.out, step{Edge: e})
	}
	by.port = &port{f, to, path}
	s.out = append(s.out, by)
}

// insideOf returns the places within a function that hold a result, or what a parameter points to.
func (p *Program) insideOf(f *ssa.Function, to Sel, path *Path) (out []Loc) {
	switch to.Kind {
	case Result:
		for _, ret := range Returns(f) {
			if to.Index < len(ret.Results) {
				out = append(out, Loc{Value: ret.Results[to.Index], Path: path})
			}
		}
	case Out:
		if to.Index >= 0 && to.Index < len(f.Params) {
			out = append(out, Loc{Value: f.Params[to.Index], Path: path})
		}
	}
	return out
}

func returnOf(f *ssa.Function, v ssa.Value, result int) ssa.Instruction {
	for _, ret := range Returns(f) {
		if ret.Results[result] == v {
			return ret
		}
	}
	return nil
}

// Results returns the places that hold a result at each return of a function.
func Results(f *ssa.Function, result int) []Loc {
	var out []Loc
	for _, ret := range Returns(f) {
		out = append(out, Loc{Value: ret.Results[result]})
	}
	return out
}

// Returns returns the return instructions of a function.
func Returns(f *ssa.Function) []*ssa.Return {
	var out []*ssa.Return
	for _, b := range f.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			out = append(out, ret)
		}
	}
	return out
}

// isDynamic reports whether a call is of a function value.
func isDynamic(c *ssa.CallCommon) bool {
	_, builtin := c.Value.(*ssa.Builtin)
	return !c.IsInvoke() && !builtin && c.StaticCallee() == nil
}

// returnsParam reports whether a function returns a parameter unchanged, as methods for chaining do.
func (p *Program) returnsParam(f *ssa.Function, param int) bool {
	seen := map[ssa.Value]bool{}
	var is func(v ssa.Value) bool
	is = func(v ssa.Value) bool {
		if v == f.Params[param] {
			return true
		}
		if seen[v] {
			return false
		}
		seen[v] = true
		switch v := v.(type) {
		case *ssa.Phi:
			return slices.ContainsFunc(v.Edges, is)
		case *ssa.ChangeType:
			return is(v.X)
		case *ssa.MakeInterface:
			return is(v.X)
		case *ssa.ChangeInterface:
			return is(v.X)
		}
		return false
	}
	for _, ret := range Returns(f) {
		if len(ret.Results) == 1 && is(ret.Results[0]) {
			return true
		}
	}
	return false
}

// hasUnknownCallers reports whether calls outside of this package may reach a function.
func (p *Program) hasUnknownCallers(fn *ssa.Function) bool {
	if obj, ok := fn.Object().(*types.Func); ok && obj.Exported() && p.Types.Name() != "main" {
		return true
	}
	return len(p.Callers(fn)) == 0
}
