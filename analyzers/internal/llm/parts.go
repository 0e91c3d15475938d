package llm

import (
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// findPartRoles finds the roles of texts in parts of messages: the message says who speaks, and other functions may have put the list
// of its parts together. A text in messages of several roles has none.
func (b *builder) findPartRoles() {
	b.partRoles = map[ssa.Value]string{}
	starts := map[string][]flow.Loc{} // by role
	b.instructions(func(in ssa.Instruction) {
		f := storedField(in)
		if f == nil {
			return
		}
		parts := in.(*ssa.Store).Val
		if keys := b.partTexts(parts.Type()); len(keys) > 0 {
			if role := b.siblingRole(f, ""); isPromptRole(role) {
				for _, key := range keys {
					starts[role] = append(starts[role], b.flow.FieldOf(parts, key))
				}
			}
		}
	})
	barrier := b.barrier(PromptLabel)
	for _, role := range slices.Sorted(maps.Keys(starts)) {
		b.flow.Follow(flow.Query{Starts: starts[role], Barrier: barrier, Limit: walkLimit, Visit: func(at flow.Visit) bool {
			if v := at.Loc.Value; v != nil && !at.Loc.InField() && canHoldText(at.Loc) {
				if known, ok := b.partRoles[v]; ok && known != role {
					b.partRoles[v] = ""
				} else {
					b.partRoles[v] = role
				}
			}
			return true
		}})
	}
}

// partTexts returns the keys of the fields that hold the text of a part, given the type of a part or of a list of them.
func (b *builder) partTexts(t types.Type) (keys []string) {
	if list, ok := t.Underlying().(*types.Slice); ok {
		t = list.Elem()
	}
	st := typex.Struct(t)
	if st == nil || hasRole(t) {
		return nil
	}
	for i := range st.NumFields() {
		key := flow.FieldKey(t, i)
		if _, ok := b.in.mark(key, PromptLabel); ok {
			keys = append(keys, key)
		}
	}
	return keys
}
