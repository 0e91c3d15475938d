package check

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/mod/semver"
)

// unresolvedRows returns, a line each, the rows of the user's catalogue that can match nothing: their package is among those of the run,
// and has no such symbol or parameter. A release before the one that a row was checked against may lack it, which is no mistake.
func (r *runner) unresolvedRows() (lines []string) {
	for _, e := range r.options.Settings.Catalogue().Added() {
		p := r.byID[e.Package()]
		if p == nil || p.Module != nil && p.Module.Version != "" && semver.Compare(p.Module.Version, e.Release()) < 0 {
			continue
		}
		var pkg *types.Package
		var err error
		if u := r.units[p.ImportPath]; u != nil {
			pkg, err = u.types, u.bad
		} else {
			pkg, err = r.declarations(p.ImportPath)
		}
		if err != nil || pkg == nil || !pkg.Complete() {
			continue // nothing is known of it, or it is a failure of its own
		}
		if why := e.Unresolved(pkg); why != "" {
			lines = append(lines, fmt.Sprintf("%s: %s %s %s matches nothing: %s", e.Pos, e.Kind, e.Symbol, e.Place, why))
		}
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}
