package extract

import (
	"errors"
	"fmt"
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/internal/rewrite"
)

// A file is a Go file of the package with the edits that are planned.
type file struct {
	name    string
	data    []byte
	fset    *token.FileSet
	syntax  *ast.File
	err     error // why nothing of it is moved
	embeds  bool  // it imports package embed
	newline string
	names   map[string]bool // of all identifiers
	edits   []rewrite.Edit
	removed map[*ast.GenDecl][]rewrite.Edit // of constants that stand in a group
	moved   map[ast.Expr]bool
}

// open parses a file, or returns nil.
func open(name string) *file {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	f := &file{name: name, data: data, fset: token.NewFileSet(), newline: "\n", names: map[string]bool{}, removed: map[*ast.GenDecl][]rewrite.Edit{}, moved: map[ast.Expr]bool{}}
	if f.syntax, err = parser.ParseFile(f.fset, name, data, parser.ParseComments|parser.SkipObjectResolution); err != nil {
		return nil
	}
	if strings.Contains(string(data), "\r\n") {
		f.newline = "\r\n"
	}
	for _, i := range f.syntax.Imports {
		switch i.Path.Value {
		case `"C"`:
			f.err = errors.New("the file uses cgo")
		case `"embed"`:
			f.embeds = true
		}
	}
	switch {
	case ast.IsGenerated(f.syntax):
		f.err = errors.New("the file is generated")
	case f.constrained():
		f.err = errors.New("the file is built for some platforms or tags only")
	}
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			f.names[id.Name] = true
		}
		return true
	})
	return f
}

// constrained reports whether a build constraint stands in the file. Those in the name are for the compiler to find.
func (f *file) constrained() bool {
	for _, group := range f.syntax.Comments {
		for _, c := range group.List {
			if c.Pos() < f.syntax.Package && (constraint.IsGoBuild(c.Text) || constraint.IsPlusBuild(c.Text)) {
				return true
			}
		}
	}
	return false
}

func (f *file) offset(p token.Pos) int { return f.fset.PositionFor(p, false).Offset }

// declared are the names that the file declares in its package.
func (f *file) declared() map[string]bool {
	out := map[string]bool{}
	for _, d := range f.syntax.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				out[d.Name.Name] = true
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.ValueSpec:
					for _, n := range s.Names {
						out[n.Name] = true
					}
				case *ast.TypeSpec:
					out[s.Name.Name] = true
				}
			}
		}
	}
	return out
}

// A target is the text to move: the value of a constant with its declaration, or an expression.
type target struct {
	text     string
	name     string   // of the variable to be
	keeps    bool     // the constant's name is kept
	template bool     // it is the source of a text/template
	expr     ast.Expr // the value
	spec     *ast.ValueSpec
	decl     *ast.GenDecl  // that spec stands in
	stmt     *ast.DeclStmt // that decl is, if it is local
	function *ast.FuncDecl // around it, or nil
	outer    ast.Decl      // the declaration at the top that it stands in
}

// target finds what the prompt at a place is, and reports why it cannot be moved.
func (f *file) target(one Prompt, known constants) (*target, error) {
	found := f.find(one.Pos.Line, one.Pos.Column)
	if found == nil {
		found = f.find(one.Pos.Line, 0) // of a text in another package only the line is known
	}
	if found == nil {
		return nil, errors.New("the text is put together at run time")
	}
	found = f.wholeConstant(found, known)
	t := &target{expr: found[len(found)-1].(ast.Expr)}
	t.text, _ = known.fold(t.expr)
	if len(one.Pieces) > 1 && !f.within(t.expr, one) {
		return nil, fmt.Errorf("the text is put together of %d pieces at run time", len(one.Pieces))
	}
	if t.text == "" {
		return nil, errors.New("the text is empty")
	}
	return t, f.describe(t, found)
}

