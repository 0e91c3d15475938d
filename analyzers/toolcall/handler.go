package toolcall

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// checkHandlers judges the functions that are registered as tools with a library that keeps their errors from the model.
func (c *checker) checkHandlers() {
	seen := map[*ssa.Function]bool{}
	judge := func(v ssa.Value, e *catalogue.Entry) {
		f := handlerFunc(v)
		if f == nil || seen[f] {
			return
		}
		seen[f] = true
		if ret := c.returnsError(f, 0, map[*ssa.Function]bool{}); ret != nil {
			c.pass.ReportAround(ret.Pos(), rule.Finding{Message: fmt.Sprintf("the error that %s returns never reaches the model (%s takes it for a failed request); "+
				"return it as the text of a tool error", nameOf(f), e.SDK.Name)})
		}
	}
	c.handlers(func(v ssa.Value, e *catalogue.Entry) {
		if e.Attrs["error"] == "unseen" {
			judge(v, e)
		}
	})
}

// handlers calls do for each value that is registered as the function of a tool, with its catalogue row.
func (c *checker) handlers(do func(v ssa.Value, e *catalogue.Entry)) {
	for _, fn := range c.info.Flow().Funcs {
		for in := range ssax.Instructions(fn) {
			switch in := in.(type) {
			case ssa.CallInstruction:
				obj := flow.FuncObject(in.Common())
				if obj == nil {
					continue
				}
				args := flow.ArgumentsOf(obj, in.Common())
				for _, e := range c.info.Catalogue().Lookup(obj.FullName()) {
					if i := e.Param(obj.Signature()); e.Kind == "handler" && i >= 0 && i < len(args) {
						do(args[i], e)
					}
				}
			case *ssa.Store:
				f, ok := in.Addr.(*ssa.FieldAddr)
				if !ok {
					continue
				}
				for _, e := range c.info.Catalogue().Lookup(flow.FieldKey(f.X.Type(), f.Field)) {
					if e.Kind == "handler" {
						do(in.Val, e)
					}
				}
			}
		}
	}
}

// handlerFunc returns the function of this package that a value is, without a wrapper around it, or nil.
func handlerFunc(v ssa.Value) *ssa.Function {
	switch f := v.(type) {
	case *ssa.ChangeType:
		return handlerFunc(f.X)
	case *ssa.MakeInterface:
		return handlerFunc(f.X)
	case *ssa.MakeClosure:
		return handlerFunc(f.Fn)
	case *ssa.Function:
		if f.Synthetic != "" && f.Object() != nil { // a bound method
			if obj, ok := f.Object().(*types.Func); ok {
				f = f.Prog.FuncValue(obj)
			}
		}
		if f != nil && f.Blocks != nil {
			return f
		}
	}
	return nil
}

// returnsError returns a return of a function whose last result may be an error other than that of a context, or nil.
func (c *checker) returnsError(f *ssa.Function, depth int, seen map[*ssa.Function]bool) *ssa.Return {
	if f == nil || f.Blocks == nil || depth > 3 || seen[f] {
		return nil
	}
	seen[f] = true
	for _, b := range f.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || len(ret.Results) == 0 {
			continue
		}
		if last := returnedError(ret); last != nil && c.mayFail(last, depth, seen) {
			return ret
		}
	}
	return nil
}

// returnedError returns the last result of a return statement if it is an error. In a function with deferred calls, SSA stores the
// result in a variable first: the stored value is returned here.
func returnedError(ret *ssa.Return) ssa.Value {
	last := ret.Results[len(ret.Results)-1]
	if !typex.IsError(last.Type()) {
		return nil
	}
	load, ok := last.(*ssa.UnOp)
	if !ok {
		return last
	}
	var stored ssa.Value
	for _, in := range ret.Block().Instrs {
		if store, ok := in.(*ssa.Store); ok && store.Addr == load.X {
			stored = store.Val
		}
	}
	return stored
}

// mayFail reports whether an error comes from a call that can fail. An error that the handler creates itself, and that of encoding its
// result, is about a mistake in the program as often as about one of the model.
func (c *checker) mayFail(err ssa.Value, depth int, seen map[*ssa.Function]bool) bool {
	switch v := err.(type) {
	case *ssa.Const, *ssa.Parameter, *ssa.FreeVar:
		return false
	case *ssa.Phi:
		for _, e := range v.Edges {
			if e != err && c.mayFail(e, depth+1, seen) {
				return depth < 4
			}
		}
		return false
	case *ssa.MakeInterface:
		return true
	}
	call, _ := flow.CallOf(err)
	if call == nil {
		return false
	}
	if fn := flow.FuncObject(call.Common()); fn != nil {
		switch fn.FullName() {
		case "(context.Context).Err", "errors.New", "encoding/json.Marshal", "encoding/json.MarshalIndent":
			return false
		case "fmt.Errorf":
			return wrapsError(call)
		}
	}
	if f := flow.Callee(call.Common()); f != nil && f.Blocks != nil {
		return c.returnsError(f, depth+1, seen) != nil
	}
	return true
}

// wrapsError reports whether one of the values that a text is filled with is an error.
func wrapsError(call *ssa.Call) bool {
	return slices.ContainsFunc(ssax.Elements(call.Call.Args[len(call.Call.Args)-1]), isErrorValue)
}

func nameOf(f *ssa.Function) string {
	if f.Parent() != nil {
		return "this handler"
	}
	return f.Name()
}
