package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// funcWidth bounds the places visited for one function value.
const funcWidth = 200

// Functions follows a function value backwards: names are the functions that it may hold, as [FuncName] has them, and places are
// the fields, package variables and parameters that it may be read from, which other packages can set. Both are sorted.
func (p *Program) Functions(v Loc) (names, places []string) {
	p.Walk([]Loc{v}, func(at Visit) bool {
		if at.Loc.Key != "" {
			places = append(places, at.Loc.Key)
		}
		switch f := at.Loc.Value.(type) {
		case *ssa.Function:
			names = append(names, FuncName(declaration(f)))
		case *ssa.MakeClosure:
			if fn, ok := f.Fn.(*ssa.Function); ok {
				names = append(names, FuncName(declaration(fn)))
			}
		case *ssa.Global:
			if f.Object() != nil {
				places = append(places, GlobalKey(f.Object()))
			}
		case *ssa.Parameter:
			if fn, i := ParamIndex(f); fn != nil && i >= 0 && !at.InCallee {
				places = append(places, ParamKey(fn, i))
			}
		}
		if at.Loc.Value != nil && at.Loc.Path == nil {
			places = append(places, p.funcType(at.Loc.Value.Type()))
		}
		return true
	}, funcWidth)
	return sortUnique(names), sortUnique(places)
}

// FuncName names a function: a declared one by its full name, a literal by the enclosing function and a number.
func FuncName(f *ssa.Function) string {
	if obj, ok := f.Object().(*types.Func); ok {
		return obj.Origin().FullName()
	}
	return f.String()
}

// A FuncPlace is a place from which other packages may call a function, with the value that this package stores there.
type FuncPlace struct {
	Place string // key of a field, variable or parameter, or of a function type
	Value Loc
}

// FuncPlaces lists where this package stores functions that another may call: in fields, package variables, arguments of functions
// of other packages, and function types, in the order of the instructions.
func (p *Program) FuncPlaces() (out []FuncPlace) {
	add := func(place string, v Loc) {
		if place != "" {
			out = append(out, FuncPlace{place, v})
		}
	}
	for _, fn := range p.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				switch in := in.(type) {
				case *ssa.Store:
					if !holdsFunc(in.Val.Type()) {
						continue
					}
					switch addr := in.Addr.(type) {
					case *ssa.FieldAddr:
						add(FieldKey(addr.X.Type(), addr.Field), Loc{Value: in.Val})
					case *ssa.Global:
						if addr.Object() != nil {
							add(GlobalKey(addr.Object()), Loc{Value: in.Val})
						}
					}
				case *ssa.MapUpdate:
					if isFunc(in.Value.Type()) {
						for _, place := range p.mapPlaces(in.Map) {
							add(place, Loc{Value: in.Value})
						}
					}
				case *ssa.ChangeType:
					add(p.funcType(in.Type()), Loc{Value: in.X})
				case ssa.CallInstruction:
					obj := FuncObject(in.Common())
					if obj == nil || obj.Pkg() == nil || obj.Pkg() == p.Types {
						continue
					}
					for i, a := range ArgumentsOf(obj, in.Common()) {
						if holdsFunc(a.Type()) {
							add(ParamKey(obj, i), Loc{Value: a})
						}
					}
				}
			}
		}
	}
	return out
}

// mapPlaces returns the places that a map is read from.
func (p *Program) mapPlaces(m ssa.Value) []string {
	_, places := p.Functions(Loc{Value: m})
	return places
}

// holdsFunc reports whether a value of a type is a function, or a list or table of functions.
func holdsFunc(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return isFunc(u.Elem())
	case *types.Map:
		return isFunc(u.Elem())
	}
	return isFunc(t)
}

func isFunc(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

// funcType returns the key of a function type that stands for what its values have in common, as an interface does, or "": one with
// methods, or one that the module declares.
func (p *Program) funcType(t types.Type) string {
	if n, ok := types.Unalias(t).(*types.Named); ok && isFunc(n) && (n.NumMethods() > 0 || p.world.InModule(n.Obj().Pkg())) {
		return TypeKey(n)
	}
	return ""
}

func sortUnique(list []string) []string {
	list = slices.DeleteFunc(list, func(s string) bool { return s == "" })
	slices.Sort(list)
	return slices.Compact(list)
}
