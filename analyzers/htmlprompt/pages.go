package htmlprompt

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// mayServePages reports whether an instruction of the package may serve a page.
func mayServePages(program *flow.Program) bool {
	for _, fn := range program.Funcs {
		for in := range ssax.Instructions(fn) {
			if mayServePage(in) {
				return true
			}
		}
	}
	return false
}

// mayServePage reports whether an instruction lets code that does not name html/template execute one of its templates, for what that
// package is made for: it runs the template in the background or at the end of its function, boxes it into an interface, passes it
// for a type parameter, or takes the method that executes templates as a value.
func mayServePage(in ssa.Instruction) bool {
	var callee ssa.Value
	switch in := in.(type) {
	case *ssa.MakeInterface:
		return holdsTemplate(in.X.Type())
	case ssa.CallInstruction:
		if _, now := in.(*ssa.Call); !now {
			if fn := flow.FuncObject(in.Common()); fn != nil && executes(fn) {
				return true
			}
		}
		callee = in.Common().Value
		if fn := in.Common().StaticCallee(); fn != nil && slices.ContainsFunc(fn.TypeArgs(), holdsTemplate) {
			return true
		}
	}
	return slices.ContainsFunc(in.Operands(nil), func(v *ssa.Value) bool {
		fn, ok := (*v).(*ssa.Function)
		if !ok || fn == callee {
			return false
		}
		obj, ok := fn.Object().(*types.Func)
		return ok && executes(obj.Origin())
	})
}

// holdsTemplate reports whether a template of html/template is a part of a type.
func holdsTemplate(t types.Type) bool {
	const template = "html/template.Template"
	return strings.Contains(types.TypeString(t, nil), template) || strings.Contains(types.TypeString(t.Underlying(), nil), template)
}
