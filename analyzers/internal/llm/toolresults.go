package llm

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// ToolResults returns the values that are sent to a model as results of tools, in source order: arguments and fields with
// catalogue rows, and the text of messages with the role of a tool.
func (i *Info) ToolResults() (out []ssa.Value) {
	if i.b == nil {
		return nil
	}
	k := i.b
	isResult := func(e *catalogue.Entry) bool { return e.Kind == "toolresult" }
	isMessage := func(e *catalogue.Entry) bool { return e.Kind == "prompt" && e.Attrs["role-field"] != "" }
	k.instructions(func(in ssa.Instruction) {
		switch in := in.(type) {
		case ssa.CallInstruction:
			fn, sig, _, entries := k.lookupCall(in.Common())
			args := flow.ArgumentsOf(fn, in.Common())
			for _, e := range entries {
				if n := e.Param(sig); isResult(e) && n >= 0 && n < len(args) {
					out = append(out, args[n])
				}
			}
		case *ssa.Store:
			f, ok := in.Addr.(*ssa.FieldAddr)
			if !ok {
				return
			}
			entries := k.catalogue.Lookup(flow.FieldKey(f.X.Type(), f.Field))
			if slices.ContainsFunc(entries, isResult) || slices.ContainsFunc(entries, isMessage) && toolRoles[k.siblingRole(f, "")] {
				out = append(out, in.Val)
			}
		}
	})
	return out
}
