// Package droppedusage finds model clients that receive token usage and return only text.
//
// It is long because it groups functions by the interface that they implement, and judges streams, whose usage must be asked for, apart.
package droppedusage

import (
	_ "embed"
	"fmt"
	"go/token"
	"go/types"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule     = &rule.Rule{Name: "droppedusage", Group: rule.Cost, Cites: principles.PerformanceBenchmarks, Doc: doc, Tier: rule.Preview, Since: "v0.1.0", Wants: wants, Run: run}
	Analyzer = Rule.Analyzer()
)

// wants reports whether a package imports an SDK: its responses carry the usage.
func wants(pass *rule.Pass) bool {
	return astx.Imports(pass.Files, func(path string) bool { return pass.SDKOf(path) != nil })
}

// A group is what one finding is about: the functions that drop usage behind one interface, or of one type, or of the package.
type group struct {
	at    types.Object // the interface method, or the first function
	iface *types.Named // nil if there is none
	drops []*drop
}

func run(pass *rule.Pass) error {
	if readsUsage(pass) {
		reportUnrequested(pass)
		return nil
	}
	var order []types.Object
	groups := map[types.Object]*group{}
	for _, d := range usageDroppers(pass) {
		iface, method := interfaceMethod(pass, d)
		var key types.Object
		if iface != nil {
			key = iface.Obj()
		} else {
			if !pass.Importable() || !d.fn.Exported() {
				continue
			}
			method, key = d.fn, owner(d.fn)
		}
		if groups[key] == nil {
			groups[key] = &group{at: method, iface: iface}
			order = append(order, key)
		}
		groups[key].drops = append(groups[key].drops, d)
	}
	for _, key := range order {
		report(pass, groups[key])
	}
	return nil
}

func report(pass *rule.Pass, g *group) {
	first := g.drops[0]
	at, who := g.at, fullName(first.fn)
	var trace []rule.Step
	if g.iface != nil {
		who = fmt.Sprintf("%s.%s", g.iface.Obj().Name(), g.at.Name())
		if g.at.Pkg() != pass.Pkg { // report where this package meets it
			at = first.fn
			trace = append(trace, rule.Step{Pos: g.at.Pos(), Message: who + " is declared here"})
			who = fullName(first.fn)
		}
	}
	for _, d := range g.drops {
		trace = append(trace, rule.Step{Pos: d.call.Pos(), Message: fmt.Sprintf("%s receives %s here and ignores it", fullName(d.fn), d.usage)})
	}
	pass.Report(rule.Finding{
		Pos: at.Pos(), End: at.Pos() + token.Pos(len(at.Name())), Trace: trace,
		Message: fmt.Sprintf("%s returns only the text and drops the token usage of the response (%s); "+
			"return both so that callers can account for cost", who, first.usage),
	})
}

// interfaceMethod returns the interface that the receiver of a method implements, and its method there: an interface of this package
// or of another package of the same program. It returns nils for a function, and for a method of no interface.
func interfaceMethod(pass *rule.Pass, d *drop) (*types.Named, *types.Func) {
	recv := d.fn.Signature().Recv()
	if recv == nil {
		return nil, nil
	}
	for _, pkg := range append([]*types.Package{pass.Pkg}, pass.Pkg.Imports()...) {
		if pass.SDKOf(pkg.Path()) != nil {
			continue
		}
		for _, name := range pkg.Scope().Names() {
			tn, ok := pkg.Scope().Lookup(name).(*types.TypeName)
			if !ok || tn.IsAlias() {
				continue
			}
			named, ok := tn.Type().(*types.Named)
			if !ok || named.TypeParams() != nil {
				continue
			}
			iface, ok := named.Underlying().(*types.Interface)
			if !ok || !types.Implements(recv.Type(), iface) {
				continue
			}
			for m := range iface.Methods() {
				if m.Name() == d.fn.Name() && m.Pkg() != nil {
					return named, m
				}
			}
		}
	}
	return nil, nil
}

// owner is the type that a method belongs to, or the function itself.
func owner(fn *types.Func) types.Object {
	if recv := fn.Signature().Recv(); recv != nil {
		if n := typex.Named(recv.Type()); n != nil {
			return n.Origin().Obj()
		}
	}
	return fn
}

func fullName(fn *types.Func) string {
	if o := owner(fn); o != types.Object(fn) {
		return o.Name() + "." + fn.Name()
	}
	return fn.Name()
}
