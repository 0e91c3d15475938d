package toolcall

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// checkAssertions judges the type assertions of one function on what a model filled in: with one value they panic on another type.
func (c *checker) checkAssertions(fn *ssa.Function) {
	var found []*ssa.TypeAssert
	for in := range ssax.Instructions(fn) {
		if t, ok := in.(*ssa.TypeAssert); ok && !t.CommaOk && isDecoded(t.AssertedType) && c.isArgument(t.X, map[ssa.Value]bool{}) && !c.isTypeTested(t) && !c.isValidated(t) {
			found = append(found, t)
		}
	}
	if len(found) == 0 || hasRecover(fn) {
		return
	}
	var more []rule.Step
	for _, t := range found[1:] {
		more = append(more, rule.Step{Pos: t.Pos(), Message: "and so does this"})
	}
	isAssert := func(n ast.Node) bool { _, ok := n.(*ast.TypeAssertExpr); return ok }
	c.reportAs(rule.Error, found[0].Pos(), isAssert, fmt.Sprintf("%s panics if the model sends another type or leaves the argument out; "+
		"use the two-value form and tell the model", types.ExprString(c.text(found[0].Pos(), isAssert))), more...)
}

// isArgument reports whether a value is an element of tool arguments, or is all of them, before its type is known.
func (c *checker) isArgument(v ssa.Value, seen map[ssa.Value]bool) bool {
	if v == nil || seen[v] || len(seen) > 200 {
		return false
	}
	seen[v] = true
	from := func(w ssa.Value) bool { return c.isArgument(w, seen) }
	switch v := v.(type) {
	case *ssa.Lookup:
		return isFilled(v.X.Type()) && from(v.X)
	case *ssa.Index:
		return from(v.X)
	case *ssa.IndexAddr:
		return from(v.X)
	case *ssa.TypeAssert:
		return from(v.X)
	case *ssa.ChangeInterface:
		return from(v.X)
	case *ssa.ChangeType:
		return from(v.X)
	case *ssa.MakeInterface:
		return types.IsInterface(v.X.Type()) && from(v.X)
	case *ssa.Phi:
		for _, e := range v.Edges {
			if from(e) {
				return true
			}
		}
	case *ssa.Extract:
		if n, ok := v.Tuple.(*ssa.Next); ok {
			r, ok := n.Iter.(*ssa.Range)
			return ok && v.Index == 2 && from(r.X)
		}
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return v.Index == 0 && (c.arguments[call] || c.info.IsToolArgs(v))
		}
		return v.Index == 0 && from(v.Tuple)
	case *ssa.Call:
		// What a function of the program returns may be of a type that it made sure of.
		made := flow.Callee(v.Common())
		return (made == nil || made.Blocks == nil) && c.info.IsToolArgs(v)
	case *ssa.Field, *ssa.FieldAddr:
		return c.info.IsToolArgs(v)
	case *ssa.UnOp:
		switch at := v.X.(type) {
		case *ssa.Alloc:
			if c.cells[at] {
				return true
			}
			for _, w := range flow.StoredValues(at) {
				if from(w) {
					return true
				}
			}
			return false
		case *ssa.FieldAddr:
			return isFilled(v.Type()) && c.info.IsToolArgs(v)
		case *ssa.FreeVar:
			for _, w := range c.info.Flow().Bindings(at) {
				if cell, ok := w.(*ssa.Alloc); ok && c.cells[cell] {
					return true
				}
			}
		}
		return from(v.X)
	case *ssa.FreeVar:
		for _, w := range c.info.Flow().Bindings(v) {
			if from(w) {
				return true
			}
		}
	case *ssa.Parameter:
		if isFilled(v.Type()) && c.info.IsToolArgs(v) {
			return true
		}
		for i, p := range v.Parent().Params {
			if p != v || !isFilled(v.Type()) {
				continue
			}
			for _, call := range c.info.Flow().Callers(v.Parent()) {
				if args := call.Common().Args; i < len(args) && !call.Common().IsInvoke() && from(args[i]) {
					return true
				}
			}
		}
	}
	return false
}

