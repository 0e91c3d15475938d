package check

import (
	"fmt"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
)

// A factKey names a fact: its type, which belongs to one analyzer, and the object that it is about, or nil for a
// fact about the package.
type factKey struct {
	obj types.Object
	typ reflect.Type
}

// A factSet holds the facts that the analysis of one package leaves behind. It is written by one goroutine, and read
// by others only when the package is done.
type factSet struct {
	byKey map[factKey]analysis.Fact
	order []factKey
}

// set keeps a copy of a fact: what an analyzer exports may be a part of all that it knows of the package, which would
// live on with it.
func (s *factSet) set(k factKey, f analysis.Fact) {
	if s.byKey == nil {
		s.byKey = map[factKey]analysis.Fact{}
	}
	if _, ok := s.byKey[k]; !ok {
		s.order = append(s.order, k)
	}
	kept := reflect.New(k.typ.Elem())
	kept.Elem().Set(reflect.ValueOf(f).Elem())
	s.byKey[k] = kept.Interface().(analysis.Fact)
}

// get copies a fact into ptr, and reports whether there is one.
func (s *factSet) get(k factKey, ptr analysis.Fact) bool {
	f, ok := s.byKey[k]
	if ok {
		reflect.ValueOf(ptr).Elem().Set(reflect.ValueOf(f).Elem())
	}
	return ok
}

// visible reports whether an object of another package can be named through its exported API, which is where the
// facts of other drivers end too: they travel with export data.
func visible(obj types.Object) bool {
	switch obj := obj.(type) {
	case *types.Func:
		return obj.Exported() || obj.Signature().Recv() != nil
	case *types.Var:
		return obj.IsField() || obj.Exported() || obj.Parent() != obj.Pkg().Scope()
	}
	return true
}

// addFacts gives a pass the facts of its package and of those that it depends on.
func (r *runner) addFacts(pass *analysis.Pass, u *unit) {
	mine := map[reflect.Type]bool{}
	for _, f := range pass.Analyzer.FactTypes {
		mine[reflect.TypeOf(f)] = true
	}
	key := func(obj types.Object, f analysis.Fact) factKey {
		k := factKey{obj, reflect.TypeOf(f)}
		if !mine[k.typ] {
			panic(fmt.Sprintf("analyzer %s does not declare the fact type %T", pass.Analyzer, f))
		}
		return k
	}
	of := func(pkg *types.Package) *factSet {
		if pkg == u.types {
			return &u.facts
		}
		if dep, ok := r.byTypes.Load(pkg); ok {
			return &dep.(*unit).facts
		}
		return &factSet{}
	}
	pass.ImportObjectFact = func(obj types.Object, f analysis.Fact) bool {
		return (obj.Pkg() == u.types || visible(obj)) && of(obj.Pkg()).get(key(obj, f), f)
	}
	pass.ImportPackageFact = func(pkg *types.Package, f analysis.Fact) bool {
		return of(pkg).get(key(nil, f), f)
	}
	pass.ExportObjectFact = func(obj types.Object, f analysis.Fact) {
		if obj.Pkg() != u.types {
			panic(fmt.Sprintf("analyzer %s sets a fact on %s, which belongs to another package", pass.Analyzer, obj))
		}
		u.facts.set(key(obj, f), f)
	}
	pass.ExportPackageFact = func(f analysis.Fact) { u.facts.set(key(nil, f), f) }
	pass.AllObjectFacts = func() (all []analysis.ObjectFact) {
		for dep := range u.closure() {
			for _, k := range dep.facts.order {
				if k.obj != nil && mine[k.typ] && (dep == u || visible(k.obj)) {
					all = append(all, analysis.ObjectFact{Object: k.obj, Fact: dep.facts.byKey[k]})
				}
			}
		}
		return all
	}
	pass.AllPackageFacts = func() (all []analysis.PackageFact) {
		for dep := range u.closure() {
			for _, k := range dep.facts.order {
				if k.obj == nil && mine[k.typ] {
					all = append(all, analysis.PackageFact{Package: dep.types, Fact: dep.facts.byKey[k]})
				}
			}
		}
		return all
	}
}

// closure visits the packages that u depends on, dependencies first, and u.
func (u *unit) closure() func(yield func(*unit) bool) {
	return func(yield func(*unit) bool) {
		seen := map[*unit]bool{}
		var visit func(*unit) bool
		visit = func(v *unit) bool {
			if seen[v] {
				return true
			}
			seen[v] = true
			for _, dep := range v.deps {
				if !visit(dep) {
					return false
				}
			}
			return yield(v)
		}
		visit(u)
	}
}
