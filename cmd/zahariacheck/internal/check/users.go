package check

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/untrusted"
)

// Confined reports an error unless all code that may name an exported identifier of the package in a folder was read by the run, so
// that Compile judges it: the package is a program, lies in an internal folder of its module, or belongs to a module that the go
// command cannot download, and no other file of the repository names it.
func (s *Sources) Confined(folder, name string) error {
	i := slices.IndexFunc(s.r.all, func(u *sourcePkg) bool { return u.Dir == folder && u.ForTest == "" })
	if i < 0 || s.r.all[i].Module == nil {
		return errors.New("its package was not checked")
	}
	u := s.r.all[i]
	if u.Name == "main" {
		return nil
	}
	if !internal(u.Module.Path, u.path()) && downloadable(u.Module.Path) {
		return errors.New("others may depend on its being one")
	}
	read := map[string]bool{}
	for _, d := range append(s.dependents(folder), u) {
		for _, file := range d.sources() {
			read[file] = true
		}
	}
	return filepath.WalkDir(untrusted.FindAbove(u.Module.Dir, ".git"), func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "node_modules" || d.Name() == "testdata" || len(d.Name()) > 1 && (d.Name()[0] == '.' || d.Name()[0] == '_')):
			return fs.SkipDir
		case d.IsDir() || filepath.Ext(path) != ".go" || read[path] || filepath.Dir(path) == folder:
			return nil
		}
		text, err := contents(path)
		if err != nil {
			return err
		}
		if bytes.Contains(text, []byte(strconv.Quote(u.path()))) && bytes.Contains(text, []byte("."+name)) {
			return fmt.Errorf("%s, which was not checked, may depend on its being one", relative(s.r.options.Dir, path))
		}
		return nil
	})
}

// internal reports whether only code of the module may import a package of it.
func internal(module, path string) bool {
	rest, ok := strings.CutPrefix(path, module)
	return ok && slices.Contains(strings.Split(rest, "/"), "internal")
}

// downloadable reports whether the go command can download a module of that path: its first element needs a dot
// (https://go.dev/ref/mod#module-path).
func downloadable(module string) bool {
	first, _, _ := strings.Cut(module, "/")
	return strings.Contains(first, ".")
}
