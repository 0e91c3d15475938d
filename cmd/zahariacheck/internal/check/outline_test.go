package check

import (
	"fmt"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What is read from source says the same of a package as its export data, to whoever imports it.
func TestOutlines(t *testing.T) {
	dir := t.TempDir()
	paths := []string{"crypto/tls", "database/sql", "encoding/json", "errors", "go/types", "html/template", "iter", "maps", "net", "net/http", "os/exec", "os/user", "reflect", "runtime",
		"slices", "strings", "sync/atomic", "syscall", "testing", "time", "unicode"}
	code := "package a\n\nimport (\n"
	for _, p := range paths {
		code += fmt.Sprintf("\t_ %q\n", p)
	}
	for name, text := range map[string]string{"go.mod": "module m\n\ngo 1.24\n", "a.go": code + ")\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	build := exec.Command("go", "build", ".")
	if build.Dir = dir; build.Run() != nil {
		t.Fatal("the packages do not compile")
	}
	load := func(built bool) map[string]*types.Package {
		o := Options{Dir: dir, Patterns: []string{"."}}
		set, err := settingOf(t.Context(), &o)
		if err != nil {
			t.Fatal(err)
		}
		pkgs, byID, err := list(t.Context(), &o, "")
		if err == nil && built {
			err = export(t.Context(), &o, pkgs, byID, nil, "")
		}
		if err != nil {
			t.Fatal(err)
		}
		r := newRunner(&o, scanTree(dir), pkgs, set.platform)
		r.outlines(t.Context(), pkgs, nil)
		r.schedule(t.Context(), r.check, nil)
		if len(r.failures) > 0 {
			t.Fatal(r.failures)
		}
		for _, p := range paths {
			if (byID[p].Export != "") != built {
				t.Fatalf("%s has export data %q", p, byID[p].Export)
			}
		}
		for _, p := range pkgs {
			for _, id := range p.Imports {
				if dep := byID[id]; p.Export != "" && dep != nil && id != "unsafe" && dep.Export == "" {
					t.Errorf("%s has export data and %s, which it imports, has none: its types would be there twice", p.ImportPath, id)
				}
			}
		}
		return r.loaded
	}
	built, outlined := load(true), load(false)
	for _, p := range []string{"context", "net/url", "time", "sync/atomic"} { // the last only by way of others
		if !slices.Contains(outlined["net/http"].Imports(), outlined[p]) {
			t.Errorf("net/http does not import %s", p)
		}
	}
	for _, p := range paths {
		if diff := cmp.Diff(describe(built[p]), describe(outlined[p])); diff != "" {
			t.Errorf("%s:\n%s", p, diff)
		}
	}
}

// only and several match the names that compilers give to results without one: Go 1.26 to the only one of a function that it inlines, which
// then stands in parentheses, Go 1.27 to each of several.
var (
	only    = regexp.MustCompile(`\(#rv1 ([^ ,()]+)\)`)
	several = regexp.MustCompile(`#rv\d+ `)
)

// describe lists what a package exports.
func describe(pkg *types.Package) (lines []string) {
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		obj := scope.Lookup(name)
		if !obj.Exported() {
			continue
		}
		lines = append(lines, types.ObjectString(obj, nil))
		if c, ok := obj.(*types.Const); ok {
			lines = append(lines, c.Val().ExactString())
		}
		if _, ok := obj.(*types.TypeName); !ok {
			continue
		}
		methods := types.NewMethodSet(types.NewPointer(obj.Type()))
		for m := range methods.Methods() {
			lines = append(lines, m.String())
		}
		if s, ok := obj.Type().Underlying().(*types.Struct); ok {
			for i := range s.NumFields() {
				lines = append(lines, s.Field(i).String()+" "+s.Tag(i))
			}
		}
	}
	for i, l := range lines {
		lines[i] = several.ReplaceAllString(only.ReplaceAllString(l, "$1"), "")
	}
	return lines
}
