package house

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// blockLines is how many lines, one after the other, may not stand in the code twice. Empty lines and those of a comment do not count.
const blockLines = 12

// A codeLine is a line of code without its indentation.
type codeLine struct {
	text string
	at   string // file:line
}

// codeLines returns the lines of a Go file behind its imports.
func codeLines(t *testing.T, name string, src []byte) (lines []codeLine) {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, src, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	n, last := 0, fset.Position(f.Name.End()).Line
	for _, d := range f.Decls {
		last = fset.Position(d.End()).Line
	}
	for text := range strings.Lines(string(src)) {
		n++
		if text = strings.TrimSpace(text); n > last && text != "" && !strings.HasPrefix(text, "//") {
			lines = append(lines, codeLine{text, fmt.Sprintf("%s:%d", name, n)})
		}
	}
	return lines
}

// duplicates says which blocks of lines stand in files twice, by their first lines.
func duplicates(files [][]codeLine) (found []string) {
	first := map[string]codeLine{}
	for _, lines := range files {
		was := false // a block that starts a line earlier was found
		for i := range max(0, len(lines)-blockLines+1) {
			var b strings.Builder
			for _, l := range lines[i : i+blockLines] {
				b.WriteString(l.text + "\n")
			}
			other, twice := first[b.String()]
			if !twice {
				first[b.String()] = lines[i]
			} else if !was {
				found = append(found, fmt.Sprintf("%s repeats %s", lines[i].at, other.at))
			}
			was = twice
		}
	}
	return found
}

// goFiles returns the files of Go, by their paths from the root, without the programs that tests read.
func goFiles(t *testing.T) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel := filepath.ToSlash(strings.TrimPrefix(name, root+string(filepath.Separator)))
		if d.IsDir() && (d.Name() == ".git" || d.Name() == "src" || rel == "testdata/surface" || strings.HasSuffix(rel, "flowtest/testdata")) {
			return fs.SkipDir
		}
		if d.IsDir() || filepath.Ext(name) != ".go" {
			return nil
		}
		files[rel], err = os.ReadFile(name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 100 {
		t.Errorf("only %d files of Go were read", len(files))
	}
	return files
}

// TestDuplicates holds the code, tests aside, to say each thing once.
func TestDuplicates(t *testing.T) {
	all := goFiles(t)
	var files [][]codeLine
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if !strings.HasSuffix(name, "_test.go") {
			files = append(files, codeLines(t, name, all[name]))
		}
	}
	for _, d := range duplicates(files) {
		t.Error(d)
	}
}

func TestDuplicatesAreFound(t *testing.T) {
	var body strings.Builder
	for i := range blockLines {
		fmt.Fprintf(&body, "\tprintln(%d)\n", i)
	}
	block := body.String()
	files := [][]codeLine{
		codeLines(t, "a.go", []byte("package a\n\nimport \"fmt\"\n\nfunc f() {\n"+block+"}\n")),
		codeLines(t, "b.go", []byte("package b\n\nfunc g() {\n\tprintln()\n\n"+strings.Replace(block, "\n", "\n\n\t// Again.\n", 1)+"\tprintln()\n}\n")),
		codeLines(t, "c.go", []byte("package c\n\nimport \"fmt\"\n\nfunc h() {\n"+strings.TrimPrefix(block, "\tprintln(0)\n")+"\treturn\n}\n")),
	}
	if got, want := duplicates(files), []string{"b.go:6 repeats a.go:6"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}
