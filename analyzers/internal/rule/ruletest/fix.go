package ruletest

import (
	"cmp"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// checkGoldens fails for a golden file beside a file that no fix changes.
func (tr *tree) checkGoldens(t *testing.T, all []finding) {
	fixed := map[string]bool{}
	for _, f := range all {
		for _, e := range f.edits {
			fixed[e.file] = true
		}
	}
	filepath.WalkDir(tr.dir, func(path string, d fs.DirEntry, err error) error {
		if file, ok := strings.CutSuffix(path, ".golden"); ok && !fixed[file] {
			t.Errorf("%s: nothing in the file was fixed", filepath.Base(path))
		}
		return err
	})
}

// checkFixes applies all fixes at once, as drivers do, and looks again: everything must still compile, the findings that had a fix
// must be gone, and no new ones may have come. Imports are not tidied afterwards, since not every driver does.
func (tr *tree) checkFixes(t *testing.T, a *analysis.Analyzer, all []finding) {
	var left int
	edits := map[string][]edit{}
	paths := map[string]bool{}
	for _, f := range all {
		if len(f.edits) == 0 {
			left++
		}
		for _, e := range f.edits {
			// The variant of a package for its tests has the same finding again.
			if !slices.Contains(edits[e.file], e) {
				edits[e.file] = append(edits[e.file], e)
			}
		}
		paths[f.path] = true
	}
	if len(edits) == 0 {
		return
	}
	for file, list := range edits {
		apply(t, file, list)
	}
	after := tr.analyze(t, a, slices.Sorted(maps.Keys(paths))...)
	if len(after) != left {
		t.Errorf("%d findings had a fix and %d had none, yet after fixing there are %d:\n%s", len(all)-left, left, len(after), render(after))
	}
}

// apply writes edits into a file. They must not overlap.
func apply(t *testing.T, file string, edits []edit) {
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
	var out strings.Builder
	at := 0
	for _, e := range edits {
		if e.start < at {
			t.Fatalf("%s: two fixes overlap at byte %d", filepath.Base(file), e.start)
		}
		out.Write(src[at:e.start])
		out.WriteString(e.text)
		at = e.end
	}
	out.Write(src[at:])
	if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
