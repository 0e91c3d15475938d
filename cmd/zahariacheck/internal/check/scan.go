package check

import (
	"encoding/json"
	"fmt"
	"go/build"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/untrusted"
)

// A tree is what the go command does not report about the folder of a module or workspace.
type tree struct {
	root     string
	hidden   map[string]string // files that the go command must not see, and why
	misnamed []string          // files whose names are not UTF-8: the go command gives other names for them
	modules  []string          // folders of modules below the root, which ./... does not reach
	folders  []string          // those with Go files other than tests

	entered map[string]bool // folders, by their real names
	limit   int             // how many may be entered
	links   []link
}

// A link is a symbolic link to a folder, with its real name.
type link struct{ folder, real string }

const (
	// Reading a pipe, a device or a link to one may block forever, in the go command too.
	irregular = "not a regular file; it was left out"
	// The go command would reject the whole package for such a name.
	refused = "the go command refuses such a name; it was left out"
)

// relevantFiles matches the names of files that the go command opens when it lists a package.
var relevantFiles = regexp.MustCompile(`^go\.(mod|sum|work|work\.sum)$|^modules\.txt$|\.(go|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|s|S|sx|swig|swigcxx|syso)$`)

// scanTree walks the folder of the module or workspace that dir belongs to, or dir if it belongs to none. It opens nothing.
// Folders that cannot be listed are left out, since the go command reports them itself. Imports and replace directives may lead
// where patterns do not, so it searches everywhere for files that must not be opened.
func scanTree(dir string) *tree {
	t := &tree{root: untrusted.FindAbove(dir, "go.work", "go.mod"), hidden: map[string]string{}, entered: map[string]bool{}}
	t.limit = maxFolders
	t.walkFrom(t.root, false)
	for _, folder := range elsewhere(t.root) {
		t.limit = len(t.entered) + maxElsewhere
		t.walkFrom(folder, true)
	}
	for i := 0; i < len(t.links); i++ { // it grows
		t.limit = len(t.entered) + maxLinked
		t.walk(t.links[i].folder, t.links[i].real, true)
	}
	for _, l := range t.links { // the go command goes by the name of the link
		for file, why := range maps.Clone(t.hidden) {
			real, err := filepath.EvalSymlinks(filepath.Dir(file))
			if err != nil || !within(l.real, real) {
				continue
			}
			if rel, err := filepath.Rel(l.real, filepath.Join(real, filepath.Base(file))); err == nil {
				t.hidden[filepath.Join(l.folder, rel)] = why
			}
		}
	}
	return t
}

// walkFrom walks a folder that may be reached through links.
func (t *tree) walkFrom(folder string, unreached bool) {
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		t.walk(folder, real, unreached)
	}
}

// walk walks a folder, whose name without links is real. Unreached are those that patterns such as ./... do not reach.
func (t *tree) walk(folder, real string, unreached bool) {
	if t.entered[real] || len(t.entered) >= t.limit {
		return
	}
	t.entered[real] = true
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	holdsGo := false
	for _, d := range entries {
		name, path := d.Name(), filepath.Join(folder, d.Name())
		mode := d.Type()
		if mode&fs.ModeSymlink != 0 {
			info, err := os.Stat(path)
			switch {
			case err != nil:
				continue
			case info.IsDir():
				if real, err := filepath.EvalSymlinks(path); err == nil {
					t.links = append(t.links, link{path, real})
				}
				continue
			case !info.Mode().IsRegular() && relevantFiles.MatchString(name):
				t.hidden[path] = irregular
				continue
			}
		}
		switch {
		case mode.IsDir():
			if name != ".git" {
				t.walk(path, filepath.Join(real, name), unreached || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || name == "testdata" || name == "vendor")
			}
		case !relevantFiles.MatchString(name):
		case !mode.IsRegular() && mode&fs.ModeSymlink == 0:
			t.hidden[path] = irregular
		case unreached:
		case !isAccepted(name):
			t.hidden[path] = refused
		case !utf8.ValidString(name):
			t.misnamed = append(t.misnamed, path)
		case mode.IsRegular():
			if name == "go.mod" && folder != t.root {
				t.modules = append(t.modules, folder)
			}
			if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") && !strings.HasPrefix(name, ".") &&
				!strings.HasPrefix(name, "_") && !holdsGo {
				holdsGo = true
				t.folders = append(t.folders, folder)
			}
		}
	}
}

