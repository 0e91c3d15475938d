package rule

import (
	"cmp"
	"go/ast"
	"go/token"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
)

// directives reads the zahariacheck comments of a package once, for all rules.
var directives = &analysis.Analyzer{
	Name: "zcdirectives",
	Doc:  "read the //zahariacheck: comments of a package",

	RunDespiteErrors: true, // it needs no types

	FactTypes:  []analysis.Fact{new(varied)},
	ResultType: reflect.TypeFor[*Directives](),
	Run: func(pass *analysis.Pass) (any, error) {
		path := pass.Pkg.Path()
		if m := pass.Module; m != nil && m.Path != "" && (path == m.Path || strings.HasPrefix(path, m.Path+"/")) {
			path = strings.TrimPrefix(path, m.Path) // its own name may hold any words
		}
		d := readDirectives(pass.Fset, path, pass.Files)
		d.markVaried(pass)
		return d, nil
	},
}

// Directives are the zahariacheck comments of a package and what else decides whether its files are reported on.
type Directives struct {
	Allows []*Allow
	// Unknown are comments with the prefix of zahariacheck and an unknown verb.
	Unknown []*Allow
	// Unread are comments that look like an Allow and are none: for a blank behind the slashes, or written for golangci-lint.
	Unread []*Allow

	testdata bool // the package stands in a testdata folder of its module

	changes     bool     // it has files that this pass does not have, or that cannot be read; tests apart
	tested      bool     // this pass has tests of it
	untested    bool     // it has tests that this pass does not have
	varied      bool     // a package that it imports has other files elsewhere
	constrained []string // names of files that this pass has and others have not

	files map[string]*sourceFile
	mu    sync.Mutex // rules run side by side
}

// An Allow is one comment of the form //zahariacheck:allow NAME reason.
type Allow struct {
	Pos, End     token.Pos
	Verb         string
	Name, Reason string
	// Trailing is set if the comment follows code on its line.
	Trailing bool

	file     string
	from, to int // the lines it covers
	used     bool
}

// Used reports whether the comment has suppressed a finding. It is final once the rule that the comment names has run.
func (a *Allow) Used() bool { return a.used }

// Commented reports whether a file has a zahariacheck comment, or one that looks like it.
func Commented(files []*ast.File) bool {
	for _, f := range files {
		for _, g := range f.Comments {
			for _, c := range g.List {
				if strings.HasPrefix(c.Text, prefix) || unread(c) != nil {
					return true
				}
			}
		}
	}
	return false
}

// unread returns a comment that looks like an Allow and is none, or nil. Its verb is nolint for one that only golangci-lint reads.
func unread(c *ast.Comment) *Allow {
	text, line := strings.CutPrefix(c.Text, "//")
	text = strings.TrimLeft(text, " \t")
	if list, ok := strings.CutPrefix(text, "nolint:"); ok && line {
		if end := strings.IndexAny(list, " \t/"); end >= 0 {
			list = list[:end]
		}
		if slices.Contains(strings.Split(list, ","), "zahariacheck") {
			return &Allow{Pos: c.Pos(), End: c.End(), Verb: "nolint"}
		}
		return nil
	}
	words := strings.Fields(text)
	if line && len(words) > 1 && words[0] == "zahariacheck:allow" && !strings.HasPrefix(c.Text, prefix) {
		return &Allow{Pos: c.Pos(), End: c.End(), Verb: "allow", Name: words[1]}
	}
	return nil
}

type sourceFile struct {
	name            string // of the file that was written by hand
	generated, test bool
}

const prefix = "//zahariacheck:"

