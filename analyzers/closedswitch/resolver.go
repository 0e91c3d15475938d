package closedswitch

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// A client is a type of model client that code creates.
type client struct {
	name   *types.TypeName
	vendor string
	at     token.Pos
}

// A clientSet holds each type once, in the order of creation.
type clientSet []client

func (s *clientSet) add(more clientSet) {
	for _, m := range more {
		if !slices.ContainsFunc(*s, func(have client) bool { return have.name == m.name }) {
			*s = append(*s, m)
		}
	}
}

// isClosedChoice reports whether n alternatives that create these clients are a choice between providers. Several clients of one
// vendor are its wire formats, not a choice of vendors.
func (s clientSet) isClosedChoice(n int) bool {
	vendors := map[string]bool{}
	for _, m := range s {
		vendors[m.vendor] = true
	}
	return n >= minClosed && len(s) >= minClosed && len(vendors) > 1
}

// resolver finds the clients that code creates.
type resolver struct {
	pass    *rule.Pass
	bodies  map[*types.Func]*ast.FuncDecl
	vendors map[*types.TypeName]string // "" stands for no client
}

func newResolver(pass *rule.Pass) *resolver {
	b := &resolver{pass: pass, bodies: map[*types.Func]*ast.FuncDecl{}, vendors: map[*types.TypeName]string{}}
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
				if obj, ok := pass.TypesInfo.Defs[fn.Name].(*types.Func); ok {
					b.bodies[obj] = fn
				}
			}
		}
	}
	return b
}

// clientsIn returns the clients that code creates: by a literal, by a call that returns one, or by a function of this package that
// hides one behind an interface.
func (r *resolver) clientsIn(n ast.Node) clientSet {
	var out clientSet
	seen := map[*ast.FuncDecl]bool{}
	var walk func(n ast.Node, at token.Pos)
	walk = func(n ast.Node, at token.Pos) {
		ast.Inspect(n, func(n ast.Node) bool {
			expr, ok := n.(ast.Expr)
			if !ok {
				return true
			}
			pos := at
			if !pos.IsValid() {
				pos = expr.Pos()
			}
			switch expr := expr.(type) {
			case *ast.CompositeLit:
				out.add(r.clientOf(r.pass.TypesInfo.TypeOf(expr), pos))
			case *ast.CallExpr:
				fn, _ := typeutil.Callee(r.pass.TypesInfo, expr).(*types.Func)
				if fn == nil || fn.Signature().Results().Len() == 0 {
					return true
				}
				result := fn.Signature().Results().At(0).Type()
				if decl := r.bodies[fn.Origin()]; decl != nil && types.IsInterface(result) {
					if !seen[decl] {
						seen[decl] = true
						walk(decl.Body, pos)
					}
				} else if fn.Signature().Recv() == nil {
					out.add(r.clientOf(result, pos))
				}
			}
			return true
		})
	}
	walk(n, token.NoPos)
	// What wraps an SDK's client speaks for it.
	own := slices.DeleteFunc(slices.Clone(out), func(m client) bool { return r.pass.Catalogue().SDKOf(m.name.Pkg().Path()) != nil })
	if len(own) > 0 {
		return own
	}
	return out
}

// clientOf returns the set of t alone if it is a client, or a pointer to one.
func (r *resolver) clientOf(t types.Type, at token.Pos) clientSet {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return nil
	}
	if v := r.vendorOf(n.Origin(), maxDepth); v != "" {
		return clientSet{{name: n.Origin().Obj(), vendor: v, at: at}}
	}
	return nil
}

// maxDepth bounds the nesting of a client in the fields of its wrappers.
const maxDepth = 4

// vendorOf returns the vendor whose client a type is or wraps, or "". A wrapper has methods and a field that is or wraps a client.
func (r *resolver) vendorOf(t *types.Named, depth int) string {
	if t.Obj().Pkg() == nil {
		return ""
	}
	if sdk := r.pass.Catalogue().SDKOf(t.Obj().Pkg().Path()); sdk != nil {
		for _, e := range r.pass.Catalogue().Lookup(t.Obj().Pkg().Path() + "." + t.Obj().Name()) {
			if e.Kind == "vendor" && e.Role == "client" {
				return sdk.Vendor
			}
		}
		return ""
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok || depth == 0 {
		return ""
	}
	if v, ok := r.vendors[t.Obj()]; ok {
		return v
	}
	r.vendors[t.Obj()] = "" // while it is looked at: a type may hold itself
	if types.NewMethodSet(types.NewPointer(t)).Len() == 0 {
		return ""
	}
	for f := range st.Fields() {
		if n := typex.Named(f.Type()); n != nil {
			if v := r.vendorOf(n.Origin(), depth-1); v != "" {
				r.vendors[t.Obj()] = v
				return v
			}
		}
	}
	return ""
}
