// Package contexts tells where a context.Context comes from, as far as one package shows it.
package contexts

import (
	"go/token"
	"go/types"
	"iter"
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
// Other: whoever wrote that meant it. Callers may stop early, since following every caller is expensive.
func Origins(p *flow.Program, ctx ssa.Value) iter.Seq[Origin] {
	return func(yield func(Origin) bool) {
		f := &follower{program: p, yield: yield, seen: map[ssa.Value]bool{}}
		f.follow(ctx)
	}
}

type follower struct {
	program *flow.Program
	yield   func(Origin) bool
	stopped bool
	seen    map[ssa.Value]bool
}

func (f *follower) emit(k Kind, v ssa.Value) {
	f.stopped = f.stopped || !f.yield(Origin{k, v})
}

func (f *follower) follow(ctx ssa.Value) {
	f.program.Walk([]flow.Loc{{Value: ctx}}, func(at flow.Visit) bool {
		v := at.Loc.Value
		if f.stopped || f.seen[v] {
			return false
		}
		if v == nil { // a field: what another package can set is not all shown here
			if token.IsExported(at.Loc.Key[strings.LastIndexByte(at.Loc.Key, '.')+1:]) {
				f.emit(Other, nil)
			}
			return !f.stopped
		}
		f.seen[v] = true
		switch v := v.(type) {
		case *ssa.Parameter:
			if !at.InCallee { // the parameter of a function that only hands it back, or is handed it
				f.emit(Parameter, v)
			}
		case *ssa.Extract:
			if call, ok := v.Tuple.(*ssa.Call); ok {
				return !f.made(call)
			}
		case *ssa.Call:
			return !f.made(v)
		}
		return !f.stopped
	}, walkLimit)
}

// made tells what a call adds to the context that it returns, and says whether it is a call without a body here.
func (f *follower) made(call *ssa.Call) bool {
	fn := flow.FuncObject(call.Common())
	if fn == nil {
		f.emit(Other, call)
		return true
	}
	name := fn.FullName()
	kind, child := derive[name]
	switch {
	case name == "context.Background" || name == "context.TODO":
		f.emit(Background, call)
	case child:
		if kind != 0 {
			f.emit(kind, call)
		}
		f.follow(call.Call.Args[0])
	case flow.Callee(call.Common()) != nil && flow.Callee(call.Common()).Blocks != nil:
		return false
	default:
		f.emit(Other, call)
	}
	return true
}

// Stoppable reports whether a context comes from one of these kinds.
func Stoppable(p *flow.Program, ctx ssa.Value, by Kind) bool {
	for o := range Origins(p, ctx) {
		if o.Kind&by != 0 {
			return true
		}
	}
	return false
}

// Unstoppable reports whether all that a context comes from is context.Background or context.TODO, and returns the name of the first.
func Unstoppable(p *flow.Program, ctx ssa.Value) (name string, yes bool) {
	for o := range Origins(p, ctx) {
		call, ok := o.Value.(*ssa.Call)
		if o.Kind != Background || !ok {
			return "", false
		}
		if name == "" {
			name = "context." + flow.FuncObject(call.Common()).Name()
		}
	}
	return name, name != ""
}

// InScope returns the parameter that gives a function, or one that it is a literal in, a context to pass on, and the
// expression for it: a context.Context, or what [Of] gets one from. It returns nil if there is none.
func InScope(fn *ssa.Function) (*ssa.Parameter, string) {
	return InScopeIf(fn, func(types.Type) bool { return true })
}

// InScopeIf is InScope for the parameters whose type accept accepts.
func InScopeIf(fn *ssa.Function, accept func(types.Type) bool) (*ssa.Parameter, string) {
	for ; fn != nil; fn = fn.Parent() {
		for i, p := range fn.Params {
			if i == 0 && fn.Signature.Recv() != nil {
				continue
			}
			if expr := Of(p.Name(), p.Type()); expr != "" && accept(p.Type()) {
				if p.Name() == "" || p.Name() == "_" {
					expr = "its context parameter"
				}
				return p, expr
			}
		}
	}
	return nil, ""
}

// Of returns the expression by which a variable gives a context, or "": the variable itself, its method Context, as those of
// an *http.Request, a *cobra.Command or a gRPC stream, the context of the request in it, as those of routers, or what its method
// UserContext returns.
func Of(name string, t types.Type) string {
	if flow.IsContext(t) {
		return name
	}
	member, _, _ := types.LookupFieldOrMethod(t, true, nil, "Request")
	switch member := member.(type) {
	case *types.Var:
		if isRequest(member) {
			return name + ".Request.Context()"
		}
	case *types.Func:
		if sig := member.Signature(); sig.Params().Len() == 0 && sig.Results().Len() == 1 && isRequest(sig.Results().At(0)) {
			return name + ".Request().Context()"
		}
	}
	for _, method := range []string{"Context", "UserContext"} {
		m, _, _ := types.LookupFieldOrMethod(t, true, nil, method)
		fn, ok := m.(*types.Func)
		if ok && fn.Signature().Params().Len() == 0 && fn.Signature().Results().Len() == 1 && flow.IsContext(fn.Signature().Results().At(0).Type()) {
			return name + "." + method + "()"
		}
	}
	return ""
}

func isRequest(v *types.Var) bool { return types.TypeString(v.Type(), nil) == "*net/http.Request" }
