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
		if res := fn.Signature.Results(); res.Len() < 2 || !flow.IsError(res.At(res.Len()-1).Type()) {
			continue
		}
		for in := range ssax.Instructions(fn) {
			call, ok := in.(*ssa.Call)
			if !ok || !decodes(call) {
				continue
			}
			data, _ := decoding(call)
			if i := c.parameter(data); i >= 0 {
				c.decoders[fn] = i
			}
		}
	}
}

// parameter returns the index of the parameter of its function that a value is, or is converted from, or -1.
func (c *checker) parameter(v ssa.Value) int {
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

// decodes reports whether a call decodes data into a value.
func decodes(call *ssa.Call) bool {
	data, _ := decoding(call)
	return data != nil
}

// decoding returns what a call decodes, and into what: the two arguments of encoding/json's Unmarshal or one of the packages made to
// replace it, or the receiver and the argument of a decoder's method. It returns nils for any other call.
func decoding(call *ssa.Call) (data, target ssa.Value) {
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		return nil, nil
	}
	params, res := fn.Signature().Params(), fn.Signature().Results()
	n := params.Len()
	if n == 0 || n > 2 || res.Len() != 1 || !flow.IsError(res.At(0).Type()) || !types.IsInterface(params.At(n-1).Type()) {
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

// decode judges what is done with the outcome of decoding the arguments of a tool.
func (c *checker) decode(call *ssa.Call) {
	var data, err ssa.Value
	var decoded []ssa.Value
	if from, target := decoding(call); from != nil {
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
	if decodes(call) {
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
	if c.emptied(call, err) {
		c.report(call.Pos(), isCall, fmt.Sprintf("if %s fails, %s returns an empty value, so a tool runs without its arguments; return the error to the model", name, call.Parent().Name()))
		return
	}
	skipped := failureSkipped(err)
	for _, v := range decoded {
		if (unused(err) || skipped != nil && usedBeyond(v, skipped)) && passedOn(v, call, map[ssa.Value]bool{}) {
			c.report(call.Pos(), isCall, fmt.Sprintf("decoding error of tool arguments from %s is discarded, so the tool runs on zero values; "+
				"return the error to the model", name))
			return
		}
		if w := nilWrite(v, call); w != nil {
			c.reportAs(rule.Error, w.Pos(), isExpr, fmt.Sprintf("this write panics if the tool arguments are null, which %s decodes to a nil map; "+
				"create the map if it is nil", name), rule.Step{Pos: call.Pos(), Message: "the arguments are decoded here"})
		}
	}
}

func unused(err ssa.Value) bool { return err == nil || len(flow.Uses(err)) == 0 }

// A skip is a test of an error of which a failure has no code of its own, or code that only logs: what comes after runs either way.
type skip struct {
	test    *ssa.BasicBlock
	decoded *ssa.BasicBlock // what only a nil error leads to, if that has code of its own
}

// failureSkipped returns how an error is skipped, or nil where it is used otherwise.
func failureSkipped(err ssa.Value) (found *skip) {
	if err == nil {
		return nil
	}
	var failed *ssa.BasicBlock
	for _, r := range flow.Uses(err) {
		cmp, ok := r.(*ssa.BinOp)
		if !ok {
			continue
		}
		if failed != nil {
			return nil
		}
		for _, r := range flow.Uses(cmp) {
			branch, ok := r.(*ssa.If)
			if !ok {
				continue
			}
			right := branch.Block().Succs[0]
			failed = branch.Block().Succs[1]
			if cmp.Op == token.NEQ {
				right, failed = failed, right
			}
			if len(failed.Preds) == 1 && !ssax.OnlyLogs(failed) {
				continue
			}
			found = &skip{test: branch.Block()}
			if len(right.Preds) == 1 {
				found.decoded = right
			}
		}
	}
	for _, r := range flow.Uses(err) {
		switch r.(type) {
		case *ssa.BinOp, *ssa.DebugRef:
		default:
			if failed == nil || len(failed.Preds) > 1 || !failed.Dominates(r.Block()) {
				return nil
			}
		}
	}
	return found
}

// usedBeyond reports whether a value is used after the test, where control comes also after a failure.
func usedBeyond(v ssa.Value, s *skip) bool {
	for _, r := range flow.Uses(v) {
		if b := r.Block(); b != nil && b != s.test && s.test.Dominates(b) && (s.decoded == nil || !s.decoded.Dominates(b)) {
			return true
		}
	}
	return false
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

// nilWrite returns a write to a decoded map that nobody compared with nil or measured after it was decoded, or nil.
func nilWrite(v ssa.Value, call *ssa.Call) *ssa.MapUpdate {
	maps := []ssa.Value{v}
	if cell, ok := v.(*ssa.Alloc); ok {
		maps = nil
		for _, r := range flow.Uses(cell) {
			if load, ok := r.(*ssa.UnOp); ok {
				maps = append(maps, load)
			}
		}
	}
	var write *ssa.MapUpdate
	for _, m := range maps {
		for _, r := range flow.Uses(m) {
			switch r := r.(type) {
			case *ssa.MapUpdate:
				if r.Map == m && write == nil && after(call, r) {
					write = r
				}
			case *ssa.BinOp, *ssa.Call:
				return nil
			}
		}
	}
	return write
}

// after reports whether control has passed one instruction whenever it comes to another.
func after(first, then ssa.Instruction) bool {
	if b := first.Block(); b == then.Block() {
		return slices.Index(b.Instrs, first) < slices.Index(b.Instrs, then)
	}
	return first.Block().Dominates(then.Block())
}

// passedOn reports whether a decoded value, or a part of it, leaves the function as something other than text: kept in a field or a
// map, sent, given back, or handed to a function that can fail or be cancelled. Else it only labels the screen.
func passedOn(v ssa.Value, decode *ssa.Call, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return false
	}
	seen[v] = true
	if f, ok := v.(*ssa.FieldAddr); ok && escapes(f.X) {
		return true
	}
	for _, r := range flow.Uses(v) {
		switch r := r.(type) {
		case *ssa.Store:
			if _, field := r.Addr.(*ssa.FieldAddr); r.Val == v && (field || passedOn(base(r.Addr), decode, seen)) {
				return true
			}
		case *ssa.MapUpdate:
			if r.Value == v {
				return true
			}
		case *ssa.Send:
			return true
		case *ssa.Return:
			if !typex.IsString(v.Type()) {
				return true
			}
		case *ssa.Call:
			if r != decode && (works(r) || makes(r) && passedOn(r, decode, seen)) {
				return true
			}
		case *ssa.Extract, *ssa.Field, *ssa.FieldAddr, *ssa.Index, *ssa.IndexAddr, *ssa.Lookup, *ssa.UnOp, *ssa.Phi, *ssa.Slice,
			*ssa.MakeInterface, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.Convert, *ssa.TypeAssert:
			if passedOn(r.(ssa.Value), decode, seen) {
				return true
			}
		}
	}
	return false
}

// base returns the variable or array that an address lies in.
func base(addr ssa.Value) ssa.Value {
	if a, ok := addr.(*ssa.IndexAddr); ok {
		return a.X
	}
	return addr
}

// works reports whether a call does more than make text: it takes a context, or can fail, or calls what reads and writes files, or uses
// the network. Of the rest of the standard library, those that do are reached with a context, or their errors tell of the text itself.
func works(call *ssa.Call) bool { return worksWithin(call, workDepth) }

// workDepth bounds how many functions deep such a call is looked for.
const workDepth = 3

func worksWithin(call *ssa.Call, depth int) bool {
	sig := call.Call.Signature()
	for i := range sig.Params().Len() {
		if flow.IsContext(sig.Params().At(i).Type()) {
			return true
		}
	}
	fn := flow.FuncObject(call.Common())
	res := sig.Results()
	fails := res.Len() > 0 && flow.IsError(res.At(res.Len()-1).Type())
	if fn != nil && fn.Pkg() != nil && fails && (!flow.Standard(fn.Pkg().Path()) && depth == workDepth || sig.Params().Len() > 0 && outside[fn.Pkg().Path()]) {
		return true
	}
	if depth == 0 {
		return false
	}
	for in := range ssax.Instructions(flow.Callee(call.Common())) {
		if inner, ok := in.(*ssa.Call); ok && worksWithin(inner, depth-1) {
			return true
		}
	}
	return false
}

// outside holds packages of the standard library whose functions that can fail do something in the world.
var outside = map[string]bool{"os": true, "os/exec": true, "net": true, "net/http": true, "database/sql": true}
