package modelsniffing

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// rejectsUnknown reports whether a function fails where none of the tests holds: on each way from the first of them on which all are false, it
// returns an error, or that it knows no answer. Then no model is silently taken for another.
func rejectsUnknown(tests []test) bool {
	first := tests[0].call
	held := map[ssa.Value]bool{}
	for _, t := range tests {
		if t.call.Parent() != first.Parent() {
			return false
		}
		held[t.call] = true
		first = earlier(first, t.call)
	}
	seen := map[*ssa.BasicBlock]bool{}
	ends := 0
	var fails func(b *ssa.BasicBlock) bool
	fails = func(b *ssa.BasicBlock) bool {
		if seen[b] {
			return true
		}
		seen[b] = true
		switch end := b.Instrs[len(b.Instrs)-1].(type) {
		case *ssa.Panic:
			ends++
			return true
		case *ssa.Return:
			ends++
			return returnsFailure(end)
		case *ssa.If:
			if held[end.Cond] || wholeID(end.Cond, tests) {
				return fails(b.Succs[1])
			}
			if not, ok := end.Cond.(*ssa.UnOp); ok && not.Op == token.NOT && held[not.X] {
				return fails(b.Succs[0])
			}
		}
		return !slices.ContainsFunc(b.Succs, func(next *ssa.BasicBlock) bool { return !fails(next) })
	}
	return fails(first.Block()) && ends > 0
}

func earlier(a, b *ssa.Call) *ssa.Call {
	if a.Pos() < b.Pos() {
		return a
	}
	return b
}

// wholeID reports whether a condition compares one of the tested texts with a whole id.
func wholeID(cond ssa.Value, tests []test) bool {
	cmp, ok := cond.(*ssa.BinOp)
	if !ok || cmp.Op != token.EQL {
		return false
	}
	_, isConst := cmp.Y.(*ssa.Const)
	return isConst && slices.ContainsFunc(tests, func(t test) bool { return slices.Contains(t.call.Call.Args, cmp.X) })
}

// returnsFailure reports whether a return gives an error, or beside other results false.
func returnsFailure(end *ssa.Return) bool {
	n := len(end.Results)
	if n == 0 {
		return false
	}
	last := end.Results[n-1]
	c, isConst := last.(*ssa.Const)
	if typex.IsError(last.Type()) {
		return !isConst && isCertainError(last, end.Block())
	}
	return n > 1 && isConst && c.Value != nil && c.Value.Kind() == constant.Bool && !constant.BoolVal(c.Value)
}

// isCertainError reports whether an error is made here, is a variable of a package, or was tested to be one.
func isCertainError(err ssa.Value, at *ssa.BasicBlock) bool {
	switch err := err.(type) {
	case *ssa.MakeInterface:
		return true
	case *ssa.UnOp:
		if _, global := err.X.(*ssa.Global); global {
			return true
		}
	case *ssa.Call:
		if fn := flow.FuncObject(err.Common()); fn != nil && (strings.Contains(fn.Name(), "Err") || fn.FullName() == "errors.New") {
			return true
		}
	}
	if len(at.Preds) != 1 {
		return false
	}
	test, ok := at.Preds[0].Instrs[len(at.Preds[0].Instrs)-1].(*ssa.If)
	if !ok {
		return false
	}
	cmp, ok := test.Cond.(*ssa.BinOp)
	return ok && cmp.Op == token.NEQ && cmp.X == err && at.Preds[0].Succs[0] == at
}

// isSplitPart reports whether a text is a part that the program split off another.
func isSplitPart(v ssa.Value) bool {
	for {
		switch x := v.(type) {
		case *ssa.UnOp:
			v = x.X
		case *ssa.IndexAddr:
			v = x.X
		case *ssa.Slice:
			v = x.X
		case *ssa.Call:
			fn := flow.FuncObject(x.Common())
			if fn == nil {
				return false
			}
			if name := fn.FullName(); strings.HasPrefix(name, "strings.Split") || strings.HasPrefix(name, "strings.Fields") {
				return true
			}
			if !spelling(fn) {
				return false
			}
			v = x.Call.Args[0]
		default:
			return false
		}
	}
}

// spelling reports whether a function returns its first argument in other spelling.
func spelling(fn *types.Func) bool {
	switch fn.FullName() {
	case "strings.ToLower", "strings.ToUpper", "strings.TrimSpace":
		return true
	}
	return false
}

// sorted reports whether a text is that of an element of a list that a loop goes over, and is only kept or returned besides
// being tested: a search in a list of models, which decides nothing about any of them.
func sorted(v ssa.Value) bool {
	element := elementOf(v)
	if element == nil {
		return false
	}
	kept := false
	seen := map[ssa.Value]bool{}
	var only func(v ssa.Value) bool
	only = func(v ssa.Value) bool {
		if seen[v] {
			return true
		}
		seen[v] = true
		for _, use := range flow.Uses(v) {
			switch use := use.(type) {
			case *ssa.Return, *ssa.Send:
				kept = true
			case *ssa.Store:
				if _, field := use.Addr.(*ssa.FieldAddr); field && use.Val == v {
					return false // of a request, perhaps
				}
				kept = kept || use.Val == v
			case *ssa.MapUpdate:
				kept = true
			case *ssa.Call:
				fn := flow.FuncObject(use.Common())
				if b, ok := use.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
					kept = true
				} else if fn == nil || fn.Pkg() == nil || !slices.Contains([]string{"strings", "regexp", "path", "path/filepath", "slices"}, fn.Pkg().Path()) {
					return false
				}
			case *ssa.DebugRef, *ssa.BinOp, *ssa.If:
			case ssa.Value:
				if !only(use) {
					return false
				}
			default:
				return false
			}
		}
		return true
	}
	return only(element) && kept
}

// elementOf returns the element of a range that a text is, or is a field of, or nil.
func elementOf(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.UnOp:
			v = x.X
		case *ssa.FieldAddr:
			v = x.X
		case *ssa.Field:
			v = x.X
		case *ssa.Call:
			if fn := flow.FuncObject(x.Common()); fn == nil || !spelling(fn) {
				return nil
			}
			v = x.Call.Args[0]
		case *ssa.Alloc: // the variable of a range over structs
			stored := flow.StoredValues(x)
			if len(stored) != 1 || elementOf(stored[0]) == nil {
				return nil
			}
			return x
		case *ssa.IndexAddr:
			if _, constant := x.Index.(*ssa.Const); !constant && inLoop(x) {
				return x
			}
			return nil
		case *ssa.Extract:
			if _, ok := x.Tuple.(*ssa.Next); ok {
				return x
			}
			return nil
		default:
			return nil
		}
	}
}

func inLoop(in ssa.Instruction) bool {
	return slices.ContainsFunc(ssax.Loops(in.Parent()), func(l *ssax.Loop) bool { return l.Blocks[in.Block()] })
}
