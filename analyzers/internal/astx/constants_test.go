package astx_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/zahariacheck/zahariacheck/analyzers/internal/astx"
)

// A constant is read up to a bound, which is checked before its text is built: c22 has eight mebibytes. Go 1.27 refuses constants of more than two billion bytes.
func TestConstants(t *testing.T) {
	var src strings.Builder
	src.WriteString("package p\nconst c0 = \"ab\"\n")
	for i := range 22 {
		fmt.Fprintf(&src, "const c%d = c%d + (c%d)\n", i+1, i, i)
	}
	src.WriteString("const (\n\tn = 1\n\tlike = c22\n\tit\n)\nvar short, long, sum, repeated, number = c3, c22, string(c21) + c0, it, n\n")
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", src.String(), 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}
	if _, err := (&types.Config{Importer: importer.Default()}).Check("p", fset, []*ast.File{f}, info); err != nil {
		t.Fatal(err)
	}
	constants := astx.NewConstants(info, []*ast.File{f})
	vars := f.Decls[len(f.Decls)-1].(*ast.GenDecl).Specs[0].(*ast.ValueSpec)
	want := map[string]string{"short": "abababababababab"}
	for i, name := range vars.Names {
		if got, ok := constants.String(vars.Values[i]); got != want[name.Name] || ok != (want[name.Name] != "") {
			t.Errorf("%s: got %q, %t", name.Name, got, ok)
		}
	}
}
