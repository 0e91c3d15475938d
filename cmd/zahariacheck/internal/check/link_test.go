package check

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/zahariacheck/zahariacheck/analyzers"
)

// lines returns the findings of a rule by file and line, and the lines that want one.
func lines(t *testing.T, archive, rule string) (got, want []string) {
	t.Helper()
	dir := write(t, archive)
	rep, err := Run(t.Context(), Options{Dir: dir, Patterns: []string{"./..."}, Rules: rulesNamed(rule)})
	if err != nil {
		t.Fatal(err)
	}
	if len(rep.Failures) > 0 {
		t.Fatal(rep.Failures)
	}
	for _, f := range rep.Findings {
		got = append(got, fmt.Sprintf("%s:%d", relative(dir, f.Pos.Filename), f.Pos.Line))
	}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		for i, line := range strings.Split(string(f.Data), "\n") {
			if strings.HasSuffix(line, "// want") {
				want = append(want, fmt.Sprintf("%s:%d", filepath.FromSlash(f.Name), i+1))
			}
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	return got, want
}

func rulesNamed(names ...string) []*analyzers.Rule {
	return slices.DeleteFunc(analyzers.Rules(), func(r *analyzers.Rule) bool { return !slices.Contains(names, r.Name) })
}

// linkCase reads a module of several packages. The lines with a want comment are those of the findings of hardcodedprompt.
func linkCase(t *testing.T, name string) string {
	t.Helper()
	all := new(txtar.Archive)
	for _, file := range []string{"vendor.txtar", filepath.Join("link", name)} {
		a, err := txtar.ParseFile(filepath.Join("testdata", file))
		if err != nil {
			t.Fatal(err)
		}
		all.Files = append(all.Files, a.Files...)
	}
	return string(txtar.Format(all))
}

func TestTheModuleIsLinked(t *testing.T) {
	cases, err := os.ReadDir("testdata/link")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.Name(), func(t *testing.T) {
			if got, want := lines(t, linkCase(t, c.Name()), "hardcodedprompt"); !slices.Equal(got, want) {
				t.Errorf("findings in %v, want %v", got, want)
			}
		})
	}
}

func TestLinkingDoesNotDependOnOrder(t *testing.T) {
	archive := linkCase(t, "decorators-between-and-a-caller-of-the-caller.txtar")
	first, _ := lines(t, archive, "hardcodedprompt")
	for _, n := range []int{1, 2, 4} {
		before := runtime.GOMAXPROCS(n)
		got, _ := lines(t, archive, "hardcodedprompt")
		runtime.GOMAXPROCS(before)
		if !slices.Equal(got, first) {
			t.Errorf("with %d processors findings in %v, else %v", n, got, first)
		}
	}
}
