// Package closedswitch finds choices between model providers that importers cannot extend, and choices that silently select one
// vendor for an unknown name.
//
// It is long because a choice is a switch, a chain of conditions or a table, and because importers may extend it by a client, an interface, a
// registry or an endpoint.
package closedswitch

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{
		Name: "closedswitch", Group: rule.Openness, Cites: principles.Extensibility, Also: []principles.ID{principles.VendorNeutrality},
		Doc: doc, Tier: rule.Preview, Since: "v0.1.0", Run: run,
	}
	Analyzer = Rule.Analyzer()
)

// A choice is closed from three providers on; a default counts beside two.
const (
	minClosed   = 3
	minFallback = 2
)

func run(pass *rule.Pass) error {
	if !pass.Importable() {
		return nil
	}
	b := newResolver(pass)
	tables := b.tables()
	for _, t := range tables {
		if t.clients.isClosedChoice(t.entries) && b.isSelectedFrom(t) && !b.isExtensible(nil, t.clients) {
			b.reportClosed(t.name, "the table "+t.name.Name+" can only create", "", t.entries, t.clients)
		}
	}
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
				b.checkFunc(fn, tables)
			}
		}
	}
	return nil
}

// checkFunc checks the choices in a function.
func (r *resolver) checkFunc(fn *ast.FuncDecl, tables []*table) {
	for _, c := range choices(r.pass.TypesInfo, fn) {
		makes, n := clientSet{}, 0
		for _, alternative := range c.alternatives {
			if one := r.clientsIn(alternative); len(one) > 0 {
				makes.add(one)
				n++
			}
		}
		key := types.ExprString(c.key)
		if makes.isClosedChoice(n) && !r.isExtensible(fn, makes) && !r.isConfigurable(c.alternatives) {
			r.reportClosed(c.at, fn.Name.Name+" can only create", " for "+key, len(c.alternatives), makes)
		}
		if n >= minFallback && len(makes) >= minFallback && typex.IsString(r.pass.TypesInfo.TypeOf(c.key)) {
			r.reportFallback(fn, c.fallback, key)
		}
	}
	if key := r.fallbackKey(fn, tables); key != nil && typex.IsString(r.pass.TypesInfo.TypeOf(key)) {
		r.reportFallback(fn, fn.Body.List[len(fn.Body.List)-1:], types.ExprString(key))
	}
}

func (r *resolver) reportClosed(at ast.Node, what, key string, n int, makes clientSet) {
	var trace []rule.Step
	for _, m := range makes {
		trace = append(trace, rule.Step{Pos: m.at, Message: "a client is created here: " + r.typeName(m)})
	}
	r.pass.Report(rule.Finding{
		Pos: at.Pos(), End: astx.LineEnd(r.pass.Fset, at), Trace: trace,
		Message: fmt.Sprintf("%s its %d built-in alternatives%s (%s, %s and so on); let callers register others or pass a client",
			what, n, key, r.typeName(makes[0]), r.typeName(makes[1])),
	})
}

func (r *resolver) typeName(m client) string {
	if m.name.Pkg() == r.pass.Pkg {
		return m.name.Name()
	}
	return m.name.Pkg().Name() + "." + m.name.Name()
}

// reportFallback reports statements that create a client for an unknown name.
func (r *resolver) reportFallback(fn *ast.FuncDecl, stmts []ast.Stmt, key string) {
	for _, stmt := range stmts {
		if _, ok := stmt.(*ast.ExprStmt); ok {
			return // it says so, to a log perhaps
		}
		makes := r.clientsIn(stmt)
		if len(makes) == 0 {
			continue
		}
		if ret, ok := stmt.(*ast.ReturnStmt); ok && r.returnsError(ret) {
			return
		}
		r.pass.Report(rule.Finding{
			Pos: stmt.Pos(), End: astx.LineEnd(r.pass.Fset, stmt), Cites: principles.VendorNeutrality,
			Trace:   []rule.Step{{Pos: fn.Name.Pos(), Message: fmt.Sprintf("%s branches on %s", fn.Name.Name, key)}},
			Message: fmt.Sprintf("an unknown %s silently selects %s in %s, so prompts may go to the wrong vendor; return an error", key, r.typeName(makes[0]), fn.Name.Name),
		})
		return
	}
}

// returnsError reports whether a statement returns an error.
func (r *resolver) returnsError(ret *ast.ReturnStmt) bool {
	if len(ret.Results) < 2 {
		return false
	}
	last := ret.Results[len(ret.Results)-1]
	return !r.pass.TypesInfo.Types[last].IsNil() && typex.IsError(r.pass.TypesInfo.TypeOf(last))
}
