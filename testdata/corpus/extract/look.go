package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/packages"
)

// Values are the string constants of packages, as go/types evaluates them, before a change.
type values struct {
	at       map[string][]string // the values of expressions that begin on a line, by FILE:LINE
	named    map[string]string   // the values of constants of packages, by folder and name
	literals map[string][]string // the values of string literals by file
}

// evaluate type-checks packages of a module with their tests.
func evaluate(module string, patterns []string) *values {
	v := &values{map[string][]string{}, map[string]string{}, map[string][]string{}}
	cmd := command(module, "go")
	loaded, err := packages.Load(&packages.Config{Dir: module, Env: cmd.Env, Tests: true,
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports | packages.NeedDeps | packages.NeedExportFile}, patterns...)
	check(err)
	for _, pkg := range loaded {
		for e, tv := range pkg.TypesInfo.Types {
			if tv.Value == nil || tv.Value.Kind() != constant.String {
				continue
			}
			at := pkg.Fset.PositionFor(e.Pos(), false)
			key := fmt.Sprintf("%s:%d", at.Filename, at.Line)
			v.at[key] = append(v.at[key], constant.StringVal(tv.Value))
		}
		for id, obj := range pkg.TypesInfo.Defs {
			if c, ok := obj.(*types.Const); ok && c.Val().Kind() == constant.String && c.Parent() == pkg.Types.Scope() {
				folder := filepath.Dir(pkg.Fset.PositionFor(id.Pos(), false).Filename)
				v.named[filepath.Join(folder, id.Name)] = constant.StringVal(c.Val())
			}
		}
	}
	for _, pattern := range patterns {
		files, err := filepath.Glob(filepath.Join(module, pattern, "*.go"))
		check(err)
		for _, file := range files {
			v.literals[file] = literals(file)
		}
	}
	return v
}

// literals are the values of the string literals of a file, those of imports left out.
func literals(file string) (out []string) {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	check(err)
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.BasicLit:
			if n.Kind == token.STRING {
				s, err := strconv.Unquote(n.Value)
				check(err)
				out = append(out, s)
			}
		}
		return true
	})
	return out
}

// compare names the texts that are not what the code held, and the literals that are gone and in no text of their folder.
func (v *values) compare(module string, moves []move) (bad []string) {
	texts := map[string][]string{} // by folder of the code
	for _, m := range moves {
		data, err := os.ReadFile(filepath.Join(module, m.file))
		if err != nil {
			bad = append(bad, "no text: "+m.place)
			continue
		}
		key := filepath.Join(module, m.place)
		value, named := v.named[filepath.Join(filepath.Dir(key), m.name)]
		if same := named && value == string(data); !same && !slices.Contains(v.at[key], string(data)) {
			bad = append(bad, "not byte-identical: "+m.place)
		}
		texts[filepath.Dir(key)] = append(texts[filepath.Dir(key)], string(data))
	}
	for file, before := range v.literals {
		left := map[string]int{}
		for _, s := range before {
			left[s]++
		}
		for _, s := range literals(file) {
			if left[s]--; left[s] < 0 {
				bad = append(bad, "a literal is new: "+file)
			}
		}
		for s, n := range left {
			if n > 0 && !slices.ContainsFunc(texts[filepath.Dir(file)], func(text string) bool { return strings.Contains(text, s) }) {
				bad = append(bad, fmt.Sprintf("a literal of %d bytes is gone and in no text: %s", len(s), file))
			}
		}
	}
	return bad
}

// tests runs the tests of packages and tells which passed; those of a package that does not build did not.
func tests(module string, pkgs []string) map[string]bool {
	out := map[string]bool{}
	if len(pkgs) == 0 {
		return out
	}
	stdout, _, _ := run(command(module, "go", append([]string{"test", "-json", "-count=1", "-timeout=5m"}, pkgs...)...)) // a test that fails is no error here
	dec := json.NewDecoder(strings.NewReader(stdout))
	for {
		var e struct{ Action, Package, Test string }
		if dec.Decode(&e) != nil {
			return out
		}
		if e.Test != "" && (e.Action == "pass" || e.Action == "fail") {
			out[e.Package+" "+e.Test] = e.Action == "pass"
		}
	}
}

// hashes are those of all files below a folder.
func hashes(root string) map[string][sha256.Size]byte {
	out := map[string][sha256.Size]byte{}
	check(filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(root, path)
		out[rel] = sha256.Sum256(data)
		return err
	}))
	return out
}

// copyTree copies a checkout without git's folder. Links are copied as links.
func copyTree(to, from string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		switch {
		case d.IsDir() && (d.Name() == ".git" || d.Name() == "node_modules"):
			return fs.SkipDir
		case d.IsDir():
			return os.MkdirAll(target, 0o755)
		case d.Type()&fs.ModeSymlink != 0:
			link, err := os.Readlink(path)
			if err != nil {
				return err
			}
			return os.Symlink(link, target)
		case !d.Type().IsRegular():
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o644)
	})
}
