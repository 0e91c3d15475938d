package check

import (
	"context"
	"go/build"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"golang.org/x/mod/modfile"
)

// prefetch finds the export data of a module's imports while the go command still lists its packages, which it does on one
// processor: the imports can be read from the files. It returns a function that waits for the result, by import path, which may be
// incomplete; the function is nil if prefetching is not possible. Packages under check are left out: they may not compile.
func (t *tree) prefetch(ctx context.Context, o *Options, overlay string, may func() bool) (exports func() map[string]string) {
	found := map[string]string{}
	var done sync.WaitGroup
	done.Go(func() {
		imports := t.externalImports(o)
		if len(imports) == 0 || !may() {
			return
		}
		defer o.Times.start("go list: export data, ahead")()
		pkgs, err := goList(ctx, o, exportData, imports, overlay)
		if err != nil {
			return // it is run again, and the error is reported then
		}
		for _, p := range pkgs {
			found[p.ImportPath] = p.Export
		}
	})
	return func() map[string]string {
		done.Wait()
		return found
	}
}

// externalImports lists the module's imports from other modules, or nothing if the go command may list others: for a part of a
// module, with tests, in a workspace, or if resolving an import could change go.mod.
func (t *tree) externalImports(o *Options) []string {
	if !slices.Equal(o.Patterns, []string{"./..."}) || o.Dir != t.root || o.Tests || o.Tree != "" || len(t.hidden) > 0 ||
		strings.Contains(os.Getenv("GOFLAGS"), "-mod=mod") || exists(filepath.Join(t.root, "go.work")) {
		return nil
	}
	text, err := os.ReadFile(filepath.Join(t.root, "go.mod"))
	if err != nil {
		return nil
	}
	mod, err := modfile.Parse("go.mod", text, nil)
	if err != nil || mod.Module == nil {
		return nil
	}
	local := []string{mod.Module.Mod.Path}
	for _, r := range mod.Replace {
		if r.New.Version == "" {
			local = append(local, r.Old.Path)
		}
	}
	here := build.Default
	here.BuildTags = strings.Split(o.Tags, ",")
	found := map[string]bool{}
	for _, folder := range t.folders {
		if slices.ContainsFunc(t.modules, func(m string) bool { return within(m, folder) }) {
			continue
		}
		pkg, _ := here.ImportDir(folder, 0) // of a package with errors what is known of it
		for _, path := range pkg.Imports {
			if !slices.ContainsFunc(local, func(m string) bool { return path == m || strings.HasPrefix(path, m+"/") }) && path != "C" && !build.IsLocalImport(path) {
				found[path] = true
			}
		}
	}
	delete(found, "unsafe")
	return slices.Sorted(maps.Keys(found))
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}
