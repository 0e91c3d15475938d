package check

import (
	"slices"
	"strings"
)

// NoModule is why a vendored package, and what imports it, is not checked in GOPATH mode.
const NoModule = "in GOPATH mode, packages in vendor are not known by their own paths: use a module"

const onlyTests = "it has nothing but tests: use -test"

// unseen says why a requested package has no file to check although it compiles, or returns "".
func unseen(o *Options, p *pkgMeta) string {
	if p.DepOnly || p.ForTest != "" || p.isTestMain() || p.Error != nil {
		if p.DepOnly && !p.Standard && p.Module == nil && strings.Contains(p.ImportPath, "/vendor/") {
			return NoModule
		}
		return ""
	}
	inModule := p.path()
	if p.Module != nil {
		inModule = strings.TrimPrefix(inModule, p.Module.Path)
	}
	named := slices.ContainsFunc(p.Match, func(pattern string) bool { return !strings.Contains(pattern, "...") && pattern != "all" })
	switch {
	case slices.Contains(strings.Split(inModule, "/"), "testdata") && p.path() != "command-line-arguments":
		return "it lies in a testdata folder, of which nothing is reported: name its files to check them"
	case named && len(p.sources()) == 0 && len(p.CgoFiles) == 0 && len(p.TestGoFiles)+len(p.XTestGoFiles) > 0 && !o.Tests:
		return onlyTests
	}
	return ""
}

// unmatched returns the patterns that no package matches.
func unmatched(patterns []string, pkgs []*pkgMeta) (none []string) {
	matched := map[string]bool{}
	for _, p := range pkgs {
		for _, m := range p.Match {
			matched[m] = true
		}
	}
	for _, p := range patterns {
		if !matched[p] {
			none = append(none, p)
		}
	}
	return none
}
