package taint

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// outputLabel is the label of rows of kind output, by their role.
func outputLabel(role string) string {
	switch role {
	case "tool-args":
		return "toolargs"
	case "tool", "remote-prompt":
		return "fetched"
	}
	return "output"
}

// sourceAt reports whether a place of a walk is a source.
func (t *tracker) sourceAt(v flow.Visit) (Source, bool) {
	if v.Loc.Key != "" {
		return t.fieldSource(v)
	}
	switch val := v.Loc.Value.(type) {
	case *ssa.Parameter:
		if what := t.toolInputs[val]; what != "" {
			return Source{"toolinput", what, val.Pos()}, true
		}
	}
	if call, i := flow.CallOf(v.Loc.Value); call != nil {
		if s, ok := t.callSource(call, i); ok {
			return s, true
		}
	}
	if in := t.info.OutputAt(v); in != nil {
		return Source{"output", "text of a model comes from here", in.Pos()}, true
	}
	return t.filledSource(v.Loc.Value)
}

// callSource reports whether a result of a call is a source.
func (t *tracker) callSource(call *ssa.Call, result int) (Source, bool) {
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		return Source{}, false
	}
	what := flow.ShortName(fn) + " returns it here"
	for _, e := range t.catalogue.Lookup(fn.FullName()) {
		slot, ok := catalogue.SlotOf(fn.Signature(), e.Place)
		if !ok || slot != (catalogue.Slot{Result: true, Index: result}) {
			continue
		}
		switch e.Kind {
		case "source":
			return Source{e.Role, what, call.Pos()}, true
		case "output":
			return Source{outputLabel(e.Role), what, call.Pos()}, true
		}
	}
	for _, r := range t.sources[flow.ResultKey(fn, result)] {
		return Source{r.Label, what, call.Pos()}, true
	}
	return Source{}, false
}

// fieldSource reports whether a field that is read is a source, or belongs to an object that is one.
func (t *tracker) fieldSource(v flow.Visit) (Source, bool) {
	for addr, _ := v.Edge.Instr.(ssa.Value); addr != nil; {
		base, field := baseOf(addr)
		if base == nil {
			break
		}
		if s, ok := t.fieldRow(base.Type(), field, addr.Pos()); ok {
			return s, true
		}
		for _, o := range t.objectsOf(base) {
			if what := t.toolInputs[asParam(o)]; what != "" {
				return Source{"toolinput", what, addr.Pos()}, true
			}
			if call, i := flow.CallOf(o); call != nil {
				if s, ok := t.callSource(call, i); ok {
					return s, true
				}
			}
			if inner, f := baseOf(o); inner != nil { // a field of a struct that is kept in a field
				if s, ok := t.fieldRow(inner.Type(), f, o.Pos()); ok {
					return s, true
				}
			}
			if s, ok := t.filledSource(o); ok {
				return s, true
			}
		}
		addr = nil
	}
	if in := t.info.OutputAt(v); in != nil {
		return Source{"output", "text of a model is read here", in.Pos()}, true
	}
	return Source{}, false
}

// fieldRow reports whether a field is a source, by a catalogue row or its shape.
func (t *tracker) fieldRow(typ types.Type, field int, pos token.Pos) (Source, bool) {
	key := flow.FieldKey(typ, field)
	for _, e := range t.catalogue.Lookup(key) {
		short := key[strings.LastIndexByte(key, '/')+1:]
		switch {
		case e.Place != "field":
		case e.Kind == "source":
			return Source{e.Role, short + " is read here", pos}, true
		case e.Kind == "output":
			return Source{outputLabel(e.Role), short + " is read here", pos}, true
		}
	}
	if t.info.IsToolArgsField(typ, field) {
		return Source{"toolargs", "arguments of a tool call are read here", pos}, true
	}
	return Source{}, false
}

// filledSource reports whether a call fills an object from a source: c.BindJSON(&in).
func (t *tracker) filledSource(object ssa.Value) (Source, bool) {
	for _, call := range callsWith(object) {
		for e, arg := range t.argRows("source", call.Common()) {
			if withoutInterfaces(arg) == object {
				return Source{e.Role, flow.ShortName(flow.FuncObject(call.Common())) + " fills it here", call.Pos()}, true
			}
		}
	}
	return Source{}, false
}

// A decodeStep is data and the call that decodes it.
type decodeStep struct {
	value ssa.Value
	call  ssa.Instruction
}

// decodeSteps returns the data that is decoded into the object at a place, or into the object of a field.
func (t *tracker) decodeSteps(v flow.Visit) (out []decodeStep) {
	objects := []ssa.Value{v.Loc.Value}
	if v.Loc.Key != "" {
		objects = nil
		if addr, ok := v.Edge.Instr.(ssa.Value); ok {
			if base, _ := baseOf(addr); base != nil {
				objects = t.objectsOf(base)
			}
		}
	}
	for _, o := range objects {
		steps, ok := t.decoded[o]
		if !ok {
			steps = t.decoders(o, 0)
			t.decoded[o] = steps
		}
		out = append(out, steps...)
	}
	return out
}

// decodeDepth bounds the helpers between an object and the call that fills it.
const decodeDepth = 3

func (t *tracker) decoders(object ssa.Value, depth int) (out []decodeStep) {
	if object == nil || depth > decodeDepth {
		return nil
	}
	for _, call := range callsWith(object) {
		args := flow.Arguments(call.Common())
		if fn := flow.FuncObject(call.Common()); fn != nil {
			for _, tr := range t.info.Transfers(fn) {
				if tr.Kind == flow.Decoded && tr.To.Index < len(args) && withoutInterfaces(args[tr.To.Index]) == object {
					out = append(out, decodeStep{args[tr.From.Index], call})
				}
			}
		}
		for _, f := range t.flow.CalleesOf(call) {
			for i, p := range f.Params {
				if i < len(args) && len(args) == len(f.Params) && withoutInterfaces(args[i]) == object {
					out = append(out, t.decoders(p, depth+1)...)
				}
			}
		}
	}
	return out
}

// callsWith returns the calls that take a value as an argument, directly or in an interface.
func callsWith(v ssa.Value) (out []ssa.CallInstruction) {
	for _, use := range flow.Uses(v) {
		switch use := use.(type) {
		case ssa.CallInstruction:
			out = append(out, use)
		case *ssa.MakeInterface:
			out = append(out, callsWith(use)...)
		case *ssa.ChangeInterface:
			out = append(out, callsWith(use)...)
		}
	}
	return out
}

// withoutInterfaces returns a value without conversions to interfaces.
func withoutInterfaces(v ssa.Value) ssa.Value {
	for {
		switch w := v.(type) {
		case *ssa.MakeInterface:
			v = w.X
		case *ssa.ChangeInterface:
			v = w.X
		default:
			return v
		}
	}
}

// baseOf returns the struct that a field is read from, and the index of the field.
func baseOf(addr ssa.Value) (ssa.Value, int) {
	switch a := addr.(type) {
	case *ssa.FieldAddr:
		return a.X, a.Field
	case *ssa.Field:
		return a.X, a.Field
	case *ssa.UnOp:
		if f, ok := a.X.(*ssa.FieldAddr); ok && a.Op == token.MUL {
			return f.X, f.Field
		}
	}
	return nil, 0
}

func asParam(v ssa.Value) *ssa.Parameter {
	p, _ := v.(*ssa.Parameter)
	return p
}
