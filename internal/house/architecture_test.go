package house

import (
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/zahariacheck/zahariacheck"

// A group is a line of the block in ARCHITECTURE.md.
type group struct {
	name     string
	packages []string // may hold *
	imports  []string // names of groups
}

// groups reads the block.
func groups(t *testing.T) (all []group) {
	t.Helper()
	data, err := os.ReadFile("../../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), "```arrows\n")
	block, _, ok := strings.Cut(rest, "```")
	if !ok {
		t.Fatal("ARCHITECTURE.md has no block of arrows")
	}
	for line := range strings.Lines(block) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		name, rest, ok := strings.Cut(line, ":")
		packages, imports, ok2 := strings.Cut(rest, "->")
		if !ok || !ok2 {
			t.Fatalf("no line of the form NAME: PACKAGES -> NAMES: %s", line)
		}
		g := group{name: name, imports: strings.Fields(imports)}
		for _, p := range strings.Fields(packages) {
			before, list, braces := strings.Cut(p, "{")
			if !braces {
				g.packages = append(g.packages, p)
				continue
			}
			for one := range strings.SplitSeq(strings.TrimSuffix(list, "}"), ",") {
				g.packages = append(g.packages, before+one)
			}
		}
		all = append(all, g)
	}
	return all
}

// TestArrows holds the list of groups to the imports of the code, both ways: no import that is not listed, no arrow without one.
func TestArrows(t *testing.T) {
	all := groups(t)
	of := func(pkg string) string {
		for _, g := range all {
			if slices.Contains(g.packages, pkg) {
				return g.name
			}
		}
		for _, g := range all {
			for _, pattern := range g.packages {
				if ok, _ := path.Match(pattern, pkg); ok {
					return g.name
				}
			}
		}
		return ""
	}
	cmd := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	real := map[string]bool{} // "group -> group"
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		from := strings.TrimPrefix(words[0], module+"/")
		if of(from) == "" {
			t.Errorf("ARCHITECTURE.md does not have the package %s", from)
			continue
		}
		for _, to := range words[1:] {
			to, ours := strings.CutPrefix(to, module+"/")
			if ours && of(to) != of(from) {
				real[of(from)+" -> "+of(to)] = true
				if i := slices.IndexFunc(all, func(g group) bool { return g.name == of(from) }); !slices.Contains(all[i].imports, of(to)) {
					t.Errorf("%s imports %s, an arrow from %s to %q that ARCHITECTURE.md does not have", from, to, of(from), of(to))
				}
			}
		}
	}
	for _, g := range all {
		for _, to := range g.imports {
			if !real[g.name+" -> "+to] {
				t.Errorf("ARCHITECTURE.md has an arrow from %s to %s, which no package imports", g.name, to)
			}
		}
	}
}
