package check

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// What a program makes of what a run collects is kept, and taken only for the same code and under the same name.
func TestSummary(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module example.com/app\n\ngo 1.24\n")
	write("a.go", "package a\n")
	store, err := OpenStore(t.TempDir(), []byte("test"))
	if err != nil {
		t.Fatal(err)
	}
	files := &analysis.Analyzer{Name: "files", Doc: "count files", ResultType: reflect.TypeFor[int](), Run: func(pass *analysis.Pass) (any, error) { return len(pass.Files), nil }}
	look := func(name string, readable bool) (seen int, kept string) {
		t.Helper()
		o := Options{Dir: dir, Patterns: []string{"."}, Store: store, Collect: files, Take: func(p Inspected) { seen += p.Result.(int) }}
		o.Summary = &Summary{Name: name, Make: func(*Report) []byte { return []byte(name) }, Take: func(data []byte) bool {
			kept = string(data)
			return readable
		}}
		if _, err := Run(t.Context(), o); err != nil {
			t.Fatal(err)
		}
		return seen, kept
	}
	for _, step := range []struct {
		do       func()
		name     string
		readable bool
		seen     int
		kept     string
	}{
		{nil, "one", true, 1, ""},
		{nil, "one", true, 0, "one"},
		{nil, "two", true, 1, ""},
		{nil, "one", false, 1, "one"}, // as if another version had made it
		{func() { write("b.go", "package a\n") }, "one", true, 2, ""},
		{nil, "one", true, 0, "one"},
	} {
		if step.do != nil {
			step.do()
		}
		if seen, kept := look(step.name, step.readable); seen != step.seen || kept != step.kept {
			t.Errorf("%s: saw %d files and took %q, want %d and %q", step.name, seen, kept, step.seen, step.kept)
		}
	}
}

// What is kept for a name depends on the options, and not on the folder.
func TestRecall(t *testing.T) {
	store, err := OpenStore(t.TempDir(), []byte("test"))
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Dir: t.TempDir(), Patterns: []string{"./..."}}
	_, remember := store.Recall(t.Context(), o, "commit")
	remember([]byte("text"))
	o.Dir = t.TempDir()
	if got, _ := store.Recall(t.Context(), o, "commit"); string(got) != "text" {
		t.Errorf("got %q", got)
	}
	if got, _ := store.Recall(t.Context(), o, "other"); got != nil {
		t.Errorf("another name: %q", got)
	}
	o.Tags = "special"
	if got, _ := store.Recall(t.Context(), o, "commit"); got != nil {
		t.Errorf("other tags: %q", got)
	}
}
