package taint

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// lookupOutcomes returns the outcomes of a map lookup for a key that is present.
func lookupOutcomes(l *ssa.Lookup) (out []edge) {
	if _, isMap := l.X.Type().Underlying().(*types.Map); !isMap {
		return nil
	}
	if !l.CommaOk {
		return append(branchEdges(l, true), nilTestEdges(l, true)...)
	}
	for _, use := range flow.Uses(l) {
		if x, ok := use.(*ssa.Extract); ok && x.Index == 1 {
			out = append(out, branchEdges(x, true)...)
		}
	}
	return out
}

// addCallOutcomes adds the outcomes of a call that show that its argument is safe: by a catalogue row, or because the call returns
// only a bool or an error, so that it can only be a test.
func (t *tracker) addCallOutcomes(ts *guardTests, call ssa.CallInstruction, arg ssa.Value, label string) {
	v, fn := call.Value(), flow.FuncObject(call.Common())
	if v == nil {
		return
	}
	if _, builtin := call.Common().Value.(*ssa.Builtin); fn == nil && !builtin { // a function that the caller passes, such as one that asks a person
		t.addVerdict(ts, v, call.Common().Signature().Results())
		return
	}
	if fn == nil {
		return
	}
	for e, at := range t.argRows("barrier", call.Common()) {
		if at != arg || !coversLabel(e.Role, label) {
			continue
		}
		switch e.Attrs["when"] {
		case "true":
			ts.safe = append(ts.safe, branchEdges(v, true)...)
		case "false":
			ts.safe = append(ts.safe, branchEdges(v, false)...)
		case "nil":
			ts.safe = append(ts.safe, nilErrorEdges(v, fn)...)
		case "any":
			ts.addEither(v)
		}
	}
	if flow.Standard(pathOf(fn)) || t.fillsArgument(call.Common(), fn, arg) {
		return
	}
	t.addVerdict(ts, v, fn.Signature().Results())
}

// addVerdict adds the outcomes of a call that returns nothing but whether a text may be used.
func (t *tracker) addVerdict(ts *guardTests, v ssa.Value, res *types.Tuple) {
	verdict := v
	switch {
	case res.Len() == 1 && typex.IsError(res.At(0).Type()):
		ts.safe = append(ts.safe, nilTestEdges(v, false)...)
		return
	case res.Len() == 1 && typex.IsString(res.At(0).Type()): // what is wrong with the text, or nothing
		ts.safe = append(ts.safe, t.emptyEdges(v)...)
		return
	case res.Len() == 1 && isBool(res.At(0).Type()):
	case res.Len() == 2 && isBool(res.At(0).Type()) && typex.IsError(res.At(1).Type()):
		verdict = extractOf(v, 0)
	default:
		for _, field := range verdicts(v, res) {
			ts.addEither(field)
		}
		return
	}
	if verdict != nil {
		ts.addEither(verdict)
	}
}

// emptyEdges returns the edges that are taken if a text is empty.
func (t *tracker) emptyEdges(text ssa.Value) (out []edge) {
	for _, use := range flow.Uses(text) {
		if test, ok := use.(*ssa.BinOp); ok && (test.Op == token.EQL || test.Op == token.NEQ) {
			if empty, ok := t.flow.String(test.Y); ok && empty == "" {
				out = append(out, branchEdges(test, test.Op == token.EQL)...)
			}
		}
	}
	return out
}

// verdictFields are what a struct that judges a text calls the field that says whether it may be used.
var verdictFields = []string{"valid", "isvalid", "ok", "allowed", "isallowed", "safe", "issafe", "approved", "permitted", "blocked", "denied", "rejected", "dangerous", "unsafe"}

// verdicts returns the reads of such a field of a result of a call.
func verdicts(call ssa.Value, results *types.Tuple) (out []ssa.Value) {
	for i := range results.Len() {
		st := typex.Struct(results.At(i).Type())
		result := call
		if results.Len() > 1 {
			result = extractOf(call, i)
		}
		if st == nil || result == nil {
			continue
		}
		for _, use := range flow.Uses(result) {
			switch read := use.(type) {
			case *ssa.Field:
				if isBool(read.Type()) && slices.Contains(verdictFields, strings.ToLower(st.Field(read.Field).Name())) {
					out = append(out, read)
				}
			case *ssa.FieldAddr:
				if !slices.Contains(verdictFields, strings.ToLower(st.Field(read.Field).Name())) {
					continue
				}
				for _, use := range flow.Uses(read) {
					if load, ok := use.(*ssa.UnOp); ok && load.Op == token.MUL && isBool(load.Type()) {
						out = append(out, load)
					}
				}
			}
		}
	}
	return out
}

// fillsArgument reports whether a call fills the target of an argument, by a catalogue row or because it decodes, binds or reads
// into a pointer: its error then says nothing about the filled-in text.
func (t *tracker) fillsArgument(call *ssa.CallCommon, fn *types.Func, arg ssa.Value) bool {
	for _, at := range t.argRows("source", call) {
		if at == arg {
			return true
		}
	}
	if _, pointer := withoutInterfaces(arg).Type().Underlying().(*types.Pointer); !pointer {
		return false
	}
	name := strings.ToLower(fn.Name())
	return slices.ContainsFunc([]string{"decode", "unmarshal", "bind", "read", "parse", "load"}, func(verb string) bool { return strings.Contains(name, verb) })
}

// nilErrorEdges returns the edges that are taken if the last result of a call, an error, is nil.
func nilErrorEdges(v ssa.Value, fn *types.Func) []edge {
	if n := fn.Signature().Results().Len(); n > 1 {
		v = extractOf(v, n-1)
	}
	if v == nil {
		return nil
	}
	return nilTestEdges(v, false)
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Bool
}

func pathOf(fn *types.Func) string {
	if fn.Pkg() == nil {
		return ""
	}
	return fn.Pkg().Path()
}

func extractOf(tuple ssa.Value, i int) ssa.Value {
	for _, use := range flow.Uses(tuple) {
		if x, ok := use.(*ssa.Extract); ok && x.Index == i {
			return x
		}
	}
	return nil
}

// branchEdges returns the edges that are taken if a condition has a value.
func branchEdges(cond ssa.Value, value bool) (out []edge) {
	for _, use := range flow.Uses(cond) {
		switch use := use.(type) {
		case *ssa.If:
			succ := 0
			if !value {
				succ = 1
			}
			out = append(out, edge{use.Block(), succ})
		case *ssa.UnOp:
			if use.Op == token.NOT {
				out = append(out, branchEdges(use, !value)...)
			}
		}
	}
	return out
}

// nilTestEdges returns the edges that are taken if a value differs from nil, or equals it.
func nilTestEdges(v ssa.Value, differs bool) (out []edge) {
	for _, use := range flow.Uses(v) {
		if b, ok := use.(*ssa.BinOp); ok && (b.Op == token.EQL || b.Op == token.NEQ) {
			c, ok := b.Y.(*ssa.Const)
			if !ok {
				c, ok = b.X.(*ssa.Const)
			}
			if ok && c.IsNil() {
				out = append(out, branchEdges(b, (b.Op == token.NEQ) == differs)...)
			}
		}
	}
	return out
}
