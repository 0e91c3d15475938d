package config

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/mod/modfile"
)

// Name is the name of the configuration file.
const Name = ".zahariacheck.yml"

// misnamed is what a configuration file is often called instead.
const misnamed = ".zahariacheck.yaml"

// Find returns the configuration file that holds for a folder: the nearest one from the root of its module up to the root of the
// workspace. It returns "" if there is none. One below the root of the module holds for nothing, since the go command runs a vet
// tool in the folder of each package, and the command runs wherever its user is: the two would obey different ones.
func Find(dir string) string { return nearest(cmp.Or(Module(dir), dir)) }

// Stray returns the nearest configuration file of a folder if it does not apply there, and else "". obeyed is the file that applies, or
// "" for none.
func Stray(dir, obeyed string) string {
	file := nearest(dir)
	if file == "" || file == obeyed {
		return ""
	}
	a, err1 := os.Stat(file)
	b, err2 := os.Stat(obeyed)
	if err1 == nil && err2 == nil && os.SameFile(a, b) { // by another name, through a link
		return ""
	}
	return file
}

// All returns the configuration files below the root of the workspace, or else of the module, that a folder belongs to, and below
// the members of the workspace that lie elsewhere, with the files that they name, sorted.
func All(dir string) (files []string) {
	roots := []string{cmp.Or(Module(dir), dir)}
	if work := Workspace(dir); work != "" {
		roots = []string{work}
		name := filepath.Join(work, "go.work")
		if text, err := os.ReadFile(name); err == nil {
			if parsed, err := modfile.ParseWork(name, text, nil); err == nil {
				for _, use := range parsed.Use {
					member := filepath.FromSlash(use.Path)
					if !filepath.IsAbs(member) {
						member = filepath.Join(work, member)
					}
					roots = append(roots, member)
				}
			}
		}
	}
	for _, root := range roots {
		filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil // a file that cannot be read does not apply
			case d.IsDir() && d.Name() == ".git":
				return fs.SkipDir
			case !d.IsDir() && d.Name() == Name:
				files = append(append(files, name), named(name)...)
			}
			return nil
		})
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// nearest returns the nearest configuration file from a folder up to the root of the workspace, or of the module where there is
// no workspace.
func nearest(dir string) string {
	found := above(dir, Name)
	if found == "" || len(found) < len(cmp.Or(Workspace(dir), Module(dir), dir)) {
		return ""
	}
	return filepath.Join(found, Name)
}

// Workspace returns the root of the workspace that a folder belongs to, or "".
func Workspace(dir string) string {
	if os.Getenv("GOWORK") == "off" {
		return ""
	}
	return above(dir, "go.work")
}

// Module returns the root of the module that a folder belongs to, or "".
func Module(dir string) string { return above(dir, "go.mod") }

// above returns the nearest folder, from dir upwards, that holds a file of that name, or "".
func above(dir, name string) string {
	for {
		if info, err := os.Stat(filepath.Join(dir, name)); err == nil && !info.IsDir() {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

// named returns the files of the catalogue that a configuration names, as far as it can be read.
func named(file string) (files []string) {
	r, data, err := open(file, nil)
	if err != nil {
		return nil
	}
	fields, err := r.values(data, keys...)
	if err != nil || fields["catalogue"] == nil {
		return nil
	}
	items, _ := r.items(fields["catalogue"])
	for _, item := range items {
		if name, err := r.file(item); err == nil {
			files = append(files, name)
		}
	}
	return files
}
