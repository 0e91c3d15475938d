package hardcodedmodel

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// isOnlyProbe reports whether a model is only called to see if it answers: of each call that gets it, the error is looked at and nothing
// else. Which model such a call names is of no concern to importers.
func (s *sites) isOnlyProbe(m *llm.Model) bool {
	if len(m.Trace) == 0 {
		return false
	}
	at := m.Trace[len(m.Trace)-1].Pos
	calls := s.calls[at]
	for _, f := range s.fields[at] {
		got, ok := getters(f.X, map[ssa.Value]bool{})
		if !ok {
			return false
		}
		calls = append(calls[:len(calls):len(calls)], got...)
	}
	for _, call := range calls {
		if !isUnanswered(call, 0) {
			return false
		}
	}
	return len(calls) > 0
}

// getters returns the calls that get a value or what it is copied to; false if it goes elsewhere too.
func getters(v ssa.Value, seen map[ssa.Value]bool) (calls []*ssa.Call, ok bool) {
	if seen[v] {
		return nil, true
	}
	seen[v] = true
	for _, use := range flow.Uses(v) {
		var next ssa.Value
		switch use := use.(type) {
		case *ssa.Call:
			calls = append(calls, use)
		case *ssa.UnOp:
			next = use
		case *ssa.MakeInterface:
			next = use
		case *ssa.Store:
			if use.Val == v {
				next = use.Addr
			}
		case *ssa.FieldAddr, *ssa.DebugRef:
		default:
			return nil, false
		}
		if next != nil {
			more, ok := getters(next, seen)
			if !ok {
				return nil, false
			}
			calls = append(calls, more...)
		}
	}
	return calls, true
}

// isUnanswered reports whether the error of a call is used and its other results are not, or only for further calls of which the
// same holds, as those of an opened session.
func isUnanswered(call *ssa.Call, depth int) bool {
	results := call.Call.Signature().Results()
	if results.Len() == 1 && !typex.IsError(call.Type()) {
		return depth < 2 && isOnlyProbed(call, depth)
	}
	failed, asked := false, false
	for _, use := range flow.Uses(call) {
		result, ok := use.(*ssa.Extract)
		if !ok || len(flow.Uses(result)) == 0 {
			continue
		}
		if typex.IsError(result.Type()) {
			failed = true
		} else if depth >= 2 || !isOnlyProbed(result, depth) {
			return false
		} else {
			asked = true
		}
	}
	return failed || asked
}

// isOnlyProbed reports whether nothing is done with a value but calls of its methods, and of its fields', that go unanswered.
func isOnlyProbed(v ssa.Value, depth int) bool {
	asked := false
	for _, use := range flow.Uses(v) {
		switch use := use.(type) {
		case *ssa.Call:
			if len(use.Call.Args) == 0 || use.Call.Args[0] != v || !isUnanswered(use, depth+1) {
				return false
			}
			asked = true
		case *ssa.FieldAddr:
			for _, set := range flow.Uses(use) {
				if store, ok := set.(*ssa.Store); !ok || store.Addr != use {
					return false
				}
			}
		case *ssa.UnOp:
			if use.Op != token.MUL || !isOnlyProbed(use, depth) {
				return false
			}
		case *ssa.Defer, *ssa.DebugRef:
		default:
			return false
		}
	}
	return asked
}
