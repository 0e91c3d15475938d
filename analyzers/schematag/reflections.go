package schematag

import (
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/mod/semver"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// A reflection is a call that makes a schema of a type.
type reflection struct {
	method
	typ  types.Type
	name string // of the reflector
	call *ast.CallExpr
}

// A method is how a reflector reads tags and types: see data/jsonschema.llm of the catalogue.
type method struct {
	dialect  string // how it reads tags
	json     string // how it goes about encoding/json
	required string // what makes a field required
	refs     string // what stands in references
	output   bool   // the type is of what a tool returns
}

// A reflector is a function that makes a schema of one of its type arguments, or of the type of an argument.
type reflector struct {
	method
	name    string
	typearg int    // or -1
	arg     int    // of the value, or, with typearg, of what is used instead of a schema made from it; or -1
	unless  string // with typearg: the field of the argument that holds the schema to use instead
}

// finder collects reflections. Functions of the package that hand their own type parameter or parameter to a reflector
// are reflectors too.
type finder struct {
	pass *rule.Pass
	own  map[*types.Func][]reflector
	out  []reflection

	mapped bool // the package gives a reflector schemas of some types
	grown  bool // own has grown: look again
}

func reflections(pass *rule.Pass) []reflection {
	f := &finder{pass: pass, own: map[*types.Func][]reflector{}, mapped: mapsTypes(pass)}
	for f.grown = true; f.grown; {
		f.grown, f.out = false, nil
		for _, file := range pass.Files {
			for _, d := range file.Decls {
				f.decl(d)
			}
		}
	}
	return f.out
}

// mapsTypes reports whether a package sets Mapper of a Reflector of github.com/invopop/jsonschema or its fork, which makes schemas of
// types that the reflector does not know.
func mapsTypes(pass *rule.Pass) bool {
	pkgs := reflecting(pass.Catalogue())
	for _, obj := range pass.TypesInfo.Uses {
		if v, ok := obj.(*types.Var); ok && v.IsField() && v.Name() == "Mapper" && pkgs[v.Pkg().Path()] {
			return true
		}
	}
	return false
}

func (f *finder) decl(d ast.Decl) {
	var in *types.Func
	if fn, ok := d.(*ast.FuncDecl); ok {
		in, _ = f.pass.TypesInfo.Defs[fn.Name].(*types.Func)
	}
	for call, fn := range astx.FuncCalls(f.pass.TypesInfo, d) {
		for _, r := range f.reflectors(fn.Origin()) {
			f.reflect(in, call, r)
		}
	}
}

// reflectors returns what is known of fn from the catalogue and from this package.
func (f *finder) reflectors(fn *types.Func) []reflector {
	out := f.own[fn]
	for _, e := range f.pass.Catalogue().Lookup(fn.FullName()) {
		if e.Kind != "declarative" || e.Role != "schema" || !f.holds(e, fn) {
			continue
		}
		r := reflector{name: fn.Pkg().Name() + "." + fn.Name(), method: method{e.Attrs["tags"], e.Attrs["json"], required(f.pass, fn, e.Attrs["required"]), e.Attrs["refs"], false}, typearg: -1, arg: e.Param(fn.Signature())}
		if f.mapped && r.json == "reflected" {
			r.json = ""
		}
		if e.Attrs["typearg"] == "" {
			out = append(out, r)
			continue
		}
		unless := strings.Split(e.Attrs["unless"], ",")
		for i, index := range strings.Split(e.Attrs["typearg"], ",") {
			r.typearg, _ = strconv.Atoi(index)
			r.unless = unless[min(i, len(unless)-1)]
			r.output = r.unless == "OutputSchema"
			out = append(out, r)
		}
	}
	return out
}

// holds reports whether a row is surely about the release in use: an earlier one may read tags in another way.
func (f *finder) holds(e *catalogue.Entry, fn *types.Func) bool {
	if e.Since == "" {
		return true
	}
	used := llm.ModuleVersion(f.pass.Fset, fn.Pos())
	return used != "" && semver.Compare(used, e.Since) >= 0
}

// reflect records the type that a call makes a schema of, unless the caller may have given another one.
func (f *finder) reflect(in *types.Func, call *ast.CallExpr, r reflector) {
	var t types.Type
	if r.typearg >= 0 {
		args := instance(f.pass.TypesInfo, call)
		if args == nil || r.typearg >= args.Len() || r.arg >= 0 && r.arg < len(call.Args) && !usesReflector(call.Args[r.arg], r.unless) {
			return
		}
		t = args.At(r.typearg)
	} else if r.arg >= 0 && r.arg < len(call.Args) {
		t = f.typeOf(call.Args[r.arg])
	}
	if t == nil {
		return
	}
	own := reflector{method: r.method, name: r.name, typearg: -1, arg: -1}
	if p, ok := types.Unalias(typex.Deref(t)).(*types.TypeParam); ok {
		own.typearg = p.Index()
	} else if v := f.variable(call, r); v != nil && types.IsInterface(t) && in != nil {
		for i := range in.Signature().Params().Len() {
			if in.Signature().Params().At(i) == v {
				own.arg = i
			}
		}
	}
	if in == nil || own.typearg < 0 && own.arg < 0 {
		f.out = append(f.out, reflection{r.method, t, r.name, call})
	} else if !slices.Contains(f.own[in], own) {
		f.own[in], f.grown = append(f.own[in], own), true
	}
}

// variable returns the variable that a call hands to a reflector as its value.
func (f *finder) variable(call *ast.CallExpr, r reflector) types.Object {
	if r.typearg >= 0 {
		return nil
	}
	id, _ := ast.Unparen(call.Args[r.arg]).(*ast.Ident)
	return f.pass.TypesInfo.Uses[id]
}

// typeOf returns the type of a value that is reflected; where it is a reflect.Type, the type that this stands for.
func (f *finder) typeOf(e ast.Expr) types.Type {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		switch fn, _ := typeutil.Callee(f.pass.TypesInfo, call).(*types.Func); {
		case fn == nil:
		case fn.FullName() == "reflect.TypeOf":
			return f.pass.TypesInfo.TypeOf(call.Args[0])
		case fn.FullName() == "reflect.TypeFor":
			return instance(f.pass.TypesInfo, call).At(0)
		}
	}
	return f.pass.TypesInfo.TypeOf(e)
}

// usesReflector reports whether an argument surely leaves the schema to the reflector: a literal that does not set the field.
func usesReflector(e ast.Expr, field string) bool {
	if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok {
		e = u.X
	}
	lit, ok := ast.Unparen(e).(*ast.CompositeLit)
	if !ok || field == "" {
		return false
	}
	for _, el := range lit.Elts {
		kv, ok := el.(*ast.KeyValueExpr)
		if !ok { // a literal without keys sets every field
			return false
		}
		if key, ok := kv.Key.(*ast.Ident); !ok || key.Name == field {
			return false
		}
	}
	return true
}

// instance returns the type arguments of a call of a generic function, or nil.
func instance(info *types.Info, call *ast.CallExpr) *types.TypeList {
	fun := ast.Unparen(call.Fun)
	switch x := fun.(type) {
	case *ast.IndexExpr:
		fun = x.X
	case *ast.IndexListExpr:
		fun = x.X
	}
	switch x := fun.(type) {
	case *ast.Ident:
		return info.Instances[x].TypeArgs
	case *ast.SelectorExpr:
		return info.Instances[x.Sel].TypeArgs
	}
	return nil
}
