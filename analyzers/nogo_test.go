package analyzers

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// nogo, Bazel's runner of analyzers, imports one package a rule, looks there for the variable Analyzer, and runs where
// no file outside of its sandbox may be read. A rule that reads one would be wrong under go vet too, whose cache
// knows nothing of that file.
func TestNogo(t *testing.T) {
	for _, r := range rules {
		if !declaresAnalyzer(t, r.Name) {
			t.Errorf("package %s has no variable Analyzer", r.Name)
		}
	}
	outside := []string{"io/ioutil", "net", "net/http", "os", "os/exec", "syscall"}
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if d.IsDir() && (d.Name() == "testdata" || d.Name() == "ruletest") {
			return filepath.SkipDir
		}
		if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		for _, spec := range parse(t, name, parser.ImportsOnly).Imports {
			// Two files read what a pass does not have: one to refuse fixes that it may need (where it cannot, none is offered), one
			// what is embedded into the package, which the caches know (where it cannot, nothing is said of it).
			reads := slices.Contains([]string{"internal/rule/unseen.go", "prompttemplate/embedtext.go"}, filepath.ToSlash(name))
			if path, err := strconv.Unquote(spec.Path.Value); err != nil || slices.Contains(outside, path) && !reads {
				t.Errorf("%s imports %s", name, path)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func declaresAnalyzer(t *testing.T, dir string) (found bool) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		for _, decl := range parse(t, name, parser.SkipObjectResolution).Decls {
			if vars, ok := decl.(*ast.GenDecl); ok && vars.Tok == token.VAR && !strings.HasSuffix(name, "_test.go") {
				for _, spec := range vars.Specs {
					found = found || slices.ContainsFunc(spec.(*ast.ValueSpec).Names, func(id *ast.Ident) bool { return id.Name == "Analyzer" })
				}
			}
		}
	}
	return found
}

func parse(t *testing.T, name string, mode parser.Mode) *ast.File {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), name, nil, mode)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
