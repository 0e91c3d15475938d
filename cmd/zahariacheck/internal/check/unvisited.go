package check

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/untrusted"
)

// unvisited returns what patterns such as ./... skip silently: modules below the folder, and packages all of whose files are excluded
// by build constraints. Both are named relative to dir.
func (t *tree) unvisited(dir string, patterns []string, pkgs []*pkgMeta) (modules, excluded []string) {
	visited := map[string]bool{}
	roots := map[string]bool{}
	var broken []string
	for _, p := range pkgs {
		visited[p.Dir] = true
		if p.Dir == "" { // its path is malformed, which was said
			broken = append(broken, p.ImportPath)
		}
		if p.local() {
			roots[p.Module.Dir] = true
		}
	}
	for _, base := range trees(dir, patterns) {
		foreign := func(at string) bool {
			return slices.ContainsFunc(t.modules, func(m string) bool { return !roots[m] && within(m, at) && within(base, m) })
		}
		inModule := func(at string) bool {
			for root := range roots {
				if within(root, at) {
					return true
				}
			}
			return false
		}
		for _, m := range t.modules {
			if within(base, m) && m != base && !roots[m] {
				modules = append(modules, relative(dir, m))
			}
		}
		for _, at := range t.folders {
			if within(base, at) && !visited[at] && !foreign(at) && inModule(at) && !slices.ContainsFunc(broken, func(path string) bool {
				return strings.HasSuffix(path, "/"+filepath.ToSlash(relative(t.root, at)))
			}) {
				excluded = append(excluded, relative(dir, at))
			}
		}
	}
	slices.Sort(modules)
	slices.Sort(excluded)
	return slices.Compact(modules), slices.Compact(excluded)
}

// ignored parts folders into those that an ignore directive of the module covers, and the rest. They are named relative to dir.
func (t *tree) ignored(dir string, folders []string) (covered, rest []string) {
	for _, folder := range folders {
		at := filepath.Join(dir, folder)
		root := untrusted.FindAbove(at, "go.mod")
		text, err := os.ReadFile(filepath.Join(root, "go.mod"))
		if err != nil {
			rest = append(rest, folder)
			continue
		}
		mod, err := modfile.ParseLax("go.mod", text, nil)
		rel, _ := filepath.Rel(root, at)
		if err == nil && slices.ContainsFunc(mod.Ignore, func(i *modfile.Ignore) bool {
			steps := "/" + filepath.ToSlash(rel) + "/"
			if path, ok := strings.CutPrefix(i.Path, "./"); ok { // from the root of the module; else at any depth
				return strings.HasPrefix(steps, "/"+path+"/")
			}
			return strings.Contains(steps, "/"+i.Path+"/")
		}) {
			covered = append(covered, folder)
		} else {
			rest = append(rest, folder)
		}
	}
	return covered, rest
}
