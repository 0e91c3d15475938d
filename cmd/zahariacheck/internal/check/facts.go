package check

import (
	"fmt"
	"go/types"
	"iter"
	"maps"
	"reflect"
	"slices"

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

// get copies a fact into ptr, and reports whether there is one; in a nil set there is none.
func (s *factSet) get(k factKey, ptr analysis.Fact) bool {
	if s == nil {
		return false
	}
	f, ok := s.byKey[k]
	if ok {
		reflect.ValueOf(ptr).Elem().Set(reflect.ValueOf(f).Elem())
	}
	return ok
}

// replace takes the facts about the package from another analysis of it. Those about objects stay, since other packages know
// the objects of the first.
func (s *factSet) replace(from *factSet) {
	s.order = slices.DeleteFunc(s.order, func(k factKey) bool { return k.obj == nil })
	maps.DeleteFunc(s.byKey, func(k factKey, _ analysis.Fact) bool { return k.obj == nil })
	for _, k := range from.order {
		if k.obj == nil {
			s.set(k, from.byKey[k])
		}
	}
}

// visible reports whether package u sees the facts about an object, or about a package where obj is nil. They travel
// as under go vet, lest the two disagree: those about packages, and about functions, variables and constants of
// packages, one import far; those about types, fields and methods as far as the types.
func (u *sourcePkg) visible(of *sourcePkg, obj types.Object) bool {
	if of == u {
		return true
	}
	if obj == nil {
		return slices.Contains(u.deps, of)
	}
	if obj.Parent() == obj.Pkg().Scope() {
		_, isType := obj.(*types.TypeName)
		return isType || obj.Exported() && slices.Contains(u.deps, of)
	}
	return true
}

// addFacts gives a pass the facts of its package and of those that it depends on.
func (r *runner) addFacts(pass *analysis.Pass, u *sourcePkg) {
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
	load := func(pkg *types.Package, obj types.Object, f analysis.Fact) bool {
		of, ok := r.byTypes.Load(pkg)
		if !ok || !u.visible(of.(*sourcePkg), obj) {
			return false
		}
		k, from := key(obj, f), of.(*sourcePkg)
		return from.facts.get(k, f) || obj == nil && from != u && r.computeDeferred(from, pass.Analyzer, k.typ.String()).get(k, f)
	}
	pass.ImportObjectFact = func(obj types.Object, f analysis.Fact) bool { return load(obj.Pkg(), obj, f) }
	pass.ImportPackageFact = func(pkg *types.Package, f analysis.Fact) bool { return load(pkg, nil, f) }
	pass.ExportObjectFact = func(obj types.Object, f analysis.Fact) {
		if obj.Pkg() != u.types {
			panic(fmt.Sprintf("analyzer %s sets a fact on %s, which belongs to another package", pass.Analyzer, obj))
		}
		u.facts.set(key(obj, f), f)
	}
	pass.ExportPackageFact = func(f analysis.Fact) { u.facts.set(key(nil, f), f) }
	pass.AllObjectFacts = func() (all []analysis.ObjectFact) {
		for dep, k := range u.allFacts(mine) {
			if k.obj != nil {
				all = append(all, analysis.ObjectFact{Object: k.obj, Fact: dep.facts.byKey[k]})
			}
		}
		return all
	}
	pass.AllPackageFacts = func() (all []analysis.PackageFact) {
		for dep, k := range u.allFacts(mine) {
			if k.obj == nil {
				all = append(all, analysis.PackageFact{Package: dep.types, Fact: dep.facts.byKey[k]})
			}
		}
		return all
	}
}

// allFacts visits the facts of some types that package u sees, those of its dependencies first.
func (u *sourcePkg) allFacts(types map[reflect.Type]bool) iter.Seq2[*sourcePkg, factKey] {
	return func(yield func(*sourcePkg, factKey) bool) {
		seen := map[*sourcePkg]bool{}
		var visit func(*sourcePkg) bool
		visit = func(dep *sourcePkg) bool {
			if seen[dep] {
				return true
			}
			seen[dep] = true
			for _, d := range dep.deps {
				if !visit(d) {
					return false
				}
			}
			for _, k := range dep.facts.order {
				if types[k.typ] && u.visible(dep, k.obj) && !yield(dep, k) {
					return false
				}
			}
			return true
		}
		visit(u)
	}
}
