// Package contexts tells where a context.Context comes from, as far as one package shows it.
package contexts

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
)

// A Kind says what a context can be stopped by.
type Kind uint8

const (
	Background Kind = 1 << iota // by nothing: context.Background or TODO
	Cancel                      // by a cancel function
	Deadline                    // by a clock
	Parameter                   // by the caller
	Other                       // by something that this package does not show
)

// An Origin is one value that a context comes from; of a field that other packages can set, the value is nil.
type Origin struct {
	Kind  Kind
	Value ssa.Value
}

// walkLimit bounds the places that one context is followed through.
const walkLimit = 2000

// derive names the functions of package context that make a child of their first argument, with what they add.
var derive = map[string]Kind{
	"context.WithValue": 0, "context.WithoutCancel": Other, "context.WithCancel": Cancel, "context.WithCancelCause": Cancel,
	"context.WithTimeout": Deadline, "context.WithTimeoutCause": Deadline,
	"context.WithDeadline": Deadline, "context.WithDeadlineCause": Deadline, "os/signal.NotifyContext": Cancel,
}

// Origins follows a context backwards through the package, through parents too. A detached one (WithoutCancel) is
// Other: whoever wrote that meant it.
func Origins(p *flow.Program, ctx ssa.Value) []Origin {
	var out []Origin
	seen := map[ssa.Value]bool{}
	var follow func(v ssa.Value)
	follow = func(v ssa.Value) {
		p.Walk([]flow.Loc{{Value: v}}, func(at flow.Visit) bool {
			v := at.Loc.Value
			if v == nil { // a field: what another package can set is not all shown here
				if token.IsExported(at.Loc.Key[strings.LastIndexByte(at.Loc.Key, '.')+1:]) {
					out = append(out, Origin{Other, nil})
				}
				return true
			}
			if seen[v] {
				return false
			}
			seen[v] = true
			switch v := v.(type) {
			case *ssa.Parameter:
				if !at.Inside { // the parameter of a function that only hands it back, or is handed it
					out = append(out, Origin{Parameter, v})
				}
			case *ssa.Extract:
				if call, ok := v.Tuple.(*ssa.Call); ok {
					return !made(call, &out, follow)
				}
			case *ssa.Call:
				return !made(v, &out, follow)
			}
			return true
		}, walkLimit)
	}
	follow(ctx)
	return out
}

// made records what a call adds to the context that it gives back, and says whether it is a call without a body here.
func made(call *ssa.Call, out *[]Origin, follow func(ssa.Value)) bool {
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		*out = append(*out, Origin{Other, call})
		return true
	}
	name := fn.FullName()
	kind, child := derive[name]
	switch {
	case name == "context.Background" || name == "context.TODO":
		*out = append(*out, Origin{Background, call})
	case child:
		if kind != 0 {
			*out = append(*out, Origin{kind, call})
		}
		follow(call.Call.Args[0])
	case flow.Callee(call.Common()) != nil && flow.Callee(call.Common()).Blocks != nil:
		return false
	default:
		*out = append(*out, Origin{Other, call})
	}
	return true
}

// Of returns the union of the kinds of all that a context comes from.
func Of(p *flow.Program, ctx ssa.Value) Kind {
	var all Kind
	for _, o := range Origins(p, ctx) {
		all |= o.Kind
	}
	return all
}

// InScope returns the parameter that gives a function, or one that it is a literal in, a context to pass on: a
// context.Context or an *http.Request. It returns nil if there is none.
func InScope(fn *ssa.Function) *ssa.Parameter {
	for ; fn != nil; fn = fn.Parent() {
		for _, p := range fn.Params {
			if flow.IsContext(p.Type()) || types.TypeString(p.Type(), nil) == "*net/http.Request" {
				return p
			}
		}
	}
	return nil
}
