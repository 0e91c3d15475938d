package unstableprompt

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// loopOf returns the loop that an instruction begins, if it goes through a map in the order of the map, and where the statement or what
// it ranges over stands.
func loopOf(info *llm.Info, in ssa.Instruction) (*loop, token.Pos) {
	switch in := in.(type) {
	case *ssa.Next:
		if turns := ssax.LoopAt(in.Block()); turns != nil && !in.IsString && !isTally(in.Iter.(*ssa.Range).X) && !isListed(in.Iter.(*ssa.Range).X) {
			return &loop{info: info, fn: in.Parent(), head: in.Block(), blocks: turns.Blocks, entry: func(v ssa.Value) bool { return v == in }}, in.Iter.(*ssa.Range).Pos()
		}
	case *ssa.Call:
		if body := ssax.RangeBody(in); body != nil && isMapIterator(in.Call.Value) {
			l := &loop{info: info, fn: body, blocks: map[*ssa.BasicBlock]bool{}, entry: func(v ssa.Value) bool { p, ok := v.(*ssa.Parameter); return ok && p.Parent() == body }}
			for _, b := range body.Blocks {
				l.blocks[b] = true
			}
			return l, in.Call.Value.Pos()
		}
		if fn := flow.FuncObject(in.Common()); fn != nil && fn.FullName() == "slices.Collect" && isMapIterator(in.Call.Args[0]) {
			return loopOverCollected(info, in), in.Pos()
		}
	}
	return nil, token.NoPos
}

// isMapIterator reports whether a value yields the entries of a map in the order of the map.
func isMapIterator(v ssa.Value) bool {
	if c, ok := v.(*ssa.ChangeType); ok {
		v = c.X
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	fn := flow.FuncObject(call.Common())
	return fn != nil && slices.Contains([]string{"maps.Keys", "maps.Values", "maps.All"}, fn.FullName())
}

// loopOverCollected returns the loop over a list of what an iterator yields, if the list is not sorted, or nil.
func loopOverCollected(info *llm.Info, list *ssa.Call) *loop {
	l := &loop{info: info, fn: list.Parent(), entry: func(v ssa.Value) bool { at, ok := v.(*ssa.IndexAddr); return ok && at.X == list }}
	if l.isArgumentOf(list, nil, sorts) {
		return nil
	}
	for _, turns := range ssax.Loops(list.Parent()) {
		for _, use := range flow.Uses(list) {
			if at, ok := use.(*ssa.IndexAddr); ok && turns.Blocks[at.Block()] {
				l.head, l.blocks = turns.Head, turns.Blocks
				return l
			}
		}
	}
	return nil
}

// isTally reports whether a map is made in this function only to count: each entry is one more than it was. What it tells is live and
// differs in each request, in whatever order.
func isTally(m ssa.Value) bool {
	made, ok := m.(*ssa.MakeMap)
	if !ok {
		return false
	}
	counts := false
	for _, use := range flow.Uses(made) {
		set, ok := use.(*ssa.MapUpdate)
		if !ok {
			continue
		}
		sum, ok := set.Value.(*ssa.BinOp)
		if !ok || sum.Op != token.ADD {
			return false
		}
		if was, ok := sum.X.(*ssa.Lookup); !ok || was.X != m {
			return false
		}
		counts = true
	}
	return counts
}

// isListed reports whether a map is an element of a list of anything, as JSON decodes one: such a list keeps the order in which it was
// written, and its objects have one entry each where their order matters.
func isListed(m ssa.Value) bool {
	if x, ok := m.(*ssa.Extract); ok {
		m = x.Tuple
	}
	of, ok := m.(*ssa.TypeAssert)
	if !ok {
		return false
	}
	load, ok := of.X.(*ssa.UnOp)
	if !ok {
		return false
	}
	_, element := load.X.(*ssa.IndexAddr)
	return element
}
