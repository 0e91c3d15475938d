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

// textWidth bounds the places visited for one exported text, and textPieces its exported literals.
const (
	textWidth  = 3000
	textPieces = 1000

	fieldsOfResult = 12 // fields per ResultFlow
	fieldsOfKeep   = 4  // fields per ParamToField
)

// outputs exports the keys of the results that are model output.
func (b *builder) outputs() {
	for _, fn := range b.flow.Funcs {
		obj, _ := fn.Object().(*types.Func)
		if obj == nil && !b.in.linked || obj != nil && !obj.Exported() && !b.in.linked {
			continue // no other package can call it
		}
		for i := range fn.Signature.Results().Len() {
			if !b.flow.CarriesText(fn.Signature.Results().At(i).Type()) {
				continue
			}
			if b.resultOutput(fn, i) == isOutput {
				b.summary.Outputs = append(b.summary.Outputs, flow.ResultOf(flow.FuncName(fn), i))
				if obj == nil {
					continue
				}
				for _, m := range b.flow.InterfaceMethods(obj) {
					b.summary.Outputs = append(b.summary.Outputs, flow.ResultKey(m, i))
				}
			}
		}
	}
	slices.Sort(b.summary.Outputs)
	b.summary.Outputs = slices.Compact(b.summary.Outputs)
}

// exported visits the exported functions and methods of the package.
func (b *builder) exported() iter.Seq2[*ssa.Function, *types.Func] {
	return func(yield func(*ssa.Function, *types.Func) bool) {
		for _, fn := range b.flow.Funcs {
			if obj, ok := fn.Object().(*types.Func); ok && obj.Exported() && !yield(fn, obj) {
				return
			}
		}
	}
}

