package check

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/cmd/internal/goversion"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/child"
)

// A pkgMeta is one package as go list describes it.
type pkgMeta struct {
	ImportPath string // the ID: "p", or "p [q.test]" for p as compiled for the tests of q
	Name       string
	Dir        string
	Standard   bool
	DepOnly    bool
	ForTest    string
	Match      []string
	Export     string
	Module     *module

	GoFiles, CgoFiles              []string
	SwigFiles, SwigCXXFiles        []string
	CompiledGoFiles                []string // where files are generated from others: those, and GoFiles
	IgnoredGoFiles, InvalidGoFiles []string
	TestGoFiles, XTestGoFiles      []string // which rules ask before they offer a fix
	CFiles, HFiles, SFiles         []string
	EmbedFiles                     []string
	Imports                        []string
	ImportMap                      map[string]string

	Error      *listError
	DepsErrors []*listError

	source bool // it is read from source
}

type listError struct{ Pos, Err string }

type module struct {
	Path, Version, GoVersion, Dir, GoMod string
	Main                                 bool
	Replace                              *module
}

const listFields = "ImportPath,Name,Dir,Standard,DepOnly,ForTest,Match,Module," +
	"GoFiles,CgoFiles,SwigFiles,SwigCXXFiles,IgnoredGoFiles,InvalidGoFiles,TestGoFiles,XTestGoFiles,CFiles,HFiles,SFiles,Imports,ImportMap,Error,EmbedFiles" // the last for the errors it brings

// path is the import path that the types of the package carry.
func (p *pkgMeta) path() string {
	path, _, _ := strings.Cut(p.ImportPath, " ")
	return path
}

// local reports whether the package belongs to the code under check: to a main module, one of the workspace, or one
// that a replace directive takes from a folder.
func (p *pkgMeta) local() bool {
	return p.Module != nil && (p.Module.Main || p.Module.Replace != nil && p.Module.Replace.Version == "")
}

// importID returns the ID of the package that an import of this one refers to.
func (p *pkgMeta) importID(path string) (id string) {
	if mapped, ok := p.ImportMap[path]; ok {
		return mapped
	}
	return path
}

// language returns the Go version of the package, limited to the newest known one; "" for the newest.
func (p *pkgMeta) language() string {
	if p.Module == nil || p.Module.GoVersion == "" {
		return ""
	}
	if goversion.Newer("go"+p.Module.GoVersion) != "" {
		return goversion.Known // most code for a newer Go is not new
	}
	return "go" + p.Module.GoVersion
}

// isTestMain reports whether the package is the main package that the go command makes to run tests.
func (p *pkgMeta) isTestMain() bool {
	return strings.HasSuffix(p.ImportPath, ".test") && p.Name == "main"
}

// sources returns the Go files to compile. If a dependency is broken, the go command lists no compiled files, but all files except
// those with cgo are compiled as written.
func (p *pkgMeta) sources() []string {
	if len(p.CompiledGoFiles) > 0 {
		return p.files(p.CompiledGoFiles...)
	}
	return p.files(p.GoFiles...)
}

func (p *pkgMeta) files(names ...string) []string {
	abs := make([]string, len(names))
	for i, name := range names {
		if abs[i] = name; !filepath.IsAbs(name) {
			abs[i] = filepath.Join(p.Dir, name)
		}
	}
	return abs
}

// list lists the packages that match the patterns and all their dependencies, dependencies first. The error, if any, is one line
// that a user can act on.
func list(ctx context.Context, o *Options, overlay string) ([]*pkgMeta, map[string]*pkgMeta, error) {
	stop := o.Times.start("go list: import graph")
	pkgs, err := goList(ctx, o, []string{"-deps", "-json=" + listFields}, o.Patterns, overlay)
	stop()
	if err != nil {
		return nil, nil, err
	}
	byID := map[string]*pkgMeta{}
	for _, p := range pkgs {
		byID[p.ImportPath] = p
		p.source = !p.DepOnly || p.local() || slices.ContainsFunc(p.Imports, func(id string) bool { return byID[id] != nil && byID[id].source })
	}
	return pkgs, byID, nil
}

