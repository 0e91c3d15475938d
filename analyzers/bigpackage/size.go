package bigpackage

import (
	"go/ast"
	"regexp"
	"slices"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
)

// handwrittenFiles leaves out generated files. Besides what Go agreed on, that is what the generators of API clients write:
// "File generated from our OpenAPI spec", "This file was auto-generated".
func handwrittenFiles(files []*ast.File) []*ast.File {
	return slices.DeleteFunc(slices.Clone(files), func(f *ast.File) bool {
		return astx.Generated(f) || slices.ContainsFunc(astx.Comments(f), func(c *ast.CommentGroup) bool {
			return (len(f.Decls) == 0 || c.End() < f.Decls[0].Pos()) && generated.MatchString(c.Text())
		})
	})
}

var generated = regexp.MustCompile(`(?i)\b(file|code) (was )?(auto-?)?generated\b`)

// exportedDecls lists the exported types and functions.
func exportedDecls(files []*ast.File) []*ast.Ident {
	var names []*ast.Ident
	each(files, func(ids []*ast.Ident, decl ast.Node) {
		fn, isFunc := decl.(*ast.FuncDecl)
		_, isType := decl.(*ast.TypeSpec)
		if ids[0].IsExported() && (isType || isFunc && fn.Recv == nil) {
			names = append(names, ids[0])
		}
	})
	return names
}

// describes matches the names of methods that data has: they name it, check it, compare it, convert it or write it in a format.
var describes = regexp.MustCompile(`^(String|GoString|Error|Name|Type|Kind|TableName|Scan|Value|Clone|Copy|Equal|Validate|Valid|IsValid|(Marshal|Unmarshal|Encode|Decode|Is|Has|To|As|From|Get|DeepCopy)([A-Z].*|))$`)

// isExempt reports whether a package is large by nature: over four fifths of what it exports only describe data (structs, and the named
// strings and numbers of constant tables, with no methods but those that describe), or more of it is generated than written.
func isExempt(files []*ast.File) bool {
	var all, byHand, exports, data int
	each(files, func(ids []*ast.Ident, _ ast.Node) { all += len(ids) })
	files = handwrittenFiles(files)
	methods := map[string]bool{}
	each(files, func(ids []*ast.Ident, decl ast.Node) {
		byHand += len(ids)
		if fn, ok := decl.(*ast.FuncDecl); ok && fn.Recv != nil && !describes.MatchString(fn.Name.Name) {
			ast.Inspect(fn.Recv, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok {
					methods[id.Name] = true
				}
				return true
			})
		}
	})
	exports = len(exportedDecls(files))
	each(files, func(ids []*ast.Ident, decl ast.Node) {
		if t, ok := decl.(*ast.TypeSpec); ok && t.Name.IsExported() && !methods[t.Name.Name] {
			switch u := t.Type.(type) {
			case *ast.StructType:
				data++
			case *ast.Ident:
				if basic[u.Name] {
					data++
				}
			}
		}
	})
	return data*5 > exports*4 || all > 2*byHand
}

var basic = map[string]bool{"string": true, "int": true, "int8": true, "int16": true, "int32": true, "int64": true, "uint": true,
	"uint8": true, "uint16": true, "uint32": true, "uint64": true, "byte": true}

// each calls f with the names that each declaration at the top of the files declares, and its syntax.
func each(files []*ast.File, f func(names []*ast.Ident, decl ast.Node)) {
	for _, file := range files {
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				f([]*ast.Ident{d.Name}, d)
			case *ast.GenDecl:
				for _, s := range d.Specs {
					switch s := s.(type) {
					case *ast.TypeSpec:
						f([]*ast.Ident{s.Name}, s)
					case *ast.ValueSpec:
						f(s.Names, s)
					}
				}
			}
		}
	}
}
