package extract

import (
	"go/ast"
	"go/token"
	"strings"
	"unicode"

	"github.com/zahariacheck/zahariacheck/internal/rewrite"
)

// move plans the edits that put a variable in the place of a target.
func (f *file) move(t *target, name, path string) {
	variable := "//go:embed " + path + f.newline + "var " + name + " string"
	if t.spec != nil && t.decl.Lparen.IsValid() {
		variable = f.comments(t.spec) + variable
	}
	switch {
	case t.spec != nil && t.function == nil && len(t.decl.Specs) == 1 && !t.decl.Lparen.IsValid():
		f.edits = append(f.edits, f.replace(t.decl.Pos(), t.decl.End(), variable))
		return
	case t.spec != nil && t.function == nil:
		f.removed[t.decl] = append(f.removed[t.decl], f.removal(t.spec, t.spec.Doc))
		f.insertBefore(t.decl, variable)
		return
	case t.spec != nil: // a constant of a function
		if len(t.decl.Specs) == 1 {
			f.edits = append(f.edits, f.removal(t.stmt, nil))
		} else {
			f.edits = append(f.edits, f.removal(t.spec, t.spec.Doc))
		}
		f.rename(t, name)
	default:
		f.edits = append(f.edits, f.replace(t.expr.Pos(), t.expr.End(), name))
	}
	f.insertBefore(t.outer, variable)
}

// replace is an edit that puts a text between two positions.
func (f *file) replace(from, to token.Pos, text string) rewrite.Edit {
	return rewrite.Edit{Start: f.offset(from), End: f.offset(to), New: text}
}

// rename changes the uses of a local constant where the variable has another name.
func (f *file) rename(t *target, name string) {
	old := t.spec.Names[0].Name
	ast.Inspect(t.function.Body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && id.Name == old && id.Pos() > t.spec.End() {
			f.edits = append(f.edits, f.replace(id.Pos(), id.End(), name))
		}
		return true
	})
}

// removal deletes a declaration with its comments and its lines, if nothing else stands on them.
func (f *file) removal(n ast.Node, doc *ast.CommentGroup) rewrite.Edit {
	start, end := f.offset(n.Pos()), f.offset(n.End())
	if doc != nil {
		start = f.offset(doc.Pos())
	}
	if spec, ok := n.(*ast.ValueSpec); ok && spec.Comment != nil {
		end = f.offset(spec.Comment.End())
	}
	for start > 0 && (f.data[start-1] == '\t' || f.data[start-1] == ' ') {
		start--
	}
	if i := strings.IndexByte(string(f.data[end:]), '\n'); i >= 0 && strings.TrimSpace(string(f.data[end:end+i])) == "" {
		end += i + 1
	}
	return rewrite.Edit{Start: start, End: end}
}

// comments are those of a constant, above and behind it, as they stand above a directive.
func (f *file) comments(spec *ast.ValueSpec) (out string) {
	for _, group := range []*ast.CommentGroup{spec.Doc, spec.Comment} {
		if group != nil {
			for _, c := range group.List {
				out += c.Text + f.newline
			}
		}
	}
	if out != "" {
		out += "//" + f.newline
	}
	return out
}

// removals are the edits that delete constants of groups; of a group that would be empty all goes.
func (f *file) removals() (out []rewrite.Edit) {
	for decl, edits := range f.removed {
		if len(edits) == len(decl.Specs) {
			edits = []rewrite.Edit{f.removal(decl, nil)}
		}
		out = append(out, edits...)
	}
	return out
}

// insertBefore puts a declaration before another one and its comment.
func (f *file) insertBefore(d ast.Decl, text string) {
	at := d.Pos()
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Doc != nil {
			at = d.Doc.Pos()
		}
	case *ast.GenDecl:
		if d.Doc != nil {
			at = d.Doc.Pos()
		}
	}
	f.edits = append(f.edits, f.replace(at, at, text+f.newline+f.newline))
}

func lowerFirst(s string) string {
	r := []rune(s)
	n := 0
	for n < len(r) && unicode.IsUpper(r[n]) {
		n++
	}
	if n > 1 && n < len(r) {
		n-- // the last capital begins the next word
	}
	for i := range n {
		r[i] = unicode.ToLower(r[i])
	}
	return string(r)
}
