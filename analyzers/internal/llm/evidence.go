package llm

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// evidence judges by structure a call whose other side cannot be seen: a method of an interface that nothing in sight
// implements, or a function of a library that the catalogue does not know. It is a model call if it takes a prompt, chat
// messages or a request with the shape of a model's, and gives text back. Saving or printing a transcript gives none.
func (k *knowledge) evidence(call ssa.CallInstruction, fn *types.Func, args []ssa.Value, have []sink) []sink {
	if len(have) > 0 || fn.Pkg() == nil || !k.asks(fn.Signature()) || !k.unseen(call, fn) {
		return nil
	}
	var out []sink
	prompt := func(loc flow.Loc, role string) {
		out = append(out, sink{loc: loc, colour: Prompted, role: role, name: flow.ShortName(fn), instr: call, shape: true, likely: true})
	}
	model := func(loc flow.Loc) {
		out = append(out, sink{loc: loc, colour: Named, role: "chat", name: flow.ShortName(fn), instr: call, shape: true, likely: true})
	}
	params := fn.Signature().Params()
	for i := range min(params.Len(), len(args)) {
		p := params.At(i)
		switch {
		case k.isMessage(p.Type()):
			k.textFields(jsonField{key: "messages", typ: p.Type()}, "any", prompt, 0)
		case isText(p.Type()) && promptName(p.Name()):
			prompt(flow.Loc{Value: args[i]}, roleOfName(p.Name()))
		case !call.Common().IsInvoke(): // what an interface of one's own gives back is often of the type of its messages
			k.request(p.Type(), prompt, model)
		}
	}
	if len(out) > 0 {
		k.evident[call] = out[len(out)-1].loc.Value
	}
	return out
}

// asks reports whether a function takes a prompt, chat messages or a request, and gives text back.
func (k *knowledge) asks(sig *types.Signature) bool {
	if !givesText(sig) || !takesContext(sig) {
		return false
	}
	for i := range sig.Params().Len() {
		p := sig.Params().At(i)
		if isText(p.Type()) && promptName(p.Name()) || k.isMessage(p.Type()) || k.request(p.Type(), func(flow.Loc, string) {}, func(flow.Loc) {}) {
			return true
		}
	}
	return false
}

// unseen reports whether what a call reaches cannot be seen: an interface without an implementation in sight, or an
// unknown library. A concrete function of the code under check has been looked at: if it reaches a model, a summary
// says so.
func (k *knowledge) unseen(call ssa.CallInstruction, fn *types.Func) bool {
	if flow.Standard(fn.Pkg().Path()) {
		return false
	}
	if call.Common().IsInvoke() {
		return len(k.flow.Implementations(fn)) == 0 && (k.Ours(fn.Pkg()) || k.catalogue.SDKOf(fn.Pkg().Path()) == nil)
	}
	return !k.Ours(fn.Pkg()) && k.catalogue.SDKOf(fn.Pkg().Path()) == nil && fn.Signature().Recv() != nil
}

// takesContext reports whether a function takes a context. A person at a terminal is asked without one.
func takesContext(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if flow.IsContext(p.Type()) {
			return true
		}
	}
	return false
}

// givesText reports whether a function gives text back, and can fail: every model can.
func givesText(sig *types.Signature) bool {
	res := sig.Results()
	if res.Len() < 2 || !flow.IsError(res.At(res.Len()-1).Type()) {
		return false
	}
	return isText(res.At(0).Type()) || answer(res.At(0).Type())
}

// answer reports whether a struct has the text of an answer in it.
func answer(t types.Type) bool {
	st := structOf(t)
	if st == nil {
		return false
	}
	for i := range st.NumFields() {
		switch strings.ToLower(st.Field(i).Name()) {
		case "content", "text", "choices", "completion", "output", "message":
			return true
		}
	}
	return false
}

// promptName reports whether a parameter is called as prompts are. Names count here only: nothing else tells a prompt
// from a key where flow ends.
func promptName(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, "prompt") || name == "instructions" || name == "systemmessage" || name == "usermessage"
}

func roleOfName(name string) string {
	switch name = strings.ToLower(name); {
	case strings.HasPrefix(name, "system"), name == "instructions":
		return "system"
	case strings.HasPrefix(name, "user"):
		return "user"
	}
	return "any"
}

// directives are the places that users name as prompts: parameters and fields with a comment //zahariacheck:prompt.
func (k *knowledge) directives() []sink {
	var out []sink
	for _, f := range k.pass.Files {
		lines := promptLines(k.pass.Fset, f)
		if len(lines) == 0 {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncType:
				for _, field := range n.Params.List {
					for _, name := range field.Names {
						if lines[k.pass.Fset.Position(name.Pos()).Line] {
							out = append(out, k.namedParam(name)...)
						}
					}
				}
			case *ast.TypeSpec:
				out = append(out, k.namedFields(n, lines)...)
			}
			return true
		})
	}
	return out
}

// promptLines returns the lines that such comments of a file speak of: their own and the next.
func promptLines(fset *token.FileSet, f *ast.File) map[int]bool {
	lines := map[int]bool{}
	for _, g := range f.Comments {
		for _, c := range g.List {
			if text, ok := strings.CutPrefix(c.Text, "//zahariacheck:prompt"); ok && (text == "" || text[0] == ' ') {
				line := fset.Position(c.Pos()).Line
				lines[line], lines[line+1] = true, true
			}
		}
	}
	return lines
}

func (k *knowledge) namedParam(id *ast.Ident) []sink {
	obj := k.pass.TypesInfo.Defs[id]
	for _, fn := range k.flow.Funcs {
		for _, p := range fn.Params {
			if obj != nil && p.Object() == obj {
				return []sink{{loc: flow.Loc{Value: p}, colour: Prompted, role: "any", name: "the parameter " + p.Name() + " of " + fn.Name()}}
			}
		}
	}
	return nil
}

func (k *knowledge) namedFields(spec *ast.TypeSpec, lines map[int]bool) []sink {
	st, ok := spec.Type.(*ast.StructType)
	obj := k.pass.TypesInfo.Defs[spec.Name]
	if !ok || obj == nil {
		return nil
	}
	var out []sink
	i := 0
	for _, field := range st.Fields.List {
		for _, name := range field.Names {
			if lines[k.pass.Fset.Position(name.Pos()).Line] {
				key := flow.FieldKey(k.pass.Fset, obj.Type(), i)
				out = append(out, sink{loc: flow.Loc{Key: key}, colour: Prompted, role: "any", name: "the field " + spec.Name.Name + "." + name.Name})
			}
			i++
		}
		if len(field.Names) == 0 {
			i++
		}
	}
	return out
}
