package vendorlock

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// A survey is what one package has to do with one vendor.
type survey struct {
	*rule.Pass
	files  []*ast.File
	vendor *vendor
	shown  []exposure // that bind others
}

// uses returns the places where something of the SDK is named by its package, in the order of the source.
func (s *survey) uses() []*ast.Ident {
	var out []*ast.Ident
	for _, f := range s.files {
		ast.Inspect(f, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && s.vendor.owns(s.TypesInfo.Uses[sel.Sel]) {
				out = append(out, sel.Sel)
			}
			return true
		})
	}
	return out
}

// talks says whether the package makes a client of the SDK, holds one, or calls the vendor through it.
func (s *survey) talks() bool { return s.usesAs("client") }

// requests says whether the package makes what is sent to the vendor, for another package to send.
func (s *survey) requests() bool { return s.usesAs("request", "message", "option") }

// usesAs says whether the package uses a type of the SDK that the catalogue has in one of these roles, or a function that makes
// a client or a call.
func (s *survey) usesAs(roles ...string) bool {
	return slices.ContainsFunc(s.uses(), func(id *ast.Ident) bool {
		obj := s.TypesInfo.Uses[id]
		symbol := obj.Pkg().Path() + "." + obj.Name()
		if fn, ok := obj.(*types.Func); ok {
			symbol = fn.Origin().FullName()
		}
		return slices.ContainsFunc(catalogue.Default().Lookup(symbol), func(e *catalogue.Entry) bool {
			return e.Kind == "call" || e.Kind == "client" || e.Kind == "vendor" && slices.Contains(roles, e.Role)
		})
	})
}

// adapts returns the other vendor that the package is named after, or "".
func (s *survey) adapts() string {
	path := s.Pkg.Path()
	names := []string{path[strings.LastIndexByte(path, '/')+1:], s.Pkg.Name()}
	for _, sdk := range catalogue.Default().SDKs() {
		if sdk.Vendor != s.vendor.sdk.Vendor && sdk.Class == "model" && named(sdk, names) {
			return sdk.Vendor
		}
	}
	return ""
}

func (s *survey) importsSDKOf(vendor string) bool {
	return slices.ContainsFunc(s.Pkg.Imports(), func(p *types.Package) bool {
		sdk := sdkOf(p.Path())
		return sdk != nil && sdk.Vendor == vendor
	})
}

// adapters returns the types of the package that hold something of the vendor behind an interface which is not the vendor's.
func (s *survey) adapters() []*types.Named {
	var out []*types.Named
	for _, t := range s.named() {
		if s.holds(t, map[*types.Named]bool{}) && s.implementsAny(t) {
			out = append(out, t)
		}
	}
	return out
}

// implements says whether some exported type of the package stands behind such an interface.
func (s *survey) implements() bool {
	return slices.ContainsFunc(s.named(), func(t *types.Named) bool { return t.Obj().Exported() && s.implementsAny(t) })
}

// named returns the package's own types that are no interfaces.
func (s *survey) named() []*types.Named {
	var out []*types.Named
	scope := s.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() {
			continue
		}
		if t, ok := tn.Type().(*types.Named); ok && !types.IsInterface(t) {
			out = append(out, t)
		}
	}
	return out
}

// holds says whether the fields of a type mention the vendor, also those of its parts.
func (s *survey) holds(t *types.Named, seen map[*types.Named]bool) bool {
	st, ok := t.Underlying().(*types.Struct)
	if !ok || seen[t] {
		return false
	}
	seen[t] = true
	for f := range st.Fields() {
		if s.vendor.in(f.Type()) != nil {
			return true
		}
		if part := s.own(f.Type()); part != nil && s.holds(part, seen) {
			return true
		}
	}
	return false
}

// own returns the named type of this package that t is or points to, or nil.
func (s *survey) own(t types.Type) *types.Named {
	if n := typex.Named(t); n != nil && n.Obj().Pkg() == s.Pkg {
		return n
	}
	return nil
}

// implementsAny says whether t stands behind an interface of this package or of one that it imports. The standard library's do
// not count, since an http.Handler is no adapter, and neither do the vendor's own.
func (s *survey) implementsAny(t *types.Named) bool {
	for _, pkg := range append([]*types.Package{s.Pkg}, s.Pkg.Imports()...) {
		if sdkOf(pkg.Path()) == s.vendor.sdk || typex.IsStd(pkg.Path(), s.Pkg.Path()) {
			continue
		}
		for _, name := range pkg.Scope().Names() {
			tn, ok := pkg.Scope().Lookup(name).(*types.TypeName)
			if ok && s.behind(t, tn.Type()) {
				return true
			}
		}
	}
	return false
}

func (s *survey) behind(t *types.Named, i types.Type) bool {
	iface, ok := i.Underlying().(*types.Interface)
	return ok && iface.NumMethods() > 0 && s.vendor.in(iface) == nil &&
		(types.Implements(t, iface) || types.Implements(types.NewPointer(t), iface))
}

// typeName is how users of the SDK call an object of it: where it stands in an internal package, by the alias that they import.
func (s *survey) typeName(obj types.Object) string {
	pkg := obj.Pkg()
	for _, p := range s.Pkg.Imports() {
		if alias, ok := p.Scope().Lookup(obj.Name()).(*types.TypeName); ok && types.Identical(alias.Type(), obj.Type()) {
			pkg = p
			break
		}
	}
	return pkg.Name() + "." + obj.Name()
}
