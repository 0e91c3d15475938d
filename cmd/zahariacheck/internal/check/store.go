package check

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/gob"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"hash"
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/rogpeppe/go-internal/cache"

	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// A Store keeps the reports of runs, under keys that cover all that a report depends on: this program, the rules and their
// configuration, the metadata of the packages, and the contents of all files of the code under check. Other modules are covered by
// their versions, and the standard library by that of the toolchain. The folder has the format of the go command's build cache: a
// damaged or truncated entry counts as missing.
//
// Reports of runs with failures are not stored: their cause may not be covered by the key.
type Store struct {
	cache    *cache.Cache
	identity []byte
}

// OpenStore opens the store in a folder, which it creates if necessary. The identity distinguishes this program and its configuration
// from others.
func OpenStore(dir string, identity []byte) (*Store, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	c, err := cache.Open(dir)
	if err != nil {
		return nil, err
	}
	return &Store{c, identity}, nil
}

// storedRun is the stored form of a report.
type storedRun struct {
	Findings, Suppressed, Generated, Examples []finding.Finding
	Packages                                  int
	Rows                                      []string
	Summary                                   []byte
}

// storeVersion changes with the stored form and with the computation of keys.
const storeVersion = "zahariacheck report 7"

// request returns a key of the options alone, before the code is read. An empty entry under it marks that a run with these options
// was stored recently, so that it is worth looking in the store before searching for export data.
func (s *Store) request(o *Options) cache.ActionID {
	h := sha256.New()
	s.describe(h, o)
	return cache.ActionID(h.Sum(nil))
}

// expects reports whether a run with these options was stored.
func (s *Store) expects(o *Options) bool {
	if s == nil {
		return false
	}
	_, err := s.cache.Get(s.request(o))
	return err == nil
}

// describe writes everything that a run depends on apart from the code. Rules may depend on the day, as retiredmodel does.
func (s *Store) describe(h hash.Hash, o *Options) {
	fmt.Fprintf(h, "%s\x00%x\x00%s\x00%q\x00%t\x00%t\x00%s\x00%s\x00%s\x00", storeVersion, s.identity, o.Dir, o.Patterns, o.Tests, o.Examples, o.Tags, o.Tree,
		time.Now().Format(time.DateOnly))
	for _, file := range slices.Sorted(maps.Keys(o.Overlay)) {
		fmt.Fprintf(h, "%s\x00%x\x00", file, sha256.Sum256(o.Overlay[file]))
	}
	if o.Summary != nil {
		fmt.Fprintf(h, "summary %s\x00", o.Summary.Name)
	}
	for _, r := range o.Rules {
		fmt.Fprintf(h, "rule %s %v\x00", r.Name, o.Settings.Enabled(r))
		o.Settings.Flags(r).VisitAll(func(f *flag.Flag) { fmt.Fprintf(h, "%s=%s\x00", f.Name, f.Value) })
	}
	env := o.environ()
	for _, v := range slices.Sorted(slices.Values(env)) {
		if name, _, _ := strings.Cut(v, "="); relevant(name) {
			fmt.Fprintf(h, "%s\x00", v)
		}
	}
	if file := goEnv(env); file != "" {
		data, _ := os.ReadFile(file) // one that is not there says nothing
		fmt.Fprintf(h, "%x\x00", sha256.Sum256(data))
	}
}

// relevant reports whether an environment variable may affect which code is read, and how.
func relevant(name string) bool {
	return strings.HasPrefix(name, "GO") && name != "GOMAXPROCS" && name != "GOMEMLIMIT" && name != "GOGC" && name != "GODEBUG" || strings.HasPrefix(name, "CGO_") ||
		strings.HasPrefix(name, "PKG_CONFIG") || name == "CC" || name == "CXX" || name == "PATH"
}

// goEnv is the file in which "go env -w" keeps settings, or "" if there can be none.
func goEnv(env []string) string {
	var home string
	for _, v := range env {
		switch name, value, _ := strings.Cut(v, "="); name {
		case "GOENV":
			if value == "off" {
				return ""
			}
			return value
		case "XDG_CONFIG_HOME":
			home = filepath.Join(value, "go", "env")
		}
	}
	if home != "" {
		return home
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "go", "env")
}

