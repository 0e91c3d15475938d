package analyzers

import (
	"cmp"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// FuzzRules runs all rules on the cases of all of them, with changes to their words that still compile. No rule may
// panic, each finding lies in the file, and a package that compiles compiles with each fix.
func FuzzRules(f *testing.F) {
	set := NewSettings()
	for _, r := range rules {
		set.Enable(r, true)
	}
	all := BindAll(set)
	w := newWorld()
	files, err := filepath.Glob("*/testdata/*/*/*.go")
	if err != nil || len(files) == 0 {
		f.Fatal(files, err)
	}
	for i := range files {
		f.Add(i, []byte{byte(i), byte(7 * i), byte(i / 3), byte(11 * i)})
	}
	f.Fuzz(func(t *testing.T, which int, edits []byte) {
		if which < 0 || which >= len(files) || len(edits) > 40 {
			return
		}
		name := files[which]
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text = change(text, edits)
		p, clean := w.compile(name, text)
		if p == nil {
			return
		}
		defer w.forget(p.Syntax)
		graph, err := checker.Analyze(all, []*packages.Package{p}, nil)
		if err != nil {
			t.Fatal(err)
		}
		fixes := 0
		for _, act := range graph.Roots {
			if act.Err != nil {
				t.Fatalf("%s: %v", act.Analyzer, act.Err)
			}
			for _, d := range act.Diagnostics {
				if at := w.fset.File(d.Pos); at == nil || filepath.Dir(at.Name()) != filepath.Dir(name) || d.End.IsValid() && d.End < d.Pos {
					t.Fatalf("%s: %q lies at %v to %v", act.Analyzer, d.Message, w.fset.Position(d.Pos), w.fset.Position(d.End))
				}
				for _, fix := range d.SuggestedFixes {
					if fixes++; clean && fixes <= 3 && w.fset.File(d.Pos).Name() == name {
						fixed := w.apply(t, text, fix)
						again, still := w.compile(name, fixed)
						if again != nil {
							w.forget(again.Syntax)
						}
						if !still {
							t.Fatalf("with the fix of %s, this no longer compiles:\n%s", d.Message, fixed)
						}
					}
				}
			}
		}
	})
}

// change changes tokens of a file: each four bytes of the edits say what is done, to which, and with which other. What
// comes of it may well not compile.
func change(text []byte, edits []byte) []byte {
	odd := []string{`""`, `"%"`, "`{{.X}}`", "0", "-1", "nil", "1<<62", `"sk-ant-0123456789abcdef0123"`, "struct{}{}", "func() {}", "any", "[]string(nil)", "-", "*", "&", "!", "go", "defer"}
	for ; len(edits) >= 4; edits = edits[4:] {
		tokens := scan(text)
		if len(tokens) == 0 {
			return text
		}
		i := (int(edits[1])<<8 | int(edits[2])) % len(tokens)
		j := min(i+int(edits[3])%24, len(tokens)-1)
		from, to := tokens[i].from, tokens[j].to
		piece := string(text[from:to])
		switch edits[0] % 7 {
		case 0:
			piece = ""
		case 1:
			piece += "\n" + piece
		case 2, 3: // the next of the same kind
			to, piece = tokens[i].to, string(text[from:tokens[i].to])
			for k, n := i, int(edits[3]); n >= 0; n-- {
				for k = (k + 1) % len(tokens); k != i && tokens[k].kind != tokens[i].kind; k = (k + 1) % len(tokens) {
				}
				piece = string(text[tokens[k].from:tokens[k].to])
			}
		case 4:
			to, piece = tokens[i].to, odd[int(edits[3])%len(odd)]
		case 5: // the rest of the line
			to, piece = from+len(firstLine(text[from:])), ""
		case 6:
			line := firstLine(text[from:])
			to, piece = from+len(line), line+"\n"+line
		}
		text = slices.Concat(text[:from], []byte(piece), text[to:])
	}
	return text
}

func firstLine(text []byte) string {
	line, _, _ := strings.Cut(string(text), "\n")
	return line
}

type word struct {
	from, to int
	kind     token.Token
}

func scan(text []byte) (words []word) {
	fset := token.NewFileSet()
	file := fset.AddFile("", -1, len(text))
	var s scanner.Scanner
	s.Init(file, text, func(token.Position, string) {}, 0)
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			return words
		}
		if from := file.Offset(pos); tok != token.SEMICOLON || lit == ";" {
			words = append(words, word{from, min(from+len(cmp.Or(lit, tok.String())), len(text)), tok})
		}
	}
}

