package flow

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// element returns the value that a load reads from a package variable at a constant index, such as texts[1]: the variable is a slice
// or an array of the package that its initializer fills and nothing else changes. If decided is true and the value is nil, the element
// has no value there, as texts[2] of [4]string{"a", "b"}.
func (p *Program) element(load *ssa.UnOp) (value ssa.Value, decided bool) {
	at, ok := load.X.(*ssa.IndexAddr)
	if !ok || at.Parent() == nil {
		return nil, false
	}
	want, ok := constantIndex(at)
	table := globalOf(at.X)
	if !ok || table == nil {
		return nil, false
	}
	elements, ok := p.tables[table]
	if !ok {
		elements = p.tableOf(table)
		p.tables[table] = elements
	}
	return elements[want], elements != nil
}

// globalOf returns the package variable that is an array, or holds a slice, or nil.
func globalOf(list ssa.Value) *ssa.Global {
	if load, ok := list.(*ssa.UnOp); ok && load.Op == token.MUL {
		list = load.X
	}
	g, _ := list.(*ssa.Global)
	return g
}

func constantIndex(at *ssa.IndexAddr) (int64, bool) {
	c, ok := at.Index.(*ssa.Const)
	if !ok || c.Value == nil {
		return 0, false
	}
	return constant.Int64Val(constant.ToInt(c.Value))
}

// tableOf returns the elements of a package variable by their index, or nil if they are not all known or may change.
func (p *Program) tableOf(g *ssa.Global) map[int64]ssa.Value {
	if g.Pkg == nil || g.Pkg.Pkg != p.Types || g.Object() == nil || g.Object().Exported() {
		return nil
	}
	elements := map[int64]ssa.Value{}
	stored := false
	for _, use := range p.referrers(g) {
		switch use := use.(type) {
		case *ssa.Store:
			if use.Addr != g || stored || use.Parent() != g.Pkg.Func("init") || !addElements(elements, use.Val) {
				return nil
			}
			stored = true
		case *ssa.UnOp:
			if !onlyRead(use) {
				return nil
			}
		case *ssa.IndexAddr: // of an array
			if !onlyRead(use) {
				return nil
			}
		case *ssa.DebugRef:
		default:
			return nil
		}
	}
	return elements
}

// addElements adds the elements of a literal, and reports whether nothing else happens to its array.
func addElements(elements map[int64]ssa.Value, literal ssa.Value) bool {
	var array *ssa.Alloc
	switch v := literal.(type) {
	case *ssa.Slice:
		if v.Low == nil {
			array, _ = v.X.(*ssa.Alloc)
		}
	case *ssa.UnOp:
		array, _ = v.X.(*ssa.Alloc)
	}
	if array == nil {
		return false
	}
	for _, use := range Uses(array) {
		at, ok := use.(*ssa.IndexAddr)
		if v, is := use.(ssa.Value); !(ok && addElement(elements, at)) && !(is && v == literal) {
			return false
		}
	}
	return true
}

// addElement adds the value that is stored at an address, and reports whether it is the only one and nothing else happens there.
func addElement(elements map[int64]ssa.Value, at *ssa.IndexAddr) bool {
	i, ok := constantIndex(at)
	if !ok || elements[i] != nil || len(Uses(at)) != 1 {
		return false
	}
	store, ok := Uses(at)[0].(*ssa.Store)
	if !ok || store.Addr != at {
		return false
	}
	elements[i] = store.Val
	return true
}

// onlyRead reports whether nothing is written through a list, or the address of an element, and it goes nowhere.
func onlyRead(v ssa.Value) bool {
	for _, use := range Uses(v) {
		switch use := use.(type) {
		case *ssa.IndexAddr:
			if !onlyRead(use) {
				return false
			}
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.Call:
			if b, ok := use.Call.Value.(*ssa.Builtin); !ok || b.Name() != "len" {
				return false
			}
		default:
			return false
		}
	}
	return true
}
