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

// evidence judges by structure a call whose other side cannot be seen: a method of an interface that nothing in sight
// implements, or a function of a library that the catalogue does not know. See [shape.Judge.CallOf].
func (k *knowledge) evidence(call ssa.CallInstruction, fn *types.Func, args []ssa.Value, have []sink) []sink {
	if len(have) > 0 || fn.Pkg() == nil || !k.unseen(call, fn) {
		return nil
	}
	var out []sink
	prompt := func(loc flow.Loc, role string) {
		out = append(out, sink{loc: loc, colour: Prompted, role: role, name: flow.ShortName(fn), instr: call, shape: true, likely: true})
	}
	model := func(loc flow.Loc) {
		out = append(out, sink{loc: loc, colour: Named, role: "chat", name: flow.ShortName(fn), instr: call, shape: true, likely: true})
	}
	for _, in := range k.shapes.CallOf(fn.Name(), fn.Signature()) {
		if in.Param >= len(args) {
			continue
		}
		switch t := fn.Signature().Params().At(in.Param).Type(); {
		case in.Messages:
			k.messageFields(shape.Elem(t), "any", prompt)
		case in.Role != "":
			prompt(flow.Loc{Value: args[in.Param]}, in.Role)
		default:
			k.request(t, prompt, model)
		}
		if k.evident[call] == nil && len(out) > 0 {
			k.evident[call] = args[in.Param]
		}
	}
	return out
}

// asks reports whether a function has the shape of one that asks a model.
func (k *knowledge) asks(fn *types.Func) bool {
	return k.shapes.CallOf(fn.Name(), fn.Signature()) != nil
}

// unseen reports whether what a call reaches cannot be seen: an interface without an implementation in sight, or an
// unknown library. A concrete function of the code under check has been looked at: if it reaches a model, a summary
// says so.
func (k *knowledge) unseen(call ssa.CallInstruction, fn *types.Func) bool {
	if flow.Standard(fn.Pkg().Path()) {
		return false
	}
	if call.Common().IsInvoke() {
		return len(k.flow.Implementations(fn)) == 0 && (k.InModule(fn.Pkg()) || k.catalogue.SDKOf(fn.Pkg().Path()) == nil)
	}
	return !k.InModule(fn.Pkg()) && k.catalogue.SDKOf(fn.Pkg().Path()) == nil && fn.Signature().Recv() != nil
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
