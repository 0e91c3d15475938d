package toolcall

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// isKnownToExist reports whether a lookup of the same map and key in its two-value form has found the entry before.
func isKnownToExist(l *ssa.Lookup) bool {
	for in := range ssax.Instructions(l.Parent()) {
		asked, ok := in.(*ssa.Lookup)
		if !ok || !asked.CommaOk || !ssax.Same(asked.X, l.X) || !ssax.Same(asked.Index, l.Index) {
			continue
		}
		for _, use := range *asked.Referrers() {
			ok, isExtract := use.(*ssa.Extract)
			if isExtract && ok.Index == 1 && isTrueAt(ok, l.Block()) && !isReplaced(asked, l) {
				return true
			}
		}
	}
	return false
}

// isTrueAt reports whether control gets to a block only where a condition is true.
func isTrueAt(cond ssa.Value, at *ssa.BasicBlock) bool {
	for c, value := range ssax.Conditions(at) {
		if c == cond && value {
			return true
		}
	}
	return false
}

// isReplaced reports whether, in what one lookup dominates, something else is stored where the key of another was read.
func isReplaced(asked, l *ssa.Lookup) bool {
	load, ok := l.Index.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	for in := range ssax.Instructions(l.Parent()) {
		if store, ok := in.(*ssa.Store); ok && ssax.Same(store.Addr, load.X) && asked.Block().Dominates(store.Block()) && asked.Block() != store.Block() {
			return true
		}
	}
	return false
}
