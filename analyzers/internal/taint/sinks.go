package taint

import (
	"go/types"
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// findSinks returns the sinks of the package, in source order.
func (t *tracker) findSinks() []Sink {
	var out []Sink
	for _, fn := range t.flow.Funcs {
		for in := range ssax.Instructions(fn) {
			switch in := in.(type) {
			case ssa.CallInstruction:
				out = append(out, t.callSinks(in)...)
			case *ssa.ChangeType:
				out = append(out, t.conversionSinks(in, in.X, in.Type())...)
			case *ssa.Convert:
				out = append(out, t.conversionSinks(in, in.X, in.Type())...)
			}
		}
	}
	for _, p := range t.info.PromptSinks() {
		if isSystemPrompt(p) {
			label := "system"
			if p.Role == "tooldesc" {
				label = p.Role
			}
			out = append(out, Sink{Label: label, Name: p.Name, Instr: p.Instr, Value: p.Value, Pos: p.Instr.Pos()})
		}
	}
	return out
}

// isSystemPrompt reports whether a prompt is one that instructs the model.
func isSystemPrompt(p llm.PromptSink) bool {
	return p.Role == "system" || p.Role == "developer" || p.Role == "tooldesc"
}

func (t *tracker) callSinks(call ssa.CallInstruction) (out []Sink) {
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		return nil
	}
	args := flow.Arguments(call.Common())
	sig := fn.Signature()
	for e, arg := range t.argRows("sink", call.Common()) {
		if t.startsShell(e, sig, args) {
			param := strings.TrimSuffix(strings.TrimPrefix(e.Place, "arg:"), "...")
			out = append(out, Sink{Label: e.Role, Name: flow.ShortName(fn), Param: param, Instr: call, Value: arg, Pos: call.Pos()})
		}
	}
	recv := len(args) - sig.Params().Len()
	for i := range sig.Params().Len() {
		for _, s := range t.sinks[flow.ParamKey(fn, i)] {
			if i+recv >= 0 && i+recv < len(args) && !t.isOtherBranch(call, sig, s.When) {
				out = append(out, Sink{Label: s.Label, Name: flow.ShortName(fn), Param: sig.Params().At(i).Name(), Instr: call, Value: args[i+recv], Pos: call.Pos(), Below: s.Name})
			}
		}
	}
	return out
}

// shells run the text of their arguments.
var shells = []string{"sh", "bash", "zsh", "dash", "ksh", "cmd", "cmd.exe", "powershell", "powershell.exe", "pwsh", "python", "python3", "perl", "ruby", "node", "osascript", "ssh", "eval"}

// startsShell reports whether a row with shell=ARG applies: the argument is the constant name of a shell. Rows without it always
// apply.
func (t *tracker) startsShell(e *catalogue.Entry, sig *types.Signature, args []ssa.Value) bool {
	name := e.Attrs["shell"]
	if name == "" {
		return true
	}
	slot, ok := catalogue.SlotOf(sig, "arg:"+name)
	if !ok || slot.Index >= len(args) {
		return false
	}
	program, constant := t.flow.String(args[slot.Index])
	return constant && slices.Contains(shells, path.Base(strings.ReplaceAll(program, `\`, "/")))
}

// conversionSinks returns the sink that a conversion to a type such as html/template.HTML is.
func (t *tracker) conversionSinks(in ssa.Instruction, from ssa.Value, to types.Type) (out []Sink) {
	n, ok := types.Unalias(to).(*types.Named)
	if !ok {
		return nil
	}
	for _, e := range t.catalogue.Lookup(flow.TypeKey(n)) {
		if e.Kind == "sink" && e.Place == "type" {
			name := n.Obj().Pkg().Name() + "." + n.Obj().Name()
			out = append(out, Sink{Label: e.Role, Name: name, Instr: in, Value: from, Pos: in.Pos()})
		}
	}
	return out
}
