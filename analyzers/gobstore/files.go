package gobstore

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// A fileFlow knows the variables of one package through which bytes get into a file: files, writers around them, parameters
// that are handed such, and buffers whose content is written to one. Each with the expression that made it so.
type fileFlow struct {
	info *types.Info
	vars map[types.Object]ast.Expr
	// handed are, for a parameter of function type, the arguments that it is called with and that are files.
	handed map[types.Object]map[int]ast.Expr
	// decls are the parameters of the functions of the package.
	decls map[types.Object]*ast.FuncType
}

// toFile follows files through a package until nothing new is learnt. It ends, since it only ever adds variables.
func toFile(root inspector.Cursor, info *types.Info) *fileFlow {
	f := &fileFlow{info: info, vars: map[types.Object]ast.Expr{}, handed: map[types.Object]map[int]ast.Expr{}, decls: map[types.Object]*ast.FuncType{}}
	for c := range root.Preorder((*ast.FuncDecl)(nil)) {
		fn := c.Node().(*ast.FuncDecl)
		f.decls[info.Defs[fn.Name]] = fn.Type
	}
	for known := -1; known != f.size(); {
		known = f.size()
		for c := range root.Preorder((*ast.CallExpr)(nil), (*ast.AssignStmt)(nil)) {
			switch n := c.Node().(type) {
			case *ast.AssignStmt:
				for i, rhs := range n.Rhs {
					if origin, ok := f.of(rhs); ok && len(n.Lhs) == len(n.Rhs) {
						f.learn(n.Lhs[i], origin)
					}
				}
			case *ast.CallExpr:
				f.call(n)
			}
		}
	}
	return f
}

func (f *fileFlow) size() int {
	n := len(f.vars)
	for _, args := range f.handed {
		n += len(args)
	}
	return n
}

// of reports whether what is written to e gets into a file, and where that file comes from.
func (f *fileFlow) of(e ast.Expr) (ast.Expr, bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if origin, ok := f.vars[f.info.ObjectOf(e)]; ok {
			return origin, true
		}
	case *ast.UnaryExpr:
		return f.of(e.X)
	case *ast.CallExpr: // bufio.NewWriter, gzip.NewWriter, io.MultiWriter, and the encoder itself
		if len(e.Args) > 0 && (isWriter(f.info.TypeOf(e)) || fullName(f.info, e) == "encoding/gob.NewEncoder") {
			return f.of(e.Args[0])
		}
	case *ast.SelectorExpr:
		if obj := f.info.Uses[e.Sel]; obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "os" {
			return nil, false // Stdout and Stderr are pipes as often as not
		}
	}
	if t := f.info.TypeOf(e); t != nil && t.String() == "*os.File" {
		return e, true
	}
	return nil, false
}

func (f *fileFlow) learn(e ast.Expr, origin ast.Expr) {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		f.set(f.info.ObjectOf(id), origin)
	}
}

func (f *fileFlow) set(v types.Object, origin ast.Expr) {
	if _, known := f.vars[v]; v != nil && !known {
		f.vars[v] = origin
	}
}

func (f *fileFlow) call(call *ast.CallExpr) {
	switch name := fullName(f.info, call); {
	case name == "os.WriteFile" && len(call.Args) == 3:
		f.buffer(call.Args[1], call.Args[0])
	case name == "(*os.File).Write" && len(call.Args) == 1:
		f.buffer(call.Args[0], call.Fun)
	case name == "io.Copy" && len(call.Args) == 2:
		if origin, ok := f.of(call.Args[0]); ok {
			f.buffer(call.Args[1], origin)
		}
	}
	callee := typeutil.Callee(f.info, call)
	if fn, ok := callee.(*types.Func); ok {
		callee = fn.Origin()
	}
	params := f.decls[callee]
	for i, arg := range call.Args {
		origin, isFile := f.of(arg)
		if isFile && params == nil && callee != nil {
			if f.handed[callee] == nil {
				f.handed[callee] = map[int]ast.Expr{}
			}
			f.handed[callee][i] = origin
		}
		param := paramAt(f.info, params, i)
		if isFile {
			f.set(param, origin)
		}
		if lit, ok := arg.(*ast.FuncLit); ok {
			for j, o := range f.handed[param] {
				f.set(paramAt(f.info, lit.Type, j), o)
			}
		}
	}
}

// buffer learns that the content of a buffer, buf.Bytes() or buf itself, is written to a file.
func (f *fileFlow) buffer(content, origin ast.Expr) {
	if call, ok := content.(*ast.CallExpr); ok {
		if sel, ok := call.Fun.(*ast.SelectorExpr); ok {
			content = sel.X
		}
	}
	if u, ok := content.(*ast.UnaryExpr); ok {
		content = u.X
	}
	f.learn(content, origin)
}

// paramAt is the variable of the i-th parameter, or nil if there is none or it has no name.
func paramAt(info *types.Info, t *ast.FuncType, i int) types.Object {
	if t == nil {
		return nil
	}
	for _, field := range t.Params.List {
		if n := max(1, len(field.Names)); i >= n {
			i -= n
		} else if len(field.Names) > 0 {
			return info.Defs[field.Names[i]]
		} else {
			return nil
		}
	}
	return nil
}

// isWriter reports whether a type has a method Write.
func isWriter(t types.Type) bool {
	return t != nil && typex.Method(t, "Write") != nil
}
