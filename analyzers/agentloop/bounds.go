package agentloop

import (
	"go/constant"
	"go/token"
	"go/types"
	"regexp"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/contexts"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// isBounded reports whether the loop ends regardless of the model: one of its exits tests a count, a clock, a budget or the
// history. If that is unknown, as for a function that takes the whole history, the loop is taken to be bounded.
func (c *checker) isBounded(l *loop) bool {
	seen := map[ssa.Value]bool{}
	for _, cond := range l.conditions() {
		if c.isBoundedBy(l, cond, seen) {
			return true
		}
	}
	for b := range l.Blocks {
		for _, in := range b.Instrs {
			if call, ok := in.(ssa.CallInstruction); ok && (hasDeadline(c.flow, l, call) || c.counting.hasLimit(flow.Callee(call.Common()), callDepth)) {
				return true
			}
		}
	}
	return false
}

// pageField matches the names of fields that hold the position in a list, which ends with its last page.
var pageField = regexp.MustCompile(`(?i)cursor|pagetoken|nextpage`)

// fieldName is the name of a field of a struct, or of the struct that a pointer points to.
func fieldName(t types.Type, i int) string {
	return typex.Struct(t).Field(i).Name()
}

// isBoundedBy follows the condition of an exit back to its operands in the function.
func (c *checker) isBoundedBy(l *loop, v ssa.Value, seen map[ssa.Value]bool) bool {
	if v == nil || seen[v] {
		return false
	}
	seen[v] = true
	var next []ssa.Value
	switch v := v.(type) {
	case *ssa.Phi:
		if isCounter(v) {
			return true
		}
		next = v.Edges
	case *ssa.BinOp:
		if isLimitTest(v) || isRepeatTest(v) || isEOF(v.X) || isEOF(v.Y) {
			return true
		}
		next = []ssa.Value{v.X, v.Y}
	case *ssa.UnOp:
		if v.Op == token.MUL && c.counting.isIncremented(v.X) {
			return true
		}
		next = []ssa.Value{v.X}
	case *ssa.Lookup:
		if _, isMap := v.X.Type().Underlying().(*types.Map); isMap {
			return true
		}
	case *ssa.Select:
		for _, s := range v.States {
			next = append(next, s.Chan)
		}
	case *ssa.Extract:
		next = []ssa.Value{v.Tuple}
	case *ssa.TypeAssert:
		next = []ssa.Value{v.X}
	case *ssa.FieldAddr:
		if isTimeType(v.X.Type()) || pageField.MatchString(fieldName(v.X.Type(), v.Field)) { // the channel of a timer
			return true
		}
		next = []ssa.Value{v.X}
	case *ssa.Field:
		if pageField.MatchString(fieldName(v.X.Type(), v.Field)) {
			return true
		}
		next = []ssa.Value{v.X}
	case *ssa.Convert:
		next = []ssa.Value{v.X}
	case *ssa.MakeInterface:
		next = []ssa.Value{v.X}
	case *ssa.Call:
		fn := flow.FuncObject(v.Common())
		if fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "time" || isVerdict(l, v) || isNextCall(v) || isYield(v) {
			return true
		}
		for _, a := range v.Call.Args {
			if isEOF(a) {
				return true
			}
			if isNumber(a.Type()) { // of a history, what the function makes of it is not followed
				next = append(next, a)
			}
		}
	}
	for _, n := range next {
		if c.isBoundedBy(l, n, seen) {
			return true
		}
	}
	return false
}

// isCounter reports whether a value changes by a step each turn.
func isCounter(phi *ssa.Phi) bool {
	if !isNumber(phi.Type()) {
		return false
	}
	for _, e := range phi.Edges {
		if isDerived(e, func(v ssa.Value) bool { return v == phi }) {
			return true
		}
	}
	return false
}

// isLimitTest reports whether a comparison tests a number against a limit. A test for an empty list is not one.
func isLimitTest(b *ssa.BinOp) bool {
	switch b.Op {
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		return isNumber(b.X.Type()) && !isZeroOrOne(b.X) && !isZeroOrOne(b.Y)
	}
	return false
}

// isRepeatTest reports whether a comparison tests a text against that of another turn.
func isRepeatTest(b *ssa.BinOp) bool {
	if !typex.IsString(b.X.Type()) || b.Op != token.EQL && b.Op != token.NEQ {
		return false
	}
	_, phiX := b.X.(*ssa.Phi)
	_, phiY := b.Y.(*ssa.Phi)
	return phiX || phiY
}

// isVerdict reports whether a call returns only a bool about something that the loop carries from turn to turn.
func isVerdict(l *loop, call *ssa.Call) bool {
	if !isBool(call.Type()) {
		return false
	}
	for _, a := range call.Call.Args {
		if grown, ok := a.(*ssa.Call); ok && len(grown.Call.Args) > 0 {
			if b, ok := grown.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
				a = grown.Call.Args[0]
			}
		}
		if phi, ok := a.(*ssa.Phi); ok && l.Blocks[phi.Block()] {
			return true
		}
	}
	return false
}

// isNextCall reports whether a call advances a stream or a list: Next() bool.
func isNextCall(call *ssa.Call) bool {
	fn := flow.FuncObject(call.Common())
	return fn != nil && fn.Name() == "Next" && fn.Signature().Recv() != nil && fn.Signature().Params().Len() == 0 && isBool(call.Type())
}

// isYield reports whether a call yields to the loop over an iterator: that loop is the one to bound.
func isYield(call *ssa.Call) bool {
	p, ok := call.Call.Value.(*ssa.Parameter)
	return ok && isBool(call.Type()) && p.Parent().Signature.Params().Len() == 1 && p.Parent().Signature.Results().Len() == 0
}

func isBool(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Kind() == types.Bool
}

// isEOF reports whether a value is io.EOF: a loop that tests for it reads one answer in parts.
func isEOF(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	global, ok := load.X.(*ssa.Global)
	return ok && global.Pkg.Pkg.Path() == "io" && global.Name() == "EOF"
}

// hasDeadline reports whether a call gets a context whose deadline this package sets before the loop: after it, the call fails. A
// deadline that is set each turn bounds only the turn.
func hasDeadline(p *flow.Program, l *loop, call ssa.CallInstruction) bool {
	for _, a := range call.Common().Args {
		if !flow.IsContext(a.Type()) {
			continue
		}
		for o := range contexts.Origins(p, a) {
			if in, ok := o.Value.(ssa.Instruction); ok && o.Kind == contexts.Deadline && !l.Blocks[in.Block()] {
				return true
			}
		}
	}
	return false
}

func isNumber(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsNumeric != 0
}

func isZeroOrOne(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
		return false
	}
	n, exact := constant.Int64Val(c.Value)
	return exact && (n == 0 || n == 1)
}

func isTimeType(t types.Type) bool {
	n := typex.Named(t)
	return n != nil && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "time"
}
