package taint

import (
	"fmt"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// findInputs finds the functions that models call as tools, by handler rows.
func (t *tracker) findInputs() {
	t.toolInputs = map[*ssa.Parameter]string{}
	for _, fn := range t.flow.Funcs {
		for in := range ssax.Instructions(fn) {
			switch in := in.(type) {
			case ssa.CallInstruction:
				t.handlerArgs(in)
			case *ssa.Store:
				if f, ok := in.Addr.(*ssa.FieldAddr); ok {
					for _, e := range t.catalogue.Lookup(flow.FieldKey(f.X.Type(), f.Field)) {
						if e.Kind == "handler" {
							t.addInputs(in.Val, e)
						}
					}
				}
			}
		}
		t.handlerMethod(fn)
	}
	for _, tool := range t.info.Tools() {
		t.toolInputs[tool.Input] = inputName(tool.Fn, tool.Input)
	}
}

func (t *tracker) handlerArgs(call ssa.CallInstruction) {
	for e, arg := range t.argRows("handler", call.Common()) {
		t.addInputs(arg, e)
	}
}

// addInputs marks the parameters of a handler that the model fills, input=1,2.
func (t *tracker) addInputs(handler ssa.Value, e *catalogue.Entry) {
	for _, f := range t.flow.FunctionsOf(handler) {
		off := 0
		if f.Signature.Recv() != nil {
			off = 1
		}
		for word := range strings.SplitSeq(e.Attrs["input"], ",") {
			if i, err := strconv.Atoi(word); err == nil && i+off < len(f.Params) {
				t.toolInputs[f.Params[i+off]] = inputName(f, f.Params[i+off])
			}
		}
	}
}

// handlerMethod marks the input of a method by which a type is a tool of an SDK.
func (t *tracker) handlerMethod(fn *ssa.Function) {
	obj, ok := fn.Object().(*types.Func)
	if !ok || fn.Signature.Recv() == nil {
		return
	}
	for _, e := range t.methodRows(obj.Name()) {
		if !t.implements(fn.Signature.Recv().Type(), e) {
			continue
		}
		slot, ok := catalogue.SlotOf(obj.Signature(), e.Place)
		if m := t.interfaceMethod(e); m != nil { // the interface may call its parameters otherwise
			slot, ok = catalogue.SlotOf(m.Signature(), e.Place)
		}
		if ok && slot.Index < len(fn.Params) {
			t.toolInputs[fn.Params[slot.Index]] = inputName(fn, fn.Params[slot.Index])
		}
	}
}

// methodRows returns the handler rows about a method of that name.
func (t *tracker) methodRows(name string) (out []*catalogue.Entry) {
	for _, e := range t.catalogue.Kind("handler") {
		if e.Role == "method" && strings.HasSuffix(e.Symbol, ")."+name) {
			out = append(out, e)
		}
	}
	return out
}

func (t *tracker) interfaceMethod(e *catalogue.Entry) *types.Func {
	typeName, method, _ := strings.Cut(strings.TrimPrefix(e.Symbol, "("+e.Package()+"."), ").")
	for _, pkg := range t.pass.Pkg.Imports() {
		if pkg.Path() == e.Package() {
			if obj := pkg.Scope().Lookup(typeName); obj != nil {
				m, _, _ := types.LookupFieldOrMethod(obj.Type(), false, pkg, method)
				fn, _ := m.(*types.Func)
				return fn
			}
		}
	}
	return nil
}

func (t *tracker) implements(recv types.Type, e *catalogue.Entry) bool {
	m := t.interfaceMethod(e)
	if m == nil {
		return false
	}
	iface, ok := m.Signature().Recv().Type().Underlying().(*types.Interface)
	return ok && types.Implements(recv, iface)
}

func inputName(f *ssa.Function, p *ssa.Parameter) string {
	if f.Parent() != nil {
		return fmt.Sprintf("a model fills the parameter %s of the function in %s", p.Name(), ssax.Outermost(f).Name())
	}
	return fmt.Sprintf("a model fills the parameter %s of %s", p.Name(), f.Name())
}