// isFilled reports whether a type can hold what JSON decodes to without a type: any, or a list of it or a map with strings for keys.
func isFilled(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Interface:
		return u.NumMethods() == 0
	case *types.Map:
		return typex.IsString(u.Key()) && isFilled(u.Elem())
	case *types.Slice:
		return isFilled(u.Elem())
	}
	return false
}

// isDecoded reports whether code may expect a type of what JSON decodes to without a type, rightly or not: a number, a text, a list or a map. An
// interface with methods or a pointer is expected of other values only.
func isDecoded(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Basic, *types.Map, *types.Slice:
		return true
	}
	return isFilled(t)
}

// isTypeTested reports whether the function asks for the type of the same element elsewhere: by an assertion with a second value.
func (c *checker) isTypeTested(t *ssa.TypeAssert) bool {
	for in := range ssax.Instructions(t.Parent()) {
		if other, ok := in.(*ssa.TypeAssert); ok && other.CommaOk && c.sameElement(other.X, t.X) {
			return true
		}
	}
	return false
}

func (c *checker) sameElement(a, b ssa.Value) bool {
	if sameValue(a, b) {
		return true
	}
	x, y := element(a), element(b)
	if x == nil || y == nil || !sameValue(x.X, y.X) {
		return false
	}
	j, ok := c.info.Flow().String(x.Index)
	k, ok2 := c.info.Flow().String(y.Index)
	return x.Index == y.Index || ok && ok2 && j == k
}

// sameValue reports whether two values are one, or read from the same field of one.
func sameValue(a, b ssa.Value) bool {
	if a == b {
		return true
	}
	x, ok := a.(*ssa.UnOp)
	y, ok2 := b.(*ssa.UnOp)
	if ok && ok2 && x.Op == y.Op {
		return sameValue(x.X, y.X)
	}
	f, ok := a.(*ssa.FieldAddr)
	g, ok2 := b.(*ssa.FieldAddr)
	if ok && ok2 {
		return f.Field == g.Field && sameValue(f.X, g.X)
	}
	p, ok := a.(*ssa.Call)
	q, ok2 := b.(*ssa.Call)
	return ok && ok2 && p.Call.StaticCallee() != nil && p.Call.StaticCallee() == q.Call.StaticCallee() && len(p.Call.Args) == 1 && len(q.Call.Args) == 1 && sameValue(p.Call.Args[0], q.Call.Args[0])
}

func element(v ssa.Value) *ssa.Lookup {
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	l, _ := v.(*ssa.Lookup)
	return l
}

// isValidated reports whether the map of an element was handed, on every way to here, to a function that can refuse it.
func (c *checker) isValidated(t *ssa.TypeAssert) bool {
	l := element(t.X)
	if l == nil {
		return false
	}
	for in := range ssax.Instructions(t.Parent()) {
		call, ok := in.(*ssa.Call)
		if !ok || !dominatedBy(call, t) || isDecodeCall(call) || !slices.ContainsFunc(call.Call.Args, func(a ssa.Value) bool { return sameValue(a, l.X) }) {
			continue
		}
		res := call.Call.Signature().Results()
		if n := res.Len(); n > 0 && (typex.IsError(res.At(n-1).Type()) || types.Identical(res.At(n-1).Type(), types.Typ[types.Bool])) {
			return true
		}
	}
	return false
}

// hasRecover reports whether a function, or one that it is a literal in, defers a call that recovers from panics.
func hasRecover(fn *ssa.Function) bool {
	for ; fn != nil; fn = fn.Parent() {
		for in := range ssax.Instructions(fn) {
			if d, ok := in.(*ssa.Defer); ok && callsRecover(d.Call.Value) {
				return true
			}
		}
	}
	return false
}

func callsRecover(v ssa.Value) bool {
	f := ssax.Func(v)
	if f == nil {
		return false
	}
	if f.Blocks == nil {
		return true // of another package: deferred calls that take care of panics are helpers
	}
	for in := range ssax.Instructions(f) {
		if call, ok := in.(*ssa.Call); ok {
			if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "recover" {
				return true
			}
		}
	}
	return false
}
