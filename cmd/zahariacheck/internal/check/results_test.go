package check

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/demo"
)

// Whatever is edited, a run that takes what is kept of packages says what one says that keeps nothing.
func TestResults(t *testing.T) {
	dir := t.TempDir()
	if err := demo.Write(dir); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	var names []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == "vendor" {
			return filepath.SkipDir
		}
		if err == nil && strings.HasSuffix(name, ".go") {
			data, err := os.ReadFile(name)
			files[name] = string(data)
			names = append(names, name)
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	set := analyzers.NewSettings()
	for _, r := range analyzers.Rules() {
		set.Enable(r, true)
	}
	store, err := OpenStore(t.TempDir(), []byte("test"))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	check := func(what string) {
		t.Helper()
		o := Options{Dir: dir, Env: demo.Environ(), Patterns: []string{"./..."}, Rules: analyzers.Rules(), Settings: set}
		fresh, err := Run(t.Context(), o)
		if err != nil {
			t.Fatal(err)
		}
		o.Store, o.Times = store, new(Times)
		kept, err := Run(t.Context(), o)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(fresh.Report, kept.Report, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%s: what is kept says other things (- fresh, + kept):\n%s", what, diff)
		}
		found += o.Times.runs["packages of which nothing changed"]
	}
	check("as written")
	const seed, edits = 1, 8
	random := rand.New(rand.NewPCG(seed, seed))
	for n := range edits {
		name := names[random.IntN(len(names))]
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text := mutate(random, string(data), files[name], n)
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		check(fmt.Sprintf("seed %d, edit %d of %s:\n%s", seed, n, filepath.Base(name), text))
	}
	if found == 0 {
		t.Error("nothing was kept")
	}
}

var words = regexp.MustCompile(`"[A-Za-z ]{4,}"`)

// mutate edits a file: it adds or allows something, changes a text, takes a line out, or gives it back its first content.
func mutate(random *rand.Rand, text, first string, n int) string {
	lines := strings.Split(text, "\n")
	at := random.IntN(len(lines))
	switch random.IntN(5) {
	case 0:
		return text + fmt.Sprintf("\n// Added%d is new.\nfunc Added%d() error { panic(\"not implemented\") }\n", n, n)
	case 1:
		rule := analyzers.Rules()[random.IntN(len(analyzers.Rules()))].Name
		lines[at] = fmt.Sprintf("//zahariacheck:allow %s it is right\n%s", rule, lines[at])
	case 2:
		if all := words.FindAllStringIndex(text, -1); len(all) > 0 {
			end := all[random.IntN(len(all))][1] - 1
			return text[:end] + " please" + text[end:]
		}
	case 3:
		lines = append(lines[:at], lines[at+1:]...)
	case 4:
		return first
	}
	return strings.Join(lines, "\n")
}
