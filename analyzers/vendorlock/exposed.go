package vendorlock

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// An exposure is an exported declaration that mentions the vendor.
type exposure struct {
	name    *ast.Ident
	what    string // "the field Usage.Details"
	of      *types.TypeName
	through string // the interface method that mentions it, or ""
	iface   *types.Interface
	hatch   bool // a method that returns what the type wraps, for those who want it
	uses    int  // in this package
}

// exposures returns the exposures of an importable package, in source order, except those that an adapter may have: in the
// parameters of its constructors and options.
func (s *usage) exposures() []exposure {
	if !s.Importable() {
		return nil
	}
	var out []exposure
	open := s.requiredMembers()
	add := func(name *ast.Ident, what string, t types.Type) {
		if of := s.vendor.mentionedType(t); of != nil && name.IsExported() && !namesVendor(s.Catalogue(), s.vendor.sdk, []string{name.Name}) {
			by := open[s.TypesInfo.Defs[name]]
			out = append(out, exposure{name: name, what: what, of: of, through: by.words, iface: by.iface, hatch: isGetter(t)})
		}
	}
	wiring := s.constructors()
	for _, f := range s.files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				fn := s.TypesInfo.Defs[d.Name].(*types.Func)
				if recv := fn.Signature().Recv(); recv == nil && !wiring[fn] {
					add(d.Name, "function "+d.Name.Name, fn.Type())
				} else if recv != nil {
					if t := s.ownType(recv.Type()); t != nil && t.Obj().Exported() && !namesVendor(s.Catalogue(), s.vendor.sdk, []string{t.Obj().Name()}) {
						add(d.Name, fmt.Sprintf("method %s.%s", t.Obj().Name(), d.Name.Name), fn.Type())
					}
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					switch spec := spec.(type) {
					case *ast.ValueSpec:
						for _, name := range spec.Names {
							add(name, fmt.Sprintf("%s %s", map[token.Token]string{token.VAR: "variable", token.CONST: "constant"}[d.Tok], name.Name),
								s.TypesInfo.TypeOf(name))
						}
					case *ast.TypeSpec:
						if spec.Name.IsExported() && !wiring[s.TypesInfo.Defs[spec.Name]] && !namesVendor(s.Catalogue(), s.vendor.sdk, []string{spec.Name.Name}) {
							s.typeSpec(spec, add)
						}
					}
				}
			}
		}
	}
	s.countUses(out)
	return out
}

// typeSpec adds the exposures of one exported type.
func (s *usage) typeSpec(spec *ast.TypeSpec, add func(*ast.Ident, string, types.Type)) {
	members, kind := (*ast.FieldList)(nil), "field"
	switch t := spec.Type.(type) {
	case *ast.StructType:
		members = t.Fields
	case *ast.InterfaceType:
		members, kind = t.Methods, "interface method"
	default:
		add(spec.Name, "type "+spec.Name.Name, s.TypesInfo.TypeOf(t))
		return
	}
	for _, m := range members.List {
		for _, name := range m.Names {
			add(name, fmt.Sprintf("%s %s.%s", kind, spec.Name.Name, name.Name), s.TypesInfo.TypeOf(m.Type))
		}
		if len(m.Names) == 0 {
			if name := embeddedName(m.Type); name != nil {
				add(name, fmt.Sprintf("%s embedded in %s", name.Name, spec.Name.Name), s.TypesInfo.TypeOf(m.Type))
			}
		}
	}
}

// embeddedName returns the name of an embedded type, or nil for a union.
func embeddedName(e ast.Expr) *ast.Ident {
	switch e := e.(type) {
	case *ast.Ident:
		return e
	case *ast.StarExpr:
		return embeddedName(e.X)
	case *ast.SelectorExpr:
		return e.Sel
	case *ast.IndexExpr:
		return embeddedName(e.X)
	case *ast.IndexListExpr:
		return embeddedName(e.X)
	}
	return nil
}

