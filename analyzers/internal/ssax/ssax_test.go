package ssax

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"
)

func TestComponents(t *testing.T) {
	edges := map[string][]string{"a": {"b"}, "b": {"c", "d"}, "c": {"a"}, "d": {"e"}, "e": {"d"}, "f": {"f", "a"}}
	got := Components([]string{"a", "b", "c", "d", "e", "f"}, func(n string) []string { return edges[n] })
	for _, c := range []struct {
		a, b string
		same bool
	}{{"a", "b", true}, {"a", "c", true}, {"d", "e", true}, {"a", "d", false}, {"a", "f", false}} {
		if same := got[c.a] == got[c.b]; same != c.same {
			t.Errorf("%s and %s in one component: %v", c.a, c.b, same)
		}
	}
	if !(got["d"] < got["a"] && got["a"] < got["f"]) {
		t.Errorf("not bottom-up: %v", got)
	}
}

func TestComponentsOfLongChain(t *testing.T) {
	const n = 200_000
	got := Components([]int{0}, func(i int) []int { return []int{(i + 1) % n} })
	if len(got) != n || got[0] != got[n-1] {
		t.Errorf("%d nodes, first and last in components %d and %d", len(got), got[0], got[n-1])
	}
}

const source = `package p

func f(n int) (sum int) {
	for i := 0; i < n; i++ {
		for sum < 10 {
			sum++
		}
		if i == 3 {
			sum--
		}
	}
	return
}
`

func TestLoops(t *testing.T) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, _, err := ssautil.BuildPackage(&types.Config{Importer: importer.Default()}, fset, types.NewPackage("p", ""), []*ast.File{f}, 0)
	if err != nil {
		t.Fatal(err)
	}
	loops := Loops(pkg.Func("f"))
	if len(loops) != 2 {
		t.Fatalf("%d loops, want 2", len(loops))
	}
	if len(loops[0].Blocks) <= len(loops[1].Blocks) {
		t.Errorf("the outer loop has %d blocks, the inner one %d", len(loops[0].Blocks), len(loops[1].Blocks))
	}
	skipped := 0
	for in := range Instructions(pkg.Func("f")) {
		if op, ok := in.(*ssa.BinOp); ok && op.Op == token.SUB {
			if loops[0].EachTurn(op.Block()) {
				t.Error("the decrement below an if is on every turn")
			}
			skipped++
		}
	}
	if skipped != 1 {
		t.Errorf("%d decrements, want 1", skipped)
	}
}
