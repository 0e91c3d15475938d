package extract

import (
	"bytes"
	"cmp"
	"errors"
	"go/ast"
	"go/format"
	"go/token"
	"slices"
)

// rewritten is the file with its edits, formatted if it was before.
func (src *file) rewritten() ([]byte, error) {
	edits := append(src.removals(), src.edits...)
	if !src.embeds {
		edits = append(edits, src.importEdit())
	}
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
	var out bytes.Buffer
	last := 0
	for _, e := range edits {
		if e.start < last {
			return nil, errors.New("two prompts overlap")
		}
		out.Write(src.data[last:e.start])
		out.WriteString(e.text)
		last = e.end
	}
	out.Write(src.data[last:])
	if was, err := format.Source(src.data); err != nil || !bytes.Equal(was, src.data) {
		return out.Bytes(), nil
	}
	return format.Source(out.Bytes())
}

// importEdit adds an import of package embed.
func (src *file) importEdit() edit {
	for _, d := range src.syntax.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT && g.Lparen.IsValid() {
			at := src.offset(g.Lparen) + 1
			return edit{at, at, src.newline + "\t_ \"embed\""}
		}
	}
	at := src.offset(src.syntax.Name.End())
	return edit{at, at, src.newline + src.newline + "import _ \"embed\""}
}
