// Package unreaderrors finds results that report failures, with a nil error, in a field that nothing reads.
//
// It is long because a result is followed through variables, fields and loops to each place that could read its failures.
package unreaderrors

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule = &rule.Rule{Name: "unreaderrors", Group: rule.Reliability, Cites: principles.DataQuality, Doc: doc, Tier: rule.Preview, Since: "v0.1.0",
		Run: run}
	Analyzer = Rule.Analyzer()
)

func run(pass *rule.Pass) error {
	known := pass.Catalogue()
	if !mentions(pass, known) {
		return nil
	}
	for f := range inspector.New(pass.Files).Root().Preorder((*ast.FuncDecl)(nil)) {
		for c := range f.Preorder((*ast.CallExpr)(nil)) {
			call := c.Node().(*ast.CallExpr)
			fn, ok := typeutil.Callee(pass.TypesInfo, call).(*types.Func)
			if !ok {
				continue
			}
			e := outcome(known, fn)
			if e == nil {
				continue
			}
			u := &uses{pass: pass, fields: strings.Split(e.Attrs["fields"], ","), vars: map[types.Object]bool{}}
			if u.unread(f, c) {
				pass.Report(rule.Finding{Pos: call.Pos(), End: call.End(), Message: fmt.Sprintf(
					"%s returns failures in its result, with a nil error, and nothing here reads them; check %s before the result is used", flow.ShortName(fn), u.fields[0])})
			}
		}
	}
	return nil
}

// mentions reports whether a package names a function that returns failures in its result: few do, and the names are read faster than the code.
func mentions(pass *rule.Pass, known *catalogue.Catalogue) bool {
	names := map[string]bool{}
	for _, e := range known.Kind("outcome") {
		names[e.Symbol[strings.LastIndexByte(e.Symbol, '.')+1:]] = true
	}
	for _, obj := range pass.TypesInfo.Uses {
		if fn, ok := obj.(*types.Func); ok && names[fn.Name()] && outcome(known, fn) != nil {
			return true
		}
	}
	return false
}

// outcome returns the row that says that a function returns failures in its result, or nil.
func outcome(known *catalogue.Catalogue, fn *types.Func) *catalogue.Entry {
	for _, e := range known.Lookup(fn.FullName()) {
		if e.Kind == "outcome" {
			return e
		}
	}
	return nil
}

// uses follows a result through the variables of one function.
type uses struct {
	pass   *rule.Pass
	fields []string // that tell of a failure, of the result or of what it holds
	vars   map[types.Object]bool
}

// unread reports whether a function drops the result of a call, or keeps it in variables without a look at the fields.
func (u *uses) unread(f, call inspector.Cursor) bool {
	switch parent := call.Parent().Node().(type) {
	case *ast.ExprStmt:
		return true
	case *ast.AssignStmt:
		if len(parent.Rhs) != 1 {
			return false
		}
		id, ok := parent.Lhs[0].(*ast.Ident)
		if !ok {
			return false
		}
		if id.Name == "_" {
			return true
		}
		if !u.follow(f, id) {
			return false
		}
	default:
		return false
	}
	for before := 0; before < len(u.vars); { // until no use adds a variable
		before = len(u.vars)
		for c := range f.Preorder((*ast.Ident)(nil)) {
			if u.vars[u.pass.TypesInfo.Uses[c.Node().(*ast.Ident)]] && !u.harmless(f, c) {
				return false
			}
		}
	}
	return true
}

// follow adds a variable of the function, and reports false for one that others see.
func (u *uses) follow(f inspector.Cursor, id *ast.Ident) bool {
	obj, ok := u.pass.TypesInfo.ObjectOf(id).(*types.Var)
	if !ok || obj.Parent() == u.pass.Pkg.Scope() {
		return false
	}
	results := f.Node().(*ast.FuncDecl).Type.Results
	if results != nil && results.Pos() <= obj.Pos() && obj.Pos() < results.End() {
		return false
	}
	u.vars[obj] = true
	return true
}

// harmless reports whether a use neither reads one of the fields nor passes on what holds them.
func (u *uses) harmless(f, c inspector.Cursor) bool {
	for {
		up := c.Parent()
		switch n := up.Node().(type) {
		case *ast.SelectorExpr:
			if slices.Contains(u.fields, n.Sel.Name) {
				return false
			}
			if _, method := u.pass.TypesInfo.Uses[n.Sel].(*types.Func); method {
				return false
			}
			if !u.holds(u.pass.TypesInfo.TypeOf(n), map[types.Type]bool{}) {
				return true
			}
		case *ast.IndexExpr, *ast.ParenExpr, *ast.StarExpr:
		case *ast.BinaryExpr:
			return true // compared with nil
		case *ast.CallExpr:
			_, builtin := typeutil.Callee(u.pass.TypesInfo, n).(*types.Builtin)
			return builtin && len(n.Args) == 1 // len
		case *ast.RangeStmt:
			if kind, _ := c.ParentEdge(); kind != edge.RangeStmt_X {
				return true
			}
			id, ok := n.Value.(*ast.Ident)
			return n.Value == nil || ok && (id.Name == "_" || u.follow(f, id))
		case *ast.AssignStmt:
			if kind, _ := c.ParentEdge(); kind == edge.AssignStmt_Lhs {
				return true
			}
			id, ok := n.Lhs[0].(*ast.Ident)
			return ok && len(n.Lhs) == 1 && (id.Name == "_" || u.follow(f, id))
		default:
			return false
		}
		c = up
	}
}

// holds reports whether one of the fields is in a type or below it.
func (u *uses) holds(t types.Type, seen map[types.Type]bool) bool {
	if seen[t] {
		return false
	}
	seen[t] = true
	switch t := t.Underlying().(type) {
	case *types.Pointer:
		return u.holds(t.Elem(), seen)
	case *types.Slice:
		return u.holds(t.Elem(), seen)
	case *types.Struct:
		for field := range t.Fields() {
			if slices.Contains(u.fields, field.Name()) || u.holds(field.Type(), seen) {
				return true
			}
		}
	}
	return false
}
