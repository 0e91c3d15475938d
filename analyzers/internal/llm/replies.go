package llm

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// A Reply is text of a model call of this package that flows to a value.
type Reply struct {
	Call *Call
	Read ssa.Instruction // takes the text out of the response
}

// Replies returns the model calls of this package whose response flows to a value, each once, nearest first. Text that is filled
// into another text or encoded is no longer a reply.
func (i *Info) Replies(v ssa.Value) []Reply {
	if i.b == nil || v == nil {
		return nil
	}
	return i.replies([]flow.Loc{{Value: v}}, false)
}

// RepliesIn is Replies for a result of a function, for every caller.
func (i *Info) RepliesIn(f *ssa.Function, result int) []Reply {
	if i.b == nil || !i.b.flow.CarriesText(f.Signature.Results().At(result).Type()) {
		return nil
	}
	return i.replies(flow.Results(f, result), true)
}

func (i *Info) replies(starts []flow.Loc, inside bool) []Reply {
	var out []Reply
	visit := func(at flow.Visit) bool {
		if at.Filled || at.Edge.Kind == flow.Encoded {
			return false
		}
		read, _ := at.Loc.Value.(ssa.Instruction)
		if at.Loc.Key != "" {
			read = at.Edge.Instr
		}
		call := i.responseOf(read)
		if call == nil {
			return true
		}
		if !read.Pos().IsValid() { // a result among several
			read = call.Instr
		}
		if !slices.ContainsFunc(out, func(r Reply) bool { return r.Call == call }) {
			out = append(out, Reply{call, read})
		}
		return false
	}
	if inside {
		i.b.flow.WalkNoCallers(starts, visit, localWidth)
	} else {
		i.b.flow.Walk(starts, visit, localWidth)
	}
	return out
}

// IsCall reports whether an instruction is one of the model calls.
func (i *Info) IsCall(in ssa.CallInstruction) bool { return i.callAt(in) != nil }

// DecodedBy returns the arguments that a call decodes, according to its catalogue rows: the first of json.Unmarshal.
func (i *Info) DecodedBy(call *ssa.Call) []ssa.Value {
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		return nil
	}
	args := call.Call.Args
	if call.Call.IsInvoke() {
		args = append([]ssa.Value{call.Call.Value}, args...)
	}
	var out []ssa.Value
	for _, e := range i.Catalogue().Lookup(fn.FullName()) {
		if e.Kind != "flow" || e.Role != "decode" {
			continue
		}
		if slot, ok := catalogue.SlotOf(fn.Signature(), e.Place); ok && !slot.Result && slot.Index < len(args) {
			out = append(out, args[slot.Index])
		}
	}
	return out
}

// maxTexts bounds the places that a text is followed back through in one function.
const maxTexts = 300

// TextsIn returns the texts of a function, without constants, that flow to places in it.
func (i *Info) TextsIn(fn *ssa.Function, to []flow.Loc) map[ssa.Value]bool {
	out := map[ssa.Value]bool{}
	i.b.flow.WalkNoCallers(to, func(at flow.Visit) bool {
		v := at.Loc.Value
		if _, isConst := v.(*ssa.Const); v != nil && !isConst && v.Parent() == fn && typex.IsText(v.Type()) {
			out[v] = true
		}
		return !at.Filled
	}, maxTexts)
	return out
}

// responseOf returns the model call whose response an instruction reads a part of, or nil.
func (i *Info) responseOf(in ssa.Instruction) *Call {
	v, _ := in.(ssa.Value)
	var found *Call
	seen := map[ssa.Value]bool{}
	var climb func(v ssa.Value)
	climb = func(v ssa.Value) {
		if v == nil || found != nil || seen[v] || len(seen) > 100 {
			return
		}
		seen[v] = true
		switch w := v.(type) {
		case *ssa.FieldAddr:
			climb(w.X)
		case *ssa.Field:
			climb(w.X)
		case *ssa.IndexAddr:
			climb(w.X)
		case *ssa.Index:
			climb(w.X)
		case *ssa.UnOp:
			climb(w.X)
		case *ssa.TypeAssert:
			climb(w.X)
		case *ssa.Extract:
			climb(w.Tuple)
		case *ssa.Phi:
			for _, e := range w.Edges {
				climb(e)
			}
		case *ssa.Alloc:
			for _, s := range flow.StoredValues(w) {
				climb(s)
			}
		case *ssa.Parameter: // of a callback that receives the response in parts
			found = i.callWith(w.Parent())
		case *ssa.Call:
			if found = i.callAt(w); found == nil && i.readsResponse(w) {
				climb(flow.Receiver(w.Common()))
			}
		}
	}
	climb(v)
	return found
}

// readsResponse reports whether a call is of a method by which an SDK reads its own responses.
func (i *Info) readsResponse(call *ssa.Call) bool {
	fn := flow.FuncObject(call.Common())
	return fn != nil && fn.Signature().Recv() != nil && fn.Pkg() != nil && i.b.isSDK(fn.Pkg())
}

// callAt returns the model call that an instruction is, or nil.
func (i *Info) callAt(in ssa.CallInstruction) *Call {
	if i.byInstr == nil {
		i.byInstr = map[ssa.CallInstruction]*Call{}
		for _, c := range i.Calls {
			i.byInstr[c.Instr] = c
		}
	}
	return i.byInstr[in]
}

// callWith returns the model call that takes a function literal as an argument, or nil.
func (i *Info) callWith(f *ssa.Function) *Call {
	if f.Parent() == nil {
		return nil
	}
	for _, b := range f.Parent().Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(*ssa.Call)
			if !ok || i.callAt(call) == nil {
				continue
			}
			for _, a := range call.Call.Args {
				if literal(a) == f {
					return i.callAt(call)
				}
			}
		}
	}
	return nil
}

// literal returns the function that a value holds, through conversions to a named function type and a variable assigned once.
func literal(v ssa.Value) *ssa.Function {
	for range 5 {
		switch w := v.(type) {
		case *ssa.Function:
			return w
		case *ssa.MakeClosure:
			f, _ := w.Fn.(*ssa.Function)
			return f
		case *ssa.ChangeType:
			v = w.X
		case *ssa.UnOp:
			stored := flow.StoredValues(w.X)
			if len(stored) != 1 {
				return nil
			}
			v = stored[0]
		default:
			return nil
		}
	}
	return nil
}

// MakesResources reports whether the package uses a function by which an SDK creates or deletes resources at the vendor.
func (i *Info) MakesResources() bool {
	for _, obj := range i.b.pass.TypesInfo.Uses {
		fn, ok := obj.(*types.Func)
		if ok && fn.Pkg() != nil && i.b.isSDK(fn.Pkg()) && slices.ContainsFunc(i.b.catalogue.Lookup(fn.Origin().FullName()), func(e *catalogue.Entry) bool { return e.Kind == "resource" }) {
			return true
		}
	}
	return false
}
