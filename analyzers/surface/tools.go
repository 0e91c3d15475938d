package surface

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// tools finds the tools that a package declares: by functions and types of SDKs that the catalogue knows (the kinds
// toolname, tooldesc, toolschema and handler), and by types that have the methods of a tool.
func tools(pass *analysis.Pass, info *llm.Info) ([]Tool, map[string]string) {
	if !mayDeclare(pass, info.Catalogue()) {
		return nil, nil
	}
	f := &toolFinder{pass: pass, catalogue: info.Catalogue(), eval: newEvaluator(pass), joined: map[token.Pos]bool{}, callers: map[*types.Func][]*ast.CallExpr{},
		literals: map[*ast.FuncLit][]*ast.CallExpr{}, bindings: map[string]string{}}
	f.calls()
	f.each(f.registration)
	f.methods()
	f.each(f.declaration)
	slices.SortStableFunc(f.out, func(a, b Tool) int { return int(a.Pos - b.Pos) })
	return f.out, f.bindings
}

// mayDeclare reports whether a package names an SDK, or has a type with the method of a tool that does its work. It decides without the
// bodies of functions.
func mayDeclare(pass *analysis.Pass, all *catalogue.Catalogue) bool {
	rows := map[string]bool{}
	for _, kind := range []string{"toolname", "tooldesc", "toolschema", "handler"} {
		for _, e := range all.Kind(kind) {
			rows[e.Package()] = true
		}
	}
	known := map[*types.Package]bool{nil: false}
	for _, obj := range pass.TypesInfo.Uses {
		declares, ok := known[obj.Pkg()]
		if !ok {
			declares = rows[obj.Pkg().Path()] || all.SDKOf(obj.Pkg().Path()) != nil || all.IsFork(obj.Pkg())
			known[obj.Pkg()] = declares
		}
		if declares {
			return true
		}
	}
	for _, name := range pass.Pkg.Scope().Names() {
		if t, ok := pass.Pkg.Scope().Lookup(name).(*types.TypeName); ok && !t.IsAlias() && !types.IsInterface(t.Type()) && runMethod(t.Type(), pass.Pkg) != nil {
			return true
		}
	}
	return false
}

type toolFinder struct {
	pass      *analysis.Pass
	catalogue *catalogue.Catalogue
	eval      *evaluator
	callers   map[*types.Func][]*ast.CallExpr  // in this package
	literals  map[*ast.FuncLit][]*ast.CallExpr // calls of function literals through the variables that hold them
	bindings  map[string]string                // see Package.Bindings
	joined    map[token.Pos]bool               // declarations that a registration names
	out       []Tool
}

func (f *toolFinder) calls() {
	for _, file := range f.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				switch fn := typeutil.Callee(f.pass.TypesInfo, call).(type) {
				case *types.Func:
					if fn.Pkg() == f.pass.Pkg {
						f.callers[fn.Origin()] = append(f.callers[fn.Origin()], call)
					}
				case *types.Var:
					if stores := f.eval.stores[fn]; len(stores) == 1 {
						if lit, ok := stores[0].expr.(*ast.FuncLit); ok {
							f.literals[lit] = append(f.literals[lit], call)
						}
					}
				}
			}
			return true
		})
	}
}

// each calls visit for each expression of the package, with the nodes above it, the nearest last.
func (f *toolFinder) each(visit func(e ast.Expr, above []ast.Node)) {
	for _, file := range f.pass.Files {
		var above []ast.Node
		ast.Inspect(file, func(n ast.Node) bool {
			if n == nil {
				above = above[:len(above)-1]
				return true
			}
			if e, ok := n.(ast.Expr); ok {
				visit(e, above)
			}
			above = append(above, n)
			return true
		})
	}
}

// rows returns what the catalogue says of a function or of the fields of a struct type.
func (f *toolFinder) rows(fn *types.Func) []*catalogue.Entry {
	return f.catalogue.Lookup(fn.Origin().FullName())
}

// fieldRow returns the first field of a struct type of which the catalogue has a row of a kind, or "".
func (f *toolFinder) fieldRow(t types.Type, kind string) string {
	if fields := f.fieldRows(t, kind); len(fields) > 0 {
		return fields[0]
	}
	return ""
}

