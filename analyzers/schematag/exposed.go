package schematag

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// exposed returns the fields whose tags another package may read, by where their names stand: those of exported types and of what
// exported functions take and return, unless nobody can import the package, and those of values that are passed to functions of other
// modules and packages, the calls of all aside.
func exposed(pass *rule.Pass, all []reflection) map[token.Pos]bool {
	fields := map[token.Pos]bool{}
	expose := func(t types.Type) {
		typex.Walk(t, func(t types.Type) (next []types.Type) {
			switch u := t.Underlying().(type) {
			case *types.Struct:
				for f := range u.Fields() {
					fields[f.Pos()] = true
					next = append(next, f.Type())
				}
				return next
			case *types.Signature:
				return []types.Type{u.Params(), u.Results()}
			case *types.Tuple:
				for v := range u.Variables() {
					next = append(next, v.Type())
				}
				return next
			}
			return typex.Elems(t)
		})
	}
	if pass.Pkg.Name() != "main" {
		scope := pass.Pkg.Scope()
		for _, name := range scope.Names() {
			obj := scope.Lookup(name)
			if !obj.Exported() {
				continue
			}
			expose(obj.Type())
			methods := types.NewMethodSet(types.NewPointer(obj.Type()))
			for m := range methods.Methods() {
				expose(m.Type())
			}
		}
	}
	read := map[*ast.CallExpr]bool{}
	for _, r := range all {
		read[r.call] = true
	}
	for call, fn := range astx.FuncCalls(pass.TypesInfo, pass.Files...) {
		if read[call] || fn.Pkg() == nil || fn.Pkg() == pass.Pkg || typex.IsStd(fn.Pkg().Path(), pass.Pkg.Path()) {
			continue
		}
		for _, arg := range call.Args {
			expose(pass.TypesInfo.TypeOf(arg))
		}
		for t := range instance(pass.TypesInfo, call).Types() {
			expose(t)
		}
	}
	return fields
}
