package llm

import (
	"go/types"
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
)

// texts publishes the literals that can be found in what other packages can read: results of exported functions and
// methods, package variables, constants made of several literals, and fields.
func (k *knowledge) texts() {
	for _, fn := range k.flow.Funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || !obj.Exported() {
			continue
		}
		res := fn.Signature.Results()
		for i := range res.Len() {
			if !k.flow.Carries(res.At(i).Type()) {
				continue
			}
			starts := flow.Results(fn, i)
			key := flow.ResultKey(obj, i)
			pass := Pass{Key: key, Params: k.flow.PassedOn(fn, i), Fields: k.publish(key, starts)}
			_, pass.Output = k.output(starts, true)
			if len(pass.Params) > 0 || len(pass.Fields) > 0 || pass.Output {
				k.out.Passes = append(k.out.Passes, pass)
			}
			if pass.Output {
				for _, m := range k.flow.InterfaceMethods(obj) {
					k.out.Passes = append(k.out.Passes, Pass{Key: flow.ResultKey(m, i), Output: true})
				}
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
			if g, ok := k.flow.SSA.Members[name].(*ssa.Global); ok && obj.Exported() && k.flow.Carries(obj.Type()) {
				k.publish(flow.GlobalKey(obj), []flow.Loc{{Value: g}})
			}
		}
	}
	for _, key := range k.flow.FieldKeys() {
		if strings.HasPrefix(key, k.pass.Pkg.Path()+".") {
			k.publish(key, []flow.Loc{{Key: key}})
		}
	}
	slices.SortFunc(k.out.Texts, func(a, b Text) int { return strings.Compare(a.Key, b.Key) })
	slices.SortFunc(k.out.Passes, func(a, b Pass) int { return strings.Compare(a.Key, b.Key) })
}

// publish tells the literals in a place, and returns the fields whose text is there too.
func (k *knowledge) publish(key string, starts []flow.Loc) (fields []string) {
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
	k.flow.Contents(starts, func(at flow.Visit) bool {
		if at.Loc.Key != "" {
			if at.Data {
				return false
			}
			add(k.in.texts[at.Loc.Key])
			if len(fields) < fieldsOfResult {
				fields = append(fields, at.Loc.Key)
			}
		}
		if at.Edge.Kind == flow.Coded {
			return false
		}
		switch v := at.Loc.Value.(type) {
		case *ssa.Const:
			if e := k.flow.Literal(v); e != nil {
				add(k.pieces(e))
			}
		case *ssa.Global:
			if obj := v.Object(); obj != nil && obj.Pkg() != k.pass.Pkg {
				add(k.in.texts[flow.GlobalKey(obj)])
			}
		}
		if call, i := flow.CallOf(at.Loc.Value); call != nil {
			if fn := flow.FuncObject(call.Common()); fn != nil && fn.Pkg() != k.pass.Pkg {
				add(k.in.texts[flow.ResultKey(fn, i)])
			}
		}
		return true
	}, textWidth)
	if prose(pieces) {
		k.out.Texts = append(k.out.Texts, Text{key, pieces})
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
		k.out.Texts = append(k.out.Texts, Text{flow.GlobalKey(obj), pieces})
	}
}