func (f *toolFinder) fieldRows(t types.Type, kind string) (fields []string) {
	named, ok := types.Unalias(deref(t)).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return nil
	}
	st, ok := named.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	prefix := named.Obj().Pkg().Path() + "." + named.Obj().Name() + "."
	for i := range st.NumFields() {
		for _, e := range f.catalogue.Lookup(prefix + st.Field(i).Name()) {
			if e.Kind == kind && (e.Role == "tool" || kind != "tooldesc") {
				fields = append(fields, st.Field(i).Name())
			}
		}
	}
	return fields
}

// registration records a call that joins a tool with its handler, or a struct literal that does.
func (f *toolFinder) registration(e ast.Expr, above []ast.Node) {
	switch e := e.(type) {
	case *ast.CallExpr:
		fn, ok := typeutil.Callee(f.pass.TypesInfo, e).(*types.Func)
		if !ok || !slices.ContainsFunc(f.rows(fn), func(r *catalogue.Entry) bool { return r.Kind == "handler" && strings.HasPrefix(r.Place, "arg:") }) {
			return
		}
		f.inScopes(above, func(in scope) bool { return f.register(e, fn, in) })
	case *ast.CompositeLit:
		t := f.pass.TypesInfo.TypeOf(e)
		if t == nil || f.fieldRow(t, "handler") == "" {
			return
		}
		f.inScopes(above, func(in scope) bool {
			o, ok := f.eval.eval(e, in, 0).(*object)
			if !ok {
				return false
			}
			tool := Tool{Pos: e.Pos(), By: typeName(t), Handler: handlerName(o.fields[f.fieldRow(t, "handler")])}
			for _, v := range append([]any{o}, sorted(o.fields)...) {
				f.fill(&tool, v)
			}
			return f.add(tool)
		})
	}
}

// sorted returns the values of a map in the order of their keys.
func sorted(m map[string]any) (out []any) {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		out = append(out, m[k])
	}
	return out
}

// inScopes evaluates something as it stands, and, if it has no name that way, once for each call of the function of this package
// that it stands in: a helper that registers what it is passed.
func (f *toolFinder) inScopes(above []ast.Node, register func(scope) bool) {
	if register(nil) {
		return
	}
	for i := range slices.Backward(above) {
		var sig *types.Signature
		var calls []*ast.CallExpr
		switch decl := above[i].(type) {
		case *ast.FuncLit:
			sig, _ = f.pass.TypesInfo.TypeOf(decl).(*types.Signature)
			calls = f.literals[decl]
		case *ast.FuncDecl:
			fn, ok := f.pass.TypesInfo.Defs[decl.Name].(*types.Func)
			if !ok {
				return
			}
			sig, calls = fn.Signature(), f.callers[fn]
		}
		if sig == nil || len(calls) == 0 {
			continue
		}
		for _, call := range calls {
			in := scope{}
			for j := range sig.Params().Len() {
				if j < len(call.Args) {
					in[sig.Params().At(j)] = f.eval.eval(call.Args[j], nil, 0)
				}
			}
			register(in)
		}
		return
	}
}

// add records a tool that has a name, once.
func (f *toolFinder) add(t Tool) bool {
	if t.Name == "" {
		return false
	}
	if !slices.ContainsFunc(f.out, func(o Tool) bool { return o.Pos == t.Pos && o.Name == t.Name }) {
		f.out = append(f.out, t)
	}
	return true
}

// register records a call that registers a tool.
func (f *toolFinder) register(e *ast.CallExpr, fn *types.Func, in scope) bool {
	tool := Tool{Pos: e.Pos(), By: shortName(fn)}
	value, ok := f.eval.eval(e, in, 0).(*call)
	if !ok {
		args := make([]any, len(e.Args))
		for i, a := range e.Args {
			args[i] = f.eval.eval(a, in, 0)
		}
		value = &call{fn.Origin(), args, e}
	}
	for _, row := range f.rows(fn) {
		if v := argument(row, value); row.Kind == "handler" {
			tool.Handler = handlerName(v)
		}
	}
	f.fill(&tool, value)
	for _, arg := range value.args {
		f.fill(&tool, arg)
		if g, ok := arg.(*global); ok && tool.Handler != "" && g.v.Pkg() != nil {
			f.bindings[g.v.Pkg().Path()+"."+g.v.Name()] = tool.Handler
		}
	}
	f.inferSchema(&tool, e, fn)
	return f.add(tool)
}
