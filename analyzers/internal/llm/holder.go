package llm

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/ssa"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/llm/shape"
)

// holderRole returns the role of a message whose text is replaced, by the name of the variable that holds it: what a program puts into
// assistantMsg stands for an answer, whoever made the message.
func (b *builder) holderRole(f *ssa.FieldAddr) string {
	if !hasAuthor(f) {
		return ""
	}
	words := shape.Words(b.holderName(f.Pos()))
	if len(words) > 1 && slices.Contains(words, "assistant") {
		return "assistant"
	}
	return ""
}

// holderName returns the name of the variable in the selector at a position, as in v.Field, or "".
func (b *builder) holderName(pos token.Pos) string {
	for _, file := range b.pass.Files {
		if pos < file.FileStart || pos > file.FileEnd {
			continue
		}
		path, _ := astutil.PathEnclosingInterval(file, pos, pos)
		for _, n := range path {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if v, ok := s.X.(*ast.Ident); ok {
					return v.Name
				}
			}
		}
	}
	return ""
}
