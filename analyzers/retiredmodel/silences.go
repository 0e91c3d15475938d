package retiredmodel

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/flow"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
)

// fileOf returns the file that a position lies in, or nil.
func fileOf(pass *rule.Pass, pos token.Pos) *ast.File {
	for _, f := range pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}

// usesOtherPlatform reports whether a file is about a platform that serves the vendor's models on its own terms: it sets a client to
// one (Bedrock, Vertex, Azure), or the SDKs that it imports are all of others, such as Ollama. The SDK of OpenAI stands for
// many vendors, whose endpoints speak its protocol.
func usesOtherPlatform(pass *rule.Pass, c *catalogue.Catalogue, file *ast.File, vendor string) bool {
	others, own := false, false
	for _, imp := range file.Imports {
		path, _ := strconv.Unquote(imp.Path.Value)
		sdk := c.SDKOf(path)
		if sdk == nil || sdk.Class != "model" && sdk.Class != "cloud" {
			continue
		}
		if sdk.Vendor == vendor || sdk.Vendor == "openai" || sdk.Vendor == "any" {
			own = true
		} else {
			others = true
		}
	}
	return others && !own || ownCalendar(pass, c, file)
}

// ownCalendar reports whether a file uses something by which an SDK reaches a platform that retires models on days of its
// own, and nothing by which it reaches the vendor's. To ask which platform it is, by == or a case, sets no client to it.
func ownCalendar(pass *rule.Pass, c *catalogue.Catalogue, file *ast.File) bool {
	uses := map[string]bool{}
	var visit func(n ast.Node) bool
	visit = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			return n.Op != token.EQL && n.Op != token.NEQ
		case *ast.CaseClause:
			for _, s := range n.Body {
				ast.Inspect(s, visit)
			}
			return false
		case *ast.Ident:
			obj := pass.TypesInfo.Uses[n]
			if obj == nil || obj.Pkg() == nil || obj.Parent() != obj.Pkg().Scope() {
				return true
			}
			for _, e := range c.Lookup(flow.GlobalKey(obj)) {
				uses[e.Attrs["calendar"]] = true
			}
		}
		return true
	}
	ast.Inspect(file, visit)
	return uses["own"] && !uses["vendor"]
}

// asked reports whether a model stands below a test for the same model: who asks for it by its name gets that one, and what is to
// be dropped is the name where it is offered.
func asked(pass *rule.Pass, file *ast.File, pos token.Pos, id string) bool {
	names := func(e ast.Expr) bool {
		text, ok := pass.ConstantString(e)
		return ok && text == id
	}
	path, _ := astutil.PathEnclosingInterval(file, pos, pos)
	for _, n := range path {
		switch n := n.(type) {
		case *ast.FuncDecl:
			return false
		case *ast.CaseClause:
			if slices.ContainsFunc(n.List, names) && !slices.ContainsFunc(n.List, func(e ast.Expr) bool { return e.Pos() <= pos && pos < e.End() }) {
				return true
			}
		case *ast.IfStmt:
			test, ok := n.Cond.(*ast.BinaryExpr)
			if ok && test.Op == token.EQL && (names(test.X) || names(test.Y)) && n.Body.Pos() <= pos && pos < n.Body.End() {
				return true
			}
		}
	}
	return false
}
