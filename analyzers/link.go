package analyzers

import "github.com/zahariacheck/zahariacheck/analyzers/internal/llm"

// What a driver that sees a whole module needs to link its packages; see [llm.Linker].
type (
	Linker  = llm.Linker
	Unit    = llm.Unit
	Linked  = llm.Linked
	Summary = llm.Summary
)

// NewLinker returns a linker of packages that were all analysed once, each behind its dependencies, with an empty [Linked] set on them.
func NewLinker(units []*Unit) *Linker { return llm.NewLinker(units) }
