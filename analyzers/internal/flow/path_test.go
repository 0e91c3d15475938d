package flow

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strconv"
	"testing"
)

// TestPathsDoNotComeBack holds that a path names no two fields of objects that hold each other: of n fields in a tree of nodes there
// would be n² or n³ paths, each a port of every function that goes through the tree.
func TestPathsDoNotComeBack(t *testing.T) {
	const src = `package p
type node interface{ node() }
type leaf struct{ text string }
type branch struct{ left, right node }
type call struct{ args []node }
func (*leaf) node()  {}
func (*branch) node() {}
func (*call) node()  {}
type list struct { next *list; text string }
type tree[T any] struct { left, right *tree[T]; text T }
type inner struct { tree tree[string] }
type outer struct { inner inner; any any }
`
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := (&types.Config{Importer: importer.Default()}).Check("p", fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	p := &Program{Fset: fset, paths: map[pathKey]*Path{}, selectors: map[string]Sel{}, keys: map[fieldOf]string{}, fields: map[string]*field{}}
	for _, name := range pkg.Scope().Names() {
		typ := pkg.Scope().Lookup(name).Type()
		if st, ok := typ.Underlying().(*types.Struct); ok {
			for i := range st.NumFields() {
				p.key(typ, i)
			}
		}
	}
	for _, c := range []struct {
		way  []string // from the object
		want string   // the path, or "" where it is too long
	}{
		{[]string{"leaf.text"}, ".p.leaf.text"},
		{[]string{"branch.left", "leaf.text"}, ".p.branch.left.p.leaf.text"},
		{[]string{"outer.inner", "inner.tree", "tree.text"}, ".p.outer.inner.p.inner.tree.p.tree.text"},
		{[]string{"outer.any", "outer.inner", "inner.tree"}, ".p.outer.any.p.outer.inner.p.inner.tree"},
		{[]string{"list.next", "list.next", "list.text"}, ".p.list.next+.p.list.text"},
		{[]string{"branch.left", "branch.right", "leaf.text"}, ""},
		{[]string{"branch.left", "call.args", "leaf.text"}, ""},
		{[]string{"tree.left", "tree.right", "tree.text"}, ""},
	} {
		var path *Path
		ok := true
		for i := len(c.way) - 1; i >= 0 && ok; i-- {
			path, ok = p.cons(Sel{Kind: Field, Name: "p." + c.way[i]}, path)
		}
		if got := names(path); ok && got != c.want || ok != (c.want != "") {
			t.Errorf("%v: %q, %v, want %q", c.way, got, ok, c.want)
		}
		if ok && p.PathOf(path.Code()) != path {
			t.Errorf("%v: %q is the code of another path", c.way, path.Code())
		}
	}
}

// names writes a path of fields as their names, with a plus sign after one that may be selected any number of times.
func names(path *Path) (s string) {
	for ; path != nil; path = path.Tail {
		s += "." + path.Head.Name
		if path.Head.Recursive {
			s += "+"
		}
	}
	return s
}

// TestCodesOfPaths holds that a path comes back from its code.
func TestCodesOfPaths(t *testing.T) {
	p := &Program{paths: map[pathKey]*Path{}, selectors: map[string]Sel{}}
	path := p.path(Sel{Kind: MapKey, Name: strconv.Quote("a key\nof two lines"), Nested: true, Recursive: true}, nil)
	for _, s := range []Sel{{Kind: MapAny}, {Kind: Out, Index: 12}, {Kind: Field, Name: "example.com/p.T.f"}} {
		path = p.path(s, path)
	}
	if got := p.PathOf(path.Code()); got != path {
		t.Errorf("PathOf(%q) has the code %q", path.Code(), got.Code())
	}
	if got := p.PathOf(""); got != nil {
		t.Errorf("PathOf(\"\") has the code %q", got.Code())
	}
}
