// Package gobstore finds user data that is kept on disk as encoding/gob, which only Go can read.
//
// It is long because it follows the writer to a file, through variables, fields and parameters, and asks whether losing the file would matter.
package gobstore

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/rule"
	"github.com/zahariacheck/zahariacheck/analyzers/internal/typex"
	"github.com/zahariacheck/zahariacheck/principles"
)

//go:embed rule.md
var doc string

var (
	Rule     = &rule.Rule{Name: "gobstore", Group: rule.Openness, Cites: principles.SimplePrimitives, Doc: doc, Tier: rule.Preview, Since: "v0.1.0", Wants: wants, Run: run}
	Analyzer = Rule.Analyzer()
)

// wants asks for an import of encoding/gob.
func wants(pass *rule.Pass) bool {
	return astx.Imports(pass.Files, func(path string) bool { return path == "encoding/gob" })
}

func run(pass *rule.Pass) error {
	if strings.Contains(pass.Pkg.Path(), "/test") {
		return nil // what tests keep is not user data
	}
	root := inspector.New(pass.Files).Root()
	if !isOnlyCopy(root, pass.TypesInfo) {
		return nil // nothing is lost when a file cannot be decoded: a cache, or data for another program
	}
	files := toFile(root, pass.TypesInfo)
	for c := range root.Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		if fullName(pass.TypesInfo, call) != "(*encoding/gob.Encoder).Encode" {
			continue
		}
		method, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok || len(call.Args) != 1 {
			continue // a method expression, whose encoder is an argument
		}
		stored := pass.TypesInfo.TypeOf(call.Args[0])
		if origin, ok := files.of(method.X); ok && !hasOpenType(stored) && !number(stored) {
			pass.Report(rule.Finding{
				Pos: call.Pos(),
				End: call.End(),
				Message: fmt.Sprintf("%s stores %s as gob, which only Go can read and which silently drops renamed fields; "+
					"use a versioned text format such as JSON lines", types.ExprString(call.Fun), strings.TrimLeft(types.TypeString(stored, (*types.Package).Name), "*")),
				Trace: []rule.Step{{Pos: origin.Pos(), Message: "the file is opened here"}},
			})
		}
	}
	return nil
}

// hasOpenType reports whether a value of type t can hold values of any type. Of the encodings in the standard library only gob gives these back
// as what they were, and who stores them for others has little choice.
func hasOpenType(t types.Type) bool {
	found := false
	typex.Walk(t, func(t types.Type) []types.Type {
		if _, ok := types.Unalias(t).(*types.TypeParam); ok {
			found = true
			return nil
		}
		switch u := t.Underlying().(type) {
		case *types.Interface:
			found = true
		case *types.Pointer, *types.Slice, *types.Array, *types.Map:
			return typex.Elems(t)
		case *types.Struct:
			return typex.ExportedFields(u)
		}
		return nil
	})
	return found
}

// number reports whether t is a lone number or truth value: a header, not data.
func number(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString == 0
}

// fullName is the name of the function that a call names, as go/types spells it; "" if unknown.
func fullName(info *types.Info, call *ast.CallExpr) string {
	if fn, ok := typeutil.Callee(info, call).(*types.Func); ok {
		return fn.FullName()
	}
	return ""
}
