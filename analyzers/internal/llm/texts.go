package llm

import (
	"go/types"
	"iter"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// textWidth bounds the places looked at for one exported text, and textPieces the literals told of it.
const (
	textWidth  = 3000
	textPieces = 1000

	fieldsOfResult = 12 // how many fields a summary names whose text a result may be
	fieldsOfKeep   = 4  // how many fields it names into which a function puts one argument
)

// outputs publishes which results of exported functions and methods are what a model said.
func (k *knowledge) outputs() {
	for _, fn := range k.flow.Funcs {
		obj, _ := fn.Object().(*types.Func)
		if obj == nil && !k.in.linked || obj != nil && !obj.Exported() && !k.in.linked {
			continue // no other package can call it
		}
		for i := range fn.Signature.Results().Len() {
			if !k.flow.CarriesText(fn.Signature.Results().At(i).Type()) {
				continue
			}
			if k.resultOutput(fn, i) == isOutput {
				k.out.Outputs = append(k.out.Outputs, flow.ResultOf(flow.FuncName(fn), i))
				if obj == nil {
					continue
				}
				for _, m := range k.flow.InterfaceMethods(obj) {
					k.out.Outputs = append(k.out.Outputs, flow.ResultKey(m, i))
				}
			}
		}
	}
	slices.Sort(k.out.Outputs)
	k.out.Outputs = slices.Compact(k.out.Outputs)
}

// exported visits the exported functions and methods of the package.
func (k *knowledge) exported() iter.Seq2[*ssa.Function, *types.Func] {
	return func(yield func(*ssa.Function, *types.Func) bool) {
		for _, fn := range k.flow.Funcs {
			if obj, ok := fn.Object().(*types.Func); ok && obj.Exported() && !yield(fn, obj) {
				return
			}
		}
	}
}

// exportTexts publishes the literals that can be found in what other packages can read: results of exported functions and
// methods, package variables, constants made of several literals, and fields.
func (k *knowledge) exportTexts() {
	k.program()
	for fn, obj := range k.exported() {
		res := fn.Signature.Results()
		for i := range res.Len() {
			if !k.flow.CarriesText(res.At(i).Type()) {
				continue
			}
			key := flow.ResultKey(obj, i)
			pass := Pass{Key: key, Params: k.flow.ParamsToResult(fn, i), Fields: k.publish(key, flow.Results(fn, i), nil)}
			if len(pass.Params) > 0 || len(pass.Fields) > 0 {
				k.texts.Passes = append(k.texts.Passes, pass)
			}
		}
	}
	scope := k.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		switch obj := scope.Lookup(name).(type) {
		case *types.Const:
			if obj.Exported() {
				k.publishConst(obj)
			}
		case *types.Var:
			if g, ok := k.flow.SSA.Members[name].(*ssa.Global); ok && obj.Exported() && k.flow.CarriesText(obj.Type()) {
				k.publish(flow.GlobalKey(obj), []flow.Loc{{Value: g}}, nil)
			}
		}
	}
	kept := map[string][]string{}
	for _, key := range k.flow.FieldKeys() {
		if flow.FieldPackage(key) == k.pass.Pkg.Path() {
			k.publish(key, []flow.Loc{{Key: key}}, func(p *ssa.Parameter) {
				if fn, i := flow.ParamIndex(p); fn != nil && fn.Exported() && i >= 0 {
					param := flow.ParamKey(fn, i)
					if !slices.Contains(kept[param], key) && len(kept[param]) < fieldsOfKeep {
						kept[param] = append(kept[param], key)
					}
				}
			})
		}
	}
	for _, param := range slices.Sorted(maps.Keys(kept)) {
		k.texts.Keeps = append(k.texts.Keeps, Keep{param, kept[param]})
	}
	slices.SortFunc(k.texts.Texts, func(a, b Text) int { return strings.Compare(a.Key, b.Key) })
	slices.SortFunc(k.texts.Passes, func(a, b Pass) int { return strings.Compare(a.Key, b.Key) })
	for i := range k.texts.Texts {
		for j := range k.texts.Texts[i].Pieces {
			k.texts.Texts[i].Pieces[j].at = 0
		}
	}
	k.pass.ExportPackageFact(&k.texts)
}

// publish tells the literals in a place, and returns the fields whose text is there too. It calls keep, which may be nil,
// for the parameters whose text is there as it is.
func (k *knowledge) publish(key string, starts []flow.Loc, keep func(*ssa.Parameter)) (fields []string) {
	var pieces []Piece
	seen := map[Piece]bool{}
	add := func(more []Piece) {
		for _, p := range more {
			if p.Words > 0 && !seen[p] && len(pieces) < textPieces {
				seen[p] = true
				pieces = append(pieces, p)
			}
		}
	}
	if k.publishing == nil {
		k.publishing = flow.NewBarrier(func(e flow.Edge, data bool) bool {
			return e.Kind == flow.Encoded || e.Field != "" && ofToolAnswer(e.Instr) || e.Kind == flow.Heap && k.answering(e.Instr) ||
				e.Store != nil && k.answering(e.Store) || data && fromField(e)
		})
	}
	k.flow.Follow(flow.Query{Starts: starts, NoCallers: true, Barrier: k.publishing, Limit: textWidth, Visit: func(at flow.Visit) bool {
		param, _ := at.Loc.Value.(*ssa.Parameter)
		if at.Loc.Key != "" || param != nil && at.Loc.InField() {
			field := at.Loc.Field()
			if at.Loc.Key != "" {
				add(k.in.ofField(field))
			}
			if len(fields) < fieldsOfResult && !at.Loc.Shared() {
				fields = append(fields, field)
			}
		}
		if at.Loc.InField() {
			return true
		}
		switch v := at.Loc.Value.(type) {
		case *ssa.Const:
			if e := k.flow.Literal(v); e != nil {
				add(k.pieces(e))
			}
		case *ssa.Global:
			if obj := v.Object(); obj != nil && obj.Pkg() != k.pass.Pkg {
				add(k.in.ofGlobal(obj))
			}
		case *ssa.Parameter:
			if keep != nil && !at.Filled {
				keep(v)
			}
		}
		if call, i := flow.CallOf(at.Loc.Value); call != nil {
			if fn := flow.FuncObject(call.Common()); fn != nil && fn.Pkg() != k.pass.Pkg {
				add(k.in.ofResult(fn, i))
			}
		}
		return true
	}})
	if prose(pieces) {
		k.texts.Texts = append(k.texts.Texts, Text{key, pieces})
	}
	slices.Sort(fields)
	return slices.Compact(fields)
}

func (k *knowledge) publishConst(obj *types.Const) {
	decl := k.flow.ConstDecl(obj)
	if decl == nil {
		return
	}
	if b, ok := obj.Type().Underlying().(*types.Basic); !ok || b.Info()&types.IsString == 0 {
		return
	}
	if pieces := k.pieces(decl); prose(pieces) {
		k.texts.Texts = append(k.texts.Texts, Text{flow.GlobalKey(obj), pieces})
	}
}
