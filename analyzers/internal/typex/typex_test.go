package typex

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"
)

const source = `package p

type Tree map[string]Tree
type State func() State
type Ptr *Ptr
type List []List
type node struct {
	next *node
	tree Tree
}
type handle *node
type alias = *node
`

func check(t *testing.T) *types.Package {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := (&types.Config{Importer: importer.Default()}).Check("p", fset, []*ast.File{f}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}

func TestWalkVisitsEachTypeOnce(t *testing.T) {
	pkg := check(t)
	for name, want := range map[string]int{"Tree": 2, "State": 1, "Ptr": 1, "List": 1, "node": 4} {
		visits := map[string]int{}
		Walk(pkg.Scope().Lookup(name).Type(), func(t types.Type) []types.Type {
			visits[t.String()]++
			next := Elems(t)
			if st, ok := t.Underlying().(*types.Struct); ok {
				for f := range st.Fields() {
					next = append(next, f.Type())
				}
			}
			if sig, ok := t.Underlying().(*types.Signature); ok {
				next = append(next, sig.Results().At(0).Type())
			}
			return next
		})
		if len(visits) != want {
			t.Errorf("%s: visited %v, want %d types", name, visits, want)
		}
		for typ, n := range visits {
			if n != 1 {
				t.Errorf("%s: visited %s %d times", name, typ, n)
			}
		}
	}
}

func TestDerefNamedPointer(t *testing.T) {
	pkg := check(t)
	for _, name := range []string{"handle", "alias", "node"} {
		if Struct(pkg.Scope().Lookup(name).Type()) == nil {
			t.Errorf("Struct(%s) = nil, want the struct of node", name)
		}
	}
	if n := Named(pkg.Scope().Lookup("alias").Type()); n == nil || n.Obj().Name() != "node" {
		t.Errorf("Named(alias) = %v, want node", n)
	}
	if n := Named(pkg.Scope().Lookup("handle").Type()); n == nil || n.Obj().Name() != "handle" {
		t.Errorf("Named(handle) = %v, want handle", n)
	}
}

func TestIsStd(t *testing.T) {
	for _, c := range []struct {
		path, own string
		want      bool
	}{
		{"net/http", "example.com/app", true},
		{"app/store", "app/cmd", false},
		{"github.com/a/b", "app", false},
	} {
		if got := IsStd(c.path, c.own); got != c.want {
			t.Errorf("IsStd(%q, %q) = %v", c.path, c.own, got)
		}
	}
}

func TestHasMethod(t *testing.T) {
	i := types.Universe.Lookup("error").Type().Underlying().(*types.Interface)
	if !HasMethod(i, "Error") || HasMethod(i, "Unwrap") {
		t.Error("the interface error has Error and nothing else")
	}
}
