package check

import (
	"go/parser"
	"go/token"
	"testing"
)

// What is left of a file has a place for each of its declarations, also where a declaration was about nothing that others see.
func TestStrippedFileHasAnEnd(t *testing.T) {
	f, err := parser.ParseFile(token.NewFileSet(), "a.go", "package a\n\ntype T struct{}\n\nvar (\n\t_ = T{}\n)\n\nvar _ = T{}\n", 0)
	if err != nil {
		t.Fatal(err)
	}
	strip(f)
	if len(f.Decls) != 1 || f.End() != f.Decls[0].End() {
		t.Errorf("%d declarations are left", len(f.Decls))
	}
}
