package llm

import (
	"go/types"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
)

// transferKinds are the roles of flow rows.
var transferKinds = map[string]flow.Kind{"text": flow.Copy, "data": flow.Filled, "json": flow.Encoded, "decode": flow.Decoded, "alias": flow.Alias}

// A libraryFunc is what flow rows say of a function.
type libraryFunc struct {
	transfers []flow.Transfer
	known     bool
}

// Library implements [flow.World] by the flow rows of the catalogue. All of the standard library is known.
func (b *builder) Library(fn *types.Func) ([]flow.Transfer, bool) {
	if fn.Pkg() == nil {
		return nil, false
	}
	if f, ok := b.library[fn]; ok {
		return f.transfers, f.known
	}
	f := libraryFunc{known: flow.Standard(fn.Pkg().Path())}
	for _, e := range b.catalogue.Lookup(fn.FullName()) {
		if e.Kind != "flow" {
			continue
		}
		f.known = true
		from, ok := catalogue.SlotOf(fn.Signature(), e.Place)
		to, ok2 := catalogue.SlotOf(fn.Signature(), e.To)
		if ok && ok2 {
			f.transfers = append(f.transfers, flow.Transfer{From: flow.Slot(from), To: flow.Slot(to), Kind: transferKinds[e.Role]})
		}
	}
	b.library[fn] = f
	return f.transfers, f.known
}
