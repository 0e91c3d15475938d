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

// isBarrierResult reports whether the value at a place is the result of a function that can reject its argument, see isValidator.
func (t *tracker) isBarrierResult(v flow.Visit, label string) bool {
	call, _ := flow.CallOf(v.Loc.Value)
	if call == nil {
		return false
	}
	return t.isValidator(flow.Callee(call.Common()), label, validatorDepth)
}

// cleaners returns a barrier for each label that a catalogue row about a result names, and for prompts.
func (t *tracker) cleaners() map[string]*flow.Barrier {
	named := flow.NewBarrier(func(e flow.Edge, _ bool) bool { return t.namesFile(e) })
	out := map[string]*flow.Barrier{"system": named, "tooldesc": named}
	for _, row := range t.catalogue.Kind("barrier") {
		for label := range strings.SplitSeq(row.Role, ",") {
			if strings.HasPrefix(row.Place, "result:") && out[label] == nil {
				out[label] = flow.NewBarrier(func(e flow.Edge, _ bool) bool {
					return t.cleans(e, label) || label == "url" && t.staysBehindHost(e)
				})
			}
		}
	}
	return out
}

// cleans reports whether an edge leads through a call whose result is clean for a label, by a catalogue row.
func (t *tracker) cleans(e flow.Edge, label string) bool {
	call, ok := e.Instr.(ssa.CallInstruction)
	if !ok {
		return false
	}
	fn := flow.FuncObject(call.Common())
	return fn != nil && slices.ContainsFunc(t.catalogue.Lookup(fn.FullName()), func(row *catalogue.Entry) bool {
		slot, ok := catalogue.SlotOf(fn.Signature(), row.Place)
		return row.Kind == "barrier" && ok && slot.Result && coversLabel(row.Role, label)
	})
}

// validatorDepth bounds the calls through which a test is searched.
const validatorDepth = 3

// isValidator reports whether a function of this package tests its text argument and can reject it with an error, as functions do
// that resolve a file path below a folder: its result is then safe.
func (t *tracker) isValidator(f *ssa.Function, label string, depth int) bool {
	if f == nil || f.Blocks == nil || depth == 0 {
		return false
	}
	res := f.Signature.Results()
	if res.Len() < 2 || !typex.IsError(res.At(res.Len()-1).Type()) {
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

// derivedValues returns the results of calls on a text that have its type.
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

// guardTests holds the outcomes of tests that show that a value is safe. For some tests, such as a regular expression, either
// outcome may be the safe one; then it is the one on which the use depends.
type guardTests struct {
	safe                []edge
	whenTrue, whenFalse []edge
}

func (ts *guardTests) addEither(cond ssa.Value) {
	ts.whenTrue = append(ts.whenTrue, branchEdges(cond, true)...)
	ts.whenFalse = append(ts.whenFalse, branchEdges(cond, false)...)
}

// isGuarded reports whether every path from a value to its use goes through the safe outcome of a test.
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

// reaches reports whether there is a path from one block to another without a barred edge. A test may precede the block, on another
// read of the same place: then the path begins at the start of the function.
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
