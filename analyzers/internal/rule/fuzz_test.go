package rule

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// FuzzClean demands that whatever the text, what is shown of it is short, valid, printable and without keys.
func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "plain — 普通", "a\n::error::x\r", "\x1b[31m\u202e\u2066\ufeff\x00\x9b\u009b", "bad \xff", "sk-ant-0123456789abcdef0123", "</script>", "##vso[task]", "##[error]##[group]"} {
		f.Add(s, 40)
	}
	f.Fuzz(func(t *testing.T, text string, max int) {
		if max < 10 || max > 1<<20 {
			return
		}
		got := Clean(text, max)
		if len(got) > max || !utf8.ValidString(got) {
			t.Fatalf("Clean(%q, %d) = %q, which is too long or not UTF-8", text, max, got)
		}
		if i := strings.IndexFunc(got, unicode.IsControl); i >= 0 {
			t.Fatalf("Clean(%q, %d) = %q, with a control character", text, max, got)
		}
		if strings.Contains(got, "##[") || strings.Contains(got, "##vso[") {
			t.Fatalf("Clean(%q, %d) = %q, with a command", text, max, got)
		}
		if secrets.MatchString(got) {
			t.Fatalf("Clean(%q, %d) = %q, with a key", text, max, got)
		}
	})
}

// FuzzDirectives demands that no comment makes reading the comments of a file panic, and that each allow comment covers
// its own line.
func FuzzDirectives(f *testing.F) {
	for _, s := range []string{"//zahariacheck:allow loud because", "//zahariacheck:allow", "//zahariacheck:", "//zahariacheck:allow \x1b a\r", "//zahariacheck:alow x y"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, comment string) {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, "p.go", comment+"\npackage p\n\n"+comment+"\nfunc f() {} "+comment+"\n", parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return
		}
		for _, a := range readDirectives(fset, "p", []*ast.File{file}).Allows {
			if line := fset.PositionFor(a.Pos, false).Line; line < a.from || line > a.to {
				t.Fatalf("the comment in line %d covers lines %d to %d", line, a.from, a.to)
			}
		}
	})
}
