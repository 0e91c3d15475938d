package house

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// How many lines a file and a rule may have. A longer rule says in the comment of its package why.
const (
	fileLines = 300
	ruleLines = 150
	longRule  = "It is long because "
)

func TestSizes(t *testing.T) {
	lines := map[string]int{}       // by rule
	comments := map[string]string{} // of its package
	for name, src := range goFiles(t) {
		n := strings.Count(string(src), "\n")
		if n > fileLines {
			t.Errorf("%s has %d lines, more than %d", name, n, fileLines)
		}
		dir := filepath.Dir(name)
		if _, err := os.Stat(filepath.Join("..", "..", dir, "rule.md")); err != nil || strings.HasSuffix(name, "_test.go") {
			continue
		}
		lines[dir] += n
		f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.PackageClauseOnly|parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		comments[dir] += f.Doc.Text()
	}
	if len(lines) < 30 {
		t.Errorf("only %d rules were measured", len(lines))
	}
	for rule, n := range lines {
		switch says := strings.Contains(comments[rule], longRule); {
		case n > ruleLines && !says:
			t.Errorf("%s has %d lines, more than %d; simplify it, or say in the comment of its package: %s…", rule, n, ruleLines, longRule)
		case n <= ruleLines && says:
			t.Errorf("%s has %d lines and says why it is long", rule, n)
		}
	}
}
