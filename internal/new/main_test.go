package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The rule that is written passes its test in a copy of the repository, and is in the registry.
func TestWrite(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"go.mod", "go.sum", "analyzers", "internal/rewrite", "internal/suggest", "principles", "testdata/stubs"} {
		copyTree(t, filepath.Join("..", "..", name), filepath.Join(root, name))
	}
	if err := write(root, "sample"); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "test", "./analyzers/sample")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOFLAGS=-trimpath", "GOWORK=off") // -trimpath, so that the build cache serves every copy
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go test: %v\n%s", err, out)
	}
	list, err := os.ReadFile(filepath.Join(root, registry))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"\t\"github.com/zahariacheck/zahariacheck/analyzers/sample\"\n", "\tsample.Rule,\n"} {
		if strings.Count(string(list), line) != 1 {
			t.Errorf("the registry does not have once: %s", line)
		}
	}
	if err := write(root, "sample"); err == nil {
		t.Error("a rule that is there was overwritten")
	}
}

func TestRefuses(t *testing.T) {
	for name, want := range map[string]string{"Upper": "one lower-case word", "two words": "one lower-case word", "": "one lower-case word", "rule": "root of the repository"} {
		if err := write(t.TempDir(), name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %s", name, err, want)
		}
	}
	if _, err := register([]byte("package analyzers\n"), "x"); err == nil {
		t.Error("a registry without a list was written")
	}
}

func copyTree(t *testing.T, from, to string) {
	t.Helper()
	err := filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name := filepath.Join(to, rel)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		return os.WriteFile(name, data, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}
