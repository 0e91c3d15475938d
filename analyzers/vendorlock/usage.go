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

// A usage describes the use of one vendor by one package.
type usage struct {
	*rule.Pass
	files  []*ast.File
	vendor *vendor
	shown  []exposure // that bind others
}

// uses returns the qualified identifiers of the SDK, in source order.
func (s *usage) uses() []*ast.Ident {
	var out []*ast.Ident
	for _, f := range s.files {
		ast.Inspect(f, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && s.vendor.ownsObject(s.TypesInfo.Uses[sel.Sel]) {
				out = append(out, sel.Sel)
			}
			return true
		})
	}
	return out
}

// usesClient reports whether the package creates or holds a client of the SDK, or calls the vendor through it.
func (s *usage) usesClient() bool { return s.usesAs("client") }

// buildsRequests reports whether the package builds requests to the vendor for another package to send.
func (s *usage) buildsRequests() bool { return s.usesAs("request", "message", "option") }

// usesAs reports whether the package uses a type of the SDK with one of these roles in the catalogue, or a function that creates
// a client or makes a call.
func (s *usage) usesAs(roles ...string) bool {
	return slices.ContainsFunc(s.uses(), func(id *ast.Ident) bool {
		obj := s.TypesInfo.Uses[id]
		symbol := obj.Pkg().Path() + "." + obj.Name()
		if fn, ok := obj.(*types.Func); ok {
			symbol = fn.Origin().FullName()
		}
		return slices.ContainsFunc(s.Catalogue().Lookup(symbol), func(e *catalogue.Entry) bool {
			return e.Kind == "call" || e.Kind == "client" || e.Kind == "vendor" && slices.Contains(roles, e.Role)
		})
	})
}

// adaptedVendor returns the other vendor that the package is named after, or "".
func (s *usage) adaptedVendor() string {
	path := s.Pkg.Path()
	names := []string{path[strings.LastIndexByte(path, '/')+1:], s.Pkg.Name()}
	for _, sdk := range s.Catalogue().SDKs() {
		if sdk.Vendor != s.vendor.sdk.Vendor && sdk.Class == "model" && namesVendor(s.Catalogue(), sdk, names) {
			return sdk.Vendor
		}
	}
	return ""
}

func (s *usage) importsSDKOf(vendor string) bool {
	return slices.ContainsFunc(s.Pkg.Imports(), func(p *types.Package) bool {
		sdk := s.SDKOf(p.Path())
		return sdk != nil && sdk.Vendor == vendor
	})
}

// adapters returns the types of the package that hold something of the vendor and implement an interface that is not the vendor's.
func (s *usage) adapters() []*types.Named {
	var out []*types.Named
	for _, t := range s.concreteTypes() {
		if s.holdsVendor(t, map[*types.Named]bool{}) && s.implementsAny(t) {
			out = append(out, t)
		}
	}
	return out
}

// hasAdapter reports whether some exported type of the package implements such an interface.
func (s *usage) hasAdapter() bool {
	return slices.ContainsFunc(s.concreteTypes(), func(t *types.Named) bool { return t.Obj().Exported() && s.implementsAny(t) })
}

// concreteTypes returns the package's own types that are not interfaces.
func (s *usage) concreteTypes() []*types.Named {
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

// holdsVendor reports whether the fields of a type, or of its components, mention the vendor.
func (s *usage) holdsVendor(t *types.Named, seen map[*types.Named]bool) bool {
	st, ok := t.Underlying().(*types.Struct)
	if !ok || seen[t] {
		return false
	}
	seen[t] = true
	for f := range st.Fields() {
		if s.vendor.mentionedType(f.Type()) != nil {
			return true
		}
		if part := s.ownType(f.Type()); part != nil && s.holdsVendor(part, seen) {
			return true
		}
	}
	return false
}

// ownType returns the named type of this package that t is or points to, or nil.
func (s *usage) ownType(t types.Type) *types.Named {
	if n := typex.Named(t); n != nil && n.Obj().Pkg() == s.Pkg {
		return n
	}
	return nil
}

// implementsAny reports whether t implements an interface of this package or of an import. The standard library's do not count,
// since an http.Handler is no adapter, and neither do the vendor's own.
func (s *usage) implementsAny(t *types.Named) bool {
	for _, pkg := range append([]*types.Package{s.Pkg}, s.Pkg.Imports()...) {
		if s.SDKOf(pkg.Path()) == s.vendor.sdk || typex.IsStd(pkg.Path(), s.Pkg.Path()) {
			continue
		}
		for _, name := range pkg.Scope().Names() {
			tn, ok := pkg.Scope().Lookup(name).(*types.TypeName)
			if ok && s.implementsInterface(t, tn.Type()) {
				return true
			}
		}
	}
	return false
}

func (s *usage) implementsInterface(t *types.Named, i types.Type) bool {
	iface, ok := i.Underlying().(*types.Interface)
	return ok && iface.NumMethods() > 0 && s.vendor.mentionedType(iface) == nil &&
		(types.Implements(t, iface) || types.Implements(types.NewPointer(t), iface))
}

// typeName returns the name by which users of the SDK refer to an object: for an object of an internal package, its public alias.
func (s *usage) typeName(obj types.Object) string {
	pkg := obj.Pkg()
	for _, p := range s.Pkg.Imports() {
		if alias, ok := p.Scope().Lookup(obj.Name()).(*types.TypeName); ok && types.Identical(alias.Type(), obj.Type()) {
			pkg = p
			break
		}
	}
	return pkg.Name() + "." + obj.Name()
}
