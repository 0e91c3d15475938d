package main

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/testdata/stubs"
)

const (
	packages = 8                                     // that always exist, p0 to p7; each may import those before it
	sdk      = "github.com/sashabaranov/go-openai"   // the SDK that the code calls, as a stub in a replaced module
	sdkFile  = "sdk/stub.go"                         // its code
	config   = "app/.zahariacheck.yml"               // and
	sdkRows  = "app/ours.llm"                        // the catalogue that it names
	depFile  = "dep/dep.go"                          // code of the other replaced module
	text     = "app/p3/prompt.txt"                   // text that p3 embeds
	module   = "module example.com/app\n\ngo 1.26\n" // the beginning of go.mod
)

// A world is the modules that are changed: their files by name, as they are to be and as they are on the disk.
type world struct {
	rand  *rand.Rand
	dir   string
	files map[string]string
	disk  map[string]string
	past  []map[string]string // the files after each step
}

func newWorld(r *rand.Rand, dir string) *world {
	w := &world{rand: r, dir: dir, files: map[string]string{}, disk: map[string]string{}}
	w.editModule()
	w.files["dep/go.mod"] = "module example.com/dep\n\ngo 1.26\n"
	w.files["dep2/go.mod"] = "module example.com/dep\n\ngo 1.26\n"
	w.files["sdk/go.mod"] = "module " + sdk + "\n\ngo 1.26\n"
	w.files["dep2/dep.go"] = w.dep()
	w.files[depFile] = w.dep()
	w.files[text] = w.prompt()
	w.editSDK()
	w.editCatalogue()
	for n := range packages {
		w.editBase(n)
		w.addUse(fmt.Sprintf("p%d", n), n)
		w.addUse(fmt.Sprintf("p%d", n), n)
	}
	return w
}

// one returns one of the words.
func (w *world) one(words ...string) string { return words[w.rand.IntN(len(words))] }

// number is a number in the name of a file or of a declaration. There are few, so that some appear again.
func (w *world) number() int { return w.rand.IntN(40) }

