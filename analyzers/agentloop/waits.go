package agentloop

import (
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// waitsForInput reports whether a turn of the loop waits for external input: a line that a person types, a message of a queue.
// Something that the turn itself started, such as a stream of the model's answer, is not external.
func (c *checker) waitsForInput(l *loop) bool {
	for b := range l.Blocks {
		for _, in := range b.Instrs {
			switch in := in.(type) {
			case *ssa.UnOp:
				if in.Op == token.ARROW && c.comesFromOutside(l, in.X) {
					return true
				}
			case *ssa.Select:
				for _, s := range in.States {
					if in.Blocking && s.Dir == types.RecvOnly && c.comesFromOutside(l, s.Chan) {
						return true
					}
				}
			case *ssa.Call:
				if c.readsInput(in, callDepth) {
					return true
				}
			}
		}
	}
	return false
}

// comesFromOutside reports whether a channel existed before the loop, or is what a method gives of something that did, such as the
// messages of a connection.
func (c *checker) comesFromOutside(l *loop, ch ssa.Value) bool {
	if call, ok := ch.(*ssa.Call); ok && l.Blocks[call.Block()] {
		fn, recv := flow.FuncObject(call.Common()), flow.Receiver(call.Common())
		return fn != nil && recv != nil && fn.Signature().Params().Len() == 0 && !flow.IsContext(recv.Type()) && !isTimeType(recv.Type()) &&
			c.modelCall(call) == "" && existsBefore(l, recv)
	}
	return existsBefore(l, ch)
}

// existsBefore reports whether a channel existed before the loop. The channel of a context or a timer is no input.
func existsBefore(l *loop, ch ssa.Value) bool {
	switch v := ch.(type) {
	case *ssa.Call, *ssa.Extract, *ssa.MakeChan, *ssa.Phi:
		return !l.Blocks[v.(ssa.Instruction).Block()]
	case *ssa.UnOp:
		if f, ok := v.X.(*ssa.FieldAddr); ok {
			return !isTimeType(f.X.Type())
		}
	}
	return true
}

// asksPerson matches the names of methods that ask a person a question, if they call no model.
var asksPerson = regexp.MustCompile(`^(Ask|Confirm|Select|MultiSelect|Prompt|Choose|Approve|Input|ReadLine|ReadInput|GetInput)`)

// readsInput reports whether a call, or what it calls or starts in this package, reads input: by a function that has a row of kind
// input, by one of another module that takes no more than a label and returns text and an error, as line editors do, or by one
// elsewhere that puts a question to a person. Who waits for a condition waits for something from outside too.
func (c *checker) readsInput(call ssa.CallInstruction, depth int) bool {
	fn, callee := flow.FuncObject(call.Common()), flow.Callee(call.Common())
	if fn != nil && fn.Pkg() != nil {
		isInput := func(e *catalogue.Entry) bool { return e.Kind == "input" }
		if slices.ContainsFunc(c.info.Catalogue().Lookup(fn.FullName()), isInput) || fn.FullName() == "(*sync.Cond).Wait" {
			return true
		}
		if callee == nil || callee.Blocks == nil {
			return isLineEditor(fn) || c.asksPerson(fn)
		}
	}
	if callee == nil || depth == 1 {
		return false
	}
	key := reach{callee, depth - 1}
	known, ok := c.readers[key]
	if !ok {
		c.readers[key] = false
		for in := range ssax.Instructions(callee) {
			inner, ok := in.(ssa.CallInstruction)
			known = known || ok && c.readsInput(inner, depth-1)
		}
		c.readers[key] = known
	}
	return known
}

func isLineEditor(fn *types.Func) bool {
	sig := fn.Signature()
	if sig.Results().Len() != 2 || sig.Params().Len() > 1 || !strings.Contains(fn.Pkg().Path(), ".") {
		return false
	}
	text, ok := sig.Results().At(0).Type().Underlying().(*types.Basic)
	if !ok || text.Kind() != types.String {
		return false
	}
	return sig.Params().Len() == 0 || sig.Variadic() || types.Identical(sig.Params().At(0).Type(), types.Typ[types.String])
}

// asksPerson reports whether a function of another package, or an interface method, asks a person and returns the answer, with an
// error or a bool.
func (c *checker) asksPerson(fn *types.Func) bool {
	results := fn.Signature().Results()
	if results.Len() != 2 || !asksPerson.MatchString(fn.Name()) || c.info.CallsModel(fn) {
		return false
	}
	return typex.IsError(results.At(1).Type()) || isBool(results.At(1).Type())
}
