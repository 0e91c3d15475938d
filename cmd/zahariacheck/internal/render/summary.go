package render

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/zahariacheck/zahariacheck/analyzers"
	"github.com/zahariacheck/zahariacheck/cmd/zahariacheck/internal/finding"
)

// summary is one line such as "3 findings (1 error) in 2 of 12 packages: hardcodedprompt 2, vendorlock 1 · 1 allowed with a
// reason".
func summary(rep *finding.Report) string {
	rules, packages := map[string]int{}, map[string]bool{}
	for _, f := range rep.Findings {
		rules[f.Rule]++
		packages[f.Package] = true
	}
	line := fmt.Sprintf("no findings in %s", count(rep.Packages, "package"))
	if n := len(rep.Findings); n > 0 {
		var parts []string
		byNumber := func(a, b string) int { return cmp.Or(rules[b]-rules[a], strings.Compare(a, b)) }
		for _, name := range slices.SortedFunc(maps.Keys(rules), byNumber) {
			parts = append(parts, fmt.Sprintf("%s %d", name, rules[name]))
		}
		line = fmt.Sprintf("%s%s in %d of %s: %s", count(n, "finding"), errorCount(rep.Findings), len(packages), count(rep.Packages, "package"), strings.Join(parts, ", "))
	}
	if n := len(rep.Known); n > 0 {
		line += fmt.Sprintf(" · %d in the baseline", n)
	}
	if rep.Allowed > 0 {
		line += fmt.Sprintf(" · %d allowed with a reason", rep.Allowed)
	}
	if n := len(rep.Generated); n > 0 {
		line += fmt.Sprintf(" · %d in generated files", n)
	}
	if n := len(rep.Examples); n > 0 {
		line += fmt.Sprintf(" · %d in examples (-examples shows them)", n)
	}
	if rep.Failed > 0 {
		line += fmt.Sprintf(" · %d not checked", rep.Failed)
	}
	return "\n" + strings.Join(append([]string{line}, PassedOver(rep)...), " · ") + "\n"
}

// errorCount is " (2 errors)", or "" if there are none.
func errorCount(findings []finding.Finding) string {
	n := 0
	for _, f := range findings {
		if f.Severity == analyzers.Error {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return " (" + count(n, "error") + ")"
}

// PassedOver says in a few words each what was not looked at, though a pattern covers it.
func PassedOver(rep *finding.Report) (all []string) {
	if n := len(rep.Cgo); n > 0 {
		all = append(all, fmt.Sprintf("%s with cgo left out: %s", count(n, "file"), names(rep.Cgo)))
	}
	if n := len(rep.Untested); n > 0 {
		all = append(all, fmt.Sprintf("%s with nothing but tests, for which -test asks: %s", count(n, "package"), names(rep.Untested)))
	}
	if n := len(rep.Ignored); n > 0 {
		all = append(all, fmt.Sprintf("%s that go.mod says to ignore: %s", count(n, "folder"), names(rep.Ignored)))
	}
	if n := len(rep.Excluded); n > 0 {
		all = append(all, fmt.Sprintf("%s excluded by build constraints: %s", count(n, "folder"), names(rep.Excluded)))
	}
	if n := len(rep.Modules); n > 0 {
		all = append(all, fmt.Sprintf("%s not visited: %s", count(n, "nested module"), names(rep.Modules)))
	}
	return all
}

// names lists the first few of some files or folders.
func names(all []string) string {
	const few = 5
	list := analyzers.Clean(strings.Join(all[:min(few, len(all))], ", "), maxPath)
	if len(all) > few {
		list += ", …"
	}
	return list
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