// isGetter reports whether a function takes nothing and returns one value.
func isGetter(t types.Type) bool {
	sig, ok := t.(*types.Signature)
	return ok && sig.Recv() != nil && sig.Params().Len() == 0 && sig.Results().Len() == 1
}

// A mention is an interface method that mentions a type, and the words for it.
type mention struct {
	words string
	iface *types.Interface
}

// requiredMembers maps the methods of exported interfaces, and the exported fields of their parameter and result types, to that
// method: every implementation needs them. An interface with an unexported method cannot be implemented elsewhere.
func (s *usage) requiredMembers() map[types.Object]mention {
	out := map[types.Object]mention{}
	for _, name := range s.Pkg.Scope().Names() {
		tn, ok := s.Pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok || !tn.Exported() {
			continue
		}
		iface, ok := tn.Type().Underlying().(*types.Interface)
		if !ok || slices.ContainsFunc(slices.Collect(iface.Methods()), func(m *types.Func) bool { return !m.Exported() }) {
			continue
		}
		for m := range iface.ExplicitMethods() {
			through := mention{fmt.Sprintf("interface method %s.%s", name, m.Name()), iface}
			out[m] = through
			for p := range m.Signature().Params().Variables() {
				s.addRequired(p.Type(), through, out)
			}
			for r := range m.Signature().Results().Variables() {
				s.addRequired(r.Type(), through, out)
			}
		}
	}
	return out
}

func (s *usage) addRequired(t types.Type, through mention, out map[types.Object]mention) {
	switch u := types.Unalias(t).(type) {
	case interface{ Elem() types.Type }:
		s.addRequired(u.Elem(), through, out)
		return
	case *types.Named:
		if u.Obj().Pkg() != s.Pkg {
			return
		}
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for f := range st.Fields() {
		if _, seen := out[f]; !seen && f.Exported() {
			out[f] = through
			s.addRequired(f.Type(), through, out)
		}
	}
}

// constructors returns the functions and types by which a program creates an adapter of the package.
func (s *usage) constructors() map[types.Object]bool {
	out := map[types.Object]bool{}
	adapters := s.adapters()
	if len(adapters) == 0 {
		return out
	}
	for _, name := range s.Pkg.Scope().Names() {
		fn, ok := s.Pkg.Scope().Lookup(name).(*types.Func)
		if !ok || s.vendor.mentionedType(fn.Signature().Results()) != nil || fn.Signature().Results().Len() == 0 {
			continue
		}
		result := fn.Signature().Results().At(0).Type()
		made := s.ownType(result)
		switch {
		case made != nil && slices.Contains(adapters, made),
			slices.ContainsFunc(adapters, func(a *types.Named) bool { return s.implementsInterface(a, result) }):
			out[fn] = true
			for p := range fn.Signature().Params().Variables() {
				if config := s.ownType(p.Type()); config != nil {
					out[config.Obj()] = true
				}
			}
		case made != nil && !isStruct(made): // an option: a function, or an interface that hides one
			out[fn], out[made.Obj()] = true, true
		}
	}
	return out
}

func isStruct(t types.Type) bool {
	_, ok := t.Underlying().(*types.Struct)
	return ok
}

// countUses sets the number of uses of each exposure.
func (s *usage) countUses(shown []exposure) {
	uses := map[types.Object]int{}
	for _, obj := range s.TypesInfo.Uses {
		uses[obj]++
	}
	for i := range shown {
		shown[i].uses = uses[s.TypesInfo.Defs[shown[i].name]]
	}
}

// maxNeeded bounds the members that a message lists; with more of them, a replacement type is not small.
const maxNeeded = 6

// usedMembers lists the members of the exposed types that this package really uses.
func (s *usage) usedMembers(shown []exposure) string {
	var names []string
	for _, sel := range s.TypesInfo.Selections {
		if n := typex.Named(sel.Recv()); n != nil && slices.ContainsFunc(shown, func(e exposure) bool { return e.of == n.Obj() }) {
			names = append(names, sel.Obj().Name())
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	if len(names) == 0 || len(names) > maxNeeded {
		return ""
	}
	return " with the used members (" + strings.Join(names, ", ") + ")"
}