// key makes the key of a run, with the contents of the files of all packages but those of released modules and of the standard
// library.
func (s *Store) key(o *Options, t *tree, pkgs []*pkgMeta, sums [][]byte) (id cache.ActionID, err error) {
	h := sha256.New()
	s.describe(h, o)
	enc := json.NewEncoder(h)
	for _, what := range []any{t.hidden, t.misnamed, t.modules} {
		if err := enc.Encode(what); err != nil {
			return id, err
		}
	}
	if err := addToolchain(h, pkgs); err != nil {
		return id, err
	}
	var files []string
	for i, p := range pkgs {
		h.Write(sums[i])
		if err := enc.Encode([]any{p.Match, p.DepOnly}); err != nil {
			return id, err
		}
		if !p.Standard && !p.isReleased() && p.Module != nil && p.Module.GoMod != "" {
			files = append(files, p.Module.GoMod)
		}
	}
	slices.Sort(files)
	files = slices.Compact(files)
	mods, err := sumFiles(files, nil)
	if err != nil {
		return id, err
	}
	if err := enc.Encode([]any{files, mods}); err != nil {
		return id, err
	}
	return cache.ActionID(h.Sum(nil)), nil
}

// mutableFiles are the files of a package whose contents do not follow from its path and version.
func (p *pkgMeta) mutableFiles() []string {
	if p.Standard || p.isReleased() {
		return nil
	}
	return p.files(slices.Concat(p.GoFiles, p.CgoFiles, p.IgnoredGoFiles, p.TestGoFiles, p.XTestGoFiles, p.EmbedFiles, p.CFiles, p.HFiles, p.SFiles, p.SwigFiles, p.SwigCXXFiles)...)
}

// isReleased reports whether a package is of a module at a version, in the module cache: its contents never change.
func (p *pkgMeta) isReleased() bool {
	m := p.Module
	if m == nil || m.Main || m.Dir == "" {
		return false // vendored ones have no folder of their own
	}
	version := m.Version
	if m.Replace != nil {
		version = m.Replace.Version
	}
	return version != "" && strings.Contains(filepath.ToSlash(p.Dir), "@")
}

// addToolchain adds the version of the toolchain whose standard library is used.
func addToolchain(h io.Writer, pkgs []*pkgMeta) error {
	for _, p := range pkgs {
		if root, ok := strings.CutSuffix(filepath.ToSlash(p.Dir), "/src/"+p.ImportPath); p.Standard && ok {
			data, err := os.ReadFile(filepath.FromSlash(root + "/VERSION"))
			if err != nil {
				return err
			}
			_, err = h.Write(data)
			return err
		}
	}
	return nil
}

// sumFiles are hashes of the contents of files, which are read side by side.
func sumFiles(files []string, overlay map[string][]byte) ([][sha256.Size]byte, error) {
	sums := make([][sha256.Size]byte, len(files))
	errs := make([]error, len(files))
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				data, edited := overlay[files[i]]
				if !edited {
					data, errs[i] = os.ReadFile(files[i])
				}
				sums[i] = sha256.Sum256(data)
			}
		})
	}
	for i := range files {
		next <- i
	}
	close(next)
	workers.Wait()
	return sums, errors.Join(errs...)
}

// load returns the report stored under a key.
func (s *Store) load(id cache.ActionID) (*storedRun, bool) {
	data, _, err := s.cache.GetBytes(id)
	if err != nil {
		return nil, false
	}
	var k storedRun
	if gob.NewDecoder(bytes.NewReader(data)).Decode(&k) != nil {
		return nil, false
	}
	return &k, true
}

// save stores a report. An error, such as a full or read-only disk, is no failure of the run.
func (s *Store) save(o *Options, id cache.ActionID, rep *Report) {
	if len(rep.Failures) > 0 {
		return
	}
	var b bytes.Buffer
	k := storedRun{rep.Findings, rep.Suppressed, rep.Generated, rep.Examples, rep.Packages, rep.Rows, o.summary(rep)}
	if gob.NewEncoder(&b).Encode(k) != nil {
		return
	}
	_ = cmp.Or(s.cache.PutBytes(id, b.Bytes()), s.cache.PutBytes(s.request(o), nil), s.cache.Trim())
}
