package extract

import (
	"bytes"
	"cmp"
	"errors"
	"go/ast"
	"go/format"
	"go/token"
	"slices"

	"github.com/zahariacheck/zahariacheck/internal/rewrite"
)

// rewritten is the file with its edits, formatted if it was before.
func (src *file) rewritten() ([]byte, error) {
	edits := append(src.removals(), src.edits...)
	if !src.embeds {
		edits = append(edits, src.importEdit())
	}
	slices.SortStableFunc(edits, func(a, b rewrite.Edit) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	for i := 1; i < len(edits); i++ {
		if edits[i].Start < edits[i-1].End {
			return nil, errors.New("two prompts overlap")
		}
	}
	out := rewrite.Splice(src.data, edits, 0, len(src.data))
	if was, err := format.Source(src.data); err != nil || !bytes.Equal(was, src.data) {
		return out, nil
	}
	return format.Source(out)
}

// importEdit adds an import of package embed.
func (src *file) importEdit() rewrite.Edit {
	for _, d := range src.syntax.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT && g.Lparen.IsValid() {
			return src.replace(g.Lparen+1, g.Lparen+1, src.newline+"\t_ \"embed\"")
		}
	}
	at := src.syntax.Name.End()
	return src.replace(at, at, src.newline+src.newline+"import _ \"embed\"")
}
