package untypedoutput

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// unset returns the field or option by which a call could ask for JSON and does not: the type of its request has the field, and
// no path sets it or declares a tool. It returns "" where the request is built elsewhere, so that nothing is known of it.
func unset(pass *rule.Pass, info *llm.Info, call *llm.Call) string {
	if call.Entry == nil || !asksText[firstRole(call.Entry.Role)] {
		return ""
	}
	for _, arg := range call.Instr.Common().Args {
		field := schemaField(info.Catalogue(), arg.Type())
		if field == "" {
			continue
		}
		if c, ok := arg.(*ssa.Const); ok && c.IsNil() {
			return field
		}
		req := &request{pass: pass, call: call.Instr, seen: map[ssa.Value]bool{}}
		if known := req.read(arg); !known || req.typed {
			return ""
		}
		return field
	}
	return unusedOption(pass, info, call)
}

// asksText are the roles of calls that return free text if nothing else is asked for.
var asksText = map[string]bool{"chat": true, "completion": true, "responses": true}

func firstRole(roles string) string {
	role, _, _ := strings.Cut(roles, ",")
	return role
}

// schemaField returns the first field of a request's type that asks for JSON, as "Type.Field", or "".
func schemaField(known *catalogue.Catalogue, t types.Type) string {
	n, st := structOf(t)
	if st == nil {
		return ""
	}
	for f := range st.Fields() {
		key := flow.TypeKey(n) + "." + f.Name()
		if slices.ContainsFunc(known.Lookup(key), func(e *catalogue.Entry) bool { return e.Kind == "option" && e.Role == "structured" }) {
			return n.Obj().Name() + "." + f.Name()
		}
	}
	return ""
}

func structOf(t types.Type) (*types.Named, *types.Struct) {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return nil, nil
	}
	st, _ := n.Underlying().(*types.Struct)
	return n, st
}

// asking are the words in the names of request fields that, when set, ask for more than free text, whatever the SDK.
var asking = []string{"Tool", "Function", "Format", "Schema", "MIMEType", "OutputConfig", "Text", "GuidedJSON", "Grammar", "Prediction"}

// A request is what is known of one value that a model call sends.
type request struct {
	pass  *rule.Pass
	call  ssa.CallInstruction
	typed bool // a field is set that asks for a schema, JSON or a tool
	seen  map[ssa.Value]bool
}

// read follows a request back to where it is made, and reports whether all of that is in sight.
func (r *request) read(v ssa.Value) bool {
	if r.seen[v] {
		return true
	}
	r.seen[v] = true
	switch v := v.(type) {
	case *ssa.Const:
		return true
	case *ssa.Alloc:
		return r.uses(v)
	case *ssa.UnOp:
		return r.read(v.X)
	case *ssa.MakeInterface:
		return r.read(v.X)
	case *ssa.Phi:
		return !slices.ContainsFunc(v.Edges, func(e ssa.Value) bool { return !r.read(e) })
	case *ssa.Call:
		f := flow.Callee(v.Common())
		if f == nil || f.Blocks == nil || f.Signature.Results().Len() != 1 {
			return false
		}
		return !slices.ContainsFunc(flow.Results(f, 0), func(l flow.Loc) bool { return !r.read(l.Value) })
	}
	return false
}

// uses looks at what is done with a request that is kept in a variable. It reports whether nobody else can fill it.
func (r *request) uses(v ssa.Value) bool {
	for _, in := range flow.Uses(v) {
		switch in := in.(type) {
		case *ssa.FieldAddr:
			_, st := structOf(v.Type())
			set := len(flow.StoredValues(in)) > 0 || slices.ContainsFunc(flow.Uses(in), takesAddress)
			if st != nil && set && slices.ContainsFunc(asking, func(word string) bool { return strings.Contains(st.Field(in.Field).Name(), word) }) {
				r.typed = true
			}
		case *ssa.Store:
			if in.Addr != v {
				if a, ok := in.Addr.(*ssa.Alloc); !ok || !r.read(a) {
					return false
				}
			} else if !r.read(in.Val) {
				return false
			}
		case *ssa.UnOp, *ssa.DebugRef, *ssa.Return, *ssa.Phi, *ssa.MakeInterface:
		case *ssa.Call:
			if in != r.call {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// takesAddress reports whether an instruction fills what an address stands for by other ways than a store.
func takesAddress(in ssa.Instruction) bool {
	switch in.(type) {
	case *ssa.FieldAddr, *ssa.Call:
		return true
	}
	return false
}

// unusedOption returns the name of the function by which the SDK's calls ask for JSON, if the package uses neither it nor
// another that declares a schema or a tool, and the call shows all of its options.
func unusedOption(pass *rule.Pass, info *llm.Info, call *llm.Call) string {
	sig := call.Instr.Common().Signature()
	args := call.Instr.Common().Args
	if !sig.Variadic() || len(args) == 0 || !madeHere(args[len(args)-1]) {
		return ""
	}
	option := ""
	for _, e := range info.Catalogue().Entries() {
		if e.Kind == "option" && e.Role == "structured" && e.SDK == call.Entry.SDK && e.Place != "field" {
			option = e.Symbol[strings.LastIndexByte(e.Symbol, '/')+1:]
			break
		}
	}
	if option == "" {
		return ""
	}
	for id, obj := range pass.TypesInfo.Uses {
		fn, ok := obj.(*types.Func)
		if ok && fn.Pkg() != nil && info.Catalogue().SDKOf(fn.Pkg().Path()) != nil && slices.ContainsFunc([]string{"JSON", "Tool", "Function", "Output", "Schema", "Format"}, func(word string) bool { return strings.Contains(id.Name, word) && strings.HasPrefix(id.Name, "With") }) {
			return ""
		}
	}
	return option
}

// madeHere reports whether a list of options is written out at the call.
func madeHere(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Const:
		return v.IsNil()
	case *ssa.Slice:
		_, ok := v.X.(*ssa.Alloc)
		return ok
	}
	return false
}
