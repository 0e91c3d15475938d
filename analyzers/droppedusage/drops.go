package droppedusage

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/catalogue"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
)

// A drop is a function that receives token usage, ignores it, and returns text.
type drop struct {
	fn    *types.Func
	call  *ast.CallExpr
	usage string // "openai.ChatCompletionResponse.Usage"
}

// readsUsage reports whether the package reads a field with usage anywhere; it then knows the usage.
func readsUsage(pass *rule.Pass) bool {
	for _, f := range pass.Files {
		read := false
		ast.Inspect(f, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && !read {
				s := pass.TypesInfo.Selections[sel]
				read = s != nil && s.Kind() == types.FieldVal && isUsage(pass.Catalogue(), declaringType(s), s.Obj())
			}
			return !read
		})
		if read {
			return true
		}
	}
	return false
}

// declaringType is the named type whose field a selection picks, which may be embedded in the one that is named.
func declaringType(s *types.Selection) types.Type {
	t := s.Recv()
	for _, i := range s.Index()[:len(s.Index())-1] {
		t = typex.Struct(t).Field(i).Type()
	}
	return typex.Deref(t)
}

// isUsage reports whether the catalogue has a field as tokens spent in a talk.
func isUsage(known *catalogue.Catalogue, t types.Type, field types.Object) bool {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return false
	}
	return slices.ContainsFunc(known.Lookup(n.Obj().Pkg().Path()+"."+n.Obj().Name()+"."+field.Name()), func(e *catalogue.Entry) bool {
		return e.Kind == "usage" && e.Place == "field" && (e.Role == "chat" || e.Role == "responses") && e.SDK.Class != "framework"
	})
}

// usageDroppers returns the functions of the package that drop usage, in the order of the source.
func usageDroppers(pass *rule.Pass) []*drop {
	var out []*drop
	for _, f := range pass.Files {
		if strings.HasSuffix(pass.Fset.File(f.FileStart).Name(), "_test.go") {
			continue
		}
		for _, decl := range f.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			obj := pass.TypesInfo.Defs[fn.Name].(*types.Func)
			if !returnsOnlyText(obj.Signature()) {
				continue
			}
			if d := findDrop(pass, obj, fn.Body); d != nil {
				out = append(out, d)
			}
		}
	}
	return out
}

// returnsOnlyText reports whether a function returns a text, and an error at most.
func returnsOnlyText(sig *types.Signature) bool {
	results := sig.Results()
	if results.Len() == 0 || results.Len() > 2 {
		return false
	}
	return typex.IsString(results.At(0).Type()) && (results.Len() == 1 || typex.IsError(results.At(1).Type()))
}

// findDrop returns the first response in a function that has usage and of which only other fields are read.
func findDrop(pass *rule.Pass, fn *types.Func, body *ast.BlockStmt) *drop {
	info := pass.TypesInfo
	var found *drop
	ast.Inspect(body, func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok || found != nil || len(assign.Rhs) != 1 {
			return found == nil
		}
		call, ok := assign.Rhs[0].(*ast.CallExpr)
		id, isIdent := assign.Lhs[0].(*ast.Ident)
		if !ok || !isIdent {
			return true
		}
		resp := info.ObjectOf(id)
		if resp == nil {
			return true
		}
		if usage := usageOf(pass.Catalogue(), resp.Type()); usage != "" && staysInFunction(pass, body, resp) {
			found = &drop{fn: fn, call: call, usage: usage}
		}
		return true
	})
	return found
}

// usageOf names the field of a response that tells the usage, or returns "".
func usageOf(known *catalogue.Catalogue, t types.Type) string {
	n, ok := types.Unalias(typex.Deref(t)).(*types.Named)
	if !ok {
		return ""
	}
	if st, ok := n.Underlying().(*types.Struct); ok {
		for f := range st.Fields() {
			if isUsage(known, n, f) {
				return n.Obj().Pkg().Name() + "." + n.Obj().Name() + "." + f.Name()
			}
		}
	}
	return ""
}

// staysInFunction reports whether a response is read in a function, and goes nowhere else as a whole: whoever gets it may count.
func staysInFunction(pass *rule.Pass, body *ast.BlockStmt, resp types.Object) bool {
	info := pass.TypesInfo
	parts := map[*ast.Ident]bool{} // uses of it that take only a part, compare it or set it
	read := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if id, ok := n.X.(*ast.Ident); ok && info.Uses[id] == resp && !isRaw(pass.Catalogue(), info.Uses[n.Sel]) {
				parts[id], read = true, true
			}
		case *ast.BinaryExpr:
			for _, side := range []ast.Expr{n.X, n.Y} {
				if id, ok := side.(*ast.Ident); ok {
					parts[id] = true
				}
			}
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if id, ok := lhs.(*ast.Ident); ok {
					parts[id] = true
				}
			}
		case *ast.Ident:
			if info.Uses[n] == resp && !parts[n] {
				read = false
				resp = nil // it goes elsewhere: nothing more to look for
			}
		}
		return resp != nil
	})
	return read && resp != nil
}

// isRaw reports whether a member is the whole response as JSON, usage included.
func isRaw(known *catalogue.Catalogue, member types.Object) bool {
	fn, ok := member.(*types.Func)
	return ok && slices.ContainsFunc(known.Lookup(fn.Origin().FullName()), func(e *catalogue.Entry) bool {
		return e.Kind == "output" && e.Role == "raw"
	})
}
