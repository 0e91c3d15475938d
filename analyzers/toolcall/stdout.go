package toolcall

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/ssax"
)

// printDepth bounds how many functions below a handler are looked at.
const printDepth = 3

// checkPrints reports tools that print to standard output, if the package serves them there: the client reads it as a message of the protocol.
func (c *checker) checkPrints() {
	if !c.servesStdio() {
		return
	}
	seen := map[*ssa.Function]bool{}
	c.handlers(func(v ssa.Value, e *catalogue.Entry) {
		if f := handlerFunc(v); f != nil && e.SDK.Class == "protocol" {
			c.reportPrints(f, printDepth, seen)
		}
	})
}

// servesStdio reports whether the package names what an SDK serves standard input and output with.
func (c *checker) servesStdio() bool {
	for _, obj := range c.pass.TypesInfo.Uses {
		if obj.Pkg() == nil || obj.Parent() != obj.Pkg().Scope() {
			continue
		}
		if slices.ContainsFunc(c.info.Catalogue().Lookup(obj.Pkg().Path()+"."+obj.Name()), func(e *catalogue.Entry) bool { return e.Kind == "option" && e.Role == "stdio" }) {
			return true
		}
	}
	return false
}

// reportPrints reports the first print in a function, in its literals and in what they call.
func (c *checker) reportPrints(f *ssa.Function, depth int, seen map[*ssa.Function]bool) {
	if seen[f] || depth == 0 || f.Blocks == nil {
		return
	}
	seen[f] = true
	for in := range ssax.Instructions(f) {
		call, ok := in.(*ssa.Call)
		if !ok {
			continue
		}
		if prints(call) {
			c.reportAs(rule.Info, call.Pos(), isCall, flow.ShortName(flow.FuncObject(call.Common()))+" writes to standard output, over which this server speaks its protocol, so the client gets an "+
				"invalid message; print to standard error")
			return
		}
		if g := flow.Callee(call.Common()); g != nil {
			c.reportPrints(g, depth-1, seen)
		}
	}
	for _, lit := range f.AnonFuncs {
		c.reportPrints(lit, depth, seen)
	}
}

// prints reports whether a call writes to standard output.
func prints(call *ssa.Call) bool {
	fn := flow.FuncObject(call.Common())
	if fn == nil || fn.Pkg() == nil || len(call.Call.Args) == 0 {
		return false
	}
	switch {
	case fn.Pkg().Path() == "fmt" && strings.HasPrefix(fn.Name(), "Print"):
		return true
	case fn.Pkg().Path() == "fmt" && strings.HasPrefix(fn.Name(), "Fprint"), strings.HasPrefix(fn.FullName(), "(*os.File).Write"):
		load, ok := ssax.Unboxed(call.Call.Args[0]).(*ssa.UnOp)
		if !ok {
			return false
		}
		g, ok := load.X.(*ssa.Global)
		return ok && g.String() == "os.Stdout"
	}
	return false
}
