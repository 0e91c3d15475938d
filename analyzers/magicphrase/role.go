package magicphrase

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// otherRoles are the values by which wire formats mark the messages that no model wrote. What stands in a message of role tool is
// the program's own, even where a model asked for it.
var otherRoles = []string{"tool", "function", "user", "human", "system", "developer"}

// isOthersText reports whether a text is a field of a message whose role was found to be that of another author than the model on every
// way to a block.
func isOthersText(p *flow.Program, text ssa.Value, at *ssa.BasicBlock) bool {
	message := messageOf(text)
	if message == nil {
		return false
	}
	for cond, holds := range ssax.Conditions(at) {
		test, ok := cond.(*ssa.BinOp)
		if ok && holds && test.Op == token.EQL && (isRole(p, test.X, test.Y, message) || isRole(p, test.Y, test.X, message)) {
			return true
		}
	}
	return false
}

// isRole reports whether a field of the message is compared with another's role.
func isRole(p *flow.Program, field, role ssa.Value, message ssa.Value) bool {
	if name, ok := p.String(role); !ok || !slices.Contains(otherRoles, name) {
		return false
	}
	of := messageOf(field)
	return of != nil && ssax.Same(of, message)
}

// messageOf returns the struct, or its address, that a value is read from as a field, or nil.
func messageOf(v ssa.Value) ssa.Value {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		v = load.X
	}
	switch v := v.(type) {
	case *ssa.FieldAddr:
		return v.X
	case *ssa.Field:
		return v.X
	}
	return nil
}