const (
	maxFolders = 200_000 // how many folders are looked into
	maxLinked  = 1_000   // how many below a link, which can lead to the root of the machine

	maxElsewhere = 20_000 // how many of a module that a replace directive or a workspace names, which can lie there too
)

// isAccepted reports whether the go command accepts a file name in a package, as load.SafeArg of cmd/go does; line breaks are
// rejected too.
func isAccepted(name string) bool {
	c := name[0]
	return !strings.Contains(name, "\n") &&
		(c == '.' || c == '_' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || c >= utf8.RuneSelf)
}

// stage writes a file for the -overlay flag of the go command, which makes hidden files disappear and gives edited ones their
// contents. It returns the file's name, or "" if none is needed, and a function that removes everything it wrote.
func (t *tree) stage(edited map[string][]byte) (name string, remove func(), err error) {
	if len(t.hidden)+len(edited) == 0 {
		return "", func() {}, nil
	}
	dir, err := os.MkdirTemp("", "zahariacheck-overlay-")
	if err != nil {
		return "", func() {}, err
	}
	remove = func() { os.RemoveAll(dir) }
	instead := map[string]string{}
	for i, file := range slices.Sorted(maps.Keys(edited)) {
		instead[file] = filepath.Join(dir, fmt.Sprintf("%d.go", i))
		if err := os.WriteFile(instead[file], edited[file], 0o600); err != nil {
			return "", remove, err
		}
	}
	for file := range t.hidden {
		instead[file] = ""
	}
	data, err := json.Marshal(map[string]any{"Replace": instead})
	if err != nil {
		return "", remove, err
	}
	name = filepath.Join(dir, "overlay.json")
	return name, remove, os.WriteFile(name, data, 0o600)
}

// leavesTree reports whether a file is a symbolic link, or below one, that leads out of the tree.
func (t *tree) leavesTree(file string) bool {
	root, err1 := filepath.EvalSymlinks(t.root)
	real, err2 := filepath.EvalSymlinks(file)
	return err1 == nil && err2 == nil && within(t.root, file) && !within(root, real)
}

func within(root, name string) bool {
	rel, err := filepath.Rel(root, name)
	return err == nil && filepath.IsLocal(rel)
}

// trees returns the folders that patterns such as ./... start from: everything below them is requested.
func trees(dir string, patterns []string) (folders []string) {
	for _, pattern := range patterns {
		if base, ok := strings.CutSuffix(pattern, "..."); ok && build.IsLocalImport(strings.TrimSuffix(base, "/")) {
			folders = append(folders, filepath.Join(dir, base))
		}
	}
	return folders
}

// isRequested reports whether a file was requested: every file is, unless every pattern names a folder and the file is in none of
// them, nor in that of a package. Patterns do not match folders with some names.
func isRequested(file, dir string, patterns []string, pkgs []*pkgMeta) bool {
	at := filepath.Dir(file)
	if slices.ContainsFunc(pkgs, func(p *pkgMeta) bool { return p.Dir == at }) {
		return true
	}
	if rel, err := filepath.Rel(dir, at); err == nil && slices.ContainsFunc(strings.Split(filepath.ToSlash(rel), "/"), func(step string) bool {
		return step == "vendor" || step == "testdata" || step[0] == '_' || step[0] == '.' && strings.Trim(step, ".") != ""
	}) {
		return slices.ContainsFunc(patterns, func(pattern string) bool { return filepath.Join(dir, pattern) == at })
	}
	return slices.ContainsFunc(trees(dir, patterns), func(base string) bool { return within(base, at) }) ||
		slices.ContainsFunc(patterns, func(pattern string) bool { return !build.IsLocalImport(strings.TrimSuffix(pattern, "/...")) })
}
