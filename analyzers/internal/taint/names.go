package taint

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// namesSinkOrSource reports whether the package names a sink, where anything but constants reaches it, or a source: SSA form is built
// for such packages only. Without the exception for constants it would be built for nearly all, since every format is a sink.
func (t *tracker) namesSinkOrSource() (sink, source bool) {
	seen := map[types.Object]bool{}
	slots := map[types.Object][]int{}
	for _, obj := range t.pass.TypesInfo.Uses {
		if seen[obj] {
			continue
		}
		seen[obj] = true
		switch obj := obj.(type) {
		case *types.Func:
			for _, e := range t.catalogue.Lookup(obj.FullName()) {
				sink = sink || e.Kind == "prompt"
				source = source || e.Kind == "source" || e.Kind == "handler"
			}
			for i := range obj.Signature().Results().Len() {
				source = source || len(t.sources[flow.ResultKey(obj, i)]) > 0
			}
			if in := t.sinkSlots(obj); len(in) > 0 {
				slots[obj] = in
			}
		case *types.TypeName:
			if obj.Pkg() == nil {
				continue
			}
			for _, e := range t.catalogue.Lookup(obj.Pkg().Path() + "." + obj.Name()) {
				sink = sink || e.Kind == "sink" || e.Kind == "prompt"
				source = source || e.Kind == "source" || e.Kind == "handler"
			}
		}
	}
	for _, s := range t.pass.TypesInfo.Selections {
		if s.Kind() == types.FieldVal {
			for _, e := range t.catalogue.Lookup(fieldKey(t.pass, s)) {
				source = source || e.Kind == "source"
			}
		}
	}
	return sink || t.info.HasPrompts() || t.fillsAny(slots), source || t.info.DeclaresTools()
}

// sinkSlots returns the indexes of the arguments of a function, receiver first, that are sinks.
func (t *tracker) sinkSlots(fn *types.Func) (out []int) {
	for _, e := range t.catalogue.Lookup(fn.FullName()) {
		if slot, ok := catalogue.SlotOf(fn.Signature(), e.Place); e.Kind == "sink" && ok && !slot.Result {
			out = append(out, slot.Index)
		}
	}
	recv := 0
	if fn.Signature().Recv() != nil {
		recv = 1
	}
	for i := range fn.Signature().Params().Len() {
		if len(t.sinks[flow.ParamKey(fn, i)]) > 0 {
			out = append(out, i+recv)
		}
	}
	return out
}

// fillsAny reports whether the package may pass anything but constants to a sink, given those of each function that it names.
func (t *tracker) fillsAny(slots map[types.Object][]int) bool {
	if len(slots) == 0 {
		return false
	}
	constant := map[*ast.Ident]bool{} // names of functions that are called with constants for their sinks
	for _, f := range t.pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			var name *ast.Ident
			switch fun := ast.Unparen(call.Fun).(type) {
			case *ast.Ident:
				name = fun
			case *ast.SelectorExpr:
				name = fun.Sel
				if s := t.pass.TypesInfo.Selections[fun]; s != nil && s.Kind() == types.MethodExpr {
					return true
				}
			}
			if in := slots[t.pass.TypesInfo.Uses[name]]; in != nil {
				constant[name] = !slices.ContainsFunc(in, func(slot int) bool { return !t.isConstant(call, name, slot) })
			}
			return true
		})
	}
	for name, obj := range t.pass.TypesInfo.Uses {
		if slots[obj] != nil && !constant[name] {
			return true
		}
	}
	return false
}

// isConstant reports whether a call passes only constants for a parameter, or for the rest of the parameters if that is variadic.
func (t *tracker) isConstant(call *ast.CallExpr, name *ast.Ident, slot int) bool {
	sig := t.pass.TypesInfo.Uses[name].(*types.Func).Signature()
	if sig.Recv() != nil {
		slot--
	}
	if slot < 0 || call.Ellipsis.IsValid() {
		return false
	}
	if len(call.Args) == 1 {
		if _, spread := t.pass.TypesInfo.TypeOf(call.Args[0]).(*types.Tuple); spread {
			return false
		}
	}
	end := slot + 1
	if sig.Variadic() && end == sig.Params().Len() {
		end = len(call.Args)
	}
	if end > len(call.Args) {
		return false
	}
	for _, arg := range call.Args[min(slot, end):end] {
		if t.pass.TypesInfo.Types[arg].Value == nil {
			return false
		}
	}
	return true
}

// fieldKey names the field that a selector reads; a promoted one by the type that declares it.
func fieldKey(pass *analysis.Pass, s *types.Selection) string {
	typ := s.Recv()
	for n, i := range s.Index() {
		if n == len(s.Index())-1 {
			return flow.FieldKey(typ, i)
		}
		if p, ok := typ.Underlying().(*types.Pointer); ok {
			typ = p.Elem()
		}
		typ = typ.Underlying().(*types.Struct).Field(i).Type()
	}
	return ""
}
