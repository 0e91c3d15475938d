package vendorlock

import (
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// exposureFacts finds the vendors that a package exposes and exports them to importers in the same module: exposing an SDK is one
// decision, reported where it is made.
var exposureFacts = &analysis.Analyzer{
	Name:       "zcexposing",
	Doc:        "find which SDKs packages show in their API",
	Requires:   []*analysis.Analyzer{rule.SettingsAnalyzer},
	FactTypes:  []analysis.Fact{(*exposedSDKs)(nil)},
	ResultType: reflect.TypeFor[[]*usage](),
	Run:        findUsage,
}

// exposedSDKs has the names of the SDKs that a package, or an import in the same module, exposes, and of those that it exposes
// in an interface, which is more serious.
type exposedSDKs struct{ SDKs, Interfaces []string }

func (*exposedSDKs) AFact() {}

func (e *exposedSDKs) String() string { return "exposes " + strings.Join(e.SDKs, ", ") }

// findUsage returns the usage of each vendor by the package.
func findUsage(ap *analysis.Pass) (any, error) {
	set := rule.SettingsOf(ap)
	pass := &rule.Pass{Pass: ap, Settings: set, Options: set.Options("vendorlock", declareOptions)}
	var below, here exposedSDKs
	for _, p := range ap.Pkg.Imports() {
		var fact exposedSDKs
		if pass.SameModule(p.Path()) && ap.ImportPackageFact(p, &fact) {
			below.SDKs = append(below.SDKs, fact.SDKs...)
			below.Interfaces = append(below.Interfaces, fact.Interfaces...)
		}
	}
	var surveys []*usage
	if importsSDK(pass) {
		files := sources(pass)
		for _, v := range vendors(pass, files) {
			surveys = append(surveys, &usage{Pass: pass, files: files, vendor: v})
		}
		for _, s := range surveys {
			if !s.isAdapter() {
				s.shown = s.bindingExposures(surveys)
			}
			name := s.vendor.sdk.Name
			s.shown = slices.DeleteFunc(s.shown, func(e exposure) bool {
				return slices.Contains(below.Interfaces, name) || e.through == "" && slices.Contains(below.SDKs, name)
			})
			for _, e := range s.shown {
				here.SDKs = append(here.SDKs, name)
				if e.through != "" {
					here.Interfaces = append(here.Interfaces, name)
				}
			}
		}
	}
	here.SDKs, here.Interfaces = union(here.SDKs, below.SDKs), union(here.Interfaces, below.Interfaces)
	if len(here.SDKs) > 0 {
		ap.ExportPackageFact(&here)
	}
	return surveys, nil
}

// union returns the names of both lists, sorted, each once.
func union(a, b []string) []string {
	all := append(a, b...)
	slices.Sort(all)
	return slices.Compact(all)
}

// bindingExposures returns the exposures that tie users of a package to the vendor. A package with two vendors ties them to none,
// nor does a package that creates the client itself, where the vendor is chosen; but an interface with the vendor's types excludes
// all others, unless an adapter of another vendor already implements it.
func (s *usage) bindingExposures(all []*usage) []exposure {
	if !s.Public() {
		return nil // nobody outside can be bound
	}
	free := s.makesClient() || s.importsSibling() || slices.ContainsFunc(all, func(o *usage) bool {
		return o.vendor.sdk.Vendor != s.vendor.sdk.Vendor && len(o.exposures()) > 0
	})
	return slices.DeleteFunc(s.exposures(), func(e exposure) bool {
		if e.through == "" {
			return free || e.hatch
		}
		return slices.ContainsFunc(all, func(o *usage) bool {
			return o.vendor.sdk.Vendor != s.vendor.sdk.Vendor && slices.ContainsFunc(o.adapters(), func(t *types.Named) bool { return s.implementsIface(t, e.iface) })
		})
	})
}

// implementsIface reports whether a type implements an interface.
func (s *usage) implementsIface(t *types.Named, iface *types.Interface) bool {
	return iface != nil && (types.Implements(t, iface) || types.Implements(types.NewPointer(t), iface))
}

// makesClient reports whether the package calls a function of the SDK that creates a client.
func (s *usage) makesClient() bool {
	for _, id := range s.uses() {
		fn, ok := s.TypesInfo.Uses[id].(*types.Func)
		if ok && slices.ContainsFunc(s.Catalogue().Lookup(fn.Origin().FullName()), func(e *catalogue.Entry) bool { return e.Kind == "client" }) {
			return true
		}
	}
	return false
}

// importsSibling reports whether the package imports another SDK of the same vendor: it adapts that vendor.
func (s *usage) importsSibling() bool {
	return slices.ContainsFunc(s.Pkg.Imports(), func(p *types.Package) bool {
		sdk := s.SDKOf(p.Path())
		return sdk != nil && sdk != s.vendor.sdk && sdk.Vendor == s.vendor.sdk.Vendor && family(sdk) != family(s.vendor.sdk)
	})
}

// foreignMentions returns the vendor's types in declarations of other packages of the module: implementations of these have no
// choice.
func (s *usage) foreignMentions() map[types.Object]bool {
	out := map[types.Object]bool{}
	for _, p := range s.Pkg.Imports() {
		if !s.SameModule(p.Path()) {
			continue
		}
		for _, name := range p.Scope().Names() {
			if obj := p.Scope().Lookup(name); obj.Exported() {
				typex.Walk(obj.Type(), func(t types.Type) []types.Type { return s.addMention(t, out) })
			}
		}
	}
	return out
}

// addMention records a type of the vendor, and returns the component types of any other type.
func (s *usage) addMention(t types.Type, out map[types.Object]bool) []types.Type {
	var next []types.Type
	if n, ok := types.Unalias(t).(*types.Named); ok {
		if s.vendor.ownsObject(n.Obj()) {
			out[n.Obj()] = true
			return nil
		}
		if n.Obj().Pkg() == nil || !s.SameModule(n.Obj().Pkg().Path()) {
			return nil
		}
		for m := range n.Methods() {
			if m.Exported() {
				next = append(next, m.Type())
			}
		}
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		for f := range u.Fields() {
			next = append(next, f.Type())
		}
	case *types.Signature:
		for v := range u.Params().Variables() {
			next = append(next, v.Type())
		}
		for v := range u.Results().Variables() {
			next = append(next, v.Type())
		}
	case *types.Interface:
		for m := range u.Methods() {
			next = append(next, m.Type())
		}
	default:
		next = append(next, typex.Elems(t)...)
	}
	return next
}
