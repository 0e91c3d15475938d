package llm

import (
	"cmp"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
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

// toolResultField matches the name of a field in which a program keeps what a tool has answered.
var toolResultField = regexp.MustCompile(`(?i)^tool_?(call_?)?(result|output|response)$`)

// toolResultFunc matches the name of a function that runs a tool, or makes the text of its answer for a model.
var toolResultFunc = regexp.MustCompile(`(?i)tool_?(call_?)?(result|output|response)|(invoke|call|run|execute|exec)_?tool$`)

// isToolResultCall reports whether a value is the result of a call of such a function.
func (b *builder) isToolResultCall(v ssa.Value) bool {
	call, _ := flow.CallOf(v)
	if call == nil {
		return false
	}
	fn := flow.FuncObject(call.Common())
	is, known := b.toolRuns[fn]
	if !known {
		is = fn != nil && toolResultFunc.MatchString(fn.Name())
		b.toolRuns[fn] = is
	}
	return is
}

// keptResults is what a package keeps in fields of such a name: results of calls, and the text of other fields.
type keptResults struct {
	values map[ssa.Value]bool
	fields map[string]bool // by key
}

// isKeptResult reports whether an edge leads through the result of a tool by what the package calls it when it keeps it. An agent that
// asks for tools in text gets their results in messages of the user.
func (b *builder) isKeptResult(e flow.Edge) bool {
	key := cmp.Or(e.Field, e.From.Key)
	if _, name := cutLast(key); toolResultField.MatchString(name) || b.isToolResultCall(e.From.Value) {
		return true
	}
	kept := b.resultsKept()
	return key != "" && kept.fields[key] || kept.values[e.From.Value]
}

func (b *builder) resultsKept() *keptResults {
	if b.kept != nil {
		return b.kept
	}
	b.kept = &keptResults{map[ssa.Value]bool{}, map[string]bool{}}
	b.instructions(func(in ssa.Instruction) {
		f := storedField(in)
		if f == nil || !toolResultField.MatchString(fieldVar(f).Name()) {
			return
		}
		v := in.(*ssa.Store).Val
		if load, ok := v.(*ssa.UnOp); ok {
			v = load.X
		}
		switch v := v.(type) {
		case *ssa.Call, *ssa.Extract:
			b.kept.values[v] = true
		case ssa.Instruction:
			if of, i := ssax.FieldOf(v); of != nil {
				b.kept.fields[flow.FieldKey(of.Type(), i)] = true
			}
		}
	})
	return b.kept
}
