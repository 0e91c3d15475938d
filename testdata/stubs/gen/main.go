// Command gen writes the stubs of the SDKs, ../src, from the real modules at the versions in go.mod.
//
// The tests of the rules type-check code against these stubs, at their true import paths and without a network. stubs.txt says what
// is kept: package lines, and below each the names of its objects, where a star at the end stands for any rest. Of a type that is kept
// come all fields and methods whose types can be written with what is kept; of a function, the signature, with the names of its
// parameters. Bodies return zero values. They must not panic: an analyzer would take the code behind a call for dead.
package main

import (
	"bufio"
	_ "embed"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

//go:embed stubs.txt
var spec string

func main() {
	stubs, err := Stubs()
	if err != nil {
		log.Fatal(err)
	}
	for path, text := range stubs {
		file := filepath.Join("..", "src", path)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			log.Fatal(err)
		}
	}
}

// Stubs returns the text of each file of ../src by its path there.
func Stubs() (map[string]string, error) {
	want := parse(spec)
	pkgs, err := packages.Load(&packages.Config{
		Mode:      packages.LoadAllSyntax | packages.NeedModule,
		ParseFile: parseDeclarations,
	}, slices.Sorted(maps.Keys(want))...)
	if err != nil {
		return nil, err
	}
	kept := selection{}
	for _, p := range pkgs {
		if p.Types == nil || p.Name == "" {
			return nil, fmt.Errorf("%s: %v", p.PkgPath, p.Errors)
		}
		if err := kept.add(p.Types, want[p.PkgPath]); err != nil {
			return nil, err
		}
	}
	if err := kept.prune(); err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, p := range pkgs {
		text, err := write(p.Types, fmt.Sprintf("%s %s", p.Module.Path, p.Module.Version), kept)
		if err != nil {
			return nil, err
		}
		out[p.PkgPath+"/stub.go"] = text
	}
	return out, nil
}

// parse returns the patterns of names by import path.
func parse(spec string) map[string][]string {
	want := map[string][]string{}
	var path string
	for lines := bufio.NewScanner(strings.NewReader(spec)); lines.Scan(); {
		line, _, _ := strings.Cut(lines.Text(), "#")
		if p, ok := strings.CutPrefix(line, "package "); ok {
			path = strings.TrimSpace(p)
			want[path] = nil
			continue
		}
		want[path] = append(want[path], strings.Fields(line)...)
	}
	delete(want, "")
	return want
}

// parseDeclarations parses a file and empties its functions. Reading all dependencies that way takes seconds, building them takes minutes;
// the type errors that come of it say nothing about the declarations.
func parseDeclarations(fset *token.FileSet, name string, src []byte) (*ast.File, error) {
	f, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
	if f != nil {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
				fn.Body.List = nil
			}
		}
	}
	return f, err
}
