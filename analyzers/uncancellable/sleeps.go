package uncancellable

import (
	"fmt"
	"go/constant"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// checkSleeps reports a sleep between model calls, in a loop of a function that has a context: cancelling the context does not end
// the sleep. A constant sleep of less than a second is harmless.
func (c *checker) checkSleeps() {
	for _, fn := range c.info.Flow().Funcs {
		given, expr := c.inScope(fn)
		if given == nil {
			continue
		}
		for _, loop := range ssax.Loops(fn) {
			var sleep *ssa.Call
			name := ""
			for _, b := range fn.Blocks {
				if !loop.Blocks[b] {
					continue
				}
				for _, in := range b.Instrs {
					call, ok := in.(*ssa.Call)
					if !ok {
						continue
					}
					if model, ctx := c.modelCall(call); model != "" && ctx != nil && name == "" {
						name = model
					}
					if isSleep(call) && sleep == nil {
						sleep = call
					}
				}
			}
			if sleep == nil || name == "" || c.reported[sleep] || isShort(sleep) && testsContext(loop) {
				continue
			}
			c.reported[sleep] = true
			c.pass.ReportAround(sleep.Pos(), rule.Finding{Message: fmt.Sprintf("time.Sleep between calls of %s goes on when %s is cancelled; select on %[2]s.Done() and time.After", name, expr)})
		}
	}
}

// testsContext reports whether each turn of a loop asks a context whether it is cancelled.
func testsContext(loop *ssax.Loop) bool {
	for b := range loop.Blocks {
		if !loop.EachTurn(b) {
			continue
		}
		for _, in := range b.Instrs {
			call, ok := in.(*ssa.Call)
			if !ok {
				continue
			}
			if fn := flow.FuncObject(call.Common()); fn != nil && (fn.FullName() == "(context.Context).Err" || fn.FullName() == "(context.Context).Done") {
				return true
			}
		}
	}
	return false
}

// briefly is the longest constant sleep that delays a loop too little to matter where its next turn tests the context.
const briefly = 5 * time.Second

func isShort(sleep *ssa.Call) bool {
	k, ok := sleep.Call.Args[0].(*ssa.Const)
	return ok && k.Value != nil && time.Duration(k.Int64()) <= briefly
}

// isSleep reports whether a call sleeps for a second or more, or for a computed time.
func isSleep(call *ssa.Call) bool {
	fn := flow.FuncObject(call.Common())
	if fn == nil || fn.FullName() != "time.Sleep" {
		return false
	}
	k, ok := call.Call.Args[0].(*ssa.Const)
	if !ok || k.Value == nil {
		return !ok
	}
	d, exact := constant.Int64Val(k.Value)
	return !exact || time.Duration(d) >= time.Second
}
