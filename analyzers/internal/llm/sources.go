package llm

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// OutputAt returns the instruction that yields model output at a place of a walk, or nil.
func (i *Info) OutputAt(at flow.Visit) ssa.Instruction {
	if i.b == nil {
		return nil
	}
	return i.b.outputAt(at)
}

// MayHoldOutput reports whether there may be a place in the package that is model output or the arguments of a tool call, other than what
// the catalogue names. It asks for no flow.
func (i *Info) MayHoldOutput() bool {
	b := i.b
	return b != nil && (len(i.Calls)+len(b.inferredCalls)+len(b.in.outputs) > 0 || b.readsToolCalls() || b.readsResponses())
}

// readsResponses reports whether the package reads a part of a model's response anywhere.
func (b *builder) readsResponses() bool {
	seen := map[types.Type]bool{}
	for _, s := range b.pass.TypesInfo.Selections {
		t := s.Recv()
		for _, i := range s.Index()[:len(s.Index())-1] { // through embedded structs
			if b.isResponse(t) {
				return true
			}
			t = typex.Struct(t).Field(i).Type()
		}
		if !seen[t] && b.isResponse(t) {
			return true
		}
		seen[t] = true
	}
	return false
}

// IsToolArgsField reports whether the field of a struct, or of a pointer to one, holds the arguments of a tool call.
func (i *Info) IsToolArgsField(t types.Type, field int) bool {
	return i.b != nil && i.b.toolPart(t, field) == toolArgs
}

// Transfers returns the transfers of a function by its flow rows, see [flow.World].
func (i *Info) Transfers(fn *types.Func) []flow.Transfer {
	if i.library == nil {
		return nil
	}
	transfers, _ := i.library(fn)
	return transfers
}

// A PromptSink is a place where the package sends text to a model.
type PromptSink struct {
	Role  string // "system", "developer", "user", "any" …; "tooldesc" for the description of a tool
	Name  string // as messages show it
	Instr ssa.Instruction
	Value ssa.Value
}

// HasPrompts reports whether the package may send text to a model.
func (i *Info) HasPrompts() bool { return i.b != nil }

// PromptSinks returns the places where the package sends text to a model, in source order.
func (i *Info) PromptSinks() []PromptSink {
	if i.b == nil {
		return nil
	}
	var out []PromptSink
	for _, s := range i.sinks {
		if s.label == PromptLabel && s.instr != nil && s.loc.Value != nil {
			out = append(out, PromptSink{s.role, s.name, s.instr, s.loc.Value})
		}
	}
	return append(out, i.b.toolDescriptions()...)
}

// toolDescriptions returns the places that describe a tool to a model.
func (b *builder) toolDescriptions() (out []PromptSink) {
	b.instructions(func(in ssa.Instruction) {
		switch in := in.(type) {
		case ssa.CallInstruction:
			fn, sig, name, entries := b.lookupCall(in.Common())
			args := flow.ArgumentsOf(fn, in.Common())
			for _, e := range entries {
				if i := e.Param(sig); e.Kind == "tooldesc" && i >= 0 && i < len(args) {
					out = append(out, PromptSink{"tooldesc", name, in, args[i]})
				}
			}
		case *ssa.Store:
			f, ok := in.Addr.(*ssa.FieldAddr)
			if !ok {
				return
			}
			for _, e := range b.catalogue.Lookup(flow.FieldKey(f.X.Type(), f.Field)) {
				if e.Kind == "tooldesc" && e.Place == "field" {
					out = append(out, PromptSink{"tooldesc", "the field " + fieldName(f) + " of " + e.SDK.Name, in, in.Val})
				}
			}
		}
	})
	return out
}