// exportTexts exports the literals in what other packages can read: results of exported functions and methods, package variables,
// constants made of several literals, and fields.
func (b *builder) exportTexts() {
	b.program()
	for fn, obj := range b.exported() {
		if flows := b.flow.PartFlows(fn, b.barrierOfTexts()); len(flows) > 0 {
			b.literalFacts.PartFlows = append(b.literalFacts.PartFlows, FuncPartFlows{obj.FullName(), flows})
		}
		res := fn.Signature.Results()
		for i := range res.Len() {
			if !b.flow.CarriesText(res.At(i).Type()) {
				continue
			}
			key := flow.ResultKey(obj, i)
			pass := ResultFlow{Key: key, Params: b.flow.ParamsToResult(fn, i), Fields: b.publishLiterals(key, flow.Results(fn, i), nil)}
			if len(pass.Params) > 0 || len(pass.Fields) > 0 {
				b.literalFacts.ResultFlows = append(b.literalFacts.ResultFlows, pass)
			}
		}
	}
	scope := b.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		switch obj := scope.Lookup(name).(type) {
		case *types.Const:
			if obj.Exported() {
				b.publishConst(obj)
			}
		case *types.Var:
			if g, ok := b.flow.SSA.Members[name].(*ssa.Global); ok && obj.Exported() && b.flow.CarriesText(obj.Type()) {
				b.publishLiterals(flow.GlobalKey(obj), []flow.Loc{{Value: g}}, nil)
			}
		}
	}
	kept := map[string][]string{}
	for _, key := range b.flow.FieldKeys() {
		if flow.FieldPackage(key) == b.pass.Pkg.Path() {
			b.publishLiterals(key, []flow.Loc{{Key: key}}, func(p *ssa.Parameter) {
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
		b.literalFacts.ParamFlows = append(b.literalFacts.ParamFlows, ParamToField{param, kept[param]})
	}
	b.literalFacts.Speakers = b.speakers()
	slices.SortFunc(b.literalFacts.Speakers, func(a, b Speaker) int { return strings.Compare(a.Key, b.Key) })
	slices.SortFunc(b.literalFacts.Literals, func(a, b Literals) int { return strings.Compare(a.Key, b.Key) })
	slices.SortFunc(b.literalFacts.PartFlows, func(a, b FuncPartFlows) int { return strings.Compare(a.Func, b.Func) })
	slices.SortFunc(b.literalFacts.ResultFlows, func(a, b ResultFlow) int { return strings.Compare(a.Key, b.Key) })
	for i := range b.literalFacts.Literals {
		for j := range b.literalFacts.Literals[i].Literals {
			b.literalFacts.Literals[i].Literals[j].at = 0
		}
	}
	b.pass.ExportPackageFact(&b.literalFacts)
}

// barrierOfTexts returns the barrier for text that other packages read.
func (b *builder) barrierOfTexts() *flow.Barrier {
	if b.literalBarrier == nil {
		b.literalBarrier = flow.NewBarrier(func(e flow.Edge, data bool) bool {
			return e.Kind == flow.Encoded || e.Field != "" && readsToolResult(e.Instr) || e.Kind == flow.Heap && b.storesReply(e.Instr) ||
				e.Store != nil && b.storesReply(e.Store) || data && isFiller(e)
		})
	}
	return b.literalBarrier
}

// publishLiterals exports the literals in a place, and returns the fields whose text reaches it. It calls keep, which may be nil,
// for the parameters whose text reaches it unchanged.
func (b *builder) publishLiterals(key string, starts []flow.Loc, keep func(*ssa.Parameter)) (fields []string) {
	var pieces []Literal
	seen := map[Literal]bool{}
	add := func(more []Literal) {
		for _, p := range more {
			if (p.Words > 0 || p.Embedded) && !seen[p] && len(pieces) < textPieces {
				seen[p] = true
				pieces = append(pieces, p)
			}
		}
	}
	b.flow.Follow(flow.Query{Starts: starts, NoCallers: true, Barrier: b.barrierOfTexts(), Limit: textWidth, Visit: func(at flow.Visit) bool {
		param, _ := at.Loc.Value.(*ssa.Parameter)
		if at.Loc.Key != "" || param != nil && at.Loc.InField() {
			field := at.Loc.Field()
			if at.Loc.Key != "" {
				add(b.in.fieldLiterals(field))
			}
			if len(fields) < fieldsOfResult && !at.Loc.Shared() {
				fields = append(fields, field)
			}
		}
		if at.Loc.InField() {
			return true
		}
		if l, ok := b.embedAt(at.Loc); ok {
			add([]Literal{l})
			return true
		}
		switch v := at.Loc.Value.(type) {
		case *ssa.Const:
			if e := b.flow.Literal(v); e != nil {
				add(b.literals(e))
			}
		case *ssa.Global:
			if obj := v.Object(); obj != nil && obj.Pkg() != b.pass.Pkg {
				add(b.in.globalLiterals(obj))
			}
		case *ssa.Parameter:
			if keep != nil && !at.Filled {
				keep(v)
			}
		}
		if call, i := flow.CallOf(at.Loc.Value); call != nil {
			if fn := flow.FuncObject(call.Common()); fn != nil && fn.Pkg() != b.pass.Pkg {
				add(b.in.resultLiterals(fn, i))
			}
		}
		return true
	}})
	if hasProse(pieces) || slices.ContainsFunc(pieces, func(p Literal) bool { return p.Embedded }) {
		b.literalFacts.Literals = append(b.literalFacts.Literals, Literals{key, pieces})
	}
	slices.Sort(fields)
	return slices.Compact(fields)
}

func (b *builder) publishConst(obj *types.Const) {
	decl := b.flow.ConstDecl(obj)
	if decl == nil {
		return
	}
	if basic, ok := obj.Type().Underlying().(*types.Basic); !ok || basic.Info()&types.IsString == 0 {
		return
	}
	if pieces := b.literals(decl); hasProse(pieces) {
		b.literalFacts.Literals = append(b.literalFacts.Literals, Literals{flow.GlobalKey(obj), pieces})
	}
}
