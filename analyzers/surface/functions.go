package surface

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"

	"golang.org/x/tools/go/analysis"
)

// A Function is a function, method or function literal of the code under check, with what its body refers to. A reference
// counts as a call: where a function is passed on as a value, who calls it is not followed.
type Function struct {
	Pos   token.Pos
	Calls []Reference // in the order of the source, each function once
}

// A Reference is a use of a function in the body of another.
type Reference struct {
	Pos     token.Pos
	Name    string      // see FuncName
	Func    *types.Func // nil for a function literal
	Opening string      // of os.OpenFile with a constant flag: "read" or "write"; else ""
}

// FuncName is the name by which a function or method is found in [Package.Functions]: that of [types.Func.FullName],
// without type arguments. A function literal is named after the declaration it stands in, with "$1", "$2" … in the order
// of the source.
func FuncName(fn *types.Func) string { return fn.Origin().FullName() }

// literalNames names the function literals of a package.
func literalNames(pass *analysis.Pass) map[*ast.FuncLit]string {
	names := map[*ast.FuncLit]string{}
	inits := 0
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			outer, n := pass.Pkg.Path()+".init", &inits
			if fn, ok := decl.(*ast.FuncDecl); ok {
				if obj, ok := pass.TypesInfo.Defs[fn.Name].(*types.Func); ok {
					outer, n = FuncName(obj), new(int)
				}
			}
			ast.Inspect(decl, func(node ast.Node) bool {
				if lit, ok := node.(*ast.FuncLit); ok {
					*n++
					names[lit] = outer + "$" + strconv.Itoa(*n)
				}
				return true
			})
		}
	}
	return names
}

// functions lists the functions of a package with what they refer to.
func functions(pass *analysis.Pass) map[string]*Function {
	names := literalNames(pass)
	out := map[string]*Function{}
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok {
				ast.Inspect(decl, func(n ast.Node) bool {
					if lit, ok := n.(*ast.FuncLit); ok {
						collect(pass, names, out, names[lit], lit.Pos(), lit.Body)
						return false
					}
					return true
				})
				continue
			}
			if obj, ok := pass.TypesInfo.Defs[fn.Name].(*types.Func); ok && fn.Body != nil {
				collect(pass, names, out, FuncName(obj), fn.Pos(), fn.Body)
			}
		}
	}
	return out
}

// collect records a function and the function literals in it.
func collect(pass *analysis.Pass, names map[*ast.FuncLit]string, out map[string]*Function, name string, pos token.Pos, body *ast.BlockStmt) {
	f := &Function{Pos: pos}
	out[name] = f
	seen := map[string]bool{}
	flags := openFlags(pass, body)
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			f.Calls = append(f.Calls, Reference{Pos: n.Pos(), Name: names[n]})
			collect(pass, names, out, names[n], n.Pos(), n.Body)
			return false
		case *ast.Ident:
			fn, ok := pass.TypesInfo.Uses[n].(*types.Func)
			if !ok {
				return true
			}
			ref := Reference{Pos: n.Pos(), Name: FuncName(fn), Func: fn.Origin(), Opening: flags[n]}
			if key := ref.Name + ref.Opening; !seen[key] {
				seen[key] = true
				f.Calls = append(f.Calls, ref)
			}
		}
		return true
	})
}

// openFlags tells, for the calls of os.OpenFile in a body whose flag is a constant, whether the file can be written.
func openFlags(pass *analysis.Pass, body *ast.BlockStmt) map[*ast.Ident]string {
	const writeFlags = 0x1 | 0x2 // O_WRONLY and O_RDWR, on every platform but Plan 9, whose values agree for these two
	flags := map[*ast.Ident]string{}
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 3 {
			return true
		}
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			return true
		}
		fn, ok := pass.TypesInfo.Uses[sel.Sel].(*types.Func)
		if !ok || fn.Name() != "OpenFile" {
			return true
		}
		if v, ok := constantInt(pass, call.Args[1]); ok {
			flags[sel.Sel] = "read"
			if v&writeFlags != 0 {
				flags[sel.Sel] = "write"
			}
		}
		return true
	})
	return flags
}

func constantInt(pass *analysis.Pass, e ast.Expr) (int64, bool) {
	tv, ok := pass.TypesInfo.Types[e]
	if !ok || tv.Value == nil {
		return 0, false
	}
	return constant.Int64Val(constant.ToInt(tv.Value))
}
