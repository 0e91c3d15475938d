package taint

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// isBarrierResult reports whether the value at a place is the result of a barrier for that label.
func (t *tracker) isBarrierResult(v flow.Visit, label string) bool {
	call, i := flow.CallOf(v.Loc.Value)
	if call == nil {
		return false
	}
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		return false
	}
	if t.isValidator(flow.Callee(call.Common()), label, validatorDepth) {
		return true
	}
	for _, e := range t.catalogue.Lookup(fn.FullName()) {
		slot, ok := catalogue.SlotOf(fn.Signature(), e.Place)
		if e.Kind == "barrier" && ok && slot == (catalogue.Slot{Result: true, Index: i}) && coversLabel(e.Role, label) {
			return true
		}
	}
	return false
}

// validatorDepth bounds how many functions deep a test is looked for.
const validatorDepth = 3

// isValidator reports whether a function of this package tests the text that it takes and can refuse it with an error, as those that
// resolve the path of a file below a folder do: what it returns is then safe.
func (t *tracker) isValidator(f *ssa.Function, label string, depth int) bool {
	if f == nil || f.Blocks == nil || depth == 0 {
		return false
	}
	res := f.Signature.Results()
	if res.Len() < 2 || !flow.IsError(res.At(res.Len()-1).Type()) {
		return false
	}
	for _, p := range f.Params {
		if !typex.IsString(p.Type()) {
			continue
		}
		for _, v := range append([]ssa.Value{p}, t.derivedValues(p)...) {
			ts := t.testsOf(v, label)
			if len(ts.safe)+len(ts.whenTrue)+len(ts.whenFalse) > 0 {
				return true
			}
			for _, use := range flow.Uses(v) {
				if call, ok := use.(*ssa.Call); ok && t.isValidator(flow.Callee(call.Common()), label, depth-1) {
					return true
				}
			}
		}
	}
	return false
}

// derivedValues returns what functions of this package make of a text.
func (t *tracker) derivedValues(v ssa.Value) (out []ssa.Value) {
	for _, use := range flow.Uses(v) {
		if call, ok := use.(*ssa.Call); ok && types.Identical(call.Type(), v.Type()) {
			out = append(out, call)
		}
	}
	return out
}

// coversLabel reports whether the roles of a barrier row, such as "path,url" or "any", hold for a label.
func coversLabel(roles, label string) bool {
	return roles == "any" || slices.Contains(strings.Split(roles, ","), label)
}

// An edge leads from a block to one of its successors.
type edge struct {
	from *ssa.BasicBlock
	succ int
}

// guardTests are the outcomes of tests that say that a value is safe. Of some tests, such as that of a regular expression, either
// outcome may be the one; then it is that on which the use depends.
type guardTests struct {
	safe                []edge
	whenTrue, whenFalse []edge
}

func (ts *guardTests) addEither(cond ssa.Value) {
	ts.whenTrue = append(ts.whenTrue, branchEdges(cond, true)...)
	ts.whenFalse = append(ts.whenFalse, branchEdges(cond, false)...)
}

// isGuarded reports whether each way from a value to its use goes through the outcome of a test that says that the value is safe.
func (t *tracker) isGuarded(v ssa.Value, use ssa.Instruction, label string) bool {
	f := use.Parent()
	if v.Parent() != f || f == nil {
		return false
	}
	ts := t.testsOf(v, label)
	from := f.Blocks[0]
	if in, ok := v.(ssa.Instruction); ok && in.Block() != nil {
		from = in.Block()
	}
	for _, either := range [][]edge{ts.whenTrue, ts.whenFalse} {
		if safe := slices.Concat(ts.safe, either); len(safe) > 0 && !reaches(from, use.Block(), safe) {
			return true
		}
	}
	return false
}

// reaches reports whether a way leads from one block to another along no edge that is barred. A test may stand above the block,
// where another read of the same place is tested: the way then begins at the start of the function.
func reaches(from, to *ssa.BasicBlock, barred []edge) bool {
	for _, e := range barred {
		if e.from != from && e.from.Dominates(from) {
			from = from.Parent().Blocks[0]
			break
		}
	}
	seen := map[*ssa.BasicBlock]bool{}
	var visit func(b *ssa.BasicBlock) bool
	visit = func(b *ssa.BasicBlock) bool {
		if b == to {
			return true
		}
		seen[b] = true
		for i, s := range b.Succs {
			if !seen[s] && !slices.Contains(barred, edge{b, i}) && visit(s) {
				return true
			}
		}
		return false
	}
	return visit(from)
}

// testsOf finds the tests of a value.
func (t *tracker) testsOf(v ssa.Value, label string) (ts guardTests) {
	for _, a := range t.variants(v) {
		for _, use := range flow.Uses(a) {
			switch use := use.(type) {
			case *ssa.BinOp:
				other := use.Y
				if other == a {
					other = use.X
				}
				if c, ok := other.(*ssa.Const); ok && c.IsNil() {
					continue
				}
				switch use.Op {
				case token.EQL:
					ts.safe = append(ts.safe, branchEdges(use, true)...)
				case token.NEQ:
					ts.safe = append(ts.safe, branchEdges(use, false)...)
				}
			case *ssa.Lookup:
				if use.Index == a {
					ts.safe = append(ts.safe, lookupOutcomes(use)...)
				}
			case ssa.CallInstruction:
				t.addCallOutcomes(&ts, use, a, label)
			}
		}
	}
	return ts
}

// lookupOutcomes returns the outcomes of a look-up in a map that say that the key is in it.
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

// addCallOutcomes adds the outcomes of a call that say that its argument is safe: by a row, or because the call gives nothing but a bool
// or an error, so that judging is all that it is for.
func (t *tracker) addCallOutcomes(ts *guardTests, call ssa.CallInstruction, arg ssa.Value, label string) {
	v, fn := call.Value(), flow.FuncObject(call.Common())
	if v == nil || fn == nil {
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
	verdict := ssa.Value(v)
	switch res := fn.Signature().Results(); {
	case res.Len() == 1 && flow.IsError(res.At(0).Type()):
		ts.safe = append(ts.safe, nilTestEdges(v, false)...)
		return
	case res.Len() == 1 && isBool(res.At(0).Type()):
	case res.Len() == 2 && isBool(res.At(0).Type()) && flow.IsError(res.At(1).Type()):
		verdict = extractOf(v, 0)
	default:
		return
	}
	if verdict != nil {
		ts.addEither(verdict)
	}
}

// fillsArgument reports whether a call fills what an argument points to, so that its error says nothing of the text that comes of it: by a row,
// or because it decodes, binds or reads into a pointer.
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

// nilErrorEdges returns the edges that are taken where the last result of a call, an error, is nil.
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

// branchEdges returns the edges that are taken where a condition has that value.
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

// nilTestEdges returns the edges that are taken where a value is nil, or is not.
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
