package check

import (
	"path/filepath"

	"golang.org/x/mod/modfile"
)

// elsewhere returns the folders outside of a root that its go.work, its go.mod and those of the members of its workspace name: the
// go command reads them as it reads what lies below.
func elsewhere(root string) (folders []string) {
	absolute := func(base, name string) string {
		if name = filepath.FromSlash(name); filepath.IsAbs(name) {
			return name
		}
		return filepath.Join(base, name)
	}
	add := func(folder string) {
		if !within(root, folder) {
			folders = append(folders, folder)
		}
	}
	replaced := func(base string, all []*modfile.Replace) {
		for _, r := range all {
			if r.New.Version == "" {
				add(absolute(base, r.New.Path))
			}
		}
	}
	modules := []string{root}
	if text, err := contents(filepath.Join(root, "go.work")); err == nil {
		if work, err := modfile.ParseWork("go.work", text, nil); err == nil {
			replaced(root, work.Replace)
			for _, use := range work.Use {
				member := absolute(root, use.Path)
				add(member)
				modules = append(modules, member)
			}
		}
	}
	for _, module := range modules {
		if text, err := contents(filepath.Join(module, "go.mod")); err == nil {
			if mod, err := modfile.Parse("go.mod", text, nil); err == nil {
				replaced(module, mod.Replace)
			}
		}
	}
	return folders
}
