package llm

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
)

// evidence recognises a call whose callee is invisible by its shape, or else by names.
func (b *builder) evidence(call ssa.CallInstruction, fn *types.Func, args []ssa.Value) []sink {
	if fn.Pkg() == nil {
		return nil
	}
	if b.isUnseen(call, fn) {
		if out := b.shapedInputs(call, fn, args); len(out) > 0 {
			return out
		}
	}
	return b.namedInputs(call, fn, args)
}

// shapedInputs returns the sinks that the arguments of a call are whose callee is invisible, a method of an interface without a visible
// implementation or a function of a library without catalogue rows, and has the shape of a model call. See [shape.Judge.CallOf].
func (b *builder) shapedInputs(call ssa.CallInstruction, fn *types.Func, args []ssa.Value) []sink {
	var out []sink
	prompt := func(loc flow.Loc, role string) {
		out = append(out, sink{loc: loc, label: PromptLabel, role: role, name: flow.ShortName(fn), instr: call, shape: true, likely: true})
	}
	model := func(loc flow.Loc) {
		out = append(out, sink{loc: loc, label: ModelIDLabel, role: "chat", name: flow.ShortName(fn), instr: call, shape: true, likely: true})
	}
	for _, in := range b.shapes.CallOf(fn.Name(), fn.Signature()) {
		if in.Param >= len(args) {
			continue
		}
		switch t := fn.Signature().Params().At(in.Param).Type(); {
		case in.Messages:
			b.messageFields(shape.Elem(t), "any", prompt)
		case in.Role != "":
			prompt(flow.Loc{Value: args[in.Param]}, in.Role)
		default:
			b.request(t, prompt, model)
		}
		if b.inferredCalls[call] == nil && len(out) > 0 {
			b.inferredCalls[call] = args[in.Param]
		}
	}
	return out
}

// hasModelCallShape reports whether a function has the shape of a model call.
func (b *builder) hasModelCallShape(fn *types.Func) bool {
	return b.shapes.CallOf(fn.Name(), fn.Signature()) != nil
}

// isUnseen reports whether the callee of a call is invisible: an interface without a visible implementation, or an unknown
// library. A concrete function of the code under check has a summary, which says whether it reaches a model.
func (b *builder) isUnseen(call ssa.CallInstruction, fn *types.Func) bool {
	if flow.Standard(fn.Pkg().Path()) {
		return false
	}
	if call.Common().IsInvoke() {
		return len(b.flow.Implementations(fn)) == 0 && (b.InModule(fn.Pkg()) || b.catalogue.SDKOf(fn.Pkg().Path()) == nil)
	}
	return !b.InModule(fn.Pkg()) && b.catalogue.SDKOf(fn.Pkg().Path()) == nil && fn.Signature().Recv() != nil
}

// directives returns the places that users declare to be prompts: parameters and fields with a comment //zahariacheck:prompt.
func (b *builder) directives() []sink {
	var out []sink
	for _, f := range b.pass.Files {
		lines := promptLines(b.pass.Fset, f)
		if len(lines) == 0 {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncType:
				for _, field := range n.Params.List {
					for _, name := range field.Names {
						if lines[b.pass.Fset.Position(name.Pos()).Line] {
							out = append(out, b.namedParam(name)...)
						}
					}
				}
			case *ast.TypeSpec:
				out = append(out, b.namedFields(n, lines)...)
			}
			return true
		})
	}
	return out
}

// promptLines returns the lines that such comments apply to: their own and the next.
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

func (b *builder) namedParam(id *ast.Ident) []sink {
	obj := b.pass.TypesInfo.Defs[id]
	for _, fn := range b.flow.Funcs {
		for _, p := range fn.Params {
			if obj != nil && p.Object() == obj {
				return []sink{{loc: flow.Loc{Value: p}, label: PromptLabel, role: "any", name: "the parameter " + p.Name() + " of " + fn.Name()}}
			}
		}
	}
	return nil
}

func (b *builder) namedFields(spec *ast.TypeSpec, lines map[int]bool) []sink {
	st, ok := spec.Type.(*ast.StructType)
	obj := b.pass.TypesInfo.Defs[spec.Name]
	if !ok || obj == nil {
		return nil
	}
	var out []sink
	i := 0
	for _, field := range st.Fields.List {
		for _, name := range field.Names {
			if lines[b.pass.Fset.Position(name.Pos()).Line] {
				key := flow.FieldKey(obj.Type(), i)
				out = append(out, sink{loc: flow.Loc{Key: key}, label: PromptLabel, role: "any", name: "the field " + spec.Name.Name + "." + name.Name})
			}
			i++
		}
		if len(field.Names) == 0 {
			i++
		}
	}
	return out
}
