// Package astx answers the questions about syntax that go/ast leaves to its users and that several rules ask.
package astx

import (
	"go/ast"
	"go/token"
	"go/types"
	"iter"
	"strconv"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

// LineEnd returns where a node ends if that is on the line where it starts, and else token.NoPos: a finding covers no more
// than one line.
func LineEnd(fset *token.FileSet, n ast.Node) token.Pos {
	if fset.Position(n.Pos()).Line == fset.Position(n.End()).Line {
		return n.End()
	}
	return token.NoPos
}

// Call returns the innermost call expression of a path of enclosing nodes, innermost first, or nil.
func Call(path []ast.Node) *ast.CallExpr {
	for _, n := range path {
		if call, ok := n.(*ast.CallExpr); ok {
			return call
		}
	}
	return nil
}

// Calls returns the calls of files by their opening brackets, which is all that SSA knows of a call's place.
func Calls(files []*ast.File) map[token.Pos]*ast.CallExpr {
	calls := map[token.Pos]*ast.CallExpr{}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				calls[call.Lparen] = call
			}
			return true
		})
	}
	return calls
}

// FuncCalls returns the calls at and below nodes whose function is known by name, in the order of the source.
func FuncCalls[N ast.Node](info *types.Info, nodes ...N) iter.Seq2[*ast.CallExpr, *types.Func] {
	return func(yield func(*ast.CallExpr, *types.Func) bool) {
		for _, root := range nodes {
			for n := range ast.Preorder(root) {
				if call, ok := n.(*ast.CallExpr); ok {
					if fn, ok := typeutil.Callee(info, call).(*types.Func); ok && !yield(call, fn) {
						return
					}
				}
			}
		}
	}
}

// Imports reports whether a file imports a package whose path matches.
func Imports(files []*ast.File, match func(path string) bool) bool {
	for _, f := range files {
		for _, spec := range f.Imports {
			if path, err := strconv.Unquote(spec.Path.Value); err == nil && match(path) {
				return true
			}
		}
	}
	return false
}

// Embeds returns the patterns of the go:embed directives of files, by the variables that they fill.
func Embeds(files []*ast.File) map[*ast.Ident][]string {
	embeds := map[*ast.Ident][]string{}
	for _, f := range files {
		for _, d := range f.Decls {
			decl, ok := d.(*ast.GenDecl)
			if !ok || decl.Tok != token.VAR {
				continue
			}
			for _, s := range decl.Specs {
				spec := s.(*ast.ValueSpec)
				doc := spec.Doc
				if doc == nil && !decl.Lparen.IsValid() {
					doc = decl.Doc
				}
				if patterns := EmbedPatterns(doc); len(patterns) > 0 && len(spec.Names) == 1 {
					embeds[spec.Names[0]] = patterns
				}
			}
		}
	}
	return embeds
}

// EmbedPatterns returns the patterns of the go:embed directives in a comment, which may be nil. A quoted pattern with a space in it is not
// recognized as one.
func EmbedPatterns(doc *ast.CommentGroup) (patterns []string) {
	if doc == nil {
		return nil
	}
	for _, c := range doc.List {
		if rest, ok := strings.CutPrefix(c.Text, "//go:embed "); ok {
			for _, p := range strings.Fields(rest) {
				if q, err := strconv.Unquote(p); err == nil {
					p = q
				}
				patterns = append(patterns, p)
			}
		}
	}
	return patterns
}
