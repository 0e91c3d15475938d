package ruletest

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// A tree is a GOPATH-style folder that holds the cases of a rule, the examples of its page, and the stubs of the SDKs.
type tree struct {
	dir   string
	cases []string // the import paths of the rule's own packages
}

func newTree(t *testing.T, src string, examples []example) *tree {
	t.Helper()
	tr := &tree{dir: t.TempDir()}
	root := filepath.Join(tr.dir, "src")
	for _, from := range []string{src, filepath.Join(repository(t), "testdata", "stubs", "src")} {
		if err := os.CopyFS(root, os.DirFS(from)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
	}
	for _, e := range examples {
		e.write(t, root)
	}
	err := fs.WalkDir(os.DirFS(src), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		if dir := filepath.ToSlash(filepath.Dir(path)); !slices.Contains(tr.cases, dir) {
			tr.cases = append(tr.cases, dir)
		}
		return nil
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return tr
}

// repository returns the folder of go.mod above the current one.
func repository(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
}

// analyze loads packages of the tree, which must compile, and runs an analyzer over them.
func (tr *tree) analyze(t *testing.T, a *analysis.Analyzer, paths ...string) []finding {
	t.Helper()
	return tr.analyzeAll(t, []*analysis.Analyzer{a}, paths...)
}

func (tr *tree) analyzeAll(t *testing.T, all []*analysis.Analyzer, paths ...string) []finding {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{
		Mode:  packages.LoadAllSyntax | packages.NeedModule | packages.NeedEmbedFiles,
		Dir:   tr.dir,
		Tests: true,
		Env:   append(os.Environ(), "GOPATH="+tr.dir, "GO111MODULE=off", "GOWORK=off"),
	}, paths...)
	if err != nil {
		t.Fatal(err)
	}
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		for _, e := range p.Errors {
			t.Error(e)
		}
	})
	if t.Failed() {
		t.FailNow()
	}
	graph, err := checker.Analyze(all, pkgs, &checker.Options{SanityCheck: true})
	if err != nil {
		t.Fatal(err)
	}
	var found []finding
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Errorf("%s: %v", act.Package, act.Err)
		}
		found = append(found, tr.findings(act)...)
	}
	sortByPackage(found)
	return found
}