// of returns a file for which is holds, or "".
func (w *world) of(is func(name string) bool) string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(w.files)) {
		if is(name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return w.one(names...)
}

func isUse(name string) bool { return strings.Contains(name, "/use") }
func isCode(name string) bool {
	return strings.HasPrefix(name, "app/") && strings.HasSuffix(name, ".go")
}
func isAdded(name string) bool { return strings.HasPrefix(name, "app/q") }

// change changes something, and says what.
func (w *world) change() string {
	w.past = append(w.past, maps.Clone(w.files))
	if w.files["app/p2/broken.go"] != "" && w.rand.IntN(2) == 0 {
		delete(w.files, "app/p2/broken.go")
		return "an end of broken code"
	}
	p := w.rand.IntN(packages)
	folder := fmt.Sprintf("p%d", p)
	switch w.rand.IntN(22) {
	case 0, 1, 2:
		w.editBase(p)
		return "an edit of the API of " + folder
	case 3, 4:
		return "a new file: " + w.addUse(folder, p)
	case 5, 6:
		if name := w.of(isUse); name != "" {
			w.files[name] = w.use(name)
			return "an edit of " + name
		}
	case 7:
		if name := w.of(isUse); name != "" {
			delete(w.files, name)
			return "the removal of " + name
		}
	case 8, 9:
		if name := w.of(isUse); name != "" {
			to := path.Join(path.Dir(name), w.useName())
			w.files[to] = w.files[name]
			if to != name {
				delete(w.files, name)
			}
			return "the renaming of " + name + " to " + to
		}
	case 10:
		return "a new package: " + w.addUse(fmt.Sprintf("q%d", w.rand.IntN(4)), packages)
	case 11:
		if name := w.of(isAdded); name != "" {
			from := path.Dir(name)
			to := fmt.Sprintf("app/q%d", w.rand.IntN(4))
			moved := w.rand.IntN(2) == 0 && to != from
			for old, code := range maps.Clone(w.files) {
				if path.Dir(old) == from {
					delete(w.files, old)
					if moved {
						w.files[path.Join(to, path.Base(old))] = strings.Replace(code, "package "+path.Base(from), "package "+path.Base(to), 1)
					}
				}
			}
			return fmt.Sprintf("the removal of %s, or its renaming (%t) to %s", from, moved, to)
		}
	case 12:
		name := w.of(isCode)
		w.files[name] = w.editComment(w.files[name])
		return "an edit of a comment in " + name
	case 13:
		w.files[text] = w.prompt()
		return "an edit of the embedded text"
	case 14:
		w.editConfig()
		return "an edit of the configuration"
	case 15:
		w.editCatalogue()
		return "an edit of the catalogue"
	case 16:
		w.files[depFile] = w.dep()
		return "an edit of the replaced module"
	case 17:
		w.editSDK()
		return "an edit of the stub"
	case 18:
		w.editModule()
		return "an edit of go.mod"
	case 19:
		if w.rand.IntN(3) == 0 {
			w.files["app/p2/broken.go"] = w.one("package p2\n\nvar broken int = \"text\"\n", "package p2\n\nfunc {\n", "package p3\n")
			return "the beginning of broken code"
		}
		fallthrough
	case 20:
		if len(w.past) > 1 {
			back := min(len(w.past), 1+w.rand.IntN(12))
			w.files = maps.Clone(w.past[len(w.past)-back])
			return fmt.Sprintf("a return of all files to what they were %d steps ago", back)
		}
	case 21:
		name := w.of(isCode)
		if old, ok := w.past[w.rand.IntN(len(w.past))][name]; ok {
			w.files[name] = old
			return "a return of " + name + " to an earlier state"
		}
	}
	return "nothing"
}

// write writes what differs to the disk.
func (w *world) write() error {
	for name := range w.disk {
		if _, ok := w.files[name]; !ok {
			if err := os.Remove(filepath.Join(w.dir, name)); err != nil {
				return err
			}
			_ = os.Remove(filepath.Join(w.dir, path.Dir(name))) // if it is empty
		}
	}
	for name, data := range w.files {
		if old, ok := w.disk[name]; ok && old == data {
			continue
		}
		file := filepath.Join(w.dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, []byte(data), 0o644); err != nil {
			return err
		}
	}
	w.disk = maps.Clone(w.files)
	return nil
}

func (w *world) editModule() {
	w.files["app/go.mod"] = strings.Replace(module, "1.26", w.one("1.26", "1.26", "1.24", "1.21"), 1) +
		fmt.Sprintf("\nrequire (\n\t%s v1.43.0\n\texample.com/dep v0.0.0\n)\n\nreplace %s => ../sdk\n\nreplace example.com/dep => ../%s\n", sdk, sdk, w.one("dep", "dep2"))
}

func (w *world) editSDK() {
	code, err := fs.ReadFile(stubs.FS, "src/"+sdk+"/stub.go")
	check(err)
	w.files[sdkFile] = string(code) + w.one("", "", "\nfunc More() {}\n", "\n// An edit.\n")
}

func (w *world) editCatalogue() {
	w.files[sdkRows] = "sdk ours-go vendor=ours class=model\nmodule example.com/dep v0.0.0\n\n" +
		w.one("", "prompt system $.Send arg:first\n", "prompt user $.Send arg:second\n", "sink exec $.Send arg:second shell=first\n") +
		w.one("", "call chat $.Send arg:second\n", "output text $.Send result:0\n", "call chat $.Send arg:second\noutput text $.Send result:0\n")
}

func (w *world) editConfig() {
	delete(w.files, config)
	if w.rand.IntN(4) == 0 {
		return
	}
	w.files[config] = w.one("", "preset: preview\n", "preset: strict\n", "groups: {cost: off}\n", "rules: {hardcodedprompt: off}\n", "rules: {stubapi: {severity: error}}\n") +
		w.one("", "catalogue: [ours.llm]\n", "catalogue: [ours.llm]\n") +
		w.one("", "paths:\n  - {glob: \"p4/**\", off: [hardcodedprompt, emptyresponse], why: teaching code}\n", "paths:\n  - {glob: \"q*/**\", why: run by hand}\n")
}
