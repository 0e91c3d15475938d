package surface

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
)

// The declaration of a tool is mostly data: literals, constants, options. eval computes that data as far as it stands in
// the package. A value is one of
//
//	string, bool, int64, float64    a constant
//	[]any, map[string]any           a slice or array, a map with constant string keys
//	*object                         a struct literal
//	*call                           a call that eval does not look into
//	*code                           a function
//	nil                             the literal nil
//	*global                         a variable of another package
//	embedded                        a variable that holds an embedded file
//	unknown                         anything else
type unknown struct{}

// An embedded is the path of a file that is embedded.
type embedded string

// A global is a variable of another package.
type global struct{ v *types.Var }

// An object is a struct literal, or a variable of struct type with what was stored to its fields.
type object struct {
	typ    types.Type
	fields map[string]any
	pos    token.Pos
}

// maxDepth bounds how deep eval follows an expression. Declarations of tools nest objects in objects about five deep.
const maxDepth = 40

// A stored value is what an assignment gives a variable: a result of an expression, or, if that is nil, what cannot be told.
type stored struct {
	expr   ast.Expr
	result int // of a call with several
}

// An evaluator computes values in one package.
type evaluator struct {
	pass   *analysis.Pass
	stores map[types.Object][]stored              // what is assigned to a variable
	fields map[types.Object]map[string][]ast.Expr // what is assigned to a field of a variable
	bodies map[*types.Func]*ast.FuncDecl
	names  map[*ast.FuncLit]string
	embeds map[types.Object][]string // see llm.Directives
	consts *astx.Constants
}

func newEvaluator(pass *analysis.Pass) *evaluator {
	e := &evaluator{pass: pass, stores: map[types.Object][]stored{}, fields: map[types.Object]map[string][]ast.Expr{},
		bodies: map[*types.Func]*ast.FuncDecl{}, names: literalNames(pass), embeds: llm.Directives(pass.Files, pass.Fset, pass.TypesInfo), consts: astx.NewConstants(pass.TypesInfo, pass.Files)}
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if fn, ok := pass.TypesInfo.Defs[n.Name].(*types.Func); ok {
					e.bodies[fn] = n
				}
			case *ast.ValueSpec:
				e.spec(n)
			case *ast.AssignStmt:
				e.assign(n)
			case *ast.RangeStmt:
				e.store(n.Key, nil, 0)
				e.store(n.Value, nil, 0)
			case *ast.IncDecStmt:
				e.store(n.X, nil, 0)
			}
			return true
		})
	}
	return e
}

func (e *evaluator) spec(n *ast.ValueSpec) {
	for i, name := range n.Names {
		switch {
		case len(n.Values) == len(n.Names):
			e.store(name, n.Values[i], 0)
		case len(n.Values) == 1:
			e.store(name, n.Values[0], i)
		}
	}
}

func (e *evaluator) assign(n *ast.AssignStmt) {
	for i, left := range n.Lhs {
		switch {
		case n.Tok != token.ASSIGN && n.Tok != token.DEFINE:
			e.store(left, nil, 0)
		case len(n.Rhs) == len(n.Lhs):
			e.store(left, n.Rhs[i], 0)
		default:
			e.store(left, n.Rhs[0], i)
		}
	}
}

// store records an assignment to a variable or to a field of one.
func (e *evaluator) store(left, right ast.Expr, result int) {
	switch left := left.(type) {
	case *ast.Ident:
		if obj := e.object(left); obj != nil {
			e.stores[obj] = append(e.stores[obj], stored{right, result})
		}
	case *ast.SelectorExpr:
		id, ok := ast.Unparen(left.X).(*ast.Ident)
		if !ok || e.object(id) == nil {
			return
		}
		obj := e.object(id)
		if e.fields[obj] == nil {
			e.fields[obj] = map[string][]ast.Expr{}
		}
		e.fields[obj][left.Sel.Name] = append(e.fields[obj][left.Sel.Name], right)
	}
}

// object returns the variable that an identifier stands for, or nil.
func (e *evaluator) object(id *ast.Ident) types.Object {
	if v, ok := e.pass.TypesInfo.ObjectOf(id).(*types.Var); ok {
		return v
	}
	return nil
}

// A scope holds what the parameters of the functions that are being evaluated stand for.
type scope map[types.Object]any

