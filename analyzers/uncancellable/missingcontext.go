package uncancellable

import (
	"fmt"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/contexts"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// checkMissingContext checks a call without a context in a function that has one: it reports the parameter if nothing uses it, or
// the call if the callee has a variant with a context.
func (c *checker) checkMissingContext(given *ssa.Parameter, expr string, call ssa.CallInstruction, name string) {
	if given == nil || c.reported[given] || addsContext(call) {
		return
	}
	fn := flow.FuncObject(call.Common())
	variant := ctxVariant(fn)
	if variant == nil && !c.losesContext(flow.Callee(call.Common()), 3) {
		return // the SDK takes none, which is not the fault of this code
	}
	cure := "add a context parameter to " + name + " and pass it"
	if variant != nil {
		cure = "use " + flow.ShortName(variant)
	}
	switch {
	case len(flow.Uses(given)) == 0 && flow.IsContext(given.Type()):
		c.reported[given] = true
		c.pass.Report(rule.Finding{
			Pos: given.Pos(), End: given.Pos() + token.Pos(len(given.Name())),
			Message: fmt.Sprintf("%s ignores its context, so the call of %s cannot be cancelled; %s", given.Parent().Name(), name, cure),
			Trace:   []rule.Step{{Pos: call.Pos(), Message: name + " is called without the context"}},
		})
	case variant != nil:
		c.pass.ReportAround(call.Pos(), rule.Finding{Message: fmt.Sprintf("%s is called without a context although %s is in scope; %s", name, expr, cure)})
	}
}

// addsContext reports whether the request that http.NewRequest creates gets a context later.
func addsContext(call ssa.CallInstruction) bool {
	if call.Value() == nil {
		return false
	}
	for _, in := range flow.Uses(call.Value()) {
		request, ok := in.(*ssa.Extract)
		if !ok {
			continue
		}
		for _, use := range flow.Uses(request) {
			if call, ok := use.(*ssa.Call); ok {
				if fn := flow.FuncObject(call.Common()); fn != nil && fn.FullName() == "(*net/http.Request).WithContext" {
					return true
				}
			}
		}
	}
	return false
}

// losesContext reports whether a function of this package without a context reaches a call that takes one.
func (c *checker) losesContext(fn *ssa.Function, depth int) bool {
	if fn == nil || depth == 0 {
		return false
	}
	if given, _ := contexts.InScope(fn); given != nil {
		return false
	}
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(ssa.CallInstruction)
			if !ok {
				continue
			}
			name, ctx := c.modelCall(call)
			switch {
			case name == "":
			case ctx != nil && c.unstoppable(ctx),
				ctx == nil && (ctxVariant(flow.FuncObject(call.Common())) != nil || c.losesContext(flow.Callee(call.Common()), depth-1)):
				return true
			}
		}
	}
	return false
}

func (c *checker) unstoppable(ctx ssa.Value) bool {
	_, yes := contexts.Unstoppable(c.info.Flow(), ctx)
	return yes
}

// ctxVariant returns the variant of a function that takes a context: by the convention of the standard library and older SDKs,
// the one whose name ends in WithContext or Context.
func ctxVariant(fn *types.Func) *types.Func {
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	for _, suffix := range []string{"WithContext", "Context"} {
		var obj types.Object
		if recv := fn.Signature().Recv(); recv != nil {
			obj, _, _ = types.LookupFieldOrMethod(recv.Type(), true, fn.Pkg(), fn.Name()+suffix)
		} else {
			obj = fn.Pkg().Scope().Lookup(fn.Name() + suffix)
		}
		if variant, ok := obj.(*types.Func); ok && variant.Signature().Params().Len() > 0 && flow.IsContext(variant.Signature().Params().At(0).Type()) {
			return variant
		}
	}
	return nil
}
