package llm

import (
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// markPlace marks a place on the way to a sink.
func (b *builder) markPlace(at flow.Visit, s sink) {
	if s.likely && at.Fields > 0 && !(at.Fields == 1 && isPartOfParameter(at.Loc)) {
		return // an uncertain sink through a field is too doubtful for callers, but for a field of the very object that they pass
	}
	if s.label == PromptLabel && comesFromElsewhere(at, s) {
		return
	}
	m := Mark{Label: s.label, Role: s.role, Sink: s.name, Behind: s.behind, Likely: isLikely(at, s)}
	if s.linked > 0 {
		if m.Linked = s.linked + 1; m.Linked > maxLinked || detours(at, s.label) > 0 {
			return
		}
	}
	if key := b.postedResult(at, s.label); key != "" {
		m.Key = key
		b.mark(m)
		return
	}
	switch v := at.Loc.Value.(type) {
	case nil:
		if !at.Filled && !at.Loc.Shared() {
			m.Key, m.FromCallers = at.Loc.Field(), at.Loc.FromCallers()
			b.mark(m)
		}
	case *ssa.Global:
		if v.Object() != nil && !at.Loc.InField() {
			m.Key = flow.GlobalKey(v.Object())
			b.mark(m)
		}
	case *ssa.Parameter:
		if s.fromCallers {
			return
		}
		fn, i := flow.ParamIndex(v)
		if at.InCallee || i < 0 && !at.Loc.InField() || at.Loc.InField() && !b.flow.IsRecord(v.Type()) && !isAny(v.Type()) {
			return
		}
		m.Path = at.Loc.Path.Code()
		if fn == nil {
			if b.in.linked {
				m.Key = flow.ParamOf(flow.FuncName(v.Parent()), i)
				b.mark(m)
			}
			return
		}
		m.Key = flow.ParamKey(fn, i)
		b.mark(m)
		if i < 0 {
			return // the receiver of an interface method may be anything
		}
		for _, im := range b.flow.InterfaceMethods(fn) {
			m.Key = flow.ParamKey(im, i)
			b.mark(m)
		}
	}
}

// isPartOfParameter reports whether a place is in a field of a parameter.
func isPartOfParameter(at flow.Loc) bool {
	_, ok := at.Value.(*ssa.Parameter)
	return ok && at.Path.InField()
}

// postedResult returns the key of the result of another package's function, or of an interface method, that is the body of a
// request, or "". Only a driver that links can mark the packages that build it.
func (b *builder) postedResult(at flow.Visit, c Label) string {
	if c != RequestBodyLabel || !b.in.linked || at.Loc.Path != nil {
		return ""
	}
	call, i := flow.CallOf(at.Loc.Value)
	if call == nil {
		return ""
	}
	fn := flow.FuncObject(call.Common())
	if fn == nil || fn.Pkg() == nil || !b.InModule(fn.Pkg()) || fn.Pkg() == b.pass.Pkg && !call.Call.IsInvoke() {
		return ""
	}
	return flow.ResultKey(fn, i)
}
