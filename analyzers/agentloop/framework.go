package agentloop

import (
	"fmt"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// checkFrameworks checks agents of frameworks that continue as long as the model calls tools, in a package that sets no limit.
// Options that come from elsewhere may contain one.
func (c *checker) checkFrameworks() {
	for _, fn := range c.flow.Funcs {
		for in := range ssax.Instructions(fn) {
			call, ok := in.(*ssa.Call)
			if !ok {
				continue
			}
			obj := flow.FuncObject(call.Common())
			if obj == nil {
				continue
			}
			for _, e := range c.info.Catalogue().Lookup(obj.FullName()) {
				if e.Kind != "client" || e.Attrs["limit"] != "none" || c.setsLimit(e.SDK) || !hasListedOptions(call) {
					continue
				}
				c.pass.ReportAround(call.Pos(), rule.Finding{
					Message: fmt.Sprintf("agent created by %s has no limit except the model's own decision to stop; set a stop condition such as a number of steps", flow.ShortName(obj)),
				})
			}
		}
	}
}

// setsLimit reports whether the package uses an option of the SDK that bounds the steps of an agent.
func (c *checker) setsLimit(sdk *catalogue.SDK) bool {
	found := false
	look := func(symbol string) {
		for _, e := range c.info.Catalogue().Lookup(symbol) {
			found = found || e.SDK == sdk && e.Kind == "option" && e.Role == "step-limit"
		}
	}
	for _, fn := range c.flow.Funcs {
		for in := range ssax.Instructions(fn) {
			switch in := in.(type) {
			case *ssa.FieldAddr:
				look(flow.FieldKey(in.X.Type(), in.Field))
			case ssa.CallInstruction:
				if obj := flow.FuncObject(in.Common()); obj != nil {
					look(obj.FullName())
				}
			}
		}
	}
	return found
}

// hasListedOptions reports whether the options of a call are listed at the call or in its function, or absent.
func hasListedOptions(call *ssa.Call) bool {
	if !call.Call.Signature().Variadic() {
		return true
	}
	return isListed(call.Call.Args[len(call.Call.Args)-1], map[ssa.Value]bool{})
}

// isListed reports whether all elements of a slice are written out in its function: in a literal, or where they are appended.
func isListed(list ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[list] {
		return true
	}
	seen[list] = true
	switch list := list.(type) {
	case *ssa.Const:
		return true
	case *ssa.Slice:
		_, ok := list.X.(*ssa.Alloc)
		return ok
	case *ssa.Phi:
		return !slices.ContainsFunc(list.Edges, func(e ssa.Value) bool { return !isListed(e, seen) })
	case *ssa.Call:
		b, ok := list.Call.Value.(*ssa.Builtin)
		return ok && b.Name() == "append" && isListed(list.Call.Args[0], seen) && isListed(list.Call.Args[1], seen)
	}
	return false
}