// readDirectives reads the comments of the package at a path in its module. That path, and not the folder of the files, decides
// whether the package is test data: a module may be checked out anywhere.
func readDirectives(fset *token.FileSet, path string, files []*ast.File) *Directives {
	d := &Directives{testdata: slices.Contains(strings.Split(path, "/"), "testdata"), files: map[string]*sourceFile{}}
	for _, f := range files {
		name := fset.PositionFor(f.FileStart, false).Filename
		d.files[name] = &sourceFile{
			name:      cmp.Or(astx.CgoSource(fset, f), name),
			generated: astx.Generated(f),
			test:      strings.HasSuffix(name, "_test.go") || imports(f, "testing"),
		}
		if !Commented([]*ast.File{f}) {
			continue
		}
		scopes, code := declScopes(fset, f), codeLines(fset, f)
		for _, g := range f.Comments {
			for _, c := range g.List {
				if strings.HasPrefix(c.Text, prefix) {
					d.add(fset, name, g, c, scopes, code)
				} else if a := unread(c); a != nil {
					d.Unread = append(d.Unread, a)
				}
			}
		}
	}
	return d
}

// add records one comment. After code it covers its line; on a line of its own, also the line below its group; as the comment of a
// declaration, the whole declaration.
func (d *Directives) add(fset *token.FileSet, name string, g *ast.CommentGroup, c *ast.Comment, scopes map[*ast.CommentGroup][2]int, code map[int]bool) {
	verb, rest, _ := strings.Cut(strings.TrimPrefix(c.Text, prefix), " ")
	line := fset.PositionFor(c.Pos(), false).Line
	a := &Allow{Pos: c.Pos(), End: c.End(), Verb: verb, Trailing: code[line], file: name, from: line, to: line}
	switch verb {
	case "allow":
		fields := strings.Fields(rest)
		if len(fields) > 0 {
			a.Name, a.Reason = fields[0], strings.Join(fields[1:], " ")
		}
	case "prompt": // read by package llm
		return
	default:
		d.Unknown = append(d.Unknown, a)
		return
	}
	if s, ok := scopes[g]; ok {
		a.from, a.to = s[0], s[1]
	} else if !a.Trailing {
		a.to = fset.PositionFor(g.End(), false).Line + 1
	}
	d.Allows = append(d.Allows, a)
}

// codeLines returns the lines of a file on which something other than a comment starts or ends.
func codeLines(fset *token.FileSet, f *ast.File) map[int]bool {
	lines := map[int]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.CommentGroup:
			return false
		}
		lines[fset.PositionFor(n.Pos(), false).Line] = true
		lines[fset.PositionFor(n.End(), false).Line] = true
		return true
	})
	return lines
}

// declScopes maps the comment of each top-level declaration to the lines of the declaration.
func declScopes(fset *token.FileSet, f *ast.File) map[*ast.CommentGroup][2]int {
	scopes := map[*ast.CommentGroup][2]int{}
	add := func(doc *ast.CommentGroup, n ast.Node) {
		if doc != nil {
			scopes[doc] = [2]int{fset.PositionFor(doc.Pos(), false).Line, fset.PositionFor(n.End(), false).Line}
		}
	}
	add(f.Doc, f.Name)
	for _, decl := range f.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			add(decl.Doc, decl)
		case *ast.GenDecl:
			for _, s := range decl.Specs {
				switch s := s.(type) {
				case *ast.ValueSpec:
					add(s.Doc, s)
				case *ast.TypeSpec:
					add(s.Doc, s)
				}
			}
			add(decl.Doc, decl)
		}
	}
	return scopes
}

func (d *Directives) file(fset *token.FileSet, pos token.Pos) *sourceFile {
	return d.files[fset.PositionFor(pos, false).Filename]
}

// allowing returns the comment that allows a finding of a rule at pos, or nil, and remembers that it was needed.
// A comment without a reason allows nothing.
func (d *Directives) allowing(fset *token.FileSet, pos token.Pos, rule string) *Allow {
	p := fset.PositionFor(pos, false)
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, a := range d.Allows {
		if a.Name == rule && a.Reason != "" && a.file == p.Filename && a.from <= p.Line && p.Line <= a.to {
			a.used = true
			return a
		}
	}
	return nil
}

// imports reports whether a file imports a package. A file that imports testing is for tests, whatever its name.
func imports(f *ast.File, path string) bool {
	return slices.ContainsFunc(f.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == `"`+path+`"` })
}