// A world is what the cases import: other packages of a rule's cases, stubs of SDKs, and the standard library.
type world struct {
	fset *token.FileSet
	std  types.Importer
	made map[string]*types.Package // by folder
}

func newWorld() *world {
	return &world{token.NewFileSet(), importer.Default(), map[string]*types.Package{}}
}

// compile compiles the package of a case, one of whose files has another text. It is nil if it does not compile; clean
// says that the compiler has nothing to complain of, not even an import that is not used.
func (w *world) compile(name string, text []byte) (p *packages.Package, clean bool) {
	dir := filepath.Dir(name)
	files := w.parse(dir, map[string][]byte{name: text})
	defer func() {
		if p == nil {
			w.forget(files)
		}
	}()
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Instances: map[*ast.Ident]types.Instance{}, Defs: map[*ast.Ident]types.Object{},
		Uses: map[*ast.Ident]types.Object{}, Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
		Scopes: map[ast.Node]*types.Scope{}, FileVersions: map[*ast.File]string{},
	}
	hard, soft := 0, 0
	conf := types.Config{Importer: from{w, dir}, Error: func(err error) {
		if e := (types.Error{}); errors.As(err, &e) && e.Soft && strings.Contains(e.Msg, "not used") { // soft is an error of range, too
			soft++
		} else {
			hard++
		}
	}}
	if len(files) == 0 || slices.Contains(files, nil) {
		return nil, false
	}
	path := w.path(dir)
	pkg, _ := conf.Check(path, w.fset, files, info)
	if hard > 0 {
		return nil, false
	}
	return &packages.Package{ID: path, Name: pkg.Name(), PkgPath: path, Fset: w.fset, Syntax: files, Types: pkg, TypesInfo: info, TypesSizes: types.SizesFor("gc", "amd64")}, soft == 0
}

// parse reads the files of a folder. One that does not parse is nil.
func (w *world) parse(dir string, other map[string][]byte) (files []*ast.File) {
	names, _ := filepath.Glob(filepath.Join(dir, "*.go"))
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		var src any
		if text, ok := other[name]; ok {
			src = text
		}
		file, err := parser.ParseFile(w.fset, name, src, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			file = nil
		}
		files = append(files, file)
	}
	return files
}

// forget keeps the file set small.
func (w *world) forget(files []*ast.File) {
	for _, f := range files {
		if f != nil {
			w.fset.RemoveFile(w.fset.File(f.FileStart))
		}
	}
}

// path is the import path of a folder of cases or stubs.
func (w *world) path(dir string) string {
	_, path, _ := strings.Cut(filepath.ToSlash(dir), "/src/")
	return path
}

// apply makes the edits of a fix.
func (w *world) apply(t *testing.T, text []byte, fix analysis.SuggestedFix) []byte {
	edits := slices.SortedFunc(slices.Values(fix.TextEdits), func(a, b analysis.TextEdit) int { return cmp.Compare(b.Pos, a.Pos) })
	for i, e := range edits {
		if !e.End.IsValid() {
			e.End = e.Pos
		}
		if i > 0 && e.End > edits[i-1].Pos {
			t.Fatalf("edits of a fix overlap: %s", fix.Message)
		}
		text = slices.Concat(text[:w.fset.Position(e.Pos).Offset], e.NewText, text[w.fset.Position(e.End).Offset:])
	}
	return text
}

// from is the importer for a package in a folder.
type from struct {
	*world
	dir string
}

func (f from) Import(path string) (*types.Package, error) {
	own, _, _ := strings.Cut(filepath.ToSlash(f.dir), "/src/")
	for _, root := range []string{filepath.Join(own, "src"), filepath.Join("..", "testdata", "stubs", "src")} {
		dir := filepath.Join(root, path)
		if p := f.made[dir]; p != nil {
			return p, nil
		}
		if files := f.parse(dir, nil); len(files) > 0 {
			conf := types.Config{Importer: from{f.world, dir}}
			p, err := conf.Check(path, f.fset, files, nil)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", dir, err)
			}
			f.made[dir] = p
			return p, nil
		}
	}
	return f.std.Import(path)
}
