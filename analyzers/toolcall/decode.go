package toolcall

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// findDecoders lists the functions of the package that decode one of their parameters and return an error.
func (c *checker) findDecoders() {
	c.decoders = map[*ssa.Function]int{}
	for _, fn := range c.info.Flow().Funcs {
		if res := fn.Signature.Results(); res.Len() < 2 || !typex.IsError(res.At(res.Len()-1).Type()) {
			continue
		}
		for in := range ssax.Instructions(fn) {
			call, ok := in.(*ssa.Call)
			if !ok || !isDecodeCall(call) {
				continue
			}
			data, _ := decodeArgs(call)
			if i := c.paramIndex(data); i >= 0 {
				c.decoders[fn] = i
			}
		}
	}
}

// paramIndex returns the index of the parameter of its function that a value is, or is converted from, or -1.
func (c *checker) paramIndex(v ssa.Value) int {
	index := -1
	c.info.Flow().Walk([]flow.Loc{{Value: v}}, func(at flow.Visit) bool {
		if p, ok := at.Loc.Value.(*ssa.Parameter); ok {
			for i, q := range p.Parent().Params {
				if p == q {
					index = i
				}
			}
			return false
		}
		return index < 0 && at.Loc.Key == ""
	}, 50)
	return index
}

// isDecodeCall reports whether a call decodes data into a value.
func isDecodeCall(call *ssa.Call) bool {
	data, _ := decodeArgs(call)
	return data != nil
}

// decodeArgs returns what a call decodes, and into what: the two arguments of encoding/json's Unmarshal or one of the packages made to
// replace it, or the receiver and the argument of a decoder's method. It returns nils for any other call.
func decodeArgs(call *ssa.Call) (data, target ssa.Value) {
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		return nil, nil
	}
	params, res := fn.Signature().Params(), fn.Signature().Results()
	n := params.Len()
	if n == 0 || n > 2 || res.Len() != 1 || !typex.IsError(res.At(0).Type()) || !types.IsInterface(params.At(n-1).Type()) {
		return nil, nil
	}
	args, method := flow.Arguments(call.Common()), fn.Signature().Recv() != nil
	switch fn.Name() {
	case "Unmarshal", "UnmarshalString":
		if n == 2 && !method {
			return args[0], args[1]
		}
	case "Decode", "UnmarshalSmithyDocument":
		if n == 1 && method {
			return args[0], args[1]
		}
	}
	return nil, nil
}

// checkDecode judges what is done with the outcome of decoding the arguments of a tool.
func (c *checker) checkDecode(call *ssa.Call) {
	var data, err ssa.Value
	var decoded []ssa.Value
	if from, target := decodeArgs(call); from != nil {
		data, err, decoded = from, call, []ssa.Value{ssax.Unboxed(target)}
	} else if i, ok := c.decoders[flow.Callee(call.Common())]; ok && i < len(call.Call.Args) {
		data = call.Call.Args[i]
		last := call.Call.Signature().Results().Len() - 1
		for _, r := range flow.Uses(call) {
			if x, ok := r.(*ssa.Extract); ok && x.Index == last {
				err = x
			} else if ok {
				decoded = append(decoded, x)
			}
		}
	}
	if data == nil || !c.info.IsToolArgs(data) {
		return
	}
	if isDecodeCall(call) {
		if cell, ok := decoded[0].(*ssa.Alloc); ok {
			c.cells[cell] = true
		}
	} else {
		c.arguments[call] = true
	}
	name := flow.FuncObject(call.Common()).Name()
	if p := panicOn(err); p != nil {
		c.reportAs(rule.Error, p.Pos(), isCall, fmt.Sprintf("this panics if %s cannot decode the tool arguments, which models often get wrong; return the error to the model", name), rule.Step{Pos: call.Pos(), Message: "the arguments are decoded here"})
	}
	if c.hidesDecodeError(call, err) {
		c.report(call.Pos(), isCall, fmt.Sprintf("if %s fails, %s returns an empty value, so a tool runs without its arguments; return the error to the model", name, call.Parent().Name()))
		return
	}
	skipped := skippedFailureOf(err)
	for _, v := range decoded {
		if (isUnused(err) || skipped != nil && isUsedAfter(v, skipped)) && leavesAsValue(v, call, map[ssa.Value]bool{}) {
			c.report(call.Pos(), isCall, fmt.Sprintf("decoding error of tool arguments from %s is discarded, so the tool runs on zero values; "+
				"return the error to the model", name))
			return
		}
		if w := uncheckedMapWrite(v, call, err); w != nil {
			c.reportAs(rule.Error, w.Pos(), isExpr, fmt.Sprintf("this write panics if the tool arguments are null, which %s decodes to a nil map; "+
				"create the map if it is nil", name), rule.Step{Pos: call.Pos(), Message: "the arguments are decoded here"})
		}
	}
}

// panicOn returns the panic that a non-nil error leads to without a further branch, or nil.
func panicOn(err ssa.Value) *ssa.Panic {
	if err == nil {
		return nil
	}
	for _, r := range flow.Uses(err) {
		cmp, ok := r.(*ssa.BinOp)
		if !ok {
			continue
		}
		for _, r := range flow.Uses(cmp) {
			if branch, ok := r.(*ssa.If); ok {
				failed := branch.Block().Succs[0]
				if cmp.Op == token.EQL {
					failed = branch.Block().Succs[1]
				}
				if p, ok := failed.Instrs[len(failed.Instrs)-1].(*ssa.Panic); ok {
					return p
				}
			}
		}
	}
	return nil
}

// dominatedBy reports whether control has passed one instruction whenever it comes to another.
func dominatedBy(first, then ssa.Instruction) bool {
	if b := first.Block(); b == then.Block() {
		return slices.Index(b.Instrs, first) < slices.Index(b.Instrs, then)
	}
	return first.Block().Dominates(then.Block())
}
