package toolcall

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// uncheckedMapWrite returns a write to a decoded map that nobody compared with nil or measured after it was decoded, and that may come before an entry
// was found in it, or nil.
func uncheckedMapWrite(v ssa.Value, call *ssa.Call, err ssa.Value) *ssa.MapUpdate {
	maps, made := []ssa.Value{v}, false
	if cell, ok := v.(*ssa.Alloc); ok {
		maps, made = nil, isMadeBefore(cell, call)
		for _, r := range flow.Uses(cell) {
			if load, ok := r.(*ssa.UnOp); ok {
				maps = append(maps, load)
			}
		}
	}
	var write *ssa.MapUpdate
	for _, m := range maps {
		for _, r := range flow.Uses(m) {
			switch r := r.(type) {
			case *ssa.MapUpdate:
				if r.Map == m && write == nil && dominatedBy(call, r) && !hasEntry(r, call) && !(made && hasFailed(r, err)) {
					write = r
				}
			case *ssa.BinOp, *ssa.Call:
				return nil
			}
		}
	}
	return write
}

// isMadeBefore reports whether a variable holds a new map when it is decoded into. Only null, which is no error, makes it nil.
func isMadeBefore(cell *ssa.Alloc, decode *ssa.Call) bool {
	stores := flow.StoredValues(cell)
	if len(stores) != 1 {
		return false
	}
	made, ok := stores[0].(*ssa.MakeMap)
	return ok && dominatedBy(made, decode)
}

// hasFailed reports whether control comes to a write only after decoding has failed.
func hasFailed(write *ssa.MapUpdate, err ssa.Value) bool {
	for cond, value := range ssax.Conditions(write.Block()) {
		test, ok := cond.(*ssa.BinOp)
		if !ok || test.X != err || err == nil {
			continue
		}
		if c, ok := test.Y.(*ssa.Const); ok && c.IsNil() && value == (test.Op == token.NEQ) {
			return true
		}
	}
	return false
}

// hasEntry reports whether control comes to a write only where an entry of the map was found after it was decoded: a nil map has none.
func hasEntry(write *ssa.MapUpdate, decode *ssa.Call) bool {
	for cond, value := range ssax.Conditions(write.Block()) {
		if value && findsEntry(cond, write.Map, decode) {
			return true
		}
	}
	for in := range ssax.Instructions(write.Parent()) {
		t, ok := in.(*ssa.TypeAssert)
		if ok && !t.CommaOk && isEntry(t.X, write.Map, decode) && dominatedBy(t, write) {
			return true // it has panicked on a missing one
		}
	}
	return false
}

// findsEntry reports whether a condition is true only if a map has an entry: a look-up or type assertion with a second value, a comparison with nil, or a
// turn of a loop over the map.
func findsEntry(cond, m ssa.Value, decode *ssa.Call) bool {
	switch cond := cond.(type) {
	case *ssa.BinOp:
		c, ok := cond.Y.(*ssa.Const)
		return cond.Op == token.NEQ && ok && c.IsNil() && isEntry(cond.X, m, decode)
	case *ssa.Extract:
		switch t := cond.Tuple.(type) {
		case *ssa.TypeAssert:
			return cond.Index == 1 && isEntry(t.X, m, decode)
		case *ssa.Lookup:
			return cond.Index == 1 && isEntry(t, m, decode)
		case *ssa.Next:
			r, ok := t.Iter.(*ssa.Range)
			return ok && cond.Index == 0 && ssax.Same(r.X, m) && dominatedBy(decode, r)
		}
	}
	return false
}

// isEntry reports whether a value was looked up in a map after that was decoded.
func isEntry(v, m ssa.Value, decode *ssa.Call) bool {
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	l, ok := v.(*ssa.Lookup)
	return ok && ssax.Same(l.X, m) && dominatedBy(decode, l)
}