// eval computes an expression.
func (e *evaluator) eval(x ast.Expr, in scope, depth int) any {
	if x == nil || depth > maxDepth {
		return unknown{}
	}
	x = ast.Unparen(x)
	if tv, ok := e.pass.TypesInfo.Types[x]; ok {
		if tv.Value != nil {
			return e.constantValue(x)
		}
		if tv.IsNil() {
			return nil
		}
	}
	switch x := x.(type) {
	case *ast.Ident:
		return e.variable(x, in, depth)
	case *ast.SelectorExpr:
		return e.selector(x, in, depth)
	case *ast.UnaryExpr:
		if x.Op == token.AND {
			return e.eval(x.X, in, depth+1)
		}
	case *ast.StarExpr:
		return e.eval(x.X, in, depth+1)
	case *ast.CompositeLit:
		return e.literal(x, in, depth)
	case *ast.FuncLit:
		sig, _ := e.pass.TypesInfo.TypeOf(x).(*types.Signature)
		return &code{e.names[x], sig}
	case *ast.BinaryExpr:
		if x.Op == token.ADD {
			return join(e.eval(x.X, in, depth+1), e.eval(x.Y, in, depth+1))
		}
	case *ast.CallExpr:
		return e.callResult(x, 0, in, depth)
	case *ast.IndexExpr: // an instance of a generic function
		return e.eval(x.X, in, depth+1)
	case *ast.IndexListExpr:
		return e.eval(x.X, in, depth+1)
	}
	return unknown{}
}

func (e *evaluator) constantValue(x ast.Expr) any {
	if s, ok := e.consts.String(x); ok {
		return s
	}
	switch v := e.pass.TypesInfo.Types[x].Value; v.Kind() {
	case constant.Bool:
		return constant.BoolVal(v)
	case constant.Int:
		if i, ok := constant.Int64Val(v); ok {
			return i
		}
	case constant.Float:
		f, _ := constant.Float64Val(v)
		return f
	}
	return unknown{}
}

// join is the concatenation of two strings.
func join(a, b any) any {
	x, ok1 := a.(string)
	y, ok2 := b.(string)
	if ok1 && ok2 {
		return x + y
	}
	return unknown{}
}

// variable computes a parameter that the scope knows, a function, or a variable that is assigned once.
func (e *evaluator) variable(id *ast.Ident, in scope, depth int) any {
	obj := e.pass.TypesInfo.ObjectOf(id)
	if v, ok := in[obj]; ok {
		return v
	}
	if fn, ok := obj.(*types.Func); ok {
		return &code{FuncName(fn), fn.Signature()}
	}
	stores := e.stores[obj]
	if files := e.embeds[obj]; len(files) == 1 && len(stores) == 0 {
		return embedded(files[0])
	}
	if len(stores) != 1 || stores[0].expr == nil {
		return unknown{}
	}
	value := e.result(stores[0], in, depth+1)
	if o, ok := value.(*object); ok && len(e.fields[obj]) > 0 {
		value = e.withFields(o, e.fields[obj], in, depth)
	}
	return value
}

// result computes what an assignment stores.
func (e *evaluator) result(s stored, in scope, depth int) any {
	call, ok := ast.Unparen(s.expr).(*ast.CallExpr)
	if s.result == 0 || !ok {
		if s.result > 0 {
			return unknown{} // the ok of a look-up or an assertion
		}
		return e.eval(s.expr, in, depth)
	}
	return e.callResult(call, s.result, in, depth)
}

// withFields is an object with what was stored to its fields later.
func (e *evaluator) withFields(o *object, stored map[string][]ast.Expr, in scope, depth int) any {
	out := &object{o.typ, map[string]any{}, o.pos}
	for name, v := range o.fields {
		out.fields[name] = v
	}
	for name, values := range stored {
		if len(values) != 1 {
			out.fields[name] = unknown{}
			continue
		}
		out.fields[name] = e.eval(values[0], in, depth+1)
	}
	return out
}

// selector computes a field of an object, a method value, or a name of another package.
func (e *evaluator) selector(x *ast.SelectorExpr, in scope, depth int) any {
	if fn, ok := e.pass.TypesInfo.ObjectOf(x.Sel).(*types.Func); ok {
		return &code{FuncName(fn), fn.Signature()}
	}
	if _, qualified := e.pass.TypesInfo.Selections[x]; !qualified {
		if v, ok := e.pass.TypesInfo.ObjectOf(x.Sel).(*types.Var); ok {
			return &global{v}
		}
		return unknown{}
	}
	if o, ok := e.eval(x.X, in, depth+1).(*object); ok {
		if v, ok := o.fields[x.Sel.Name]; ok {
			return v
		}
	}
	return unknown{}
}
