package taint

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// variantWidth bounds the variants of one value.
const variantWidth = 60

// variants returns the values whose test is a test of v: v itself, other reads of the same place, values derived from it alone (a
// part, lower case), and the objects that hold it.
func (t *tracker) variants(v ssa.Value) []ssa.Value {
	out := []ssa.Value{v}
	add := func(vs ...ssa.Value) {
		for _, v := range vs {
			if v != nil && !slices.Contains(out, v) {
				out = append(out, v)
			}
		}
	}
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		add(sameReads(load)...)
		if f, ok := load.X.(*ssa.FieldAddr); ok && t.isOwnType(f.X.Type()) {
			add(f.X) // a test of the struct tests its fields
		}
	}
	if f, ok := v.(*ssa.Field); ok {
		for _, use := range flow.Uses(f.X) {
			if g, ok := use.(*ssa.Field); ok && g.Field == f.Field {
				add(g)
			}
		}
	}
	for n := 0; n < len(out) && n < variantWidth; n++ {
		for _, use := range flow.Uses(out[n]) {
			switch use := use.(type) {
			case *ssa.Convert, *ssa.ChangeType, *ssa.MakeInterface, *ssa.Slice, *ssa.IndexAddr, *ssa.Index:
				add(use.(ssa.Value))
			case *ssa.UnOp:
				if use.Op == token.MUL {
					add(use)
				}
			case *ssa.Call:
				if fn := flow.FuncObject(use.Common()); fn != nil && t.returnsVariant(fn, use, out[n]) {
					add(use)
				}
			case *ssa.Store:
				if use.Val != out[n] {
					continue
				}
				switch addr := use.Addr.(type) {
				case *ssa.FieldAddr:
					add(addr.X)
				case *ssa.IndexAddr:
					add(addr.X)
				case *ssa.Alloc:
					add(addr)
				}
			}
		}
	}
	return out
}

// isOwnType reports whether a type, or its pointer target, is declared in the code under check.
func (t *tracker) isOwnType(typ types.Type) bool {
	if p, ok := typ.Underlying().(*types.Pointer); ok {
		typ = p.Elem()
	}
	n, ok := types.Unalias(typ).(*types.Named)
	return ok && n.Obj().Pkg() != nil && (n.Obj().Pkg() == t.pass.Pkg || t.inModule[n.Obj().Pkg()])
}

// returnsVariant reports whether a call returns a variant of an argument, by flow rows.
func (t *tracker) returnsVariant(fn *types.Func, call *ssa.Call, arg ssa.Value) bool {
	args := flow.Arguments(call.Common())
	return slices.ContainsFunc(t.info.Transfers(fn), func(tr flow.Transfer) bool {
		return tr.To.Result && tr.Kind == flow.Copy && tr.From.Index < len(args) && args[tr.From.Index] == arg
	})
}

// sameReads returns the other loads of the place that one reads: of a variable, or of a field of the same object.
func sameReads(load *ssa.UnOp) (out []ssa.Value) {
	addrs := []ssa.Value{load.X}
	if f, ok := load.X.(*ssa.FieldAddr); ok {
		bases := []ssa.Value{f.X}
		if outer, ok := f.X.(*ssa.FieldAddr); ok { // a field of a field: in.Options.Path
			for _, use := range flow.Uses(outer.X) {
				if o, ok := use.(*ssa.FieldAddr); ok && o.Field == outer.Field {
					bases = append(bases, o)
				}
			}
		}
		if inner, ok := f.X.(*ssa.UnOp); ok && inner.Op == token.MUL {
			bases = append(bases, sameReads(inner)...)
		}
		for _, base := range bases {
			for _, use := range flow.Uses(base) {
				if g, ok := use.(*ssa.FieldAddr); ok && g.Field == f.Field {
					addrs = append(addrs, g)
				}
			}
		}
	}
	for _, addr := range addrs {
		for _, use := range flow.Uses(addr) {
			if l, ok := use.(*ssa.UnOp); ok && l.Op == token.MUL && l != load {
				out = append(out, l)
			}
		}
	}
	return out
}
