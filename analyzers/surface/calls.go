package surface

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// A call is a call with its arguments, the receiver of a method not among them.
type call struct {
	fn   *types.Func
	args []any
	expr *ast.CallExpr
}

// A code is a function literal, or a function or method that is used as a value.
type code struct {
	name string // see FuncName
	sig  *types.Signature
}

// literal computes a composite literal.
func (e *evaluator) literal(x *ast.CompositeLit, in scope, depth int) any {
	t := e.pass.TypesInfo.TypeOf(x)
	if t == nil {
		return unknown{}
	}
	if ptr, ok := t.Underlying().(*types.Pointer); ok { // an element &T{} with its type left out
		t = ptr.Elem()
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		o := &object{typ: t, fields: map[string]any{}, pos: x.Pos()}
		for i, el := range x.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				if key, ok := kv.Key.(*ast.Ident); ok {
					o.fields[key.Name] = e.eval(kv.Value, in, depth+1)
				}
			} else if i < u.NumFields() {
				o.fields[u.Field(i).Name()] = e.eval(el, in, depth+1)
			}
		}
		return o
	case *types.Slice, *types.Array:
		list := []any{}
		for _, el := range x.Elts {
			if _, ok := el.(*ast.KeyValueExpr); ok {
				return unknown{} // with indexes
			}
			list = append(list, e.eval(el, in, depth+1))
		}
		return list
	case *types.Map:
		m := map[string]any{}
		for _, el := range x.Elts {
			kv := el.(*ast.KeyValueExpr)
			key, ok := e.eval(kv.Key, in, depth+1).(string)
			if !ok {
				return unknown{}
			}
			m[key] = e.eval(kv.Value, in, depth+1)
		}
		return m
	}
	return unknown{}
}

// callResult computes a conversion or a result of a call of a function of this package that has one return statement; the
// first result of any other call is the call itself.
func (e *evaluator) callResult(x *ast.CallExpr, index int, in scope, depth int) any {
	info := e.pass.TypesInfo
	if tv, ok := info.Types[ast.Unparen(x.Fun)]; ok && tv.IsType() && len(x.Args) == 1 {
		return e.eval(x.Args[0], in, depth+1)
	}
	fn, ok := typeutil.Callee(info, x).(*types.Func)
	if !ok {
		return unknown{}
	}
	var args []any
	for _, a := range x.Args {
		args = append(args, e.eval(a, in, depth+1))
	}
	if decl := e.bodies[fn.Origin()]; decl != nil {
		if v, ok := e.apply(fn, decl, index, args, in, depth); ok {
			return v
		}
	}
	if index > 0 {
		return unknown{}
	}
	return &call{fn.Origin(), args, x}
}

// apply computes a result of a function that has one return statement.
func (e *evaluator) apply(fn *types.Func, decl *ast.FuncDecl, index int, args []any, in scope, depth int) (any, bool) {
	ret := onlyReturn(decl.Body)
	if ret == nil || index >= len(ret.Results) || depth > maxDepth/2 {
		return nil, false
	}
	inner := scope{}
	for obj, v := range in {
		inner[obj] = v
	}
	params := fn.Origin().Signature().Params()
	for i := range params.Len() {
		switch {
		case fn.Signature().Variadic() && i == params.Len()-1:
			inner[params.At(i)] = args[min(i, len(args)):]
		case i < len(args):
			inner[params.At(i)] = args[i]
		}
	}
	return e.eval(ret.Results[index], inner, depth+1), true
}

// onlyReturn is the one return statement of a function body, those of function literals in it left out, or nil.
func onlyReturn(body *ast.BlockStmt) (only *ast.ReturnStmt) {
	if body == nil {
		return nil
	}
	n := 0
	ast.Inspect(body, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			n++
			only = node
		}
		return true
	})
	if n != 1 {
		return nil
	}
	return only
}
