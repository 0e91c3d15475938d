package closedswitch

import (
	"go/ast"
	"go/token"
	"go/types"
)

// A table is a package variable that holds clients, or functions that create them.
type table struct {
	name    *ast.Ident
	obj     types.Object
	entries int
	clients clientSet
}

// tables returns the package's variables of this kind.
func (r *resolver) tables() []*table {
	var out []*table
	for _, f := range r.pass.Files {
		for _, d := range f.Decls {
			gen, ok := d.(*ast.GenDecl)
			if !ok || gen.Tok != token.VAR {
				continue
			}
			for _, spec := range gen.Specs {
				spec := spec.(*ast.ValueSpec)
				for i, name := range spec.Names {
					if len(spec.Values) != len(spec.Names) {
						continue
					}
					if t := r.table(name, spec.Values[i]); t != nil {
						out = append(out, t)
					}
				}
			}
		}
	}
	return out
}

func (r *resolver) table(name *ast.Ident, value ast.Expr) *table {
	lit, ok := value.(*ast.CompositeLit)
	if !ok || !isList(r.pass.TypesInfo.TypeOf(lit)) {
		return nil
	}
	t := &table{name: name, obj: r.pass.TypesInfo.Defs[name]}
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			e = kv.Value
		}
		makes := r.clientsIn(e)
		// A function's name stands for what it makes.
		if fn, ok := r.namedFunc(e); ok && fn.Signature().Results().Len() > 0 {
			if decl := r.bodies[fn]; decl != nil {
				makes.add(r.clientsIn(decl.Body))
			} else {
				makes.add(r.clientOf(fn.Signature().Results().At(0).Type(), e.Pos()))
			}
		}
		if len(makes) > 0 {
			t.entries++
			t.clients.add(makes)
		}
	}
	if len(t.clients) < minFallback {
		return nil
	}
	return t
}

func (r *resolver) namedFunc(e ast.Expr) (*types.Func, bool) {
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		e = x
	case *ast.SelectorExpr:
		e = x.Sel
	default:
		return nil, false
	}
	fn, ok := r.pass.TypesInfo.Uses[e.(*ast.Ident)].(*types.Func)
	return fn, ok
}

func isList(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Map, *types.Slice, *types.Array:
		return true
	}
	return false
}

// isSelectedFrom reports whether the package selects an entry of an unexported table.
func (r *resolver) isSelectedFrom(t *table) bool {
	if t.name.IsExported() {
		return false
	}
	for _, decl := range r.bodies {
		if r.lookupKey(decl, t) != nil {
			return true
		}
	}
	return false
}

// lookupKey returns the expression by which a function looks up an entry of a table, by index or in a loop that compares, or nil.
func (r *resolver) lookupKey(fn *ast.FuncDecl, t *table) ast.Expr {
	var key ast.Expr
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IndexExpr:
			if r.isTable(n.X, t) && r.pass.TypesInfo.Types[n.Index].Value == nil {
				key = n.Index
			}
		case *ast.RangeStmt:
			if r.isTable(n.X, t) {
				ast.Inspect(n.Body, func(n ast.Node) bool {
					if cond, ok := n.(*ast.BinaryExpr); ok && cond.Op == token.EQL && key == nil {
						key = r.comparedParam(fn, cond)
					}
					return true
				})
			}
		}
		return true
	})
	return key
}

// comparedParam returns the side of a comparison that is a parameter of the function, or nil.
func (r *resolver) comparedParam(fn *ast.FuncDecl, cond *ast.BinaryExpr) ast.Expr {
	for _, side := range []ast.Expr{cond.X, cond.Y} {
		if id, ok := side.(*ast.Ident); ok {
			if v, ok := r.pass.TypesInfo.Uses[id].(*types.Var); ok && fn.Type.Pos() <= v.Pos() && v.Pos() < fn.Body.Pos() {
				return id
			}
		}
	}
	return nil
}

func (r *resolver) isTable(e ast.Expr, t *table) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && r.pass.TypesInfo.Uses[id] == t.obj
}

// fallbackKey returns the key by which a function looks up a table before its final return, or nil.
func (r *resolver) fallbackKey(fn *ast.FuncDecl, tables []*table) ast.Expr {
	list := fn.Body.List
	if len(list) < 2 || finalReturn(list[len(list)-1:]) == nil {
		return nil
	}
	for _, t := range tables {
		if key := r.lookupKey(fn, t); key != nil {
			return key
		}
	}
	return nil
}
