package command

import (
	"cmp"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/mod/modfile"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/internal/config"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/htmlreport"
	document "github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/surface"
)

// html writes the report for a browser, with what a model reads in the code, if that was collected.
func html(w io.Writer, rep *finding.Report, o *options) error {
	return htmlreport.Write(w, rep, htmlreport.Options{Dir: o.Dir, Module: modulePath(o.Dir), Commit: commitOf(o.Dir), Date: time.Now(), Surface: o.surface})
}

// collectSurface makes a check collect the surface for the HTML report.
func (o *options) collectSurface() *collection {
	if !slices.ContainsFunc(o.outputs, func(out output) bool { return out.format == "html" }) {
		return nil
	}
	return collect(&o.Options, cmp.Or(config.Module(o.Dir), o.Dir), true)
}

// surfaceView is a surface as the report shows it.
func surfaceView(d *document.Document) *htmlreport.Surface {
	s := new(htmlreport.Surface)
	for _, p := range d.Prompts {
		s.Prompts = append(s.Prompts, htmlreport.Prompt{Role: p.Role, Name: p.Name, Place: p.Place.String(), Sink: p.Sink, Words: p.Words, Text: p.Text})
	}
	for _, t := range d.Tools {
		tool := htmlreport.Tool{Name: t.Name, Place: t.Place.String(), Description: strings.ReplaceAll(t.Description, `\n`, "\n"), Handled: t.Handler != "", Arguments: t.Arguments(), Hints: t.Hints()}
		for _, c := range t.Capabilities {
			tool.Capabilities = append(tool.Capabilities, htmlreport.Capability{Name: c.Name, Chain: c.String()})
		}
		s.Tools = append(s.Tools, tool)
	}
	for _, m := range d.Models {
		model := htmlreport.Model{ID: m.ID, Role: m.Role, Place: m.Place.String(), Sink: m.Sink}
		if r, ok := analyzers.Retirement(m.ID); ok {
			model.Retired, model.Successor = r.Day, r.Successor
		}
		s.Models = append(s.Models, model)
	}
	for _, l := range d.Loops {
		s.Loops = append(s.Loops, htmlreport.Loop{Name: l.Name(), Place: l.Place.String(), Calls: l.Calls, Bound: l.BoundName(), Unbounded: l.IsUnbounded()})
	}
	for _, v := range d.Services {
		s.Services = append(s.Services, strings.TrimSpace(v.Module+" "+v.Version))
	}
	return s
}

// modulePath is the path of the module around a folder, or "".
func modulePath(dir string) string {
	root := config.Module(dir)
	if root == "" {
		return ""
	}
	data, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return ""
	}
	return modfile.ModulePath(data)
}

// commitOf is the commit that is checked out around a folder, shortened, or "". It reads files only: git would obey the settings of
// a tree that need not be trusted.
func commitOf(dir string) string {
	for ; ; dir = filepath.Dir(dir) {
		git := filepath.Join(dir, ".git")
		if data, err := os.ReadFile(git); err == nil { // a worktree
			git = strings.TrimSpace(strings.TrimPrefix(string(data), "gitdir:"))
			if !filepath.IsAbs(git) {
				git = filepath.Join(dir, git)
			}
		}
		if head, err := os.ReadFile(filepath.Join(git, "HEAD")); err == nil {
			return resolve(git, strings.TrimSpace(string(head)))
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
	}
}

// resolve follows a reference of a repository to its commit.
func resolve(git, ref string) string {
	name, symbolic := strings.CutPrefix(ref, "ref: ")
	if !symbolic {
		return shortHash(ref)
	}
	if !filepath.IsLocal(name) {
		return ""
	}
	folders := []string{git}
	if common, err := os.ReadFile(filepath.Join(git, "commondir")); err == nil {
		folders = append(folders, filepath.Join(git, strings.TrimSpace(string(common))))
	}
	for _, folder := range folders {
		if data, err := os.ReadFile(filepath.Join(folder, name)); err == nil {
			return shortHash(strings.TrimSpace(string(data)))
		}
		packed, _ := os.ReadFile(filepath.Join(folder, "packed-refs"))
		for line := range strings.Lines(string(packed)) {
			if hash, of, ok := strings.Cut(strings.TrimSpace(line), " "); ok && of == name {
				return shortHash(hash)
			}
		}
	}
	return ""
}

// shortHash returns the beginning of a commit's hash, or "" if it is not a hash.
func shortHash(hash string) string {
	if _, err := hex.DecodeString(hash); err != nil || len(hash) < 12 {
		return ""
	}
	return hash[:12]
}
