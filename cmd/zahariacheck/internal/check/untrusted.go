package check

import (
	"fmt"
	"go/build"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/untrusted"
)

// rejectOutside complains of a package that the go command takes for code under check though it lies outside the tree: a replace
// directive, or a workspace, can name any folder of the machine, and a report quotes code.
func rejectOutside(o *Options, pkgs []*pkgMeta) error {
	if o.Tree == "" {
		return nil
	}
	for _, p := range pkgs {
		if !p.local() {
			continue
		}
		if real, err := filepath.EvalSymlinks(p.Dir); err != nil || !untrusted.Within(o.Tree, real) {
			return fmt.Errorf("package %s lies outside the tree of untrusted code, %s; a replace directive or a workspace names its folder", p.ImportPath, o.Tree)
		}
		for _, file := range p.files(slices.Concat(p.GoFiles, p.CgoFiles, p.IgnoredGoFiles, p.TestGoFiles, p.XTestGoFiles, p.InvalidGoFiles)...) {
			if info, err := os.Lstat(file); err != nil || info.Mode().IsRegular() {
				continue
			}
			if real, err := filepath.EvalSymlinks(file); err == nil && !untrusted.Within(o.Tree, real) {
				// Nothing of it is read, so that nothing is quoted.
				p.Error = &listError{Err: relative(o.Dir, file) + ": not a regular file of the module"}
				p.GoFiles, p.CgoFiles, p.CompiledGoFiles = nil, nil, nil
				break
			}
		}
	}
	return nil
}

// withCgo returns the files of packages that were asked for, and of folders, that are left out only because cgo is off.
func withCgo(o *Options, pkgs []*pkgMeta, folders []string) (files []string) {
	off := build.Default
	off.BuildTags = strings.Split(o.Tags, ",")
	off.CgoEnabled = false
	on := off
	on.CgoEnabled = true
	look := func(dir string, names []string) {
		for _, name := range names {
			file := filepath.Join(dir, name)
			if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() || !o.Tests && strings.HasSuffix(name, "_test.go") {
				continue
			}
			with, _ := on.MatchFile(dir, name)
			without, _ := off.MatchFile(dir, name)
			if with && (!without || importsC(file)) {
				files = append(files, relative(o.Dir, file))
			}
		}
	}
	for _, p := range pkgs {
		if !p.DepOnly {
			look(p.Dir, p.IgnoredGoFiles)
		}
	}
	for _, folder := range folders {
		dir := filepath.Join(o.Dir, folder)
		names, _ := filepath.Glob(filepath.Join(dir, "*.go"))
		for i, name := range names {
			names[i] = filepath.Base(name)
		}
		look(dir, names)
	}
	slices.Sort(files)
	return slices.Compact(files)
}

func importsC(file string) bool {
	f, _ := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if f == nil {
		return false
	}
	for _, spec := range f.Imports {
		if spec.Path.Value == `"C"` {
			return true
		}
	}
	return false
}