// find returns the text that begins at a line and column, or, where the column is 0, the first of the line, below all that it
// stands in.
func (f *file) find(line, column int) (found []ast.Node) {
	var above []ast.Node
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		if n == nil {
			above = above[:len(above)-1]
			return true
		}
		above = append(above, n)
		if e, ok := n.(ast.Expr); ok && found == nil {
			if at := f.fset.PositionFor(e.Pos(), false); at.Line == line && (at.Column == column || column == 0) {
				if _, ok := constants(nil).fold(e); ok {
					found = slices.Clone(above)
				}
			}
		}
		return true
	})
	return found
}

// within reports whether all pieces of a prompt stand in an expression.
func (f *file) within(e ast.Expr, one Prompt) bool {
	start, end := f.fset.PositionFor(e.Pos(), false), f.fset.PositionFor(e.End(), false)
	for _, p := range one.Pieces {
		if p.Filename != f.name || before(p, start) || !before(p, end) {
			return false
		}
	}
	return true
}

// before compares places of one file.
func before(a, b token.Position) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
}

// describe sets what the target stands in.
func (f *file) describe(t *target, path []ast.Node) error {
	for i, n := range path {
		switch n := n.(type) {
		case *ast.FuncDecl:
			t.function, t.outer = n, n
		case *ast.DeclStmt:
			t.stmt = n
		case *ast.GenDecl:
			t.decl = n
			if t.outer == nil {
				t.outer = n
			}
		case *ast.ValueSpec:
			if t.decl != nil && t.decl.Tok == token.CONST {
				t.spec = n
			} else if len(n.Values) == 1 && n.Values[0] == t.expr && len(n.Names) == 1 && t.function == nil && len(t.decl.Specs) == 1 && plainString(n.Type) {
				t.spec = n // a variable of the package: it gets the directive itself
			}
		case *ast.CallExpr:
			if sel, ok := n.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Parse" && i+1 < len(path) && len(n.Args) == 1 && path[i+1] == n.Args[0] {
				t.template = true
			}
		case *ast.CaseClause:
			if t.spec == nil && inCase(n, t.expr) {
				return errors.New("it is the value of a case")
			}
		case *ast.ImportSpec, *ast.Field, *ast.ArrayType:
			return errors.New("a constant is required there")
		}
	}
	if t.spec != nil {
		return f.describeSpec(t)
	}
	switch {
	case t.function != nil:
		t.name = lowerFirst(t.function.Name.Name) + "Prompt"
	default:
		t.name = "promptText"
		if spec, ok := path[2].(*ast.ValueSpec); ok && len(spec.Names) > 0 && len(path) > 3 {
			t.name = lowerFirst(spec.Names[0].Name) + "Text"
		}
	}
	return nil
}

func inCase(c *ast.CaseClause, e ast.Expr) bool {
	for _, x := range c.List {
		if x.Pos() <= e.Pos() && e.End() <= x.End() {
			return true
		}
	}
	return false
}

// plainString reports whether the type of a declaration is left out or string: no other type may be embedded.
func plainString(t ast.Expr) bool {
	id, ok := t.(*ast.Ident)
	return t == nil || ok && id.Name == "string"
}

// describeSpec judges a constant, or a variable of the package, that is the prompt as a whole.
func (f *file) describeSpec(t *target) error {
	switch {
	case len(t.spec.Names) != 1 || len(t.spec.Values) != 1:
		return errors.New("its declaration has several names")
	case ast.Unparen(t.spec.Values[0]) != ast.Unparen(t.expr):
		return errors.New("it is a part of a constant")
	case t.spec.Names[0].Name == "_":
		return errors.New("the constant has no name")
	case !plainString(t.spec.Type):
		return errors.New("only a string can be embedded, and this has a type of its own")
	}
	t.name = t.spec.Names[0].Name
	if t.keeps = t.function == nil; !t.keeps {
		t.name += "Text" // a name of its own: the local one may be hidden or used again elsewhere
	}
	if t.decl.Tok != token.CONST {
		return nil
	}
	for _, s := range t.decl.Specs {
		if v, ok := s.(*ast.ValueSpec); ok && len(v.Values) == 0 {
			return errors.New("neighbouring constants repeat its value implicitly")
		}
	}
	return nil
}
