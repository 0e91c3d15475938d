package agentloop

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// A Loop is one that calls a model each turn and that the model's answer can end.
type Loop struct {
	Pos   token.Pos
	Func  string // the function that it stands in
	Calls string // the model call, as messages name it
	Bound Bound
}

// A Bound is what else ends a loop.
type Bound string

const (
	Deadline  Bound = "deadline"  // of the context that the call gets
	Limit     Bound = "limit"     // a count, a clock, a budget, or what was seen before
	Input     Bound = "input"     // each turn waits for somebody
	Queue     Bound = "queue"     // it works through a list
	Unbounded Bound = "unbounded" // nothing that can be seen
)

// Loops lists the agent loops of a package, in the order of its functions. Agents of frameworks and recursion are not among them.
func Loops(info *llm.Info) (out []Loop) {
	if info.Flow() == nil {
		return nil
	}
	c := newChecker(info)
	for _, fn := range info.Flow().Funcs {
		for _, one := range ssax.Loops(fn) {
			l := &loop{one}
			if stmt, name, _ := c.asksEachTurn(l); stmt != nil && c.harm(l) != "" {
				out = append(out, Loop{stmt.Pos(), flow.FuncName(fn), name, c.bound(l)})
			}
		}
	}
	return out
}

// bound returns what ends a loop besides the model's answer.
func (c *checker) bound(l *loop) Bound {
	for b := range l.Blocks {
		for _, in := range b.Instrs {
			if call, ok := in.(ssa.CallInstruction); ok && hasDeadline(c.flow, l, call) {
				return Deadline
			}
		}
	}
	switch {
	case c.isBounded(l):
		return Limit
	case c.waitsForInput(l):
		return Input
	case c.drainsQueue(l):
		return Queue
	}
	return Unbounded
}
