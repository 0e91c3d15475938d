package unstableprompt

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// isTools reports whether a list is one of an SDK's tool declarations: they stand at the head of what the model reads.
func (l *loop) isTools(list ssa.Value) bool {
	elems := typex.Elems(list.Type())
	if len(elems) != 1 {
		return false
	}
	n := typex.Named(elems[0])
	return n != nil && slices.ContainsFunc(l.info.Catalogue().Lookup(flow.TypeKey(n)), func(e *catalogue.Entry) bool {
		return e.Kind == "vendor" && e.Role == "tool" && e.Attrs["part"] == ""
	})
}
