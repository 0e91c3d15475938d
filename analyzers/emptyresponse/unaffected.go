package emptyresponse

import (
	"go/constant"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// isUnaffected reports whether a condition that compares the length of the list keeps nobody from an instruction: where the list is
// empty, control gets there by a straight way that does no more than log.
func isUnaffected(pass *rule.Pass, end *ssa.If, key any, at ssa.Instruction) bool {
	i := whenEmpty(end.Cond)
	if i < 0 {
		return false
	}
	seen := map[*ssa.BasicBlock]bool{}
	for b := end.Block().Succs[i]; !seen[b]; b = b.Succs[0] {
		seen[b] = true
		for _, in := range b.Instrs {
			if in == at {
				return true
			}
			call, isCall := in.(ssa.CallInstruction)
			if checksLength(pass, in, key) || isCall && b != at.Block() && !isLogCall(call) {
				return false
			}
		}
		if len(b.Succs) != 1 {
			return false
		}
	}
	return false
}

// whenEmpty returns which successor of a branch control takes where the list is empty, or -1 if the condition does not tell.
func whenEmpty(cond ssa.Value) int {
	b, ok := cond.(*ssa.BinOp)
	if !ok {
		return -1
	}
	c, ok := b.Y.(*ssa.Const)
	if !ok {
		return -1
	}
	if c.IsNil() {
		return map[token.Token]int{token.EQL: 0, token.NEQ: 1}[b.Op]
	}
	if c.Value == nil || c.Value.Kind() != constant.Int {
		return -1
	}
	if _, ok := lenOf(b.X); !ok {
		return -1
	}
	switch n := c.Int64(); {
	case n == 0 && (b.Op == token.GTR || b.Op == token.NEQ), n == 1 && b.Op == token.GEQ:
		return 1
	case n == 0 && (b.Op == token.EQL || b.Op == token.LEQ), n == 1 && b.Op == token.LSS:
		return 0
	}
	return -1
}

// isLogCall reports whether a call only tells something and returns.
func isLogCall(call ssa.CallInstruction) bool {
	fn := flow.FuncObject(call.Common())
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "fmt", "log/slog", "errors":
		return true
	case "log":
		return strings.HasPrefix(fn.Name(), "Print")
	}
	return false
}
