package streamerr

import (
	"go/constant"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// checkIterator checks a stream that is ranged over, whose second value is the error.
func (c *checker) checkIterator(s *stream) {
	for _, body := range s.bodies {
		p := body.Params
		if len(p) != 2 || !typex.IsError(p[1].Type()) {
			continue
		}
		switch {
		case len(uses(p[1])) == 0:
			c.pass.ReportAround(s.open.Pos(), rule.Finding{Message: "the loop over the stream from " + s.call.Name + " discards its error, " +
				"so a truncated answer looks complete; return the second value"})
		case s.call.Entry.Attrs["errors"] == "last" && isIgnored(p[1]):
			c.pass.ReportAround(s.open.Pos(), rule.Finding{Message: "the loop over the stream from " + s.call.Name + " skips an error, " +
				"but nothing follows it: the rest of the answer is lost; return the error"})
		}
		if s.call.Entry.Attrs["break"] == "forgets" && exitsEarly(body) && isReused(s.open) {
			c.pass.ReportAround(s.open.Pos(), rule.Finding{Message: "leaving the loop over " + s.call.Name + " early drops this turn from the chat's history; " +
				"read the stream to its end, or record the turn yourself"})
		}
	}
}

// isIgnored reports whether an error is compared with nil and at most logged, and the loop continues or ends without it.
func isIgnored(err ssa.Value) bool {
	var tests []*ssa.BinOp
	for _, use := range uses(err) {
		if test, ok := use.(*ssa.BinOp); ok && (isNil(test.X) || isNil(test.Y)) {
			tests = append(tests, test)
		} else if !isLogged(use, err) {
			return false
		}
	}
	for _, test := range tests {
		b := errorBranch(test)
		if b == nil || hasEffect(b) {
			return false
		}
	}
	return len(tests) > 0
}

// errorBranch returns the block for a non-nil error, or nil if the comparison does not decide alone.
func errorBranch(test *ssa.BinOp) *ssa.BasicBlock {
	branch, ok := soleUse(test).(*ssa.If)
	if !ok {
		return nil
	}
	if test.Op == token.EQL {
		return branch.Block().Succs[1]
	}
	return branch.Block().Succs[0]
}

// hasEffect reports whether the error branch has an effect of its own: it sets a variable, sends a value, panics or exits.
func hasEffect(failing *ssa.BasicBlock) bool {
	for _, b := range failing.Parent().Blocks {
		if !failing.Dominates(b) {
			continue
		}
		for _, in := range b.Instrs {
			switch in := in.(type) {
			case *ssa.Panic, *ssa.Send, *ssa.MapUpdate, *ssa.Select:
				return true
			case *ssa.Store:
				if v, ok := in.Addr.(*ssa.FreeVar); ok && !strings.HasPrefix(v.Name(), "jump$") {
					return true
				}
				if _, ok := in.Addr.(*ssa.FieldAddr); ok {
					return true
				}
			case *ssa.Call:
				if !ssax.Logs(in.Common()) {
					return true
				}
			}
		}
	}
	return false
}

// isLogged reports whether an instruction only logs a value.
func isLogged(use ssa.Instruction, of ssa.Value) bool {
	switch use := use.(type) {
	case *ssa.ChangeInterface, *ssa.MakeInterface, *ssa.Slice:
		return allLogged(use.(ssa.Value))
	case *ssa.Store:
		at, ok := use.Addr.(*ssa.IndexAddr)
		return ok && use.Val == of && allLogged(at.X)
	case *ssa.IndexAddr:
		return true // where a list of arguments is filled
	case *ssa.Call:
		if fn := flow.FuncObject(use.Common()); fn != nil && fn.FullName() == "(error).Error" {
			return allLogged(use)
		}
		return ssax.Logs(use.Common())
	}
	return false
}

func allLogged(v ssa.Value) bool {
	for _, use := range uses(v) {
		if !isLogged(use, v) {
			return false
		}
	}
	return true
}

// exitsEarly reports whether the body of a loop may end it although the stream did not fail.
func exitsEarly(body *ssa.Function) bool {
	for _, b := range body.Blocks {
		end, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || len(end.Results) != 1 || len(body.Params) != 2 {
			continue
		}
		result, ok := end.Results[0].(*ssa.Const)
		if !ok || result.Value == nil || constant.BoolVal(result.Value) {
			continue
		}
		failed := false
		for _, use := range uses(body.Params[1]) {
			if test, ok := use.(*ssa.BinOp); ok {
				if f := errorBranch(test); f != nil && f.Dominates(b) {
					failed = true
				}
			}
		}
		if !failed {
			return true
		}
	}
	return false
}

// isReused reports whether the receiver of a call may be used again: it comes from outside of the function, or is used elsewhere.
func isReused(call *ssa.Call) bool {
	v := flow.Receiver(call.Common())
	made, _ := flow.CallOf(v)
	return made == nil || len(uses(v)) > 1 || inLoop(call, nil) && !inLoop(made, nil)
}
