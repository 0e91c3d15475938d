package rewrite

import (
	"bytes"
	"errors"
	"go/ast"
	"go/format"
)

// tidy formats a file after edits. If gofmt would have changed nothing before, it does not afterwards; else only those declarations
// that the edits touch are formatted, of which that is so.
func tidy(old, out []byte, edits []Edit) ([]byte, error) {
	if before, _, ok := normal(old); ok {
		if formatted, err := format.Source(before); err == nil && bytes.Equal(formatted, before) {
			after, restore, ok := normal(out)
			if !ok {
				return nil, errors.New("with it, line ends would differ")
			}
			formatted, err := format.Source(after)
			if err != nil {
				return nil, err
			}
			return restore(formatted), nil
		}
	}
	was, err := parse(old)
	if err != nil {
		return nil, err
	}
	is, err := parse(out)
	if err != nil {
		return nil, err
	}
	spans := shift(edits).spans()
	var pretty []Edit
	for i, decl := range is.file.Decls {
		start, end := is.extent(decl)
		if apart(start, end, spans) || i >= len(was.file.Decls) {
			continue
		}
		from, to := was.extent(was.file.Decls[i])
		if text, ok := formatted(old[from:to]); ok && bytes.Equal(text, old[from:to]) {
			if text, ok := formatted(out[start:end]); ok {
				pretty = append(pretty, Edit{start, end, string(text)})
			}
		}
	}
	return splice(out, pretty), nil
}

// extent returns where a declaration starts and ends, with its comment.
func (s *syntax) extent(decl ast.Decl) (start, end int) {
	var doc *ast.CommentGroup
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		doc = decl.Doc
	case *ast.GenDecl:
		doc = decl.Doc
	}
	start, end = s.offset(decl.Pos()), s.offset(decl.End())
	if doc != nil {
		start = s.offset(doc.Pos())
	}
	return start, end
}

// formatted formats a piece of a file.
func formatted(text []byte) ([]byte, bool) {
	plain, restore, ok := normal(text)
	if !ok {
		return nil, false
	}
	out, err := format.Source(plain)
	return restore(out), err == nil
}

// normal returns a text as gofmt writes it: without a byte order mark, and with line ends of one byte. What it returns beside
// gives a text back what was taken. It is not ok if only some of the lines have line ends of two bytes.
func normal(text []byte) (plain []byte, restore func([]byte) []byte, ok bool) {
	const mark = "\ufeff"
	plain, marked := bytes.CutPrefix(text, []byte(mark))
	dos := bytes.Contains(plain, []byte("\r"))
	if dos {
		n := bytes.Count(plain, []byte("\r\n"))
		if n != bytes.Count(plain, []byte("\n")) || n != bytes.Count(plain, []byte("\r")) {
			return nil, nil, false
		}
		plain = bytes.ReplaceAll(plain, []byte("\r\n"), []byte("\n"))
	}
	return plain, func(text []byte) []byte {
		if dos {
			text = bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))
		}
		if marked {
			text = append([]byte(mark), text...)
		}
		return text
	}, true
}
