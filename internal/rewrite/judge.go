package rewrite

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"slices"
)

// judge compares a file before and after edits. What lies outside of them must be what it was: each comment, at its place and
// with what it is about; each declaration and each piece of syntax, with the names and literals in it. A comment that an edit
// takes away must be put in again, save for directives to this program.
func judge(old, out []byte, edits []Edit) error {
	was, err := parse(old)
	if err != nil {
		return fmt.Errorf("the file does not parse: %w", err)
	}
	is, err := parse(out)
	if err != nil {
		return fmt.Errorf("with it, the file does not parse: %w", err)
	}
	moved := shift(edits)
	var removed, added [][2]int
	for _, e := range edits {
		removed = append(removed, [2]int{e.Start, e.End})
	}
	added = moved.spans()
	if err := sameComments(was, is, removed, added, moved); err != nil {
		return err
	}
	if len(was.file.Decls) != len(is.file.Decls) {
		return errors.New("it would change the number of declarations")
	}
	if !slices.Equal(was.nodes(removed, moved), is.nodes(added, nil)) {
		return errors.New("it would change more than it replaces")
	}
	if !slices.Equal(was.attached(removed, moved), is.attached(added, nil)) {
		return errors.New("a comment would no longer stand with what it is about")
	}
	return nil
}

// A syntax is the tree of a file whose positions are offsets.
type syntax struct {
	fset *token.FileSet
	file *ast.File
	base int
}

func parse(src []byte) (*syntax, error) {
	s := &syntax{fset: token.NewFileSet()}
	var err error
	if s.file, err = parser.ParseFile(s.fset, "", src, parser.ParseComments|parser.SkipObjectResolution); err != nil {
		return nil, err
	}
	s.base = s.fset.File(s.file.FileStart).Base()
	return s, nil
}

func (s *syntax) offset(pos token.Pos) int { return int(pos) - s.base }

// apart reports whether something lies outside of all spans. A span with nothing in it lies between what it touches.
func apart(start, end int, spans [][2]int) bool {
	return !slices.ContainsFunc(spans, func(s [2]int) bool { return end > s[0] && start < s[1] || start < s[0] && s[0] < end })
}

// A piece is a part of a file, at its offsets in the new file.
type piece struct {
	kind, text string
	start, end int
}

// nodes lists the syntax that the spans do not cut: that beside them, and that around them.
func (s *syntax) nodes(spans [][2]int, moved shift) (all []piece) {
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.Comment, *ast.CommentGroup:
			return false
		}
		start, end := s.offset(n.Pos()), s.offset(n.End())
		for _, span := range spans {
			around := start <= span[0] && span[1] <= end
			if !apart(start, end, [][2]int{span}) && (!around || start == span[0] && end == span[1]) {
				return start < span[0] || span[1] < end // its parts may lie beside the span
			}
		}
		p := piece{kind: reflect.TypeOf(n).String(), start: moved.of(start, false), end: moved.of(end, true)}
		switch n := n.(type) {
		case *ast.File:
			p.start, p.end = 0, 0 // its end is that of the last declaration
		case *ast.Ident:
			p.text = n.Name
		case *ast.BasicLit:
			if apart(start, end, spans) {
				p.text = n.Value
			}
		case *ast.BinaryExpr:
			p.text = n.Op.String()
		case *ast.UnaryExpr:
			p.text = n.Op.String()
		case *ast.AssignStmt:
			p.text = n.Tok.String()
		case *ast.BranchStmt:
			p.text = n.Tok.String()
		case *ast.GenDecl:
			p.text = n.Tok.String()
		}
		all = append(all, p)
		return true
	})
	return all
}

// sameComments complains if a comment outside of the edits is not what it was, or if one is gone.
func sameComments(was, is *syntax, removed, added [][2]int, moved shift) error {
	kept, cut := was.comments(removed, moved)
	now, put := is.comments(added, nil)
	if !slices.Equal(kept, now) {
		return errors.New("it would change a comment")
	}
	for _, c := range cut {
		at := slices.IndexFunc(put, func(p piece) bool { return p.text == c.text })
		switch {
		case at >= 0:
			put = slices.Delete(put, at, at+1)
		case !directive(c.text):
			return errors.New("it would delete a comment")
		}
	}
	return nil
}

// directive reports whether a comment speaks to this program.
func directive(text string) bool {
	const prefix = "//zahariacheck:"
	return len(text) > len(prefix) && text[:len(prefix)] == prefix
}

// comments lists the comments outside of spans, and the others.
func (s *syntax) comments(spans [][2]int, moved shift) (beside, inside []piece) {
	for _, g := range s.file.Comments {
		for _, c := range g.List {
			start, end := s.offset(c.Pos()), s.offset(c.End())
			p := piece{text: c.Text, start: moved.of(start, false), end: moved.of(end, true)}
			if apart(start, end, spans) {
				beside = append(beside, p)
			} else {
				inside = append(inside, p)
			}
		}
	}
	return beside, inside
}

// attached lists what the comments outside of spans are about, where that lies outside too.
func (s *syntax) attached(spans [][2]int, moved shift) (all []piece) {
	add := func(how string, n ast.Node, g *ast.CommentGroup) {
		start, end := s.offset(n.Pos()), s.offset(n.End())
		if g == nil || !apart(start, min(start+1, end), spans) {
			return
		}
		if _, isFile := n.(*ast.File); isFile {
			start = 0
		}
		for _, c := range g.List {
			if from, to := s.offset(c.Pos()), s.offset(c.End()); apart(from, to, spans) {
				all = append(all, piece{how, reflect.TypeOf(n).String(), moved.of(start, false), moved.of(from, false)})
			}
		}
	}
	about := map[*ast.CommentGroup]ast.Node{}
	for n, groups := range ast.NewCommentMap(s.fset, s.file, s.file.Comments) {
		for _, g := range groups {
			about[g] = n
		}
	}
	for _, g := range s.file.Comments {
		if n := about[g]; n != nil {
			add("near", n, g)
		}
	}
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			add("doc", n, n.Doc)
		case *ast.GenDecl:
			add("doc", n, n.Doc)
		case *ast.ImportSpec:
			add("doc", n, n.Doc)
			add("line", n, n.Comment)
		case *ast.ValueSpec:
			add("doc", n, n.Doc)
			add("line", n, n.Comment)
		case *ast.TypeSpec:
			add("doc", n, n.Doc)
			add("line", n, n.Comment)
		case *ast.Field:
			add("doc", n, n.Doc)
			add("line", n, n.Comment)
		}
		return true
	})
	return all
}
