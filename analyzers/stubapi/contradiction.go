package stubapi

import (
	"go/ast"
	"go/types"
	"regexp"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// setterName matches the names of methods that store their arguments.
var setterName = regexp.MustCompile(`^(Set|Add|Put|Save|Store|Write|Append|Insert|Upsert|Update|Push|Record|Persist|Register|Create|Replace|Import)([A-Z0-9]|$)`)

// contradictingGetter returns a getter that shows that fn should store its argument: fn is named like a setter, ignores its
// arguments and returns nil, and the getter, a method of the same type that uses its receiver, returns a value of an ignored type.
// Without such a getter, a method that does nothing may have nothing to do.
func contradictingGetter(pass *rule.Pass, fn *ast.FuncDecl) *types.Func {
	if fn.Recv == nil || !setterName.MatchString(fn.Name.Name) || !isPublic(pass, fn) || !returnsOnlyNil(fn.Body) || documentsNoop(pass, fn) {
		return nil
	}
	sig := pass.TypesInfo.Defs[fn.Name].(*types.Func).Signature()
	if sig.Results().Len() != 1 || !typex.IsError(sig.Results().At(0).Type()) {
		return nil
	}
	methods := types.NewMethodSet(types.NewPointer(typex.Deref(sig.Recv().Type())))
	for p := range sig.Params().Variables() {
		if !isStorable(p.Type()) {
			continue
		}
		for m := range methods.Methods() {
			sibling := m.Obj().(*types.Func)
			results := sibling.Signature().Results()
			if results.Len() > 0 && sibling.Name() != fn.Name.Name && types.Identical(results.At(0).Type(), p.Type()) && usesReceiver(pass, sibling) {
				return sibling
			}
		}
	}
	return nil
}

// returnsOnlyNil reports whether a body is the one statement "return nil".
func returnsOnlyNil(body *ast.BlockStmt) bool {
	if body == nil || len(body.List) != 1 {
		return false
	}
	r, ok := body.List[0].(*ast.ReturnStmt)
	if !ok || len(r.Results) != 1 {
		return false
	}
	id, ok := r.Results[0].(*ast.Ident)
	return ok && id.Name == "nil"
}

// isStorable reports whether callers expect to get a value of type t back: it is not a plain number, name, function or context.
func isStorable(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Basic, *types.Signature, *types.Chan:
		return false
	case *types.Interface:
		return !t.Empty() && t.String() != "context.Context"
	}
	return true
}

// documentsNoop reports whether a comment inside fn says that it does nothing on purpose.
func documentsNoop(pass *rule.Pass, fn *ast.FuncDecl) bool {
	for _, f := range pass.Files {
		if f.FileStart <= fn.Pos() && fn.Pos() < f.FileEnd {
			for _, c := range f.Comments {
				if fn.Body.Pos() <= c.Pos() && c.End() <= fn.Body.End() && noopWords.MatchString(c.Text()) {
					return true
				}
			}
		}
	}
	return false
}

// usesReceiver reports whether a method of this package uses its receiver.
func usesReceiver(pass *rule.Pass, m *types.Func) bool {
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Body == nil || pass.TypesInfo.Defs[fn.Name] != m.Origin() || len(fn.Recv.List[0].Names) == 0 {
				continue
			}
			recv := pass.TypesInfo.Defs[fn.Recv.List[0].Names[0]]
			used := false
			ast.Inspect(fn.Body, func(n ast.Node) bool {
				id, ok := n.(*ast.Ident)
				used = used || ok && recv != nil && pass.TypesInfo.Uses[id] == recv
				return !used
			})
			return used
		}
	}
	return false
}
