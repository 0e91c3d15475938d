package check

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/internal/goversion"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// addFindings turns the diagnostics of a rule about a package into findings.
func (r *runner) addFindings(one *analyzers.Rule, u *sourcePkg, found []analysis.Diagnostic, result *analyzers.Result) {
	for _, d := range found {
		u.said.findings = append(u.said.findings, r.finding(one, result, u, d))
	}
	for _, s := range result.Suppressed {
		f := r.finding(one, result, u, s.Diagnostic)
		if s.Comment.IsValid() {
			f.Comment = r.position(s.Comment)
		}
		u.said.suppressed = append(u.said.suppressed, f)
	}
	for _, d := range result.Generated {
		u.said.generated = append(u.said.generated, r.finding(one, result, u, d))
	}
	for _, d := range result.Examples {
		u.said.examples = append(u.said.examples, r.finding(one, result, u, d))
	}
}

// packageIn names the package in a folder, if it is under check, or else the folder.
func (r *runner) packageIn(folder string) string {
	for _, u := range r.all {
		if u.requested && u.Dir == folder && u.ForTest == "" {
			return u.ImportPath
		}
	}
	return relative(r.options.Dir, folder)
}

// explain returns the reason why a package could not be checked. A missing file is explained, since the name may differ from the go
// command's. A compiler quotes the code it rejects, and a file that is a link out of the module may be any file: none of it is shown.
func (r *runner) explain(p *pkgMeta, reason string) string {
	if m := r.tree.modules; reason == noModule && len(m) > 0 {
		return reason + ": run this in a module, such as " + relative(r.options.Dir, m[0])
	}
	for _, file := range r.tree.misnamed {
		if filepath.Dir(file) == p.Dir {
			return relative(r.options.Dir, file) + ": the name is not UTF-8; rename the file"
		}
	}
	for _, file := range p.files(slices.Concat(p.GoFiles, p.CgoFiles, p.CompiledGoFiles, p.InvalidGoFiles)...) {
		if r.tree.leavesTree(file) {
			return relative(r.options.Dir, file) + ": not a regular file of the module"
		}
	}
	if advice := cmp.Or(r.advice, goversion.Newer("go"+p.goVersion())); advice != "" {
		return reason + " (" + advice + ")"
	}
	return reason
}

// goVersion returns the Go version that the module of a package requires, or "".
func (p *pkgMeta) goVersion() string {
	if p.Module == nil {
		return ""
	}
	return p.Module.GoVersion
}

// readFile reads a file for an analyzer: only files of the package, as in go vet.
func (r *runner) readFile(u *sourcePkg, name string) ([]byte, error) {
	if !slices.Contains(slices.Concat(u.sources(), u.files(slices.Concat(u.CgoFiles, u.IgnoredGoFiles, u.CFiles, u.HFiles, u.SFiles)...)), name) {
		return nil, fmt.Errorf("Pass.ReadFile: %s is not a file of package %s", name, u.ImportPath)
	}
	if text, edited := r.overlay[name]; edited {
		return slices.Clone(text), nil
	}
	return os.ReadFile(name)
}

// crash describes a panic in one line. The digest of the stack tells two crashes apart without printing code.
func crash(where string, x any) string {
	var frames strings.Builder
	for line := range strings.Lines(string(debug.Stack())) {
		if name, _, ok := strings.Cut(line, "("); ok && !strings.HasPrefix(line, "\t") {
			frames.WriteString(name + "\n")
		}
	}
	digest := sha256.Sum256([]byte(frames.String()))
	return fmt.Sprintf("internal error in %s, please report it: %v (stack %x)", where, x, digest[:4])
}

func (r *runner) report() *Report {
	var all findingSets
	for _, u := range r.all {
		all.findings = append(all.findings, u.said.findings...)
		all.suppressed = append(all.suppressed, u.said.suppressed...)
		all.generated = append(all.generated, u.said.generated...)
		all.examples = append(all.examples, u.said.examples...)
	}
	rep := &Report{Report: finding.Report{Findings: finding.Sort(all.findings), Suppressed: finding.Sort(all.suppressed)}, Sources: &Sources{r: r, tried: map[string][]*trialBuild{}}, Deps: Dependencies{r.byID}}
	rep.Allowed = len(rep.Suppressed)
	rep.Generated = finding.Sort(all.generated)
	rep.Examples = finding.Sort(all.examples)
	failed := map[string]bool{}
	for f := range r.failures {
		rep.Failures = append(rep.Failures, f)
		path, _, _ := strings.Cut(f.Package, " ")
		failed[path], r.requested[path] = true, true // which a pattern may have named in vain
	}
	rep.Packages, rep.Failed = len(r.requested), len(failed)
	slices.SortFunc(rep.Failures, func(a, b finding.Failure) int {
		return strings.Compare(a.Package+"\x00"+a.Reason, b.Package+"\x00"+b.Reason)
	})
	return rep
}