// export finds the export data in the build cache for the imports of the code under check that have lacks. Nothing is compiled: with
// -n the go command only prints what it would do. Packages without export data are read from source (see outline.go).
func export(ctx context.Context, o *Options, pkgs []*pkgMeta, byID map[string]*pkgMeta, have map[string]string, overlay string) error {
	for id, file := range have {
		if dep := byID[id]; dep != nil {
			dep.Export = file
		}
	}
	var ids []string
	seen := map[string]bool{}
	for _, p := range pkgs {
		for _, id := range p.Imports {
			if dep := byID[id]; p.source && dep != nil && !dep.source && id != "unsafe" && !seen[id] {
				seen[id] = true
				if _, known := have[id]; !known {
					ids = append(ids, id)
				}
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	defer o.Times.start("go list: export data")()
	exported, err := goList(ctx, o, exportData, ids, overlay)
	if err != nil {
		return err
	}
	for _, p := range exported {
		if dep := byID[p.ImportPath]; dep != nil {
			dep.Export = p.Export
		}
	}
	return nil
}

// exportData are the arguments of go list for existing export data, that of dependencies too: they are mentioned in it, and what is read
// from source (see outline.go) must not import another version of their types.
var exportData = []string{"-export", "-n", "-deps", "-json=ImportPath,Export"}

// listGenerated lists the files that cgo and SWIG generate for the packages read from source that need them. Doing so for all
// packages would double the time of most runs for nothing.
func listGenerated(ctx context.Context, o *Options, byID map[string]*pkgMeta, overlay string) error {
	var ids []string
	for _, p := range byID {
		if p.source && len(p.CgoFiles)+len(p.SwigFiles)+len(p.SwigCXXFiles) > 0 {
			ids = append(ids, p.path())
		}
	}
	if len(ids) == 0 {
		return nil
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	defer o.Times.start("go list: cgo")()
	generated, err := goList(ctx, o, []string{"-compiled", "-json=ImportPath,CompiledGoFiles,Imports,Error,DepsErrors"}, ids, overlay)
	if err != nil {
		return err
	}
	for _, g := range generated {
		if p := byID[g.ImportPath]; p != nil {
			p.CompiledGoFiles, p.Imports, p.Error = g.CompiledGoFiles, g.Imports, g.Error
			if len(p.CompiledGoFiles) == 0 && p.Error == nil { // else its files with cgo would be passed over
				p.Error = &listError{Err: "cgo made nothing of its files; is there a C compiler, and do all packages compile that it needs?"}
				if len(g.DepsErrors) > 0 {
					p.Error.Err = firstLine(g.DepsErrors[0].Err)
				}
			}
		}
	}
	return nil
}

// goList runs go list once.
func goList(ctx context.Context, o *Options, args, patterns []string, overlay string) ([]*pkgMeta, error) {
	args = append([]string{"list", "-e", "-pgo=off"}, args...) // with a profile, each program has packages of its own
	if o.Tests && !slices.Contains(args, "-export") {          // of what is compiled, tests are not wanted
		args = append(args, "-test")
	}
	if o.Tags != "" {
		args = append(args, "-tags="+o.Tags)
	}
	if overlay != "" {
		args = append(args, "-overlay="+overlay)
	}
	ctx, end := o.Limits.begin(ctx)
	defer end()
	cmd := o.goCommand(ctx, append(append(args, "--"), patterns...)...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		if errors.Is(err, child.ErrNotFound) {
			return nil, errNoGo
		}
		return nil, err
	}
	var pkgs []*pkgMeta
	for dec := json.NewDecoder(stdout); ; {
		p := new(pkgMeta)
		if err = dec.Decode(p); err != nil {
			break
		}
		pkgs = append(pkgs, p)
	}
	io.Copy(io.Discard, stdout)
	if err != io.EOF {
		err = fmt.Errorf("cannot read what it printed: %w", err)
	}
	if waitErr := cmd.Wait(); waitErr != nil || err != io.EOF {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if err := o.Limits.exceeded(stderr.String()); err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("go list: %s", reason(stderr.String(), waitErr, err))
	}
	return pkgs, nil
}

const noModule = "there is no go.mod in this folder or above it"

// reason returns the go command's complaint in one line.
func reason(stderr string, errs ...error) string {
	if line := firstLine(stderr); line != "" {
		return line
	}
	errs = slices.DeleteFunc(errs, func(err error) bool { return err == io.EOF }) // the end where it should be
	return strings.ReplaceAll(errors.Join(errs...).Error(), "\n", ": ")
}

// firstLine returns the first line that is not a heading, and the next one with it if it ends in a colon.
func firstLine(text string) string {
	var line string
	for next := range strings.Lines(text) {
		next = strings.TrimSpace(strings.TrimPrefix(next, "go: "))
		if next == "" || strings.HasPrefix(next, "#") || strings.HasPrefix(next, "downloading ") {
			continue
		}
		line = strings.TrimSpace(line + " " + next)
		if !strings.HasSuffix(line, ":") {
			break
		}
	}
	// The error of the go command for ./... without a module does not name the cause.
	if strings.HasSuffix(line, "does not contain main module or its selected dependencies") {
		return noModule
	}
	return line
}
